//! `kabar new`: files that are right from the start, of every type that a publication declares.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::support::{SiteTest, Tree, command, folder, kabar};

const NOW: [&str; 2] = ["--now", "2026-11-24T23:30"];

/// What completes the command for a type, as the program itself says.
fn required(test: &SiteTest, content_type: &str) -> Vec<String> {
    let run = test.run(&["new", content_type, "Judul", "--format", "json", "--draft"]);
    if run.code == Some(0) {
        let made = run.json()["written"][0].as_str().expect("a file").to_owned();
        fs::remove_dir_all(test.root().join(made).parent().expect("a folder")).expect("removed");
        return Vec::new();
    }
    assert_eq!(run.codes(), ["missing-fields"], "{content_type}");
    example(run.diagnostics()[0]["fix"].as_str().expect("a remedy"))
}

/// The arguments in `--set a='b' --set c='d'`.
fn example(text: &str) -> Vec<String> {
    let pairs = text.split("--set ").skip(1).map(|part| part.trim().replacen("='", "=", 1));
    pairs.flat_map(|pair| ["--set".to_owned(), pair.trim_end_matches('\'').to_owned()]).collect()
}

/// BaKTINews without its output.
fn baktinews() -> SiteTest {
    let test = SiteTest::new();
    for name in ["kabar.yaml", "content", "static", "themes"] {
        let from = folder::repository().join(name);
        if from.is_file() {
            fs::copy(&from, test.root().join(name)).expect("a copy");
        } else if from.is_dir() {
            folder::copy(&from, &test.root().join(name));
        }
    }
    test
}

fn types(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join("kabar.yaml")).expect("a configuration");
    let value: serde_json::Value = serde_yaml::from_str(&text).expect("YAML");
    let declared = value["content_types"].as_object().cloned().unwrap_or_default();
    let mut names: Vec<String> = declared.keys().cloned().collect();
    names.extend(["article", "page"].map(str::to_owned));
    names.sort();
    names.dedup();
    names
}

fn files(test: &SiteTest) -> Tree {
    folder::read(&test.root())
}

/// Begins an article of every type, and its twin; nothing may be wrong that was not wrong before.
fn every_type(test: &SiteTest) {
    let wrong = |test: &SiteTest, arguments: &[&str]| {
        let run = test.run(&[&["check", "--format", "json"], arguments].concat());
        let errors = run.diagnostics().into_iter().filter(|found| found["severity"] == "error").count();
        (run.code, errors)
    };
    let has_twin = test.run(&["routes", "--format", "json"]).json().as_array().is_some_and(|routes| {
        let langs: std::collections::BTreeSet<_> = routes.iter().filter_map(|route| route["lang"].as_str()).collect();
        langs.len() > 1
    });
    for content_type in types(&test.root()) {
        let required = required(test, &content_type);
        let before = files(test);
        let title = format!("Judul: \"baru\" #1 {content_type}");
        let mut arguments = vec!["new", &content_type, &title, "--draft=false", NOW[0], NOW[1]];
        arguments.extend(required.iter().map(String::as_str));
        test.run(&arguments).ends_with(0);
        let after = files(test);
        let new: Vec<&String> = after.keys().filter(|name| !before.contains_key(*name)).collect();
        let [made] = new.as_slice() else { panic!("{content_type}: {new:?}") };
        assert!(before.iter().all(|(name, text)| after[name] == *text), "{content_type} changed something");
        assert_eq!(wrong(test, &["--now", "2027-01-01"]), (Some(0), 0), "{content_type}");
        if has_twin {
            test.run(&[&["translate", made], &NOW[..]].concat()).ends_with(0);
            assert_eq!(wrong(test, &["--now", "2027-01-01"]), (Some(0), 0), "{content_type}");
            assert_eq!(wrong(test, &["--now", "2027-01-01", "--drafts"]), (Some(0), 0), "{content_type}");
        }
    }
    test.run(&["build", "--drafts", "--now", "2027-01-01"]).ends_with(0);
}

