//! `kabar cms`: forms of every declared type, and what becomes of the files that are there.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Run, folder, kabar};

/// A publication with a field of every type, in two languages.
fn publication() -> TempDir {
    let root = TempDir::new().expect("a folder");
    let write = |name: &str, text: &str| folder::write(&root.path().join(name), text);
    write("kabar.yaml", include_str!("cms/kabar.yaml"));
    write(
        "content/_terms/regions.yaml",
        "maluku:\n  name: { id: Maluku, en: Moluccas }\nambon:\n  name: Ambon\n  parent: maluku\n",
    );
    for lang in ["id", "en"] {
        write(&format!("content/_section.{lang}.md"), "---\ntitle: Rumah\n---\n");
        write(&format!("content/every/_section.{lang}.md"), "---\ntitle: Semua\n---\n");
    }
    write("content/every/2026-06-satu/index.id.md", "---\ntitle: Satu\nneeded: x\n---\n");
    write("content/every/dua.en.md", "---\n{ title: Two, needed: x }\n---\n");
    root
}

fn cms(root: &Path, arguments: &[&str]) -> Run {
    kabar(root, &[&["cms"], arguments].concat())
}

fn config(root: &Path) -> Value {
    let text = fs::read_to_string(root.join("static/admin/config.yml")).expect("a configuration");
    serde_yaml::from_str(&text).expect("YAML")
}

fn named<'v>(list: &'v Value, name: &str) -> &'v Value {
    let items = list.as_array().unwrap_or_else(|| panic!("{list}"));
    items.iter().find(|item| item["name"] == name).unwrap_or_else(|| panic!("no {name} in {list}"))
}

/// The form of an article of the type with everything.
fn form(root: &Path, vendor: &str) -> Value {
    cms(root, &[vendor, "--backend", "trial"]).ends_with(0);
    named(&config(root)["collections"], "content__every-id")["fields"].clone()
}

#[test]
fn every_type_of_field_has_its_widget() {
    let root = publication();
    for vendor in ["sveltia", "decap"] {
        let form = form(root.path(), vendor);
        for (name, widget) in [
            ("a-text", "string"),
            ("a-rich-text", "markdown"),
            ("a-markdown", "markdown"),
            ("an-integer", "number"),
            ("a-decimal", "number"),
            ("a-date", "datetime"),
            ("a-moment", "string"),
            ("date", "datetime"),
            ("a-boolean", "boolean"),
            ("a-url", "kabar-texts"),
            ("an-email", "kabar-texts"),
            ("an-enum", "select"),
            ("a-term", "select"),
            ("a-reference", "string"),
            ("an-image", "image"),
            ("a-file", "file"),
            ("an-object", "object"),
            ("a-list", "list"),
            ("texts", "kabar-texts"),
            ("terms", "select"),
            ("tags", "list"),
            ("regions", "select"),
            ("cover", "image"),
            ("original", "hidden"),
        ] {
            assert_eq!(named(&form, name)["widget"], widget, "{vendor} {name}");
        }
        assert_eq!(named(&form, "a-date")["format"], "YYYY-MM-DD");
        assert_eq!(named(&form, "an-integer")["value_type"], "int");
        assert_eq!(named(&form, "a-decimal")["value_type"], "float");
        assert_eq!(named(&form, "an-enum")["options"], serde_json::json!(["one", "two"]));
        assert_eq!(named(&form, "an-enum")["default"], "two");
        assert_eq!(named(&named(&form, "an-object")["fields"], "inner")["widget"], "kabar-texts");
        assert_eq!(named(&form, "a-list")["fields"][0]["widget"], "number");
        assert_eq!(named(&form, "texts")["multiple"], true);
        assert_eq!(named(&form, "needed")["required"], true);
        assert_eq!(named(&form, "a-text")["required"], false);
    }
}

#[test]
fn each_language_has_its_own_and_the_original_what_is_shared() {
    let root = publication();
    let form = form(root.path(), "sveltia");
    for name in ["title", "slug", "summary", "draft", "body", "a-text", "translation", "translators"] {
        assert_eq!(named(&form, name)["i18n"], true, "{name}");
    }
    for name in ["date", "tags", "cover", "a-moment", "an-object"] {
        assert!(named(&form, name).get("i18n").is_none(), "{name}");
    }
    assert_eq!(named(&form, "original")["default"], "id");
    assert_eq!(named(&form, "original")["i18n"], "duplicate");
    let all = &config(root.path())["collections"];
    let english = named(all, "content__every-en");
    assert_eq!(english["i18n"]["default_locale"], "en");
    assert_eq!(english["filter"], serde_json::json!({ "field": "original", "value": "en" }));
    assert_eq!(english["path"], "{{slug}}/index");
    assert_eq!(english["slug"], "{{year}}-{{month}}-{{slug}}");
    assert_eq!(named(all, "content-id")["slug"], "{{slug}}");
    assert_eq!(
        named(&named(all, "sections")["files"], "content__every")["file"],
        "content/every/_section.{{locale}}.md"
    );
    let register = named(&named(all, "terms")["files"], "regions");
    assert_eq!(register["file"], "content/_terms/regions.yaml");
    assert_eq!(named(&register["fields"], "ambon")["widget"], "object");
}

