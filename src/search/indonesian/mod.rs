//! The roots of Indonesian words. A word is taken apart in every way that the affixes allow; a
//! list of roots, to which a publication adds its own, says which of the candidates is a word.
//!
//! **Invariant:** a listed root is its own root, whatever it seems to begin or end with: `berita`
//! is not `ber-` and `ita`.
//! **Invariant:** what is not listed is left alone, unless affixes at both ends, or a nasal before
//! a long word, leave little doubt.

mod affixes;
mod guess;
mod nasal;
mod roots;

pub(super) use affixes::Candidate;
pub(super) use roots::Roots;

/// What is known of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Analysis {
    /// The root that was chosen; the word itself where nothing better is known.
    pub(super) root: String,
    /// All that it might be, the likeliest first.
    pub(super) candidates: Vec<Candidate>,
}

/// Finds the root of a folded word (lower case, without marks; hyphens join repeated words).
pub(super) fn analyse(word: &str, roots: &Roots) -> Analysis {
    match word.split_once('-') {
        Some((first, second)) if !first.is_empty() && !second.is_empty() => repeated(word, first, second, roots),
        _ => single(word, roots),
    }
}

fn single(word: &str, roots: &Roots) -> Analysis {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Analysis { root: word.to_owned(), candidates: Vec::new() };
    }
    let mut candidates = affixes::candidates(word);
    let root = match roots.exception(word, &candidates) {
        Some(root) => root,
        None => match listed(&candidates, roots) {
            Some(root) => root,
            None => guess::guess(word, &candidates),
        },
    };
    // The chosen one first; of the others those that are words, then the rest.
    candidates.sort_by_key(|candidate| (candidate.root != root, !roots.knows(candidate), candidate.cost));
    Analysis { root, candidates }
}

/// Says whether a word is one that is known, or a form of one.
fn is_explained(word: &str, roots: &Roots) -> bool {
    let candidates = affixes::candidates(word);
    roots.exception(word, &candidates).is_some() || listed(&candidates, roots).is_some()
}

/// The cheapest candidate that is a listed root; of two that cost the same the longer.
fn listed(candidates: &[Candidate], roots: &Roots) -> Option<String> {
    let cost = |candidate: &Candidate| candidate.cost + roots.weight(&candidate.root);
    let known = candidates.iter().filter(|candidate| roots.knows(candidate));
    let best = known.min_by_key(|candidate| (cost(candidate), std::cmp::Reverse(candidate.root.len())));
    let compound = || candidates.iter().find(|candidate| roots.is_compound(&candidate.root));
    best.or_else(compound).map(|candidate| candidate.root.clone())
}

/// Written with a hyphen before names and acronyms: `se-Sulawesi`, `non-PNS`.
const AFFIXES: [&str; 9] = ["se", "non", "ber", "ke", "anti", "pra", "pasca", "antar", "sub"];

/// Written with a hyphen behind acronyms: `RPJMD-nya`.
const CLITICS: [&str; 6] = ["nya", "lah", "kah", "pun", "ku", "mu"];

/// Repetition: `desa-desa`, `berlari-lari`, `tolong-menolong`, `kehijau-hijauan`. Both halves have
/// one root; two words with different roots stay two words.
fn repeated(word: &str, first: &str, second: &str, roots: &Roots) -> Analysis {
    let (one, other) = (single(first, roots), analyse(second, roots));
    if one.root == other.root || is_echo(&one.root, &other.root) || first.ends_with(second) {
        return one;
    }
    if CLITICS.contains(&second) {
        return one;
    }
    if AFFIXES.contains(&first) {
        return other;
    }
    let mut candidates = one.candidates;
    candidates.extend(other.candidates);
    Analysis { root: word.to_owned(), candidates }
}

/// `sayur-mayur`, `bolak-balik`, `warna-warni`: the second half sounds like the first.
fn is_echo(first: &str, second: &str) -> bool {
    let sounds = |word: &str| -> String { word.chars().filter(|letter| !nasal::is_vowel(*letter)).collect() };
    let is_rhyme = first.chars().skip(1).eq(second.chars().skip(1));
    first.len() == second.len() && (is_rhyme || sounds(first) == sounds(second))
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::Vocabulary;
    use super::*;

    #[track_caller]
    fn check(words: &[(&str, &str)]) {
        let roots = Roots::new();
        let wrong: Vec<_> = words
            .iter()
            .map(|(word, root)| (*word, *root, analyse(word, &roots).root))
            .filter(|(_, root, found)| root != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn words_that_only_look_affixed_stay_whole() {
        check(&[
            ("berita", "berita"),
            ("mereka", "mereka"),
            ("pertama", "pertama"),
            ("sekolah", "sekolah"),
            ("terima", "terima"),
            ("ikan", "ikan"),
            ("sungai", "sungai"),
        ]);
    }

    #[test]
    fn swallowed_consonants_come_back() {
        check(&[
            ("menulis", "tulis"),
            ("memilih", "pilih"),
            ("menyapu", "sapu"),
            ("mengirim", "kirim"),
            ("pengiriman", "kirim"),
            ("mengecat", "cat"),
            ("mempunyai", "punya"),
        ]);
    }

    #[test]
    fn repetition_is_one_word() {
        check(&[
            ("desa-desa", "desa"),
            ("berlari-lari", "lari"),
            ("tolong-menolong", "tolong"),
            ("kehijau-hijauan", "hijau"),
            ("sayur-mayur", "sayur"),
            ("buah-buahan", "buah"),
        ]);
    }

    #[test]
    fn letters_of_any_script_are_left_alone() {
        check(&[("\u{18620}a-\u{18620}b", "\u{18620}a-\u{18620}b")]);
    }

    #[test]
    fn names_in_any_script_are_left_alone() {
        let name = "\u{627}\u{644}\u{632}\u{647}\u{631}\u{627}\u{621}";
        let vocabulary = Vocabulary { names: [name.to_owned()].into(), ..Vocabulary::default() };
        let roots = Roots::with(&vocabulary);
        assert_eq!(analyse(name, &roots).root, name);
    }

    #[test]
    fn what_is_unknown_is_left_alone_unless_affixes_leave_no_doubt() {
        check(&[
            ("kompasiana", "kompasiana"),
            ("dipernisankan", "nisan"),
            ("mengglobukan", "globu"),
            ("bekasi", "bekasi"),
        ]);
    }
}
