//! The board for people: one article after the other, its languages below its title.

use unicode_width::UnicodeWidthStr;

use crate::cli::build::locale;
use crate::cli::report::Report;
use crate::diagnostic::Catalogue;
use crate::source::Sources;
use crate::status::words::{notes, state_key};
use crate::status::{Board, Row, State};

use super::diff;

/// Prints the board, with the texts that changed where they are asked for, and how many there are
/// of each state.
pub(in crate::cli) fn text(board: &Board, has_diff: bool, report: &Report, sources: &Sources) {
    let catalogue = &report.catalogue;
    let table: Vec<[String; 5]> = board.rows.iter().map(|row| cells(row, report)).collect();
    let widths: Vec<usize> =
        (0..5).map(|column| table.iter().map(|cells| cells[column].width()).max().unwrap_or_default()).collect();
    let mut key = None;
    for (row, cells) in board.rows.iter().zip(&table) {
        if key != Some(&row.key) {
            key = Some(&row.key);
            report.print(&format!("{} · {}", row.original.title, row.key));
        }
        let padded = cells.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let blanks = " ".repeat(width - cell.width());
            // Numbers stand below one another.
            if matches!(column, 2 | 3) { format!("{blanks}{cell}") } else { format!("{cell}{blanks}") }
        });
        report.print(format!("  {}", padded.collect::<Vec<_>>().join("  ")).trim_end());
        for line in notes(row, catalogue) {
            report.print(&format!("      {line}"));
        }
        if has_diff && row.state != State::Original {
            diff::print(row, report, sources);
        }
    }
    let counts = State::ALL.into_iter().filter_map(|state| {
        let count = board.rows.iter().filter(|row| row.state == state).count();
        let name = catalogue.phrase(state_key(state), &[]);
        (count > 0).then(|| format!("{count} {name}"))
    });
    let counts: Vec<String> = counts.collect();
    let counts = if counts.is_empty() { catalogue.phrase("status-empty", &[]) } else { counts.join(", ") };
    report.phrase("status-counts", &[("counts", &counts)]);
}

fn cells(row: &Row, report: &Report) -> [String; 5] {
    let catalogue = &report.catalogue;
    let words = i64::try_from(row.words).unwrap_or(i64::MAX);
    let words = match row.state {
        State::Missing => String::new(),
        _ => catalogue.phrase("status-words", &[("words", &locale(report).integer(words))]),
    };
    let days = row.days.map(|days| age(days, catalogue)).unwrap_or_default();
    let state = catalogue.phrase(state_key(row.state), &[]);
    [row.lang.to_string(), state, words, days, row.people.join(", ")]
}

/// “today”, “3 days”, “in 2 days”.
fn age(days: i64, catalogue: &Catalogue) -> String {
    let key = if days < 0 { "status-coming" } else { "status-days" };
    catalogue.phrase(key, &[("days", &days.abs().to_string())])
}
