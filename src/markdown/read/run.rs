//! A run of text between other inlines: put together from the parser's pieces, then searched once
//! for everything that is not the parser's: bare links, spans, typography.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::diagnostic::Problem;
use crate::markdown::tree::{Attributes, Inline, Link};

use super::attributes::{self, Reading};
use super::marks::{Marks, marks};
use super::places::Places;
use super::typography::{self, Mark, NO_BREAK};
use super::{Reader, autolink, dollars};

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
}

/// The inlines that are being read, and the brackets open among them.
#[derive(Debug, Default)]
pub struct Line<'a> {
    pub inlines: Vec<Inline<'a>>,
    brackets: Vec<usize>,
}

/// One search through a run.
struct Pass<'p, 'r, 't, 'a> {
    reader: &'p mut Reader<'r, 't, 'a>,
    run: &'p Run,
    text: &'p str,
    line: &'p mut Line<'a>,
    /// Where the text that is not yet an inline begins.
    start: usize,
    /// Up to where it has been copied.
    from: usize,
    /// The text since `start` with its replacements; empty while there are none.
    copied: String,
    /// What stands after the run, as a quotation mark would see it.
    after: char,
    marks: Marks,
    /// Where the last quotation mark ends, and what it became.
    last_mark: (usize, char),
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
        } else if is_escaped(source, range.start) {
            self.literals.push(at);
        }
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

    fn is_literal(&self, at: usize) -> bool {
        !self.literals.is_empty() && self.literals.binary_search(&at).is_ok()
    }

    /// The place in the reader's text of a range of the run.
    fn source(&self, range: Range<usize>) -> Range<usize> {
        let mut places = Places::within(0..usize::MAX);
        for (at, source) in &self.parts {
            places.part(*at, *source);
        }
        let place = places.place(range);
        place.start..place.end
    }
}

/// Says whether an odd number of backslashes stands before a byte. The parser leaves the last one
/// out of its pieces, so this can only be the beginning of a piece.
fn is_escaped(source: &str, at: usize) -> bool {
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
            let marks = marks(self.gathered.dialect.lang.as_str());
            let no_mark = (usize::MAX, ' ');
            let start = if self.is_guarded && text.starts_with(GUARD) { GUARD.len_utf8() } else { 0 };
            self.is_guarded = false;
            let mut pass = Pass {
                reader: self,
                run: &run,
                text,
                line,
                start,
                from: start,
                copied: String::new(),
                after,
                marks,
                last_mark: no_mark,
            };
            pass.search();
            let last_mark = pass.last_mark;
            self.before =
                if last_mark.0 == text.len() { last_mark.1 } else { text.chars().next_back().unwrap_or(self.before) };
        } else {
            let node = if run.is_split { text.to_owned().into() } else { self.keep(source[run.range.clone()].into()) };
            line.inlines.push(Inline::Text(node));
        }
        run.clear();
        self.run = run;
    }
}

/// Bytes at which something may have to be done.
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        table[control] = control != b'\t' as usize && control != b'\n' as usize;
        control += 1;
    }
    let mut digit = b'0';
    while digit <= b'9' {
        table[digit as usize] = true;
        digit += 1;
    }
    let signs = b"\"'-.[]:@\xc2\xe2\xef";
    let mut sign = 0;
    while sign < signs.len() {
        table[signs[sign] as usize] = true;
        sign += 1;
    }
    table
};

impl Pass<'_, '_, '_, '_> {
    fn search(&mut self) {
        let is_attributes = self.text.starts_with('{') && !self.run.is_literal(0);
        let mut at = if is_attributes { self.attributes() } else { self.start };
        let bytes = self.text.as_bytes();
        while let Some(step) = bytes.get(at..).and_then(|rest| rest.iter().position(|b| SPECIAL[usize::from(*b)])) {
            at += step;
            at = if self.run.is_literal(at) { at + 1 } else { self.special(at) };
        }
        self.emit(self.text.len());
    }

