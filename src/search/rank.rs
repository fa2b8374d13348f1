//! Which records answer a question, the best first.
//!
//! A record's words are weighed by BM25F (S. Robertson and H. Zaragoza, *The Probabilistic
//! Relevance Framework*, 2009): rare words count more, those in titles most, long texts less. On
//! top comes how close the words of the question stand together; of equals the newer is first.
//!
//! **Invariant:** the same question of the same index has the same answer, in the same order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::index::{Index, Occurrence, Posting};
use super::nearby;
use super::query::{Clause, Query};
use super::record::{FIELDS, Field};
use super::spelling;

/// How fast more occurrences stop counting.
const SATURATION: f64 = 1.2;

/// How much the length of a text counts.
const LENGTH: f64 = 0.6;

/// What the very form that was asked for counts more than another of its root.
const SAME_FORM: f64 = 1.3;

/// What a word that every language is full of counts.
const COMMON: f64 = 0.15;

/// Words that say little, in Indonesian and English. They are searched, but hardly count.
const COMMON_WORDS: [&str; 56] = [
    "a", "adalah", "an", "and", "are", "as", "at", "be", "by", "dalam", "dan", "dari", "dengan", "di", "for", "from",
    "has", "in", "ini", "is", "it", "itu", "ke", "kami", "karena", "kita", "mereka", "of", "oleh", "on", "or", "pada",
    "para", "saya", "sebagai", "serta", "that", "the", "their", "they", "this", "to", "tidak", "untuk", "was", "we",
    "were", "which", "with", "yang", "akan", "atau", "juga", "bagi", "ia", "dapat",
];

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// An index into the records.
    pub record: usize,
    pub score: f64,
    /// What each word gave.
    pub parts: Vec<Part>,
    /// What the nearness of the words gave.
    pub nearness: f64,
}

/// What one word of a question gave a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub word: String,
    pub root: String,
    pub score: f64,
    /// In how many places of each field it stands.
    pub counts: [usize; FIELDS.len()],
}

/// All answers to a question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    pub hits: Vec<Hit>,
    /// No record has all words, so these have some.
    pub is_partial: bool,
    /// Words that stand nowhere, each with one like it that does.
    pub corrections: BTreeMap<String, String>,
    /// How many answers have each value, by facet and id.
    pub facets: BTreeMap<String, BTreeMap<String, usize>>,
}

/// One wanted word or phrase, looked up.
struct Found<'q> {
    clause: &'q Clause,
    roots: Vec<String>,
    /// By record.
    places: BTreeMap<u32, Vec<Occurrence>>,
}

/// Answers a question.
pub fn answer(index: &Index, query: &Query) -> Answer {
    let mut corrections = BTreeMap::new();
    let corrected: Vec<Clause> =
        query.wanted.iter().map(|clause| spelling::corrected(index, clause, &mut corrections)).collect();
    let wanted: Vec<Found<'_>> = corrected.iter().map(|clause| look_up(index, clause)).collect();
    let unwanted: BTreeSet<u32> =
        query.unwanted.iter().flat_map(|clause| look_up(index, clause).places.into_keys()).collect();
    let is_allowed = |record: &u32| !unwanted.contains(record) && has_values(index, *record, &query.filters);
    let mut candidates = all_of(index, &wanted);
    candidates.retain(is_allowed);
    let is_partial = candidates.is_empty() && wanted.len() > 1;
    if is_partial {
        candidates = wanted.iter().flat_map(|found| found.places.keys().copied()).filter(is_allowed).collect();
    }
    let mut hits: Vec<Hit> = candidates.iter().map(|record| hit(index, *record, &wanted)).collect();
    hits.sort_by(|a, b| {
        let date = |hit: &Hit| Reverse(index.records[hit.record].date);
        b.score.total_cmp(&a.score).then_with(|| date(a).cmp(&date(b))).then(a.record.cmp(&b.record))
    });
    Answer { facets: facets(index, &hits), hits, is_partial, corrections }
}

