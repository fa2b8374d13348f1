//! The style sheets of a theme by name, minified once. `styles(names=[…])` puts some into a page.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;

use super::layer::Layer;
use super::minify::minify;

/// The strongest style sheet of each name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    sheets: BTreeMap<String, String>,
}

impl Styles {
    /// Reads the style sheets of all layers, the weakest first.
    pub(super) fn read(layers: &[&Layer], out: &mut Vec<Diagnostic>) -> Self {
        let mut sheets = BTreeMap::new();
        for layer in layers {
            for (name, file) in layer.below("styles", ".css") {
                if let Some(text) = file.text(out) {
                    sheets.insert(name.to_owned(), minify(&text));
                }
            }
        }
        Self { sheets }
    }

    /// The style sheet of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.sheets.get(name).map(String::as_str)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.sheets.keys().map(String::as_str)
    }
}
