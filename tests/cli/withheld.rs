//! Drafts, embargo, expiry: told to editors with the reason, and without a trace for readers.

use std::fs;

use serde_json::json;

use crate::support::{SiteTest, contains, folder, page};

/// A word that stands nowhere but in what is withheld.
const SECRET: &str = "mahkotadewa";

/// An article of which every part could leave a trace.
fn secret(front: &str) -> String {
    let body =
        format!("## {SECRET}\n\n{SECRET} dan [berkas]({SECRET}.txt) ![{SECRET}]({SECRET}.svg)[^1]\n\n[^1]: {SECRET}\n");
    let front = format!(
        "slug: {SECRET}\nsummary: {SECRET}\naliases: [/lama/{SECRET}/]\ntags: [{SECRET}, umum]\nauthors: [{SECRET}]\n\
         cover: {SECRET}.svg\n{front}---\n"
    );
    page(SECRET, &format!("{front}{body}"))
}

fn site(front: &str) -> SiteTest {
    let picture = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>"#;
    SiteTest::new()
        .bilingual()
        .file("content/cerita/_section.id.md", page("Cerita", ""))
        .file("content/cerita/_section.en.md", page("Stories", ""))
        .file("content/cerita/a/index.id.md", page("Satu", "date: 2026-01-05\ntags: [umum]\n---\nIsi.\n"))
        .file("content/_terms/tags.yaml", "umum: { name: { id: Umum, en: General } }\n")
        .file("content/cerita/b/index.id.md", secret(front))
        .file(&format!("content/cerita/b/{SECRET}.txt"), SECRET)
        .file(&format!("content/cerita/b/{SECRET}.svg"), picture)
        .file("content/cerita/b/media.yaml", format!("{SECRET}.svg: {{ alt: {SECRET} }}\n"))
}

/// Every file of the output that has the word in its name or its bytes.
fn traces(test: &SiteTest) -> Vec<String> {
    let has = |bytes: &[u8]| bytes.windows(SECRET.len()).any(|part| part.eq_ignore_ascii_case(SECRET.as_bytes()));
    let files = folder::files(&test.output()).into_iter();
    let found = files.filter(|(name, place)| has(name.as_bytes()) || has(&fs::read(place).expect("a file")));
    found.map(|(name, _)| name).collect()
}

/// What is withheld for a reason leaves no trace, is told, and is there for those who ask so.
fn check(front: &str, reason: &serde_json::Value, words: &str, shown_by: &[&str]) {
    let test = site(front).build().says(contains(FILE)).says(contains(words));
    assert_eq!(traces(&test), [""; 0], "{front}");
    let test = test.with(&["--format", "json"]).build().told("withheld", &json!([reason]));
    let test = test.with(&[]);
    assert_eq!(test.diagnose().json()["withheld"], json!([reason]));
    let routes = test.run(&["routes"]);
    assert!(!routes.out.contains(SECRET), "{}", routes.out);
    let seen = test.with(shown_by).build();
    assert!(traces(&seen).len() > 10, "{:?}", traces(&seen));
    // Withheld again, it is gone again.
    assert_eq!(traces(&seen.with(&[]).build()), [""; 0], "{front}");
}

const FILE: &str = "content/cerita/b/index.id.md";

#[test]
fn a_draft_leaves_no_trace() {
    check("date: 2026-02-01\ndraft: true\n", &json!({ "file": FILE, "reason": "draft" }), "draft", &["--drafts"]);
}

#[test]
fn an_article_whose_time_has_not_come_leaves_no_trace() {
    let reason = json!({ "file": FILE, "reason": "embargo", "date": "2026-12-24" });
    check("date: 2026-12-24\n", &reason, "appears on 2026-12-24", &["--drafts"]);
    check("date: 2026-12-24\n", &reason, "appears on 2026-12-24", &["--now", "2026-12-24"]);
}

#[test]
fn an_article_whose_time_is_over_leaves_no_trace() {
    let reason = json!({ "file": FILE, "reason": "expired", "date": "2026-06-30" });
    let front = "date: 2026-02-01\nexpires: 2026-06-30\n";
    check(front, &reason, "expired on 2026-06-30", &["--now", "2026-06-29T23:59"]);
}

#[test]
fn a_translation_may_be_a_draft_of_its_own() {
    let of = "draft: true\ntranslation: { of: id }\n---\n";
    let test = site("").remove(FILE).file("content/cerita/a/index.en.md", page(SECRET, &format!("{of}{SECRET}\n")));
    let test = test.build().says(contains("content/cerita/a/index.en.md"));
    assert_eq!(traces(&test).into_iter().filter(|name| name.starts_with("en/")).collect::<Vec<_>>(), [""; 0]);
    let state = "translation: { of: id, state: draft }\n---\n";
    let test = test.file("content/cerita/a/index.en.md", page(SECRET, &format!("{state}{SECRET}\n"))).build();
    assert_eq!(traces(&test).into_iter().filter(|name| name.starts_with("en/")).collect::<Vec<_>>(), [""; 0]);
}
