//! A text taken apart into words and numbers, with their places.
//!
//! **Invariant:** the place of a token lies inside its text, on the bounds of characters.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::Lang;

use super::fold::fold;

/// A word or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Folded; of a number its canonical form: `1234.5`.
    pub word: String,
    /// Its bytes in the text.
    pub place: Range<usize>,
}

/// Finds the words and numbers of a text (Unicode Standard Annex 29). What hyphens join is several
/// words: `desa-desa` is `desa` twice.
pub fn tokens(text: &str, lang: &Lang) -> Vec<Token> {
    text.unicode_word_indices()
        .map(|(start, word)| Token { word: canonical(word, lang), place: start..start + word.len() })
        .filter(|token| !token.word.is_empty())
        .collect()
}

fn canonical(word: &str, lang: &Lang) -> String {
    if word.starts_with(|first: char| first.is_ascii_digit()) && word.bytes().all(is_of_number) {
        return number(word, lang);
    }
    fold(word)
}

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'.' | b',')
}

/// The same number in both conventions: `1.234,5` of Indonesian and `1,234.5` of English.
fn number(word: &str, lang: &Lang) -> String {
    let (thousands, decimal) = if lang.as_str().starts_with("en") { (',', '.') } else { ('.', ',') };
    let (whole, rest) = match word.split_once(decimal) {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (word, None),
    };
    let mut groups = whole.split(thousands);
    let first = groups.next().unwrap_or_default();
    let are_groups = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if !whole.contains(thousands) || are_groups {
        let whole: String = whole.split(thousands).collect();
        return match rest {
            Some(rest) => format!("{whole}.{rest}"),
            None => whole,
        };
    }
    // A time, a version, a chapter: `10.30`.
    word.replace(',', ".")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str, lang: &str) -> Vec<String> {
        tokens(text, &lang.parse().expect("a language")).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn repeated_words_are_two() {
        assert_eq!(words("Desa-desa di BAPPENAS", "id"), ["desa", "desa", "di", "bappenas"]);
    }

    #[test]
    fn numbers_of_both_conventions_are_one() {
        assert_eq!(words("1.234,5 dan 83", "id"), ["1234.5", "dan", "83"]);
        assert_eq!(words("1,234.5 and 83", "en"), ["1234.5", "and", "83"]);
        assert_eq!(words("pukul 10.30", "id"), ["pukul", "10.30"]);
    }

    proptest! {
        #[test]
        fn places_hold_their_words(text in "\\PC{0,60}") {
            let lang: Lang = "id".parse().expect("a language");
            for token in tokens(&text, &lang) {
                prop_assert!(text.get(token.place).is_some());
            }
        }
    }
}
