//! `feeds.combinations`: feeds of what several terms have in common, by an id that the publication
//! gives.
//!
//! **Invariant:** a combination that was read names two things or more, of declared taxonomies and
//! content types; whether its terms are in their registers is checked at link.

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};
use crate::schema::{Localised, localised};
use crate::yaml::{Entry, Fields, Kind, Node, text};

use super::ContentType;
use super::kinds::entries;
use super::slugs::{slug_of, slugs};

/// A feed of the articles that have all of these terms, and this content type if one is named.
#[derive(Debug, Clone)]
pub struct Combination {
    pub id: String,
    pub terms: Vec<WantedTerm>,
    /// The id of a content type.
    pub content_type: Option<String>,
    /// The names of the terms if it is left out.
    pub title: Option<Localised>,
    /// Of its folder below `paths.feeds`.
    pub slug: Localised,
    pub span: Span,
}

/// A term of a taxonomy, as it is written.
#[derive(Debug, Clone)]
pub struct WantedTerm {
    pub taxonomy: String,
    pub name: String,
    pub span: Span,
}

/// What combinations are read against.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub languages: &'a [Lang],
    pub taxonomies: &'a [String],
    pub content_types: &'a [ContentType],
}

/// Reads all combinations, in the order of declaration.
pub fn combinations(node: Option<&Node>, known: Known<'_>, out: &mut Vec<Diagnostic>) -> Vec<Combination> {
    entries(node, "combinations", out).iter().filter_map(|entry| combination(entry, known, out)).collect()
}

fn combination(entry: &Entry, known: Known<'_>, out: &mut Vec<Diagnostic>) -> Option<Combination> {
    let before = out.len();
    let mut fields = Fields::of(&entry.value, &entry.key, &entry.key, out)?;
    let title = fields.take("title").and_then(|node| localised(node, "title", known.languages, out));
    let slug = match fields.take("slug") {
        Some(node) => slugs(node, "slug", known.languages, out),
        None => slug_of(&entry.key, &entry.key_span, out),
    };
    let content_type = fields.take("type").and_then(|node| content_type(node, known.content_types, out));
    let mut terms = Vec::new();
    for taxonomy in known.taxonomies {
        if let Some(node) = fields.take(taxonomy) {
            wanted(taxonomy, node, &mut terms, out);
        }
    }
    fields.finish(out);
    let count = terms.len() + usize::from(content_type.is_some());
    // What could not be read is missing from the count: it has been said.
    if count < 2 && out.len() == before {
        let problem = Problem::FeedCombination { id: entry.key.clone(), count };
        out.push(Diagnostic::at(entry.key_span.clone(), problem));
    }
    let slug = slug?;
    (count >= 2 && !terms.is_empty()).then(|| Combination {
        id: entry.key.clone(),
        terms,
        content_type,
        title,
        slug,
        span: entry.key_span.clone(),
    })
}

fn content_type(node: &Node, known: &[ContentType], out: &mut Vec<Diagnostic>) -> Option<String> {
    let name = text(node, "type", out)?;
    if known.iter().any(|known| known.id == name) {
        return Some(name);
    }
    let nearest = nearest(&name, known.iter().map(|known| known.id.as_str()));
    out.push(Diagnostic::at(node.span.clone(), Problem::UnknownContentType { name, nearest }));
    None
}

/// One term, or a list of terms that must all be there.
fn wanted(taxonomy: &str, node: &Node, terms: &mut Vec<WantedTerm>, out: &mut Vec<Diagnostic>) {
    let nodes = match &node.kind {
        Kind::List(nodes) => nodes.as_slice(),
        _ => std::slice::from_ref(node),
    };
    for node in nodes {
        if let Some(name) = text(node, taxonomy, out) {
            terms.push(WantedTerm { taxonomy: taxonomy.to_owned(), name, span: node.span.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::check::{check, config};

    #[test]
    fn terms_and_a_type_are_combined() {
        let config = config(concat!(
            "taxonomies: { regions: { name: x }, programmes: { name: y } }\n",
            "feeds:\n  combinations:\n    maluku-bangkit: { regions: maluku, programmes: bangkit, type: article }\n",
            "    Dua Topik: { tags: [air, desa], title: { id: Air desa, en: Village water }, slug: air }\n",
        ));
        let [first, second] = config.feeds.combinations.as_slice() else {
            panic!("two combinations");
        };
        let names = |of: &super::Combination| -> Vec<String> {
            of.terms.iter().map(|term| format!("{}/{}", term.taxonomy, term.name)).collect()
        };
        assert_eq!(names(first), ["regions/maluku", "programmes/bangkit"]);
        assert_eq!(first.content_type.as_deref(), Some("article"));
        assert_eq!(first.slug.get(&config.languages[0].lang), Some("maluku-bangkit"));
        assert_eq!(names(second), ["tags/air", "tags/desa"]);
        assert_eq!(second.slug.get(&config.languages[1].lang), Some("air"));
        assert_eq!(second.title.as_ref().and_then(|title| title.get(&config.languages[1].lang)), Some("Village water"));
    }

    #[test]
    fn combinations_are_checked() {
        check("feeds: { combinations: { a: { tags: x } } }", "feed-combination 4:26");
        check("feeds: { combinations: { a: { type: article } } }", "feed-combination 4:26");
        check("feeds: { combinations: { a: } }", "feed-combination 4:26");
        check("feeds: { combinations: { a: { tags: x, type: artikel } } }", "unknown-content-type 4:46 article");
        check("feeds: { combinations: { a: { tags: [x, y], region: z } } }", "unknown-key 4:45");
        check("feeds: { combinations: { a: { tags: [x, [y]] } } }", "wrong-type 4:41");
        check("feeds: { combinations: { a: { tags: [x, y], slug: A } } }", "invalid-slug 4:51 a");
        check("feeds: { combinations: { a: { tags: [x, y], title: { id: A } } } }", "text-without-language 4:52");
        check("feeds: { combinations: [a] }", "wrong-type 4:24");
        check("feeds: { combinations: { a: x } }", "wrong-type 4:29");
    }
}
