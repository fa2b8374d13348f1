//! A shard of words: the forms that texts have with their roots, the roots themselves, and the names
//! of terms that another language has otherwise.
//!
//! **Invariant:** every root of a word is a word of the index too, though no text may have it.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::site::{LangId, Site};

use super::super::format::words_shard;
use super::super::kept::Bags;
use super::super::lexicon::Known;
use super::super::token::tokens;
use super::Index;
use super::bytes::Bytes;

/// Names of terms, folded, with their names in other languages.
pub(super) type Phrases = BTreeMap<String, BTreeMap<Lang, String>>;

/// More than that the weight of a word does not grow.
const MOST: u32 = 15;

/// Which words are roots of words that some text has.
pub(super) fn roots(bags: &Bags) -> Vec<bool> {
    let known = bags.lexicon.known();
    let mut roots = vec![false; bags.counts.len()];
    for (number, count) in (0_u32..).zip(&bags.counts) {
        if *count > 0 {
            roots[known.lemma(number) as usize] = true;
        }
    }
    roots
}

/// Makes a shard.
pub(super) fn file(index: &Index, site: &Site, shard: u32) -> Vec<u8> {
    let shards = index.shape.words;
    let known = index.bags.lexicon.known();
    let counts = (0_u32..).zip(index.bags.counts.iter().zip(&index.roots));
    let mut keys: Vec<(&str, u32, u32)> = counts
        .filter(|(number, (count, is_root))| {
            known.beginning(*number) & (shards - 1) == shard && (**count > 0 || **is_root)
        })
        .map(|(number, (count, _))| (known.word(number), number, *count))
        .collect();
    keys.sort_unstable();
    let mut out = Bytes::of_file(*b"KSW", index.shape.epoch);
    out.count(keys.len());
    let mut before = "";
    for (word, number, count) in keys {
        out.front_coded(before, word);
        write_root(word, root(number, &known), weight(count), &mut out);
        before = word;
    }
    let phrases = index.phrases.get_or_init(|| phrases(site, index.shape.lang));
    let of_shard = |phrase: &&str| words_shard(phrase.split(' ').next().unwrap_or_default(), shards) == shard;
    let of_shard: Vec<&str> = phrases.keys().map(String::as_str).filter(of_shard).collect();
    out.count(of_shard.len());
    for phrase in of_shard {
        out.string(phrase);
        out.count(phrases[phrase].len());
        for (lang, name) in &phrases[phrase] {
            out.string(lang.as_str());
            out.string(name);
        }
    }
    out.sealed()
}

fn root(number: u32, known: &Known) -> &str {
    known.word(known.lemma(number))
}

/// About how many records have a word: half as many more, and it is one more.
fn weight(count: u32) -> u8 {
    let weight = count.checked_ilog2().map_or(0, |power| (power + 1).min(MOST));
    u8::try_from(weight).unwrap_or_default()
}

/// Writes the root as what is cut from the word and put to it, in whichever way is shortest.
fn write_root(word: &str, root: &str, weight: u8, out: &mut Bytes) {
    if word == root {
        out.byte(weight);
        return;
    }
    let (front, start, length) = longest_shared(word, root);
    let (before, behind) = (&root[..start], &root[start + length..]);
    let cut = pair(front, word.len() - front - length);
    let added = pair(before.len(), behind.len());
    match (cut, added) {
        (Some(cut), Some(0)) => {
            out.byte(1 << 4 | weight);
            out.byte(cut);
        }
        (Some(cut), Some(added)) if length > 1 => {
            out.byte(2 << 4 | weight);
            out.byte(cut);
            out.byte(added);
            out.extend(before.as_bytes());
            out.extend(behind.as_bytes());
        }
        _ => {
            out.byte(3 << 4 | weight);
            out.string(root);
        }
    }
}

/// Two lengths in half a byte each, if they are as short.
fn pair(one: usize, other: usize) -> Option<u8> {
    let half = |length: usize| u8::try_from(length).ok().filter(|length| *length < 16);
    Some(half(one)? << 4 | half(other)?)
}

/// The longest part that two words share: where it begins in each, and how long it is.
fn longest_shared(one: &str, other: &str) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    for (at, _) in one.char_indices() {
        for (start, _) in other.char_indices() {
            let same = one[at..].chars().zip(other[start..].chars()).take_while(|(one, other)| one == other);
            let length = same.map(|(letter, _)| letter.len_utf8()).sum();
            if length > best.2 {
                best = (at, start, length);
            }
        }
    }
    best
}

/// The names of declared terms in a language that another language names otherwise.
fn phrases(site: &Site, lang: LangId) -> Phrases {
    let mut phrases = Phrases::new();
    for term in site.terms.iter().filter(|term| term.is_declared) {
        let name = &term.names[lang.0];
        let words: Vec<String> = tokens(name, site.lang(lang)).into_iter().map(|token| token.word).collect();
        let others = site.langs().map(|other| (site.lang(other), &term.names[other.0]));
        let others: Vec<_> = others.filter(|(_, other)| *other != name).collect();
        if words.is_empty() || others.is_empty() {
            continue;
        }
        let phrase = phrases.entry(words.join(" ")).or_default();
        for (lang, name) in others {
            phrase.entry(lang.clone()).or_insert_with(|| name.clone());
        }
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(word: &str, root: &str) -> Vec<u8> {
        let mut out = Bytes::default();
        write_root(word, root, 5, &mut out);
        out.into_vec()
    }

    #[test]
    fn roots_are_written_in_the_shortest_way() {
        assert_eq!(written("desa", "desa"), [0x05]);
        assert_eq!(written("perencanaan", "rencana"), [0x15, 0x22]);
        assert_eq!(written("menyapu", "sapu"), [0x25, 0x40, 0x10, b's']);
        assert_eq!(written("communities", "communiti"), [0x15, 0x02]);
        assert_eq!(written("x", "yz"), [0x35, 2, b'y', b'z']);
        let long = format!("{}desa", "a".repeat(20));
        assert_eq!(written(&long, "desa"), [0x35, 4, b'd', b'e', b's', b'a']);
    }

    #[test]
    fn weights_grow_with_the_logarithm() {
        assert_eq!([0, 1, 2, 3, 4, 1000, u32::MAX].map(weight), [0, 1, 2, 2, 3, 10, 15]);
    }
}
