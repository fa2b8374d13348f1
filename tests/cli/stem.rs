//! `kabar stem`: the roots of words.

use crate::support::{folder, kabar};

#[test]
fn words_are_shown_with_their_roots() {
    let out = kabar(&folder::tests(), &["stem", "Perencanaan", "berita", "desa-desa"]).ends_with(0).out;
    assert_eq!(out, "Perencanaan  rencana\nberita  berita\ndesa-desa  desa\n");
}

#[test]
fn programs_get_one_line_of_json_a_word_with_all_candidates() {
    let out = kabar(&folder::tests(), &["stem", "--format", "json", "mengarang"]).ends_with(0).out;
    let value: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(value["word"], "mengarang");
    assert_eq!(value["root"], "karang");
    let candidates = value["candidates"].as_array().expect("candidates");
    assert_eq!(candidates[0], "karang");
    assert!(candidates.iter().any(|candidate| candidate == "arang"), "{candidates:?}");
}

#[test]
fn english_and_languages_without_rules_are_words_too() {
    let out = |lang, word| kabar(&folder::tests(), &["stem", "--lang", lang, word]).ends_with(0).out;
    assert_eq!(out("en", "planning"), "planning  plan\n");
    assert_eq!(out("jv", "Désané"), "Désané  desane\n");
}

#[test]
fn what_is_no_language_is_refused_in_both_tongues() {
    let run = kabar(&folder::tests(), &["stem", "--lang", "bahasa indonesia", "desa"]).ends_with(1);
    assert!(run.out.is_empty() && !run.err.is_empty(), "{}", run.err);
}
