//! The parts of an original that have changed, before and now, side by side in the terminal.

use std::io::{self, IsTerminal};

use unicode_width::UnicodeWidthChar;

use crate::cli::report::Report;
use crate::diagnostic::position;
use crate::source::Sources;
use crate::status::words::{change_key, part_name};
use crate::status::{Change, ChangeKind, Piece, Row, sides};

/// A letter and whether it is of a word that the other side does not have.
type Letter = (char, bool);

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const PLAIN: &str = "\u{1b}[0m";
/// Columns that are narrower than this are put below each other.
const NARROWEST: usize = 24;
const GAP: &str = " │ ";

/// Prints what has changed in the original of a row.
pub(super) fn print(row: &Row, report: &Report, sources: &Sources) {
    let Some(changes) = &row.changes else { return };
    #[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
    let has_colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let text = sources.text(&row.original.path).unwrap_or_default();
    for change in &changes.list {
        let kind = report.catalogue.phrase(change_key(change.kind), &[]);
        let place = match change.start {
            Some(start) => format!("  {}:{}", row.original.path, position(text, start).line),
            None => String::new(),
        };
        report.print(&format!("    {} · {kind}{place}", part_name(change, &report.catalogue)));
        let unknown = report.catalogue.phrase("part-unknown", &[]);
        for line in lines(change, &unknown, width(), has_colour) {
            report.print(&format!("    {line}"));
        }
    }
}

/// How many columns there are for a diff.
#[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    terminal.or(asked).unwrap_or(100).saturating_sub(4).max(NARROWEST)
}

/// Both texts in lines of a width.
fn lines(change: &Change, unknown: &str, width: usize, has_colour: bool) -> Vec<String> {
    let (old, new) = (change.old.as_deref(), change.new.as_deref());
    let (left, right) = match (change.kind, old, new) {
        (ChangeKind::Changed, None, Some(new)) => (plain(unknown, false), plain(new, true)),
        (ChangeKind::Changed, Some(old), Some(new)) => words(old, new),
        (ChangeKind::Removed, None, _) => (plain(unknown, false), Vec::new()),
        (ChangeKind::Moved, _, new) => (Vec::new(), plain(new.unwrap_or_default(), false)),
        (_, old, new) => (plain(old.unwrap_or_default(), true), plain(new.unwrap_or_default(), true)),
    };
    let column = width.saturating_sub(GAP.chars().count()) / 2;
    let paint = |line: &[Letter], colour: &str| paint(line, if has_colour { colour } else { "" });
    if column < NARROWEST {
        let old = wrapped(&left, width - 2).into_iter().map(|line| format!("- {}", paint(&line, RED)));
        let new = wrapped(&right, width - 2).into_iter().map(|line| format!("+ {}", paint(&line, GREEN)));
        return old.chain(new).collect();
    }
    let (left, right) = (wrapped(&left, column), wrapped(&right, column));
    let empty = Vec::new();
    (0..left.len().max(right.len()))
        .map(|index| {
            let one = left.get(index).unwrap_or(&empty);
            let other = right.get(index).unwrap_or(&empty);
            let blanks = " ".repeat(column.saturating_sub(measure(one)));
            format!("{}{blanks}{GAP}{}", paint(one, RED), paint(other, GREEN)).trim_end().to_owned()
        })
        .collect()
}

fn plain(text: &str, is_marked: bool) -> Vec<Letter> {
    text.chars().map(|letter| (letter, is_marked)).collect()
}

/// Both texts with the words marked that the other does not have.
fn words(old: &str, new: &str) -> (Vec<Letter>, Vec<Letter>) {
    let letters = |pieces: Vec<Piece>| pieces.iter().flat_map(|(text, is_marked)| plain(text, *is_marked)).collect();
    let (old, new) = sides(old, new);
    (letters(old), letters(new))
}

fn measure(line: &[Letter]) -> usize {
    line.iter().map(|(letter, _)| letter.width().unwrap_or(0)).sum()
}

/// Lines no wider than that, broken at blanks where there are any.
fn wrapped(text: &[Letter], width: usize) -> Vec<Vec<Letter>> {
    let mut lines = Vec::new();
    for line in text.split(|(letter, _)| *letter == '\n') {
        let mut rest = line;
        loop {
            let mut end = 0;
            let mut used = 0;
            while let Some((letter, _)) = rest.get(end) {
                used += letter.width().unwrap_or(0);
                if used > width {
                    break;
                }
                end += 1;
            }
            if end == rest.len() {
                lines.push(rest.to_vec());
                break;
            }
            let blank = rest[..=end].iter().rposition(|(letter, _)| *letter == ' ').filter(|blank| *blank > 0);
            let (line, next) = blank.map_or((end.max(1), end.max(1)), |blank| (blank, blank + 1));
            lines.push(rest[..line].to_vec());
            rest = &rest[next..];
        }
    }
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// A line with its marked words in a colour.
fn paint(line: &[Letter], colour: &str) -> String {
    let mut out = String::new();
    for run in line.chunk_by(|one, other| one.1 == other.1) {
        let text: String = run.iter().map(|(letter, _)| letter).collect();
        let is_coloured = run.first().is_some_and(|(_, is_marked)| *is_marked) && !colour.is_empty();
        out.push_str(&if is_coloured { format!("{colour}{text}{PLAIN}") } else { text });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::PartKind;

    fn change(old: &str, new: &str) -> Change {
        let (old, new) = (Some(old.to_owned()), Some(new.to_owned()));
        Change { kind: ChangeKind::Changed, part: PartKind::Block, old, new, number: Some(1), start: None }
    }

    #[test]
    fn texts_stand_side_by_side() {
        let shown = lines(&change("one two three four five six", "one two 3 four"), "?", 55, false);
        assert_eq!(shown, ["one two three four five    │ one two 3 four", "six                        │"]);
    }

    #[test]
    fn in_a_narrow_terminal_they_stand_below_each_other() {
        let shown = lines(&change("one two", "one 2"), "?", 30, false);
        assert_eq!(shown, ["- one two", "+ one 2"]);
    }

    #[test]
    fn words_that_differ_are_coloured() {
        let shown = lines(&change("one two", "one 2"), "?", 30, true);
        assert_eq!(shown, [format!("- one {RED}two{PLAIN}"), format!("+ one {GREEN}2{PLAIN}")]);
    }

    #[test]
    fn a_word_without_blanks_is_broken() {
        let lines = wrapped(&plain("abcdefgh", false), 3);
        assert_eq!(lines.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 2]);
        assert_eq!(wrapped(&plain("a 你好你", false), 5).len(), 3);
    }
}
