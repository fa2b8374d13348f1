//! What an index says of itself: how many records and shards it has, by which affixes words are
//! led back to their roots, what a search can be narrowed by, which other languages there are.

use serde::{Deserialize, Serialize};

use crate::base::Lang;

use super::super::format::{FORMAT, MOST_POSTINGS_SHARDS, MOST_RECORDS, MOST_WORDS_SHARDS};
use super::bytes::Fault;

/// `search.json` of a language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Entry {
    format: u8,
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    /// How many records there are.
    pub count: u32,
    pub epoch: u32,
    /// How many shards of words there are: a power of two.
    pub words: u32,
    /// How many shards of postings there are: a power of two.
    pub postings: u32,
    /// What words begin with, and what is put in its place to come to the root.
    pub prefixes: Vec<(String, String)>,
    pub suffixes: Vec<(String, String)>,
    /// Which of several ways to a root is tried first.
    pub takes: Takes,
    pub facets: Vec<Facet>,
    pub others: Vec<Other>,
}

/// In which order ways to a root are tried: by how many letters they take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Takes {
    /// Where a root is a word: `diperbaiki` is `baik` before it is `perbaik`.
    Most,
    /// Where a root is what is left of a word: `actions` is `action` before it is `act`.
    Fewest,
}

/// Something that answers can be narrowed by.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Facet {
    pub id: String,
    pub name: String,
    /// Folded, in all languages: what the operator answers to.
    pub names: Vec<String>,
}

/// The index of another language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Other {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    pub name: String,
    /// The folder of its files.
    pub index: String,
    /// The page to search it on.
    pub page: String,
}

fn lang<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| serde::de::Error::custom("a language tag"))
}

impl Entry {
    /// Reads `search.json`.
    pub fn decode(file: &[u8]) -> Result<Self, Fault> {
        let entry: Self = serde_json::from_slice(file).map_err(|_| Fault::Text)?;
        if entry.format != FORMAT {
            return Err(Fault::Format);
        }
        let is_within = |shards: u32, most: u32| shards.is_power_of_two() && shards <= most;
        let is_sound = is_within(entry.words, MOST_WORDS_SHARDS)
            && is_within(entry.postings, MOST_POSTINGS_SHARDS)
            && entry.count <= MOST_RECORDS;
        if is_sound { Ok(entry) } else { Err(Fault::Number) }
    }
}
