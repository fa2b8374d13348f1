//! A checked language tag, as `kabar.yaml` declares it and file names carry it.
//!
//! **Invariant:** a [`Lang`] is lower case and well formed, so it can stand in URLs and in HTML.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Says that a text is not a language tag (BCP 47: `id`, `en`, `jv`, `pt-br`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LangError;

/// A language tag in lower case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(text: &str) -> Result<Self, LangError> {
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        let is_language = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
        let are_subtags =
            parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !is_language || !are_subtags || text.parse::<unic_langid::LanguageIdentifier>().is_err() {
            return Err(LangError);
        }
        Ok(Self(text.to_ascii_lowercase().into()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_checked_and_lowered() {
        assert_eq!("pt-BR".parse::<Lang>().map(|lang| lang.to_string()), Ok("pt-br".to_owned()));
        for text in ["", "i", "index", "id_ID", "1d", "id-"] {
            assert!(text.parse::<Lang>().is_err(), "{text:?}");
        }
    }
}
