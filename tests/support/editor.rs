//! An editing program as the language server sees it: the real binary, spoken to over its
//! standard input and output.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::command;

/// How long an answer may take before the test fails, on a machine that builds at the same time.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that edits the texts of a folder.
pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    heard: Receiver<Value>,
    asked: i64,
    root: PathBuf,
    texts: BTreeMap<String, (String, i64)>,
    /// What was last published of each file, by path.
    diagnostics: BTreeMap<String, Value>,
    /// Everything that was asked of us.
    pub requests: Vec<Value>,
}

impl Editor {
    /// Starts the server and agrees with it.
    pub fn start(root: &Path, arguments: &[&str], more: &Value) -> Self {
        let mut editor = Self::new(root, arguments);
        let mut params = json!({
            "processId": null,
            "rootUri": editor.uri(""),
            "capabilities": {
                "textDocument": {
                    "completion": { "completionItem": { "snippetSupport": true } },
                    "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                },
                "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } },
            },
        });
        for (key, value) in more.as_object().into_iter().flatten() {
            params[key] = value.clone();
        }
        editor.request("initialize", &params);
        editor.notify("initialized", &json!({}));
        editor
    }

    /// Starts the server and says nothing yet.
    pub fn new(root: &Path, arguments: &[&str]) -> Self {
        let mut command: Command = command(root);
        command.arg("lsp").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let input = child.stdin.take();
        let mut output = BufReader::new(child.stdout.take().expect("an output"));
        let (sender, heard) = mpsc::channel();
        thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            input,
            heard,
            asked: 0,
            root: root.to_path_buf(),
            texts: BTreeMap::new(),
            diagnostics: BTreeMap::new(),
            requests: Vec::new(),
        }
    }

    /// The address of a path; `""` for the folder itself.
    pub fn uri(&self, path: &str) -> String {
        let place = if path.is_empty() { self.root.clone() } else { self.root.join(path) };
        format!("file://{}", place.to_str().expect("text").replace(' ', "%20"))
    }

    /// Writes bytes as they are.
    pub fn write(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("an input");
        input.write_all(bytes).and_then(|()| input.flush()).expect("the server listens");
    }

