//! What the words of a clause say of each record that has them.

use std::collections::BTreeMap;
use std::io;

use super::super::read::{Found, Lemma, Shards};
use super::nearby;
use super::sought::{Meaning, Sought};

/// How fast more occurrences stop counting, plus one: impacts are shares of it.
const SATURATED: f64 = 2.2;

/// What a word that every language is full of counts.
const COMMON: f64 = 0.1;

/// What words in quotation marks count more than others.
const QUOTED: f64 = 1.5;

/// A clause with the records that have it.
#[derive(Debug)]
pub(super) struct Scored {
    pub(super) sought: Sought,
    /// By ordinal.
    pub(super) shares: BTreeMap<u32, Share>,
}

/// What a clause gives one record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Share {
    pub(super) score: f64,
    /// The root that gives it: an index into those of the clause.
    pub(super) lemma: usize,
    pub(super) impact: u8,
    pub(super) is_in_title: bool,
}

/// Weighs clauses in all records that have them.
pub(super) fn scored(shards: &Shards<'_>, sought: Vec<Sought>) -> io::Result<Vec<Scored>> {
    sought.into_iter().map(|sought| one(shards, sought)).collect()
}

fn one(shards: &Shards<'_>, sought: Sought) -> io::Result<Scored> {
    let shares = match &sought.meaning {
        Meaning::Word(found) => of_word(found, shards.entry.count),
        Meaning::Phrase(found) if found.is_empty() => BTreeMap::new(),
        Meaning::Phrase(found) => of_phrase(shards, &sought.words, found)?,
    };
    Ok(Scored { sought, shares })
}

/// Of several roots the one that says most of a record.
fn of_word(found: &[Found], records: u32) -> BTreeMap<u32, Share> {
    let mut shares: BTreeMap<u32, Share> = BTreeMap::new();
    for (number, found) in found.iter().enumerate() {
        let lemma = found.lemma();
        let rarity = rarity(records, lemma);
        for (place, ordinal) in lemma.ordinals.iter().enumerate() {
            let share = share(lemma, number, place, rarity);
            let best = shares.entry(*ordinal).or_insert(share);
            if share.score > best.score {
                *best = share;
            }
        }
    }
    shares
}

fn of_phrase(shards: &Shards<'_>, words: &[String], found: &[Found]) -> io::Result<BTreeMap<u32, Share>> {
    let mut shares = BTreeMap::new();
    for (ordinal, places) in nearby::phrase(shards, words, found)? {
        let each = found.iter().zip(&places).enumerate().map(|(number, (found, place))| {
            share(found.lemma(), number, *place, rarity(shards.entry.count, found.lemma()))
        });
        let each: Vec<Share> = each.collect();
        let score = QUOTED * each.iter().map(|share| share.score).sum::<f64>();
        if let Some(first) = each.first() {
            shares.insert(ordinal, Share { score, ..*first });
        }
    }
    Ok(shares)
}

fn share(lemma: &Lemma, number: usize, place: usize, rarity: f64) -> Share {
    let (impact, is_in_title) = (lemma.impact(place), lemma.is_in_title(place));
    let weight = if lemma.is_common {
        COMMON
    } else {
        SATURATED * f64::from(impact) / 127.0 + if is_in_title { 1.0 } else { 0.0 }
    };
    Share { score: rarity * weight, lemma: number, impact, is_in_title }
}

/// The inverse document frequency of BM25, never below zero.
fn rarity(records: u32, lemma: &Lemma) -> f64 {
    // There are no more ordinals than records, and those have 32 bits.
    let having = f64::from(u32::try_from(lemma.ordinals.len()).unwrap_or(u32::MAX));
    (1.0 + (f64::from(records) - having + 0.5) / (having + 0.5)).ln()
}
