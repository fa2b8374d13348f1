//! `kabar routes`: every URL, before anything is rendered.

use std::collections::BTreeSet;

use crate::support::{SiteTest, folder, page};

fn site() -> SiteTest {
    SiteTest::new()
        .bilingual()
        .file("content/cerita/_section.id.md", page("Cerita", ""))
        .file("content/cerita/_section.en.md", page("Stories", "slug: stories\n---\n"))
        .file("content/cerita/a.id.md", page("Satu", "date: 2026-01-01\ntags: [desa]\naliases: [/lama/]\n---\nIsi.\n"))
        .file("content/tentang.id.md", page("Tentang", "Isi.\n"))
        .file("content/tentang.en.md", page("About", "slug: about\ntranslation: { of: id }\n---\nText.\n"))
        .file("static/robots-kami.txt", "x")
}

/// The file that serves a URL.
fn file_of(url: &str) -> String {
    let inside = url.trim_start_matches('/');
    if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() }
}

#[test]
fn every_route_is_a_file_of_the_build_and_every_file_is_a_route() {
    let test = site().build();
    let routes = test.run(&["routes", "--format", "json"]).ends_with(0).json();
    let urls = routes.as_array().expect("a list").iter().filter_map(|route| route["url"].as_str());
    let files: BTreeSet<String> = urls.map(file_of).collect();
    assert_eq!(files, test.tree().into_keys().collect());
}

#[test]
fn a_route_says_what_it_is_and_who_claims_it() {
    let run = site().run(&["routes"]).ends_with(0);
    let columns = |url: &str| -> Vec<String> {
        let line = run.out.lines().find(|line| line.split_whitespace().next() == Some(url));
        line.unwrap_or_else(|| panic!("{url} in {}", run.out)).split_whitespace().skip(1).map(str::to_owned).collect()
    };
    assert_eq!(columns("/cerita/a/"), ["page", "content/cerita/a.id.md"]);
    assert_eq!(columns("/en/stories/a/"), ["untranslated", "content/cerita/a.id.md"]);
    assert_eq!(columns("/en/about/"), ["page", "content/tentang.en.md"]);
    assert_eq!(columns("/lama/"), ["redirect", "content/cerita/a.id.md"]);
    assert_eq!(columns("/robots-kami.txt"), ["file", "static/robots-kami.txt"]);
    assert_eq!(columns("/_redirects"), ["host-redirects"]);
}

#[test]
fn without_a_whole_publication_there_are_no_routes() {
    let run = site().file("content/b.id.md", "x").run(&["routes"]).ends_with(1);
    assert!(run.out.is_empty() && run.err.contains("front-matter-missing"), "{} {}", run.out, run.err);
}

#[test]
fn routes_come_in_order_and_write_nothing() {
    let test = site();
    let before = folder::read(&test.root());
    let run = test.run(&["routes"]);
    let urls: Vec<&str> = run.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let mut sorted = urls.clone();
    sorted.sort_unstable();
    assert_eq!(urls, sorted);
    assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
}