    /// Deals with a special byte and gives the byte to go on from.
    fn special(&mut self, at: usize) -> usize {
        let is_smart = self.reader.gathered.dialect.has_smart_punctuation;
        match self.text.as_bytes()[at] {
            b'[' => self.open_bracket(at),
            b']' => self.close_bracket(at),
            b'.' | b':' | b'@' => match self.bare_link(at) {
                Some(end) => end,
                None if is_smart && self.text.as_bytes()[at] == b'.' => {
                    let (length, sign) = typography::dots(self.text, at);
                    self.replace_by(at, length, sign)
                }
                None => at + 1,
            },
            byte if byte < 0x20 => {
                let shown = if char::from(byte) == dollars::HIDDEN { "$" } else { "" };
                self.replace(at, 1, shown)
            }
            _ if !is_smart => at + 1,
            b'"' | b'\'' => self.quotation_mark(at),
            b'-' => {
                let (length, sign) = typography::dash(self.text, at, self.char_before(at), self.after);
                self.replace_by(at, length, sign)
            }
            b'0'..=b'9' => self.number(at),
            _ => self.invisible(at),
        }
    }

    /// Says that the bytes from `at` on become `with`.
    fn replace(&mut self, at: usize, length: usize, with: &str) -> usize {
        self.copied.push_str(&self.text[self.from..at]);
        self.copied.push_str(with);
        self.from = at + length;
        self.from
    }

    fn replace_by(&mut self, at: usize, length: usize, sign: Option<&str>) -> usize {
        match sign {
            Some(sign) => self.replace(at, length, sign),
            None => at + length.max(1),
        }
    }

    /// Makes an inline of the text up to `end`.
    fn emit(&mut self, end: usize) {
        if self.from > self.start {
            self.copied.push_str(&self.text[self.from..end]);
            if !self.copied.is_empty() {
                let text = CowStr::from(std::mem::take(&mut self.copied));
                self.line.inlines.push(Inline::Text(text));
            }
        } else if self.start < end {
            let text = self.slice(self.start..end);
            self.line.inlines.push(Inline::Text(text));
        }
        self.start = end;
        self.from = end;
    }
}

