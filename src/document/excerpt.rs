//! What is kept of a body's plain text: its beginning, and the words that set it apart.

use std::collections::BTreeMap;

/// How many characters a summary made of the text may have.
const EXCERPT: usize = 200;
/// How many words are kept of an article.
const KEYWORDS: usize = 12;
/// Shorter words say little.
const SHORTEST: usize = 6;

/// The beginning of a text, cut at a word.
pub(super) fn excerpt(text: &str) -> String {
    let mut excerpt = String::new();
    for word in text.split_whitespace() {
        let length = excerpt.chars().count() + 1 + word.chars().count();
        if length > EXCERPT {
            excerpt.push('…');
            break;
        }
        if !excerpt.is_empty() {
            excerpt.push(' ');
        }
        excerpt.push_str(word);
    }
    excerpt
}

/// The most frequent longer words, in the order of the alphabet.
pub(super) fn keywords(text: &str) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphabetic()) {
        if word.chars().nth(SHORTEST - 1).is_some() {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    let mut words: Vec<(String, usize)> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.truncate(KEYWORDS);
    let mut words: Vec<String> = words.into_iter().map(|(word, _)| word).collect();
    words.sort();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_ends_at_a_word() {
        assert_eq!(excerpt("  a\n b "), "a b");
        let long = excerpt(&"perencanaan ".repeat(40));
        assert!(long.ends_with("perencanaan…") && long.chars().count() <= EXCERPT + 1, "{long}");
    }

    #[test]
    fn keywords_are_the_frequent_long_words() {
        assert_eq!(keywords("desa tenunan pasar tenunan kelompok"), ["kelompok", "tenunan"]);
    }
}
