//! What several terms have in common: the pages that have all of them.

use std::collections::BTreeSet;

use crate::config::{Combination, WantedTerm};
use crate::diagnostic::{Diagnostic, Problem, nearest};

use super::{CombinationId, LangId, Listing, PageId, Site, TermId};

impl Site {
    /// A combination that the publication names.
    pub fn combination(&self, id: CombinationId) -> &Combination {
        &self.config.feeds.combinations[id.0]
    }

    /// All combinations, in the order of declaration.
    pub fn combinations(&self) -> impl Iterator<Item = CombinationId> + use<> {
        (0..self.config.feeds.combinations.len()).map(CombinationId)
    }

    /// The terms of a combination; what nobody declared is not among them, and said elsewhere.
    pub fn combined_terms(&self, combination: &Combination) -> Vec<TermId> {
        let terms = combination.terms.iter();
        terms.filter_map(|wanted| self.term_id(self.taxonomy_id(&wanted.taxonomy)?, &wanted.name)).collect()
    }

    /// Says that a term which a feed needs is in no register.
    pub(super) fn undeclared(&self, wanted: &WantedTerm) -> Option<Diagnostic> {
        let taxonomy = self.taxonomy_id(&wanted.taxonomy)?;
        let found = self.term_id(taxonomy, &wanted.name);
        if found.is_some_and(|term| self.term(term).is_declared) {
            return None;
        }
        let known = self.terms.iter().filter(|term| term.taxonomy == taxonomy && term.is_declared);
        let nearest = nearest(&wanted.name, known.map(|term| term.id.as_str()));
        let (taxonomy, term) = (wanted.taxonomy.clone(), wanted.name.clone());
        Some(Diagnostic::at(wanted.span.clone(), Problem::FeedTerm { taxonomy, term, nearest }))
    }

    /// The pages that have all terms of a combination, newest first. A term that gathers the
    /// articles of the terms below it does so here too.
    pub fn combined(&self, id: CombinationId, lang: LangId) -> Vec<PageId> {
        let combination = self.combination(id);
        let terms = self.combined_terms(combination);
        if terms.len() < combination.terms.len() {
            return Vec::new();
        }
        let lists: Vec<BTreeSet<PageId>> =
            terms.iter().map(|term| self.list(&Listing::Term(*term, lang)).iter().copied().collect()).collect();
        let is_of_type = |page: &PageId| {
            let wanted = combination.content_type.as_ref();
            wanted.is_none_or(|wanted| self.type_of(self.article_of(*page)).id == *wanted)
        };
        let all = self.list(&Listing::Home(lang)).iter().copied();
        all.filter(|page| is_of_type(page) && lists.iter().all(|list| list.contains(page))).collect()
    }
}

/// Says which terms of combinations are in no register. A term that articles merely use goes with
/// the last of them, and partners would ask for a feed that is no more.
pub(super) fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for wanted in site.config.feeds.combinations.iter().flat_map(|combination| &combination.terms) {
        out.extend(site.undeclared(wanted));
    }
}
