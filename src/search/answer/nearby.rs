//! Words that stand together: phrases, and how near to each other the words of a question are.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::super::read::{Found, Occurrence, Shards};
use super::score::Scored;
use super::sought::Meaning;

/// In how many words the words of a question count as near each other.
const NEAR: u32 = 12;

/// What nearness adds at most, as a share of the score: words that are not side by side, words that
/// are, and words that are in the forms that were asked for.
const APART: f64 = 0.5;
const SIDE_BY_SIDE: f64 = 0.75;
const AS_ASKED: f64 = 1.0;

/// How large the positions may be that a question asks for only to order its answers.
const MOST_KIB: u64 = 24;

/// Finds the records in which words stand one behind the other, in these very forms; with the place
/// of the record among those of each root.
pub(super) fn phrase(shards: &Shards<'_>, words: &[String], found: &[Found]) -> io::Result<BTreeMap<u32, Vec<usize>>> {
    // By ordinal: where the phrase may begin, and the places.
    let mut begun: BTreeMap<u32, (Vec<u32>, Vec<usize>)> = BTreeMap::new();
    for (number, (word, found)) in (0_u32..).zip(words.iter().zip(found)) {
        let Some(form) = found.lemma().form(word) else { return Ok(BTreeMap::new()) };
        let mut next = BTreeMap::new();
        let all = shards.occurrences(found)?;
        for (place, (ordinal, occurrences)) in found.lemma().ordinals.iter().zip(&all).enumerate() {
            let same_form = occurrences.iter().filter(|occurrence| occurrence.form == form);
            let starts = same_form.filter_map(|occurrence| occurrence.position.checked_sub(number));
            let (starts, mut places) = match begun.remove(ordinal) {
                _ if number == 0 => (starts.collect(), Vec::new()),
                Some((known, places)) => (starts.filter(|start| known.binary_search(start).is_ok()).collect(), places),
                None => continue,
            };
            places.push(place);
            let starts: Vec<u32> = starts;
            if !starts.is_empty() {
                next.insert(*ordinal, (starts, places));
            }
        }
        begun = next;
    }
    Ok(begun.into_iter().map(|(ordinal, (_, places))| (ordinal, places)).collect())
}

/// Where the words of a question stand.
pub(super) struct Nearby(Vec<Word>);

struct Word {
    /// The number of the form that was asked for, if any text has it.
    form: Option<u32>,
    by_record: BTreeMap<u32, Vec<Occurrence>>,
}

impl Nearby {
    /// Looks up where the required words stand, if they are several and not too frequent to ask.
    pub(super) fn of(shards: &Shards<'_>, required: &[&Scored]) -> io::Result<Option<Self>> {
        let single = required.iter().filter_map(|scored| match &scored.sought.meaning {
            Meaning::Word(found) => found.first().filter(|_| found.len() == 1).map(|found| (*scored, found)),
            Meaning::Phrase(_) => None,
        });
        let single: Vec<(&Scored, &Found)> = single.collect();
        let shards_asked: BTreeSet<(u32, u32)> = single.iter().map(|(_, found)| found.positions_kib()).collect();
        let kib: u64 = shards_asked.iter().map(|(_, kib)| u64::from(*kib)).sum();
        if single.len() < 2 || kib > MOST_KIB {
            return Ok(None);
        }
        let mut words = Vec::new();
        for (scored, found) in single {
            let form = scored.sought.words.first().and_then(|word| found.lemma().form(word));
            let occurrences = shards.occurrences(found)?;
            words.push(Word { form, by_record: found.lemma().ordinals.iter().copied().zip(occurrences).collect() });
        }
        Ok(Some(Self(words)))
    }

    /// Says how near the words stand to each other in one record: 0 far apart.
    pub(super) fn of_record(&self, record: u32) -> f64 {
        let present = self.0.iter().filter_map(|word| Some((word.form, word.by_record.get(&record)?.as_slice())));
        let present: Vec<(Option<u32>, &[Occurrence])> = present.collect();
        let Some(pairs) = present.len().checked_sub(1).filter(|pairs| *pairs > 0) else { return 0.0 };
        if let Some(together) = together(&present) {
            return together;
        }
        let near = present.windows(2).filter_map(|pair| match pair {
            [(_, one), (_, other)] => smallest_gap(one, other),
            _ => None,
        });
        let near = near.map(|gap| f64::from((NEAR + 1).saturating_sub(gap)) / f64::from(NEAR));
        #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
        let pairs = pairs as f64;
        APART * near.sum::<f64>() / pairs
    }
}

/// What it is worth that all words stand side by side somewhere, in their order.
fn together(words: &[(Option<u32>, &[Occurrence])]) -> Option<f64> {
    let (_, first) = words.first()?;
    let mut best: Option<f64> = None;
    for start in first.iter().map(|occurrence| occurrence.position) {
        let at = |(number, (form, occurrences)): (u32, &(Option<u32>, &[Occurrence]))| {
            let position = start.checked_add(number)?;
            let place = occurrences.binary_search_by_key(&position, |occurrence| occurrence.position).ok()?;
            Some(Some(occurrences[place].form) == *form)
        };
        let forms: Option<Vec<bool>> = (0_u32..).zip(words).map(at).collect();
        if let Some(forms) = forms {
            let worth = if forms.into_iter().all(|is_asked| is_asked) { AS_ASKED } else { SIDE_BY_SIDE };
            best = Some(best.map_or(worth, |best| best.max(worth)));
        }
    }
    best
}

/// The smallest distance between two rows of positions, at least 1.
fn smallest_gap(one: &[Occurrence], other: &[Occurrence]) -> Option<u32> {
    let of = |occurrence: &Occurrence| {
        let position = occurrence.position;
        let next = other.partition_point(|other| other.position <= position);
        let before = other[..next].iter().rev().map(|other| other.position).find(|before| *before < position);
        let gaps = [before.map(|before| position - before), other.get(next).map(|next| next.position - position)];
        gaps.into_iter().flatten().min()
    };
    one.iter().filter_map(of).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(positions: &[(u32, u32)]) -> Vec<Occurrence> {
        positions.iter().map(|(position, form)| Occurrence { position: *position, form: *form }).collect()
    }

    #[test]
    fn a_word_is_no_neighbour_of_itself() {
        let (one, other) = (places(&[(3, 0), (9, 0)]), places(&[(3, 0), (20, 0)]));
        assert_eq!(smallest_gap(&one, &one), Some(6));
        assert_eq!(smallest_gap(&one, &other), Some(6));
        assert_eq!(smallest_gap(&places(&[(1, 0)]), &places(&[(1, 0)])), None);
    }

    #[test]
    fn words_side_by_side_count_more_in_the_forms_that_were_asked_for() {
        let (one, other) = (places(&[(3, 0), (9, 1)]), places(&[(4, 0), (10, 0)]));
        assert_eq!(together(&[(Some(1), &one), (Some(0), &other)]), Some(AS_ASKED));
        assert_eq!(together(&[(Some(2), &one), (Some(0), &other)]), Some(SIDE_BY_SIDE));
        assert_eq!(together(&[(Some(0), &other), (Some(1), &one)]), None);
    }
}