fn look_up<'q>(index: &Index, clause: &'q Clause) -> Found<'q> {
    let roots: Vec<String> = clause.words.iter().map(|word| index.root(word)).collect();
    let mut places = BTreeMap::new();
    if let [root] = roots.as_slice() {
        for Posting { record, occurrences } in index.postings(root) {
            let surface = index.surface(&clause.words[0]);
            let kept = occurrences.iter().filter(|occurrence| !clause.is_quoted || Some(occurrence.surface) == surface);
            let kept: Vec<Occurrence> = kept.copied().collect();
            if !kept.is_empty() {
                places.insert(*record, kept);
            }
        }
    } else {
        places = nearby::phrase(index, &clause.words, &roots);
    }
    Found { clause, roots, places }
}

/// The records that have every wanted clause; all records when only values are chosen by.
fn all_of(index: &Index, wanted: &[Found<'_>]) -> Vec<u32> {
    let count = u32::try_from(index.records.len()).unwrap_or(u32::MAX);
    let Some(rarest) = wanted.iter().min_by_key(|found| found.places.len()) else {
        return (0..count).collect();
    };
    let has_all = |record: &&u32| wanted.iter().all(|found| found.places.contains_key(record));
    rarest.places.keys().filter(has_all).copied().collect()
}

fn has_values(index: &Index, record: u32, filters: &[(String, String)]) -> bool {
    let facets = &index.records[record as usize].facets;
    filters.iter().all(|(facet, value)| {
        let values = facets.get(facet).map(Vec::as_slice).unwrap_or_default();
        values.iter().any(|known| super::fold(&known.id) == *value || super::fold(&known.name) == *value)
    })
}

fn hit(index: &Index, record: u32, wanted: &[Found<'_>]) -> Hit {
    let parts: Vec<Part> = wanted.iter().filter_map(|found| part(index, record, found)).collect();
    let places: Vec<&[Occurrence]> =
        wanted.iter().filter_map(|found| Some(found.places.get(&record)?.as_slice())).collect();
    let words: f64 = parts.iter().map(|part| part.score).sum();
    let nearness = words * nearby::nearness(&places);
    Hit { record: record as usize, score: words + nearness, parts, nearness }
}

fn part(index: &Index, record: u32, found: &Found<'_>) -> Option<Part> {
    let occurrences = found.places.get(&record)?;
    let surface = index.surface(&found.clause.words[0]);
    let mut counts = [0; FIELDS.len()];
    let mut frequency = 0.0;
    for occurrence in occurrences {
        counts[occurrence.field as usize] += 1;
        let form = if Some(occurrence.surface) == surface { SAME_FORM } else { 1.0 };
        let length = 1.0 - LENGTH + LENGTH * index.length(record, occurrence.field);
        frequency += form * weight(occurrence.field) / length;
    }
    let rarity = rarity(index.records.len(), found.places.len());
    let is_common = found.clause.words.iter().all(|word| COMMON_WORDS.contains(&word.as_str()));
    let common = if is_common { COMMON } else { 1.0 };
    let score = common * rarity * frequency * (SATURATION + 1.0) / (frequency + SATURATION);
    Some(Part { word: found.clause.words.join(" "), root: found.roots.join(" "), score, counts })
}

/// How much an occurrence in a field counts.
fn weight(field: Field) -> f64 {
    match field {
        Field::Title => 6.0,
        Field::Heading => 2.5,
        Field::Summary => 2.0,
        Field::Names => 1.5,
        Field::Body => 1.0,
    }
}

/// The inverse document frequency of BM25, never below zero.
fn rarity(records: usize, having: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of records")]
    let (all, having) = (records as f64, having as f64);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

fn facets(index: &Index, hits: &[Hit]) -> BTreeMap<String, BTreeMap<String, usize>> {
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for hit in hits {
        for (facet, values) in &index.records[hit.record].facets {
            let own = counts.entry(facet.clone()).or_default();
            for id in values.iter().map(|value| &value.id).collect::<BTreeSet<_>>() {
                *own.entry(id.clone()).or_default() += 1;
            }
        }
    }
    counts
}
