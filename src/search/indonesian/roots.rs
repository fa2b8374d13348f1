//! The list of Indonesian roots, and the words whose root no rule finds.

use std::collections::{BTreeMap, BTreeSet};

use super::super::vocabulary::Vocabulary;
use super::affixes::Candidate;
use super::is_explained;
use super::nasal::syllables;

/// Roots by first letter, written for Kabar.
const LISTED: [&str; 25] = [
    include_str!("roots/a.txt"),
    include_str!("roots/b.txt"),
    include_str!("roots/c.txt"),
    include_str!("roots/d.txt"),
    include_str!("roots/e.txt"),
    include_str!("roots/f.txt"),
    include_str!("roots/g.txt"),
    include_str!("roots/h.txt"),
    include_str!("roots/i.txt"),
    include_str!("roots/j.txt"),
    include_str!("roots/k.txt"),
    include_str!("roots/l.txt"),
    include_str!("roots/m.txt"),
    include_str!("roots/n.txt"),
    include_str!("roots/o.txt"),
    include_str!("roots/p.txt"),
    include_str!("roots/q.txt"),
    include_str!("roots/r.txt"),
    include_str!("roots/s.txt"),
    include_str!("roots/t.txt"),
    include_str!("roots/u.txt"),
    include_str!("roots/v.txt"),
    include_str!("roots/w.txt"),
    include_str!("roots/y.txt"),
    include_str!("roots/z.txt"),
];

/// Places and people whose names look affixed: `Kediri`, `Maluku`.
const NAMES: &str = include_str!("roots/names.txt");

/// `root: word word`: words whose root the rules would get wrong.
const EXCEPTIONS: &str = include_str!("exceptions.txt");

/// Roots that are rarer than another reading of the same letters.
const RARE: &str = include_str!("rare.txt");

/// What a rare root costs more, and one of a single syllable: many a word seems to be made of it.
const RARITY: u32 = 8;

/// Two roots that grew together are longer than that each.
const SHORTEST_PART: usize = 3;

/// The roots that are known.
#[derive(Debug, Clone)]
pub(in crate::search) struct Roots {
    // Asked for single words only; its order reaches nothing.
    listed: BTreeSet<String>,
    names: BTreeSet<String>,
    rare: BTreeSet<&'static str>,
    exceptions: BTreeMap<String, String>,
}

impl Roots {
    /// The list that comes with Kabar.
    pub(in crate::search) fn new() -> Self {
        let listed = LISTED.iter().flat_map(|letter| letter.split_whitespace()).map(str::to_owned).collect();
        let exceptions = EXCEPTIONS.lines().filter_map(|line| line.split_once(':')).flat_map(|(root, words)| {
            words.split_whitespace().map(move |word| (word.to_owned(), root.trim().to_owned()))
        });
        Self {
            listed,
            names: NAMES.split_whitespace().map(str::to_owned).collect(),
            rare: RARE.split_whitespace().collect(),
            exceptions: exceptions.collect(),
        }
    }

    /// The list with a publication's own words.
    pub(in crate::search) fn with(vocabulary: &Vocabulary) -> Self {
        let mut roots = Self::new();
        for root in &vocabulary.roots {
            roots.exceptions.remove(root);
            roots.listed.insert(root.clone());
        }
        for (form, root) in &vocabulary.exceptions {
            roots.listed.insert(root.clone());
            roots.exceptions.insert(form.clone(), root.clone());
        }
        // Names that the language knows as words stay words.
        let names = vocabulary.names.iter().filter(|name| !is_explained(name, &roots)).cloned().collect::<Vec<_>>();
        roots.names.extend(names);
        roots
    }

    /// Says whether the same names are known.
    pub(in crate::search) fn has_names_of(&self, other: &Self) -> bool {
        self.names == other.names
    }

    /// Says whether a word is a root.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.listed.contains(word)
    }

    /// Says whether a candidate is a word: a root, or a name, which takes no affixes but a clitic.
    pub(super) fn knows(&self, candidate: &Candidate) -> bool {
        self.contains(&candidate.root) || (candidate.is_bare() && self.names.contains(&candidate.root))
    }

    /// How much less likely a root is than others.
    pub(super) fn weight(&self, root: &str) -> u32 {
        if self.rare.contains(root) || syllables(root) < 2 { RARITY } else { 0 }
    }

    /// The root of a word that is an exception, or a form of one: with a clitic, or passive.
    pub(super) fn exception(&self, word: &str, candidates: &[Candidate]) -> Option<String> {
        if let Some(root) = self.exceptions.get(word) {
            return Some(root.clone());
        }
        if self.contains(word) {
            return None;
        }
        candidates
            .iter()
            .filter(|candidate| candidate.is_bare())
            .find_map(|candidate| self.exceptions.get(&candidate.root).cloned())
    }

    /// Says whether a word is two roots written as one: `tanggungjawab`.
    pub(super) fn is_compound(&self, word: &str) -> bool {
        // A name of other letters may stand here, which no place counted in bytes cuts.
        let cuts =
            (SHORTEST_PART + 1..word.len().saturating_sub(SHORTEST_PART)).filter_map(|at| word.split_at_checked(at));
        cuts.into_iter().any(|(head, tail)| self.contains(head) && self.contains(tail))
    }
}
