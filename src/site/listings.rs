//! Lists of pages: home, sections, content types, terms, years; each in one language.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::config::Config;
use crate::document::SectionOrder;
use crate::locale::Locale;

use super::rights::is_in_feeds;
use super::{Article, LangId, Page, PageId, Section, SectionId, Term, TermId, TypeId};

/// A list of pages in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listing {
    Home(LangId),
    Section(SectionId, LangId),
    Type(TypeId, LangId),
    Term(TermId, LangId),
    Year(i16, LangId),
}

/// All lists.
#[derive(Debug, Default)]
pub(super) struct Listings {
    /// Each at its place: see [`Slots`].
    lists: Vec<Vec<PageId>>,
    slots: Slots,
    /// Lists of years, which are few and not known before.
    of_years: BTreeMap<(i16, LangId), Vec<PageId>>,
    /// Newest first.
    years: Vec<i16>,
    /// What feeds have, newest first: of all languages, and of each.
    in_feeds: Vec<PageId>,
    in_feeds_of: Vec<Vec<PageId>>,
    /// Where a page stands in the list of its own section.
    places: Vec<Option<(Listing, usize)>>,
}

/// Where each list has its place among all: home first, then sections, types and terms, each in
/// all languages.
#[derive(Debug, Clone, Copy, Default)]
struct Slots {
    languages: usize,
    sections: usize,
    types: usize,
    terms: usize,
}

impl Slots {
    /// The place of a list; none for years.
    fn of(self, listing: &Listing) -> Option<usize> {
        let row = match listing {
            Listing::Home(_) => 0,
            Listing::Section(section, _) => 1 + section.0,
            Listing::Type(content_type, _) => 1 + self.sections + content_type.0,
            Listing::Term(term, _) => 1 + self.sections + self.types + term.0,
            Listing::Year(..) => return None,
        };
        Some(row * self.languages + listing.lang().0)
    }

    fn count(self) -> usize {
        (1 + self.sections + self.types + self.terms) * self.languages
    }
}

impl Listing {
    /// The language of the list.
    pub fn lang(self) -> LangId {
        match self {
            Self::Home(lang)
            | Self::Section(_, lang)
            | Self::Type(_, lang)
            | Self::Term(_, lang)
            | Self::Year(_, lang) => lang,
        }
    }

    /// The same list in another language.
    #[must_use]
    pub fn within(self, lang: LangId) -> Self {
        match self {
            Self::Home(_) => Self::Home(lang),
            Self::Section(section, _) => Self::Section(section, lang),
            Self::Type(content_type, _) => Self::Type(content_type, lang),
            Self::Term(term, _) => Self::Term(term, lang),
            Self::Year(year, _) => Self::Year(year, lang),
        }
    }
}

impl Listings {
    /// Lists all pages wherever they belong, newest first, sections in their own order.
    pub(super) fn of(
        config: &Config,
        articles: &[Article],
        pages: &[Page],
        sections: &[Section],
        terms: &[Term],
    ) -> Self {
        let article = |page: &PageId| &articles[pages[page.0].article.0];
        let mut order: Vec<PageId> = (0..pages.len()).map(PageId).collect();
        // An article without a date stands after all that have one.
        let age = |page: &PageId| (Reverse(article(page).shared().date.as_ref()), article(page).key.as_str());
        order.par_sort_by(|a, b| age(a).cmp(&age(b)));
        let places_of: Vec<Vec<Listing>> =
            order.par_iter().map(|page| places(config, article(page), pages[page.0].lang, sections, terms)).collect();
        let languages = config.languages.len();
        let is_in_feeds = |page: &PageId| article(page).shared().date.is_some() && is_in_feeds(config, article(page));
        let in_feeds: Vec<PageId> = order.iter().copied().filter(is_in_feeds).collect();
        let mut in_feeds_of = vec![Vec::new(); languages];
        in_feeds.iter().for_each(|page| in_feeds_of[pages[page.0].lang.0].push(*page));
        let slots =
            Slots { languages, sections: sections.len(), types: config.content_types.len(), terms: terms.len() };
        let mut lists = vec![Vec::new(); slots.count()];
        let mut of_years: BTreeMap<(i16, LangId), Vec<PageId>> = BTreeMap::new();
        for (page, places) in order.into_iter().zip(places_of) {
            for listing in places {
                match (slots.of(&listing), listing) {
                    (Some(slot), _) => lists[slot].push(page),
                    (None, Listing::Year(year, lang)) => of_years.entry((year, lang)).or_default().push(page),
                    (None, _) => {}
                }
            }
        }
        let sorted: Vec<(Listing, SectionOrder)> = sections
            .iter()
            .enumerate()
            .flat_map(|(index, section)| {
                (0..languages).map(move |lang| (Listing::Section(SectionId(index), LangId(lang)), section.order))
            })
            .collect();
        for (listing, order) in &sorted {
            if let Some(list) = slots.of(listing).and_then(|slot| lists.get_mut(slot)) {
                sort(list, *order, config, listing.lang(), pages, articles);
            }
        }
        let mut years: Vec<i16> = of_years.keys().map(|(year, _)| *year).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        let mut places = vec![None; pages.len()];
        let homes = (0..languages).map(|lang| Listing::Home(LangId(lang)));
        for listing in homes.chain(sorted.into_iter().map(|(listing, _)| listing)) {
            let list = slots.of(&listing).and_then(|slot| lists.get(slot)).map(Vec::as_slice).unwrap_or_default();
            for (place, page) in list.iter().enumerate() {
                let section = article(page).section;
                let is_own = match listing {
                    Listing::Section(id, _) => id == section,
                    _ => sections[section.0].parent.is_none(),
                };
                if is_own {
                    places[page.0] = Some((listing, place));
                }
            }
        }
        Self { lists, slots, of_years, years, in_feeds, in_feeds_of, places }
    }

