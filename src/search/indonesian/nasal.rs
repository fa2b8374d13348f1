//! `me-` and `pe-`: the two prefixes that take a nasal from the place where the root begins, and
//! often swallow the root's first consonant: `menulis` from `tulis`, `pemrakarsa` from `prakarsa`.
//!
//! **Invariant:** both readings are given where two are possible: `mengarang` is `arang` or
//! `karang`.

use super::affixes::Taken;

/// What each of the two prefixes costs by itself.
const PREFIXES: [(&str, &str, u32); 2] = [("me", "me", 10), ("pe", "pe", 10)];

/// Loans and some others keep a consonant that the nasal should have swallowed: `mempunyai`,
/// `menteladani`, `mengkaji`, `mensosialisasikan`.
const KEPT: u32 = 4;

/// `menge-` says that what follows is short, so that it speaks for short roots.
const SHORT: u32 = 8;

/// Lists what stays of a word without `me-` or `pe-`.
pub(super) fn taken(word: &str) -> Vec<Taken> {
    let mut found = Vec::new();
    for (form, prefix, cost) in PREFIXES {
        if let Some(rest) = word.strip_prefix(form) {
            after(rest, prefix, cost, &mut found);
        }
    }
    colloquial(word, &mut found);
    found
}

fn after(rest: &str, prefix: &'static str, cost: u32, out: &mut Vec<Taken>) {
    let mut say = |rest: String, cost| out.push(Taken { prefix, rest, cost });
    let first = rest.chars().next();
    // No nasal: before l, m, n, r, w, y; `pe-` before any consonant, as one who does: `petani`.
    match first {
        Some('l' | 'm' | 'n' | 'r' | 'w' | 'y') => say(rest.to_owned(), cost),
        Some(letter) if prefix == "pe" && !is_vowel(letter) => say(rest.to_owned(), cost + 3),
        _ => {}
    }
    if let Some(rest) = rest.strip_prefix('m') {
        match rest.chars().next() {
            Some('b' | 'f' | 'v') => say(rest.to_owned(), cost),
            Some('p') => say(rest.to_owned(), if rest.starts_with("per") { cost } else { cost + KEPT }),
            Some('l' | 'r') => say(format!("p{rest}"), cost + 2),
            Some(letter) if is_vowel(letter) => say(format!("p{rest}"), cost + 2),
            _ => {}
        }
    }
    if let Some(rest) = rest.strip_prefix("ny").filter(|rest| rest.starts_with(is_vowel)) {
        say(format!("s{rest}"), cost);
    }
    if let Some(rest) = rest.strip_prefix("ng") {
        velar(rest, cost, &mut say);
    } else if let Some(rest) = rest.strip_prefix('n') {
        match rest.chars().next() {
            Some('c' | 'd' | 'j' | 'z') => say(rest.to_owned(), cost),
            Some('t' | 's') => say(rest.to_owned(), cost + KEPT),
            Some('r') => say(format!("t{rest}"), cost + 2),
            Some(letter) if is_vowel(letter) => say(format!("t{rest}"), cost),
            _ => {}
        }
    }
}

fn velar(rest: &str, cost: u32, say: &mut impl FnMut(String, u32)) {
    match rest.chars().next() {
        Some('g' | 'h' | 'q') => say(rest.to_owned(), cost),
        Some('k') => say(rest.to_owned(), if rest.starts_with("kh") { cost } else { cost + KEPT }),
        Some('l' | 'r') => say(format!("k{rest}"), cost + 2),
        Some(letter) if is_vowel(letter) => {
            say(rest.to_owned(), cost);
            say(format!("k{rest}"), cost + 1);
        }
        _ => {}
    }
    // `menge-` stands before roots of one syllable: `mengecat`, `pengesahan`.
    if let Some(short) = rest.strip_prefix('e').filter(|rest| is_one_syllable(rest)) {
        say(short.to_owned(), cost - SHORT);
    }
}

/// Speech leaves the `me` away: `nulis`, `nyari`, `ngopi`, `ngecek`.
fn colloquial(word: &str, out: &mut Vec<Taken>) {
    let mut whole = Vec::new();
    if word.starts_with("ng") || word.starts_with("ny") || word.starts_with('n') {
        after(word, "me", 30, &mut whole);
        whole.retain(|taken| taken.rest != word);
    }
    out.extend(whole);
}

pub(super) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Says whether a stem, perhaps with a suffix that was not taken, is spoken in one breath.
fn is_one_syllable(word: &str) -> bool {
    syllables(word) == 1 && !word.starts_with(is_vowel)
}

/// Counts the syllables of a word: its groups of vowels, where two vowels are two syllables
/// except in `ai`, `au` and `oi`.
pub(super) fn syllables(word: &str) -> usize {
    let mut count = 0;
    let mut last = None;
    for letter in word.chars() {
        let is_glide = matches!((last, letter), (Some('a'), 'i' | 'u') | (Some('o'), 'i'));
        if is_vowel(letter) && !is_glide {
            count += 1;
        }
        last = if is_glide { None } else { Some(letter) };
    }
    count
}
