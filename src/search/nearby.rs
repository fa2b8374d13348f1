//! Words that stand together: phrases, and how near to each other the words of a question are.

use std::collections::BTreeMap;

use super::index::{Index, Occurrence};

/// In how many words the words of a question count as near each other.
const NEAR: u32 = 12;

/// What words that stand side by side add to the score, as a share of it.
const SIDE_BY_SIDE: f64 = 0.5;

/// Finds the records in which words stand one behind the other, in these very forms; with the
/// places where the phrase begins.
pub(super) fn phrase(index: &Index, words: &[String], roots: &[String]) -> BTreeMap<u32, Vec<Occurrence>> {
    let mut found: BTreeMap<u32, Vec<Occurrence>> = BTreeMap::new();
    for (offset, (word, root)) in (0_u32..).zip(words.iter().zip(roots)) {
        let surface = index.surface(word);
        let mut next = BTreeMap::new();
        for posting in index.postings(root) {
            let same_form = posting.occurrences.iter().filter(|occurrence| Some(occurrence.surface) == surface);
            let kept: Vec<Occurrence> = if offset == 0 {
                same_form.copied().collect()
            } else {
                let positions: Vec<u32> = same_form.map(|occurrence| occurrence.position).collect();
                let begun = found.remove(&posting.record).unwrap_or_default();
                begun.into_iter().filter(|start| positions.binary_search(&(start.position + offset)).is_ok()).collect()
            };
            if !kept.is_empty() {
                next.insert(posting.record, kept);
            }
        }
        found = next;
    }
    found
}

/// Says how near the words of a question stand to each other in one record: 0 far apart,
/// [`SIDE_BY_SIDE`] when one follows the other.
pub(super) fn nearness(words: &[&[Occurrence]]) -> f64 {
    let pairs = words.len().saturating_sub(1);
    if pairs == 0 {
        return 0.0;
    }
    let gap = |pair: &[&[Occurrence]]| match pair {
        [one, other] => smallest_gap(one, other),
        _ => None,
    };
    let near = words.windows(2).filter_map(gap).map(|gap| f64::from(NEAR.saturating_sub(gap - 1)) / f64::from(NEAR));
    #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
    let count = pairs as f64;
    SIDE_BY_SIDE * near.sum::<f64>() / count
}

/// The smallest distance between two rows of positions, at least 1.
fn smallest_gap(one: &[Occurrence], other: &[Occurrence]) -> Option<u32> {
    let mut smallest: Option<u32> = None;
    let mut others = other.iter().peekable();
    let mut last: Option<u32> = None;
    for occurrence in one {
        while let Some(next) = others.next_if(|next| next.position <= occurrence.position) {
            last = Some(next.position);
        }
        let before = last.map(|last| occurrence.position - last);
        let after = others.peek().map(|next| next.position - occurrence.position);
        smallest = smallest.into_iter().chain(before).chain(after).min();
    }
    smallest.map(|gap| gap.max(1))
}
