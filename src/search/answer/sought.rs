//! What a clause of a question looks for: the roots of a word as the index knows them, else those
//! that affixes lead to, the words that it may become, or one that is written alike.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::super::query::{Clause, Query};
use super::super::read::{Entry, Found, Shards, Takes, Words};
use super::spelling;

/// How many letters a word keeps without its affixes, and has before it is completed.
const FEWEST_LETTERS: usize = 3;

/// How many ways to take affixes off are tried: each may ask for a file.
const MOST_CANDIDATES: usize = 12;

/// How many roots an unfinished word may become.
const MOST_COMPLETIONS: usize = 3;

/// A clause, looked up.
#[derive(Debug, Clone)]
pub(super) struct Sought {
    /// As asked; a corrected word as it was corrected.
    pub(super) words: Vec<String>,
    pub(super) meaning: Meaning,
}

#[derive(Debug, Clone)]
pub(super) enum Meaning {
    /// Any of these roots, in any form; nothing when none is known.
    Word(Vec<Found>),
    /// The words in these very forms, one behind the other. As many roots as words, or none when a
    /// word stands nowhere.
    Phrase(Vec<Found>),
}

impl Sought {
    pub(super) fn found(&self) -> &[Found] {
        match &self.meaning {
            Meaning::Word(found) | Meaning::Phrase(found) => found,
        }
    }

    pub(super) fn is_quoted(&self) -> bool {
        matches!(self.meaning, Meaning::Phrase(_))
    }

    /// Says whether these are only words that every language is full of.
    pub(super) fn is_common(&self) -> bool {
        match &self.meaning {
            Meaning::Word(found) => !found.is_empty() && found.iter().all(|found| found.lemma().is_common),
            Meaning::Phrase(_) => false,
        }
    }
}

/// Looks up what is wanted; what stands nowhere is completed or corrected, and corrections noted.
pub(super) fn forgiving(
    shards: &Shards<'_>,
    query: &Query,
    corrections: &mut BTreeMap<String, String>,
) -> io::Result<Vec<Sought>> {
    let last = query.wanted.len().saturating_sub(1);
    let mut all = Vec::new();
    for (number, clause) in query.wanted.iter().enumerate() {
        let mut sought = one(shards, clause)?;
        if let (Meaning::Word(found), [word]) = (&mut sought.meaning, sought.words.as_mut_slice())
            && found.is_empty()
        {
            let words = shards.words(word)?;
            if number == last && query.is_unfinished {
                *found = completed(shards, &words, word)?;
            }
            if found.is_empty()
                && let Some(known) = spelling::like(&words, word)
            {
                *found = shards.lemma(known.lemma())?.into_iter().collect();
                corrections.insert(word.clone(), known.word.clone());
                word.clone_from(&known.word);
            }
        }
        all.push(sought);
    }
    Ok(all)
}

/// Looks clauses up as they are.
pub(super) fn plain(shards: &Shards<'_>, clauses: &[Clause]) -> io::Result<Vec<Sought>> {
    clauses.iter().map(|clause| one(shards, clause)).collect()
}

fn one(shards: &Shards<'_>, clause: &Clause) -> io::Result<Sought> {
    let words = clause.words.clone();
    let meaning = match clause.words.as_slice() {
        [word] if !clause.is_quoted => Meaning::Word(resolved(shards, word)?.into_iter().collect()),
        _ => Meaning::Phrase(phrase(shards, &words)?),
    };
    Ok(Sought { words, meaning })
}

fn phrase(shards: &Shards<'_>, words: &[String]) -> io::Result<Vec<Found>> {
    let mut all = Vec::new();
    for word in words {
        let lemma = shards.key(word)?;
        match lemma.map_or(Ok(None), |key| shards.lemma(key.lemma()))? {
            Some(found) => all.push(found),
            None => return Ok(Vec::new()),
        }
    }
    Ok(all)
}

/// The root of a word that some text has, else the root that is left when affixes are taken off.
fn resolved(shards: &Shards<'_>, word: &str) -> io::Result<Option<Found>> {
    if let Some(key) = shards.key(word)? {
        return shards.lemma(key.lemma());
    }
    for candidate in candidates(&shards.entry, word) {
        if let Some(key) = shards.key(&candidate)?.filter(|key| key.is_root()) {
            return shards.lemma(&key.word);
        }
    }
    Ok(None)
}

/// What a word may be without affixes, in the order in which the language tries it.
fn candidates(entry: &Entry, word: &str) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for (prefix, front) in &entry.prefixes {
        let Some(rest) = word.strip_prefix(prefix.as_str()) else { continue };
        for (suffix, back) in &entry.suffixes {
            let Some(middle) = rest.strip_suffix(suffix.as_str()) else { continue };
            let candidate = [front, middle, back].concat();
            let taken = prefix.chars().count() + suffix.chars().count();
            if taken > 0 && candidate.chars().count() >= FEWEST_LETTERS {
                found.push((taken, candidate));
            }
        }
    }
    // Stable: of two that take off as much, the one that the table has first.
    match entry.takes {
        Takes::Most => found.sort_by_key(|(taken, _)| std::cmp::Reverse(*taken)),
        Takes::Fewest => found.sort_by_key(|(taken, _)| *taken),
    }
    let mut seen = BTreeSet::new();
    let distinct = found.into_iter().map(|(_, candidate)| candidate).filter(|candidate| seen.insert(candidate.clone()));
    distinct.take(MOST_CANDIDATES).collect()
}

/// The roots that a word may become when it is typed on, the most frequent forms first.
fn completed(shards: &Shards<'_>, words: &Words, word: &str) -> io::Result<Vec<Found>> {
    if word.chars().count() < FEWEST_LETTERS {
        return Ok(Vec::new());
    }
    let mut keys: Vec<_> = words.beginning(word).iter().filter(|key| key.weight > 0).collect();
    keys.sort_by_key(|key| std::cmp::Reverse(key.weight));
    let mut lemmas: Vec<&str> = Vec::new();
    for key in keys {
        if lemmas.len() < MOST_COMPLETIONS && !lemmas.contains(&key.lemma()) {
            lemmas.push(key.lemma());
        }
    }
    lemmas.into_iter().filter_map(|lemma| shards.lemma(lemma).transpose()).collect()
}
