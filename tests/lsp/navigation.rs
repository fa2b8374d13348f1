//! What things mean, where they lead, and which parts a text has.

use serde_json::{Value, json};

use crate::support::Editor;

use super::{HARVEST, publication};

const PANEN: &str = "content/stories/panen/index.id.md";

fn editor() -> (crate::support::SiteTest, Editor) {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.open(PANEN, HARVEST);
    editor.told(PANEN, &["missing-author"]);
    (test, editor)
}

#[test]
fn keys_terms_links_and_files_are_explained() {
    let (_test, mut editor) = editor();
    let mut hovers = |part: &str, further: usize| {
        let place = editor.place(PANEN, part, further);
        editor.hovers(&place)
    };
    let title = hovers("title", 1);
    assert!(title.contains("**title**") && title.contains("*required*") && title.contains("The title"), "{title}");
    let term = hovers("[maluku]", 3);
    assert!(
        term.contains("Maluku · Moluccas") && term.contains("/wilayah/maluku/") && term.contains("1 id · 1 en"),
        "{term}"
    );
    let link = hovers("/stories/catatan", 4);
    assert!(
        link.contains("**Catatan**") && link.contains("`/stories/catatan/`") && link.contains("Ringkas."),
        "{link}"
    );
    let file = hovers("foto.svg", 2);
    assert!(file.contains("content/stories/panen/foto.svg") && file.contains("8 × 6"), "{file}");
    assert_eq!(hovers("Isi.", 1), "");
}

#[test]
fn problems_are_explained_with_reason_and_remedy() {
    let (_test, mut editor) = editor();
    editor.write_text(PANEN, &HARVEST.replace("cover:", "cver:"));
    editor.told(PANEN, &["missing-author", "unknown-key"]);
    let place = editor.place(PANEN, "cver", 1);
    let told = editor.hovers(&place);
    for part in ["`unknown-key`", "**why:**", "cover"] {
        assert!(told.contains(part), "{part} is missing in {told}");
    }
}

#[test]
fn withheld_articles_are_said_to_be() {
    let (_test, mut editor) = editor();
    editor.write_text(PANEN, &HARVEST.replace("/stories/catatan", "article:rahasia"));
    editor.told(PANEN, &["missing-author", "reference-to-withheld"]);
    let place = editor.place(PANEN, "article:rahasia", 10);
    let told = editor.hovers(&place);
    assert!(told.contains("**Rahasia**") && told.contains("draft"), "{told}");
    assert_eq!(editor.defines(&place), "content/stories/rahasia.id.md:1");
}

#[test]
fn things_lead_to_where_they_are_made() {
    let (_test, mut editor) = editor();
    let mut defines = |part: &str, further: usize| {
        let place = editor.place(PANEN, part, further);
        editor.defines(&place)
    };
    assert_eq!(defines("/stories/catatan", 4), "content/stories/catatan.id.md:1");
    assert_eq!(defines("[maluku]", 3), "content/_terms/regions.yaml:1");
    assert_eq!(defines("foto.svg", 2), "content/stories/panen/foto.svg:1");
    let text = HARVEST.replace("[catatan](/stories/catatan)", "[a](#diubah) [b](term:regions) [c](/stories)");
    let text = text.replace("cover:", "type: story\ntemplate: article.html\ncover:");
    editor.write_text(PANEN, &text);
    let mut defines = |part: &str, further: usize| {
        let place = editor.place(PANEN, part, further);
        editor.defines(&place)
    };
    assert_eq!(defines("(#diubah)", 3), format!("{PANEN}:13"));
    assert!(defines("term:regions", 6).starts_with("kabar.yaml:"));
    assert_eq!(defines("(/stories)", 4), "content/stories/_section.id.md:1");
    assert!(defines("type: story", 8).starts_with("kabar.yaml:"));
    assert_eq!(defines("article.html", 2), "themes/plain/templates/article.html:1");
    assert_eq!(defines("Isi.", 1), "nowhere");
}

