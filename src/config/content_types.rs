//! `content_types:`: kinds of content and their fields.
//!
//! **Invariant:** `article` and `page` are always there; no field hides a key of the front matter
//! or a taxonomy.

use crate::base::{Lang, SourcePath};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::schema::{Field, declarations_with_taxonomies, localised};
use crate::yaml::{Entry, Fields, Node, boolean, text};

use super::slugs::{slug_of, slugs};
use super::{ContentType, FRONT_MATTER_KEYS, StructuredData, built_in};

/// The content types that need no declaration.
const BUILT_IN: [&str; 2] = ["article", "page"];

/// What content types are read against.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    pub file: &'a SourcePath,
    pub languages: &'a [Lang],
    /// The ids of all taxonomies.
    pub taxonomies: &'a [String],
}

/// Reads the declared content types in order and adds the built-in ones that are not among them.
pub fn content_types(node: Option<&Node>, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Vec<ContentType> {
    if let Some(node) = node {
        // `Fields` says what is wrong when this is no mapping.
        Fields::of(node, "content_types", "content_types", out);
    }
    let entries = node.and_then(Node::entries).unwrap_or_default();
    let mut read: Vec<ContentType> = entries.iter().filter_map(|entry| content_type(entry, around, out)).collect();
    for id in BUILT_IN.iter().filter(|id| !entries.iter().any(|entry| entry.key == **id)) {
        read.extend(built_in::content_type(id, around.languages, around.file));
    }
    read
}

fn content_type(entry: &Entry, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Option<ContentType> {
    let id = entry.key.as_str();
    let known = built_in::content_type(id, around.languages, around.file);
    let mut fields = Fields::of(&entry.value, id, id, out)?;
    let name = if known.is_some() { fields.take("name") } else { fields.require("name", out) };
    let name = name.and_then(|node| localised(node, "name", around.languages, out));
    let plural = fields.take("plural").and_then(|node| localised(node, "plural", around.languages, out));
    let slug = fields.take("slug").map(|node| slugs(node, "slug", around.languages, out));
    let in_listings = fields.take("in_listings").and_then(|node| boolean(node, "in_listings", out));
    let own_listing = fields.take("own_listing").and_then(|node| boolean(node, "own_listing", out));
    let structured_data = fields.take("structured_data").and_then(|node| structured_data(node, out));
    let template = fields.take("template").and_then(|node| text(node, "template", out));
    let declared = fields.take("fields").map(|node| free_fields(node, around, out)).unwrap_or_default();
    fields.finish(out);
    let slug = match (slug, &known) {
        (Some(slug), _) => slug,
        (None, Some(known)) => Some(known.slug.clone()),
        (None, None) => slug_of(id, &entry.key_span, out),
    };
    let in_listings = in_listings.unwrap_or_else(|| known.as_ref().is_none_or(|known| known.in_listings));
    // A name of its own takes the built-in plural away too: the two belong together.
    let plural = plural.or_else(|| name.clone()).or_else(|| known.as_ref().map(|known| known.plural.clone()));
    let name = name.or_else(|| known.map(|known| known.name));
    Some(ContentType {
        id: id.to_owned(),
        name: name?,
        plural: plural?,
        slug: slug?,
        in_listings,
        has_own_listing: own_listing.unwrap_or(false),
        structured_data: structured_data.unwrap_or_else(|| built_in::structured_data(in_listings)),
        template: template.unwrap_or_else(|| built_in::template(in_listings)),
        fields: declared,
        span: entry.key_span.clone(),
    })
}

fn structured_data(node: &Node, out: &mut Vec<Diagnostic>) -> Option<StructuredData> {
    const NAMES: [&str; 3] = ["article", "event", "page"];
    let value = text(node, "structured_data", out)?;
    match value.as_str() {
        "article" => Some(StructuredData::Article),
        "event" => Some(StructuredData::Event),
        "page" => Some(StructuredData::Page),
        _ => {
            let nearest = nearest(&value, NAMES);
            let key = "structured_data".to_owned();
            let problem = Problem::NotAllowed { key, value, allowed: NAMES.join(", "), nearest };
            out.push(Diagnostic::at(node.span.clone(), problem));
            None
        }
    }
}

fn free_fields(node: &Node, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Vec<Field> {
    let declared = declarations_with_taxonomies(node, around.languages, around.taxonomies, out);
    let is_taken = |key: &str| FRONT_MATTER_KEYS.contains(&key) || around.taxonomies.iter().any(|id| id == key);
    without_reserved(declared, node, is_taken, out)
}

/// Leaves out the fields whose names mean something else already, and says so.
pub fn without_reserved(
    mut declared: Vec<Field>,
    node: &Node,
    is_taken: impl Fn(&str) -> bool,
    out: &mut Vec<Diagnostic>,
) -> Vec<Field> {
    for entry in node.entries().unwrap_or_default().iter().filter(|entry| is_taken(&entry.key)) {
        let problem = Problem::ReservedField { key: entry.key.clone() };
        out.push(Diagnostic::at(entry.key_span.clone(), problem));
    }
    declared.retain(|field| !is_taken(&field.name));
    declared
}
