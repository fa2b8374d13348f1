//! What could be written, in every kind of file.

use serde_json::{Value, json};

use crate::support::Editor;

use super::publication;

const PANEN: &str = "content/stories/panen/index.id.md";
const PANEN_EN: &str = "content/stories/panen/index.en.md";

/// An editor that knows the publication.
fn editor() -> (crate::support::SiteTest, Editor) {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.told("content/stories/catatan.id.md", &["missing-author"]);
    (test, editor)
}

fn has(found: &[String], wanted: &[&str], unwanted: &[&str]) {
    for name in wanted {
        assert!(found.iter().any(|label| label == name), "{name} is missing in {found:?}");
    }
    for name in unwanted {
        assert!(!found.iter().any(|label| label == name), "{name} is in {found:?}");
    }
}

#[test]
fn front_matter_knows_its_keys() {
    let (_test, mut editor) = editor();
    let found = editor.completes(PANEN, "---\ntitle: x\n§\ndate: 2026-06-03\n---\n");
    has(
        &found,
        &["summary", "cover", "place", "mode", "regions", "tags", "translation"],
        &["title", "date", "paginate_by"],
    );
    assert_eq!(editor.completes(PANEN, "---\nti§\n---\n")[0], "title");
    let items = editor.items(PANEN, "---\npla§\n---\n");
    let place = items.iter().find(|item| item["label"] == "place").expect("a key");
    assert!(place["documentation"]["value"].as_str().is_some_and(|text| text.contains("Where it was")), "{place}");
    let items = editor.items(PANEN, "---\n§\n---\n");
    assert_eq!((&items[0]["label"], &items[0]["detail"]), (&json!("title"), &json!("required")));
    // Half-written lines around it do not matter.
    has(&editor.completes(PANEN, "---\ntitle: \"x\ntags: [a\nsum§\n---\n"), &["summary"], &[]);
    has(&editor.completes(PANEN, "---\ntitle: x\nsum§"), &["summary"], &[]);
    has(&editor.completes(PANEN, "---\r\ntitle: x\r\nsum§\r\n---\r\n"), &["summary"], &[]);
    assert_eq!(editor.completes(PANEN, "---\nsummary: >\n  wo§\n---\n"), [""; 0]);
}

#[test]
fn a_translation_has_only_what_is_its_own() {
    let (_test, mut editor) = editor();
    let found = editor.completes(PANEN_EN, "---\ntitle: x\ntranslation: { of: id }\n§\n---\n");
    has(&found, &["summary", "slug", "translators", "lessons"], &["date", "regions", "mode", "cover", "title"]);
    assert_eq!(editor.completes(PANEN_EN, "---\ntranslation: { of: § }\n---\n"), ["id"]);
    assert_eq!(editor.completes(PANEN_EN, "---\ntranslation:\n  of: id\n  state: d§\n---\n"), ["draft", "reviewed"]);
    has(&editor.completes(PANEN_EN, "---\ntranslation:\n  §\n---\n"), &["of", "state", "source_hash"], &["title"]);
}

#[test]
fn keys_come_with_the_shape_of_their_value() {
    let (_test, mut editor) = editor();
    let mut chosen = |marked: &str, label: &str| editor.chosen(PANEN, marked, label);
    assert_eq!(chosen("---\nsum§\n---\n", "summary"), "---\nsummary: ${1}\n---\n");
    assert_eq!(chosen("---\nfeat§\n---\n", "featured"), "---\nfeatured: ${1|true,false|}\n---\n");
    assert_eq!(chosen("---\nmo§\n---\n", "mode"), "---\nmode: ${1|online,in-person|}\n---\n");
    assert_eq!(chosen("---\nreg§\n---\n", "regions"), "---\nregions: [${1}]\n---\n");
    assert_eq!(chosen("---\nspe§\n---\n", "speakers"), "---\nspeakers:\n  - ${1}\n---\n");
    // A key that has its colon keeps its value.
    assert_eq!(chosen("---\nsum§mry: a\n---\n", "summary"), "---\nsummary: a\n---\n");
    assert_eq!(
        chosen("---\nspeakers:\n  - name: x\n    ro§\n---\n", "role"),
        "---\nspeakers:\n  - name: x\n    role: ${1}\n---\n"
    );
    assert_eq!(chosen("---\nspeakers:\n  - { na§ }\n---\n", "name"), "---\nspeakers:\n  - { name: ${1} }\n---\n");
}