#[test]
fn templates_lead_to_each_other() {
    let (_test, mut editor) = editor();
    let path = "templates/article.html";
    editor.open(path, "{% extends \"plain/article.html\" %}\n{% block main %}{{ super() }}{% endblock main %}\n");
    let place = editor.place(path, "plain/article.html", 4);
    assert_eq!(editor.defines(&place), "themes/plain/templates/article.html:1");
    editor.write_text(path, "{% extends \"plain/article.html\" %}\n{% block main %}{{ a | }}{% endblock main %}\n");
    editor.told(path, &["template-syntax"]);
}

#[test]
fn headings_are_the_parts_of_a_text() {
    let (_test, mut editor) = editor();
    editor.write_text(PANEN, "---\ntitle: x\n---\n\n## Satu\n\na\n\n### Dua 🌾\n\nb\n\n## Tiga\n");
    let params = json!({ "textDocument": { "uri": editor.uri(PANEN) } });
    let symbols = editor.request("textDocument/documentSymbol", &params);
    let names = |symbols: &Value| -> Vec<String> {
        let all = symbols.as_array().into_iter().flatten();
        all.map(|symbol| symbol["name"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!(names(&symbols), ["Satu", "Tiga"]);
    assert_eq!(names(&symbols[0]["children"]), ["Dua 🌾"]);
    assert_eq!(symbols[0]["range"]["end"]["line"], 10);
    let regions = "content/_terms/regions.yaml";
    editor.open(regions, super::REGIONS);
    let params = json!({ "textDocument": { "uri": editor.uri(regions) } });
    let symbols = editor.request("textDocument/documentSymbol", &params);
    assert_eq!(names(&symbols), ["maluku", "papua"]);
    assert_eq!(names(&symbols[1]["children"]), ["name", "blurb"]);
}

#[test]
fn links_of_a_text_can_be_followed() {
    let (_test, mut editor) = editor();
    editor.write_text(PANEN, &format!("{HARVEST}\n[x](https://example.org/a)\n"));
    let params = json!({ "textDocument": { "uri": editor.uri(PANEN) } });
    let links = editor.request("textDocument/documentLink", &params);
    let targets: Vec<&str> =
        links.as_array().into_iter().flatten().filter_map(|link| link["target"].as_str()).collect();
    assert_eq!(targets, [editor.uri("content/stories/catatan.id.md").as_str(), "https://example.org/a"]);
}

#[test]
fn everything_that_names_a_thing_is_found() {
    let catatan = "content/stories/catatan.id.md";
    let text = "---\ntitle: Catatan\nsummary: Ringkas.\nregions: [papua, Maluku]\n---\n\n🌾 [a](article:panen#diubah) [b](term:regions/maluku)\n";
    let test = publication().file(catatan, text);
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.open(catatan, text);
    editor.open(PANEN, HARVEST);
    editor.told(PANEN, &["missing-author"]);
    let mut found = |path: &str, part: &str, further: usize| -> Vec<String> {
        let mut params = editor.place(path, part, further);
        params["context"] = json!({ "includeDeclaration": true });
        let all = editor.request("textDocument/references", &params);
        let place = |one: &Value| {
            let uri = one["uri"].as_str().expect("an address").rsplit('/').next().unwrap_or_default().to_owned();
            let start = &one["range"]["start"];
            format!("{uri}:{}:{}", start["line"].as_u64().unwrap_or(99) + 1, start["character"])
        };
        all.as_array().into_iter().flatten().map(place).collect()
    };
    assert_eq!(found(PANEN, "[maluku]", 3), ["catatan.id.md:4:17", "catatan.id.md:7:33", "index.id.md:5:10"]);
    assert_eq!(found(PANEN, "## Yang", 4), ["catatan.id.md:7:7"]);
    assert_eq!(found(catatan, "title: Catatan", 9), ["index.id.md:13:16"]);
    assert_eq!(found(PANEN, "title", 2), ["catatan.id.md:7:7"]);
    assert_eq!(found(PANEN, "foto.svg", 2), ["index.id.md:6:7"]);
    assert_eq!(found(PANEN, "Isi.", 2), [""; 0]);
}
