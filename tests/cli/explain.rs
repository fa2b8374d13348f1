//! `kabar explain`: why a page is where it is.

use serde_json::{Value, json};

use crate::support::{SiteTest, folder, page};

fn site() -> SiteTest {
    SiteTest::new()
        .bilingual()
        .append("kabar.yaml", "menus: { main: [{ page: stories/a }] }\n")
        .file("content/stories/_section.id.md", "---\ntitle: Cerita\nslug: cerita\n---\n")
        .file("content/stories/_section.en.md", "---\ntitle: Stories\n---\n")
        .file("content/stories/a/index.id.md", page("Panen", "date: 2026-01-01\naliases: [/lama/]\n---\nIsi.\n"))
        .file("content/stories/a/index.en.md", page("Harvest", "slug: harvest\ntranslation: { of: id }\n---\nText.\n"))
        .file("content/stories/a/peta.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>")
        .file("content/b.id.md", page("Dua", "Lihat [panen](stories/a) dan ![p](stories/a/peta.svg).\n"))
        .file("content/stories/draf.id.md", page("Draf", "draft: true\n---\nIsi.\n"))
        .file("content/stories/nanti.id.md", page("Nanti", "date: 2030-01-01\n---\nIsi.\n"))
}

#[track_caller]
fn one(test: &SiteTest, target: &str) -> Value {
    let run = test.run(&["explain", target, "--format", "json", "--now", "2026-07-01"]).ends_with(0);
    let pages = run.json()["pages"].as_array().cloned().expect("pages");
    assert_eq!(pages.len(), 1, "{target}: {pages:?}");
    pages[0].clone()
}

#[test]
fn an_address_is_explained_part_by_part() {
    let test = site();
    let page = one(&test, "content/stories/a/index.en.md");
    assert_eq!(page["url"], "/en/stories/harvest/");
    assert_eq!(
        page["address"],
        json!([
            { "text": "en", "because": { "kind": "language", "lang": "en" } },
            { "text": "stories", "because": { "kind": "name", "name": "stories" } },
            { "text": "harvest", "because": { "kind": "slug", "file": "content/stories/a/index.en.md" } },
        ])
    );
    assert_eq!(page["translation"]["state"], "unpinned");
    let page = one(&test, "/cerita/a/");
    assert_eq!(page["source"], "content/stories/a/index.id.md");
    assert_eq!(page["aliases"], json!(["/lama/"]));
    assert_eq!(page["template"]["name"], "article.html");
    assert_eq!(page["template"]["because"], json!({ "kind": "type", "id": "article" }));
    assert_eq!(page["template"]["chain"][0]["file"], "themes/plain/templates/article.html");
    assert_eq!(page["strings"][0]["file"], "themes/plain/strings/id.ftl");
    let linked: Vec<&Value> = page["linked"].as_array().expect("links").iter().map(|link| &link["file"]).collect();
    assert_eq!(linked, ["content/b.id.md", "kabar.yaml"]);
    let listed: Vec<&str> =
        page["listed"].as_array().expect("lists").iter().filter_map(|listed| listed["url"].as_str()).collect();
    for url in ["/", "/cerita/", "/arsip/2026/", "/feed.xml", "/cerita/atom.xml"] {
        assert!(listed.contains(&url), "{url} is not in {listed:?}");
    }
}

#[test]
fn addresses_may_be_whole_and_paths_may_be_folders_and_files() {
    let test = site();
    for target in ["https://uji.example/cerita/a/", "/cerita/a", "/cerita/a/index.html", "/cerita/a/#x"] {
        assert_eq!(one(&test, target)["url"], "/cerita/a/", "{target}");
    }
    let run = test.run(&["explain", "content/stories/a", "--format", "json"]).ends_with(0);
    assert_eq!(run.json()["pages"].as_array().map(Vec::len), Some(2));
    let picture = one(&test, "content/stories/a/peta.svg");
    assert_eq!((&picture["url"], &picture["kind"]), (&json!("/cerita/a/peta.svg"), &json!("file")));
    assert_eq!(picture["linked"][0]["file"], "content/b.id.md");
    let redirect = one(&test, "/lama/");
    assert_eq!((&redirect["kind"], &redirect["leads_to"]), (&json!("redirect"), &json!("/cerita/a/")));
    assert_eq!(one(&test, "/en/stories/")["kind"], "section");
}

#[test]
fn what_is_withheld_is_told_with_the_reason() {
    let test = site();
    let page = one(&test, "content/stories/draf.id.md");
    assert_eq!((&page["withheld"]["reason"], &page["url"]), (&json!("draft"), &json!("/cerita/draf/")));
    assert_eq!(one(&test, "/cerita/nanti/")["withheld"], json!({ "reason": "embargo", "date": "2030-01-01" }));
    let run = test.run(&["explain", "/cerita/nanti/", "--lang", "id", "--now", "2026-07-01"]).ends_with(0);
    assert!(run.out.contains("terbit pada 2030-01-01"), "{}", run.out);
    assert!(one_of_drafts(&test)["withheld"].is_null());
}

fn one_of_drafts(test: &SiteTest) -> Value {
    test.run(&["explain", "/cerita/draf/", "--drafts", "--format", "json"]).ends_with(0).json()["pages"][0].clone()
}

#[test]
fn every_address_of_every_site_is_explained_and_its_parts_are_the_address() {
    for name in ["two-languages", "three-languages", "base-path", "overrides"] {
        let test = SiteTest::of(&folder::tests().join("sites").join(name)).plain();
        let routes = test.run(&["routes", "--format", "json"]).ends_with(0).json();
        for route in routes.as_array().expect("routes") {
            let url = route["url"].as_str().expect("an address");
            let page = test.run(&["explain", url, "--format", "json", "--now", crate::support::NOW]).ends_with(0);
            let page = page.json()["pages"][0].clone();
            assert_eq!(page["url"], url);
            let parts: Vec<&str> =
                page["address"].as_array().expect("parts").iter().filter_map(|part| part["text"].as_str()).collect();
            assert_eq!(parts.join("/"), url.trim_matches('/'), "{name}: {url}");
        }
    }
}

#[test]
fn what_is_not_there_is_told_with_the_nearest() {
    let test = site();
    let run = test.run(&["explain", "/cerita/b/", "--format", "json"]).ends_with(1);
    assert_eq!(run.codes(), ["nothing-there"]);
    assert_eq!(run.diagnostics()[0]["suggestion"], "/cerita/a/");
    let texts = ["id", "en"].map(|lang| test.run(&["explain", "/cerita/a/", "--lang", lang]).ends_with(0).out);
    assert!(texts[0].contains("didaftar di") && texts[1].contains("listed in"), "{texts:?}");
}