#[test]
fn values_are_those_that_the_field_allows() {
    let (_test, mut editor) = editor();
    assert_eq!(editor.completes(PANEN, "---\nmode: §\n---\n"), ["online", "in-person"]);
    assert_eq!(editor.completes(PANEN, "---\ndraft: §\n---\n"), ["true", "false"]);
    assert_eq!(editor.completes(PANEN, "---\ncover: §\n---\n"), ["foto.svg"]);
    has(&editor.completes(PANEN, "---\ntype: §\n---\n"), &["story", "article", "page"], &[]);
    has(&editor.completes(PANEN, "---\ntemplate: §\n---\n"), &["article.html", "page.html"], &["tenun/article.html"]);
    has(&editor.completes(PANEN, "---\nlicence: §\n---\n"), &["CC-BY-4.0"], &[]);
    has(&editor.completes(PANEN, "---\nrelated_story: §\n---\n"), &["article:catatan", "/stories/catatan"], &[]);
    assert_eq!(editor.completes(PANEN, "---\ndate: §\n---\n"), [""; 0]);
}

#[test]
fn terms_are_found_by_id_and_by_name() {
    let (_test, mut editor) = editor();
    assert_eq!(editor.completes(PANEN, "---\nregions: [§]\n---\n"), ["maluku", "papua"]);
    assert_eq!(editor.completes(PANEN, "---\nregions: [maluku, §]\n---\n"), ["papua"]);
    assert_eq!(editor.completes(PANEN, "---\nregions: [maluku, Molu§]\n---\n"), [""; 0]);
    assert_eq!(editor.completes(PANEN, "---\nregions: [Molu§]\n---\n"), ["maluku"]);
    assert_eq!(editor.completes(PANEN, "---\nregions:\n  - papua\n  - §\n---\n"), ["maluku"]);
    assert_eq!(editor.completes(PANEN, "---\nregions:\n  §\n---\n"), ["- maluku", "- papua"]);
    let items = editor.items(PANEN, "---\nregions: [pap§]\n---\n");
    let about = items[0]["documentation"]["value"].as_str().unwrap_or_default();
    assert!(about.contains("The far east.") && about.contains("0 id"), "{about}");
    assert_eq!(editor.chosen(PANEN, "---\nregions: §\n---\n", "papua"), "---\nregions: [papua$0]\n---\n");
    assert_eq!(editor.chosen(PANEN, "---\nregions: [\"pa§\"]\n---\n", "papua"), "---\nregions: [\"papua\"]\n---\n");
    assert_eq!(
        editor.chosen(PANEN, "---\nregions: [🌾, pa§, x]\n---\n", "papua"),
        "---\nregions: [🌾, papua, x]\n---\n"
    );
}

