//! Partners: which feed each of them shows, and whether it is there.

use crate::config::{Partner, PartnerFeed};
use crate::diagnostic::{Diagnostic, Problem, nearest};

use super::media::static_key;
use super::{CombinationId, LangId, Listing, PartnerId, SectionId, Site, TermId, TypeId};

/// What a partner shows, in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    All,
    Section(SectionId),
    Type(TypeId),
    Term(TermId),
    Combination(CombinationId),
}

impl Shown {
    /// The list that it is in a language; none for combinations.
    pub fn listing(self, lang: LangId) -> Option<Listing> {
        Some(match self {
            Self::All => Listing::Home(lang),
            Self::Section(id) => Listing::Section(id, lang),
            Self::Type(id) => Listing::Type(id, lang),
            Self::Term(id) => Listing::Term(id, lang),
            Self::Combination(_) => return None,
        })
    }
}

impl Site {
    /// A partner by its id.
    pub fn partner(&self, id: PartnerId) -> &Partner {
        &self.config.partners[id.0]
    }

    /// All partners, in the order of declaration.
    pub fn partners(&self) -> impl Iterator<Item = PartnerId> + use<> {
        (0..self.config.partners.len()).map(PartnerId)
    }

    /// What a partner shows; none where it cannot be, which is said when the site is linked. A
    /// content type without a list of its own is shown as the section of its articles.
    pub fn shown(&self, id: PartnerId) -> Option<Shown> {
        match &self.partner(id).feed {
            PartnerFeed::All => Some(Shown::All),
            PartnerFeed::Combination(id) => {
                let found = self.config.feeds.combinations.iter().position(|known| known.id == *id);
                found.map(|index| Shown::Combination(CombinationId(index)))
            }
            PartnerFeed::Type(id) => {
                let id = self.type_id(id)?;
                let content_type = &self.config.content_types[id.0];
                if content_type.has_own_listing {
                    return Some(Shown::Type(id));
                }
                let section = self.section_id(content_type.folder.as_ref()?)?;
                self.section(section).parent.map(|_| Shown::Section(section))
            }
            PartnerFeed::Term(wanted) => {
                let found = self.term_id(self.taxonomy_id(&wanted.taxonomy)?, &wanted.name);
                found.filter(|_| self.config.feeds.of_terms).map(Shown::Term)
            }
        }
    }

    /// The logo of a partner, as it is published.
    pub fn logo(&self, id: PartnerId) -> Option<&super::Medium> {
        let (path, _) = self.partner(id).logo.as_ref()?;
        self.media.get(&static_key(path.trim_start_matches('/')))
    }
}

/// Says which partners ask for what is not there. A term that articles merely use goes with the last
/// of them, and the partner's page with it.
pub(super) fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for id in site.partners() {
        let partner = site.partner(id);
        if let Some((path, span)) = partner.logo.as_ref().filter(|_| site.logo(id).is_none()) {
            let known = site.media.keys().filter_map(|key| key.strip_prefix('/'));
            let problem = Problem::MissingFile { target: path.clone(), nearest: nearest(path, known) };
            out.push(Diagnostic::at(span.clone(), problem));
        }
        let term = match &partner.feed {
            PartnerFeed::Term(wanted) => Some(wanted),
            _ => None,
        };
        if let Some(diagnostic) = term.and_then(|wanted| site.undeclared(wanted)) {
            out.push(diagnostic);
        } else if site.shown(id).is_none() {
            let (partner_id, feed) = (partner.id.to_string(), name(&partner.feed));
            let problem = Problem::PartnerFeed { partner: partner_id, feed, nearest: None };
            out.push(Diagnostic::at(partner.feed_span.clone(), problem));
        }
    }
}

fn name(feed: &PartnerFeed) -> String {
    match feed {
        PartnerFeed::All => String::new(),
        PartnerFeed::Combination(id) | PartnerFeed::Type(id) => id.clone(),
        PartnerFeed::Term(wanted) => format!("{}: {}", wanted.taxonomy, wanted.name),
    }
}
