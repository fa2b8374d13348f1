//! `taxonomies:`: ways to group articles.
//!
//! **Invariant:** `tags` and `authors` are always there; no taxonomy has the name of a key of the
//! front matter, because articles list their terms under it.

use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::schema::Field;
use crate::yaml::{Entry, Fields, Node, boolean};

use super::built_in::taxonomy_names;
use super::kinds::{Names, Surroundings, entries, free_fields, ids, names};
use super::{FRONT_MATTER_KEYS, TERM_KEYS, Taxonomy};

/// The taxonomies that need no declaration.
const BUILT_IN: [&str; 2] = ["tags", "authors"];

/// The ids of all taxonomies, before they are read: fields may name them.
pub fn taxonomy_ids(node: Option<&Node>) -> Vec<String> {
    ids(node, &BUILT_IN)
}

/// Reads the declared taxonomies in order and adds the built-in ones that are not among them.
pub fn taxonomies(node: Option<&Node>, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Vec<Taxonomy> {
    let entries = entries(node, "taxonomies", out);
    let mut read = Vec::new();
    for id in around.taxonomies {
        let entry = entries.iter().find(|entry| entry.key == *id);
        let built_in = || {
            let names = taxonomy_names(id, around.languages)?;
            Some(taxonomy(id, names, false, Vec::new(), Span::whole(around.file)))
        };
        read.extend(entry.and_then(|entry| declared(entry, around, out)).or_else(built_in));
    }
    read
}

fn declared(entry: &Entry, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Option<Taxonomy> {
    let id = entry.key.as_str();
    if FRONT_MATTER_KEYS.contains(&id) {
        let problem = Problem::ReservedField { key: id.to_owned() };
        out.push(Diagnostic::at(entry.key_span.clone(), problem));
    }
    let mut fields = Fields::of(&entry.value, id, id, out)?;
    let known = taxonomy_names(id, around.languages);
    let names = names(&mut fields, entry, "singular", known, around.languages, out);
    let rolls_up = fields.take("roll_up").and_then(|node| boolean(node, "roll_up", out)).unwrap_or(false);
    let declared = free_fields(&mut fields, around, |key| TERM_KEYS.contains(&key), out);
    fields.finish(out);
    Some(taxonomy(id, names?, rolls_up, declared, entry.key_span.clone()))
}

fn taxonomy(id: &str, names: Names, rolls_up: bool, fields: Vec<Field>, span: Span) -> Taxonomy {
    let Names { name, counterpart, slug } = names;
    Taxonomy { id: id.to_owned(), name, singular: counterpart, slug, rolls_up, fields, span }
}

#[cfg(test)]
mod tests {
    use crate::config::check::{check, config};
    use crate::schema::Localised;

    #[test]
    fn tags_and_authors_are_always_there() {
        let config = config("taxonomies: { regions: { name: Wilayah, roll_up: true } }");
        let ids: Vec<&str> = config.taxonomies.iter().map(|taxonomy| taxonomy.id.as_str()).collect();
        assert_eq!(ids, ["regions", "tags", "authors"]);
        assert!(config.taxonomies[0].rolls_up);
        assert_eq!(config.taxonomies[0].slug, Localised::Same("regions".to_owned()));
        assert_eq!(config.taxonomies[1].slug.get(&config.languages[0].lang), Some("topik"));
        assert_eq!(config.taxonomies[2].singular.get(&config.languages[1].lang), Some("Author"));
    }

    #[test]
    fn a_built_in_taxonomy_may_be_changed_in_part() {
        let config = config("taxonomies: { authors: { fields: { role: { type: text } } } }");
        assert_eq!(config.taxonomies[0].name.get(&config.languages[1].lang), Some("Authors"));
        assert_eq!(config.taxonomies[0].fields.len(), 1);
    }

    #[test]
    fn declarations_are_checked() {
        check("taxonomies:\n  regions: {}\n", "missing-key 5:12");
        check("taxonomies: { cover: { name: x } }", "reserved-field 4:15");
        check("taxonomies: { a: { name: x, fields: { parent: { type: text } } } }", "reserved-field 4:39");
        check("taxonomies: { a: { name: x, slug: { id: A, en: b } } }", "invalid-slug 4:41 a");
        check("taxonomies: { a: { name: { id: x } } }", "text-without-language 4:26");
        check("taxonomies: { a: { name: x, rollup: true } }", "unknown-key 4:29 roll_up");
        check("taxonomies: a", "wrong-type 4:13");
    }
}
