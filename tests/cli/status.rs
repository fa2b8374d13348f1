//! `kabar status`: the board in every form, its filters and limits.

use serde_json::{Value, json};

use crate::support::{SiteTest, folder, page};

fn site() -> SiteTest {
    SiteTest::new()
        .bilingual()
        .append(
            "kabar.yaml",
            "content_types: { story: { name: Cerita, folder: stories } }\n\
             taxonomies: { regions: { name: Wilayah, roll_up: true }, programmes: { name: Program } }\n",
        )
        .file("content/_terms/regions.yaml", "timur: { name: Timur }\nambon: { name: Ambon, parent: timur, aliases: [Amboina] }\n")
        .file("content/_terms/authors.yaml", "ani: { name: { id: Ani, en: Annie } }\n")
        .file(
            "content/stories/a/index.id.md",
            page("=Panen & <b>", "date: 2026-01-01\nauthors: [ani]\nregions: [Amboina]\nprogrammes: [bangkit]\n---\nSatu dua.\n\nTiga 1.234,5 kg pada 16 Juni 2026.\n\n[luar](https://a.example)\n"),
        )
        .file(
            "content/stories/a/index.en.md",
            page("Harvest", "translation: { of: id }\ntranslators: [ani]\n---\nOne two.\n\nThree 1,234.5 kg on 16 June 2026.\n\n[out](https://a.example)\n"),
        )
        .file("content/stories/b/index.id.md", page("Belum", "date: 2026-06-20\n---\nIsi.\n"))
        .file("content/stories/c/index.en.md", page("Draft", "draft: true\ndate: 2026-06-20\n---\nText.\n"))
        .file("content/d.id.md", page("Halaman", "Isi.\n"))
}

fn rows(test: &SiteTest, arguments: &[&str]) -> Vec<Value> {
    let run = test.run(&[&["status", "--format", "json", "--now", "2026-07-01"], arguments].concat()).ends_with(0);
    run.json()["rows"].as_array().cloned().expect("rows")
}

fn told(test: &SiteTest, arguments: &[&str]) -> Vec<String> {
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let told = |row: &Value| format!("{} {} {}", text(row, "article"), text(row, "language"), text(row, "state"));
    rows(test, arguments).iter().map(told).collect()
}

#[test]
fn every_article_in_every_language_is_on_the_board() {
    let test = site();
    let all = [
        "d id original",
        "d en missing",
        "stories/a id original",
        "stories/a en unpinned",
        "stories/b id original",
        "stories/b en missing",
        "stories/c en draft",
    ];
    assert_eq!(told(&test, &[]), all);
    let row = &rows(&test, &[])[3];
    assert_eq!((&row["people"], &row["words"], &row["days"]), (&json!(["Annie"]), &json!(10), &json!(181)));
    assert_eq!(row["differences"], json!([]));
    test.run(&["status", "content/stories/a", "--mark", "--now", "2026-06-01"]).ends_with(0);
    assert_eq!(told(&test, &["--state", "current"]), ["stories/a en current"]);
    assert_eq!(rows(&test, &["--state", "current"])[0]["since"], "2026-06-01");
}

#[test]
fn filters_leave_out_what_was_not_asked_for() {
    let test = site();
    let a = ["stories/a id original", "stories/a en unpinned"];
    assert_eq!(told(&test, &["--term", "regions=ambon"]), a);
    assert_eq!(told(&test, &["--term", "regions=timur"]), a);
    assert_eq!(told(&test, &["--term", "regions=timur", "--programme", "bangkit"]), a);
    assert_eq!(told(&test, &["--programme", "lain"]), [""; 0]);
    assert_eq!(told(&test, &["content/stories/a/index.en.md"]), a[1..]);
    assert_eq!(told(&test, &["--type", "page", "--language", "id"]), ["d id original"]);
    assert_eq!(
        told(&test, &["--state", "missing,draft", "content/stories"]),
        ["stories/b en missing", "stories/c en draft"]
    );
    for arguments in [["--type", "storry"], ["--language", "jv"], ["--term", "region=ambon"]] {
        let run = test.run(&[&["status", "--format", "json"], &arguments[..]].concat()).ends_with(1);
        assert_eq!(run.codes(), ["not-allowed"], "{arguments:?}");
    }
    for arguments in [&["--state", "stal"][..], &["--fail-on", "x"], &["--mark"], &["--minor", "content"]] {
        test.run(&[&["status"], arguments].concat()).ends_with(2);
    }
}

#[test]
fn limits_end_with_1() {
    let test = site();
    let code = |limit: &str| test.run(&["status", "--fail-on", limit, "--now", "2026-07-01"]).code;
    assert_eq!(code("stale"), Some(0));
    assert_eq!(code("missing"), Some(1));
    assert_eq!(code("draft>14d"), Some(0));
    assert_eq!(code("draft>10d"), Some(1));
    assert_eq!(code("stale,draft>10d"), Some(1));
    let run = test.run(&["status", "--fail-on", "missing", "--format", "csv"]).ends_with(1);
    assert!(run.out.starts_with("article,language,state"), "{}", run.out);
}

