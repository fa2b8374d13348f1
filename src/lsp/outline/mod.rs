//! YAML as it stands while it is written: which keys and items there are, and where a cursor is.
//!
//! The parser of `yaml` gives no tree for a text that is half written, and that is the only kind
//! that is completed. So this reads lines: indentation, the key before, brackets that are open.
//!
//! **Invariant:** any text gives an outline; an entry's parent stands before it, so what stands
//! before a cursor is numbered the same with and without what follows.

mod cursor;
mod scan;

use std::ops::Range;

pub(super) use cursor::{Spot, SpotKind, spot};

/// One step down from a value to what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Item,
}

/// A key or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// None at the root.
    pub(super) parent: Option<usize>,
    pub(super) step: Step,
    /// The bytes of the key, or of the item's hyphen or value.
    pub(super) span: Range<usize>,
    /// The bytes of its value, when it is one scalar on the same line.
    pub(super) value: Option<Range<usize>>,
    /// It stands within brackets.
    pub(super) is_flow: bool,
}

/// The entries of a text, in its order.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) entries: Vec<Entry>,
}

impl Outline {
    /// Reads a text whose first byte stands at `offset`.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let mut outline = scan::scan(text).outline;
        for entry in &mut outline.entries {
            for range in [Some(&mut entry.span), entry.value.as_mut()].into_iter().flatten() {
                *range = range.start + offset..range.end + offset;
            }
        }
        outline
    }

    /// The steps from the root down to an entry.
    pub(super) fn path(&self, entry: Option<usize>) -> Vec<Step> {
        let mut path = Vec::new();
        let mut at = entry;
        while let Some(found) = at.and_then(|at| self.entries.get(at)) {
            path.push(found.step.clone());
            at = found.parent;
        }
        path.reverse();
        path
    }

    /// The entries directly below one.
    pub(super) fn children(&self, parent: Option<usize>) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.parent == parent)
    }

    /// The key at the root with this name.
    pub(super) fn root(&self, name: &str) -> Option<(usize, &Entry)> {
        let is_it = |entry: &Entry| entry.parent.is_none() && entry.step.key() == Some(name);
        self.entries.iter().enumerate().find(|(_, entry)| is_it(entry))
    }

    /// The key below an entry with this name.
    pub(super) fn child(&self, parent: usize, name: &str) -> Option<&Entry> {
        self.children(Some(parent)).find(|entry| entry.step.key() == Some(name))
    }

    /// The entry that a byte stands on: its key or its value.
    pub(super) fn at(&self, byte: usize) -> Option<(usize, &Entry)> {
        let holds = |range: &Range<usize>| range.start <= byte && byte <= range.end;
        let mut all = self.entries.iter().enumerate().rev();
        all.find(|(_, entry)| holds(&entry.span) || entry.value.as_ref().is_some_and(holds))
    }
}

impl Step {
    pub(super) fn key(&self) -> Option<&str> {
        match self {
            Self::Key(name) => Some(name),
            Self::Item => None,
        }
    }
}

/// A scalar without its quotation marks, and the bytes that it had within them.
pub(super) fn unquoted(text: &str, range: Range<usize>) -> (&str, Range<usize>) {
    let written = text.get(range.clone()).unwrap_or_default();
    for quote in ['"', '\''] {
        if let Some(inside) = written.strip_prefix(quote) {
            let inside = inside.strip_suffix(quote).unwrap_or(inside);
            return (inside, range.start + 1..range.start + 1 + inside.len());
        }
    }
    (written, range)
}
