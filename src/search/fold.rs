//! What is the same to one who searches: capitals, marks on letters, kinds of hyphens.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a word: lower case, without marks, with plain hyphens and without apostrophes.
///
/// `Musyawarah‑Désa` becomes `musyawarah-desa`, `Qur’an` becomes `quran`.
pub fn fold(word: &str) -> String {
    let plain = word.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    plain
        .filter_map(|letter| match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
            '\'' | '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{00ad}' | '\u{200b}'..='\u{200d}' => None,
            _ => Some(letter),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_marks_and_kinds_of_hyphens_do_not_matter() {
        assert_eq!(fold("Musyawarah‑Désa"), "musyawarah-desa");
        assert_eq!(fold("Qur’an"), "quran");
        assert_eq!(fold("BAPPENAS"), "bappenas");
        assert_eq!(fold("ﬁle"), "file");
    }
}
