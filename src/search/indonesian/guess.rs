//! The root of a word of which no candidate is listed: names, new loans, dialect.
//!
//! **Invariant:** a guess has two syllables, begins and ends as Indonesian words do, and is not
//! shorter than four letters.

use super::affixes::Candidate;
use super::nasal::{is_vowel, syllables};

/// Endings of loans. They are not suffixes, and whatever ends so is a root: `digitalisasi`.
const LOANS: [&str; 22] = [
    "asi", "isi", "usi", "esi", "nsi", "ksi", "psi", "rsi", "tas", "isme", "logi", "grafi", "nomi", "metri", "gram",
    "tif", "sif", "sional", "ikal", "ator", "itor", "tik",
];

/// Clusters with which a root may begin.
const CLUSTERS: [&str; 28] = [
    "ng", "ny", "kh", "sy", "pr", "tr", "kr", "br", "dr", "gr", "fr", "pl", "kl", "bl", "gl", "fl", "sl", "sp", "st",
    "sk", "sw", "str", "spr", "skr", "ps", "kw", "dw", "tw",
];

/// Letters and pairs with which a root may end.
const ENDS: [&str; 18] =
    ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "ng", "ks", "ns", "rs", "ps"];

/// Chooses a root when no candidate is known; the word itself in doubt.
pub(super) fn guess(word: &str, candidates: &[Candidate]) -> String {
    let likely = candidates.iter().filter(|candidate| is_likely(candidate) && is_well_formed(&candidate.root));
    let best = likely.min_by_key(|candidate| {
        let is_loan = is_loan(&candidate.root);
        (!is_loan, std::cmp::Reverse(strength(candidate)), candidate.cost)
    });
    best.map_or_else(|| word.to_owned(), |candidate| candidate.root.clone())
}

/// How much of the word is explained by affixes that belong together.
fn strength(candidate: &Candidate) -> usize {
    candidate.prefixes.len() + candidate.suffixes.len()
}

/// Says whether the affixes leave little doubt.
fn is_likely(candidate: &Candidate) -> bool {
    if is_loan(&candidate.root) {
        return candidate.cost < 40 && !ends_in_loose_i(candidate);
    }
    let derivation = candidate.suffixes.first().copied().filter(|suffix| matches!(*suffix, "kan" | "an" | "i"));
    let outermost = candidate.prefixes.first().copied();
    let rest = candidate.root.len();
    match (outermost, derivation) {
        (Some("me" | "di" | "ku" | "kau"), Some("kan" | "i")) => candidate.cost < 45 && rest > 3,
        (Some("pe" | "per" | "ke" | "ber"), Some("an")) => candidate.cost < 45 && rest > 3,
        (Some("ber"), Some("kan")) => rest > 3,
        (Some("me"), None) => candidate.cost < 16 && rest > 4,
        (Some("ber" | "di" | "ter"), None) => candidate.prefixes.len() == 1 && rest > 5,
        (None, Some("kan")) => rest > 4,
        (None, None) => candidate.suffixes.as_slice() == ["nya"] && rest > 3,
        _ => false,
    }
}

/// `-i` taken from a loan's own ending: `inovas-i`.
fn ends_in_loose_i(candidate: &Candidate) -> bool {
    candidate.suffixes.first() == Some(&"i") && candidate.root.ends_with('s')
}

fn is_loan(root: &str) -> bool {
    LOANS.iter().any(|ending| root.len() > ending.len() + 2 && root.ends_with(ending))
}

fn is_well_formed(root: &str) -> bool {
    let start: String = root.chars().take_while(|letter| !is_vowel(*letter)).collect();
    let end: String =
        root.chars().rev().take_while(|letter| !is_vowel(*letter)).collect::<Vec<_>>().into_iter().rev().collect();
    let begins_well = start.len() < 2 || CLUSTERS.contains(&start.as_str());
    let ends_well = end.is_empty() || ENDS.contains(&end.as_str());
    root.len() > 3 && syllables(root) > 1 && begins_well && ends_well
}
