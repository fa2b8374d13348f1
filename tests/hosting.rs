//! How hosts and the preview send a site: what is written for them, read as they read it, and real
//! web servers asked for every kind of file.

mod lines;
mod programs;
mod publication;

use std::collections::BTreeMap;

use publication::{Publication, expected};

use crate::support::{Server, SiteTest};

#[test]
fn the_preview_sends_what_hosts_send() {
    let publication = Publication::new("");
    let server = Server::start(&publication.test, &[]);
    for (kind, url) in publication.one_of_each() {
        let answer = server.get(&url);
        let wanted = expected(&kind, &url);
        assert_eq!(answer.status, if kind == "redirect" { 302 } else { 200 }, "{url}");
        for name in ["access-control-allow-origin", "x-content-type-options", "content-type"] {
            let wanted = wanted.get(name).map(String::as_str);
            if name != "content-type" || wanted.is_some() {
                assert_eq!(answer.headers.get(name).map(String::as_str), wanted, "{name} of {url}");
            }
        }
    }
}

#[test]
fn files_are_written_for_the_hosts_that_are_named_and_read_one() {
    let written = |hosts: &str| -> Vec<String> {
        let test = SiteTest::new().minimal().append("kabar.yaml", &format!("hosting: {{ headers: [{hosts}] }}\n"));
        let files = test.build().tree().into_keys();
        files.filter(|name| [".htaccess", "_headers"].contains(&name.as_str())).collect()
    };
    assert_eq!(written(""), [""; 0]);
    assert_eq!(written("netlify"), ["_headers"]);
    assert_eq!(written("apache, cloudflare"), [".htaccess", "_headers"]);
}

#[test]
fn a_file_of_the_publication_takes_the_place_of_what_would_be_written() {
    let test = SiteTest::new().minimal().append("kabar.yaml", "hosting: { headers: [netlify, apache] }\n");
    let tree = test.file("static/_headers", "/own\n  X: y\n").build().tree();
    assert_eq!(tree["_headers"], b"/own\n  X: y\n");
    assert!(tree.contains_key(".htaccess"));
}

#[test]
fn hosts_are_told_the_same_by_the_command_as_by_the_files() {
    let publication = Publication::new("/di/kabar");
    let tree = publication.tree();
    let told = |host: &str| publication.test.run(&["hosting", host]).ends_with(0).out;
    let text = |name: &str| String::from_utf8_lossy(&tree[name]).into_owned();
    assert_eq!(told("netlify"), text("_headers"));
    assert_eq!(told("apache"), text(".htaccess"));
    assert_eq!(told("cloudflare").replace("  ! X-Frame-Options\n", ""), text("_headers"));
    publication.test.run(&["hosting", "nowhere"]).ends_with(2);
}

/// Rules are of kinds of files: as many for a thousand articles as for three.
#[test]
fn rules_are_no_more_when_there_are_more_articles() {
    let rules = |articles: usize| {
        let mut test = Publication::new("").test;
        for number in 0..articles {
            let text = format!("---\ntitle: T {number}\ndate: 2026-01-01\ntags: [t{number}]\n---\n\nIsi.\n");
            test = test.file(&format!("content/cerita/lagi-{number}.id.md"), text);
        }
        let told: BTreeMap<&str, usize> = ["cloudflare", "apache", "nginx", "caddy"]
            .map(|host| (host, test.run(&["hosting", host]).ends_with(0).out.lines().count()))
            .into();
        assert!(told.values().all(|lines| *lines < 250), "{told:?}");
        told
    };
    assert_eq!(rules(3), rules(60));
}
