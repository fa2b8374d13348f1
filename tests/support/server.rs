//! The preview as a program of its own, and the little of HTTP that is needed to ask it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{NOW, SiteTest, command};

/// Longer than anything may take, even on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A running preview; it ends with the test.
pub struct Server {
    child: Child,
    /// Host and port.
    pub address: String,
    pub url: String,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// By their names in small letters.
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

/// What an open page is told.
pub struct Events(BufReader<TcpStream>);

impl Server {
    /// Starts the preview of a publication on a free port, at the date of
    /// all tests.
    pub fn start(test: &SiteTest, arguments: &[&str]) -> Self {
        let mut command = command(&test.root());
        command.args(["serve", "--format", "json"]).args(arguments);
        if !arguments.contains(&"--port") {
            command.args(["--port", "0"]);
        }
        command.args(["--now", NOW]);
        Self::run(command)
    }

    /// Starts the preview at the present.
    pub fn start_now(test: &SiteTest, arguments: &[&str]) -> Self {
        let mut command = command(&test.root());
        command.args(["serve", "--format", "json", "--port", "0"]).args(arguments);
        Self::run(command)
    }

    fn run(mut command: std::process::Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let said: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let url = said["url"].as_str().expect("an address").to_owned();
        let address = url.trim_start_matches("http://").split('/').next().expect("a host").to_owned();
        Self { child, address, url }
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// Asks with a method and headers of one's own.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = self.send(method, path, headers, "close");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        Answer::read(&bytes, method)
    }

    /// Opens the stream of a page.
    pub fn events(&self, query: &str) -> Events {
        let stream = self.send("GET", &format!("/_kabar/events?{query}"), &[], "keep-alive");
        stream.set_read_timeout(Some(Duration::from_secs(3))).expect("a time limit");
        Events(BufReader::new(stream))
    }

    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], connection: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        let host = headers.iter().find(|(name, _)| *name == "Host").map_or(&*self.address, |(_, host)| host);
        let mut text = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: {connection}\r\n");
        for (name, value) in headers.iter().filter(|(name, _)| *name != "Host") {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{text}\r\n").as_bytes()).expect("a request");
        stream
    }

    /// Where the preview is.
    pub fn state(&self) -> Value {
        serde_json::from_slice(&self.get("/_kabar/state").body).expect("JSON")
    }

    /// Waits until a page has a text.
    #[track_caller]
    pub fn wait_for(&self, path: &str, text: &str) -> Answer {
        self.wait_until(&format!("{text:?} on {path}"), || {
            let answer = self.get(path);
            answer.text().contains(text).then_some(answer)
        })
    }

    /// Waits until something can be found.
    #[track_caller]
    pub fn wait_until<T>(&self, what: &str, found: impl Fn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = found() {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "never: {what}; {}", self.state());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Asks the program to end, and waits for it.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill").args(["-INT", &id]).status().expect("kill");
        assert!(sent.success());
        self.child.wait().expect("an end").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    /// What a server answers that is none of ours.
    pub fn from(address: &str, path: &str) -> std::io::Result<Self> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Ok(Self::read(&bytes, "GET"))
    }

    fn read(bytes: &[u8], method: &str) -> Self {
        let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").expect("headers");
        let head = str::from_utf8(&bytes[..end]).expect("text");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
        let headers: BTreeMap<String, String> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let body = bytes[end + 4..].to_vec();
        let length = headers.get("content-length").and_then(|length| length.parse::<usize>().ok());
        if let Some(length) = length.filter(|_| method != "HEAD") {
            assert_eq!(body.len(), length, "{head}");
        }
        Self { status: status.expect("a status"), headers, body }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The body without the script of the preview, which is there once.
    #[track_caller]
    pub fn page(&self) -> Vec<u8> {
        let text = String::from_utf8(self.body.clone()).expect("a page is text");
        let start = text.find("<script src=\"/_kabar/preview.js\"").unwrap_or_else(|| panic!("no script: {text}"));
        let end = start + text[start..].find("</script>").expect("an end") + "</script>".len();
        let page = format!("{}{}", &text[..start], &text[end..]);
        assert!(!page.contains("/_kabar/"), "{page}");
        page.into_bytes()
    }

    /// What a page says of itself to the stream of its events.
    pub fn query(&self, path: &str) -> String {
        let text = self.text();
        let value = |name: &str| {
            let rest = text.split(&format!("{name}=\"")).nth(1).expect("a value");
            rest.split('"').next().expect("an end").to_owned()
        };
        format!("instance={}&print={}&path={path}", value("data-instance"), value("data-print"))
    }
}

impl Events {
    /// The next message: its name and its value; none when nothing comes.
    pub fn next(&mut self) -> Option<(String, Value)> {
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if let Some(data) = line.strip_prefix("data: ") {
                let message: Value = serde_json::from_str(data.trim()).expect("JSON");
                return Some((message[0].as_str().expect("a name").to_owned(), message[1].clone()));
            }
        }
    }

    /// Waits for a message of a name.
    #[track_caller]
    pub fn wait_for(&mut self, name: &str) -> Value {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some((_, value)) = self.next().filter(|(found, _)| found == name) {
                return value;
            }
        }
        panic!("{name} never came");
    }
}
