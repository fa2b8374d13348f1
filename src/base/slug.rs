//! The last part of a URL, and the one function that makes it from a title or a file name.
//!
//! **Invariant:** a [`Slug`] is `a-z`, `0-9` and single inner hyphens, never empty.

use std::fmt;
use std::sync::Arc;

/// One part of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Takes a text that already is a slug; none when it is not.
    pub fn new(text: &str) -> Option<Self> {
        let is_clean = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let has_edges = text.starts_with('-') || text.ends_with('-') || text.contains("--");
        (is_clean && !has_edges && !text.is_empty()).then(|| Self(text.into()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Makes a slug of any text, letters of other scripts transliterated; none when nothing is left.
pub fn slugify(text: &str) -> Option<Slug> {
    Slug::new(text).or_else(|| Slug::new(&slug::slugify(text)))
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_slugs() {
        let made = |text| slugify(text).map(|slug| slug.to_string());
        assert_eq!(made("Éclair à la Crème"), Some("eclair-a-la-creme".to_owned()));
        assert_eq!(made("Desa-desa di NTT: 83!"), Some("desa-desa-di-ntt-83".to_owned()));
        assert_eq!(made("…"), None);
    }

    #[test]
    fn only_slugs_are_taken_as_slugs() {
        for text in ["", "-a", "a-", "a--b", "A", "a b", "a/b", "é"] {
            assert_eq!(Slug::new(text), None, "{text:?}");
        }
    }
}
