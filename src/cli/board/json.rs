//! The board for programs.

use serde_json::{Value, json};

use crate::diagnostic::position;
use crate::source::Sources;
use crate::status::{Board, Change, ChangeKind, Row};

use super::part_id;

/// The board with everything that is known of each row.
pub(in crate::cli) fn json(board: &Board, is_well: bool, sources: &Sources) -> Value {
    let rows: Vec<Value> = board.rows.iter().map(|row| self::row(row, sources)).collect();
    json!({ "ok": is_well, "rows": rows, "diagnostics": [] })
}

/// One row.
pub(in crate::cli) fn row(row: &Row, sources: &Sources) -> Value {
    let changes = row.changes.as_ref().map(|changes| {
        let list: Vec<Value> = changes.list.iter().map(|change| self::change(change, row, sources)).collect();
        let mut value = json!({ "parts": changes.parts, "list": list });
        for kind in ChangeKind::ALL {
            value[kind.name()] = changes.count(kind).into();
        }
        value
    });
    let structure: Vec<Value> = row
        .structure
        .0
        .iter()
        .map(|found| json!({ "kind": found.kind.name(), "original": found.original, "translation": found.translation }))
        .collect();
    json!({
        "article": row.key,
        "language": row.lang.as_str(),
        "state": row.state.name(),
        "title": row.title,
        "type": row.content_type,
        "file": row.document.as_ref().map(|document| document.path.as_str()),
        "original": row.original.path.as_str(),
        "words": row.words,
        "people": row.people,
        "since": row.since.as_ref().map(|since| since.date().to_string()),
        "days": row.days,
        "changes": changes,
        "differences": structure,
    })
}

fn change(change: &Change, row: &Row, sources: &Sources) -> Value {
    let text = sources.text(&row.original.path).unwrap_or_default();
    json!({
        "kind": change.kind.name(),
        "part": part_id(&change.part),
        "number": change.number,
        "line": change.start.map(|start| position(text, start).line),
        "old": change.old,
        "new": change.new,
    })
}
