//! `kabar translate`: a twin that waits to be translated, and passes a check.

use std::fs;

use crate::support::{Run, SiteTest, command, folder, page};

const ORIGINAL: &str = "---\ntitle: \"Panen: rumput laut\"\r\nslug: panen\ndate: 2026-01-01\nsummary: >\n  Ringkas,\n  dua baris.\ntags: [laut]\nlessons:\n  - Satu *hal*.\n  - Dua\nplace: Ambon\n---\n\nAlinea --> pertama.\n\n## Judul {#judul}\n\n```{quote}\ntext: Kata <!-- a --> b\nspeaker: Ani\n```\n\n<!-- catatan redaksi -->\n\nAkhir --!> kata.\n";

fn site() -> SiteTest {
    let types = "content_types:\n  story:\n    name: { id: Cerita, en: Story }\n    folder: stories\n    fields:\n      \
        place: { type: text, translated: false }\n      lessons: { type: list, of: rich-text, translated: true, required: true }\n";
    SiteTest::new().bilingual().append("kabar.yaml", types).file("content/stories/a/index.id.md", ORIGINAL)
}

fn text(test: &SiteTest, path: &str) -> String {
    fs::read_to_string(test.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_twin_has_what_is_to_be_translated_and_nothing_else() {
    for (tongue, mark) in [("id", "terjemahkan"), ("en", "translate")] {
        let test = site();
        let mut run = command(&test.root());
        run.env("KABAR_LANG", tongue).args(["translate", "content/stories/a/index.id.md", "--now", "2026-07-01"]);
        Run::of(&mut run).ends_with(0);
        let twin = text(&test, "content/stories/a/index.en.md");
        for part in [
            format!("# {mark}: \"Panen: rumput laut\"\ntitle: \"Panen: rumput laut\"\n"),
            "summary: >\n  Ringkas,\n  dua baris.\n".to_owned(),
            format!("# {mark}:\n# - Satu *hal*.\n# - Dua\nlessons:\n  - Satu *hal*.\n"),
            "date: 2026-07-01, state: draft }".to_owned(),
            format!("<!-- {mark}:\nAlinea --\\> pertama.\n-->"),
            format!("<!-- {mark}:\n## Judul {{#judul}}\n-->"),
            "Akhir --\\!> kata.".to_owned(),
        ] {
            assert!(twin.contains(&part), "{part} is not in {twin}");
        }
        for part in ["\ntags:", "\nplace:", "\nslug:", "catatan redaksi"] {
            assert!(!twin.contains(part), "{part} is in {twin}");
        }
        assert_eq!(twin.matches("<!-- ").count() - twin.matches("Kata <!-- a").count(), 4, "{twin}");
        assert_eq!(test.diagnose().ends_with(0).codes(), [""; 0]);
        // Even shown to readers, nothing of the original's text is published.
        let test = test.edit("content/stories/a/index.en.md", "state: draft", "state: reviewed");
        let page = test.build().tree()["en/stories/a/index.html"].clone();
        let page = String::from_utf8(page).expect("text");
        assert!(!page.contains("Alinea") && !page.contains("speaker"), "{page}");
    }
}

#[test]
fn the_original_is_pinned_block_by_block() {
    let test = site();
    test.run(&["translate", "content/stories/a"]).ends_with(0);
    let lock = text(&test, "content/stories/a/index.en.lock.yaml");
    assert!(lock.contains("Alinea --> pertama.") && lock.contains("\"field lessons\""), "{lock}");
    let run = test.run(&["status", "--format", "json"]).ends_with(0);
    assert_eq!(run.json()["rows"][1]["state"], "draft");
    assert!(run.json()["rows"][1]["changes"].is_null());
}

#[test]
fn nothing_is_written_over() {
    let test = site();
    test.run(&["translate", "content/stories/a/index.id.md", "--to", "en"]).ends_with(0);
    let before = folder::read(&test.root());
    for arguments in [
        &["translate", "content/stories/a/index.id.md"][..],
        &["translate", "content/stories/a/index.id.md", "--to", "en"],
        &["translate", "content/stories/a/index.en.md"],
        &["translate", "content/stories/a/index.id.md", "--to", "id"],
        &["translate", "content/stories/a/index.id.md", "--to", "fr"],
        &["translate", "content/_section.id.md"],
    ] {
        test.run(arguments).ends_with(1);
    }
    test.run(&["translate", "content/stories/b/index.id.md"]).ends_with(2);
    assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
}

#[test]
fn an_article_in_a_single_file_and_from_any_folder() {
    let test = SiteTest::new().bilingual().file("content/stories/b.en.md", page("Harvest", "Text.\n"));
    let mut run = command(&test.root().join("content/stories"));
    run.args(["translate", "b.en.md", "--root", "../.."]);
    Run::of(&mut run).ends_with(0);
    assert!(text(&test, "content/stories/b.id.md").contains("translation: { of: en"));
    assert!(test.root().join("content/stories/b.id.lock.yaml").exists());
    assert_eq!(test.diagnose().ends_with(0).codes(), [""; 0]);
    // The lock is no page and no file of the site.
    assert!(test.build().tree().keys().all(|name| !name.contains("lock")));
}
