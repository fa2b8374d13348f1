//! Every way in which affixes can be taken from an Indonesian word: candidates of its root, each
//! with what was taken and how far-fetched that is. Made of a folded word; `mod.rs` chooses.
//!
//! The order of the layers (particle, possessive, suffix, prefixes) is that of B. Nazief and
//! M. Adriani, *Confix Stripping: Approach to Stemming Algorithm for Bahasa Indonesia*
//! (University of Indonesia, 1996). Taking prefixes and suffixes in any combination, rather than
//! suffixes first, and the rules for `memp-`, `meng-` + k, `men-` + t and `peng-` + k, follow
//! J. Asian, H. Williams and S. Tahaghoghi, *Stemming Indonesian* (2005) and A. Arifin,
//! I. Mahendra and H. Ciptaningtyas, *Enhanced Confix Stripping Stemmer* (2009). Those stop at the
//! first root that is in a list; here all are kept, and the cheapest one wins.
//!
//! **Invariant:** every candidate is the word with a beginning and an end taken away, and at most
//! one consonant put back at its beginning for each prefix.

use std::collections::BTreeSet;

use super::nasal;

/// A possible root of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Candidate {
    pub(in crate::search) root: String,
    /// From the outside inwards: `me`, `per`.
    pub(super) prefixes: Vec<&'static str>,
    /// From the inside outwards: `kan`, `nya`, `lah`.
    pub(super) suffixes: Vec<&'static str>,
    /// How far-fetched it is: about ten an affix.
    pub(super) cost: u32,
}

impl Candidate {
    /// Says whether nothing but a particle or a possessive was taken.
    pub(super) fn is_bare(&self) -> bool {
        self.prefixes.is_empty()
            && self.suffixes.iter().all(|suffix| !SUFFIXES.iter().any(|(known, _)| known == suffix))
    }
}

/// One way of taking a prefix.
pub(super) struct Taken {
    pub(super) prefix: &'static str,
    pub(super) rest: String,
    pub(super) cost: u32,
}

/// More prefixes than that no word has: `ke-ber-ter-`, `di-per-ber-`.
const DEPTH: usize = 3;

/// Shorter roots than that would be found everywhere.
const SHORTEST: usize = 2;

/// One layer of endings: the ending, what it costs.
type Endings = &'static [(&'static str, u32)];

const PARTICLES: Endings = &[("lah", 11), ("kah", 11), ("tah", 13), ("pun", 11)];
const POSSESSIVES: Endings = &[("nya", 5), ("ku", 13), ("mu", 13)];
const SUFFIXES: Endings = &[("kan", 10), ("an", 10), ("i", 12)];

/// Elements that stand before a whole word, mostly learned ones.
const ELEMENTS: [&str; 32] = [
    "adi", "agro", "antar", "anti", "bio", "dwi", "eka", "eko", "ekstra", "infra", "inter", "kontra", "maha", "makro",
    "mikro", "multi", "nara", "non", "panca", "para", "pasca", "peri", "pra", "purna", "semi", "serba", "sub", "super",
    "swa", "tri", "tuna", "ultra",
];

/// What standard Indonesian forbids: prefix and suffix at the two ends of one word (Nazief and
/// Adriani, table of disallowed combinations).
const FORBIDDEN: [(&str, &str); 10] = [
    ("ber", "i"),
    ("di", "an"),
    ("ke", "i"),
    ("ke", "kan"),
    ("me", "an"),
    ("se", "i"),
    ("se", "kan"),
    ("ter", "an"),
    ("ku", "an"),
    ("kau", "an"),
];

/// Lists every candidate of a folded word, the cheapest first; the word itself among them.
pub(super) fn candidates(word: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    for bare in endings(&whole(word), PARTICLES) {
        for owned in endings(&bare, POSSESSIVES) {
            for stem in endings(&owned, SUFFIXES) {
                prefixes(&stem, &mut found);
            }
        }
    }
    for candidate in &mut found {
        candidate.cost += forbidden(candidate);
    }
    found.sort_by(|a, b| a.cost.cmp(&b.cost).then_with(|| a.root.cmp(&b.root)));
    let mut roots = BTreeSet::new();
    found.retain(|candidate| roots.insert(candidate.root.clone()));
    found
}

