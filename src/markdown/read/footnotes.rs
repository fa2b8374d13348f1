//! Footnotes: numbered in the order in which readers meet them.

use std::collections::BTreeMap;

use crate::base::SourcePath;
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};
use crate::markdown::tree::{Block, Footnote, Place};

/// A label in the text where it stands; labels have no case.
type Label = (usize, String);

/// What is known of footnotes while a body is read.
#[derive(Debug, Default)]
pub struct Register<'a> {
    keys: BTreeMap<Label, usize>,
    definitions: Vec<Option<Definition<'a>>>,
    /// Keys in the order of references outside of footnotes.
    references: Vec<usize>,
    /// References inside of the footnote that is being read.
    open: Option<Vec<usize>>,
    missing: Vec<(Label, Place)>,
    /// Definitions of labels that were defined before.
    repeated: Vec<(String, Place)>,
}

#[derive(Debug)]
struct Definition<'a> {
    label: String,
    blocks: Vec<Block<'a>>,
    references: Vec<usize>,
    place: Place,
}

impl<'a> Register<'a> {
    /// Notes a reference and gives its key.
    pub fn refer(&mut self, scope: usize, label: &str) -> usize {
        let key = self.key(scope, label);
        self.open.as_mut().unwrap_or(&mut self.references).push(key);
        key
    }

    /// Notes a reference to a footnote that the parser does not know.
    pub fn miss(&mut self, scope: usize, label: &str, place: Place) {
        self.missing.push(((scope, label.to_owned()), place));
    }

    /// Begins to read a definition; references belong to it until it is closed.
    /// Gives what [`Register::define`] wants back.
    pub fn open(&mut self) -> Option<Vec<usize>> {
        self.open.replace(Vec::new())
    }

    /// Ends a definition.
    pub fn define(
        &mut self,
        scope: usize,
        label: &str,
        blocks: Vec<Block<'a>>,
        place: Place,
        outer: Option<Vec<usize>>,
    ) {
        let references = std::mem::replace(&mut self.open, outer).unwrap_or_default();
        let key = self.key(scope, label);
        let slot = &mut self.definitions[key];
        if slot.is_some() {
            self.repeated.push((label.to_owned(), place));
        } else {
            *slot = Some(Definition { label: label.to_owned(), blocks, references, place });
        }
    }

    /// Numbers the footnotes and reports those that are missing or not used.
    pub fn finish(
        mut self,
        file: &SourcePath,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (Vec<Footnote<'a>>, Vec<Option<usize>>) {
        let (order, counts) = self.order();
        let mut numbers = vec![None; self.definitions.len()];
        let mut footnotes = Vec::with_capacity(order.len());
        for key in order {
            if let Some(definition) = self.definitions[key].take() {
                footnotes.push(Footnote { blocks: definition.blocks, references: counts[key] });
                numbers[key] = Some(footnotes.len());
            }
        }
        let unused = self.definitions.into_iter().flatten().map(|definition| (definition.label, definition.place));
        for (label, place) in unused.chain(self.repeated) {
            let span = Span::new(file, place.start, place.end);
            diagnostics.push(Diagnostic::at(span, Problem::UnusedFootnote { label }));
        }
        for ((scope, label), place) in self.missing {
            let known = self.keys.keys().filter(|(other, _)| *other == scope).map(|(_, label)| label.as_str());
            let nearest = nearest(&label, known);
            let span = Span::new(file, place.start, place.end);
            diagnostics.push(Diagnostic::at(span, Problem::MissingFootnote { label, nearest }));
        }
        (footnotes, numbers)
    }

    /// Keys in the order of numbers, and how often each is referred to.
    fn order(&self) -> (Vec<usize>, Vec<usize>) {
        let mut counts = vec![0; self.definitions.len()];
        let mut order: Vec<usize> = Vec::new();
        let mut read = 0;
        let mut references = self.references.as_slice();
        loop {
            for key in references {
                if counts[*key] == 0 && self.definitions[*key].is_some() {
                    order.push(*key);
                }
                counts[*key] += 1;
            }
            // Footnotes are read after the body, one by one, and may refer to further ones.
            let Some(definition) = order.get(read).and_then(|key| self.definitions[*key].as_ref()) else {
                return (order, counts);
            };
            references = &definition.references;
            read += 1;
        }
    }

    fn key(&mut self, scope: usize, label: &str) -> usize {
        let next = self.definitions.len();
        let key = *self.keys.entry((scope, label.to_lowercase())).or_insert(next);
        if key == next {
            self.definitions.push(None);
        }
        key
    }
}
