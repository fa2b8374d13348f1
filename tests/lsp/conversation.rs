//! From the first word to the last: what is told when, in which language, and how it ends.

use serde_json::{Value, json};

use crate::support::{Editor, SiteTest, folder};

use super::{HARVEST, publication};

const PANEN: &str = "content/stories/panen/index.id.md";

#[test]
fn a_text_is_mended_from_the_first_fault_to_none() {
    let test = publication();
    let before = folder::read(&test.root());
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    let broken = HARVEST.replace("regions: [maluku]", "regions: [malku]\nplce: Teluk");
    editor.open(PANEN, &broken);
    let told = editor.told(PANEN, &["undeclared-term", "unknown-key", "missing-author"]);
    let key = told.iter().find(|one| one["code"] == "unknown-key").expect("told");
    assert_eq!(key["severity"], 1);
    assert_eq!(key["source"], "kabar");
    assert_eq!(key["range"], json!({ "start": { "line": 5, "character": 0 }, "end": { "line": 5, "character": 4 } }));
    assert!(key["message"].as_str().is_some_and(|text| text.contains("place")), "{key}");
    let term = told.iter().find(|one| one["code"] == "undeclared-term").expect("told");
    assert_eq!(term["severity"], 2);
    let author = told.iter().find(|one| one["code"] == "missing-author").expect("told");
    assert_eq!(author["severity"], 4);
    let mended = HARVEST.replace("regions: [maluku]", "regions: [maluku]\nplace: Teluk\nauthors: [redaksi]");
    editor.write_text(PANEN, &mended);
    editor.told(PANEN, &[]);
    assert_eq!(editor.ask("textDocument/rename", &json!({}))["error"]["code"], -32601);
    assert_eq!(editor.end(), Some(0));
    assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
}

