//! The translation board as people and programs read it.

mod csv;
mod diff;
mod html;
mod json;
mod text;

use crate::document::PartKind;

pub(super) use csv::csv;
pub(super) use html::html;
pub(super) use json::{json, row as row_json};
pub(super) use text::text;

/// The name of a part for programs.
fn part_id(part: &PartKind) -> String {
    match part {
        PartKind::Title => "title".to_owned(),
        PartKind::Summary => "summary".to_owned(),
        PartKind::Block => "block".to_owned(),
        PartKind::Field(name) => format!("field:{name}"),
    }
}
