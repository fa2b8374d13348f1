//! The index of one language, from which each of its files is made when it is asked for.
//!
//! **Invariant:** a file's bytes depend on the site alone: not on which files were asked for
//! before, on how many threads, or on what was kept of an earlier state.

mod bytes;
mod entry;
mod facets;
mod fragment;
mod postings;
mod words;

use std::sync::OnceLock;

use crate::base::Lang;
use crate::site::{LangId, Site};

use super::format::SearchFile;
use super::kept::{Bags, Kept, Threads};
use super::shape::Shape;

pub(in crate::search) use bytes::Bytes;

/// The words of all records of a language.
pub struct Index {
    pub shape: Shape,
    lang: Lang,
    bags: Bags,
    /// By shard of postings, where its roots stand; only when all files are to be made.
    turned: Option<postings::Turned>,
    phrases: OnceLock<words::Phrases>,
    /// Which words are roots of words that texts have, by number.
    roots: Vec<bool>,
}

impl Index {
    /// Makes the index of a language, ready to make single files; with what is kept of an earlier
    /// state, in time for the records that have changed.
    pub fn new(site: &Site, lang: LangId, kept: &Kept) -> Self {
        Self::of(site, lang, kept, Threads::One)
    }

    /// Makes the index of a language on all threads, ready to make all files.
    pub fn prepared(site: &Site, lang: LangId, kept: &Kept) -> Self {
        let mut index = Self::of(site, lang, kept, Threads::All);
        index.turned = Some(postings::turned(&index));
        index
    }

    fn of(site: &Site, lang: LangId, kept: &Kept, threads: Threads) -> Self {
        let shape = Shape::of(site, lang);
        let bags = kept.bags(site, &shape, threads);
        let roots = words::roots(&bags);
        Self { shape, lang: site.lang(lang).clone(), bags, turned: None, phrases: OnceLock::new(), roots }
    }

    /// Makes a file; nothing comes of one that is not listed.
    pub fn file(&self, site: &Site, file: SearchFile) -> Vec<u8> {
        match file {
            SearchFile::Entry => entry::file(self, site),
            SearchFile::Words(shard) => words::file(self, site, shard),
            SearchFile::Postings(shard) => postings::postings(self, shard),
            SearchFile::Positions(shard) => postings::positions(self, shard),
            SearchFile::Fragment(ordinal) => fragment::file(self, site, ordinal),
            SearchFile::Facet(facet) => facets::file(self, site, facet),
        }
    }

    /// How many bytes of memory the words of the records take.
    pub fn size(&self) -> usize {
        self.bags.bags.iter().map(|bag| bag.size()).sum()
    }
}
