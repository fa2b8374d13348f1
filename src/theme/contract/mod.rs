//! What a theme gets and gives, as data: the values that templates see, the functions they may
//! call, the templates and strings that a theme must have. `docs/template-contract.md` is made of
//! it, contexts are tested against it.
//!
//! **Invariant:** a key that is listed here is always present: none, "" or empty when there is
//! nothing to say.

mod check;
mod markdown;
#[cfg(test)]
pub(super) mod sample;
mod shapes;
mod variables;

pub use check::differences;
pub use markdown::markdown;
pub use shapes::SHAPES;
pub use variables::{FUNCTIONS, KINDS, OPTIONAL_TEMPLATES, SEARCH_TEMPLATE, STRINGS, TEMPLATES, VARIABLES, strings};

/// The version of the contract. A theme names the one that it was written for.
pub const VERSION: &str = "1";

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Type {
    Text,
    /// Ready for `href`: with the base path of the site, and percent-encoded.
    Url,
    /// Safe: templates do not escape it.
    Html,
    Integer,
    Boolean,
    OneOf(&'static [&'static str]),
    /// What the publication declared: see the table of field types.
    Declared,
    Shape(&'static str),
    List(&'static Type),
    /// An object whose keys the publication chose.
    ByName(&'static Type),
    /// Or none.
    Optional(&'static Type),
}

/// An object with fixed keys.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub name: &'static str,
    /// Another shape whose keys it has too.
    pub base: Option<&'static str>,
    pub keys: &'static [Entry],
}

/// A key of a shape.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub name: &'static str,
    pub value: Type,
    pub text: &'static str,
}

/// A variable of templates.
#[derive(Debug, Clone, Copy)]
pub struct Variable {
    pub name: &'static str,
    /// The kinds of pages that have it.
    pub kinds: &'static [&'static str],
    pub value: Type,
    pub text: &'static str,
}

impl Shape {
    /// Finds a shape.
    pub fn get(name: &str) -> Option<&'static Self> {
        SHAPES.iter().find(|shape| shape.name == name)
    }

    /// All keys, those of its base first.
    pub fn all_keys(&self) -> Vec<&'static Entry> {
        let base = self.base.and_then(Self::get);
        base.map(Self::all_keys).unwrap_or_default().into_iter().chain(self.keys).collect()
    }
}
