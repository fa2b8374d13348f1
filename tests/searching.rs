//! Where readers search: the page in every language, what stands on it without scripts, what
//! browsers are told of it, and how a publication turns it off.

use serde_json::{Value, json};

use crate::support::{Server, SiteTest, absent, contains, lacks, markup, page};

/// The problems that are raised here.
pub const RAISED: [&str; 1] = ["theme-without-search"];

fn site() -> SiteTest {
    SiteTest::new()
        .bilingual()
        .file("content/cerita/_section.id.md", page("Cerita", ""))
        .file("content/cerita/_section.en.md", page("Stories", ""))
        .append("kabar.yaml", "content_types: { berita: { name: Berita, plural: Berita, folder: cerita } }\n")
        .file("content/cerita/a.id.md", page("Panen", "date: 2026-01-01\ntags: [air]\n---\nIsi & inti.\n"))
        .file("content/cerita/b.id.md", page("Tanam", "date: 2025-01-01\ntags: [air, tanah]\n---\nIsi.\n"))
        .file("content/cerita/b.en.md", page("Planting", "translation: { of: id }\n---\nText.\n"))
}

#[test]
fn every_language_has_a_page_to_search_on() {
    let both =
        [("cari/index.html", "/cari/", "en", "/en/search/"), ("en/search/index.html", "/en/search/", "id", "/cari/")];
    both.into_iter().fold(site().build(), |test, (file, own, other, there)| {
        test.check(file, contains(&format!("<form action=\"{own}\">")))
            .check(file, contains(&format!("hreflang=\"{other}\" href=\"{there}\"")))
    });
}

#[test]
fn what_can_be_browsed_is_counted_in_its_language() {
    let test = site().build();
    let test = test
        .check("cari/index.html", contains("<a href=\"/topik/air/\">air</a> 2\n<a href=\"/topik/tanah/\">tanah</a> 1"));
    let test = test.check("cari/index.html", contains("<a href=\"/cerita/\">Berita</a> 2\n"));
    let test = test.check("en/search/index.html", contains("<a href=\"/en/topics/air/\">air</a> 1\n"));
    // A year without an article in this language leads nowhere.
    let test = test
        .check("cari/index.html", contains("<a href=\"/arsip/2026/\">2026</a> 1\n<a href=\"/arsip/2025/\">2025</a> 1"));
    test.check("en/search/index.html", lacks("2026"));
}

#[test]
fn search_engines_are_kept_out_of_it() {
    let test = site().build();
    test.check("cari/index.html", contains("<meta name=\"robots\" content=\"noindex\">"))
        .check("sitemap-1.xml", lacks("/cari/"))
        .check("sitemap-1.xml", lacks("/search/"));
}

#[test]
fn a_publication_may_use_another_word_or_have_no_search() {
    let test = site().append("kabar.yaml", "search: { enabled: false }\n").build();
    let files = [
        "cari/index.html",
        "en/search/index.html",
        "opensearch.xml",
        "en/opensearch.xml",
        "search-index/id/search.json",
    ];
    files.into_iter().fold(test, |test, file| test.check(file, absent()));
    let words = "  id: { name: Bahasa Indonesia, root: true, paths: { search: temukan } }";
    let test = site().edit("kabar.yaml", "  id: { name: Bahasa Indonesia, root: true }", words).build();
    test.check("temukan/index.html", contains("action=\"/temukan/\"")).check("cari/index.html", absent());
}

/// What is said of searching, among what else may be worth a thought.
fn hints(test: &SiteTest) -> Vec<String> {
    let mut hints = test.diagnose().ends_with(0).hints();
    hints.retain(|code| code.contains("search"));
    hints
}

#[test]
fn a_theme_without_the_template_has_no_search_and_says_so() {
    let test = site().remove("themes/plain/templates/search.html");
    assert_eq!(hints(&test), RAISED);
    let test = test.with(&["--strict"]).build().check("cari/index.html", absent()).check("opensearch.xml", absent());
    let quiet = test.with(&[]).append("kabar.yaml", "search: { enabled: false }\n");
    assert_eq!(hints(&quiet), [""; 0]);
}

#[test]
fn every_language_has_an_index() {
    let test = site().build();
    let read = |file: &str| serde_json::from_slice::<Value>(&test.tree()[file]).expect("JSON");
    let (id, en) = (read("search-index/id/search.json"), read("search-index/en/search.json"));
    assert_eq!((&id["count"], &en["count"]), (&json!(2), &json!(1)));
    assert_eq!(
        id["others"],
        json!([{ "lang": "en", "name": "English", "index": "/search-index/en/", "page": "/en/search/" }])
    );
    let newest = read("search-index/id/fragments/1.json");
    assert_eq!((&newest["title"], &newest["url"]), (&json!("Panen"), &json!("/cerita/a/")));
    let shards = test.tree().keys().filter(|file| file.ends_with(".bin")).count();
    assert!(shards >= 10, "{shards}");
}

