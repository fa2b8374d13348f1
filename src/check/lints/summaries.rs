//! `missing-summary`, `long-summary`: what an article is told by elsewhere.

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem};

use super::key_span;

/// What feeds show; cards and search engines cut off sooner.
const MOST_CHARACTERS: usize = 300;

/// Looks for articles without a summary in one of their languages, and for summaries that are
/// longer than anything shows.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for text in publication.texts.iter().filter(|text| text.is_listed(publication)) {
        match &text.document.summary {
            None => out.push(Diagnostic::at(text.document.span.clone(), Problem::MissingSummary {})),
            Some(summary) => {
                let (characters, most) = (summary.chars().count(), MOST_CHARACTERS);
                if characters > most {
                    let span = key_span(text.document, "summary");
                    out.push(Diagnostic::at(span, Problem::LongSummary { characters, most }));
                }
            }
        }
    }
}
