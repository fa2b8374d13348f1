//! The preview is the build: every route, every byte, but for the preview's own script.

use std::fs;

use crate::support::{Server, SiteTest, folder};

/// Asks for every route of a publication and compares with what a build of it writes.
#[track_caller]
fn is_the_build(test: SiteTest) {
    let test = test.with(&["--drafts"]).build();
    let built = test.tree();
    let routes = test.run(&["routes", "--format", "json"]).json();
    let server = Server::start(&test, &[]);
    let before = folder::read(&test.root());
    let mut wrong = Vec::new();
    let mut count = 0;
    for route in routes.as_array().expect("routes") {
        let text = |key: &str| route[key].as_str().unwrap_or_else(|| panic!("{key}: {route}"));
        let (url, kind) = (text("url"), text("artifact"));
        let path = address(&server, url);
        let answer = server.get(&path);
        let file = if url.ends_with('/') { format!("{}index.html", &url[1..]) } else { url[1..].to_owned() };
        let expected = built.get(&file).unwrap_or_else(|| panic!("{file} was not built"));
        let status = if kind == "redirect" { 302 } else { 200 };
        let has_script = answer.text().contains("/_kabar/preview.js");
        let body = if has_script { answer.page() } else { answer.body.clone() };
        let is_page = route["lang"].is_string();
        if answer.status != status || body != *expected || has_script != is_page {
            wrong.push(format!("{path}: {} {}", answer.status, answer.text().len()));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(count, built.len());
    // Nothing was written.
    assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
}

/// The address of a route on a server, whose own ends with the base path.
fn address(server: &Server, url: &str) -> String {
    let base = server.url.trim_start_matches("http://").split_once('/').map_or("", |(_, base)| base);
    let base = base.trim_end_matches('/');
    let path: String = url.bytes().fold(String::new(), |mut path, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' => path.push(char::from(byte)),
            byte => path.push_str(&format!("%{byte:02X}")),
        }
        path
    });
    if base.is_empty() || path.starts_with(&format!("/{base}/")) { path } else { format!("/{base}{path}") }
}

fn golden(name: &str) -> SiteTest {
    let source = folder::tests().join("sites").join(name);
    let test = SiteTest::new().plain();
    for (path, place) in folder::files(&source) {
        if !path.starts_with("expected/") {
            folder::write(&test.root().join(path), fs::read(place).expect("a file"));
        }
    }
    test
}

#[test]
fn the_preview_of_every_golden_site_is_its_build() {
    for name in ["one-language", "two-languages", "three-languages", "base-path", "overrides", "tenun"] {
        is_the_build(golden(name));
    }
}

#[test]
fn the_preview_of_our_own_publication_is_its_build() {
    let repository = folder::repository();
    let test = SiteTest::new();
    for part in ["kabar.yaml", "content", "static", "data", "strings", "styles", "templates"] {
        let place = repository.join(part);
        if place.is_dir() {
            folder::copy(&place, &test.root().join(part));
        } else if place.exists() {
            folder::write(&test.root().join(part), fs::read(place).expect("a file"));
        }
    }
    is_the_build(test);
}
