//! Quick fixes: what is left of a text when they are made.

use serde_json::{Value, json};

use crate::support::{Editor, applied};

use super::{HARVEST, HARVEST_EN, publication};

const PANEN: &str = "content/stories/panen/index.id.md";
const PANEN_EN: &str = "content/stories/panen/index.en.md";

/// Opens a text with faults of these codes, and makes the fix with this title at a part of it.
fn check(path: &str, text: &str, codes: &[&str], part: &str, title: &str, expected: &str) {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.open(path, text);
    editor.told(path, codes);
    let place = editor.place(path, part, 1);
    let fixes = editor.fixes(&place);
    let titles: Vec<&Value> = fixes.iter().map(|fix| &fix["title"]).collect();
    let fix =
        fixes.iter().find(|fix| fix["title"] == title).unwrap_or_else(|| panic!("{title} is not among {titles:?}"));
    assert_eq!(editor.fixed(path, fix), expected);
    assert_eq!(fix["kind"], "quickfix");
    assert!(codes.iter().any(|code| fix["diagnostics"][0]["code"] == *code), "{fix}");
}

#[test]
fn wrong_names_become_the_nearest_right_ones() {
    let text = HARVEST.replace("cover:", "cver:");
    check(PANEN, &text, &["missing-author", "unknown-key"], "cver", "Replace with “cover”", HARVEST);
    let text = HARVEST.replace("[maluku]", "[malku]");
    check(PANEN, &text, &["missing-author", "undeclared-term"], "malku", "Replace with “maluku”", HARVEST);
    let text = HARVEST.replace("/stories/catatan", "/stories/catatn");
    check(PANEN, &text, &["broken-reference", "missing-author"], "catatn", "Replace with “/stories/catatan”", HARVEST);
    let text = HARVEST.replace("foto.svg", "fotoo.svg");
    check(PANEN, &text, &["missing-author", "missing-file"], "fotoo", "Replace with “foto.svg”", HARVEST);
    let text = HARVEST.replace("/stories/catatan", "#diubh");
    let expected = HARVEST.replace("/stories/catatan", "#diubah");
    check(PANEN, &text, &["broken-anchor", "missing-author"], "#diubh", "Replace with “diubah”", &expected);
}

#[test]
fn line_ends_and_letters_outside_of_the_plane_stay_as_they_are() {
    let windows = HARVEST.replace('\n', "\r\n");
    let text = windows.replace("title:", "titlle:");
    check(PANEN, &text, &["missing-author", "missing-key", "unknown-key"], "titlle", "Replace with “title”", &windows);
    let text = windows.replace("Lihat [catatan](/stories/catatan)", "🌾🌾 [🌾](/stories/catatn) 🌾");
    let expected = windows.replace("Lihat [catatan](/stories/catatan)", "🌾🌾 [🌾](/stories/catatan) 🌾");
    check(
        PANEN,
        &text,
        &["broken-reference", "missing-author"],
        "catatn",
        "Replace with “/stories/catatan”",
        &expected,
    );
}

#[test]
fn missing_keys_are_added() {
    let text = "---\nsummary: x\nauthors: [a]\n---\nIsi.\n";
    let expected = "---\nsummary: x\nauthors: [a]\ntitle: \n---\nIsi.\n";
    check(PANEN, text, &["missing-key"], "summary", "Add the key “title”", expected);
    let front = "title: x\nsummary: x\nauthors: [a]\n";
    let text = format!("---\n{front}speakers:\n  - role: y\n---\nIsi.\n");
    let expected = format!("---\n{front}speakers:\n  - name: \n    role: y\n---\nIsi.\n");
    check(PANEN, &text, &["missing-key"], "role", "Add the key “name”", &expected);
    let text = format!("---\n{front}speakers:\n  - {{ role: y }}\n---\nIsi.\n");
    let expected = format!("---\n{front}speakers:\n  - {{ name: , role: y }}\n---\nIsi.\n");
    check(PANEN, &text, &["missing-key"], "role", "Add the key “name”", &expected);
    let text = format!("---\n{front}---\n\n```{{quote}}\nspeaker: y\n```\n");
    let expected = format!("---\n{front}---\n\n```{{quote}}\ntext: \nspeaker: y\n```\n");
    check(PANEN, &text, &["missing-key"], "speaker", "Add the key “text”", &expected);
    let expected = HARVEST.replace("cover: foto.svg\n", "cover: foto.svg\nauthors: \n");
    check(PANEN, HARVEST, &["missing-author"], "Panen", "Add the key “authors”", &expected);
    check(
        "content/stories/baru.id.md",
        "Isi.\n",
        &["front-matter-missing"],
        "Isi",
        "Add front matter",
        "---\ntitle: \n---\n\nIsi.\n",
    );
}

