//! Help in the reader's language, from the catalogue: the same words for both.

use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::diagnostic::Catalogue;

use super::arguments::Arguments;

/// The command with its help in the catalogue's language.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    translate(Arguments::command().disable_version_flag(true).arg(version), "help", catalogue)
}

fn translate(command: Command, prefix: &str, catalogue: &Catalogue) -> Command {
    let phrase = |key: &str| catalogue.phrase(key, &[]);
    let command = command
        .about(phrase(prefix))
        .help_template(format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", phrase("help-usage")))
        .subcommand_help_heading(phrase("help-commands"))
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .mut_args(|argument| {
            let id = argument.get_id().as_str().replace('_', "-");
            let heading = if argument.is_positional() { "help-arguments" } else { "help-options" };
            argument.help(phrase(&format!("help-argument-{id}"))).help_heading(phrase(heading))
        });
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let key = format!("help-{name}");
        command.mut_subcommand(name, |subcommand| translate(subcommand, &key, catalogue))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Tongue;

    #[test]
    fn every_help_text_is_there_in_both_languages() {
        let help = |command: &mut Command| command.render_long_help().to_string();
        for tongue in [Tongue::Indonesian, Tongue::English] {
            let mut command = command(&Catalogue::new(tongue));
            command.build();
            let mut texts = vec![help(&mut command)];
            texts.extend(command.get_subcommands_mut().map(help));
            for text in texts {
                assert!(!text.contains("help-"), "{text}");
            }
        }
    }
}
