//! A run of text between other inlines, put together from the parser's pieces. What is not the
//! parser's is looked for in the whole of it, see [`super::search`].

use std::ops::Range;

use crate::markdown::tree::Inline;

use super::Reader;
use super::places::Places;
use super::search::Search;

/// Stands before the text of a line, see [`super::Gathered::line`].
pub const GUARD: char = '\u{a0}';

/// The pieces of a text that follow one another.
#[derive(Debug, Default)]
pub struct Run {
    /// Bytes of the reader's text, while the run is exactly these.
    range: Range<usize>,
    /// The text, when it is not.
    buffer: String,
    is_split: bool,
    /// Where the pieces begin: in the run, in the reader's text.
    parts: Vec<(usize, usize)>,
    /// Bytes of the run that stand for themselves: escaped, or from an entity.
    literals: Vec<usize>,
    /// Where the last piece ends in the reader's text.
    end: usize,
}

/// The inlines that are being read, and the brackets open among them.
#[derive(Debug, Default)]
pub struct Line<'a> {
    pub inlines: Vec<Inline<'a>>,
    /// Where each begins among the inlines.
    pub brackets: Vec<usize>,
}

impl Run {
    /// Adds a piece. `source` is the text that `range` counts in.
    pub fn push(&mut self, piece: &str, range: Range<usize>, source: &str) {
        let is_slice = piece.len() == range.len() && source.get(range.clone()) == Some(piece);
        let at = self.len();
        if self.parts.is_empty() && is_slice {
            self.range = range.clone();
        } else if !self.is_split && is_slice && range.start == self.range.end && !self.parts.is_empty() {
            self.range.end = range.end;
        } else {
            if !self.is_split {
                self.buffer.push_str(source.get(self.range.clone()).unwrap_or_default());
                self.is_split = true;
            }
            self.buffer.push_str(piece);
        }
        if self.parts.is_empty() || self.is_split {
            self.parts.push((at, range.start));
        }
        if !is_slice {
            self.literals.extend(at..at + piece.len());
        } else if is_escaped(source, range.start, (at > 0).then_some(self.end)) {
            self.literals.push(at);
        }
        self.end = range.end;
    }

    /// The bytes of the reader's text, when the run is exactly these.
    pub fn range(&self) -> Option<Range<usize>> {
        (!self.is_split).then(|| self.range.clone())
    }

    fn len(&self) -> usize {
        if self.is_split { self.buffer.len() } else { self.range.len() }
    }

    fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    fn clear(&mut self) {
        self.range = 0..0;
        self.buffer.clear();
        self.is_split = false;
        self.parts.clear();
        self.literals.clear();
    }

    pub fn is_literal(&self, at: usize) -> bool {
        !self.literals.is_empty() && self.literals.binary_search(&at).is_ok()
    }

    /// The place in the reader's text of a range of the run.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let mut places = Places::within(0..usize::MAX);
        for (at, source) in &self.parts {
            places.part(*at, *source);
        }
        let place = places.place(range);
        place.start..place.end
    }
}

/// Says whether a piece begins with an escaped character: the parser leaves the backslash out.
/// `end` is that of the piece before it.
fn is_escaped(source: &str, at: usize, end: Option<usize>) -> bool {
    if let Some(end) = end {
        return end + 1 == at && source.as_bytes()[end] == b'\\';
    }
    // What stands before the first piece is not known: an odd number of backslashes escapes.
    source.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

impl<'t, 'a> Reader<'_, 't, 'a> {
    /// Turns the run into inlines. `after` is what follows it, as a quotation mark would see it.
    pub fn flush(&mut self, line: &mut Line<'a>, after: char) {
        if self.run.is_empty() {
            return;
        }
        let mut run = std::mem::take(&mut self.run);
        let source: &'t str = self.text;
        let text = if run.is_split { run.buffer.as_str() } else { &source[run.range.clone()] };
        if self.is_kabar() {
            let start = if self.is_guarded && text.starts_with(GUARD) { GUARD.len_utf8() } else { 0 };
            self.is_guarded = false;
            self.before = Search::new(self, &run, text, start, after).through(line);
        } else {
            let node = if run.is_split { text.to_owned().into() } else { self.keep(source[run.range.clone()].into()) };
            line.inlines.push(Inline::Text(node));
        }
        run.clear();
        self.run = run;
    }
}
