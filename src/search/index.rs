//! All words of one language's pages, by root: which pages have them, where, in which form.
//!
//! **Invariant:** records and what points at them keep the order of the records; the same records
//! make the same index.

use std::collections::BTreeMap;

use crate::base::Lang;

use super::analyser::Analyser;
use super::record::{FIELDS, Field, Record};
use super::token::tokens;

/// Between two texts of a record, so that no phrase spans them.
const GAP: u32 = 64;

/// One place of a word in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    pub field: Field,
    /// Counted in words through all texts of the record.
    pub position: u32,
    /// The form in which it stands there: an index into the surfaces.
    pub surface: u32,
}

/// The places of a root in one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    pub record: u32,
    pub occurrences: Vec<Occurrence>,
}

/// The words of one language.
#[derive(Debug)]
pub struct Index {
    pub lang: Lang,
    pub records: Vec<Record>,
    analyser: Analyser,
    /// By root.
    postings: BTreeMap<String, Vec<Posting>>,
    /// Every form with its root; their order numbers them.
    surfaces: BTreeMap<String, Surface>,
    /// How many words each record has in each field.
    lengths: Vec<[u32; FIELDS.len()]>,
    averages: [f64; FIELDS.len()],
}

#[derive(Debug)]
struct Surface {
    number: u32,
    root: String,
}

impl Index {
    /// Makes the index of a language's records.
    pub fn new(lang: Lang, records: Vec<Record>) -> Self {
        let analyser = Analyser::new(&lang);
        let averages = [1.0; FIELDS.len()];
        let mut index = Self {
            lang,
            records: Vec::new(),
            analyser,
            postings: BTreeMap::new(),
            surfaces: BTreeMap::new(),
            lengths: Vec::new(),
            averages,
        };
        for (number, record) in records.iter().enumerate() {
            index.take(u32::try_from(number).unwrap_or(u32::MAX), record);
        }
        index.records = records;
        index.averages = averages_of(&index.lengths);
        index
    }

    fn take(&mut self, number: u32, record: &Record) {
        let mut position = 0;
        let mut lengths = [0; FIELDS.len()];
        for (field, length) in FIELDS.into_iter().zip(&mut lengths) {
            for text in record.texts(field) {
                for token in tokens(text, &self.lang) {
                    self.add(number, field, position, token.word);
                    position += 1;
                    *length += 1;
                }
                position += GAP;
            }
        }
        self.lengths.push(lengths);
    }

    fn add(&mut self, record: u32, field: Field, position: u32, word: String) {
        let count = u32::try_from(self.surfaces.len()).unwrap_or(u32::MAX);
        let surface = match self.surfaces.get(&word) {
            Some(surface) => surface,
            None => {
                let root = self.analyser.analyse(&word).root;
                self.surfaces.entry(word).or_insert(Surface { number: count, root })
            }
        };
        let occurrence = Occurrence { field, position, surface: surface.number };
        let postings = match self.postings.get_mut(&surface.root) {
            Some(postings) => postings,
            None => self.postings.entry(surface.root.clone()).or_default(),
        };
        match postings.last_mut().filter(|posting| posting.record == record) {
            Some(posting) => posting.occurrences.push(occurrence),
            None => postings.push(Posting { record, occurrences: vec![occurrence] }),
        }
    }

    /// The root that a word of a question stands for: that of the same form in the texts, else by
    /// the rules.
    pub fn root(&self, word: &str) -> String {
        match self.surfaces.get(word) {
            Some(surface) => surface.root.clone(),
            None => self.analyser.analyse(word).root,
        }
    }

    /// Where a root stands; nothing when it stands nowhere.
    pub fn postings(&self, root: &str) -> &[Posting] {
        self.postings.get(root).map_or(&[], Vec::as_slice)
    }

    /// The number of a form.
    pub fn surface(&self, word: &str) -> Option<u32> {
        self.surfaces.get(word).map(|surface| surface.number)
    }

    /// Every form, in the order of the alphabet.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.surfaces.keys().map(String::as_str)
    }

    /// How much longer than usual a field of a record is.
    pub fn length(&self, record: u32, field: Field) -> f64 {
        let lengths = self.lengths.get(record as usize).copied().unwrap_or_default();
        f64::from(lengths[field as usize]) / self.averages[field as usize]
    }
}

fn averages_of(lengths: &[[u32; FIELDS.len()]]) -> [f64; FIELDS.len()] {
    let count = lengths.len().max(1);
    std::array::from_fn(|field| {
        let total: u64 = lengths.iter().map(|lengths| u64::from(lengths[field])).sum();
        #[expect(clippy::cast_precision_loss, reason = "an average of word counts")]
        let average = total as f64 / count as f64;
        average.max(1.0)
    })
}
