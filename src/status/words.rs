//! The board in words of the editor's language.

use crate::diagnostic::Catalogue;
use crate::document::PartKind;

use super::{Change, ChangeKind, Changes, Difference, DifferenceKind, Row, State};

/// “2 of 34 parts changed, 1 added”.
pub fn summary(changes: &Changes, catalogue: &Catalogue) -> String {
    let parts = changes.parts.to_string();
    let counts = ChangeKind::ALL.into_iter().filter_map(|kind| {
        let count = changes.count(kind);
        (count > 0).then(|| catalogue.phrase(count_key(kind), &[("count", &count.to_string()), ("parts", &parts)]))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// The phrase that names a state.
pub fn state_key(state: State) -> &'static str {
    match state {
        State::Original => "status-original",
        State::Current => "status-current",
        State::Stale => "status-stale",
        State::Unpinned => "status-unpinned",
        State::Draft => "status-draft",
        State::Missing => "status-missing",
    }
}

/// The phrase that counts parts.
fn count_key(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Changed => "status-changed",
        ChangeKind::Added => "status-added",
        ChangeKind::Removed => "status-removed",
        ChangeKind::Moved => "status-moved",
    }
}

/// The phrase that says what has become of one part.
pub fn change_key(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Changed => "part-changed",
        ChangeKind::Added => "part-added",
        ChangeKind::Removed => "part-removed",
        ChangeKind::Moved => "part-moved",
    }
}

/// The phrase that names what is compared.
fn difference_key(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Headings => "difference-headings",
        DifferenceKind::Pictures => "difference-pictures",
        DifferenceKind::Numbers => "difference-numbers",
        DifferenceKind::Dates => "difference-dates",
        DifferenceKind::Links => "difference-links",
    }
}

/// “Part 5”, “Title”.
pub fn part_name(change: &Change, catalogue: &Catalogue) -> String {
    let number = change.number.map(|number| number.to_string()).unwrap_or_default();
    match &change.part {
        PartKind::Title => catalogue.phrase("part-title", &[]),
        PartKind::Summary => catalogue.phrase("part-summary", &[]),
        PartKind::Field(name) => catalogue.phrase("part-field", &[("name", name)]),
        PartKind::Block if number.is_empty() => catalogue.phrase("part-block-gone", &[]),
        PartKind::Block => catalogue.phrase("part-block", &[("number", &number)]),
    }
}

/// What is worth saying of a row: what changed, how it differs from its original.
pub fn notes(row: &Row, catalogue: &Catalogue) -> Vec<String> {
    let mut notes = Vec::new();
    match &row.changes {
        Some(changes) => notes.push(summary(changes, catalogue)),
        None if row.state == State::Stale => notes.push(catalogue.phrase("status-unknown-changes", &[])),
        None => {}
    }
    notes.extend(differences(row, catalogue));
    notes
}

/// How a translation and its original differ, one line a kind.
pub fn differences(row: &Row, catalogue: &Catalogue) -> Vec<String> {
    let line = |difference: &Difference| {
        let what = catalogue.phrase(difference_key(difference.kind), &[]);
        let (original, translation) = (difference.original.join(", "), difference.translation.join(", "));
        let values = [("what", what.as_str()), ("original", &original), ("translation", &translation)];
        let key = match difference.kind {
            DifferenceKind::Headings | DifferenceKind::Pictures => "difference-counts",
            _ if translation.is_empty() => "difference-original",
            _ if original.is_empty() => "difference-translation",
            _ => "difference-both",
        };
        // As texts: a number as a plural would be written anew.
        catalogue.texts(key, &values)
    };
    row.structure.0.iter().map(line).collect()
}
