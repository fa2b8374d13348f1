//! Help in the reader's language, from the catalogue: the same words for both.

use clap::{Command, CommandFactory};

use crate::diagnostic::Catalogue;

use super::arguments::Arguments;

/// The command with its help in the catalogue's language.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    translate(Arguments::command(), "help", catalogue)
}

fn translate(command: Command, prefix: &str, catalogue: &Catalogue) -> Command {
    let about = catalogue.phrase(prefix, &[]);
    let command = command.about(about).mut_args(|argument| {
        let key = match argument.get_id().as_str() {
            "help" | "version" => return argument,
            id => format!("help-argument-{}", id.replace('_', "-")),
        };
        let text = catalogue.phrase(&key, &[]);
        argument.help(text)
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
