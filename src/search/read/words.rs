//! A shard of words: the forms that texts have and their roots, and the names of terms that differ
//! between languages.
//!
//! **Invariant:** keys ascend, so each stands once and is found by halving.

use super::bytes::{Bytes, Fault};

/// The words of one shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub keys: Vec<Key>,
    pub phrases: Vec<Phrase>,
}

/// A word that some text has, or the root of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub word: String,
    /// How many records have this form, roughly; none when it is only a root.
    pub weight: u8,
    /// Nothing when the word is its own root.
    other: Option<String>,
}

/// The name of a term, with its names in other languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Folded words, one space between.
    pub words: String,
    /// Language and name.
    pub names: Vec<(String, String)>,
}

impl Key {
    pub fn lemma(&self) -> &str {
        self.other.as_deref().unwrap_or(&self.word)
    }

    /// Says whether the word is written as its own root.
    pub fn is_root(&self) -> bool {
        self.other.is_none()
    }
}

impl Words {
    /// Reads a shard of the index of an epoch.
    pub fn decode(file: &[u8], epoch: u32) -> Result<Self, Fault> {
        let mut bytes = Bytes::of_file(file, *b"KSW", epoch)?;
        let mut keys: Vec<Key> = Vec::new();
        for _ in 0..bytes.count(2)? {
            let before = keys.last().map_or("", |key| key.word.as_str());
            let word = bytes.front_coded(before)?;
            if !keys.is_empty() && *word <= *before {
                return Err(Fault::Order);
            }
            keys.push(key(word, &mut bytes)?);
        }
        let mut phrases: Vec<Phrase> = Vec::new();
        for _ in 0..bytes.count(2)? {
            let words = bytes.string()?.to_owned();
            if phrases.last().is_some_and(|before| words <= before.words) {
                return Err(Fault::Order);
            }
            let mut names = Vec::new();
            for _ in 0..bytes.count(2)? {
                names.push((bytes.string()?.to_owned(), bytes.string()?.to_owned()));
            }
            phrases.push(Phrase { words, names });
        }
        bytes.end()?;
        Ok(Self { keys, phrases })
    }

    /// The key of a word.
    pub fn key(&self, word: &str) -> Option<&Key> {
        let place = self.keys.binary_search_by(|key| key.word.as_str().cmp(word)).ok()?;
        self.keys.get(place)
    }

    /// The keys that begin with a text.
    pub fn beginning(&self, text: &str) -> &[Key] {
        let start = self.keys.partition_point(|key| key.word.as_str() < text);
        let count = self.keys[start..].partition_point(|key| key.word.starts_with(text));
        &self.keys[start..start + count]
    }

    /// The phrase of these words.
    pub fn phrase(&self, words: &str) -> Option<&Phrase> {
        let place = self.phrases.binary_search_by(|phrase| phrase.words.as_str().cmp(words)).ok()?;
        self.phrases.get(place)
    }
}

fn key(word: String, bytes: &mut Bytes<'_>) -> Result<Key, Fault> {
    let byte = bytes.byte()?;
    let other = match byte >> 4 {
        0 => None,
        1 => Some(cut(&word, bytes.byte()?, "", "")?),
        2 => {
            let (cuts, lengths) = (bytes.byte()?, bytes.byte()?);
            let front = text(bytes.take(u32::from(lengths >> 4))?)?;
            let back = text(bytes.take(u32::from(lengths & 15))?)?;
            Some(cut(&word, cuts, front, back)?)
        }
        3 => Some(bytes.string()?.to_owned()),
        _ => return Err(Fault::Number),
    };
    Ok(Key { word, weight: byte & 15, other })
}

/// A word less so many bytes in front and behind, with others in their place.
fn cut(word: &str, cuts: u8, front: &str, back: &str) -> Result<String, Fault> {
    let (start, end) = (usize::from(cuts >> 4), word.len().checked_sub(usize::from(cuts & 15)));
    let middle = end.and_then(|end| word.get(start..end)).ok_or(Fault::Number)?;
    Ok([front, middle, back].concat())
}

fn text(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|_| Fault::Text)
}