#[test]
fn links_lead_to_articles_terms_files_and_headings() {
    let (_test, mut editor) = editor();
    let text = |link: &str| format!("---\ntitle: x\n---\n\n## Satu {{#satu}}\n\n🌾 {link}\n");
    let mut completes = |link: &str| editor.completes(PANEN, &text(link));
    has(&completes("[a](§)"), &["/stories/catatan", "article:catatan", "term:regions/papua", "foto.svg"], &[]);
    has(&completes("[a](/§)"), &["/stories", "/stories/catatan", "/stories/rahasia"], &["foto.svg"]);
    has(&completes("[a](article:§"), &["article:catatan", "article:panen"], &["/stories"]);
    assert_eq!(completes("[a](term:regions/pa§)"), ["term:regions/papua"]);
    has(&completes("[a](../ca§)"), &["../catatan"], &["../panen"]);
    assert_eq!(completes("![a](§)"), ["foto.svg"]);
    assert_eq!(completes("[a](#§)"), ["satu"]);
    assert_eq!(completes("[a](/stories/panen#d§)"), ["diubah"]);
    assert_eq!(completes("[a](/stories/catatan) §"), [""; 0]);
    let chosen = editor.chosen(PANEN, &text("[a](/stories/ca§tatn) b"), "/stories/catatan");
    assert!(chosen.ends_with("🌾 [a](/stories/catatan) b\n"), "{chosen}");
    let chosen = editor.chosen(PANEN, &text("[a](/stories/panen#d§)"), "diubah");
    assert!(chosen.ends_with("[a](/stories/panen#diubah)\n"), "{chosen}");
    assert_eq!(editor.completes(PANEN, "---\ntitle: x\n---\n[a]: /stories/cat§"), ["/stories/catatan"]);
    // Rich texts of the front matter have links, too.
    has(&editor.completes(PANEN, "---\nlessons:\n  - \"Lihat [a](/§)\"\n---\n"), &["/stories/catatan"], &[]);
    // Who knows only the title finds the article.
    has(&editor.completes(PANEN, &text("[a](Catatan§)")), &["/stories/catatan"], &["/stories/panen"]);
}

#[test]
fn shortcodes_come_with_their_arguments() {
    let (_test, mut editor) = editor();
    let text = |code: &str| format!("---\ntitle: x\n---\n\n{code}");
    let all = ["{download}", "{figure}", "{gallery}", "{key-figures}", "{note}", "{quote}", "{video}"];
    assert_eq!(editor.completes(PANEN, &text("```§")), all);
    assert_eq!(editor.completes(PANEN, &text("```{qu§\n```\n")), ["{quote}"]);
    let chosen = editor.chosen(PANEN, &text("```{qu§}\ntext: a\n```\n"), "{quote}");
    assert_eq!(chosen, text("```{quote}\ntext: a\n```\n"));
    let chosen = editor.chosen(PANEN, &text("```{quo§"), "{quote}");
    assert_eq!(chosen, text("```{quote}\nspeaker: ${1}\ntext: ${2}\n```\n$0"));
    has(&editor.completes(PANEN, &text("```{quote}\ntext: a\n§\n```\n")), &["speaker", "role"], &["text", "title"]);
    assert_eq!(editor.completes(PANEN, &text("```{figure}\nimage: §\n```\n")), ["foto.svg"]);
    assert_eq!(editor.completes(PANEN, &text("```{figure}\nwidth: §\n```\n")), ["normal", "wide"]);
    has(
        &editor.completes(PANEN, &text("```{gallery}\nimages:\n  - image: foto.svg\n    §\n```\n")),
        &["alt"],
        &["image"],
    );
    assert_eq!(editor.completes(PANEN, &text("```rust\nle§\n```\n")), [""; 0]);
}

