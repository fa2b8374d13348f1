//! Words that stand nowhere, and those that were probably meant.
//!
//! **Invariant:** a word that some text has is never corrected.

use std::collections::BTreeMap;

use crate::diagnostic;

use super::index::Index;
use super::query::Clause;

/// A clause whose unknown words are replaced by known ones alike; what was replaced is noted.
pub(super) fn corrected(index: &Index, clause: &Clause, notes: &mut BTreeMap<String, String>) -> Clause {
    let words = clause.words.iter().map(|word| {
        if index.surface(word).is_some() || !index.postings(&index.root(word)).is_empty() {
            return word.clone();
        }
        match like(index, word) {
            Some(known) => {
                notes.insert(word.clone(), known.clone());
                known
            }
            None => word.clone(),
        }
    });
    Clause { words: words.collect(), is_quoted: clause.is_quoted }
}

/// The likeliest form: of those within the fewest changes the one that most records have.
fn like(index: &Index, word: &str) -> Option<String> {
    let allowed = allowed(word);
    let near = index.forms().filter_map(|form| Some((distance(word, form, allowed)?, form)));
    let records = |form: &str| index.postings(&index.root(form)).len();
    let best = near.min_by_key(|(distance, form)| (*distance, std::cmp::Reverse(records(form))))?;
    Some(best.1.to_owned())
}

/// How many changes a word may be away: short words are too alike.
fn allowed(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many letters differ; none above what is allowed.
fn distance(one: &str, other: &str, allowed: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    // Most forms are of another length, and need no closer look.
    let is_near = one.len().abs_diff(other.len()) <= allowed;
    is_near.then(|| diagnostic::distance(&one, &other)).filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_counted_up_to_what_is_allowed() {
        assert_eq!(distance("rencana", "rencana", 2), Some(0));
        assert_eq!(distance("rencna", "rencana", 1), Some(1));
        assert_eq!(distance("recnana", "rencana", 1), Some(1));
        assert_eq!(distance("musyawarah", "musawarah", 2), Some(1));
        assert_eq!(distance("desa", "kota", 1), None);
    }
}
