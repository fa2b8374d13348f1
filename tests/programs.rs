//! What the program gives to other programs: completions and manual pages.

use crate::support::{folder, kabar};

#[test]
fn every_shell_completes_every_command() {
    let here = tempfile::tempdir().expect("a folder");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let text = kabar(here.path(), &["completions", shell]).ends_with(0).out;
        for word in ["build", "check", "schema", "external", "offline"] {
            assert!(text.contains(word), "{shell}: {word}");
        }
    }
    let indonesian = kabar(here.path(), &["completions", "fish", "--lang", "id"]).out;
    assert!(indonesian.contains("Tulis seluruh situs"), "{indonesian}");
    kabar(here.path(), &["completions", "csh"]).ends_with(2);
}

#[test]
fn every_command_has_a_manual_page() {
    let here = tempfile::tempdir().expect("a folder");
    kabar(here.path(), &["man", "--out", "man", "--lang", "id"]).ends_with(0);
    let pages = folder::read(&here.path().join("man"));
    for name in ["kabar.1", "kabar-build.1", "kabar-check.1", "kabar-schema.1", "kabar-completions.1", "kabar-man.1"] {
        assert!(pages.contains_key(name), "{name}: {:?}", pages.keys());
    }
    let check = String::from_utf8_lossy(&pages["kabar-check.1"]).into_owned();
    assert!(check.contains("kabar\\-check") && check.contains("Tanyakan kepada situs lain"), "{check}");
    assert!(check.contains("kabar check"), "{check}");
}
