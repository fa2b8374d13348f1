//! Reading lines and brackets into an outline.

use std::ops::Range;

use super::{Entry, Outline, Step};

/// What a scan knows when it arrives at the end of its text.
pub(super) struct Scan<'t> {
    text: &'t str,
    pub(super) outline: Outline,
    /// The entries that the last line stands in, the outermost first.
    stack: Vec<Open>,
    pub(super) end: End,
}

/// An entry that may still get children.
struct Open {
    entry: usize,
    indent: usize,
    /// It has a scalar, so deeper lines go on with it.
    has_scalar: bool,
}

/// In the middle of what a text ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    /// Where nothing can be said: a comment, a text over several lines.
    Nowhere,
    /// Where a key may stand, in the mapping of an entry. The token begins at this byte.
    Key { parent: Option<usize>, token: usize, is_flow: bool },
    /// In the value of a key or of an item.
    Value { entry: usize, token: usize, is_flow: bool },
    /// In a list within brackets, where an item may stand.
    FlowItem { list: Option<usize>, token: usize },
}

/// An open bracket.
struct Bracket {
    is_map: bool,
    /// What it is the value of.
    owner: Option<usize>,
    /// The key whose value comes.
    key: Option<usize>,
}

pub(super) fn scan(text: &str) -> Scan<'_> {
    let mut scan = Scan { text, outline: Outline::default(), stack: Vec::new(), end: End::Nowhere };
    let mut at = 0;
    loop {
        at = scan.line(at);
        if at >= text.len() {
            break;
        }
    }
    // After a line's end a new one begins.
    if text.ends_with(['\n', '\r']) {
        scan.line(text.len());
    }
    scan
}

