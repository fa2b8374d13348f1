//! Words that every text or every question is full of, by language. They are found in phrases, but
//! say nothing of a record.
//!
//! **Invariant:** each is its own root, and the root of no word that says something: `dapat` is not
//! among them, for it is the root of `pendapatan`, nor is `serta`, the root of `peserta`.

use crate::base::Lang;

const INDONESIAN: [&str; 29] = [
    "akan",
    "apa",
    "atau",
    "bagaimana",
    "dan",
    "dari",
    "dengan",
    "di",
    "ia",
    "ini",
    "itu",
    "juga",
    "kami",
    "kapan",
    "karena",
    "ke",
    "kenapa",
    "kita",
    "mengapa",
    "mereka",
    "pada",
    "para",
    "saya",
    "siapa",
    "tetapi",
    "tidak",
    "untuk",
    "yaitu",
    "yang",
];

const ENGLISH: [&str; 36] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "has", "have", "how", "in", "is", "it",
    "of", "on", "or", "that", "the", "their", "they", "this", "to", "was", "we", "were", "what", "when", "where",
    "which", "who", "will", "with",
];

/// Says whether a root is one of those of its language.
pub(super) fn is_frequent(root: &str, lang: &Lang) -> bool {
    match lang.as_str().split('-').next() {
        Some("id") => INDONESIAN.binary_search(&root).is_ok(),
        Some("en") => ENGLISH.binary_search(&root).is_ok(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::analyser::Analyser;
    use super::*;

    #[test]
    fn each_is_its_own_root_and_stands_in_order() {
        for (tag, words) in [("id", &INDONESIAN[..]), ("en", &ENGLISH[..])] {
            assert!(words.is_sorted(), "{tag}");
            let lang: Lang = tag.parse().expect("a language");
            let analyser = Analyser::new(&lang);
            let wrong: Vec<_> = words.iter().filter(|word| analyser.analyse(word).root != **word).collect();
            assert!(wrong.is_empty(), "{tag} {wrong:?}");
            assert!(words.iter().all(|word| is_frequent(word, &lang)));
        }
    }
}
