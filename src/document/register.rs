//! A register of terms: `content/_terms/<taxonomy>.yaml`.

use crate::base::{Slug, SourcePath};
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span, nearest};
use crate::schema::{self, Localised, Reading, Values};
use crate::yaml::{self, Fields, Node};

use super::read::names;
use super::{Name, say};

/// The terms that one taxonomy declares.
#[derive(Debug, Clone)]
pub struct Register {
    pub taxonomy: String,
    pub terms: Vec<TermEntry>,
}

/// One declared term.
#[derive(Debug, Clone)]
pub struct TermEntry {
    pub id: Name,
    pub name: Localised,
    pub slug: Option<Localised>,
    pub parent: Option<Name>,
    pub blurb: Option<Localised>,
    pub aliases: Vec<Name>,
    pub fields: Values,
}

/// Reads a term file; none when no taxonomy has its name.
pub(super) fn parse(path: &SourcePath, text: &str, config: &Config) -> Checked<Option<Register>> {
    let mut out = Vec::new();
    let value = register(path, text, config, &mut out);
    Checked { value, diagnostics: out }
}

fn register(path: &SourcePath, text: &str, config: &Config, out: &mut Vec<Diagnostic>) -> Option<Register> {
    let taxonomy = path.stem();
    if config.taxonomy(taxonomy).is_none() {
        let known = config.taxonomies.iter().map(|taxonomy| taxonomy.id.as_str());
        let problem = Problem::UnknownTaxonomy { name: taxonomy.to_owned(), nearest: nearest(taxonomy, known) };
        say(out, Span::whole(path), problem);
        return None;
    }
    let tree = yaml::parse(text, path, 0).into(out).map(Node::without_empty_texts);
    let mut terms = Vec::new();
    if let Some(tree) = &tree {
        // Ids are the editors' own: every key is known.
        let mut fields = Fields::of(tree, path.file_name(), path.as_str(), out)?;
        let ids: Vec<&str> = tree.entries().unwrap_or_default().iter().map(|entry| entry.key.as_str()).collect();
        for id in ids {
            if let Some(entry) = fields.take_entry(id) {
                let id = Name { text: entry.key.clone(), span: entry.key_span.clone() };
                terms.extend(term(id, &entry.value, taxonomy, config, out));
            }
        }
    }
    Some(Register { taxonomy: taxonomy.to_owned(), terms })
}

fn term(id: Name, node: &Node, taxonomy: &str, config: &Config, out: &mut Vec<Diagnostic>) -> Option<TermEntry> {
    if Slug::new(&id.text).is_none() {
        let nearest = crate::base::slugify(&id.text).map(|slug| slug.to_string());
        say(out, id.span.clone(), Problem::InvalidSlug { value: id.text.clone(), nearest });
        return None;
    }
    let languages: Vec<_> = config.languages.iter().map(|language| language.lang.clone()).collect();
    let mut fields = Fields::of(node, &id.text, &id.text, out)?;
    let name = fields.require("name", out).and_then(|node| schema::localised(node, "name", &languages, out));
    let mut text = |key, out: &mut Vec<Diagnostic>| {
        fields.take(key).and_then(|node| schema::localised(node, key, &languages, out))
    };
    let slug = text("slug", out);
    let blurb = text("blurb", out);
    let parent = fields
        .take("parent")
        .and_then(|node| yaml::text(node, "parent", out).map(|text| Name { text, span: node.span.clone() }));
    let aliases = fields.take("aliases").map(|node| names(node, "aliases", out)).unwrap_or_default();
    let declared = config.taxonomy(taxonomy).map(|taxonomy| taxonomy.fields.as_slice()).unwrap_or_default();
    let reading = Reading { languages: &languages, lang: None, timezone: &config.timezone };
    let values = schema::read(declared, &mut fields, &reading, out);
    let span = fields.span().clone();
    fields.finish(out);
    for slug in slug.iter().flat_map(Localised::texts) {
        if Slug::new(slug).is_none() {
            let nearest = crate::base::slugify(slug).map(|slug| slug.to_string());
            say(out, span.clone(), Problem::InvalidSlug { value: slug.to_owned(), nearest });
        }
    }
    Some(TermEntry { id, name: name?, slug, parent, blurb, aliases, fields: values })
}
