//! Edits of YAML that people wrote: a key is set, a list gets an item, and every other byte stays.
//!
//! **Invariant:** an edit says what it replaces by bytes of the file that the tree was read from.

use std::ops::Range;

use super::tree::{Entry, Kind, Node};

/// A part of a text and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub text: String,
}

/// Makes edits that do not overlap.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        out.push_str(text.get(from..edit.range.start).unwrap_or_default());
        out.push_str(&edit.text);
        from = edit.range.end.max(from);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// Sets a key of a mapping to a value as it is to be written; a new key comes after `after`, or
/// last. None when the node is no mapping.
pub fn set(text: &str, mapping: &Node, key: &str, value: &str, after: Option<&str>) -> Option<Edit> {
    let entries = mapping.entries()?;
    if let Some(entry) = entries.iter().find(|entry| entry.key == key) {
        return Some(Edit { range: value_range(text, entry), text: format!(" {value}") });
    }
    let before = entries.iter().find(|entry| Some(entry.key.as_str()) == after).or(entries.last());
    let is_flow = text[mapping.span.start..].starts_with('{');
    let Some(before) = before else {
        let range = mapping.span.start..mapping.span.end;
        return is_flow.then(|| Edit { range, text: format!("{{ {key}: {value} }}") });
    };
    let end = value_range(text, before).end;
    if is_flow {
        return Some(Edit { range: end..end, text: format!(", {key}: {value}") });
    }
    let margin = margin(text, before.key_span.start);
    let end = line_end(text, end);
    Some(Edit { range: end..end, text: format!("{}{margin}{key}: {value}", line_break(text)) })
}

/// Adds a value to the list at a key, which may be missing, or hold a single value.
pub fn push(text: &str, mapping: &Node, key: &str, value: &str, after: Option<&str>) -> Option<Edit> {
    let entry = mapping.entries()?.iter().find(|entry| entry.key == key);
    let Some(entry) = entry.filter(|entry| !entry.value.is_null()) else {
        return set(text, mapping, key, &format!("[{value}]"), after);
    };
    let range = value_range(text, entry);
    let items = match &entry.value.kind {
        Kind::List(items) => items,
        Kind::Scalar { .. } => {
            let old = text[range.clone()].trim();
            return Some(Edit { range, text: format!(" [{old}, {value}]") });
        }
        Kind::Mapping(_) => return None,
    };
    let Some(last) = items.last() else {
        return Some(Edit { range, text: format!(" [{value}]") });
    };
    let end = last.span.start + text[last.span.start..last.span.end].trim_end().len();
    if text[range].trim_start().starts_with('[') {
        return Some(Edit { range: end..end, text: format!(", {value}") });
    }
    let dash = text[..last.span.start].rfind('-')?;
    let margin = margin(text, dash);
    let end = line_end(text, end);
    Some(Edit { range: end..end, text: format!("{}{margin}- {value}", line_break(text)) })
}

/// What stands between the colon of a key and what follows its value.
pub fn value_range(text: &str, entry: &Entry) -> Range<usize> {
    let rest = text.get(entry.key_span.end..).unwrap_or_default();
    let colon = entry.key_span.end + rest.find(':').map_or(0, |colon| colon + 1);
    let end = end(text, &entry.value);
    if entry.value.is_null() && text.get(entry.value.span.start..end).is_none_or(|value| value.trim().is_empty()) {
        return colon..colon;
    }
    let raw = text.get(colon..end).unwrap_or_default();
    let header = raw.trim_start().lines().next().unwrap_or_default();
    if header.starts_with(['|', '>']) && header.contains('+') {
        // Its empty lines belong to it; the last line end is the line's.
        return colon..colon + raw.strip_suffix('\n').unwrap_or(raw).len();
    }
    colon..colon + raw.trim_end().len()
}

/// Where a node ends: what is written in blocks ends with the last thing in it, not where the
/// parser notices.
fn end(text: &str, node: &Node) -> usize {
    let is_flow = text.get(node.span.start..).is_some_and(|rest| rest.starts_with(['[', '{']));
    let last = match &node.kind {
        Kind::List(items) if !is_flow => items.last().map(|item| end(text, item)),
        Kind::Mapping(entries) if !is_flow => entries.last().map(|entry| value_range(text, entry).end),
        _ => None,
    };
    last.unwrap_or(node.span.end).min(text.len())
}

