//! `kabar rename`: another address, a redirect from the old one, no link broken, all or nothing.

use std::fs;

use serde_json::json;

use crate::support::{SiteTest, folder, page};

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>";

fn site() -> SiteTest {
    let linking = "date: 2026-01-02\nbesar: ../lama/\n---\nDi [sini](../lama/index.md#x \"lama\"), [nama](article:lama), \
        [akar](/stories/lama), [acuan][r], ![peta](../lama/peta.svg), lama `../lama/index.md` lamaran.\n\n\
        ```{note}\ntext: Lihat [lagi](../lama).\n```\n\n[r]: ../lama/index.id.md\n";
    SiteTest::new()
        .bilingual()
        .append("kabar.yaml", "menus: { main: [{ page: stories/lama, title: stories/lama }] }\ncontent_types: { article: { fields: { besar: { type: reference } } } }\n")
        .file("content/stories/_section.id.md", "---\ntitle: Cerita\nslug: cerita\n---\n")
        .file("content/stories/_section.en.md", "---\ntitle: Stories\n---\n")
        .file("content/stories/lama/index.id.md", page("Panen", "date: 2026-01-01\n---\nKe [diri](../lama).\n\n## X {#x}\n"))
        .file("content/stories/lama/index.en.md", page("Harvest", "translation: { of: id }\n---\nText.\n\n## X {#x}\n"))
        .file("content/stories/lama/peta.svg", SVG)
        .file("content/stories/lama/media.yaml", "peta.svg:\n  alt: Peta\n  caption: \"[x](../lama)\"\n")
        .file("content/stories/taut/index.id.md", page("Taut", linking))
        .file("templates/404.html", "<html lang=id><h1>x</h1><a href='{{ link(to=\"/stories/lama\") }}'>panen</a></html>")
}

fn text(test: &SiteTest, path: &str) -> String {
    fs::read_to_string(test.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_folder_moves_with_a_redirect_and_every_link_is_mended() {
    let test = site();
    assert_eq!(test.diagnose().ends_with(0).codes(), [""; 0]);
    let linking = text(&test, "content/stories/taut/index.id.md");
    let run = test.run(&["rename", "content/stories/lama/index.id.md", "baru", "--now", "2026-07-01"]).ends_with(0);
    assert!(run.err.contains("/cerita/lama/ is now /cerita/baru/"), "{}", run.err);
    assert_eq!(test.diagnose().ends_with(0).codes(), [""; 0]);
    let expected = linking
        .replace("](../lama/index.md#x \"lama\")", "](../baru/index.md#x \"lama\")")
        .replace("article:lama", "article:baru")
        .replace("/stories/lama", "/stories/baru")
        .replace("../lama/peta.svg", "../baru/peta.svg")
        .replace("[lagi](../lama)", "[lagi](../baru)")
        .replace("[r]: ../lama/index.id.md", "[r]: ../baru/index.id.md")
        .replace("besar: ../lama/", "besar: ../baru/");
    assert_eq!(text(&test, "content/stories/taut/index.id.md"), expected);
    let original = text(&test, "content/stories/baru/index.id.md");
    for part in ["aliases: [/cerita/lama/]", "id: stories/lama", "[diri](../baru)"] {
        assert!(original.contains(part), "{part} is not in {original}");
    }
    assert!(text(&test, "content/stories/baru/index.en.md").contains("aliases: [/en/stories/lama/]"));
    assert!(text(&test, "content/stories/baru/media.yaml").contains("[x](../baru)"));
    assert!(text(&test, "kabar.yaml").contains("{ page: stories/baru, title: stories/lama }"));
    assert!(text(&test, "templates/404.html").contains("/stories/baru"));
    assert!(!test.root().join("content/stories/lama").exists());
    let tree = test.build().tree();
    for name in
        ["cerita/lama/index.html", "cerita/baru/index.html", "en/stories/lama/index.html", "cerita/baru/peta.svg"]
    {
        assert!(tree.contains_key(name), "{name}");
    }
}

#[test]
fn a_slug_of_its_own_changes_and_the_folder_stays() {
    let test =
        site().edit("content/stories/lama/index.en.md", "title: Harvest\n", "title: Harvest # t\nslug: harvest # s\n");
    let run = test.run(&["rename", "content/stories/lama/index.en.md", "reaping", "--format", "json"]).ends_with(0);
    assert_eq!(run.json()["urls"], json!([{ "from": "/en/stories/harvest/", "to": "/en/stories/reaping/" }]));
    assert_eq!((&run.json()["moves"], &run.json()["mended"]), (&json!([]), &json!([])));
    let english = text(&test, "content/stories/lama/index.en.md");
    assert!(english.contains("title: Harvest # t\nslug: reaping # s\naliases: [/en/stories/harvest/]\n"), "{english}");
    assert_eq!(test.diagnose().ends_with(0).codes(), [""; 0]);
    // Back again: what was an old address is the address, and the other one leads there.
    test.run(&["rename", "content/stories/lama/index.en.md", "harvest"]).ends_with(0);
    let english = text(&test, "content/stories/lama/index.en.md");
    assert!(english.contains("slug: harvest # s\naliases: [/en/stories/reaping/]\n"), "{english}");
    assert_eq!(test.diagnose().ends_with(0).codes(), [""; 0]);
}

#[test]
fn a_translation_without_a_slug_gets_one() {
    let test = site();
    test.run(&["rename", "content/stories/lama/index.en.md", "harvest"]).ends_with(0);
    assert!(text(&test, "content/stories/lama/index.en.md").contains("slug: harvest\naliases: [/en/stories/lama/]\n"));
    assert!(test.root().join("content/stories/lama/index.id.md").exists());
}

#[test]
fn nothing_changes_when_it_cannot_be_whole() {
    let test = site()
        .file("content/stories/ada/index.id.md", page("Ada", "aliases: [/cerita/dulu/]\n---\nIsi.\n"))
        .file("content/stories/kosong/peta.svg", SVG)
        .file("content/lain/ganda/index.id.md", page("Ganda", "type: article\n---\nIsi.\n"));
    let before = folder::read(&test.root());
    for name in ["ada", "dulu", "kosong", "lama", "Nama Baru", "ganda"] {
        // An article of the same name elsewhere would make links by name mean two things.
        test.run(&["rename", "content/stories/lama", name]).ends_with(1);
        assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0], "{name}");
    }
    for (arguments, code) in [
        (["content/stories", "x"], "not-an-article"),
        (["content/stories/lama", "dulu"], "slug-taken"),
        (["content/stories/lama", "kosong"], "already-there"),
        (["content/stories/lama", "ganda"], "ambiguous-reference"),
        (["content/stories/lama", "Nama"], "invalid-slug"),
    ] {
        let run = test.run(&[&["rename", "--format", "json"], &arguments[..]].concat()).ends_with(1);
        assert!(run.codes().iter().all(|found| found == code) && !run.codes().is_empty(), "{arguments:?} {}", run.out);
    }
    test.run(&["rename", "content/stories/tak-ada", "x"]).ends_with(2);
    let run = test.run(&["rename", "content/stories/lama", "baru", "--dry-run"]).ends_with(0);
    assert!(run.err.contains("nothing has been written"), "{}", run.err);
    assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_disk_that_refuses_leaves_everything_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let test = site();
    let folder_of_links = test.root().join("content/stories/taut");
    fs::set_permissions(&folder_of_links, fs::Permissions::from_mode(0o555)).expect("permissions");
    let is_refused = fs::write(folder_of_links.join("x"), "").is_err();
    let before = folder::read(&test.root());
    let run = test.run(&["rename", "content/stories/lama", "baru"]);
    fs::set_permissions(&folder_of_links, fs::Permissions::from_mode(0o755)).expect("permissions");
    // Who may write everywhere (root in a container) is not refused.
    if is_refused {
        run.ends_with(2);
        assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
    }
}

