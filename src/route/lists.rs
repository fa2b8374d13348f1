//! Home, sections, content types and terms, page by page.

use crate::diagnostic::Span;
use crate::site::{LangId, Listing, SectionId, Site, TermId, TypeId};

use super::pager::{Pager, list_url, page_count};
use super::{Artifact, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    for lang in site.langs() {
        for (index, section) in site.sections.iter().enumerate() {
            let listing = match section.parent {
                None => Listing::Home(lang),
                Some(_) => Listing::Section(SectionId(index), lang),
            };
            let text = section.texts[lang.0].as_ref().map(|document| document.span.clone());
            claim_list(site, listing, text, claims);
        }
        claim_types(site, lang, claims);
        for (index, term) in site.terms.iter().enumerate() {
            claim_list(site, Listing::Term(TermId(index), lang), Some(term.span.clone()), claims);
        }
    }
}

fn claim_types(site: &Site, lang: LangId, claims: &mut Vec<Route>) {
    for (index, content_type) in site.config.content_types.iter().enumerate() {
        if content_type.has_own_listing {
            claim_list(site, Listing::Type(TypeId(index), lang), Some(content_type.span.clone()), claims);
        }
    }
}

/// Claims every page of one list.
pub(super) fn claim_list(site: &Site, listing: Listing, claim: Option<Span>, claims: &mut Vec<Route>) {
    let count = page_count(site, &listing);
    for number in 1..=count {
        let artifact = Artifact::List(listing, Pager { number, count });
        claims.push(Route { url: list_url(site, &listing, number), artifact, claim: claim.clone() });
    }
}
