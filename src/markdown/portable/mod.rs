//! A body for others to take along: Markdown that every program reads, and plain text.
//!
//! **Invariant:** nothing of ours goes out: no attribute, shortcode or address that only this site
//! understands.
//! **Invariant:** a picture goes out only when `Resolve` shows it; plain text has none.
//! **Invariant:** what was text is text again when it is read: every sign that would mean something
//! is escaped.

mod blocks;
mod escape;
mod inlines;
mod shortcodes;
#[cfg(test)]
mod tests;

use super::resolve::Resolve;
use super::tree::Body;

/// Writes a body as Markdown: CommonMark with the tables, footnotes and struck text of GitHub.
pub fn portable_markdown(body: &Body<'_>, resolve: &dyn Resolve) -> String {
    write(body, resolve, Syntax::Markdown)
}

/// Writes a body as text without any marks.
pub fn portable_text(body: &Body<'_>, resolve: &dyn Resolve) -> String {
    write(body, resolve, Syntax::Text)
}

/// Writes words so that Markdown reads them as they are.
pub fn escaped(text: &str) -> String {
    escape::line_begin(&escape::text(text))
}

fn write(body: &Body<'_>, resolve: &dyn Resolve, syntax: Syntax) -> String {
    let writer = Portable { body, resolve, syntax };
    let mut parts = vec![writer.blocks(&body.blocks)];
    parts.extend(writer.footnotes());
    let mut out = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    out.push('\n');
    out
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Markdown,
    Text,
}

/// Writes one body.
struct Portable<'b> {
    body: &'b Body<'b>,
    resolve: &'b dyn Resolve,
    syntax: Syntax,
}
