//! What can be found: one published page with the texts that are searched and the values that
//! narrow a search. Made of the site; text that only templates write is not searched.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Fingerprint;
use crate::document::dialect;
use crate::markdown;
use crate::site::{LangId, Page, PageId, Site, TermId};

use super::facets::{FacetKind, facets};
use super::fields;

/// A part of a page that is searched, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Title,
    Heading,
    Summary,
    /// Names of terms and people.
    Names,
    Body,
}

/// All fields.
pub const FIELDS: [Field; 5] = [Field::Title, Field::Heading, Field::Summary, Field::Names, Field::Body];

/// One value that an article can be chosen by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetValue {
    /// The same in all languages: `village-planning`.
    pub id: String,
    pub name: String,
}

/// One page as it can be found.
#[derive(Debug, Clone)]
pub struct Record {
    pub title: String,
    pub summary: String,
    pub headings: Vec<String>,
    pub body: String,
    /// By taxonomy, `type` and `year`.
    pub facets: BTreeMap<String, Vec<FacetValue>>,
}

impl Record {
    /// The texts of a field.
    pub fn texts(&self, field: Field) -> Vec<&str> {
        match field {
            Field::Title => vec![&self.title],
            Field::Heading => self.headings.iter().map(String::as_str).collect(),
            Field::Summary => vec![&self.summary],
            Field::Names => self.facets.values().flatten().map(|value| value.name.as_str()).collect(),
            Field::Body => vec![&self.body],
        }
    }
}

/// The record of a page.
pub(super) fn record(site: &Site, id: PageId) -> Record {
    let page = site.page(id);
    let headings = &page.document.facts.headings;
    let values = facets(&site.config).into_iter().map(|facet| {
        let values = values(site, id, facet.kind);
        (facet.id, values)
    });
    Record {
        title: page.document.title.clone(),
        summary: page.document.description().to_owned(),
        headings: headings.iter().map(|heading| heading.title.clone()).collect(),
        body: body(site, page),
        facets: values.filter(|(_, values)| !values.is_empty()).collect(),
    }
}

/// The values of a facet that a page has.
pub(super) fn values(site: &Site, id: PageId, facet: FacetKind) -> Vec<FacetValue> {
    let page = site.page(id);
    let article = site.article(page.article);
    match facet {
        FacetKind::Type => {
            let content_type = site.type_of(article);
            let name = content_type.name.best(site.lang(page.lang), site.languages()).to_owned();
            vec![FacetValue { id: content_type.id.clone(), name }]
        }
        FacetKind::Year => {
            let year = article.shared().date.as_ref().map(|date| date.year().to_string());
            year.into_iter().map(|year| FacetValue { id: year.clone(), name: year }).collect()
        }
        FacetKind::Taxonomy(taxonomy) => {
            let rolls_up = site.config.taxonomies[taxonomy.0].rolls_up;
            let terms: BTreeSet<TermId> = article
                .terms
                .get(taxonomy.0)
                .into_iter()
                .flatten()
                .flat_map(|term| lineage(site, *term, rolls_up))
                .collect();
            terms.into_iter().map(|term| value(site, term, page.lang)).collect()
        }
    }
}

/// What the names of pages are made of, as numbers that are equal for equal names.
pub(super) struct NameNumbers(Vec<u64>);

impl NameNumbers {
    /// Numbers the names of all terms in a language.
    pub(super) fn of(site: &Site, lang: LangId) -> Self {
        Self(site.terms.iter().map(|term| Fingerprint::of(term.names[lang.0].as_bytes()).number()).collect())
    }

    /// The numbers of a page's type and terms.
    pub(super) fn of_page(&self, site: &Site, id: PageId) -> Box<[u64]> {
        let article = site.article_of(id);
        let terms = article.terms.iter().zip(&site.config.taxonomies).flat_map(|(terms, taxonomy)| {
            let all = terms.iter().flat_map(|term| lineage(site, *term, taxonomy.rolls_up));
            // A taxonomy ends with a number, so that the last of one is not the first of the next.
            all.map(|term| self.0[term.0]).chain([0])
        });
        std::iter::once(article.content_type.0 as u64).chain(terms).collect()
    }
}

/// The words of a body, and behind them those of the fields of its type, one block a line.
/// Documents do not keep them, for there are too many to hold for all pages.
pub(super) fn body(site: &Site, page: &Page) -> String {
    let Page { document, lang, .. } = page;
    let dialect = dialect(&site.config, site.lang(*lang));
    let parsed = markdown::parse(document.body.text(), &document.path, document.body.start, &dialect);
    let mut text = markdown::text(&parsed.value);
    fields::add(site, page, &dialect, &mut text);
    text
}

/// A term, and its ancestors where they gather what is theirs.
fn lineage(site: &Site, term: TermId, rolls_up: bool) -> impl Iterator<Item = TermId> + use<'_> {
    std::iter::successors(Some(term), move |term| site.term(*term).parent.filter(|_| rolls_up))
}

fn value(site: &Site, term: TermId, lang: LangId) -> FacetValue {
    let term = site.term(term);
    FacetValue { id: term.id.clone(), name: term.names[lang.0].clone() }
}
