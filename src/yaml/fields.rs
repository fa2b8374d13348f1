//! Reading a mapping key by key: what nobody asked for is unknown.

use crate::diagnostic::{Diagnostic, Problem, Span, nearest};

use super::tree::{Entry, Kind, Node, Scalar};

/// A mapping that is being read.
#[derive(Debug)]
pub struct Fields<'n> {
    entries: &'n [Entry],
    span: Span,
    place: String,
    known: Vec<String>,
}

impl<'n> Fields<'n> {
    /// Begins to read a mapping. `key` names it in messages, `place` what its keys stand in.
    pub fn of(node: &'n Node, key: &str, place: &str, out: &mut Vec<Diagnostic>) -> Option<Self> {
        if node.is_null() {
            return Some(Self { entries: &[], span: node.span.clone(), place: place.to_owned(), known: Vec::new() });
        }
        let Some(entries) = node.entries() else {
            out.push(wrong_type(node, key, "mapping"));
            return None;
        };
        Some(Self { entries, span: node.span.clone(), place: place.to_owned(), known: Vec::new() })
    }

    /// Asks for a key; none when it is missing or empty.
    pub fn take(&mut self, key: &str) -> Option<&'n Node> {
        self.take_entry(key).map(|entry| &entry.value).filter(|node| !node.is_null())
    }

    /// Asks for a key with its place, even when nothing stands there.
    pub fn take_entry(&mut self, key: &str) -> Option<&'n Entry> {
        self.known.push(key.to_owned());
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Asks for a key that must be there.
    pub fn require(&mut self, key: &str, out: &mut Vec<Diagnostic>) -> Option<&'n Node> {
        let entry = self.take_entry(key);
        match entry {
            Some(entry) if !entry.value.is_null() => Some(&entry.value),
            _ => {
                let span = entry.map_or_else(|| self.first_line(), |entry| entry.key_span.clone());
                out.push(Diagnostic::at(span, Problem::MissingKey { key: key.to_owned(), place: self.place.clone() }));
                None
            }
        }
    }

    /// Allows keys without reading them here.
    pub fn allow<'k>(&mut self, keys: impl IntoIterator<Item = &'k str>) {
        self.known.extend(keys.into_iter().map(str::to_owned));
    }

    /// The place of the mapping.
    pub fn span(&self) -> &Span {
        &self.span
    }

    /// Says which keys nobody asked for.
    pub fn finish(self, out: &mut Vec<Diagnostic>) {
        for entry in self.entries {
            if self.known.contains(&entry.key) {
                continue;
            }
            let nearest = nearest(&entry.key, self.known.iter().map(String::as_str));
            let problem = Problem::UnknownKey { key: entry.key.clone(), place: self.place.clone(), nearest };
            out.push(Diagnostic::at(entry.key_span.clone(), problem));
        }
    }

    /// A mapping can be long: what it lacks is shown at its first key.
    fn first_line(&self) -> Span {
        self.entries.first().map_or_else(|| self.span.clone(), |entry| entry.key_span.clone())
    }
}

/// Reads a text; numbers and dates count as what was written.
pub fn text(node: &Node, key: &str, out: &mut Vec<Diagnostic>) -> Option<String> {
    match &node.kind {
        Kind::Scalar { text, .. } if !node.is_null() => {
            if text.trim().is_empty() {
                out.push(Diagnostic::at(node.span.clone(), Problem::EmptyText { key: key.to_owned() }));
                return None;
            }
            Some(text.trim().to_owned())
        }
        _ => {
            out.push(wrong_type(node, key, "text"));
            None
        }
    }
}

/// Reads `true` or `false`.
pub fn boolean(node: &Node, key: &str, out: &mut Vec<Diagnostic>) -> Option<bool> {
    match node.scalar() {
        Some(Scalar::Boolean(value)) => Some(value),
        _ => {
            out.push(wrong_type(node, key, "boolean"));
            None
        }
    }
}

/// Reads a whole number.
pub fn integer(node: &Node, key: &str, out: &mut Vec<Diagnostic>) -> Option<i64> {
    match node.scalar() {
        Some(Scalar::Integer(value)) => Some(value),
        _ => {
            out.push(wrong_type(node, key, "integer"));
            None
        }
    }
}

/// Reads a number.
pub fn decimal(node: &Node, key: &str, out: &mut Vec<Diagnostic>) -> Option<f64> {
    match node.scalar() {
        #[expect(clippy::cast_precision_loss, reason = "a decimal field has the precision of a decimal")]
        Some(Scalar::Integer(value)) => Some(value as f64),
        Some(Scalar::Decimal(value)) => Some(value),
        _ => {
            out.push(wrong_type(node, key, "decimal"));
            None
        }
    }
}

/// Reads one of some words.
pub fn choice<'c>(node: &Node, key: &str, allowed: &[&'c str], out: &mut Vec<Diagnostic>) -> Option<&'c str> {
    let value = text(node, key, out)?;
    let found = allowed.iter().find(|word| **word == value);
    if found.is_none() {
        let nearest = nearest(&value, allowed.iter().copied());
        let problem = Problem::NotAllowed { key: key.to_owned(), value, allowed: allowed.join(", "), nearest };
        out.push(Diagnostic::at(node.span.clone(), problem));
    }
    found.copied()
}

/// Reads a list.
pub fn items<'n>(node: &'n Node, key: &str, out: &mut Vec<Diagnostic>) -> Option<&'n [Node]> {
    match &node.kind {
        Kind::List(items) => Some(items),
        _ => {
            out.push(wrong_type(node, key, "list"));
            None
        }
    }
}

fn wrong_type(node: &Node, key: &str, expected: &str) -> Diagnostic {
    let found = node.type_name().to_owned();
    let problem = Problem::WrongType { key: key.to_owned(), expected: expected.to_owned(), found };
    Diagnostic::at(node.span.clone(), problem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn keys_that_nobody_asked_for_are_unknown() {
        let file = SourcePath::new("a.yaml").expect("a path");
        let tree = crate::yaml::parse("title: x\ntilte: y\n", &file, 0).value.expect("a tree");
        let mut out = Vec::new();
        let mut fields = Fields::of(&tree, "", "kabar.yaml", &mut out).expect("a mapping");
        assert_eq!(
            fields.require("title", &mut out).and_then(|node| text(node, "title", &mut Vec::new())),
            Some("x".to_owned())
        );
        assert!(fields.require("base_url", &mut out).is_none());
        fields.finish(&mut out);
        let codes: Vec<&str> = out.iter().map(|diagnostic| diagnostic.problem.code()).collect();
        assert_eq!(codes, ["missing-key", "unknown-key"]);
        assert_eq!(out[1].problem.suggestion(), Some("title".to_owned()));
    }
}