#[test]
fn what_stands_in_an_editor_counts_for_all_other_files() {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    let catatan = "content/stories/catatan.id.md";
    editor.open(PANEN, HARVEST);
    editor.told(PANEN, &["missing-author"]);
    // The article that is linked to becomes a draft, in an editor alone.
    editor.open(catatan, "---\ntitle: Catatan\nsummary: Ringkas.\ndraft: true\n---\nIsi catatan.\n");
    editor.told(PANEN, &["missing-author", "reference-to-withheld"]);
    // Closed without saving, the file on disk counts again.
    editor.notify("textDocument/didClose", &json!({ "textDocument": { "uri": editor.uri(catatan) } }));
    editor.told(PANEN, &["missing-author"]);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn files_that_change_on_disk_are_read_again() {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.open(PANEN, HARVEST);
    editor.told(PANEN, &["missing-author"]);
    let watched = editor.requests.iter().find(|request| request["method"] == "client/registerCapability");
    assert!(watched.is_some(), "{:?}", editor.requests);
    let test = test.remove("content/stories/catatan.id.md");
    let changes = json!({ "changes": [{ "uri": editor.uri("content/stories/catatan.id.md"), "type": 3 }] });
    editor.notify("workspace/didChangeWatchedFiles", &changes);
    editor.told(PANEN, &["broken-reference", "missing-author"]);
    let _test = test.file("content/stories/catatan.id.md", "---\ntitle: Catatan\nsummary: Ringkas.\n---\nIsi.\n");
    editor.notify(
        "textDocument/didSave",
        &json!({ "textDocument": { "uri": editor.uri("content/stories/catatan.id.md") } }),
    );
    editor.told(PANEN, &["missing-author"]);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn a_file_that_is_not_on_disk_yet_is_checked_too() {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    let path = "content/stories/baru.id.md";
    editor.open(path, "---\ntitle: Baru\ndraft: true\nsummary: x\n---\n\n[a](/tidak-ada)\n");
    // A draft is withheld, and its editor wants to know all the same.
    let told = editor.told(path, &["broken-reference"]);
    assert_eq!(told[0]["range"]["start"]["line"], 6);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn faults_of_other_files_are_told_and_taken_back() {
    let test = publication().file("content/stories/lain.id.md", "---\ntitle: Lain\ndate: besok\n---\nIsi.\n");
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    let lain = "content/stories/lain.id.md";
    editor.told(lain, &["date-form", "missing-author", "missing-summary"]);
    // The configuration is open, and half written for a while.
    let config = std::fs::read_to_string(test.root().join("kabar.yaml")).expect("text");
    editor.open("kabar.yaml", &config);
    editor.write_text("kabar.yaml", &format!("{config}feeds: [\n"));
    editor.told("kabar.yaml", &["wrong-type", "yaml-syntax"]);
    editor.write_text("kabar.yaml", &format!("{config}lints: {{ missing-author: off, missing-summary: off }}\n"));
    editor.told("kabar.yaml", &[]);
    editor.told(lain, &["date-form"]);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn messages_come_in_the_language_that_was_asked_for() {
    let test = publication();
    let message = |arguments: &[&str], more: &Value| {
        let mut editor = Editor::start(&test.root(), arguments, more);
        editor.open(PANEN, &HARVEST.replace("cover:", "cver:"));
        let told = editor.told(PANEN, &["missing-author", "unknown-key"]);
        let found = told.iter().find(|one| one["code"] == "unknown-key").expect("told");
        found["message"].as_str().expect("a message").to_owned()
    };
    let english = message(&[], &json!({}));
    let indonesian = message(&[], &json!({ "locale": "id-ID" }));
    assert_ne!(english, indonesian);
    assert_eq!(message(&["--lang", "id"], &json!({ "locale": "en" })), indonesian);
    assert_eq!(message(&[], &json!({ "locale": "fr" })), english);
}

#[test]
fn columns_are_counted_as_both_sides_agree() {
    let test = publication();
    let text = HARVEST.replace("Panen 🌾 rumput laut", "{ 🌾: x }");
    for (offered, encoding, end) in [(json!(["utf-16"]), "utf-16", 16), (json!(["utf-8", "utf-16"]), "utf-8", 18)] {
        let mut editor = Editor::new(&test.root(), &[]);
        let params =
            json!({ "capabilities": { "general": { "positionEncodings": offered } }, "rootUri": editor.uri("") });
        let ours = editor.request("initialize", &params);
        assert_eq!(ours["capabilities"]["positionEncoding"], encoding);
        editor.notify("initialized", &json!({}));
        editor.open(PANEN, &text);
        let told = editor.told(PANEN, &["wrong-type"]);
        assert_eq!(told[0]["range"]["end"], json!({ "line": 1, "character": end }), "{encoding}");
    }
}

#[test]
fn texts_outside_of_any_publication_are_let_alone() {
    let test = publication();
    let other = SiteTest::new();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    for uri in
        [format!("file://{}/a.md", other.root().display()), "untitled:Untitled-1".to_owned(), editor.uri("README.md")]
    {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "---\ntitel: x\n" });
        editor.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 1, "character": 3 } });
        for method in ["textDocument/completion", "textDocument/hover", "textDocument/definition"] {
            assert_eq!(editor.request(method, &place), Value::Null, "{method} {uri}");
        }
    }
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn folders_come_and_go_and_a_file_brings_its_own() {
    let one = publication();
    let other = publication();
    let mut editor = Editor::start(&one.root(), &[], &json!({ "rootUri": null, "workspaceFolders": [] }));
    editor.open(PANEN, HARVEST);
    editor.told(PANEN, &["missing-author"]);
    let folder = json!({ "uri": format!("file://{}", other.root().display()), "name": "other" });
    let place = format!("file://{}/{PANEN}", other.root().display());
    let event = json!({ "event": { "added": [folder], "removed": [] } });
    editor.notify("workspace/didChangeWorkspaceFolders", &event);
    editor.told(&place, &["missing-author"]);
    let event = json!({ "event": { "added": [], "removed": [folder] } });
    editor.notify("workspace/didChangeWorkspaceFolders", &event);
    editor.told(&place, &[]);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn what_cannot_be_understood_is_answered_and_the_conversation_goes_on() {
    let test = publication();
    let mut editor = Editor::new(&test.root(), &[]);
    let code = |answer: &Value| answer["error"]["code"].as_i64();
    assert_eq!(code(&editor.ask("textDocument/hover", &json!({}))), Some(-32002));
    editor.write(b"rubbish\r\n\r\nContent-Length: 5\r\n\r\n{\"a\":");
    assert_eq!(code(&editor.next()), Some(-32700));
    editor.write(b"Content-Length: 2\r\n\r\n{}");
    assert_eq!(code(&editor.next()), Some(-32600));
    assert_eq!(code(&editor.ask("initialize", &json!({ "capabilities": 1 }))), Some(-32602));
    editor.request("initialize", &json!({ "capabilities": {} }));
    assert_eq!(code(&editor.ask("initialize", &json!({ "capabilities": {} }))), Some(-32600));
    editor.notify("initialized", &json!({}));
    editor.notify("textDocument/didOpen", &json!({ "textDocument": 1 }));
    editor.notify(
        "textDocument/didChange",
        &json!({ "textDocument": { "uri": "file:///x", "version": 1 }, "contentChanges": [] }),
    );
    editor.notify("$/something", &json!([]));
    assert_eq!(code(&editor.ask("textDocument/hover", &json!({ "position": 1 }))), Some(-32602));
    assert_eq!(code(&editor.ask("no/such/request", &Value::Null)), Some(-32601));
    // A range that the text does not have is as much of it as there is.
    editor.open(PANEN, HARVEST);
    let far =
        json!({ "start": { "line": 900, "character": 900 }, "end": { "line": 4_000_000_000_u32, "character": 0 } });
    let document = json!({ "uri": editor.uri(PANEN), "version": 2 });
    let change = json!({ "textDocument": document, "contentChanges": [{ "range": far, "text": "\n## Akhir\n" }] });
    editor.notify("textDocument/didChange", &change);
    let symbols =
        editor.request("textDocument/documentSymbol", &json!({ "textDocument": { "uri": editor.uri(PANEN) } }));
    assert_eq!(symbols.as_array().map(Vec::len), Some(2), "{symbols}");
    editor.request("shutdown", &Value::Null);
    assert_eq!(code(&editor.ask("textDocument/hover", &json!({}))), Some(-32600));
    editor.notify("exit", &Value::Null);
    assert_eq!(editor.wait(), Some(0));
}

#[test]
fn a_request_that_is_cancelled_is_answered_once() {
    let test = publication();
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.open(PANEN, HARVEST);
    let place = editor.place(PANEN, "maluku", 1);
    // Written at once. Whether the last has had its turn when it is cancelled is anybody's guess.
    let frame = |message: Value| {
        let text = message.to_string();
        format!("Content-Length: {}\r\n\r\n{text}", text.len())
    };
    let mut all = String::new();
    for id in 1000..1050 {
        all.push_str(&frame(json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": place })));
    }
    all.push_str(&frame(json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": 1049 } })));
    editor.write(all.as_bytes());
    let mut answers = Vec::new();
    while answers.len() < 50 {
        let message = editor.next();
        if message["id"].is_i64() && message.get("method").is_none() {
            answers.push(message);
        }
    }
    let (cancelled, others): (Vec<Value>, Vec<Value>) = answers.into_iter().partition(|answer| answer["id"] == 1049);
    assert_eq!(cancelled.len(), 1);
    assert!(cancelled[0].get("result").is_some() || cancelled[0]["error"]["code"] == -32800, "{cancelled:?}");
    assert!(others.iter().all(|answer| answer.get("error").is_none()), "{others:?}");
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn an_end_without_a_word_is_no_good_end() {
    let test = publication();
    assert_eq!(Editor::new(&test.root(), &["--stdio"]).hang_up(), Some(1));
    let mut editor = Editor::start(&test.root(), &[], &json!({}));
    editor.notify("exit", &Value::Null);
    assert_eq!(editor.wait(), Some(1));
}
