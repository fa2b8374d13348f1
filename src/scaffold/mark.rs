//! A translation pinned anew to its original as it is: the hash in its front matter, the parts in
//! the lock beside it.

use crate::document::Pin;
use crate::source::Sources;
use crate::status::Row;
use crate::yaml::{self, Node};

use super::plan::Plan;

/// What pinning anew says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The translation has everything that the original has.
    UpToDate,
    /// What changed in the original is of no weight for the translation, which stays as old as it is.
    Minor,
}

/// Pins translations anew. What is pinned as it should be already is left alone.
pub fn mark(sources: &Sources, rows: &[Row], mark: Mark, today: &str) -> Plan {
    let mut plan = Plan::default();
    for row in rows.iter().filter(|row| !row.is_original()) {
        pin(sources, row, mark, today, &mut plan);
    }
    plan
}

fn pin(sources: &Sources, row: &Row, mark: Mark, today: &str, plan: &mut Plan) {
    let Some(document) = &row.document else { return };
    let Some(translation) = &document.translation else { return };
    let (Some(path), Some(front)) = (Pin::path(&document.path), document.front_matter()) else { return };
    let mut pin = Pin::of(&row.original);
    let is_behind = translation.source_hash.as_deref() != Some(pin.source_hash.as_str());
    pin.minor = match mark {
        Mark::Minor if is_behind => Some(today.to_owned()),
        // A lock that is only written anew says what the old one said.
        _ if !is_behind => sources.text(&path).and_then(|text| Pin::read(&path, text)).and_then(|pin| pin.minor),
        _ => None,
    };
    let date = match mark {
        Mark::UpToDate if is_behind || translation.date.is_none() => Some(today),
        _ => None,
    };
    let text = document.body.file();
    let Some(node) = value(&front, "translation") else {
        // Only `original` says that this is a translation.
        let date = date.map_or_else(String::new, |date| format!(", date: {date}"));
        let new = format!("{{ of: {}, source_hash: {}{date} }}", translation.of, pin.source_hash);
        let edit = yaml::set(text, &front, "translation", &new, Some("original"));
        plan.write(sources, &document.path, yaml::edited(text, edit.as_slice()));
        plan.write(sources, &path, pin.to_yaml());
        return;
    };
    let hash = is_behind.then(|| yaml::set(text, node, "source_hash", &pin.source_hash, Some("of"))).flatten();
    let date = date.and_then(|date| yaml::set(text, node, "date", date, Some("source_hash").filter(|_| !is_behind)));
    let edits: Vec<_> = hash.into_iter().chain(date).collect();
    plan.write(sources, &document.path, yaml::edited(text, &edits));
    plan.write(sources, &path, pin.to_yaml());
}

fn value<'n>(mapping: &'n Node, key: &str) -> Option<&'n Node> {
    mapping.entries()?.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}
