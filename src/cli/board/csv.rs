//! The board as a table for spreadsheets.

use crate::status::{Board, ChangeKind};

/// Writes the board as CSV (RFC 4180), with the names of its columns.
pub(in crate::cli) fn csv(board: &Board) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    let head = [
        "article",
        "language",
        "state",
        "title",
        "type",
        "words",
        "days",
        "since",
        "people",
        "parts",
        "changed",
        "added",
        "removed",
        "moved",
        "differences",
        "file",
    ];
    // Writing to memory does not fail.
    let _ = table.write_record(head);
    for row in &board.rows {
        let count = |kind| row.changes.as_ref().map(|changes| changes.count(kind).to_string()).unwrap_or_default();
        let differences: Vec<&str> = row.structure.0.iter().map(|difference| difference.kind.name()).collect();
        let _ = table.write_record([
            row.key.clone(),
            row.lang.to_string(),
            row.state.name().to_owned(),
            safe(&row.title),
            row.content_type.clone(),
            row.words.to_string(),
            row.days.map(|days| days.to_string()).unwrap_or_default(),
            row.since.as_ref().map(|since| since.date().to_string()).unwrap_or_default(),
            safe(&row.people.join("; ")),
            row.changes.as_ref().map(|changes| changes.parts.to_string()).unwrap_or_default(),
            count(ChangeKind::Changed),
            count(ChangeKind::Added),
            count(ChangeKind::Removed),
            count(ChangeKind::Moved),
            differences.join("; "),
            row.document.as_ref().map(|document| document.path.to_string()).unwrap_or_default(),
        ]);
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_is_a_formula() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("Panen"), "Panen");
    }
}
