//! The bags of records that successive states of a publication share: whoever makes the index of a
//! new state takes those of records that are as they were.
//!
//! **Invariant:** a bag is taken again only for the same documents, the same names of terms and the
//! same configuration; so an index made with kept bags has the same bytes as one made afresh.
//! **Invariant:** what the last state did not use is not kept.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::base::Lang;
use crate::config::Config;
use crate::document::Document;
use crate::site::{LangId, PageId, Site};

use super::analyser::Analyser;
use super::bag::{Bag, SharedBag};
use super::lexicon::Lexicon;
use super::record::{NameNumbers, record};
use super::shape::Shape;
use super::vocabulary::Vocabulary;

/// What is kept, by language.
#[derive(Debug, Default)]
pub struct Kept(Mutex<BTreeMap<Lang, Arc<Shelf>>>);

/// What is kept of one language.
#[derive(Debug)]
struct Shelf {
    config: Arc<Config>,
    vocabulary: Vocabulary,
    lexicon: Arc<Lexicon>,
    /// By the address of the document in memory, which is its own as long as it is held here.
    bags: BTreeMap<usize, Arc<Held>>,
    /// How many records have each form, by its number.
    counts: Vec<u32>,
}

/// A bag, and all that it was made of.
#[derive(Debug)]
struct Held {
    document: Arc<Document>,
    original: Arc<Document>,
    /// Equal for equal names.
    names: Box<[u64]>,
    bag: SharedBag,
}

/// The words of all records of one state.
pub(super) struct Bags {
    pub lexicon: Arc<Lexicon>,
    /// By ordinal.
    pub bags: Vec<SharedBag>,
    /// How many records have each form, by its number.
    pub counts: Vec<u32>,
}

/// How many threads make bags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Threads {
    One,
    All,
}

impl Kept {
    /// The bags of a state: those that are kept, and new ones for the other records.
    pub(super) fn bags(&self, site: &Site, shape: &Shape, threads: Threads) -> Bags {
        let lang = site.lang(shape.lang);
        let old = self.shelf(site, shape.lang);
        let numbers = NameNumbers::of(site, shape.lang);
        let make = |id: &PageId| held(site, *id, lang, &numbers, &old);
        let held: Vec<Arc<Held>> = match threads {
            Threads::One => shape.records.iter().map(make).collect(),
            Threads::All => shape.records.par_iter().map(make).collect(),
        };
        let lexicon = old.lexicon.clone();
        let bags: Vec<SharedBag> = held.iter().map(|held| held.bag.clone()).collect();
        let by_address: BTreeMap<usize, Arc<Held>> =
            held.into_iter().map(|held| (Arc::as_ptr(&held.document) as usize, held)).collect();
        let counts = counts(&old, &by_address);
        let (config, vocabulary) = (old.config.clone(), old.vocabulary.clone());
        let new = Shelf { config, vocabulary, lexicon: lexicon.clone(), bags: by_address, counts: counts.clone() };
        self.shelves().insert(lang.clone(), Arc::new(new));
        Bags { lexicon, bags, counts }
    }

    /// What is kept of a language; nothing when the configuration has changed, or names that change
    /// how words are read, for all words may be others then.
    fn shelf(&self, site: &Site, id: LangId) -> Arc<Shelf> {
        let lang = site.lang(id);
        let vocabulary = Vocabulary::of(site, id);
        let kept = self.shelves().get(lang).filter(|shelf| Arc::ptr_eq(&shelf.config, &site.config)).cloned();
        if let Some(shelf) = kept.as_ref().filter(|shelf| shelf.vocabulary == vocabulary) {
            return shelf.clone();
        }
        let analyser = Analyser::with(lang, &vocabulary);
        if let Some(shelf) = kept.filter(|shelf| shelf.lexicon.analyser.has_names_of(&analyser)) {
            let lexicon = shelf.lexicon.clone();
            let (bags, counts) = (shelf.bags.clone(), shelf.counts.clone());
            return Arc::new(Shelf { config: site.config.clone(), vocabulary, lexicon, bags, counts });
        }
        let lexicon = Arc::new(Lexicon::new(analyser));
        let (bags, counts) = (BTreeMap::new(), Vec::new());
        Arc::new(Shelf { config: site.config.clone(), vocabulary, lexicon, bags, counts })
    }

    fn shelves(&self) -> std::sync::MutexGuard<'_, BTreeMap<Lang, Arc<Shelf>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The bag of a record: that which is kept, or a new one.
fn held(site: &Site, id: PageId, lang: &Lang, numbers: &NameNumbers, shelf: &Shelf) -> Arc<Held> {
    let document = &site.page(id).document;
    let original = &site.article_of(id).original;
    let names = numbers.of_page(site, id);
    let known = shelf.bags.get(&(Arc::as_ptr(document) as usize));
    if let Some(known) = known.filter(|known| known.names == names && Arc::ptr_eq(&known.original, original)) {
        return known.clone();
    }
    let bag = Arc::new(Bag::new(&record(site, id), lang, &shelf.lexicon));
    Arc::new(Held { document: document.clone(), original: original.clone(), names, bag })
}

/// How many records have each form: as many as before, but for records that came or went.
fn counts(old: &Shelf, new: &BTreeMap<usize, Arc<Held>>) -> Vec<u32> {
    let mut counts = old.counts.clone();
    counts.resize(old.lexicon.known().count(), 0);
    let mut add = |held: &Held, by: u32| {
        for form in held.bag.entries().flat_map(|(_, entry)| entry.forms()) {
            // Minus one is the greatest number, as two's complements go.
            counts[form as usize] = counts[form as usize].wrapping_add(by);
        }
    };
    let is_in = |bags: &BTreeMap<usize, Arc<Held>>, (address, held): &(&usize, &Arc<Held>)| {
        bags.get(*address).is_some_and(|other| Arc::ptr_eq(other, held))
    };
    new.iter().filter(|held| !is_in(&old.bags, held)).for_each(|(_, held)| add(held, 1));
    old.bags.iter().filter(|held| !is_in(new, held)).for_each(|(_, held)| add(held, u32::MAX));
    counts
}