    pub fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and gives the whole answer.
    #[track_caller]
    pub fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.next();
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
            self.hear(message);
        }
    }

    /// Asks for what must be there.
    #[track_caller]
    pub fn request(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.ask(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The next message, whatever it is.
    #[track_caller]
    pub fn next(&mut self) -> Value {
        self.heard.recv_timeout(PATIENCE).unwrap_or_else(|error| {
            let state = self.child.try_wait();
            panic!("{error}: no message came, the server: {state:?}")
        })
    }

    fn hear(&mut self, message: Value) {
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().expect("an address").replace("%20", " ");
            let start = format!("file://{}/", self.root.display());
            let path = uri.strip_prefix(&start).unwrap_or(&uri).to_owned();
            self.diagnostics.insert(path, message["params"]["diagnostics"].clone());
        } else if message.get("method").is_some() && message.get("id").is_some() {
            self.requests.push(message.clone());
            self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
        }
    }

    /// Opens a text, which may be another than that on disk.
    pub fn open(&mut self, path: &str, text: &str) {
        let document = json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.texts.insert(path.to_owned(), (text.to_owned(), 1));
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Puts another text in the place of an open one, by the part that differs.
    pub fn write_text(&mut self, path: &str, new: &str) {
        let (old, version) = self.texts[path].clone();
        let start =
            old.chars().zip(new.chars()).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
        let (old_rest, new_rest): (&str, &str) = (&old[start..], &new[start..]);
        let pairs = old_rest.chars().rev().zip(new_rest.chars().rev());
        let end: usize = pairs.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
        let range = json!({ "start": position(&old, start), "end": position(&old, old.len() - end) });
        let change = json!({ "range": range, "text": &new[start..new.len() - end] });
        let document = json!({ "uri": self.uri(path), "version": version + 1 });
        self.texts.insert(path.to_owned(), (new.to_owned(), version + 1));
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        self.notify("textDocument/didChange", &params);
    }

    /// The text of an open file.
    pub fn text(&self, path: &str) -> &str {
        &self.texts[path].0
    }

    /// The place of a part of a text that stands in it once, and so many letters further.
    #[track_caller]
    pub fn place(&self, path: &str, part: &str, further: usize) -> Value {
        let text = self.text(path);
        assert_eq!(text.matches(part).count(), 1, "{part:?} in {text}");
        let start = text.find(part).expect("a part");
        let rest: usize = part.chars().take(further).map(char::len_utf8).sum();
        json!({ "textDocument": { "uri": self.uri(path) }, "position": position(text, start + rest) })
    }

    /// Opens or changes a text that has `§` where the cursor is, and gives its place.
    pub fn marked(&mut self, path: &str, marked: &str) -> Value {
        let at = marked.find('§').expect("a cursor");
        let text = marked.replacen('§', "", 1);
        if self.texts.contains_key(path) {
            self.write_text(path, &text)
        } else {
            self.open(path, &text)
        }
        json!({ "textDocument": { "uri": self.uri(path) }, "position": position(&text, at) })
    }

    /// What could be written at `§`: labels.
    #[track_caller]
    pub fn completes(&mut self, path: &str, marked: &str) -> Vec<String> {
        let items = self.items(path, marked);
        items.iter().map(|item| item["label"].as_str().expect("a label").to_owned()).collect()
    }

    /// What could be written at `§`.
    #[track_caller]
    pub fn items(&mut self, path: &str, marked: &str) -> Vec<Value> {
        let place = self.marked(path, marked);
        let list = self.request("textDocument/completion", &place);
        list["items"].as_array().cloned().unwrap_or_default()
    }

    /// The text after the item with this label was chosen at `§`.
    #[track_caller]
    pub fn chosen(&mut self, path: &str, marked: &str, label: &str) -> String {
        let items = self.items(path, marked);
        let item = items.iter().find(|item| item["label"] == label);
        let item = item.unwrap_or_else(|| panic!("{label} is not among {items:?}"));
        applied(self.text(path), &json!([item["textEdit"]]))
    }

    /// What is told of the thing at a place.
    #[track_caller]
    pub fn hovers(&mut self, place: &Value) -> String {
        let hover = self.request("textDocument/hover", place);
        hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// Where the thing at a place is made: path and line from 1.
    #[track_caller]
    pub fn defines(&mut self, place: &Value) -> String {
        let found = self.request("textDocument/definition", place);
        let Some(uri) = found["uri"].as_str() else { return "nowhere".to_owned() };
        let start = format!("file://{}/", self.root.display());
        let line = found["range"]["start"]["line"].as_u64().expect("a line") + 1;
        format!("{}:{line}", uri.strip_prefix(&start).unwrap_or(uri))
    }

    /// Waits until the codes that are told of a file are these, in any order.
    #[track_caller]
    pub fn told(&mut self, path: &str, codes: &[&str]) -> Vec<Value> {
        let mut wanted: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        wanted.sort();
        loop {
            let found = self.diagnostics.get(path).and_then(Value::as_array).cloned().unwrap_or_default();
            let mut now: Vec<String> =
                found.iter().map(|one| one["code"].as_str().unwrap_or_default().to_owned()).collect();
            now.sort();
            if now == wanted {
                return found;
            }
            let message = match self.heard.recv_timeout(PATIENCE) {
                Ok(message) => message,
                Err(error) => panic!("{error}: {path} has {now:?}, not {wanted:?}"),
            };
            self.hear(message);
        }
    }

    /// The quick fixes at a place, by title.
    #[track_caller]
    pub fn fixes(&mut self, place: &Value) -> Vec<Value> {
        let range = json!({ "start": place["position"], "end": place["position"] });
        let params = json!({ "textDocument": place["textDocument"], "range": range, "context": { "diagnostics": [] } });
        self.request("textDocument/codeAction", &params).as_array().cloned().unwrap_or_default()
    }

    /// The text of an open file after a fix of it.
    #[track_caller]
    pub fn fixed(&self, path: &str, fix: &Value) -> String {
        let edits = &fix["edit"]["changes"][self.uri(path)];
        assert!(edits.is_array(), "{fix}");
        applied(self.text(path), edits)
    }

    /// Ends the conversation well, and gives the exit code.
    #[track_caller]
    pub fn end(mut self) -> Option<i32> {
        self.request("shutdown", &Value::Null);
        self.notify("exit", &Value::Null);
        self.wait()
    }

    /// Says nothing more, and gives the exit code.
    pub fn hang_up(mut self) -> Option<i32> {
        self.input = None;
        self.wait()
    }

    /// The exit code; nothing may have panicked.
    pub fn wait(&mut self) -> Option<i32> {
        let status = self.child.wait().expect("an end");
        let mut said = String::new();
        let output = self.child.stderr.take();
        output.map(|mut output| output.read_to_string(&mut said));
        assert!(!said.contains("panicked"), "{said}");
        status.code()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // A test that failed leaves nothing behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            header => {
                let value = header.strip_prefix("Content-Length: ").map(|value| value.parse().expect("a length"));
                length = value.unwrap_or(length);
            }
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    Some(serde_json::from_slice(&bytes).expect("JSON"))
}

/// The position of a byte, columns in UTF-16.
pub fn position(text: &str, byte: usize) -> Value {
    let before = &text[..byte];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    json!({ "line": line, "character": before[start..].encode_utf16().count() })
}

/// The byte of a position, which must be one of the text.
pub fn byte(text: &str, position: &Value) -> usize {
    let number = |key: &str| usize::try_from(position[key].as_u64().expect("a number")).expect("small");
    let lines: Vec<&str> = text.split_inclusive('\n').chain([""]).collect();
    let (line, column) = (number("line"), number("character"));
    assert!(line < lines.len(), "{position} is outside of the text");
    let start: usize = lines[..line].iter().map(|line| line.len()).sum();
    let mut left = column;
    for (at, letter) in lines[line].char_indices() {
        if left == 0 {
            return start + at;
        }
        assert!(!matches!(letter, '\n' | '\r'), "{position} is beyond its line");
        left = left.checked_sub(letter.len_utf16()).expect("between two letters");
    }
    assert_eq!(left, 0, "{position} is beyond its line");
    start + lines[line].len()
}

/// A text with edits made.
pub fn applied(text: &str, edits: &Value) -> String {
    let edits = edits.as_array().expect("edits").iter();
    let part = |edit: &Value| byte(text, &edit["range"]["start"])..byte(text, &edit["range"]["end"]);
    let mut edits: Vec<_> =
        edits.map(|edit| (part(edit), edit["newText"].as_str().expect("text").to_owned())).collect();
    edits.sort_by_key(|(part, _)| part.start);
    let mut text = text.to_owned();
    for (part, new) in edits.into_iter().rev() {
        text.replace_range(part, &new);
    }
    text
}
