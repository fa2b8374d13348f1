//! Roots of Indonesian words, as the real program tells them.

mod measure;

use std::collections::BTreeSet;

use crate::support::{Run, command, folder};

use measure::{forms, scores};

/// The roots of words that the program reads from its standard input.
fn roots(words: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("words");
    folder::write(&place, words);
    let input = std::fs::File::open(&place).expect("the words");
    let run = Run::of(command(folder.path()).args(["stem", "--lang", "id", "--format", "json"]).stdin(input));
    let lines = run.ends_with(0).out;
    let value = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON");
    lines.lines().map(|line| value(line)["root"].as_str().expect("a root").to_owned()).collect()
}

#[test]
fn roots_are_found_and_kept_apart() {
    let forms = forms();
    assert!(forms.len() >= 2000, "{}", forms.len());
    let words: Vec<&str> = forms.iter().map(|form| form.word).collect();
    let found = roots(&words.join("\n"));
    assert_eq!(found.len(), forms.len());
    for (class, score) in scores(&forms, &found) {
        let (recall, collisions) = (score.recall(), score.collisions());
        assert!(recall >= 97.0 && collisions <= 3.0, "{class}: recall {recall:.1} %, collisions {collisions:.1} %");
    }
}

#[test]
fn the_forms_are_many_kinds_and_none_stands_twice_in_a_class() {
    let forms = forms();
    let classes: BTreeSet<&str> = forms.iter().map(|form| form.class).collect();
    assert!(classes.len() >= 25, "{classes:?}");
    let mut seen = BTreeSet::new();
    let twice: Vec<_> =
        forms.iter().filter(|form| !seen.insert((form.class, form.word, form.root))).map(|form| form.word).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn a_wrong_root_would_be_noticed() {
    let forms = forms();
    // Each word its own root: what a generator without morphology does.
    let words: Vec<String> = forms.iter().map(|form| form.word.to_owned()).collect();
    let scored = scores(&forms, &words);
    let (_, all) = scored.last().expect("all");
    assert!(all.recall() < 25.0, "{}", all.recall());
    // All words one root.
    let one: Vec<String> = forms.iter().map(|_| "x".to_owned()).collect();
    assert!(scores(&forms, &one).iter().all(|(_, score)| score.collisions() > 99.0));
}
