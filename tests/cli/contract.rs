//! `kabar contract`: the manual's page about templates.

use crate::support::{folder, kabar};

#[test]
fn the_manual_is_what_the_program_prints() {
    let printed = kabar(&folder::tests(), &["contract"]).ends_with(0).out;
    let manual = std::fs::read_to_string(folder::repository().join("docs/template-contract.md")).expect("the manual");
    assert_eq!(printed.trim_end(), manual.trim_end());
}

#[test]
fn it_needs_no_publication_and_knows_one_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let printed = ["id", "en"].map(|tongue| kabar(folder.path(), &["contract", "--lang", tongue]).ends_with(0).out);
    assert_eq!(printed[0], printed[1]);
    assert!(printed[0].contains("| `article.html` |"), "{}", printed[0]);
}
