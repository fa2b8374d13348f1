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
    let mut tokens = Vec::new();
    each_token(text, lang, |word, place| tokens.push(Token { word: word.to_owned(), place }));
    tokens
}

/// Goes through the words and numbers of a text, as [`tokens`] does, without keeping them: the
/// index has millions.
pub(super) fn each_token(text: &str, lang: &Lang, mut found: impl FnMut(&str, Range<usize>)) {
    let mut folded = String::new();
    let mut start = 0;
    // No word goes over a blank, so that each part between two may be read in its own way.
    for part in text.split(' ') {
        let mut word = |place: Range<usize>| {
            canonical(&part[place.clone()], lang, &mut folded);
            if !folded.is_empty() {
                found(&folded, start + place.start..start + place.end);
            }
        };
        if part.is_ascii() {
            plain_words(part.as_bytes(), word);
        } else {
            part.unicode_word_indices().for_each(|(at, written)| word(at..at + written.len()));
        }
        start += part.len() + 1;
    }
}

/// What a byte is to the bounds of words, of those that stand for themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Underscore,
    Other,
}

fn kind(byte: Option<&u8>) -> Kind {
    match byte {
        Some(b'a'..=b'z' | b'A'..=b'Z') => Kind::Letter,
        Some(b'0'..=b'9') => Kind::Digit,
        Some(b'_') => Kind::Underscore,
        _ => Kind::Other,
    }
}

/// The words of a text of nothing but ASCII, by the same rules in fewer steps: letters and digits
/// hold together, and marks between two letters (WB6, WB7) or two digits (WB11, WB12).
fn plain_words(bytes: &[u8], mut found: impl FnMut(Range<usize>)) {
    let mut start = 0;
    let mut is_word = false;
    for (at, byte) in bytes.iter().enumerate() {
        let joins = |of: Kind| at > start && kind(bytes.get(at - 1)) == of && kind(bytes.get(at + 1)) == of;
        let goes_on = match kind(Some(byte)) {
            Kind::Letter | Kind::Digit => {
                is_word = true;
                true
            }
            Kind::Underscore => true,
            Kind::Other => match byte {
                b'.' | b'\'' => joins(Kind::Letter) || joins(Kind::Digit),
                b':' => joins(Kind::Letter),
                b',' | b';' => joins(Kind::Digit),
                _ => false,
            },
        };
        if !goes_on {
            if is_word {
                found(start..at);
            }
            start = at + 1;
            is_word = false;
        }
    }
    if is_word {
        found(start..bytes.len());
    }
}

fn canonical(word: &str, lang: &Lang, folded: &mut String) {
    folded.clear();
    if word.starts_with(|first: char| first.is_ascii_digit()) && word.bytes().all(is_of_number) {
        folded.push_str(&number(word, lang));
    } else if word.is_ascii() {
        folded.extend(word.bytes().filter(|byte| *byte != b'\'').map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        folded.push_str(&fold(word));
    }
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
        /// Whatever stands between blanks is read as Unicode's own rules have it.
        #[test]
        fn words_are_those_of_the_standard(text in "([a-zA-Z]{1,3}|[0-9]{1,2}|[.,:;'_ \\-@/\n\t]|[é’“–\u{a0}\u{301}\u{200d}カ語ก🇮🇩]){0,24}") {
            let lang: Lang = "id".parse().expect("a language");
            let places: Vec<_> = tokens(&text, &lang).into_iter().map(|token| token.place).collect();
            let theirs = text.unicode_word_indices().map(|(start, word)| start..start + word.len());
            prop_assert_eq!(places, theirs.collect::<Vec<_>>());
        }

        #[test]
        fn plain_words_are_folded_as_all_others(word in "[ -~]{0,12}") {
            let lang: Lang = "id".parse().expect("a language");
            for token in tokens(&word, &lang).iter().filter(|token| !token.word.starts_with(|first: char| first.is_ascii_digit())) {
                prop_assert_eq!(&token.word, &fold(&word[token.place.clone()]));
            }
        }

        #[test]
        fn places_hold_their_words(text in "\\PC{0,60}") {
            let lang: Lang = "id".parse().expect("a language");
            for token in tokens(&text, &lang) {
                prop_assert!(text.get(token.place).is_some());
            }
        }
    }
}
