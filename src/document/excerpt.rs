//! What is kept of a body's plain text: its beginning, and the words that set it apart.

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
    let text = text.to_lowercase();
    let is_long = |word: &&str| word.chars().nth(SHORTEST - 1).is_some();
    let mut all: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(is_long).collect();
    all.sort_unstable();
    let mut words: Vec<(&str, usize)> = all.chunk_by(|a, b| a == b).map(|chunk| (chunk[0], chunk.len())).collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    words.truncate(KEYWORDS);
    let mut words: Vec<String> = words.into_iter().map(|(word, _)| word.to_owned()).collect();
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