#[test]
fn translations_that_were_up_to_date_stay_so() {
    let test = site().file(
        "content/stories/taut/index.en.md",
        page("Linking", "translation: { of: id }\n---\nSee [here](../lama/index.md).\n"),
    );
    test.run(&["status", "content", "--mark"]).ends_with(0);
    let state = |test: &SiteTest| {
        let rows = test.run(&["status", "--format", "json"]).ends_with(0).json()["rows"].clone();
        rows.as_array()
            .expect("rows")
            .iter()
            .map(|row| row["state"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    let before = state(&test);
    assert!(before.contains(&"current".to_owned()), "{before:?}");
    test.run(&["rename", "content/stories/lama", "baru"]).ends_with(0);
    assert_eq!(state(&test), before);
    // What was behind stays behind by as much.
    let test = test.edit("content/stories/taut/index.id.md", "lamaran.", "lamaran baru.");
    let changes = |test: &SiteTest| {
        let rows = test.run(&["status", "content/stories/taut", "--format", "json"]).json()["rows"].clone();
        rows[1]["changes"]["changed"].clone()
    };
    assert_eq!(changes(&test), 1);
    test.run(&["rename", "content/stories/baru", "lain"]).ends_with(0);
    assert_eq!(changes(&test), 1);
}

#[test]
fn an_article_in_single_files_and_one_with_a_date_in_its_name() {
    let test = SiteTest::new()
        .bilingual()
        .file("content/s/a.id.md", page("A", "Isi.\n"))
        .file("content/s/a.en.md", page("A", "translation: { of: id }\n---\nText.\n"))
        .file("content/s/ab.id.md", page("B", "[a](a)\n"))
        .file("content/s/2026-06-c/index.id.md", page("C", "slug: c\n---\nIsi.\n"));
    test.run(&["status", "content", "--mark"]).ends_with(0);
    test.run(&["rename", "content/s/a.id.md", "z"]).ends_with(0);
    for name in ["z.id.md", "z.en.md", "z.en.lock.yaml", "ab.id.md"] {
        assert!(test.root().join("content/s").join(name).exists(), "{name}");
    }
    assert!(text(&test, "content/s/ab.id.md").contains("[a](z)"));
    test.run(&["rename", "content/s/2026-06-c", "d"]).ends_with(0);
    assert!(text(&test, "content/s/2026-06-d/index.id.md").contains("slug: d\naliases: [/s/c/]"));
    assert_eq!(test.diagnose().ends_with(0).codes(), [""; 0]);
}

#[test]
fn a_draft_needs_no_redirect() {
    let test = SiteTest::new().minimal().file("content/s/a/index.id.md", page("A", "draft: true\n---\nIsi.\n"));
    test.run(&["rename", "content/s/a", "b"]).ends_with(0);
    assert_eq!(text(&test, "content/s/b/index.id.md"), page("A", "draft: true\n---\nIsi.\n"));
}