#[test]
fn what_lives_in_the_original_is_taken_out_of_the_translation() {
    let text = HARVEST_EN.replace("translation:", "date: 2027-01-01\ntranslation:");
    check(PANEN_EN, &text, &["shared-field"], "date", "Remove the key “date”", HARVEST_EN);
    let text = HARVEST_EN.replace("{ of: id }", "{ of: id, source_hash: old }");
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.open(PANEN_EN, &text);
    editor.told(PANEN_EN, &["stale-translation"]);
    let place = editor.place(PANEN_EN, "of: id", 5);
    let fixes = editor.fixes(&place);
    let fixed = editor.fixed(PANEN_EN, &fixes[0]);
    assert!(fixed.contains("source_hash: ") && !fixed.contains("old"), "{fixed}");
    editor.write_text(PANEN_EN, &fixed);
    editor.told(PANEN_EN, &[]);
}

#[test]
fn a_translation_that_has_been_looked_through_is_pinned_with_its_lock() {
    let test = publication();
    test.run(&["status", PANEN_EN, "--mark"]).ends_with(0);
    let lock = "content/stories/panen/index.en.lock.yaml";
    let write = |path: &str, text: &str| std::fs::write(test.root().join(path), text).expect("written");
    let read = |path: &str| std::fs::read_to_string(test.root().join(path)).expect("a text");
    let before = read(lock);
    write(PANEN, &HARVEST.replace("## Yang", "Kalimat yang baru.\n\n## Yang"));
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.open(PANEN_EN, &read(PANEN_EN));
    editor.told(PANEN_EN, &["stale-translation"]);
    let place = editor.place(PANEN_EN, "of: id", 5);
    let fixes = editor.fixes(&place);
    let changed = applied(&before, &fixes[0]["edit"]["changes"][editor.uri(lock)]);
    assert!(changed.contains("Kalimat yang baru.") && !before.contains("Kalimat yang baru."), "{changed}");
    write(PANEN_EN, &editor.fixed(PANEN_EN, &fixes[0]));
    write(lock, &changed);
    let board = test.run(&["status", PANEN_EN, "--format", "json"]).ends_with(0).json();
    assert!(board.to_string().contains("\"current\"") && !board.to_string().contains("\"stale\""), "{board}");
}

#[test]
fn headings_get_the_level_that_fits() {
    let text = HARVEST.replace("## Yang", "# Yang");
    check(PANEN, &text, &["first-level-heading", "missing-author"], "# Yang", "Begin the heading with ##", HARVEST);
}

#[test]
fn a_new_term_is_declared_in_its_register() {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.open(PANEN, &HARVEST.replace("[maluku]", "[Nusa Tenggara]"));
    editor.told(PANEN, &["missing-author", "undeclared-term"]);
    let place = editor.place(PANEN, "Nusa", 1);
    let fixes = editor.fixes(&place);
    let fix = fixes.iter().find(|fix| fix["title"] == "Add “Nusa Tenggara” to regions.yaml").expect("a fix");
    let regions = "content/_terms/regions.yaml";
    let edited = applied(super::REGIONS, &fix["edit"]["changes"][editor.uri(regions)]);
    let added =
        "nusa-tenggara:\n  name: { id: \"Nusa Tenggara\", en: \"Nusa Tenggara\" }\n  aliases: [\"Nusa Tenggara\"]\n";
    assert_eq!(edited, format!("{}{added}", super::REGIONS));
    editor.open(regions, &edited);
    editor.told(PANEN, &["missing-author"]);
}
