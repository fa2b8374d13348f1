//! `similar-terms`: tags that are nearly the same.

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem};
use crate::site::Term;

use super::names::are_alike;

/// A shorter name with another letter is another word.
const SHORTEST: usize = 6;

/// Looks for two terms of one taxonomy whose ids or names are the same but for case, signs or one
/// letter.
///
/// Authors are people, who have a lint of their own. A term that its register does not have is
/// told already (`undeclared-term`).
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    let site = publication.site;
    let is_told = |term: &Term| {
        let undeclared = publication.told.iter().filter(|told| told.problem.code() == "undeclared-term");
        undeclared.filter_map(|told| told.span.as_ref()).any(|span| *span == term.span)
    };
    for index in (0..site.config.taxonomies.len()).filter(|index| site.config.taxonomies[*index].id != "authors") {
        let terms: Vec<&Term> = site.terms.iter().filter(|term| term.taxonomy.0 == index && !is_told(term)).collect();
        for (number, term) in terms.iter().enumerate() {
            for other in terms[number + 1..].iter().filter(|other| is_like(term, other)) {
                // The later one is the more likely slip.
                let problem = Problem::SimilarTerms { term: other.id.clone(), other: term.id.clone() };
                out.push(Diagnostic::at(other.span.clone(), problem).with(term.span.clone()));
            }
        }
    }
}

fn is_like(term: &Term, other: &Term) -> bool {
    let names = || term.names.iter().zip(&other.names);
    are_alike(&term.id, &other.id, SHORTEST)
        || names().any(|(name, other)| name == other || are_alike(name, other, SHORTEST))
}
