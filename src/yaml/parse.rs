//! Text to tree, by the events of a YAML 1.2 parser.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::base::SourcePath;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};

use super::tree::{Entry, Kind, Node};

/// How many bytes one block of YAML may have.
pub const BLOCK_LIMIT: usize = 256 * 1024;
/// How deep it may nest.
pub const DEPTH_LIMIT: usize = 32;
/// How many values its aliases may add.
const ALIAS_LIMIT: usize = 10_000;

/// Reads a block of YAML that begins at byte `offset` of `file`.
///
/// None when nothing stands there, or when it is too broken to give any tree.
pub fn parse(text: &str, file: &SourcePath, offset: usize) -> Checked<Option<Node>> {
    let mut builder = Builder {
        file,
        offset,
        places: Places::of(text),
        open: Vec::new(),
        anchors: BTreeMap::new(),
        copied: 0,
        root: None,
        diagnostics: Vec::new(),
    };
    if text.len() > BLOCK_LIMIT {
        let problem = Problem::YamlTooLarge { bytes: text.len(), limit: BLOCK_LIMIT };
        builder.diagnostics.push(Diagnostic::at(Span::new(file, offset, offset), problem));
    } else {
        builder.read(text);
    }
    Checked { value: builder.root, diagnostics: builder.diagnostics }
}

/// Finds the byte of a character: the parser counts characters, we count bytes.
struct Places(Option<Vec<usize>>, usize);

impl Places {
    fn of(text: &str) -> Self {
        let places = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).collect());
        Self(places, text.len())
    }

    fn byte(&self, character: usize) -> usize {
        match &self.0 {
            None => character.min(self.1),
            Some(places) => places.get(character).copied().unwrap_or(self.1),
        }
    }
}

struct Builder<'a> {
    file: &'a SourcePath,
    offset: usize,
    places: Places,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Node>,
    copied: usize,
    root: Option<Node>,
    diagnostics: Vec<Diagnostic>,
}

struct Open {
    node: Node,
    anchor: usize,
    /// A key that waits for its value.
    key: Option<(String, Span)>,
}

impl Builder<'_> {
    fn read(&mut self, text: &str) {
        for event in Parser::new_from_str(text) {
            let (event, span) = match event {
                Ok((event, span)) => (event, self.span(&span)),
                Err(error) => {
                    let at = self.offset + self.places.byte(error.marker().index());
                    let problem = Problem::YamlSyntax { reason: error.info().to_owned() };
                    self.say(Span::new(self.file, at, at), problem);
                    return self.give_up();
                }
            };
            if !self.take(event, span) {
                return self.give_up();
            }
        }
    }

    /// Takes one event; false when reading must stop.
    fn take(&mut self, event: Event, span: Span) -> bool {
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                self.say(span, Problem::YamlSyntax { reason: "a second document begins".to_owned() });
                return false;
            }
            Event::Scalar(text, style, anchor, _) => {
                let kind = Kind::Scalar { text: text.into_owned(), is_plain: style == ScalarStyle::Plain };
                return self.add(Node { kind, span }, anchor);
            }
            Event::SequenceStart(anchor, _) => return self.open(Kind::List(Vec::new()), span, anchor),
            Event::MappingStart(anchor, _) => return self.open(Kind::Mapping(Vec::new()), span, anchor),
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(mut open) = self.open.pop() {
                    open.node.span.end = span.end.max(open.node.span.start);
                    return self.add(open.node, open.anchor);
                }
            }
            Event::Alias(anchor) => return self.copy(anchor, span),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        true
    }

    fn open(&mut self, kind: Kind, span: Span, anchor: usize) -> bool {
        if self.open.len() == DEPTH_LIMIT {
            self.say(span, Problem::YamlTooDeep { limit: DEPTH_LIMIT });
            return false;
        }
        self.open.push(Open { node: Node { kind, span }, anchor, key: None });
        true
    }

    fn copy(&mut self, anchor: usize, span: Span) -> bool {
        let Some(node) = self.anchors.get(&anchor).cloned() else {
            self.say(span, Problem::YamlSyntax { reason: "an alias stands inside its own anchor".to_owned() });
            return false;
        };
        self.copied += size(&node);
        if self.copied > ALIAS_LIMIT {
            self.say(span, Problem::YamlAliases { limit: ALIAS_LIMIT });
            return false;
        }
        self.add(node, 0)
    }

    fn add(&mut self, node: Node, anchor: usize) -> bool {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return true;
        };
        match (&mut open.node.kind, open.key.take()) {
            (Kind::List(items), _) => items.push(node),
            (Kind::Mapping(entries), Some((key, key_span))) => {
                if let Some(first) = entries.iter().find(|entry| entry.key == key) {
                    let diagnostic = Diagnostic::at(key_span, Problem::DuplicateKey { key });
                    self.diagnostics.push(diagnostic.with(first.key_span.clone()));
                } else {
                    entries.push(Entry { key, key_span, value: node });
                }
            }
            (Kind::Mapping(_), None) => match node.kind {
                Kind::Scalar { text, .. } => open.key = Some((text, node.span)),
                Kind::List(_) | Kind::Mapping(_) => {
                    let found = node.type_name().to_owned();
                    let problem = Problem::WrongType { key: String::new(), expected: "text".to_owned(), found };
                    self.say(node.span, problem);
                    return false;
                }
            },
            (Kind::Scalar { .. }, _) => {}
        }
        true
    }

    /// Closes what is open, so that what was read before a fault is not lost.
    fn give_up(&mut self) {
        while let Some(open) = self.open.pop() {
            self.add(open.node, 0);
        }
    }

    fn say(&mut self, span: Span, problem: Problem) {
        self.diagnostics.push(Diagnostic::at(span, problem));
    }

    fn span(&self, span: &saphyr_parser::Span) -> Span {
        let start = self.offset + self.places.byte(span.start.index());
        let end = self.offset + self.places.byte(span.end.index());
        Span::new(self.file, start, end.max(start))
    }
}