#[test]
fn the_board_is_text_table_and_page_in_both_languages() {
    let test = site();
    let run = |arguments: &[&str]| test.run(&[&["status", "--now", "2026-07-01"], arguments].concat()).ends_with(0).out;
    for (lang, state, columns) in [("id", "belum ada", "Keadaan"), ("en", "missing", "State")] {
        let text = run(&["--lang", lang]);
        assert!(text.contains(state) && !text.contains('\u{1b}'), "{text}");
        let html = run(&["--lang", lang, "--format", "html", "--diff"]);
        assert!(html.contains(&format!("<html lang=\"{lang}\">")) && html.contains(columns), "{html}");
        assert!(html.contains("=Panen &amp; &lt;b&gt;") && !html.contains("<b>"), "{html}");
    }
    let table = run(&["--format", "csv"]);
    assert_eq!(table.lines().count(), 8);
    assert!(table.contains("'=Panen"), "{table}");
    for arguments in [["check", "--format", "csv"], ["build", "--format", "html"]] {
        test.run(&arguments).ends_with(2);
    }
}

#[test]
fn old_and_new_stand_side_by_side() {
    let test = site();
    test.run(&["status", "content/stories/a", "--mark"]).ends_with(0);
    let test = test.edit("content/stories/a/index.id.md", "Satu dua.", "Satu dua belas.").variable("COLUMNS", "80");
    let run = test.run(&["status", "--diff", "--state", "stale"]).ends_with(0);
    let line = run.out.lines().find(|line| line.contains('│')).expect("two columns");
    let (old, new) = line.split_once('│').expect("two columns");
    assert_eq!((old.trim(), new.trim()), ("Satu dua.", "Satu dua belas."));
    assert!(run.out.contains("Part 2 · changed  content/stories/a/index.id.md:9"), "{}", run.out);
    let test = test.variable("COLUMNS", "40");
    let run = test.run(&["status", "--diff", "--state", "stale"]).ends_with(0);
    assert!(run.out.contains("- Satu dua.") && run.out.contains("+ Satu dua belas."), "{}", run.out);
}

#[test]
fn structure_is_compared_across_languages() {
    let english = "translation: { of: id }\n---\n## Head\n\nOne 1,234.6 kg on 17 June 2026. Twelve.\n\n[out](https://b.example) ![p](https://a.example/p.png)\n";
    let test = site().file("content/stories/a/index.en.md", page("Harvest", english));
    let differences = rows(&test, &["content/stories/a/index.en.md"])[0]["differences"].clone();
    assert_eq!(
        differences,
        json!([
            { "kind": "headings", "original": ["0"], "translation": ["1"] },
            { "kind": "pictures", "original": ["0"], "translation": ["1"] },
            { "kind": "numbers", "original": ["1234.5"], "translation": ["1234.6"] },
            { "kind": "dates", "original": ["2026-06-16"], "translation": ["2026-06-17"] },
            { "kind": "links", "original": ["https://a.example"], "translation": ["https://b.example"] },
        ])
    );
    let run = test.run(&["status", "--lang", "id"]).ends_with(0);
    assert!(run.out.contains("angka hanya dalam naskah asli: 1234.5; hanya dalam terjemahan: 1234.6"), "{}", run.out);
}

#[test]
fn marking_changes_two_lines_and_nothing_else() {
    let front = "---\r\n# catatan\r\ntitle: 'Harvest' # t\r\ntranslation:\r\n    of: id   # asal\r\n    state: reviewed\r\n---\r\n\r\nOne.\r\n";
    let test = site().file("content/stories/a/index.en.md", format!("\u{feff}{front}"));
    test.run(&["status", "content/stories/a/index.en.md", "--mark", "--now", "2026-07-01"]).ends_with(0);
    let text = String::from_utf8(folder::read(&test.root())["content/stories/a/index.en.md"].clone()).expect("text");
    let (before, rest) = text.split_once("    source_hash: ").expect("a hash");
    let (hash, rest) = rest.split_once("\r\n    state: reviewed\r\n    date: 2026-07-01\r\n").expect("a date");
    assert_eq!(before, "\u{feff}---\r\n# catatan\r\ntitle: 'Harvest' # t\r\ntranslation:\r\n    of: id   # asal\r\n");
    assert_eq!((hash.len(), rest), (16, "---\r\n\r\nOne.\r\n"));
    assert_eq!(told(&test, &["content/stories/a/index.en.md"]), ["stories/a en current"]);
}

#[test]
fn the_translations_of_baktinews_are_up_to_date() {
    let root = folder::repository();
    let run = crate::support::kabar(&root, &["status", "--fail-on", "stale,unpinned,draft", "--format", "json"]);
    let rows = run.ends_with(0).json()["rows"].as_array().cloned().expect("rows");
    let current = rows.iter().filter(|row| row["state"] == "current").count();
    assert!(current >= 18, "{current}");
}
