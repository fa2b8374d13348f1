//! What the preview answers to whom.

use serde_json::Value;

use crate::support::{NOW, Server, SiteTest, command, page};

fn site() -> SiteTest {
    SiteTest::new()
        .bilingual()
        .file("content/a/index.id.md", page("Satu", "aliases: [/lama/]\n---\nIsi.\n"))
        .file("content/a/berkas.txt", "0123456789")
        .file("static/gambar.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"/>")
}

#[test]
fn pages_files_and_redirects_come_with_their_types() {
    let test = site();
    let server = Server::start(&test, &[]);
    let kinds = [
        ("/a/", 200, "text/html; charset=utf-8"),
        ("/a/index.html", 200, "text/html; charset=utf-8"),
        ("/a/berkas.txt", 200, "text/plain; charset=utf-8"),
        ("/gambar.svg", 200, "image/svg+xml"),
        ("/feed.xml", 200, "application/rss+xml; charset=utf-8"),
        ("/robots.txt", 200, "text/plain; charset=utf-8"),
        ("/lama/", 302, "text/html; charset=utf-8"),
        ("/nothing", 404, "text/html; charset=utf-8"),
        ("/%ff", 404, "text/html; charset=utf-8"),
        ("/../kabar.yaml", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/kabar.yaml", 404, "text/html; charset=utf-8"),
        ("/_kabar/nothing", 404, ""),
    ];
    for (path, status, kind) in kinds {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (status, kind), "{path}: {}", answer.text());
    }
    assert_eq!(server.get("/lama/").header("location"), "/a/");
    assert_eq!(server.get("/a").header("location"), "/a/");
    assert_eq!(server.ask("POST", "/a/", &[]).status, 405);
}

#[test]
fn what_is_not_found_is_told_in_the_language_of_the_place() {
    let test = site();
    let server = Server::start(&test, &[]);
    let (id, en) = (server.get("/tak-ada/"), server.get("/en/nothing/"));
    assert!(id.text().contains("lang=\"id\"") && en.text().contains("lang=\"en\""), "{}", en.text());
    assert_eq!(id.page(), server.get("/404.html").page());
    assert_eq!(en.page(), server.get("/en/404.html").page());
}

#[test]
fn nothing_is_sent_twice_that_is_known() {
    let test = site();
    let server = Server::start(&test, &[]);
    for (path, keeping) in [("/a/", "no-store"), ("/a/berkas.txt", "no-cache"), ("/feed.xml", "no-store")] {
        let first = server.get(path);
        assert_eq!(first.header("cache-control"), keeping, "{path}");
        let again = server.ask("GET", path, &[("If-None-Match", first.header("etag"))]);
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        let head = server.ask("HEAD", path, &[]);
        assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
        assert_eq!(head.header("content-length"), first.body.len().to_string(), "{path}");
    }
}

#[test]
fn a_part_of_a_file_is_sent_when_it_is_asked_for() {
    let test = site();
    let server = Server::start(&test, &[]);
    let part = |range: &str| server.ask("GET", "/a/berkas.txt", &[("Range", range)]);
    let found = part("bytes=2-4");
    assert_eq!((found.status, found.text().as_str(), found.header("content-range")), (206, "234", "bytes 2-4/10"));
    assert_eq!((part("bytes=-3").status, part("bytes=-3").text().as_str()), (206, "789"));
    assert_eq!(part("bytes=99-").status, 416);
    assert_eq!((part("bytes=0-1,4-5").status, part("bytes=0-1,4-5").text().as_str()), (200, "0123456789"));
}

#[test]
fn a_large_file_is_sent_whole() {
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|index| u8::try_from(index % 251).expect("small")).collect();
    let test = site().file("static/besar.zip", &bytes);
    let server = Server::start(&test, &[]);
    assert!(server.get("/besar.zip").body == bytes);
}

#[test]
fn names_of_others_are_refused() {
    let test = site();
    let server = Server::start(&test, &[]);
    for host in ["example.org", "localhost.example.org:1111"] {
        let answer = server.ask("GET", "/a/", &[("Host", host)]);
        assert_eq!(answer.status, 403, "{host}");
        assert!(answer.text().contains(host) && !answer.text().contains("Isi."), "{}", answer.text());
    }
    assert_eq!(server.ask("GET", "/a/", &[("Host", "localhost:1111")]).status, 200);
    let refused = server.ask("GET", "/_kabar/events", &[("Host", "example.org")]);
    assert_eq!(refused.status, 403);
}

#[test]
fn the_next_free_port_is_taken() {
    let test = site();
    let first = Server::start(&test, &[]);
    let port: u16 = first.address.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    let second = Server::start(&test, &["--port", &port.to_string()]);
    assert_ne!(first.address, second.address);
    assert_eq!((first.get("/a/").status, second.get("/a/").status), (200, 200));
}

#[test]
fn a_base_path_is_kept() {
    let test = site().edit("kabar.yaml", "https://uji.example", "https://uji.example/kabar");
    let server = Server::start(&test, &[]);
    assert!(server.url.ends_with("/kabar/"), "{}", server.url);
    assert_eq!(server.get("/").header("location"), "/kabar/");
    assert_eq!(server.get("/kabar").header("location"), "/kabar/");
    assert_eq!((server.get("/kabar/a/").status, server.get("/a/").status), (200, 404));
    assert_eq!(server.get("/kabar/lama/").header("location"), "/kabar/a/");
}

#[test]
fn drafts_and_what_is_to_come_are_shown_unless_unwanted() {
    let test = site()
        .file("content/b.id.md", page("Konsep", "draft: true\n---\n"))
        .file("content/c.id.md", page("Nanti", "date: 2027-01-01\n---\n"));
    let with = Server::start(&test, &[]);
    let without = Server::start(&test, &["--no-drafts"]);
    for (path, mark) in [("/b/", "Draft: readers do not see this page"), ("/c/", "from 2027-01-01 on")] {
        let answer = with.get(path);
        assert_eq!((answer.status, without.get(path).status), (200, 404), "{path}");
        let state = with.events(&answer.query(path)).wait_for("state");
        assert!(state["html"].as_str().is_some_and(|html| html.contains(mark)), "{state}");
    }
    let id = Server::start(&test, &["--lang", "id"]);
    let state = id.events(&id.get("/b/").query("/b/")).wait_for("state");
    assert!(state["html"].as_str().is_some_and(|html| html.contains("Draf: pembaca tidak melihat")), "{state}");
}

#[cfg(unix)]
#[test]
fn it_ends_in_peace_when_it_is_asked_to() {
    let test = site();
    let server = Server::start(&test, &[]);
    let answer = server.get("/a/");
    // An open page does not hold it up.
    let _events = server.events(&answer.query("/a/"));
    assert_eq!(server.interrupt(), Some(0));
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let test = SiteTest::new();
    let run = crate::support::Run::of(command(&test.root()).args(["serve", "--root", "none", "--now", NOW]));
    assert_eq!(run.code, Some(2), "{}", run.err);
    let run = crate::support::Run::of(command(&test.root()).args(["serve", "--base-url", "x", "--format", "json"]));
    assert_eq!(run.code, Some(1));
    assert_eq!(run.json()["diagnostics"][0]["code"], Value::from("invalid-url"));
}