impl Scan<'_> {
    /// Reads a line that begins at a byte, and what its brackets hold; gives the next line's.
    fn line(&mut self, start: usize) -> usize {
        let end = self.line_end(start);
        let next = self.next_line(end);
        let content = self.text[start..end].trim_start_matches([' ', '\t']);
        let at = end - content.len();
        let indent = at - start;
        self.end = End::Nowhere;
        if content.is_empty() {
            // Of an empty line only its indentation says where it belongs.
            if end == self.text.len() && !self.goes_on(indent) {
                let parent = self.around(indent).map(|open| open.entry);
                self.end = End::Key { parent, token: at, is_flow: false };
            }
            return next;
        }
        if self.goes_on(indent) || content.starts_with('#') {
            return next;
        }
        self.content(at, indent, end).unwrap_or(next)
    }

    /// Reads hyphens, a key and what follows it; gives the next line's first byte when brackets
    /// led beyond this one.
    fn content(&mut self, mut at: usize, mut indent: usize, end: usize) -> Option<usize> {
        let text = self.text;
        while text[at..end].starts_with('-') && matches!(text.as_bytes().get(at + 1), None | Some(b' ' | b'\n' | b'\r'))
        {
            while self.stack.last().is_some_and(|open| {
                let is_item = self.outline.entries[open.entry].step == Step::Item;
                open.indent > indent || (open.indent == indent && is_item)
            }) {
                self.stack.pop();
            }
            let item = self.open(Step::Item, at..at + 1, indent, false);
            let rest = text[(at + 1).min(end)..end].trim_start();
            let token = end - rest.len();
            indent += token - at;
            at = token;
            if rest.is_empty() {
                if end == text.len() {
                    let has_space = end > self.outline.entries[item].span.end;
                    self.end = if has_space { End::Value { entry: item, token, is_flow: false } } else { End::Nowhere };
                }
                return None;
            }
        }
        if let Some((key, after)) = self.key_at(at, end) {
            while self.stack.last().is_some_and(|open| open.indent >= indent) {
                self.stack.pop();
            }
            let (name, span) = (unquote(&text[key.clone()]), key);
            let entry = self.open(Step::Key(name), span, indent, false);
            return self.value(entry, after, end);
        }
        let is_item = self.stack.last().is_some_and(|open| open.indent < indent && self.is_last_item(open, at));
        if is_item {
            let entry = self.stack.last().map(|open| open.entry)?;
            return self.value(entry, at, end);
        }
        if end == text.len() {
            let parent = self.around(indent).map(|open| open.entry);
            self.end = End::Key { parent, token: at, is_flow: false };
        }
        None
    }

    /// Says whether an entry is an item whose hyphen stands on the line of a byte.
    fn is_last_item(&self, open: &Open, at: usize) -> bool {
        let entry = &self.outline.entries[open.entry];
        entry.step == Step::Item && !self.text[entry.span.start..at].contains(['\n', '\r'])
    }

    /// Reads what follows a colon or a hyphen.
    fn value(&mut self, entry: usize, from: usize, end: usize) -> Option<usize> {
        let rest = self.text[from..end].trim_start();
        let at = end - rest.len();
        if rest.starts_with(['{', '[']) {
            let indent = self.stack.last().map_or(0, |open| open.indent);
            let after = self.flow(at, entry, indent);
            return Some(after).filter(|after| *after > end).map(|after| {
                let end = self.line_end(after);
                // A line that ended the brackets by its indentation is read as one.
                if self.starts_line(after) { after } else { self.next_line(end) }
            });
        }
        let is_comment = rest.starts_with('#') && at > from;
        if !rest.is_empty() && !is_comment {
            let written = scalar_end(rest);
            self.outline.entries[entry].value = Some(at..at + written);
            if let Some(open) = self.stack.last_mut() {
                open.has_scalar = true;
            }
        }
        let is_block = rest.starts_with(['|', '>']);
        let has_comment = is_comment || scalar_end(rest) < rest.trim_end().len();
        if end == self.text.len() && !is_block && !has_comment && (at > from || !rest.is_empty()) {
            self.end = End::Value { entry, token: at, is_flow: false };
        }
        None
    }

    /// Reads brackets from the first one on; gives the byte after the last, or the beginning of
    /// the line that shows that they were never closed.
    fn flow(&mut self, from: usize, owner: usize, indent: usize) -> usize {
        let text = self.text;
        let mut open: Vec<Bracket> = Vec::new();
        let mut at = from;
        self.end = End::Nowhere;
        while let Some(letter) = text[at..].chars().next() {
            match letter {
                '{' | '[' => {
                    let (owner, key) = match open.last_mut() {
                        None => (Some(owner), None),
                        Some(outer) if outer.is_map => (outer.key, None),
                        Some(outer) => (Some(push(&mut self.outline, outer.owner, Step::Item, at..at + 1)), None),
                    };
                    open.push(Bracket { is_map: letter == '{', owner, key });
                }
                '}' | ']' => {
                    open.pop();
                    if open.is_empty() {
                        return at + 1;
                    }
                }
                ',' => {
                    if let Some(bracket) = open.last_mut() {
                        bracket.key = None;
                    }
                }
                '\n' | '\r' => {
                    let next = at + 1;
                    if self.ends_brackets(next, indent) {
                        self.end = End::Nowhere;
                        return next;
                    }
                }
                '#' if text[..at].ends_with([' ', '\t', '\n']) => {
                    at = self.line_end(at);
                    continue;
                }
                letter if letter.is_whitespace() => {}
                _ => {
                    at = self.flow_token(at, &mut open);
                    continue;
                }
            }
            at += letter.len_utf8();
        }
        self.flow_end(text.len(), &open);
        text.len()
    }

    /// Reads a scalar within brackets; gives the byte after it.
    fn flow_token(&mut self, at: usize, open: &mut [Bracket]) -> usize {
        let text = self.text;
        let length = flow_scalar(&text[at..]);
        let end = at + length;
        let Some(bracket) = open.last_mut() else {
            return end.max(at + 1);
        };
        let after = &text[end..];
        let is_key = bracket.is_map && bracket.key.is_none();
        if is_key && after.trim_start_matches([' ', '\t']).starts_with(':') {
            let name = unquote(&text[at..end]);
            let key = push(&mut self.outline, bracket.owner, Step::Key(name), at..end);
            bracket.key = Some(key);
            return end + (after.len() - after.trim_start_matches([' ', '\t']).len()) + 1;
        }
        match bracket.key {
            Some(key) => self.outline.entries[key].value = Some(at..end),
            // The item that is being written has no number yet.
            None if !bracket.is_map && end < text.len() => {
                let item = push(&mut self.outline, bracket.owner, Step::Item, at..end);
                self.outline.entries[item].value = Some(at..end);
            }
            None => {}
        }
        if end == text.len() {
            self.flow_end(at, open);
            return text.len();
        }
        end.max(at + 1)
    }

    /// Notes where a text ends that ends within brackets.
    fn flow_end(&mut self, token: usize, open: &[Bracket]) {
        if self.end != End::Nowhere {
            return;
        }
        let Some(bracket) = open.last() else { return };
        self.end = match (bracket.is_map, bracket.key) {
            (true, Some(entry)) => End::Value { entry, token, is_flow: true },
            (true, None) => End::Key { parent: bracket.owner, token, is_flow: true },
            (false, _) => End::FlowItem { list: bracket.owner, token },
        };
    }

    fn open(&mut self, step: Step, span: Range<usize>, indent: usize, is_flow: bool) -> usize {
        let parent = self.stack.last().map(|open| open.entry);
        let entry = self.outline.entries.len();
        self.outline.entries.push(Entry { parent, step, span, value: None, is_flow });
        self.stack.push(Open { entry, indent, has_scalar: false });
        entry
    }

    /// Says whether a line of this indentation goes on with a text that began above.
    fn goes_on(&self, indent: usize) -> bool {
        self.stack.iter().any(|open| open.has_scalar && indent > open.indent)
    }

    /// The innermost entry that a line of this indentation stands in.
    fn around(&self, indent: usize) -> Option<&Open> {
        self.stack.iter().rev().find(|open| open.indent < indent)
    }

    /// Finds a key and the byte after its colon.
    fn key_at(&self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
        let line = &self.text[at..end];
        let length = if line.starts_with(['"', '\'']) {
            quoted(line)
        } else if line.starts_with(['{', '[', '#', '|', '>', '&', '*', '!', '%', '@', '`']) {
            return None;
        } else {
            let is_end =
                |(place, _): &(usize, &str)| matches!(line.as_bytes().get(place + 1), None | Some(b' ' | b'\t'));
            line.match_indices(':').find(is_end)?.0
        };
        let after = line[length..].trim_start();
        let colon = at + line.len() - after.len();
        let is_key = after.starts_with(": ") || after.trim_end() == ":" || after.starts_with(":\t");
        is_key.then(|| (at..at + line[..length].trim_end().len(), colon + 1))
    }

    /// Says whether a line ends brackets that were never closed: it has no more indentation than
    /// what they are the value of (YAML 1.2 §7.4), and does not go on with them.
    fn ends_brackets(&self, start: usize, indent: usize) -> bool {
        let end = self.line_end(start);
        let content = self.text[start..end].trim_start_matches(' ');
        let own = end - start - content.len();
        own <= indent && !content.is_empty() && !content.starts_with([']', '}', ',', '"', '\'', '#'])
    }

    fn starts_line(&self, at: usize) -> bool {
        at == 0 || self.text[..at].ends_with(['\n', '\r'])
    }

    /// The end of the line of a byte, without its line end.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |end| at + end)
    }

    fn next_line(&self, end: usize) -> usize {
        let rest = &self.text[end..];
        end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
    }
}

