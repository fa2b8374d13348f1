//! A place in a file: a link that opens it in an editing program, and its line with a caret.

use std::path::Path;

use crate::base::{SourcePath, percent};
use crate::diagnostic::{Span, position};
use crate::render::escape;
use crate::source::Sources;
use crate::theme;

/// More of a long line says no more.
const LINE: usize = 160;

/// Shows a place as HTML.
pub fn excerpt(span: &Span, sources: &Sources, folder: &Path) -> String {
    let Some(text) = sources.text(&span.file).or_else(|| theme::embedded_text(&span.file)) else {
        return format!("<p>{}</p>", link(&span.file, 1, 1, folder));
    };
    let at = position(text, span.start);
    let line = text.lines().nth(at.line - 1).unwrap_or_default();
    let end = position(text, span.end);
    let last = if end.line == at.line { end.column } else { line.chars().count() + 1 };
    let skipped = at.column.saturating_sub(LINE / 2);
    let shown: String = line.chars().skip(skipped).take(LINE).map(|c| if c == '\t' { ' ' } else { c }).collect();
    let count = last.saturating_sub(at.column).clamp(1, LINE);
    let carets = format!("{}{}", " ".repeat(at.column - 1 - skipped.min(at.column - 1)), "^".repeat(count));
    let number = at.line.to_string();
    let margin = " ".repeat(number.len());
    format!(
        "<p>{}</p><pre tabindex=\"0\">{number} | {}\n{margin} | <mark>{carets}</mark></pre>",
        link(&span.file, at.line, at.column, folder),
        escape(&shown)
    )
}

/// Names a place; as a link that editing programs open, where the file is on the disk.
pub fn link(file: &SourcePath, line: usize, column: usize, folder: &Path) -> String {
    let name = format!("{file}:{line}:{column}");
    let Some(place) = std::path::absolute(file.to_os(folder)).ok().filter(|place| place.exists()) else {
        return escape(&name);
    };
    let href = percent::encode(&place.to_string_lossy().replace('\\', "/"));
    format!("<a href=\"vscode://file{href}:{line}:{column}\">{}</a>", escape(&name))
}
