//! Markdown: one text to one [`Body`], its [`Facts`], and its HTML for pages and for feeds.
//! `document` brings the text and keeps the facts; `render` asks for HTML and answers
//! what a body cannot know ([`Resolve`]).
//!
//! **Invariant:** no text makes it panic; every place lies inside the file; a body never holds a
//! link that runs code; the tree's depth is bounded, so everything may recurse over it; HTML is a
//! function of the body and of what `Resolve` answers.

mod blocks;
mod contents;
mod facts;
mod highlight;
mod label;
mod picture;
mod portable;
mod prose;
mod read;
mod remarks;
mod resolve;
mod shortcode;
mod target;
#[cfg(test)]
mod tests;
mod tree;
mod write;

use crate::base::{Lang, SourcePath};
use crate::diagnostic::Checked;

pub use blocks::blocks;
pub use contents::{Entry, contents};
pub use facts::{Facts, FileFact, HeadingFact, ImageFact, LinkFact, facts, text};
pub use portable::{escaped, portable_markdown, portable_text};
pub use prose::{Passage, prose};
pub use read::Flavour;
pub use remarks::{FigureWords, LinkWords, PictureWords, Remarks, remarks};
pub use resolve::{FileLink, Licence, Picture, Resolve, ResolvedLink};
pub use shortcode::{Argument, Holds, SHORTCODES, ShortcodeKind};
pub use tree::Body;
pub use write::{commonmark, feed_html, html, html_for_others};

/// How a text is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// The text's language: it chooses quotation marks.
    pub lang: Lang,
    /// Says whether raw HTML may stand in it.
    pub allows_html: bool,
    /// Says whether straight quotes, `--` and `...` become what typography wants.
    pub has_smart_punctuation: bool,
}

/// Reads a body that begins at byte `offset` of `file`.
pub fn parse<'a>(text: &'a str, file: &SourcePath, offset: usize, dialect: &Dialect) -> Checked<Body<'a>> {
    read::body(text, file, offset, dialect, Flavour::Kabar)
}

/// Reads a rich text: one line of inline Markdown, whatever it begins with.
///
/// `offset` is the byte of `file` where its first byte stands, when it stands there as it is.
pub fn inline(text: &str, file: &SourcePath, offset: usize, dialect: &Dialect) -> Checked<Body<'static>> {
    read::line(text, file, offset, dialect)
}

/// Reads a rich text that was checked before and writes it as phrasing HTML.
pub fn inline_html(text: &str, dialect: &Dialect, resolve: &dyn Resolve) -> String {
    html(&read::line(text, &unnamed(), 0, dialect).value, resolve)
}

/// Reads block Markdown that was checked before and writes it as HTML.
pub fn block_html(text: &str, dialect: &Dialect, resolve: &dyn Resolve) -> String {
    html(&parse(text, &unnamed(), 0, dialect).value, resolve)
}

/// Reads a rich text that was checked before and gives its words only.
pub fn plain(text: &str, dialect: &Dialect) -> String {
    facts(&read::line(text, &unnamed(), 0, dialect).value).text
}

/// Reads block Markdown that was checked before and gives its words only, one block a line.
pub fn plain_blocks(text: &str, dialect: &Dialect) -> String {
    facts(&parse(text, &unnamed(), 0, dialect).value).text
}

/// Stands for the file where the places of a text are of no interest.
fn unnamed() -> SourcePath {
    SourcePath::new("text").expect("a valid path")
}
