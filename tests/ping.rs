//! A hub on this machine, and what it is told of feeds.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::support::{SiteTest, page};

/// The problems that only a hub shows.
pub const RAISED: [&str; 2] = ["hub-refused", "no-hub"];

/// A hub that refuses what stands in a list.
struct Hub {
    address: String,
    told: Arc<Mutex<Vec<String>>>,
    refused: Arc<Mutex<Vec<String>>>,
}

impl Hub {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}/hub", listener.local_addr().expect("an address"));
        let hub = Self { address, told: Arc::default(), refused: Arc::default() };
        let (told, refused) = (hub.told.clone(), hub.refused.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &told, &refused);
            }
        });
        hub
    }

    /// What it was told since it was last asked.
    fn told(&self) -> Vec<String> {
        std::mem::take(&mut *self.told.lock().expect("a list"))
    }
}

fn answer(mut stream: TcpStream, told: &Mutex<Vec<String>>, refused: &Mutex<Vec<String>>) {
    let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).unwrap_or_default() == 0 {
            return;
        }
    }
    let lower = head.to_lowercase();
    let length = lower.split("content-length:").nth(1).and_then(|rest| rest.lines().next());
    let mut body = vec![0; length.and_then(|text| text.trim().parse().ok()).unwrap_or_default()];
    reader.read_exact(&mut body).expect("a body");
    let is_right = head.starts_with("POST /hub ") && lower.contains("content-type: application/x-www-form-urlencoded");
    let fields: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
    let value = |key: &str| fields.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
    let url = value("hub.url").unwrap_or_default();
    let is_refused = !is_right
        || value("hub.mode").as_deref() != Some("publish")
        || refused.lock().expect("a list").iter().any(|known| url.ends_with(known.as_str()));
    let status = if is_refused { "400 Bad Request" } else { "204 No Content" };
    if !is_refused {
        told.lock().expect("a list").push(url.replace("https://uji.example", ""));
    }
    let _ = stream.write_all(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").as_bytes());
}

fn site(hub: &str, cache: &tempfile::TempDir) -> SiteTest {
    let feeds = format!("theme: plain\nfeeds: {{ formats: [rss], hub: \"{hub}\" }}");
    SiteTest::new()
        .bilingual()
        .variable("XDG_CACHE_HOME", &cache.path().to_string_lossy())
        .edit("kabar.yaml", "theme: plain", &feeds)
        .file("content/s/_section.id.md", page("Bagian", ""))
        .file("content/s/_section.en.md", page("Part", ""))
        .file("content/s/a.id.md", page("Satu", "date: 2026-01-01\n---\nIsi.\n"))
}

/// The ends of the addresses, in order.
fn ends(told: Vec<String>) -> Vec<String> {
    let path =
        |url: String| url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| path.to_owned());
    let mut ends: Vec<String> = told.into_iter().map(|url| path(url.clone()).unwrap_or(url)).collect();
    ends.iter_mut().for_each(|end| *end = end.trim_start_matches('/').to_owned());
    ends.sort();
    ends
}

#[test]
fn a_hub_is_told_of_what_has_changed_and_of_nothing_else() {
    let hub = Hub::start();
    let cache = tempfile::tempdir().expect("a folder");
    let test = site(&hub.address, &cache);
    let before = test.root_files();

    let dry = test.run(&["ping", "--dry-run"]).ends_with(0);
    assert_eq!((dry.out.lines().count(), hub.told().len()), (4, 0), "{} {}", dry.out, dry.err);
    test.run(&["ping"]).ends_with(0);
    let all = ["all/feed.xml", "en/feed.xml", "feed.xml", "s/feed.xml"];
    assert_eq!(ends(hub.told()), all);
    test.run(&["ping"]).ends_with(0);
    assert_eq!(hub.told(), [""; 0], "nothing has changed");
    assert_eq!(test.root_files(), before, "the sources are as they were");

    let test = test.file("content/s/b.id.md", page("Dua", "date: 2026-01-02\n---\nIsi.\n"));
    test.run(&["ping"]).ends_with(0);
    assert_eq!(ends(hub.told()), ["all/feed.xml", "feed.xml", "s/feed.xml"]);
    test.run(&["ping", "--all"]).ends_with(0);
    assert_eq!(ends(hub.told()), all);
}

#[test]
fn what_a_hub_refuses_is_told_again() {
    let hub = Hub::start();
    let cache = tempfile::tempdir().expect("a folder");
    let test = site(&hub.address, &cache);
    hub.refused.lock().expect("a list").push("/s/feed.xml".to_owned());
    let run = test.run(&["ping", "--format", "json"]).ends_with(1);
    assert!(run.codes().iter().all(|code| code == "hub-refused") && !run.codes().is_empty(), "{}", run.out);
    assert!(run.out.contains("400"), "{}", run.out);
    assert!(ends(hub.told()).contains(&"feed.xml".to_owned()));
    hub.refused.lock().expect("a list").clear();
    test.run(&["ping"]).ends_with(0);
    let again = ends(hub.told());
    assert!(!again.is_empty() && again.iter().all(|end| end.ends_with("s/feed.xml")), "{again:?}");
}

#[test]
fn without_a_hub_or_an_answer_it_says_so() {
    let cache = tempfile::tempdir().expect("a folder");
    let none = SiteTest::new().minimal().run(&["ping", "--format", "json"]).ends_with(1);
    assert_eq!(none.codes(), ["no-hub"]);
    // A port that was free a moment ago: nobody listens there.
    let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let test = site(&format!("http://127.0.0.1:{port}/"), &cache);
    let run = test.run(&["ping", "--format", "json"]).ends_with(1);
    assert_eq!(run.codes(), ["hub-refused"], "once is enough");
    let english = test.run(&["ping", "--lang", "en"]).ends_with(1);
    assert!(english.err.contains("cannot be found"), "{}", english.err);
}
