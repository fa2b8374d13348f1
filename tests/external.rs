//! Links to other sites, asked of a server on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::Value;

use crate::support::{Run, SiteTest, page};

/// The problems that only a network shows.
pub const RAISED: [&str; 2] = ["dead-external-link", "moved-external-link"];

/// A server that answers by the path, and what it was asked.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        let turns = Arc::new(AtomicUsize::new(0));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, turns) = (log.clone(), turns.clone());
                thread::spawn(move || serve(stream, &log, &turns));
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().expect("a list").clone();
        asked.sort();
        asked
    }
}

fn serve(mut stream: TcpStream, log: &Mutex<Vec<String>>, turns: &AtomicUsize) {
    let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
    let mut first = String::new();
    if reader.read_line(&mut first).unwrap_or_default() == 0 {
        return;
    }
    let mut line = String::new();
    while reader.read_line(&mut line).unwrap_or_default() > 2 {
        line.clear();
    }
    let mut words = first.split_whitespace();
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    log.lock().expect("a list").push(format!("{method} {path}"));
    let answer = match (method, path) {
        (_, "/ada") => "200 OK\r\n",
        ("HEAD", "/tanpa-kepala") => "405 Method Not Allowed\r\n",
        ("GET", "/tanpa-kepala") => "200 OK\r\n",
        (_, "/pindah") => "301 Moved Permanently\r\nLocation: /ada\r\n",
        (_, "/sementara") => "302 Found\r\nLocation: /ada\r\n",
        (_, "/menolak") => "403 Forbidden\r\n",
        // Answers at the second question (head and body make one).
        (_, "/goyah") if turns.fetch_add(1, Ordering::Relaxed) < 2 => "503 Service Unavailable\r\n",
        (_, "/goyah") => "200 OK\r\n",
        _ => "404 Not Found\r\n",
    };
    let _ = stream.write_all(format!("HTTP/1.1 {answer}Content-Length: 0\r\nConnection: close\r\n\r\n").as_bytes());
}

fn site(server: &Server) -> SiteTest {
    let link = |path: &str| format!("- [Laporan {path}]({}/{path})\n", server.address);
    let paths = ["ada", "tanpa-kepala", "pindah", "sementara", "menolak", "goyah", "hilang#bab"];
    let body: String = paths.into_iter().map(link).collect();
    SiteTest::new().minimal().file("content/a.id.md", page("Kabar", &body))
}

fn told(run: &Run) -> Vec<(String, String)> {
    let text = |found: &Value, key: &str| found[key].as_str().unwrap_or_default().to_owned();
    let of_others = |found: &Value| RAISED.contains(&found["code"].as_str().unwrap_or_default());
    run.diagnostics()
        .iter()
        .filter(|found| of_others(found))
        .map(|found| (text(found, "code"), text(found, "what")))
        .collect()
}

#[test]
fn other_sites_are_asked_once_and_never_stop_anyone() {
    let server = Server::start();
    let cache = tempfile::tempdir().expect("a folder");
    let test = site(&server).variable("XDG_CACHE_HOME", &cache.path().to_string_lossy());
    let before = test.root_files();
    let arguments = ["check", "--format", "json", "--strict"];

    let quiet = test.run(&arguments).ends_with(0);
    assert_eq!((told(&quiet).len(), server.asked().len()), (0, 0), "nobody is asked unless wanted");

    let asked = test.run(&[&arguments[..], &["--external"]].concat()).ends_with(0);
    let found = told(&asked);
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["moved-external-link", "dead-external-link"], "{found:?}");
    assert!(found[0].1.contains("/ada") && found[1].1.contains("404"), "{found:?}");
    let questions = server.asked();
    assert!(questions.contains(&"GET /tanpa-kepala".to_owned()), "{questions:?}");
    assert!(questions.iter().filter(|question| question.ends_with("/goyah")).count() >= 3, "{questions:?}");

    let again = test.run(&[&arguments[..], &["--external"]].concat()).ends_with(0);
    assert_eq!((told(&again), server.asked()), (found.clone(), questions.clone()), "what is remembered is not asked");
    let offline = test.run(&[&arguments[..], &["--external", "--offline"]].concat()).ends_with(0);
    assert_eq!((told(&offline), server.asked()), (found, questions), "offline nobody is asked");
    assert_eq!(test.root_files(), before, "the sources are as they were");
}

#[test]
fn who_does_not_answer_is_told_and_may_be_an_error_if_wanted() {
    // A port that was free a moment ago: nobody listens there.
    let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let cache = tempfile::tempdir().expect("a folder");
    let body = format!("[Laporan](http://127.0.0.1:{port}/)\n");
    let test = SiteTest::new().minimal().file("content/a.id.md", page("Kabar", &body));
    let test = test.variable("XDG_CACHE_HOME", &cache.path().to_string_lossy());
    let offline = test.run(&["check", "--format", "json", "--external", "--offline"]).ends_with(0);
    assert_eq!(told(&offline), []);
    let found = told(&test.run(&["check", "--format", "json", "--external"]).ends_with(0));
    assert_eq!(found.len(), 1, "{found:?}");
    let test = test.append("kabar.yaml", "lints: { dead-external-link: error }\n");
    test.run(&["check", "--external"]).ends_with(1);
}
