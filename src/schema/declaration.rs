//! What a field may hold, and how `fields:` says it.
//!
//! **Invariant:** a default has the type of its field; declarations nest no deeper than YAML may.

use std::collections::BTreeMap;

use crate::base::{Lang, Timezone};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::yaml::{Entry, Fields, Node, boolean, items, text};

use super::localised::localised;
use super::read::{Reading, fits};

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

    fn is_prose(&self) -> bool {
        matches!(self, Self::Text | Self::RichText | Self::Markdown)
    }
}

/// The types that need nothing but their name.
const SIMPLE: [FieldType; 13] = [
    FieldType::Text,
    FieldType::RichText,
    FieldType::Markdown,
    FieldType::Integer,
    FieldType::Decimal,
    FieldType::Date,
    FieldType::ZonedDateTime,
    FieldType::Boolean,
    FieldType::Url,
    FieldType::Email,
    FieldType::Reference,
    FieldType::Image,
    FieldType::File,
];

/// What declarations are read against.
#[derive(Debug, Clone, Copy)]
struct Scope<'a> {
    languages: &'a [Lang],
    /// None where no taxonomy is known: in a theme.
    taxonomies: Option<&'a [String]>,
}

/// Reads a mapping from names to declarations: the value of `fields:` or of a theme's `settings:`.
pub fn declarations(node: &Node, languages: &[Lang], out: &mut Vec<Diagnostic>) -> Vec<Field> {
    fields(node, "fields", Scope { languages, taxonomies: None }, Level::Top, out)
}

/// Reads declarations whose terms must be of one of these taxonomies.
pub fn declarations_with_taxonomies(
    node: &Node,
    languages: &[Lang],
    taxonomies: &[String],
    out: &mut Vec<Diagnostic>,
) -> Vec<Field> {
    fields(node, "fields", Scope { languages, taxonomies: Some(taxonomies) }, Level::Top, out)
}

/// Only a field of the top level can be translated: what it holds goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Top,
    Inner,
}

fn fields(node: &Node, key: &str, scope: Scope<'_>, level: Level, out: &mut Vec<Diagnostic>) -> Vec<Field> {
    // `Fields` says what is wrong when this is no mapping.
    if Fields::of(node, key, key, out).is_none() {
        return Vec::new();
    }
    let entries = node.entries().unwrap_or_default();
    entries.iter().filter_map(|entry| field(entry, scope, level, out)).collect()
}

fn field(entry: &Entry, scope: Scope<'_>, level: Level, out: &mut Vec<Diagnostic>) -> Option<Field> {
    let name = entry.key.as_str();
    let mut mapping = Fields::of(&entry.value, name, name, out)?;
    let field_type = type_of(&mut mapping, name, scope, out);
    let is_required = mapping.take("required").and_then(|node| boolean(node, "required", out)).unwrap_or(false);
    let translated = match level {
        Level::Top => mapping.take("translated").and_then(|node| boolean(node, "translated", out)),
        Level::Inner => Some(false),
    };
    let description = mapping.take("description");
    let description = description.and_then(|node| localised(node, "description", scope.languages, out));
    let default = mapping.take("default");
    mapping.finish(out);
    let field_type = field_type?;
    let default = default.filter(|node| {
        // Which zone it is does not matter for what is well formed.
        let timezone = Timezone::utc();
        let reading = Reading { languages: scope.languages, lang: None, timezone: &timezone };
        fits(node, name, &field_type, &reading, out)
    });
    Some(Field {
        name: name.to_owned(),
        is_required,
        is_translated: translated.unwrap_or_else(|| field_type.is_prose()),
        default: default.cloned(),
        description,
        field_type,
    })
}

/// Reads `type` and what belongs to it: `values`, `taxonomy`, `fields`, `of`.
fn type_of(mapping: &mut Fields<'_>, name: &str, scope: Scope<'_>, out: &mut Vec<Diagnostic>) -> Option<FieldType> {
    let node = mapping.require("type", out);
    let type_name = node.and_then(|node| text(node, "type", out).map(|name| (node, name)));
    let Some((node, type_name)) = type_name else {
        mapping.allow(["values", "taxonomy", "fields", "of"]);
        return None;
    };
    match type_name.as_str() {
        "enum" => values(mapping.require("values", out)?, out).map(FieldType::Enum),
        "term" => taxonomy(mapping.require("taxonomy", out)?, scope, out).map(FieldType::Term),
        "object" => {
            let declared = mapping.require("fields", out)?;
            Some(FieldType::Object(fields(declared, name, scope, Level::Inner, out)))
        }
        "list" => {
            let of = mapping.require("of", out)?;
            let item = match of.entries() {
                None => simple(of, name, out)?,
                Some(_) => item_type(of, name, scope, out)?,
            };
            Some(FieldType::List(Box::new(item)))
        }
        _ => {
            let known = simple(node, name, out);
            if known.is_none() {
                mapping.allow(["values", "taxonomy", "fields", "of"]);
            }
            known
        }
    }
}

/// Reads the mapping in `of`; an item has a type and a description, the rest is its list's.
fn item_type(node: &Node, name: &str, scope: Scope<'_>, out: &mut Vec<Diagnostic>) -> Option<FieldType> {
    let mut mapping = Fields::of(node, "of", name, out)?;
    let field_type = type_of(&mut mapping, name, scope, out);
    if let Some(description) = mapping.take("description") {
        localised(description, "description", scope.languages, out);
    }
    mapping.finish(out);
    field_type
}

/// Reads a type that needs nothing but its name.
fn simple(node: &Node, place: &str, out: &mut Vec<Diagnostic>) -> Option<FieldType> {
    let name = text(node, "type", out)?;
    if let Some(simple) = SIMPLE.iter().find(|simple| simple.name() == name) {
        return Some(simple.clone());
    }
    // Only in `of: enum` and the like: these say more than a name can.
    let missing = |key: &str| Problem::MissingKey { key: key.to_owned(), place: place.to_owned() };
    let problem = match name.as_str() {
        "enum" => missing("values"),
        "term" => missing("taxonomy"),
        "object" => missing("fields"),
        "list" => missing("of"),
        _ => Problem::NotAllowed {
            key: "type".to_owned(),
            nearest: nearest(&name, FieldType::NAMES),
            value: name,
            allowed: FieldType::NAMES.join(", "),
        },
    };
    out.push(Diagnostic::at(node.span.clone(), problem));
    None
}

fn values(node: &Node, out: &mut Vec<Diagnostic>) -> Option<Vec<String>> {
    let read = items(node, "values", out)?;
    if read.is_empty() {
        out.push(Diagnostic::at(node.span.clone(), Problem::EmptyText { key: "values".to_owned() }));
        return None;
    }
    Some(read.iter().filter_map(|node| text(node, "values", out)).collect())
}

fn taxonomy(node: &Node, scope: Scope<'_>, out: &mut Vec<Diagnostic>) -> Option<String> {
    let name = text(node, "taxonomy", out)?;
    let Some(known) = scope.taxonomies.filter(|known| !known.contains(&name)) else {
        return Some(name);
    };
    let nearest = nearest(&name, known.iter().map(String::as_str));
    out.push(Diagnostic::at(node.span.clone(), Problem::UnknownTaxonomy { name, nearest }));
    None
}
