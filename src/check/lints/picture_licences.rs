//! `picture-without-licence`: pictures that cannot go with an article that others may republish.

use std::collections::BTreeSet;

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::document::Document;
use crate::site::Kit;

/// Looks at the covers and pictures of articles that others may republish: of whom nobody has said
/// under which licence they are, they stay behind.
///
/// A picture with any licence, or with `republish` in its sidecar, has been decided about. What is
/// written at a picture in a text may name its licence too; a picture is told once.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    for text in &publication.texts {
        let Some(article) = text.article.filter(|_| text.is_listed(publication)) else { continue };
        if publication.site.rights(article).kit != Kit::Allowed {
            continue;
        }
        if let Some(cover) = article.shared().cover.as_ref().filter(|_| text.is_original()) {
            look(publication, text.document, (&cover.text, &cover.span), &mut told, out);
        }
        for picture in &text.remarks.pictures {
            if !picture.has_licence {
                look(publication, text.document, (&picture.path, &picture.span), &mut told, out);
            }
        }
    }
}

fn look(
    publication: &Publication,
    document: &Document,
    (path, span): (&str, &Span),
    told: &mut BTreeSet<String>,
    out: &mut Vec<Diagnostic>,
) {
    let Some(medium) = publication.site.medium(&document.place, path) else { return };
    let said = medium.description.as_deref();
    let is_decided = said.is_some_and(|said| said.licence.is_some() || said.republish.is_some());
    if !is_decided && told.insert(medium.asset.path.to_string()) {
        out.push(Diagnostic::at(span.clone(), Problem::PictureWithoutLicence { image: path.to_owned() }));
    }
}
