//! `kabar build`: its arguments, what it says, how it ends.

use std::fs;

use serde_json::json;

use crate::support::{SiteTest, absent, contains, folder, is, kabar, lacks, page};

fn site() -> SiteTest {
    SiteTest::new().minimal().file("content/a.id.md", page("Satu", "Isi satu.\n"))
}

fn wrong() -> SiteTest {
    site().file("content/b.id.md", page("Dua", "sumary: x\n---\nIsi.\n"))
}

fn suspicious() -> SiteTest {
    let test = site().file("content/_terms/tags.yaml", "desa: { name: Desa }\n");
    test.file("content/b.id.md", page("Dua", "tags: [kota]\n---\nIsi.\n"))
}

#[test]
fn without_arguments_it_writes_to_output_in_the_publication() {
    let test = site();
    let run = kabar(&test.root(), &["build"]).ends_with(0);
    assert!(run.out.is_empty(), "{}", run.out);
    assert!(run.err.contains("written"), "{}", run.err);
    let tree = folder::read(&test.root().join("output"));
    assert!(tree.contains_key("a/index.html"), "{:?}", tree.keys());
}

#[test]
fn the_output_of_the_publication_is_no_source_of_it() {
    let test = site();
    kabar(&test.root(), &["build"]).ends_with(0);
    let before = folder::read(&test.root().join("output"));
    kabar(&test.root(), &["build"]).ends_with(0);
    assert_eq!(folder::differences(&before, &folder::read(&test.root().join("output"))), [""; 0]);
}

#[test]
fn root_names_a_publication_elsewhere() {
    let test = site();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let root = test.root();
    kabar(elsewhere.path(), &["build", "--root", &root.to_string_lossy()]).ends_with(0);
    assert!(root.join("output/a/index.html").exists());
    assert_eq!(folder::files(elsewhere.path()).len(), 0);
}

#[test]
fn base_url_takes_the_place_of_the_configured_one() {
    site()
        .with(&["--base-url", "https://coba.example/percobaan"])
        .build()
        .check("a/index.html", contains("https://coba.example/percobaan/a/"))
        .check("a/index.html", lacks("uji.example"))
        .check("sitemap-1.xml", contains("<loc>https://coba.example/percobaan/a/</loc>"))
        .with(&["--base-url", "coba.example"])
        .refused()
        .says(contains("coba.example"));
}

#[test]
fn drafts_shows_what_is_withheld_from_readers() {
    let test = site()
        .file("content/b.id.md", page("Konsep", "draft: true\n---\nIsi.\n"))
        .file("content/c.id.md", page("Kelak", "date: 2030-01-01\n---\nIsi.\n"));
    test.build()
        .check("b/index.html", absent())
        .check("c/index.html", absent())
        .with(&["--drafts"])
        .build()
        .check("b/index.html", contains("Konsep"))
        .check("c/index.html", contains("Kelak"))
        .with(&[])
        .build()
        .check("b/index.html", absent());
}

#[test]
fn now_decides_what_has_appeared() {
    let test = site().file("content/c.id.md", page("Kelak", "date: 2026-05-01T08:00\n---\nIsi.\n"));
    test.with(&["--now", "2026-05-01T07:59"])
        .build()
        .check("c/index.html", absent())
        .with(&["--now", "2026-05-01T08:00"])
        .build()
        .check("c/index.html", contains("Kelak"))
        // 08.00 in Makassar is 07.00 in Jakarta.
        .with(&["--now", "2026-05-01T06:59 Asia/Jakarta"])
        .build()
        .check("c/index.html", absent())
        .with(&["--now", "kapan-kapan"])
        .refused()
        .says(contains("kapan-kapan"));
}

#[test]
fn warnings_are_told_and_refused_when_strict() {
    suspicious()
        .build()
        .says(contains("warning[undeclared-term]"))
        .check("b/index.html", contains("Dua"))
        .with(&["--strict"])
        .refused()
        .says(contains("--strict"));
    site().with(&["--strict"]).build().says(lacks("warning"));
}

#[test]
fn other_programs_read_what_was_done() {
    let test = site()
        .file("content/b.id.md", page("Konsep", "draft: true\n---\nIsi.\n"))
        .with(&["--format", "json"])
        .build()
        .told("ok", &json!(true))
        .told("diagnostics", &json!([]))
        .told("removed", &json!(0))
        .told("withheld", &json!([{ "file": "content/b.id.md", "reason": "draft" }]))
        .says(is(""));
    let files = test.tree().len();
    let bytes: usize = test.tree().values().map(Vec::len).sum();
    test.told("files", &json!(files)).told("written", &json!(files)).told("bytes", &json!(bytes));
    wrong().with(&["--format", "json"]).refused().told("ok", &json!(false)).says(is(""));
}

#[test]
fn quiet_says_only_what_is_wrong() {
    site().with(&["--quiet"]).build().says(is(""));
    suspicious().with(&["--quiet"]).build().says(is(""));
    wrong().with(&["--quiet"]).refused().says(contains("error[unknown-key]"));
}

#[test]
fn a_fault_is_shown_with_its_place_its_reason_and_a_way_out() {
    wrong()
        .refused()
        .says(contains("content/b.id.md:3:1"))
        .says(contains("^^^^^^"))
        .says(contains("why: "))
        .says(contains("fix: Did you mean “summary”?"))
        .says(contains("Nothing was written"))
        .variable("KABAR_LANG", "id")
        .refused()
        .says(contains("sumary"))
        .says(lacks("why: "));
}

#[test]
fn a_disk_that_refuses_is_no_fault_of_the_publication() {
    let test = site();
    fs::write(test.output(), "a file in the way").expect("a file");
    let run = test.run(&["build", "--output", &test.output().to_string_lossy()]).ends_with(2);
    assert!(run.err.contains("output") && !run.err.contains('{'), "{}", run.err);
    let run = test.run(&["build", "--root", "tidak-ada"]).ends_with(2);
    assert!(run.err.contains("tidak-ada") && !run.err.contains('{'), "{}", run.err);
    let run = test.run(&["build", "--root", "tidak-ada", "--format", "json"]).ends_with(2);
    assert_eq!(run.json()["ok"], false);
}

#[test]
fn outside_of_a_publication_it_says_what_makes_one() {
    let empty = tempfile::tempdir().expect("a folder");
    for command in ["build", "check", "routes"] {
        let run = kabar(empty.path(), &[command]).ends_with(1);
        assert!(run.err.contains("error[config-missing]") && run.err.contains("kabar init"), "{}", run.err);
    }
    assert_eq!(folder::files(empty.path()).len(), 0);
}