impl<'a> Pass<'_, '_, '_, 'a> {
    fn slice(&self, range: Range<usize>) -> CowStr<'a> {
        if self.run.is_split {
            return self.text[range].to_owned().into();
        }
        let start = self.run.range.start;
        let source = self.reader.text;
        self.reader.keep(source[start + range.start..start + range.end].into())
    }

    fn char_before(&self, at: usize) -> char {
        if at == self.last_mark.0 {
            return self.last_mark.1;
        }
        self.text[..at].chars().next_back().unwrap_or(self.reader.before)
    }

    fn quotation_mark(&mut self, at: usize) -> usize {
        let is_single = self.text.as_bytes()[at] == b'\'';
        let after = self.text[at + 1..].chars().next().unwrap_or(self.after);
        let sign = match (typography::mark(self.text, at, self.char_before(at), after), is_single) {
            (Mark::Open, false) => self.marks.open,
            (Mark::Close, false) => self.marks.close,
            (Mark::Open, true) => self.marks.inner_open,
            (Mark::Close, true) => self.marks.inner_close,
            (Mark::Apostrophe, _) => "’",
        };
        self.last_mark = (at + 1, sign.chars().find(|c| !c.is_whitespace()).unwrap_or(' '));
        self.replace(at, 1, sign)
    }

    fn number(&mut self, at: usize) -> usize {
        let (length, has_unit) = typography::number(self.text, at);
        if self.char_before(at).is_alphanumeric() {
            return at + length;
        }
        if at > self.from && typography::follows_currency(self.text, at) {
            self.replace(at - 1, 1, NO_BREAK);
        }
        if has_unit { self.replace(at + length, 1, NO_BREAK) } else { at + length }
    }

    /// Normalises characters that nobody sees: a no-break space stays only at a number; zero-width
    /// spaces go. (The joiners U+200C and U+200D belong to scripts and emoji and stay.)
    fn invisible(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        if rest.starts_with('\u{a0}') {
            let after = rest['\u{a0}'.len_utf8()..].chars().next().unwrap_or(self.after);
            let is_wanted = self.char_before(at).is_ascii_digit() || after.is_ascii_digit();
            return if is_wanted { at + 2 } else { self.replace(at, 2, " ") };
        }
        if rest.starts_with(['\u{200b}', '\u{feff}']) {
            return self.replace(at, 3, "");
        }
        at + rest.chars().next().map_or(1, char::len_utf8)
    }

    fn bare_link(&mut self, at: usize) -> Option<usize> {
        if self.reader.is_in_link {
            return None;
        }
        let found = autolink::find(self.text, at, self.from, self.reader.before)?;
        self.emit(found.start);
        let place = self.reader.places.place(self.run.source(found.start..found.end));
        let content = vec![Inline::Text(self.slice(found.start..found.end))];
        let target = CowStr::from(found.target);
        let link = Link { target, title: "".into(), attributes: Attributes::default(), content, place };
        self.line.inlines.push(Inline::Link(Box::new(link)));
        self.start = found.end;
        self.from = found.end;
        Some(found.end)
    }

    fn open_bracket(&mut self, at: usize) -> usize {
        if self.text[at + 1..].starts_with('^') && !self.run.is_literal(at + 1) {
            self.missing_footnote(at);
        }
        self.emit(at);
        self.line.brackets.push(self.line.inlines.len());
        self.emit(at + 1);
        at + 1
    }

    fn missing_footnote(&mut self, at: usize) {
        let rest = &self.text[at + 2..];
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']'));
        if let Some(end) = end.filter(|end| *end > 0 && rest[*end..].starts_with(']')) {
            let range = self.run.source(at..at + 3 + end);
            let place = self.reader.places.place(range);
            let scope = self.reader.scope;
            self.reader.gathered.footnotes.miss(scope, &rest[..end], place);
        }
    }

    /// Makes a span of what stands since the opening bracket, if attributes follow.
    fn close_bracket(&mut self, at: usize) -> usize {
        let bracket = self.line.brackets.pop();
        let rest = &self.text[at + 1..];
        if !rest.starts_with('{') || self.run.is_literal(at + 1) {
            return at + 1;
        }
        let Some(bracket) = bracket else {
            return at + 1;
        };
        match attributes::read(rest) {
            Reading::Block(attributes, length) => {
                self.declare(&attributes, at + 1..at + 1 + length);
                self.emit(at);
                let mut content = self.line.inlines.split_off(bracket);
                // The bracket itself.
                content.remove(0);
                self.line.inlines.push(Inline::Span(Box::new((attributes, content))));
                self.start = at + 1 + length;
                self.from = self.start;
                self.start
            }
            Reading::Wrong(part, length) => {
                let range = self.run.source(at + 1..at + 1 + length);
                self.reader.say(range, Problem::Attributes { text: part });
                at + 1 + length
            }
            Reading::Text => at + 1,
        }
    }

    /// Notes a declared id, so that no two things on a page have the same.
    fn declare(&mut self, attributes: &Attributes, range: Range<usize>) {
        if let Some(id) = &attributes.id {
            let place = self.reader.places.place(self.run.source(range));
            self.reader.gathered.ids.push((id.clone(), place));
        }
    }

    /// Gives attributes at the beginning of the run to the image or link before it.
    fn attributes(&mut self) -> usize {
        let (Inline::Image(_) | Inline::Link(_)) = self.line.inlines.last().unwrap_or(&Inline::SoftBreak) else {
            return 0;
        };
        match attributes::read(self.text) {
            Reading::Block(attributes, length) => {
                self.declare(&attributes, 0..length);
                match self.line.inlines.last_mut() {
                    Some(Inline::Image(image)) => image.attributes = attributes,
                    Some(Inline::Link(link)) => link.attributes = attributes,
                    _ => {}
                }
                self.start = length;
                self.from = length;
                length
            }
            Reading::Wrong(part, length) => {
                let range = self.run.source(0..length);
                self.reader.say(range, Problem::Attributes { text: part });
                length
            }
            Reading::Text => 0,
        }
    }
}
