//! The translation board as people and programs read it.

mod csv;
mod diff;
mod html;
mod json;
mod text;

use crate::diagnostic::Catalogue;
use crate::document::PartKind;
use crate::status::{Change, ChangeKind, Changes, DifferenceKind, State};

pub(super) use csv::csv;
pub(super) use html::html;
pub(super) use json::{json, row as row_json};
pub(super) use text::{differences, text};

/// “2 of 34 parts changed, 1 added”.
pub(super) fn summary(changes: &Changes, catalogue: &Catalogue) -> String {
    let parts = changes.parts.to_string();
    let counts = ChangeKind::ALL.into_iter().filter_map(|kind| {
        let count = changes.count(kind);
        (count > 0).then(|| catalogue.phrase(count_key(kind), &[("count", &count.to_string()), ("parts", &parts)]))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// The phrase that names a state.
pub(super) fn state_key(state: State) -> &'static str {
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
fn change_key(kind: ChangeKind) -> &'static str {
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
fn part_name(change: &Change, catalogue: &Catalogue) -> String {
    let number = change.number.map(|number| number.to_string()).unwrap_or_default();
    match &change.part {
        PartKind::Title => catalogue.phrase("part-title", &[]),
        PartKind::Summary => catalogue.phrase("part-summary", &[]),
        PartKind::Field(name) => catalogue.phrase("part-field", &[("name", name)]),
        PartKind::Block if number.is_empty() => catalogue.phrase("part-block-gone", &[]),
        PartKind::Block => catalogue.phrase("part-block", &[("number", &number)]),
    }
}

/// The name of a part for programs.
fn part_id(part: &PartKind) -> String {
    match part {
        PartKind::Title => "title".to_owned(),
        PartKind::Summary => "summary".to_owned(),
        PartKind::Block => "block".to_owned(),
        PartKind::Field(name) => format!("field:{name}"),
    }
}
