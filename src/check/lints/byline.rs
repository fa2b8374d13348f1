//! `missing-author`: articles that nobody signs.

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem};

/// Looks for articles without `authors`. Pages, which no list shows, need none.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for text in publication.texts.iter().filter(|text| text.is_original() && text.is_listed(publication)) {
        let names = text.document.shared.terms.get("authors");
        if names.is_none_or(Vec::is_empty) {
            out.push(Diagnostic::at(text.document.span.clone(), Problem::MissingAuthor {}));
        }
    }
}