fn whole(word: &str) -> Candidate {
    Candidate { root: word.to_owned(), prefixes: Vec::new(), suffixes: Vec::new(), cost: 0 }
}

/// The stem as it is, and without each ending of one layer.
fn endings(stem: &Candidate, layer: Endings) -> Vec<Candidate> {
    let mut found = vec![stem.clone()];
    for (ending, cost) in layer {
        let Some(rest) = stem.root.strip_suffix(ending).filter(|rest| rest.len() >= SHORTEST) else { continue };
        let mut suffixes = vec![*ending];
        suffixes.extend(&stem.suffixes);
        found.push(Candidate { root: rest.to_owned(), suffixes, cost: stem.cost + cost, prefixes: Vec::new() });
    }
    found
}

/// The stem as it is, and without each row of prefixes.
fn prefixes(stem: &Candidate, out: &mut Vec<Candidate>) {
    out.push(stem.clone());
    if stem.prefixes.len() == DEPTH {
        return;
    }
    let mut taken = nasal::taken(&stem.root);
    // `me-` and `di-` make verbs of what stands behind them, and nothing stands before a verb.
    taken.retain(|taken| taken.prefix != "me" || stem.prefixes.is_empty());
    taken.extend(plain(&stem.root, &stem.prefixes));
    for Taken { prefix, rest, cost } in taken {
        if rest.len() < SHORTEST {
            continue;
        }
        let mut prefixes_taken = stem.prefixes.clone();
        prefixes_taken.push(prefix);
        let inner =
            Candidate { root: rest, prefixes: prefixes_taken, suffixes: stem.suffixes.clone(), cost: stem.cost + cost };
        prefixes(&inner, out);
    }
}

/// Prefixes without a nasal: `ber-`, `ter-`, `per-` with their forms, `di-`, `ke-`, `se-`, the
/// pronouns `ku-` and `kau-`, and whole elements.
fn plain(word: &str, before: &[&'static str]) -> Vec<Taken> {
    let mut found = Vec::new();
    let mut take = |form: &str, prefix, cost, fits: fn(&str) -> bool| {
        if let Some(rest) = word.strip_prefix(form).filter(|rest| fits(rest)) {
            found.push(Taken { prefix, rest: rest.to_owned(), cost });
        }
    };
    take("ber", "ber", 10, |_| true);
    take("be", "ber", 12, loses_r);
    take("bel", "ber", 10, is_learned);
    take("ter", "ter", 10, |_| true);
    take("te", "ter", 12, |rest| loses_r(rest) || rest.starts_with("per"));
    take("per", "per", 10, |_| true);
    take("pel", "per", 10, is_learned);
    take("ke", "ke", 10, |_| true);
    take("se", "se", 10, |_| true);
    if before.is_empty() {
        take("di", "di", 10, |_| true);
        take("ku", "ku", 14, |_| true);
        take("kau", "kau", 10, |_| true);
    }
    if before == ["ke"] {
        take("tidak", "tidak", 10, |_| true);
    }
    for element in ELEMENTS {
        take(element, element, 25, |rest| rest.len() > 3);
    }
    found
}

/// `ber-` and `ter-` lose their r before r, and before a first syllable in `er`: `bekerja`.
fn loses_r(rest: &str) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        Some('r') => true,
        Some(first) if !nasal::is_vowel(first) => {
            let rest = letters.as_str();
            rest.strip_prefix("er").is_some_and(|rest| rest.chars().next().is_some_and(|next| !nasal::is_vowel(next)))
        }
        _ => false,
    }
}

/// `belajar`, `pelajar`, `belunjur`.
fn is_learned(rest: &str) -> bool {
    rest.starts_with("ajar") || rest.starts_with("unjur")
}

fn forbidden(candidate: &Candidate) -> u32 {
    let Some(outermost) = candidate.prefixes.first() else { return 0 };
    let Some(suffix) = candidate.suffixes.first() else { return 0 };
    if FORBIDDEN.contains(&(*outermost, *suffix)) { 15 } else { 0 }
}
