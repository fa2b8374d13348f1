//! Whatever stands in a text, and wherever the cursor: every answer lies within the text.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Editor, byte, folder, position};

/// A generator of numbers that is the same on every machine (splitmix64, public domain).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(limit.max(1)).expect("small")).expect("small")
    }
}

/// A byte between two letters.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Every range of an answer, wherever it stands in it.
fn ranges(value: &Value, out: &mut Vec<Value>) {
    match value {
        Value::Object(entries) => {
            // Other files have ranges of their own.
            if entries.contains_key("changes") || entries.contains_key("relatedInformation") {
                return;
            }
            for key in ["range", "selectionRange"] {
                out.extend(entries.get(key).cloned());
            }
            entries.values().for_each(|value| ranges(value, out));
        }
        Value::Array(items) => items.iter().for_each(|item| ranges(item, out)),
        _ => {}
    }
}

#[test]
fn every_answer_lies_within_the_text() {
    let root = folder::repository();
    let mut numbers = Numbers(20_260_603);
    let mut editor = Editor::start(&root, &[], &json!({}));
    let files = folder::files(&root.join("content")).into_keys().map(|name| format!("content/{name}"));
    let templates = folder::files(&root.join("themes")).into_keys().map(|name| format!("themes/{name}"));
    let endings = [".md", ".yaml", ".html"];
    let all = files.chain(templates).chain(["kabar.yaml".to_owned()]);
    let texts = all.filter(|path| endings.iter().any(|ending| path.ends_with(ending)));
    let mut count = 0;
    for path in texts {
        let whole = fs::read_to_string(root.join(&path)).expect("text");
        for round in 0..3 {
            // As it is, then cut off somewhere, then with a piece missing.
            let (cut, start) =
                (boundary(&whole, numbers.below(whole.len())), boundary(&whole, numbers.below(whole.len())));
            let text = match round {
                0 => whole.clone(),
                1 => whole[..cut].to_owned(),
                _ => format!("{}{}", &whole[..cut.min(start)], &whole[cut.max(start)..]),
            };
            if round == 0 {
                editor.open(&path, &text)
            } else {
                editor.write_text(&path, &text)
            }
            for _ in 0..6 {
                let at = boundary(&text, numbers.below(text.len() + 1));
                let document = json!({ "uri": editor.uri(&path) });
                let place = json!({ "textDocument": document, "position": position(&text, at) });
                let line = text[..at].matches('\n').count();
                let completion = editor.request("textDocument/completion", &place);
                for item in completion["items"].as_array().into_iter().flatten() {
                    let range = &item["textEdit"]["range"];
                    let (start, end) = (byte(&text, &range["start"]), byte(&text, &range["end"]));
                    assert!(start <= at && at <= end, "{path} {at}: {item}");
                    assert_eq!(
                        (&range["start"]["line"], &range["end"]["line"]),
                        (&json!(line), &json!(line)),
                        "{item}"
                    );
                }
                let hover = editor.request("textDocument/hover", &place);
                let fixes = Value::from(editor.fixes(&place));
                let symbols = editor.request("textDocument/documentSymbol", &json!({ "textDocument": document }));
                let links = editor.request("textDocument/documentLink", &json!({ "textDocument": document }));
                editor.request("textDocument/definition", &place);
                let context = json!({ "includeDeclaration": true });
                let sought = json!({ "textDocument": document, "position": place["position"], "context": context });
                editor.request("textDocument/references", &sought);
                let mut found = Vec::new();
                for answer in [&hover, &fixes, &symbols, &links] {
                    ranges(answer, &mut found);
                }
                for range in found {
                    assert!(byte(&text, &range["start"]) <= byte(&text, &range["end"]), "{path}: {range}");
                    count += 1;
                }
            }
        }
        editor.notify("textDocument/didClose", &json!({ "textDocument": { "uri": editor.uri(&path) } }));
    }
    assert!(count > 1000, "{count}");
    assert_eq!(editor.end(), Some(0));
}
