//! `kabar stem`: the roots of words.

use crate::support::{SiteTest, folder, kabar};

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

#[test]
fn in_a_publication_its_own_words_are_known() {
    let own = "search: { words: { id: [Mengkendek] }, exceptions: { id: { pengungsi: suaka } } }\n";
    let test = SiteTest::new()
        .minimal()
        .append("kabar.yaml", own)
        .file("content/_terms/tags.yaml", "glo: { name: Pemglobukan }\nbersih: { name: Air bersih }\n");
    let words = ["mengkendek", "mengkendeknya", "pengungsi", "pemglobukan", "bersih", "kebersihan"];
    let out = kabar(&test.root(), &[&["stem"][..], &words].concat()).ends_with(0).out;
    let roots: Vec<&str> = out.lines().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(roots, ["mengkendek", "mengkendek", "suaka", "pemglobukan", "bersih", "bersih"]);
    let root = test.root().display().to_string();
    let out = kabar(&folder::tests(), &["stem", "--root", &root, "pengungsi"]).ends_with(0).out;
    assert_eq!(out, "pengungsi  suaka\n");
    let out = kabar(&folder::tests(), &["stem", "pengungsi"]).ends_with(0).out;
    assert_ne!(out, "pengungsi  suaka\n");
}
