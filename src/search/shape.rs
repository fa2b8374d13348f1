//! The shape of one language's index: which records there are, in which order, and in how many
//! shards their words stand. Made of the site without reading a text, so that all files of the
//! index are known before one of them is made.
//!
//! **Invariant:** the newest record is the last, so that a new article moves no other.

use crate::site::{LangId, PageId, Site};

use super::facets::facets;
use super::format::{FORMAT, MOST_RECORDS, SearchFile, fnv1a32, postings_shards, words_shards};

/// What is known of an index before its texts are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    pub lang: LangId,
    /// The pages by ordinal: the oldest first, those without a date before them.
    pub records: Vec<PageId>,
    /// How many shards of words there are: a power of two.
    pub words: u32,
    /// How many shards of postings, and as many of positions: a power of two.
    pub postings: u32,
    /// What tells files of this index from those of one with other ordinals or shards.
    pub epoch: u32,
}

impl Shape {
    /// The shape of the index of a language.
    pub fn of(site: &Site, lang: LangId) -> Self {
        let mut records = pages(site, lang);
        records.sort_by_cached_key(|id| {
            let article = site.article_of(*id);
            (article.shared().date.as_ref().map(|date| date.timestamp()), article.key.as_str())
        });
        let (words, postings) = shards(&records);
        let epoch = epoch(site, &records, words, postings);
        Self { lang, records, words, postings, epoch }
    }

    /// How many records there are.
    pub fn count(&self) -> u32 {
        count(&self.records)
    }
}

/// Lists the files of the index of a language.
pub fn files(site: &Site, lang: LangId) -> Vec<SearchFile> {
    let records = pages(site, lang);
    let (words, postings) = shards(&records);
    let mut files = vec![SearchFile::Entry];
    files.extend((0..words).map(SearchFile::Words));
    files.extend((0..postings).map(SearchFile::Postings));
    files.extend((0..postings).map(SearchFile::Positions));
    files.extend((0..count(&records)).map(SearchFile::Fragment));
    files.extend((0..facets(&site.config).len()).map(SearchFile::Facet));
    files
}

/// The pages that can be found: all that are published in the language.
fn pages(site: &Site, lang: LangId) -> Vec<PageId> {
    (0..site.pages.len()).map(PageId).filter(|id| site.page(*id).lang == lang).take(MOST_RECORDS as usize).collect()
}

fn count(records: &[PageId]) -> u32 {
    u32::try_from(records.len()).unwrap_or(MOST_RECORDS)
}

fn shards(records: &[PageId]) -> (u32, u32) {
    (words_shards(count(records)), postings_shards(count(records)))
}

/// Changes when records come to stand before others, not when one is added behind them (unless the
/// number of shards changes): it is made of the keys of as many records, from the oldest on, as the
/// greatest power of two that there are.
fn epoch(site: &Site, records: &[PageId], words: u32, postings: u32) -> u32 {
    let head = records.len().checked_ilog2().map_or(0, |power| 1 << power);
    let mut text = format!("{FORMAT}\n{words}\n{postings}\n");
    for id in &records[..head] {
        text.push_str(&site.article_of(*id).key);
        text.push('\n');
    }
    fnv1a32(text.as_bytes())
}
