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
