//! Whatever is done to the files, and however often: what is shown in the end is what a fresh
//! start shows.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use crate::laws::changes::edits;
use crate::laws::law;
use crate::laws::publication::{Publication, publications};
use crate::support::{Answer, Server, SiteTest, folder, page};

/// Everything that the preview shows of a publication without errors.
fn shown(server: &Server, paths: &[String]) -> Vec<(String, u16, Vec<u8>)> {
    let body = |answer: &Answer| {
        if answer.text().contains("/_kabar/preview.js") { answer.page() } else { answer.body.clone() }
    };
    paths
        .iter()
        .map(|path| (path.clone(), server.get(path)))
        .map(|(path, answer)| (path, answer.status, body(&answer)))
        .collect()
}

fn paths(test: &SiteTest) -> Vec<String> {
    let routes = test.run(&["routes", "--drafts", "--format", "json"]).json();
    let urls = routes.as_array().expect("routes").iter().filter_map(|route| route["url"].as_str());
    let base = if fs::read_to_string(test.root().join("kabar.yaml")).is_ok_and(|text| text.contains("example/kabar")) {
        "/kabar"
    } else {
        ""
    };
    let is_plain = |url: &&str| url.bytes().all(|byte| byte.is_ascii_graphic());
    urls.filter(is_plain).map(|url| format!("{base}{url}")).collect()
}

/// Makes a folder have these files and no others, in the order of their names.
fn restore(root: &Path, files: &folder::Tree) {
    for (name, place) in folder::files(root) {
        if !files.contains_key(&name) {
            fs::remove_file(place).expect("removed");
        }
    }
    for (name, bytes) in files {
        let place = root.join(name);
        // What was made a folder where a file stood is empty by now.
        if place.is_dir() {
            fs::remove_dir_all(&place).expect("removed");
        }
        let parent = place.parent().expect("a parent");
        if parent.is_file() {
            fs::remove_file(parent).expect("removed");
        }
        fs::create_dir_all(parent).expect("a folder");
        if fs::read(&place).ok().as_ref() != Some(bytes) {
            fs::write(&place, bytes).expect("a file");
        }
    }
}

#[test]
fn after_any_edits_every_page_is_that_of_a_fresh_start() {
    let bursts = proptest::collection::vec(proptest::collection::vec(edits(), 1..4), 1..5);
    law(6, &(publications(5), publications(5), bursts), |(before, after, bursts): (Publication, Publication, _)| {
        let test = before.site();
        let server = Server::start(&test, &[]);
        for burst in bursts {
            for edit in burst {
                edit.perform(&test.root());
            }
            prop_assert!(server.get("/").status < 600);
        }
        let goal = after.site();
        restore(&test.root(), &folder::read(&goal.root()));
        let fresh = Server::start(&goal, &[]);
        let paths = paths(&goal);
        let expected = shown(&fresh, &paths);
        server.wait_until("what a fresh start shows", || (shown(&server, &paths) == expected).then_some(()));
        Ok(())
    });
}

#[test]
fn two_hundred_broken_edits_never_bring_it_down() {
    let test = SiteTest::new()
        .bilingual()
        .file("content/a.id.md", page("Satu", "Isi pertama.\n"))
        .file("content/s/b.id.md", page("Dua", "date: 2026-01-01\n---\nLain.\n"));
    let good = folder::read(&test.root());
    let server = Server::start(&test, &[]);
    let names: Vec<&String> = good.keys().filter(|name| !name.starts_with("themes/plain/static")).collect();
    let mut seed = 2026_u64;
    let mut random = move |below: usize| {
        // xorshift64
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(below).expect("small")).expect("small")
    };
    for count in 0..200 {
        let name = names[random(names.len())];
        let mut bytes = good[name].clone();
        match random(4) {
            0 => bytes.truncate(random(bytes.len().max(1))),
            1 => bytes.splice(0..0, b"{% if [".iter().copied()).for_each(drop),
            2 => bytes.insert(random(bytes.len().max(1)), 0xff),
            _ => bytes.extend_from_slice(b"\n{{ x }}: [\n---\n"),
        }
        fs::write(test.root().join(name), bytes).expect("a file");
        if count % 5 == 0 {
            let status = server.get("/a/").status;
            assert!(status == 200 || status == 500 || status == 404, "{status} after {name}");
        }
        if count % 20 == 19 {
            restore(&test.root(), &good);
            fs::write(test.root().join("content/a.id.md"), page("Satu", &format!("Isi ke-{count}.\n")))
                .expect("a file");
            server.wait_for("/a/", &format!("Isi ke-{count}."));
        }
    }
    restore(&test.root(), &good);
    server.wait_for("/a/", "Isi pertama.");
    let fresh = Server::start(&test, &[]);
    let paths = paths(&test);
    let expected = shown(&fresh, &paths);
    server.wait_until("what a fresh start shows", || (shown(&server, &paths) == expected).then_some(()));
    server.wait_until("no errors", || (server.state()["errors"] == 0).then_some(()));
}

#[test]
fn a_moment_that_comes_is_seen_without_an_edit() {
    let zone = jiff::tz::TimeZone::get("Asia/Makassar").expect("a zone");
    let soon = |seconds: i64| {
        let time = jiff::Timestamp::now().checked_add(jiff::SignedDuration::from_secs(seconds)).expect("a time");
        time.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S").to_string()
    };
    let test = SiteTest::new()
        .minimal()
        .file("content/a.id.md", page("Satu", &format!("date: {}\n---\nIsi.\n", soon(6))))
        .file("content/b.id.md", page("Dua", &format!("expires: {}\n---\nIsi.\n", soon(7))));
    let server = Server::start_now(&test, &["--no-drafts"]);
    assert_eq!((server.get("/a/").status, server.get("/b/").status), (404, 200));
    server.wait_until("the first appears", || (server.get("/a/").status == 200).then_some(()));
    server.wait_until("the second is over", || (server.get("/b/").status == 404).then_some(()));
}