/// The blanks between the beginning of a line and a place in it.
fn margin(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    text[start..at].chars().map(|letter| if letter.is_whitespace() { letter } else { ' ' }).collect()
}

fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    if text[..end].ends_with('\r') { (end - 1).max(at) } else { end }
}

/// How the lines of a text end.
pub fn line_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::yaml::{parse, plain};
    use proptest::prelude::*;

    fn tree(text: &str) -> Node {
        let file = SourcePath::new("a.yaml").expect("a path");
        parse(text, &file, 0).value.expect("a tree")
    }

    fn check_set(text: &str, key: &str, value: &str, expected: &str) {
        let edit = set(text, &tree(text), key, value, Some("title")).expect("a mapping");
        assert_eq!(edited(text, &[edit]), expected, "{text:?}");
    }

    #[test]
    fn a_key_is_set_and_every_other_byte_stays() {
        check_set("title: x # y\nslug: old  # z\n", "slug", "new", "title: x # y\nslug: new  # z\n");
        check_set("title: x # y\nb: 1\n", "slug", "new", "title: x # y\nslug: new\nb: 1\n");
        check_set("title: |\n  a\n\n  b\n\nb: 1\n", "slug", "new", "title: |\n  a\n\n  b\nslug: new\n\nb: 1\n");
        check_set("title: |\n  a\nb: 1\n", "title", "new", "title: new\nb: 1\n");
        check_set("title: 'it''s'\r\nslug:\r\nb: 1", "slug", "new", "title: 'it''s'\r\nslug: new\r\nb: 1");
        check_set("title: x\r\nb: 1\r\n", "slug", "new", "title: x\r\nslug: new\r\nb: 1\r\n");
        check_set("{ title: x, b: [1] }\n", "slug", "new", "{ title: x, slug: new, b: [1] }\n");
        check_set("{ b: [1] }\n", "slug", "new", "{ b: [1], slug: new }\n");
        check_set("  a: {b: 1}\n  c:\n    - d\n# end\n", "e", "f", "  a: {b: 1}\n  c:\n    - d\n  e: f\n# end\n");
        check_set("\"a: b\": c\ntitle: é\n", "title", "ü", "\"a: b\": c\ntitle: ü\n");
    }

    #[test]
    fn a_list_gets_an_item_and_keeps_its_form() {
        let check = |text: &str, expected: &str| {
            let edit = push(text, &tree(text), "aliases", "/n/", Some("title")).expect("a list");
            assert_eq!(edited(text, &[edit]), expected, "{text:?}");
        };
        check("title: x\nb: 1\n", "title: x\naliases: [/n/]\nb: 1\n");
        check("aliases: [/a/, /b/] # c\n", "aliases: [/a/, /b/, /n/] # c\n");
        check("aliases:\n  - /a/\n  - /b/ # c\nb: 1\n", "aliases:\n  - /a/\n  - /b/ # c\n  - /n/\nb: 1\n");
        check("aliases:\n- /a/\n\nb: 1\n", "aliases:\n- /a/\n- /n/\n\nb: 1\n");
        check("aliases: /a/\n", "aliases: [/a/, /n/]\n");
        check("aliases: []\n", "aliases: [/n/]\n");
        check("aliases:\nb: 1\n", "aliases: [/n/]\nb: 1\n");
    }

    proptest! {
        /// Whatever stands in a mapping, setting a key sets it and changes nothing else.
        #[test]
        fn only_what_is_set_changes(
            entries in prop::collection::btree_map("[a-e]", "[ -~é\n]{0,12}", 1..5),
            list in prop::collection::vec("[ -~]{0,6}", 0..3),
            key in "[a-g]",
        ) {
            let mut value: serde_json::Map<_, _> =
                entries.into_iter().map(|(key, text)| (key, serde_json::Value::from(text))).collect();
            value.insert("c".to_owned(), list.into());
            let text = serde_yaml::to_string(&value).expect("YAML");
            let edit = set(&text, &tree(&text), &key, "new", Some("b")).expect("a mapping");
            let now = edited(&text, &[edit]);
            value.insert(key, "new".into());
            prop_assert_eq!(plain(&now).map_err(|error| error.reason), Ok(value.into()), "{}\n{}", text, now);
        }
    }
}