#[test]
fn the_page_names_a_script_that_is_there() {
    let test = site().edit("kabar.yaml", "theme: plain\n", "").build();
    let tree = test.tree();
    let html = String::from_utf8(tree["en/search/index.html"].clone()).expect("text");
    let script = markup::elements(&html).into_iter().find(|element| {
        element.name == "script" && element.attribute("src").is_some_and(|src| src.starts_with("/search-index/"))
    });
    let src = script.as_ref().and_then(|script| script.attribute("src")).expect("a script");
    assert!(tree.contains_key(src.trim_start_matches('/')), "{src}");
    // Everything that it looks for is there.
    let ids = markup::ids(&html);
    let named = ["form", "q", "status", "note", "body", "filters", "results", "more", "also", "browse", "words"];
    for id in named.map(|name| format!("search-{name}")) {
        assert!(ids.contains(&id), "{id} is not in {ids:?}");
    }
    assert!(html.contains("data-index=\"/search-index/en/\""), "{html}");
}

#[test]
fn the_preview_answers_as_a_host_does() {
    let test = site().edit("kabar.yaml", "theme: plain\n", "");
    let test = test.build();
    let tree = test.tree();
    let server = Server::start(&test, &[]);
    for (name, kind) in [
        ("search-index/id/search.json", "application/json; charset=utf-8"),
        ("search-index/id/words/0.bin", "application/octet-stream"),
        ("search-index/en/fragments/0.json", "application/json; charset=utf-8"),
        ("opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
    ] {
        let answer = server.get(&format!("/{name}"));
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{name}");
        assert_eq!(answer.body, tree[name], "{name}");
    }
}

#[test]
fn no_file_of_a_publication_stands_among_those_of_the_index() {
    let test = site().file("static/search-index/id/search.json", "{}");
    assert_eq!(test.diagnose().ends_with(1).codes(), ["reserved-url"]);
}

#[test]
fn browsers_are_told_of_it() {
    let test = site().edit("kabar.yaml", "title: { id: Uji, en: Test }", "title: Kabar & Cerita Timur").build();
    let read = |file: &str| {
        let text = String::from_utf8(test.tree()[file].clone()).expect("text");
        let mut reader = quick_xml::Reader::from_str(&text);
        while !matches!(
            reader.read_event().unwrap_or_else(|error| panic!("{error}: {text}")),
            quick_xml::events::Event::Eof
        ) {}
        text
    };
    let (id, en) = (read("opensearch.xml"), read("en/opensearch.xml"));
    assert!(id.contains("<ShortName>Kabar &amp; Cerita</ShortName>"), "{id}");
    assert!(en.contains("<ShortName>Kabar &amp; (en)</ShortName>"), "{en}");
    assert!(id.contains("<Description>Cari di Kabar &amp; Cerita Timur</Description>"), "{id}");
    assert!(en.contains("<Description>Search Kabar &amp; Cerita Timur</Description>"), "{en}");
    assert!(id.contains("template=\"https://uji.example/cari/?q={searchTerms}\""), "{id}");
    assert!(en.contains("template=\"https://uji.example/en/search/?q={searchTerms}\""), "{en}");
}

#[test]
fn routes_and_reasons_know_it() {
    let test = site();
    let routes = test.run(&["routes", "--format", "json"]).ends_with(0).json();
    let kind = |url: &str| {
        let all = routes.as_array().expect("a list");
        let route = all.iter().find(|route| route["url"] == url).unwrap_or_else(|| panic!("{url} in {routes}"));
        route["artifact"].clone()
    };
    assert_eq!(kind("/en/search/"), json!("search"));
    assert_eq!(kind("/en/opensearch.xml"), json!("open-search"));
    let told = test.run(&["explain", "/cari/"]).ends_with(0);
    assert!(told.out.contains("cari") && told.out.contains("search"), "{}", told.out);
}

#[test]
fn the_built_in_theme_leads_there_from_everywhere() {
    let test = site().edit("kabar.yaml", "theme: plain\n", "").build();
    for (file, href) in [("cerita/a/index.html", "/cari/"), ("en/index.html", "/en/search/"), ("404.html", "/cari/")] {
        let html = String::from_utf8(test.tree()[file].clone()).expect("text");
        let elements = markup::elements(&html);
        let has = |name: &str, attribute: &str, value: &str| {
            elements.iter().any(|element| element.name == name && element.attribute(attribute) == Some(value))
        };
        assert!(
            has("a", "href", href) && has("form", "action", href) && has("link", "rel", "search"),
            "{file}: {html}"
        );
    }
    let html = String::from_utf8(test.tree()["cari/index.html"].clone()).expect("text");
    assert!(html.contains("content=\"noindex,follow\"") && html.contains("<a href=\"/topik/air/\">"), "{html}");
    let off = test.append("kabar.yaml", "search: { enabled: false }\n").build();
    for file in ["cerita/a/index.html", "404.html"] {
        let html = String::from_utf8(off.tree()[file].clone()).expect("text");
        assert!(!html.contains("search"), "{file}: {html}");
    }
}
