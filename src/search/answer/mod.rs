//! Which records answer a question, the best first: `docs/search-format.md`, "The answer", as the
//! page of readers carries it out too.
//!
//! How much a word says of a record was decided by BM25F when the index was written (S. Robertson
//! and H. Zaragoza, *The Probabilistic Relevance Framework*, 2009): rare words count more, those in
//! titles most, long texts less. On top comes how close the words of the question stand together;
//! of equals the newer is first.
//!
//! **Invariant:** the same question of the same index has the same answer, in the same order.

mod also;
mod marks;
mod narrow;
mod nearby;
mod score;
mod sought;
mod spelling;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::query::Query;
use super::read::Shards;

pub use also::{Also, also};
pub use marks::Marks;

use narrow::Narrowing;
use nearby::Nearby;
use score::Scored;

/// All answers to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub hits: Vec<Hit>,
    /// No record has all words, so these have some.
    pub is_partial: bool,
    /// Words that stand nowhere, each with one like it that does.
    pub corrections: BTreeMap<String, String>,
    /// How many answers have each value, by facet and id.
    pub facets: BTreeMap<String, BTreeMap<String, usize>>,
    /// What was asked for, as it was understood.
    pub clauses: Vec<Told>,
    /// What is marked in the texts of answers.
    pub marks: Marks,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub ordinal: u32,
    /// Thousandths and a bit: what answers are ordered by.
    pub total: u64,
    /// What the nearness of the words adds to their scores, as a share of them.
    pub nearness: f64,
    /// What each clause gave.
    pub parts: Vec<Part>,
}

/// What one clause gave a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// An index into the clauses.
    pub clause: usize,
    pub score: f64,
    /// The root that stands in the record: an index into those of the clause; of a phrase the first.
    pub lemma: usize,
    /// How much the root says of the record: 1 to 127; nothing of a common word.
    pub impact: u8,
    pub is_in_title: bool,
}

/// A clause as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The word or phrase, corrected.
    pub words: String,
    pub is_quoted: bool,
    /// Says little, and need not be there.
    pub is_common: bool,
    /// The roots that are looked for: of a word each will do, of a phrase all are needed. None
    /// stands anywhere when there are none.
    pub lemmas: Vec<String>,
}

/// Answers a question.
pub fn answer(shards: &Shards<'_>, query: &Query) -> io::Result<Answer> {
    let mut corrections = BTreeMap::new();
    let wanted = score::scored(shards, sought::forgiving(shards, query, &mut corrections)?)?;
    let required = required(&wanted);
    let narrowing = Narrowing::of(shards, query)?;
    let mut records = with_all(shards, query, &required);
    records.retain(|record| narrowing.allows(*record));
    let is_partial = records.is_empty() && required.len() > 1;
    if is_partial {
        records = required.iter().flat_map(|scored| scored.shares.keys().copied()).collect();
        records.retain(|record| narrowing.allows(*record));
    }
    let nearby = Nearby::of(shards, &required)?;
    let mut hits: Vec<Hit> = records.iter().map(|record| hit(*record, &wanted, nearby.as_ref())).collect();
    hits.sort_by_key(|hit| Reverse((hit.total, hit.ordinal)));
    let marks = Marks::of(&required, shards);
    let facets = facets(shards, &records)?;
    Ok(Answer { hits, is_partial, corrections, facets, clauses: wanted.iter().map(told).collect(), marks })
}

/// The clauses that records must have: those that are not of common words alone, or all.
fn required(wanted: &[Scored]) -> Vec<&Scored> {
    let required: Vec<&Scored> = wanted.iter().filter(|scored| !scored.sought.is_common()).collect();
    if required.is_empty() { wanted.iter().collect() } else { required }
}

/// The records that have every required clause; all records when only values are chosen by.
fn with_all(shards: &Shards<'_>, query: &Query, required: &[&Scored]) -> BTreeSet<u32> {
    let Some(rarest) = required.iter().min_by_key(|scored| scored.shares.len()) else {
        return if query.is_empty() { BTreeSet::new() } else { (0..shards.entry.count).collect() };
    };
    let has_all = |record: &&u32| required.iter().all(|scored| scored.shares.contains_key(record));
    rarest.shares.keys().filter(has_all).copied().collect()
}

/// Counts the records that a question finds when it is taken at its word: nothing is corrected,
/// completed, or left out.
fn count(shards: &Shards<'_>, query: &Query) -> io::Result<usize> {
    let wanted = score::scored(shards, sought::plain(shards, &query.wanted)?)?;
    let narrowing = Narrowing::of(shards, query)?;
    let records = with_all(shards, query, &required(&wanted));
    Ok(records.iter().filter(|record| narrowing.allows(**record)).count())
}

fn hit(record: u32, wanted: &[Scored], nearby: Option<&Nearby>) -> Hit {
    let parts: Vec<Part> = wanted
        .iter()
        .enumerate()
        .filter_map(|(clause, scored)| {
            let share = scored.shares.get(&record)?;
            let score::Share { score, lemma, impact, is_in_title } = *share;
            Some(Part { clause, score, lemma, impact, is_in_title })
        })
        .collect();
    let nearness = nearby.map_or(0.0, |nearby| nearby.of_record(record));
    let sum: f64 = parts.iter().map(|part| part.score).sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no score is negative, or near 2^53")]
    let total = (1024.0 * sum * (1.0 + nearness)).round() as u64;
    Hit { ordinal: record, total, nearness, parts }
}

fn told(scored: &Scored) -> Told {
    let lemmas = scored.sought.found().iter().map(|found| found.lemma().lemma.clone());
    Told {
        words: scored.sought.words.join(" "),
        is_quoted: scored.sought.is_quoted(),
        is_common: scored.sought.is_common(),
        lemmas: lemmas.collect(),
    }
}

fn facets(shards: &Shards<'_>, records: &BTreeSet<u32>) -> io::Result<BTreeMap<String, BTreeMap<String, usize>>> {
    let mut facets = BTreeMap::new();
    for (number, facet) in shards.entry.facets.iter().enumerate() {
        let values = shards.values(number)?;
        let counts = values.iter().map(|value| {
            let own = value.ordinals.iter().filter(|ordinal| records.contains(ordinal)).count();
            (value.id.clone(), own)
        });
        facets.insert(facet.id.clone(), counts.filter(|(_, count)| *count > 0).collect());
    }
    Ok(facets)
}
