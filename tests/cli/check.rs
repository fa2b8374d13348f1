//! `kabar check`: everything that is wrong, and nothing written.

use std::fs;

use serde_json::json;

use crate::support::{SiteTest, folder, page};

fn site() -> SiteTest {
    SiteTest::new().minimal().file("content/a.id.md", page("Satu", "Isi satu.\n"))
}

#[test]
fn a_publication_without_faults_is_told_so() {
    let test = site();
    let before = folder::read(&test.root());
    let run = test.run(&["check"]).ends_with(0);
    assert!(run.out.is_empty() && run.err.contains("No errors"), "{} {}", run.out, run.err);
    assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
    assert_eq!(test.diagnose().ends_with(0).json(), json!({ "ok": true, "diagnostics": [], "withheld": [] }));
}

#[test]
fn all_faults_are_told_in_one_run() {
    let test = site()
        .append("kabar.yaml", "penerbit: x\n")
        .file("content/b.id.md", page("Dua", "date: besok\nsumary: x\n---\n[a](/tidak-ada)\n"))
        .file("content/c.id.md", "tanpa front matter")
        .file("templates/404.html", "{{ page.tidak_ada }}");
    let mut codes = test.diagnose().ends_with(1).codes();
    codes.sort();
    let expected =
        ["broken-reference", "date-form", "front-matter-missing", "template-error", "unknown-key", "unknown-key"];
    assert_eq!(codes, expected);
}

#[test]
fn faults_that_show_only_when_rendered_are_found() {
    let test = site().file("templates/year.html", "x{% block main %}{% endblock %}{{ listing.tidak_ada }}");
    assert_eq!(test.diagnose().ends_with(0).codes(), [""; 0]);
    let test = test.file("content/b.id.md", page("Dua", "type: article\ndate: 2026-01-01\n---\nIsi.\n"));
    assert_eq!(test.diagnose().ends_with(1).codes(), ["template-error"]);
}

#[test]
fn a_fault_of_a_template_is_told_once_for_all_pages() {
    let test = (1..20).fold(site(), |test, number| {
        test.file(&format!("content/p{number}.id.md"), page(&format!("Halaman {number}"), "Isi.\n"))
    });
    let test = test.file("templates/page.html", "{{ page.tidak_ada }}");
    assert_eq!(test.diagnose().ends_with(1).codes(), ["template-error"]);
}

#[test]
fn strict_refuses_warnings() {
    let test = site().file("content/_terms/tags.yaml", "desa: { name: Desa }\n");
    let test = test.file("content/b.id.md", page("Dua", "tags: [kota]\n---\nIsi.\n"));
    test.run(&["check"]).ends_with(0);
    test.run(&["check", "--strict"]).ends_with(1);
}

#[test]
fn a_theme_can_be_checked_alone() {
    let test = site();
    let run = test.run(&["check", "--theme"]).ends_with(0);
    assert!(run.err.contains("complete"), "{}", run.err);
    // Faults of the publication do not matter.
    let test = test.file("content/c.id.md", "tanpa front matter");
    test.run(&["check", "--theme"]).ends_with(0);
    fs::remove_file(test.root().join("themes/plain/templates/year.html")).expect("removed");
    let run = test.run(&["check", "--theme", "--format", "json"]).ends_with(1);
    assert_eq!((&run.json()["ok"], &run.json()["lacks"]), (&json!(false), &json!(["year.html"])));
    let run = test.run(&["check", "--theme"]).ends_with(1);
    assert!(run.err.contains("year.html"), "{}", run.err);
}

#[test]
fn a_theme_that_lacks_a_text_is_told_in_which_language() {
    let test = SiteTest::new().bilingual();
    let english = test.root().join("themes/plain/strings/en.ftl");
    let text = fs::read_to_string(&english).expect("text");
    fs::write(&english, text.replace("archive-title = Archive\n", "")).expect("written");
    let run = test.run(&["check", "--theme", "--format", "json"]).ends_with(1);
    assert_eq!(run.codes(), ["missing-string"]);
    let what = run.diagnostics()[0]["what"].as_str().unwrap_or_default().to_owned();
    assert!(what.contains("archive-title") && what.contains("en"), "{what}");
}
