//! What can be found: one published page with the texts that are searched and the values that
//! narrow a search. Made of the site; text that only templates write is not searched.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::document::dialect;
use crate::markdown;
use crate::site::{LangId, Page, PageId, Site, TermId};

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
    pub page: PageId,
    pub url: String,
    pub title: String,
    pub summary: String,
    pub headings: Vec<String>,
    pub body: String,
    /// Seconds since 1970; pages without a date are the oldest.
    pub date: i64,
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

/// Lists the pages of a language that can be found, by URL.
pub fn records(site: &Site, lang: LangId) -> Vec<Record> {
    let of_lang: Vec<PageId> = (0..site.pages.len()).map(PageId).filter(|id| site.page(*id).lang == lang).collect();
    let mut records: Vec<Record> = of_lang.par_iter().map(|id| record(site, *id)).collect();
    records.sort_by(|a, b| a.url.cmp(&b.url));
    records
}

fn record(site: &Site, id: PageId) -> Record {
    let page = site.page(id);
    let article = site.article(page.article);
    let facts = &page.document.facts;
    let date = article.shared().date.as_ref();
    let mut facets = BTreeMap::new();
    for (taxonomy, terms) in site.config.taxonomies.iter().zip(&article.terms) {
        let values: Vec<FacetValue> = terms
            .iter()
            .flat_map(|term| lineage(site, *term, taxonomy.rolls_up))
            .map(|term| value(site, term, page.lang))
            .collect();
        if !values.is_empty() {
            facets.insert(taxonomy.id.clone(), values);
        }
    }
    let content_type = site.type_of(article);
    let name = content_type.name.best(site.lang(page.lang), site.languages());
    facets.insert("type".to_owned(), vec![FacetValue { id: content_type.id.clone(), name: name.to_owned() }]);
    if let Some(date) = date {
        let year = date.zoned().year().to_string();
        facets.insert("year".to_owned(), vec![FacetValue { id: year.clone(), name: year }]);
    }
    Record {
        page: id,
        url: site.config.origin.href(&page.url),
        title: page.document.title.clone(),
        summary: page.document.description().to_owned(),
        headings: facts.headings.iter().map(|heading| heading.title.clone()).collect(),
        body: body(site, page),
        date: date.map_or(i64::MIN, |date| date.zoned().timestamp().as_second()),
        facets,
    }
}

/// The words of a body. Documents do not keep them, for there are too many to hold for all pages.
fn body(site: &Site, page: &Page) -> String {
    let Page { document, lang, .. } = page;
    let dialect = dialect(&site.config, site.lang(*lang));
    let parsed = markdown::parse(document.body.text(), &document.path, document.body.start, &dialect);
    markdown::facts(&parsed.value).text
}

/// A term, and its ancestors where they gather what is theirs.
fn lineage(site: &Site, term: TermId, rolls_up: bool) -> Vec<TermId> {
    let next = |term: &TermId| site.term(*term).parent.filter(|_| rolls_up);
    std::iter::successors(Some(term), next).collect()
}

fn value(site: &Site, term: TermId, lang: LangId) -> FacetValue {
    let term = site.term(term);
    FacetValue { id: term.id.clone(), name: term.names[lang.0].clone() }
}
