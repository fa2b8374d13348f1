//! Help, errors of usage, and the language in which the program speaks.

use crate::support::{Run, command, folder, kabar};

const COMMANDS: [&str; 10] =
    ["build", "check", "init", "new", "translate", "status", "explain", "rename", "routes", "contract"];

fn help(tongue: &str, arguments: &[&str]) -> String {
    kabar(&folder::tests(), &[arguments, &["--help", "--lang", tongue]].concat()).ends_with(0).out
}

#[test]
fn help_is_there_in_both_languages() {
    let texts = |tongue| COMMANDS.map(|command| help(tongue, &[command])).into_iter().chain([help(tongue, &[])]);
    for (indonesian, english) in texts("id").zip(texts("en")) {
        let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
        assert_ne!(first(&indonesian), first(&english));
        for text in [&indonesian, &english] {
            assert!(!text.contains("help-"), "{text}");
        }
    }
}

#[test]
fn help_names_every_command() {
    for tongue in ["id", "en"] {
        let text = help(tongue, &[]);
        for command in COMMANDS {
            assert!(text.contains(&format!("  {command} ")), "{command} in {text}");
        }
    }
}

#[test]
fn the_version_is_told() {
    let run = kabar(&folder::tests(), &["--version"]).ends_with(0);
    assert_eq!(run.out.trim(), format!("kabar {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_right() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, hint) in [
        (&["bild"][..], "build"),
        (&["build", "--drafs"], "--drafts"),
        (&["build", "--now"], "--now"),
        (&["build", "--format", "xml"], "json"),
        (&["init"], "FOLDER"),
        (&["check", "--output", "x"], "--output"),
        (&[], "Usage"),
    ] {
        let run = kabar(folder.path(), arguments).ends_with(2);
        assert!(run.out.is_empty() && run.err.contains(hint), "{arguments:?}: {}{}", run.out, run.err);
    }
    assert_eq!(folder::files(folder.path()).len(), 0);
}

/// The first words of what is said outside of any publication.
fn speaks(variables: &[(&str, &str)], arguments: &[&str]) -> &'static str {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(folder.path());
    command.env_remove("KABAR_LANG").envs(variables.iter().copied()).arg("check").args(arguments);
    let said = Run::of(&mut command).ends_with(1).err;
    match (said.contains("No kabar.yaml"), said.contains("Tidak ada")) {
        (true, false) => "en",
        (false, true) => "id",
        _ => panic!("{said}"),
    }
}

#[test]
fn the_language_is_asked_for_or_found() {
    assert_eq!(speaks(&[], &[]), "id");
    assert_eq!(speaks(&[("LANG", "en_GB.UTF-8")], &[]), "en");
    assert_eq!(speaks(&[("LANG", "id_ID.UTF-8")], &[]), "id");
    assert_eq!(speaks(&[("LANG", "fr_FR.UTF-8")], &[]), "id");
    assert_eq!(speaks(&[("LANG", "id_ID"), ("LC_ALL", "en_US")], &[]), "en");
    assert_eq!(speaks(&[("LANG", "id_ID"), ("KABAR_LANG", "en")], &[]), "en");
    assert_eq!(speaks(&[("KABAR_LANG", "en")], &["--lang", "id"]), "id");
}
