//! The search through a run of text for everything that is not the parser's: bare links, spans,
//! attributes, typography.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::diagnostic::Problem;
use crate::markdown::tree::{Attributes, Inline, Link};

use super::attributes::{self, Reading};
use super::marks::{Marks, marks};
use super::run::{Line, Run};
use super::typography::{self, Mark, NO_BREAK};
use super::{Reader, autolink, dollars};

/// One search through a run.
pub struct Search<'p, 'r, 't, 'a> {
    reader: &'p mut Reader<'r, 't, 'a>,
    run: &'p Run,
    text: &'p str,
    line: Line<'a>,
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
    /// Where the last single mark that can close stands, once somebody asked.
    last_close: Option<usize>,
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

impl<'p, 'r, 't, 'a> Search<'p, 'r, 't, 'a> {
    /// Prepares to search a run from byte `start` of its text on. `after` is what follows it, as a
    /// quotation mark would see it.
    pub fn new(reader: &'p mut Reader<'r, 't, 'a>, run: &'p Run, text: &'p str, start: usize, after: char) -> Self {
        let marks = marks(reader.gathered.dialect.lang.as_str());
        Self {
            reader,
            run,
            text,
            line: Line::default(),
            start,
            from: start,
            copied: String::new(),
            after,
            marks,
            last_mark: (usize::MAX, ' '),
            last_close: None,
        }
    }
}

impl<'a> Search<'_, '_, '_, 'a> {
    /// Turns the text into inlines and gives what a quotation mark after it would see.
    pub fn through(mut self, line: &mut Line<'a>) -> char {
        std::mem::swap(&mut self.line, line);
        self.search();
        std::mem::swap(&mut self.line, line);
        let last = self.text.chars().next_back().unwrap_or(self.reader.before);
        if self.last_mark.0 == self.text.len() { self.last_mark.1 } else { last }
    }

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

impl<'a> Search<'_, '_, '_, 'a> {
    /// A part of the text that lives as long as the tree.
    fn slice(&self, range: Range<usize>) -> CowStr<'a> {
        let Some(Range { start, .. }) = self.run.range() else {
            return self.text[range].to_owned().into();
        };
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
        let text = self.text;
        let last_close =
            if is_single { *self.last_close.get_or_insert_with(|| typography::last_close(text)) } else { 0 };
        let mark = typography::mark(text, at, self.char_before(at), after, last_close);
        let sign = match (mark, is_single) {
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
