//! What a field may hold.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::yaml::Node;

/// A text that may differ by language: `title: BaKTI` or `title: { id: …, en: … }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Localised {
    /// The same in every language.
    Same(String),
    /// One for each language that has it.
    Each(BTreeMap<Lang, String>),
}

/// A declared field.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub name: String,
    pub field_type: FieldType,
    pub is_required: bool,
    /// Each language has its own; otherwise the value lives once, in the original.
    pub is_translated: bool,
    pub default: Option<Node>,
    pub description: Option<Localised>,
}

/// The type of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldType {
    Text,
    /// Inline Markdown.
    RichText,
    /// Block Markdown.
    Markdown,
    Integer,
    Decimal,
    Date,
    ZonedDateTime,
    Boolean,
    Url,
    Email,
    Enum(Vec<String>),
    /// A term of the named taxonomy.
    Term(String),
    /// Another article, by path or `article:name`.
    Reference,
    Image,
    File,
    Object(Vec<Field>),
    List(Box<FieldType>),
}

impl Field {
    /// Declares an optional field; prose is translated, everything else is shared.
    pub fn new(name: &str, field_type: FieldType) -> Self {
        let is_translated = field_type.is_prose();
        let name = name.to_owned();
        Self { name, field_type, is_required: false, is_translated, default: None, description: None }
    }

    /// Makes it required.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.is_required = true;
        self
    }
}

impl FieldType {
    /// The names that a declaration may use.
    pub const NAMES: [&'static str; 17] = [
        "text",
        "rich-text",
        "markdown",
        "integer",
        "decimal",
        "date",
        "zoned-date-time",
        "boolean",
        "url",
        "email",
        "enum",
        "term",
        "reference",
        "image",
        "file",
        "object",
        "list",
    ];

    /// The name that a declaration uses.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::RichText => "rich-text",
            Self::Markdown => "markdown",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Date => "date",
            Self::ZonedDateTime => "zoned-date-time",
            Self::Boolean => "boolean",
            Self::Url => "url",
            Self::Email => "email",
            Self::Enum(_) => "enum",
            Self::Term(_) => "term",
            Self::Reference => "reference",
            Self::Image => "image",
            Self::File => "file",
            Self::Object(_) => "object",
            Self::List(_) => "list",
        }
    }

    /// Says whether a value is one scalar, never a text for each language.
    pub(super) fn is_one_scalar(&self) -> bool {
        let is_text = self.is_prose() || matches!(self, Self::Url | Self::Email);
        !is_text && !matches!(self, Self::Object(_) | Self::List(_))
    }

    /// Says whether it is text for readers, which each language has for itself.
    pub(super) fn is_prose(&self) -> bool {
        matches!(self, Self::Text | Self::RichText | Self::Markdown)
    }
}