#[test]
fn labels_hints_and_terms_are_in_the_language_of_the_editor() {
    let root = publication();
    for (tongue, title, hint, term) in
        [("id", "Judul", "Yang diperlukan.", "Maluku › Ambon"), ("en", "Title", "What is needed.", "Moluccas › Ambon")]
    {
        cms(root.path(), &["decap", "--backend", "trial", "--lang", tongue]).ends_with(0);
        let fields = named(&config(root.path())["collections"], "content__every-id")["fields"].clone();
        assert_eq!(named(&fields, "title")["label"], title);
        assert_eq!(named(&fields, "needed")["hint"], hint);
        assert_eq!(named(&fields, "regions")["options"][1]["label"], term);
        let page = fs::read_to_string(root.path().join("static/admin/index.html")).expect("a page");
        assert!(page.contains(&format!("<html lang=\"{tongue}\">")) && page.contains("src=\"decap-cms.js\""), "{page}");
        for name in ["index.html", "config.yml", "kabar.js"] {
            let text = fs::read_to_string(root.path().join("static/admin").join(name)).expect("a file");
            // A phrase that is missing shows its key.
            assert!(
                !text.contains(" cms-") && !text.contains("\"cms-") && !text.contains("SETTINGS"),
                "{name}: {text}"
            );
        }
    }
}

#[test]
fn the_mark_of_the_original_is_written_when_asked_for_and_changes_nothing_else() {
    let root = publication();
    let run = cms(root.path(), &["sveltia", "--backend", "trial"]).ends_with(0);
    assert!(run.err.contains("2 articles") && run.err.contains("--mark-originals"), "{}", run.err);
    let run = cms(root.path(), &["sveltia", "--backend", "trial", "--mark-originals"]).ends_with(0);
    // One is written on one line: nobody but its editor should change that.
    assert!(run.err.contains("One original") && run.err.contains("dua.en.md"), "{}", run.err);
    let text = fs::read_to_string(root.path().join("content/every/2026-06-satu/index.id.md")).expect("a file");
    assert_eq!(text, "---\noriginal: id\ntitle: Satu\nneeded: x\n---\n");
    kabar(root.path(), &["check"]).ends_with(0);
    kabar(root.path(), &["build"]).ends_with(0);
    assert!(root.path().join("output/admin/index.html").is_file());
}

#[test]
fn what_others_made_is_left_alone() {
    let root = publication();
    let page = root.path().join("static/admin/index.html");
    folder::write(&page, "<p>mine</p>");
    let run = cms(root.path(), &["decap", "--backend", "trial"]).ends_with(1);
    assert!(run.err.contains("index.html") && run.err.contains("--force"), "{}", run.err);
    assert_eq!(folder::files(&root.path().join("static/admin")).len(), 1);
    cms(root.path(), &["decap", "--backend", "trial", "--force"]).ends_with(0);
    // What was made here may be made again.
    cms(root.path(), &["sveltia", "--backend", "trial"]).ends_with(0);
    assert!(fs::read_to_string(&page).is_ok_and(|text| text.contains("sveltia-cms.js")));
    cms(root.path(), &["sveltia", "--backend", "trial", "--out", "elsewhere", "--script", "/a.js"]).ends_with(0);
    let text = fs::read_to_string(root.path().join("elsewhere/index.html")).expect("a page");
    assert!(text.contains("src=\"/a.js\""), "{text}");
}

#[test]
fn a_backend_is_what_was_asked_for_or_refused() {
    let root = publication();
    let run = cms(root.path(), &["decap"]).ends_with(1);
    assert!(run.err.contains("--repository"), "{}", run.err);
    let run = cms(root.path(), &["sveltia", "--backend", "git-gateway"]).ends_with(1);
    assert!(run.err.contains("git-gateway"), "{}", run.err);
    assert!(!root.path().join("static/admin").exists());
    cms(root.path(), &["decap", "--repository", "bakti/kabar", "--branch", "tulis", "--local"]).ends_with(0);
    let config = config(root.path());
    let backend = serde_json::json!({ "name": "github", "repo": "bakti/kabar", "branch": "tulis" });
    assert_eq!((&config["backend"], &config["local_backend"]), (&backend, &Value::Bool(true)));
}

#[test]
fn a_publication_that_cannot_be_read_is_told_of() {
    let root = TempDir::new().expect("a folder");
    folder::write(&root.path().join("kabar.yaml"), "title: x\n");
    let run = cms(root.path(), &["sveltia", "--backend", "trial"]).ends_with(1);
    assert!(run.err.contains("languages"), "{}", run.err);
}