fn size(node: &Node) -> usize {
    1 + match &node.kind {
        Kind::Scalar { .. } => 0,
        Kind::List(items) => items.iter().map(size).sum(),
        Kind::Mapping(entries) => entries.iter().map(|entry| 1 + size(&entry.value)).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::Scalar;

    fn read(text: &str) -> Checked<Option<Node>> {
        let file = SourcePath::new("a.yaml").expect("a path");
        parse(text, &file, 0)
    }

    fn codes(text: &str) -> Vec<&'static str> {
        read(text).diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect()
    }

    #[test]
    fn spans_are_bytes_of_the_file() {
        let text = "é: ü\nkey: [one, \"two\"]\n";
        let file = SourcePath::new("a.yaml").expect("a path");
        let tree = parse(text, &file, 100).value.expect("a tree");
        let entries = tree.entries().expect("a mapping");
        assert_eq!((entries[0].key_span.start, entries[0].key_span.end), (100, 102));
        let Kind::List(items) = &entries[1].value.kind else { panic!("a list") };
        let second = &items[1].span;
        assert_eq!(&text[second.start - 100..second.end - 100], "\"two\"");
    }

    #[test]
    fn a_key_stands_once() {
        let checked = read("a: 1\nb: 2\na: 3\n");
        assert_eq!(checked.diagnostics.len(), 1);
        assert_eq!(checked.diagnostics[0].span.as_ref().map(|span| span.start), Some(10));
        assert_eq!(checked.diagnostics[0].related[0].start, 0);
    }

    #[test]
    fn attacks_are_refused() {
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n";
        assert_eq!(codes(bomb), ["yaml-aliases"]);
        assert_eq!(codes(&"[".repeat(40)), ["yaml-too-deep"]);
        assert!(!codes(&"[".repeat(100_000)).is_empty());
        assert_eq!(codes(&"a".repeat(BLOCK_LIMIT + 1)), ["yaml-too-large"]);
        assert_eq!(codes("a: &a [*a]"), ["yaml-syntax"]);
        assert_eq!(codes("? [a]\n: b\n"), ["wrong-type"]);
    }

    #[test]
    fn what_stands_before_a_fault_is_kept() {
        let checked = read("title: x\nlist: [a, b\n");
        assert!(!checked.diagnostics.is_empty());
        let tree = checked.value.expect("a tree");
        assert_eq!(tree.entries().map(|entries| entries[0].key.as_str()), Some("title"));
    }

    #[test]
    fn scalars_follow_the_core_schema() {
        let meaning = |text: &str| match read(text).value.expect("a tree").scalar() {
            Some(Scalar::Text(text)) => format!("text {text}"),
            other => format!("{other:?}"),
        };
        assert_eq!(meaning("no"), "text no");
        assert_eq!(meaning("0812"), "text 0812");
        assert_eq!(meaning("\"12\""), "text 12");
        assert_eq!(meaning("-12"), "Some(Integer(-12))");
        assert_eq!(meaning("1.5e3"), "Some(Decimal(1500.0))");
        assert_eq!(meaning("2026-06-16"), "text 2026-06-16");
        assert_eq!(meaning("1.2.3"), "text 1.2.3");
    }

    #[test]
    fn keys_with_an_empty_text_may_count_as_keys_without_a_value() {
        let file = SourcePath::new("a.yaml").expect("a path");
        let text = "a: ''\nb: ' '\nc: { d: \"\", e: x }\nf: ['', { g: '' }]\n";
        let tree = parse(text, &file, 0).value.expect("a tree").without_empty_texts();
        let mut nulls = Vec::new();
        let mut open = vec![&tree];
        while let Some(node) = open.pop() {
            match &node.kind {
                Kind::Mapping(entries) => {
                    nulls.extend(entries.iter().filter(|entry| entry.value.is_null()).map(|entry| entry.key.as_str()));
                    open.extend(entries.iter().map(|entry| &entry.value));
                }
                Kind::List(items) => open.extend(items),
                Kind::Scalar { .. } => {}
            }
        }
        assert_eq!(nulls, ["a", "g", "d"]);
    }
}