    pub(super) fn get(&self, listing: &Listing) -> &[PageId] {
        let list = match (self.slots.of(listing), listing) {
            (Some(slot), _) => self.lists.get(slot),
            (None, Listing::Year(year, lang)) => self.of_years.get(&(*year, *lang)),
            (None, _) => None,
        };
        list.map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn in_feeds(&self, lang: Option<LangId>) -> &[PageId] {
        lang.map_or(&self.in_feeds, |lang| &self.in_feeds_of[lang.0])
    }

    pub(super) fn place(&self, page: PageId) -> Option<(Listing, usize)> {
        self.places.get(page.0).copied().flatten()
    }

    pub(super) fn years(&self) -> &[i16] {
        &self.years
    }
}

/// Where an article is listed in a language.
fn places(config: &Config, article: &Article, lang: LangId, sections: &[Section], terms: &[Term]) -> Vec<Listing> {
    let mut places = Vec::new();
    let mut section = Some(article.section);
    while let Some(id) = section.filter(|id| sections[id.0].parent.is_some()) {
        places.push(Listing::Section(id, lang));
        section = sections[id.0].parent;
    }
    let content_type = &config.content_types[article.content_type.0];
    if !content_type.in_listings {
        return places;
    }
    places.push(Listing::Home(lang));
    if content_type.has_own_listing {
        places.push(Listing::Type(article.content_type, lang));
    }
    if let Some(date) = &article.shared().date {
        places.push(Listing::Year(date.within(&config.timezone).year(), lang));
    }
    let mut listed: Vec<TermId> = Vec::new();
    for (index, own) in article.terms.iter().enumerate() {
        for term in own {
            let mut at = Some(*term);
            while let Some(id) = at.filter(|id| !listed.contains(id)) {
                listed.push(id);
                at = terms[id.0].parent.filter(|_| config.taxonomies[index].rolls_up);
            }
        }
    }
    places.extend(listed.into_iter().map(|term| Listing::Term(term, lang)));
    places
}

fn sort(list: &mut [PageId], order: SectionOrder, config: &Config, lang: LangId, pages: &[Page], articles: &[Article]) {
    let title = |page: &PageId| pages[page.0].document.title.as_str();
    let weight = |page: &PageId| {
        let order = articles[pages[page.0].article.0].shared().order;
        (order.is_none(), order)
    };
    let locale = || Locale::new(&config.languages[lang.0].lang);
    match order {
        SectionOrder::Date => {}
        SectionOrder::Title => {
            let locale = locale();
            list.sort_by(|a, b| locale.compare(title(a), title(b)));
        }
        SectionOrder::Order => {
            let locale = locale();
            list.sort_by(|a, b| weight(a).cmp(&weight(b)).then_with(|| locale.compare(title(a), title(b))));
        }
    }
}