#[test]
fn every_type_of_baktinews_is_right_from_the_start_and_so_is_its_twin() {
    every_type(&baktinews());
}

#[test]
fn every_type_of_the_golden_sites_is_right_from_the_start_and_so_is_its_twin() {
    for name in folder::folders(&folder::tests().join("sites")) {
        let site = folder::tests().join("sites").join(&name);
        let test = SiteTest::of(&site).plain();
        // What is written for other dates must not stand in the way.
        if test.run(&["check"]).code == Some(0) {
            every_type(&test);
        }
    }
}

fn site() -> SiteTest {
    let types = "content_types:\n  story:\n    name: { id: Cerita, en: Story }\n    folder: stories\n    fields:\n      \
        place: { type: text, required: true, description: { id: Tempat kejadian., en: Where it was. } }\n      \
        lessons: { type: list, of: rich-text, required: true }\n      mode: { type: enum, values: [a, b] }\n";
    SiteTest::new()
        .bilingual()
        .append("kabar.yaml", types)
        .file("content/stories/_section.id.md", "---\ntitle: Cerita\n---\n")
        .file("content/stories/_section.en.md", "---\ntitle: Stories\n---\n")
}

fn text(test: &SiteTest, path: &str) -> String {
    fs::read_to_string(test.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn what_is_missing_is_told_all_at_once_with_an_example_that_works() {
    let test = site();
    let before = files(&test);
    let run = test.run(&["new", "story", "Panen"]).ends_with(1);
    assert!(run.err.contains("place, lessons"), "{}", run.err);
    assert_eq!(files(&test), before);
    let run = test.run(&["new", "story", "Panen", "--format", "json"]).ends_with(1);
    assert_eq!(run.codes(), ["missing-fields"]);
    let fix = run.diagnostics()[0]["fix"].as_str().unwrap_or_default().to_owned();
    let example = example(&fix);
    let mut arguments = vec!["new", "story", "Panen"];
    arguments.extend(example.iter().map(String::as_str));
    test.run(&arguments).ends_with(0);
    test.run(&["check"]).ends_with(0);
}

#[test]
fn comments_are_in_the_language_of_the_editor_and_the_date_is_of_the_sites_zone() {
    for (tongue, comment) in [("id", "# Tempat kejadian."), ("en", "# Where it was.")] {
        let test = site();
        let run = crate::support::Run::of(
            command(&test.root())
                .env("KABAR_LANG", tongue)
                .args(["new", "story", "Panen", "--set", "place=Ambon", "--set", "lessons=[a, b]"])
                // Still the day before in Greenwich.
                .args(["--now", "2026-11-24T17:00Z"]),
        );
        run.ends_with(0);
        let text = text(&test, "content/stories/panen/index.id.md");
        for part in [
            comment,
            "\ntitle: \"Panen\"\n",
            "\ndate: 2026-11-25\n",
            "\nplace: \"Ambon\"\n",
            "\nlessons: [a, b]\n",
            "\n# mode: a\n",
            "\ndraft: true\n",
        ] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
    }
}

#[test]
fn addresses_are_unique_and_sections_and_languages_are_chosen() {
    let test = site();
    let new = |arguments: &[&str]| {
        let typed = ["--set", "place=x", "--set", "lessons=y"];
        test.run(&[&["new", "story", "Panen Raya"], &typed[..], arguments].concat())
    };
    for path in ["panen-raya", "panen-raya-2", "panen-raya-3"] {
        new(&[]).ends_with(0);
        assert!(test.root().join(format!("content/stories/{path}/index.id.md")).exists(), "{path}");
    }
    new(&["--language", "en"]).ends_with(0);
    assert!(test.root().join("content/stories/panen-raya-4/index.en.md").exists());
    new(&["--set", "slug=panen-raya"]).ends_with(1);
    new(&["--set", "slug=Panen Raya"]).ends_with(1);
    new(&["--section", "storis"]).ends_with(1);
    new(&["--language", "jv"]).ends_with(1);
    new(&["--set", "plase=x"]).ends_with(1);
    new(&["--set", "mode=c"]).ends_with(1);
    test.run(&["check"]).ends_with(0);
}

#[test]
fn names_follow_the_custom_of_their_section() {
    let front = "place: x\nlessons: [y]\ndate: 2026-01-01\n---\nIsi.\n";
    let test = site().file("content/stories/2026-01-tanam/index.id.md", crate::support::page("Tanam", front));
    test.run(&[&["new", "story", "Panen", "--set", "place=x", "--set", "lessons=y"], &NOW[..]].concat()).ends_with(0);
    let text = text(&test, "content/stories/2026-11-panen/index.id.md");
    assert!(text.contains("\nslug: panen\n"), "{text}");
}

#[test]
fn a_line_break_begins_no_key() {
    let test = site();
    let typed = ["--set", "place=a\nexpires: 2020-01-01", "--set", "lessons=x", "--set", "summary={ a: b }\nid: y"];
    test.run(&[&["new", "story", "Panen\nid: z"], &typed[..]].concat()).ends_with(0);
    let text = text(&test, "content/stories/panen-id-z/index.id.md");
    assert!(!text.lines().any(|line| line.starts_with("id:") || line.starts_with("expires:")), "{text}");
    test.run(&["check"]).ends_with(0);
}

#[test]
fn a_section_has_a_text_in_every_language() {
    let test = site();
    test.run(&["new", "section", "Kabar Pasar", "--set", "title.en=Market news", "--set", "slug.en=market"])
        .ends_with(0);
    test.run(&["check", "--strict"]).ends_with(0);
    assert!(text(&test, "content/kabar-pasar/_section.en.md").contains("title: \"Market news\""));
    assert!(text(&test, "content/kabar-pasar/_section.id.md").contains("title: \"Kabar Pasar\""));
    let run = test.run(&["new", "section", "Kabar Pasar"]).ends_with(1);
    assert!(run.err.contains("already-there"), "{}", run.err);
    test.run(&["new", "section", "Dalam", "--section", "stories"]).ends_with(0);
    assert!(test.root().join("content/stories/dalam/_section.en.md").exists());
    test.run(&["check", "--strict"]).ends_with(0);
}

#[test]
fn a_term_comes_to_the_end_of_its_register_and_nothing_else_changes() {
    let old = "# Pesisir dahulu.\ncoast:   { name: { id: Pesisir, en: Coast } } # tetap\r\n\r\n# akhir";
    let test = site().file("content/_terms/tags.yaml", old);
    let new = |arguments: &[&str]| test.run(&[&["new", "term", "Hutan Desa"], arguments].concat());
    new(&[]).ends_with(1);
    new(&["--taxonomy", "tagz"]).ends_with(1);
    new(&["--taxonomy", "tags", "--set", "name.en=Village forest", "--set", "parent=coast"]).ends_with(0);
    let text = text(&test, "content/_terms/tags.yaml");
    assert!(text.starts_with(old), "{text}");
    assert!(text.contains("hutan-desa:") && text.contains("Village forest"), "{text}");
    test.run(&["check", "--strict"]).ends_with(0);
    assert!(new(&["--taxonomy", "tags"]).ends_with(1).err.contains("already-there"));
    assert!(new(&["--taxonomy", "tags", "--set", "parent=laut", "--set", "id=lain"]).ends_with(1).err.contains("laut"));
    // A register in braces keeps them; one that is not there is begun.
    let test = site().file("content/_terms/tags.yaml", "{ a: { name: A } }\n");
    test.run(&["new", "term", "B", "--taxonomy", "tags"]).ends_with(0);
    test.run(&["new", "term", "Ani", "--taxonomy", "authors"]).ends_with(0);
    test.run(&["check", "--strict"]).ends_with(0);
    assert!(test.root().join("content/_terms/authors.yaml").exists());
}

#[test]
fn a_theme_looks_like_its_parent() {
    let test = site();
    test.run(&["build", "--output", "before"]).ends_with(0);
    test.run(&["new", "theme", "Pantai Timur"]).ends_with(0);
    let test = test.edit("kabar.yaml", "theme: plain", "theme: pantai-timur");
    test.run(&["check", "--theme"]).ends_with(0);
    test.run(&["build", "--output", "after"]).ends_with(0);
    let [before, after] = ["before", "after"].map(|name| folder::read(&test.root().join(name)));
    assert_eq!(folder::differences(&before, &after), [""; 0]);
    test.run(&["new", "theme", "Pantai Timur"]).ends_with(1);
    test.run(&["new", "theme", "tenun"]).ends_with(1);
}

#[test]
fn a_type_of_the_publication_has_precedence() {
    let test =
        SiteTest::new().minimal().append("kabar.yaml", "content_types: { theme: { name: Tema, folder: tema } }\n");
    test.run(&["new", "theme", "Laut"]).ends_with(0);
    assert!(test.root().join("content/tema/laut/index.id.md").exists());
    let run = test.run(&["new", "storry", "x", "--format", "json"]).ends_with(1);
    assert_eq!(run.codes(), ["unknown-content-type"]);
}

#[test]
fn what_was_written_is_told_to_programs() {
    let test = site();
    let arguments = ["new", "story", "Panen", "--set", "place=x", "--set", "lessons=y", "--format", "json"];
    let run = test.run(&arguments).ends_with(0);
    assert_eq!(run.json()["written"], json!(["content/stories/panen/index.id.md"]));
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(
        kabar(folder.path(), &["new", "page", "x", "--format", "json"]).ends_with(1).codes(),
        ["config-missing"]
    );
}

/// A terminal of its own, in which someone types.
#[cfg(target_os = "linux")]
fn typed(test: &SiteTest, arguments: &[&str], answers: &str) -> (Option<i32>, String) {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let kabar = command(&test.root());
    let words = arguments.iter().map(|argument| format!("'{argument}'"));
    let line = std::iter::once(kabar.get_program().to_string_lossy().into_owned()).chain(words);
    let mut terminal = Command::new("script");
    terminal.args(["-qec", &line.collect::<Vec<_>>().join(" "), "/dev/null"]).current_dir(test.root());
    terminal.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = terminal.spawn().expect("script, of util-linux");
    child.stdin.take().expect("an input").write_all(answers.as_bytes()).expect("typed");
    let output = child.wait_with_output().expect("an end");
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
#[cfg(target_os = "linux")]
fn on_a_terminal_what_is_required_is_asked_for() {
    let test = baktinews();
    let command = ["new", "success-case", "Air bersih", "--lang", "id", NOW[0], NOW[1]];
    let (code, seen) = typed(&test, &command, "Air jauh.\nPipa dari mata air.\nAir di tiap rumah.\n");
    assert_eq!(code, Some(0), "{seen}");
    let places = ["problem (rich-text): Masalah", "approach (rich-text): Cara", "result (rich-text): Hasil"]
        .map(|question| seen.find(question).unwrap_or_else(|| panic!("{question} is not in {seen}")));
    assert!(places.is_sorted(), "{seen}");
    let made = fs::read_to_string(test.root().join("content/success-cases/2026-11-air-bersih/index.id.md"));
    let made = made.expect("the article");
    for answer in ["Air jauh.", "Pipa dari mata air.", "Air di tiap rumah."] {
        assert!(made.contains(answer), "{made}");
    }
    let run = test.run(&["check", "--format", "json", NOW[0], NOW[1]]);
    assert_eq!(run.code, Some(0), "{}", run.json());
}

#[test]
#[cfg(target_os = "linux")]
fn answers_that_end_too_soon_write_nothing() {
    let test = baktinews();
    let before = files(&test);
    let (code, seen) = typed(&test, &["new", "success-case", "Air bersih", "--lang", "en"], "Air jauh.\n\u{4}");
    assert_eq!(code, Some(1), "{seen}");
    assert!(seen.contains("approach") && seen.contains("missing"), "{seen}");
    assert_eq!(files(&test), before);
}
