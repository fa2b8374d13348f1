//! Slugs that an editor wrote, checked, with the right one suggested.

use crate::base::{Lang, Slug, slugify};
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::schema::{Localised, localised, texts_of};
use crate::yaml::{Node, text};

/// Reads one slug.
pub fn slug(node: &Node, key: &str, out: &mut Vec<Diagnostic>) -> Option<Slug> {
    let value = text(node, key, out)?;
    let slug = Slug::new(&value);
    if slug.is_none() {
        out.push(invalid(&value, node.span.clone()));
    }
    slug
}

/// Reads a slug that may differ by language.
pub fn slugs(node: &Node, key: &str, languages: &[Lang], out: &mut Vec<Diagnostic>) -> Option<Localised> {
    let read = localised(node, key, languages, out)?;
    // What is not text has been said; here only its form matters.
    let wrong: Vec<Diagnostic> = texts_of(node)
        .filter_map(|node| text(node, key, &mut Vec::new()).map(|value| (node, value)))
        .filter(|(_, value)| Slug::new(value).is_none())
        .map(|(node, value)| invalid(&value, node.span.clone()))
        .collect();
    let is_clean = wrong.is_empty();
    out.extend(wrong);
    is_clean.then_some(read)
}

/// Makes the slug of an id that has none of its own.
pub fn slug_of(id: &str, span: &Span, out: &mut Vec<Diagnostic>) -> Option<Localised> {
    let slug = slugify(id);
    if slug.is_none() {
        out.push(invalid(id, span.clone()));
    }
    slug.map(|slug| Localised::Same(slug.to_string()))
}

fn invalid(value: &str, span: Span) -> Diagnostic {
    let nearest = slugify(value).map(|slug| slug.to_string());
    Diagnostic::at(span, Problem::InvalidSlug { value: value.to_owned(), nearest })
}
