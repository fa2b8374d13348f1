//! The words that texts of one language have had, each analysed once: the successive states of a
//! publication share it.
//!
//! **Invariant:** the numbers of words depend on the order in which they came; so nothing that is
//! written may depend on the numbers.
//! **Invariant:** the root of a root is itself.

use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use super::analyser::Analyser;
use super::format::{beginning_hash, fnv1a32};

/// The longest word that an index has, in bytes; what is longer is cut.
const LONGEST: usize = 60;

/// How often a root is led back to its own root, before it is taken as it is.
const STEPS: usize = 16;

/// Words with their roots.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) analyser: Analyser,
    known: RwLock<Known>,
}

/// All words so far.
#[derive(Debug)]
pub(super) struct Known {
    /// One behind the other.
    text: String,
    words: Vec<Word>,
    /// Where a word's number is found by its hash; a power of two of them, half of them empty.
    slots: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    start: u32,
    length: u8,
    /// Chooses its shard of postings, if it is a root.
    hash: u32,
    /// Chooses its shard of words.
    beginning: u32,
    lemma: u32,
}

const EMPTY: u32 = u32::MAX;

/// A word without what is too long of it.
pub(super) fn cut(word: &str) -> &str {
    &word[..word.floor_char_boundary(LONGEST)]
}

impl Lexicon {
    pub(super) fn new(analyser: Analyser) -> Self {
        let known = Known { text: String::new(), words: Vec::new(), slots: vec![EMPTY; 1 << 12] };
        Self { analyser, known: RwLock::new(known) }
    }

    /// The words so far.
    pub(super) fn known(&self) -> RwLockReadGuard<'_, Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The numbers of words; those that are new are analysed.
    pub(super) fn numbers<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Vec<u32> {
        let found: Vec<Option<u32>> = {
            let known = self.known();
            words.clone().map(|word| known.find(word)).collect()
        };
        let is_new = |(word, found): (&'w str, &Option<u32>)| found.is_none().then(|| self.root(word));
        let roots: Vec<Option<String>> = words.clone().zip(&found).map(is_new).collect();
        if roots.iter().all(Option::is_none) {
            return found.into_iter().flatten().collect();
        }
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let mut number = |((word, found), root): ((&str, Option<u32>), Option<String>)| match (found, root) {
            (Some(found), _) => found,
            (None, root) => known.add(word, root.as_deref().unwrap_or(word)),
        };
        words.zip(found).zip(roots).map(&mut number).collect()
    }

    /// The root of a word, which has no other root. Where roots lead in a circle it is the first of
    /// them in the order of their letters, so that all words of the circle have one.
    fn root(&self, word: &str) -> String {
        let next = |word: &str| cut(&self.analyser.analyse(word).root).to_owned();
        let mut path = vec![word.to_owned()];
        for _ in 0..STEPS {
            let root = path.last().map_or_else(String::new, |last| next(last));
            if let Some(at) = path.iter().position(|known| *known == root) {
                return path.drain(at..).min().unwrap_or(root);
            }
            path.push(root);
        }
        path.pop().unwrap_or_default()
    }
}

impl Known {
    /// How many words there are; their numbers are below.
    pub(super) fn count(&self) -> usize {
        self.words.len()
    }

    /// A word by its number.
    pub(super) fn word(&self, number: u32) -> &str {
        let word = &self.words[number as usize];
        &self.text[word.start as usize..word.start as usize + usize::from(word.length)]
    }

    /// The number of a word's root.
    pub(super) fn lemma(&self, number: u32) -> u32 {
        self.words[number as usize].lemma
    }

    /// The hash that chooses a root's shard of postings.
    pub(super) fn hash(&self, number: u32) -> u32 {
        self.words[number as usize].hash
    }

    /// The hash that chooses a word's shard of words.
    pub(super) fn beginning(&self, number: u32) -> u32 {
        self.words[number as usize].beginning
    }

    fn find(&self, word: &str) -> Option<u32> {
        self.slots.get(self.slot(word, fnv1a32(word.as_bytes()))).copied().filter(|number| *number != EMPTY)
    }

    /// Where a word is, or where it would be.
    fn slot(&self, word: &str, hash: u32) -> usize {
        let last = self.slots.len() - 1;
        let mut at = hash as usize & last;
        while self.slots[at] != EMPTY && self.word(self.slots[at]) != word {
            at = (at + 1) & last;
        }
        at
    }

    /// Adds a word with its root, unless another thread has.
    fn add(&mut self, word: &str, root: &str) -> u32 {
        let lemma = match self.find(root) {
            Some(number) => self.lemma(number),
            None => self.push(root, None),
        };
        self.find(word).unwrap_or_else(|| self.push(word, Some(lemma)))
    }

    fn push(&mut self, word: &str, lemma: Option<u32>) -> u32 {
        let number = u32::try_from(self.words.len()).unwrap_or(EMPTY);
        let start = u32::try_from(self.text.len()).unwrap_or(EMPTY);
        let hash = fnv1a32(word.as_bytes());
        let slot = self.slot(word, hash);
        self.slots[slot] = number;
        self.text.push_str(word);
        let length = u8::try_from(word.len()).unwrap_or(u8::MAX);
        let beginning = beginning_hash(word);
        self.words.push(Word { start, length, hash, beginning, lemma: lemma.unwrap_or(number) });
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        self.slots = vec![EMPTY; self.slots.len() * 2];
        let last = self.slots.len() - 1;
        for (number, word) in self.words.iter().enumerate() {
            let mut at = word.hash as usize & last;
            while self.slots[at] != EMPTY {
                at = (at + 1) & last;
            }
            self.slots[at] = u32::try_from(number).unwrap_or(EMPTY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(lang: &str) -> Lexicon {
        Lexicon::new(Analyser::new(&lang.parse().expect("a language")))
    }

    #[test]
    fn words_keep_their_numbers_and_know_their_roots() {
        let lexicon = lexicon("id");
        let words: Vec<String> = (0..9000).map(|number| format!("kata{number}")).collect();
        let numbers = lexicon.numbers(words.iter().map(String::as_str));
        assert_eq!(lexicon.numbers(words.iter().map(String::as_str)), numbers);
        let one = lexicon.numbers(["perencanaan", "rencana"].into_iter());
        let known = lexicon.known();
        assert_eq!(known.lemma(one[0]), one[1]);
        assert_eq!(known.lemma(one[1]), one[1]);
        assert!(words.iter().zip(&numbers).all(|(word, number)| known.word(*number) == word));
    }

    #[test]
    fn the_root_of_a_root_is_itself() {
        let lexicon = lexicon("en");
        // Snowball makes `decis` of `decisions`, and `deci` of `decis`.
        let words = ["decisions", "decis", "deci", "organizations", "communities", "generously"];
        let numbers = lexicon.numbers(words.into_iter());
        let known = lexicon.known();
        assert!(numbers.iter().all(|number| known.lemma(known.lemma(*number)) == known.lemma(*number)));
        assert_eq!(known.lemma(numbers[0]), known.lemma(numbers[1]));
    }

    #[test]
    fn long_words_are_cut_between_letters() {
        assert_eq!(cut(&"é".repeat(40)).len(), 60);
        assert_eq!(cut(&format!("a{}", "é".repeat(40))).len(), 59);
        assert_eq!(cut("kata"), "kata");
    }
}