fn push(outline: &mut Outline, parent: Option<usize>, step: Step, span: Range<usize>) -> usize {
    outline.entries.push(Entry { parent, step, span, value: None, is_flow: true });
    outline.entries.len() - 1
}

fn unquote(text: &str) -> String {
    let inside = |quote: char| text.strip_prefix(quote).map(|text| text.strip_suffix(quote).unwrap_or(text));
    inside('"').or_else(|| inside('\'')).unwrap_or(text).to_owned()
}

/// The length of a text in quotation marks, or of the whole line when they are not closed.
fn quoted(line: &str) -> usize {
    let quote = line.chars().next().unwrap_or('"');
    let mut letters = line.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if quote == '"' && letter == '\\' {
            letters.next();
        } else if letter == quote {
            let is_doubled = quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == quote);
            if !is_doubled {
                return at + 1;
            }
            letters.next();
        }
    }
    line.len()
}

/// The length of a scalar on the rest of a line, without a comment.
fn scalar_end(rest: &str) -> usize {
    if rest.starts_with(['"', '\'']) {
        return quoted(rest);
    }
    let end = rest.find(" #").unwrap_or(rest.len());
    rest[..end].trim_end().len()
}

/// The length of a scalar within brackets.
fn flow_scalar(rest: &str) -> usize {
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    if line.starts_with(['"', '\'']) {
        return quoted(line);
    }
    let is_end = |(at, letter): &(usize, char)| match letter {
        ',' | '[' | ']' | '{' | '}' => true,
        ':' => matches!(line.as_bytes().get(at + 1), None | Some(b' ' | b',' | b']' | b'}')),
        '#' => line[..*at].ends_with(' '),
        _ => false,
    };
    let end = line.char_indices().find(is_end).map_or(line.len(), |(at, _)| at);
    // What stands alone at a colon is a key without a name.
    line[..end].trim_end().len().max(usize::from(end == 0 && !line.is_empty()))
}
