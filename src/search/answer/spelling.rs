//! Words that stand nowhere, and those that were probably meant.
//!
//! **Invariant:** a word that some text has is never corrected.

use std::cmp::Reverse;

use crate::diagnostic;

use super::super::read::{Key, Words};

/// The likeliest form of a shard: of those within the fewest changes the one that most records
/// have. A number is never another number.
pub(super) fn like<'w>(words: &'w Words, word: &str) -> Option<&'w Key> {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let letters: Vec<char> = word.chars().collect();
    let allowed = allowed(letters.len());
    let written = words.keys.iter().filter(|key| key.weight > 0);
    let near = written.filter_map(|key| Some((distance(&letters, &key.word, allowed)?, key)));
    near.min_by_key(|(distance, key)| (*distance, Reverse(key.weight))).map(|(_, key)| key)
}

/// How many changes a word may be away: short words are too alike.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many letters differ; none above what is allowed.
fn distance(one: &[char], other: &str, allowed: usize) -> Option<usize> {
    // Most forms are of another length, and need no closer look.
    if allowed == 0 || other.chars().count().abs_diff(one.len()) > allowed {
        return None;
    }
    let other: Vec<char> = other.chars().collect();
    Some(diagnostic::distance(one, &other)).filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn far(one: &str, other: &str) -> Option<usize> {
        let letters: Vec<char> = one.chars().collect();
        distance(&letters, other, allowed(letters.len()))
    }

    #[test]
    fn changes_are_counted_up_to_what_is_allowed() {
        assert_eq!(far("rencna", "rencana"), Some(1));
        assert_eq!(far("recnana", "rencana"), Some(1));
        assert_eq!(far("musawarah", "musyawarah"), Some(1));
        assert_eq!(far("desa", "kota"), None);
        assert_eq!(far("air", "aid"), None);
    }
}
