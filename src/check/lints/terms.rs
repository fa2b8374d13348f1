//! `similar-terms`: tags that are nearly the same.

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::site::{Term, TermId};

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
    for (index, taxonomy) in site.config.taxonomies.iter().enumerate().filter(|(_, known)| known.id != "authors") {
        let ids = (0..site.terms.len()).map(TermId).filter(|id| site.term(*id).taxonomy.0 == index);
        let terms: Vec<&Term> = ids.map(|id| site.term(id)).collect();
        let has_register = terms.iter().any(|term| term.span.is_some());
        for (number, term) in terms.iter().enumerate() {
            for other in &terms[number + 1..] {
                let is_known = term.span.is_some() && other.span.is_some();
                if (has_register && !is_known) || !is_like(term, other) {
                    continue;
                }
                // The later one is the more likely slip.
                let place = |term: &Term| term.span.clone().or_else(|| written(publication, &taxonomy.id, &term.id));
                let problem = Problem::SimilarTerms { term: other.id.clone(), other: term.id.clone() };
                out.push(match (place(other), place(term)) {
                    (Some(span), Some(first)) => Diagnostic::at(span, problem).with(first),
                    (Some(span), None) => Diagnostic::at(span, problem),
                    (None, _) => Diagnostic::nowhere(problem),
                });
            }
        }
    }
}

fn is_like(term: &Term, other: &Term) -> bool {
    let names = || term.names.iter().zip(&other.names);
    are_alike(&term.id, &other.id, SHORTEST)
        || names().any(|(name, other)| name == other || are_alike(name, other, SHORTEST))
}

/// Where an article names a term that no register has.
fn written(publication: &Publication, taxonomy: &str, id: &str) -> Option<Span> {
    let names = publication.site.articles.iter().filter_map(|article| article.shared().terms.get(taxonomy)).flatten();
    let slug = |text: &str| crate::base::slugify(text).map(|slug| slug.to_string());
    let mut names = names.filter(|name| name.text == id || slug(&name.text).as_deref() == Some(id));
    names.next().map(|name| name.span.clone())
}