#[test]
fn the_configuration_knows_its_keys_and_values() {
    let (test, mut editor) = editor();
    let config = std::fs::read_to_string(test.root().join("kabar.yaml")).expect("text");
    let mut completes = |more: &str| editor.completes("kabar.yaml", &format!("{config}{more}"));
    has(&completes("§"), &["feeds", "menus", "publisher"], &["title", "languages", "content_types"]);
    has(&completes("feeds:\n  §"), &["items", "full_text"], &["menus"]);
    assert_eq!(completes("feeds: { formats: [rss, §] }"), ["atom", "json"]);
    assert_eq!(completes("markdown: { raw_html: § }"), ["true", "false"]);
    has(&completes("menus:\n  main:\n    - page: §"), &["stories", "stories/catatan"], &["/stories"]);
    has(&completes("menus:\n  main:\n    - { taxonomy: § }"), &["regions", "tags"], &[]);
    has(&completes("menus:\n  main:\n    - §"), &["page", "taxonomy", "url"], &[]);
    has(&completes("lints:\n  long-§"), &["long-sentence"], &["math"]);
    has(&completes("lints: { long-sentence: § }"), &["off", "error"], &[]);
    let replaced = config.replace("timezone: Asia/Makassar", "timezone: WIT§");
    let found = editor.completes("kabar.yaml", &replaced);
    assert_eq!(found, ["Asia/Jayapura", "Asia/Makassar"]);
    let replaced = config.replace("theme: plain", "theme: { name: plain, settings: { § } }");
    has(&editor.completes("kabar.yaml", &replaced), &["share"], &["name"]);
    let replaced = config.replace("theme: plain", "theme: §");
    assert_eq!(editor.completes("kabar.yaml", &replaced), ["plain", "tenun"]);
    let chosen = editor.chosen("kabar.yaml", &format!("{config}publisher: {{ na§ }}"), "name");
    assert!(chosen.ends_with("publisher: { name: { id: ${1}, en: ${2} } }"), "{chosen}");
}

#[test]
fn registers_and_sidecars_know_their_keys() {
    let (_test, mut editor) = editor();
    let regions = "content/_terms/regions.yaml";
    let found = editor.completes(regions, "maluku:\n  name: { id: Maluku, en: Moluccas }\n  §\n");
    has(&found, &["slug", "parent", "blurb", "aliases"], &["name"]);
    let text =
        |line: &str| format!("maluku:\n  name: {{ id: a, en: b }}\npapua:\n  name: {{ id: a, en: b }}\n  {line}\n");
    has(&editor.completes(regions, &text("parent: §")), &["maluku", "papua"], &[]);
    assert_eq!(editor.completes(regions, &text("slug: { id: x, § }")), ["en"]);
    let media = "content/stories/panen/media.yaml";
    assert_eq!(editor.completes(media, "§"), ["foto.svg"]);
    has(&editor.completes(media, "foto.svg:\n  §"), &["alt", "caption", "credit", "licence"], &[]);
    assert_eq!(editor.completes(media, "foto.svg:\n  alt: { id: x, § }"), ["en"]);
}

#[test]
fn templates_know_what_they_see() {
    let (_test, mut editor) = editor();
    let path = "templates/article.html";
    has(&editor.completes(path, "{% extends \"§\" %}"), &["article.html", "base.html"], &[]);
    has(&editor.completes(path, "{{ §"), &["article", "site", "t"], &["listing", "terms"]);
    has(&editor.completes(path, "{{ article.§ }}"), &["title", "fields"], &["article"]);
    has(&editor.completes(path, "{% for term in article.authors %}{{ term.§ }}"), &["name", "url"], &[]);
    has(&editor.completes(path, "{{ t(key=\"arc§\") }}"), &["archive-title"], &["read-more"]);
    assert_eq!(editor.chosen(path, "🌾 {{ article.ti§le }} x", "title"), "🌾 {{ article.title }} x");
    assert_eq!(editor.completes(path, "<p>§</p>"), [""; 0]);
    assert_eq!(editor.completes(path, "{{ site.title }} §"), [""; 0]);
}

#[test]
fn an_editing_program_without_snippets_gets_plain_text() {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({ "capabilities": {} }));
    editor.told("content/stories/catatan.id.md", &["missing-author"]);
    let items = editor.items(PANEN, "---\nreg§\n---\n");
    assert_eq!((&items[0]["textEdit"]["newText"], &items[0]["insertTextFormat"]), (&json!("regions: "), &json!(1)));
    assert_eq!(editor.items(PANEN, "---\ntitle: x\n---\n§"), Vec::<Value>::new());
}
