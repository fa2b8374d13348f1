//! What content types and taxonomies have in common: an id, names, a slug, fields.
//!
//! **Invariant:** a field never has a name that means something else in the same file.

use crate::base::{Lang, SourcePath};
use crate::diagnostic::{Diagnostic, Problem};
use crate::schema::{Field, Localised, declarations_with_taxonomies, localised};
use crate::yaml::{Entry, Fields, Node};

use super::slugs::{slug_of, slugs};

/// What declarations are read against.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    pub file: &'a SourcePath,
    pub languages: &'a [Lang],
    /// The ids of all taxonomies: fields may name them.
    pub taxonomies: &'a [String],
}

/// What a content type or a taxonomy is called.
#[derive(Debug, Clone)]
pub struct Names {
    pub name: Localised,
    /// The plural of a content type, the singular of a taxonomy.
    pub counterpart: Localised,
    pub slug: Localised,
}

/// The entries of a setting that must be a mapping; none, and said so, when it is something else.
pub fn entries<'n>(node: Option<&'n Node>, key: &str, out: &mut Vec<Diagnostic>) -> &'n [Entry] {
    let is_mapping = node.is_some_and(|node| Fields::of(node, key, key, out).is_some());
    node.filter(|_| is_mapping).and_then(Node::entries).unwrap_or_default()
}

/// The declared ids in order, then the built-in ones that are not declared.
pub fn ids(node: Option<&Node>, built_in: &[&str]) -> Vec<String> {
    let entries = node.and_then(Node::entries).unwrap_or_default();
    let missing = built_in.iter().filter(|id| !entries.iter().any(|entry| entry.key == **id));
    let declared = entries.iter().map(|entry| entry.key.clone());
    declared.chain(missing.map(|id| (*id).to_owned())).collect()
}

/// Reads `name`, the name of the other number, and `slug`; what is built in needs none of them.
pub fn names(
    fields: &mut Fields<'_>,
    entry: &Entry,
    counterpart: &str,
    known: Option<Names>,
    languages: &[Lang],
    out: &mut Vec<Diagnostic>,
) -> Option<Names> {
    let name = if known.is_some() { fields.take("name") } else { fields.require("name", out) };
    let name = name.and_then(|node| localised(node, "name", languages, out));
    let other = fields.take(counterpart).and_then(|node| localised(node, counterpart, languages, out));
    let slug = fields.take("slug").map(|node| slugs(node, "slug", languages, out));
    let slug = match (slug, &known) {
        (Some(slug), _) => slug,
        (None, Some(known)) => Some(known.slug.clone()),
        (None, None) => slug_of(&entry.key, &entry.key_span, out),
    };
    // A name of its own takes the place of both built-in ones: they belong together.
    let other = other.or_else(|| name.clone()).or_else(|| known.as_ref().map(|known| known.counterpart.clone()));
    let name = name.or_else(|| known.map(|known| known.name));
    Some(Names { name: name?, counterpart: other?, slug: slug? })
}

/// Reads `fields` and leaves out those whose names are taken.
pub fn free_fields(
    fields: &mut Fields<'_>,
    around: Surroundings<'_>,
    is_taken: impl Fn(&str) -> bool,
    out: &mut Vec<Diagnostic>,
) -> Vec<Field> {
    let Some(node) = fields.take("fields") else {
        return Vec::new();
    };
    for entry in node.entries().unwrap_or_default().iter().filter(|entry| is_taken(&entry.key)) {
        out.push(Diagnostic::at(entry.key_span.clone(), Problem::ReservedField { key: entry.key.clone() }));
    }
    let mut declared = declarations_with_taxonomies(node, around.languages, around.taxonomies, out);
    declared.retain(|field| !is_taken(&field.name));
    declared
}
