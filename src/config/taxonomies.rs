//! `taxonomies:`: ways to group articles.
//!
//! **Invariant:** `tags` and `authors` are always there; no taxonomy has the name of a key of the
//! front matter, because articles list their terms under it.

use crate::diagnostic::{Diagnostic, Problem};
use crate::schema::{declarations_with_taxonomies, localised};
use crate::yaml::{Entry, Fields, Node, boolean};

use super::content_types::{Surroundings, without_reserved};
use super::slugs::{slug_of, slugs};
use super::{FRONT_MATTER_KEYS, TERM_KEYS, Taxonomy, built_in};

/// The taxonomies that need no declaration.
const BUILT_IN: [&str; 2] = ["tags", "authors"];

/// The ids of all taxonomies, before they are read: fields may name them.
pub fn taxonomy_ids(node: Option<&Node>) -> Vec<String> {
    let entries = node.and_then(Node::entries).unwrap_or_default();
    let declared = entries.iter().map(|entry| entry.key.as_str());
    let missing = BUILT_IN.into_iter().filter(|id| !entries.iter().any(|entry| entry.key == *id));
    declared.chain(missing).map(str::to_owned).collect()
}

/// Reads the declared taxonomies in order and adds the built-in ones that are not among them.
pub fn taxonomies(node: Option<&Node>, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Vec<Taxonomy> {
    if let Some(node) = node {
        // `Fields` says what is wrong when this is no mapping.
        Fields::of(node, "taxonomies", "taxonomies", out);
    }
    let entries = node.and_then(Node::entries).unwrap_or_default();
    let mut read: Vec<Taxonomy> = entries.iter().filter_map(|entry| taxonomy(entry, around, out)).collect();
    for id in BUILT_IN.iter().filter(|id| !entries.iter().any(|entry| entry.key == **id)) {
        read.extend(built_in::taxonomy(id, around.languages, around.file));
    }
    read
}

fn taxonomy(entry: &Entry, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Option<Taxonomy> {
    let id = entry.key.as_str();
    if FRONT_MATTER_KEYS.contains(&id) {
        let problem = Problem::ReservedField { key: id.to_owned() };
        out.push(Diagnostic::at(entry.key_span.clone(), problem));
    }
    let known = built_in::taxonomy(id, around.languages, around.file);
    let mut fields = Fields::of(&entry.value, id, id, out)?;
    let name = if known.is_some() { fields.take("name") } else { fields.require("name", out) };
    let name = name.and_then(|node| localised(node, "name", around.languages, out));
    let singular = fields.take("singular").and_then(|node| localised(node, "singular", around.languages, out));
    let slug = fields.take("slug").map(|node| slugs(node, "slug", around.languages, out));
    let rolls_up = fields.take("roll_up").and_then(|node| boolean(node, "roll_up", out));
    let declared = fields.take("fields").map(|node| {
        let declared = declarations_with_taxonomies(node, around.languages, around.taxonomies, out);
        without_reserved(declared, node, |key| TERM_KEYS.contains(&key), out)
    });
    fields.finish(out);
    let slug = match (slug, &known) {
        (Some(slug), _) => slug,
        (None, Some(known)) => Some(known.slug.clone()),
        (None, None) => slug_of(id, &entry.key_span, out),
    };
    // A name of its own takes the built-in singular away too: the two belong together.
    let singular = singular.or_else(|| name.clone()).or_else(|| known.as_ref().map(|known| known.singular.clone()));
    let name = name.or_else(|| known.map(|known| known.name));
    Some(Taxonomy {
        id: id.to_owned(),
        name: name?,
        singular: singular?,
        slug: slug?,
        rolls_up: rolls_up.unwrap_or(false),
        fields: declared.unwrap_or_default(),
        span: entry.key_span.clone(),
    })
}
