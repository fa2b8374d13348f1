//! Lists of pages: home, sections, content types, terms, years; each in one language.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::config::Config;
use crate::document::SectionOrder;
use crate::locale::Locale;

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

/// All lists that are not empty.
#[derive(Debug, Default)]
pub(super) struct Listings {
    lists: BTreeMap<Listing, Vec<PageId>>,
    years: Vec<i16>,
    /// Where a page stands in the list of its own section.
    places: BTreeMap<PageId, (Listing, usize)>,
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
    pub(super) fn of(config: &Config, articles: &[Article], pages: &[Page], sections: &[Section], terms: &[Term]) -> Self {
        let mut order: Vec<PageId> = (0..pages.len()).map(PageId).collect();
        let article = |page: &PageId| &articles[pages[page.0].article.0];
        // An article without a date stands after all that have one.
        order.sort_by_key(|page| (Reverse(article(page).shared().date.clone()), article(page).key.clone()));
        let mut lists: BTreeMap<Listing, Vec<PageId>> = BTreeMap::new();
        for page in order {
            let lang = pages[page.0].lang;
            for listing in places(config, article(&page), lang, sections, terms) {
                lists.entry(listing).or_default().push(page);
            }
        }
        for (listing, list) in &mut lists {
            if let Listing::Section(section, lang) = listing {
                let locale = Locale::new(&config.languages[lang.0].lang);
                sort(list, sections[section.0].order, &locale, pages, articles);
            }
        }
        let mut years: Vec<i16> = lists.keys().filter_map(|listing| match listing {
            Listing::Year(year, _) => Some(*year),
            _ => None,
        }).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        let mut places = BTreeMap::new();
        for (listing, list) in &lists {
            for (place, page) in list.iter().enumerate() {
                let section = article(page).section;
                let is_own = match listing {
                    Listing::Home(_) => sections[section.0].parent.is_none(),
                    Listing::Section(id, _) => *id == section,
                    Listing::Type(..) | Listing::Term(..) | Listing::Year(..) => false,
                };
                if is_own {
                    places.insert(*page, (*listing, place));
                }
            }
        }
        Self { lists, years, places }
    }

    pub(super) fn get(&self, listing: &Listing) -> &[PageId] {
        self.lists.get(listing).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn place(&self, page: PageId) -> Option<(Listing, usize)> {
        self.places.get(&page).copied()
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

fn sort(list: &mut [PageId], order: SectionOrder, locale: &Locale, pages: &[Page], articles: &[Article]) {
    let title = |page: &PageId| pages[page.0].document.title.as_str();
    let weight = |page: &PageId| {
        let order = articles[pages[page.0].article.0].shared().order;
        (order.is_none(), order)
    };
    match order {
        SectionOrder::Date => {}
        SectionOrder::Title => list.sort_by(|a, b| locale.compare(title(a), title(b))),
        SectionOrder::Order => {
            list.sort_by(|a, b| weight(a).cmp(&weight(b)).then_with(|| locale.compare(title(a), title(b))));
        }
    }
}
