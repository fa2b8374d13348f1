//! The index of one language, read file by file as a question needs them, and kept once read.
//!
//! **Invariant:** the files come from where the caller says, and are the only thing that answers
//! depend on: an index in memory and that of a built site answer alike.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::rc::Rc;

use super::super::format::{SearchFile, fnv1a32, words_shard};
use super::entry::Entry;
use super::positions::{Occurrence, Positions};
use super::postings::{Lemma, Postings};
use super::shown::{Fragment, Value, decode_values};
use super::words::{Key, Phrase, Words};

/// Kept by the number of the shard.
type Kept<T> = RefCell<BTreeMap<u32, Rc<T>>>;

/// The files of an index.
pub struct Shards<'a> {
    bytes: Box<dyn Fn(SearchFile) -> io::Result<Vec<u8>> + 'a>,
    pub entry: Entry,
    words: Kept<Words>,
    postings: Kept<Postings>,
    positions: Kept<Positions>,
    facets: RefCell<BTreeMap<usize, Rc<Vec<Value>>>>,
}

/// A root in its shard.
#[derive(Debug, Clone)]
pub struct Found {
    shard: u32,
    place: usize,
    postings: Rc<Postings>,
}

impl Found {
    pub fn lemma(&self) -> &Lemma {
        &self.postings.lemmas[self.place]
    }

    /// The shard that it stands in, and how large that of its positions is.
    pub fn positions_kib(&self) -> (u32, u32) {
        (self.shard, self.postings.positions_kib)
    }
}

impl<'a> Shards<'a> {
    /// Opens the index whose files a function gives.
    pub fn open(bytes: impl Fn(SearchFile) -> io::Result<Vec<u8>> + 'a) -> io::Result<Self> {
        let entry = Entry::decode(&bytes(SearchFile::Entry)?)?;
        Ok(Self {
            bytes: Box::new(bytes),
            entry,
            words: Kept::default(),
            postings: Kept::default(),
            positions: Kept::default(),
            facets: RefCell::default(),
        })
    }

    /// The shard of words in which a word stands, or others that begin alike.
    pub fn words(&self, word: &str) -> io::Result<Rc<Words>> {
        let number = words_shard(word, self.entry.words);
        kept(&self.words, number, || Ok(Words::decode(&(self.bytes)(SearchFile::Words(number))?, self.entry.epoch)?))
    }

    /// What is known of a word.
    pub fn key(&self, word: &str) -> io::Result<Option<Key>> {
        Ok(self.words(word)?.key(word).cloned())
    }

    /// The term whose name these words are.
    pub fn phrase(&self, words: &str) -> io::Result<Option<Phrase>> {
        let first = words.split(' ').next().unwrap_or_default();
        Ok(self.words(first)?.phrase(words).cloned())
    }

    /// Where a root stands; nothing when no text has it.
    pub fn lemma(&self, lemma: &str) -> io::Result<Option<Found>> {
        // The number of shards is a power of two.
        let shard = fnv1a32(lemma.as_bytes()) & self.entry.postings.saturating_sub(1);
        let postings = kept(&self.postings, shard, || {
            let file = (self.bytes)(SearchFile::Postings(shard))?;
            Ok(Postings::decode(&file, self.entry.epoch, self.entry.count)?)
        })?;
        Ok(postings.place(lemma).map(|place| Found { shard, place, postings }))
    }

    /// The places of a root in each of its records, in their order.
    pub fn occurrences(&self, found: &Found) -> io::Result<Vec<Vec<Occurrence>>> {
        let positions = kept(&self.positions, found.shard, || {
            let file = (self.bytes)(SearchFile::Positions(found.shard))?;
            Ok(Positions::decode(&file, self.entry.epoch, &found.postings)?)
        })?;
        Ok(positions.of(found.place, found.lemma())?)
    }

    /// The values of a facet, by its place in the entry.
    pub fn values(&self, facet: usize) -> io::Result<Rc<Vec<Value>>> {
        if let Some(values) = self.facets.borrow().get(&facet) {
            return Ok(Rc::clone(values));
        }
        let values = Rc::new(decode_values(&(self.bytes)(SearchFile::Facet(facet))?, self.entry.count)?);
        self.facets.borrow_mut().insert(facet, Rc::clone(&values));
        Ok(values)
    }

    /// What a record is shown with.
    pub fn fragment(&self, ordinal: u32) -> io::Result<Fragment> {
        Ok(Fragment::decode(&(self.bytes)(SearchFile::Fragment(ordinal))?)?)
    }
}

fn kept<T>(kept: &Kept<T>, number: u32, read: impl FnOnce() -> io::Result<T>) -> io::Result<Rc<T>> {
    if let Some(known) = kept.borrow().get(&number) {
        return Ok(Rc::clone(known));
    }
    let fresh = Rc::new(read()?);
    kept.borrow_mut().insert(number, Rc::clone(&fresh));
    Ok(fresh)
}
