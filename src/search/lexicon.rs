//! The words that texts of one language have had, each analysed once: the successive states of a
//! publication share it.
//!
//! **Invariant:** the numbers of words depend on the order in which they came; so nothing that is
//! written may depend on the numbers.
//! **Invariant:** the root of a root is itself.

use std::collections::BTreeMap;
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
    words: Vec<Entry>,
    /// Where a word's number is found by its hash; a power of two of them, half of them empty.
    slots: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
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

    /// Begins to number words.
    pub(super) fn numbers(&self) -> Numbers<'_> {
        Numbers { lexicon: self, known: self.known(), new: BTreeMap::new() }
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

/// Words of one text while they get their numbers: those that are new wait until all are there, so
/// that the words so far are held for reading once and for writing once.
pub(super) struct Numbers<'l> {
    lexicon: &'l Lexicon,
    known: RwLockReadGuard<'l, Known>,
    new: BTreeMap<String, u32>,
}

/// A word of the text: its number, or which of the new ones it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Word {
    Known(u32),
    New(u32),
}

/// The numbers of new words.
pub(super) struct Numbered(Vec<u32>);

impl Numbers<'_> {
    /// Takes a word in.
    pub(super) fn of(&mut self, word: &str) -> Word {
        if let Some(number) = self.known.find(word) {
            return Word::Known(number);
        }
        let next = u32::try_from(self.new.len()).unwrap_or(EMPTY);
        Word::New(match self.new.get(word) {
            Some(place) => *place,
            None => *self.new.entry(word.to_owned()).or_insert(next),
        })
    }

    /// Analyses the words that are new.
    pub(super) fn all(self) -> Numbered {
        let Self { lexicon, known, new } = self;
        drop(known);
        if new.is_empty() {
            return Numbered(Vec::new());
        }
        // Before anything is held: it is this that takes time.
        let roots: Vec<String> = new.keys().map(|word| lexicon.root(word)).collect();
        let mut numbers = vec![EMPTY; new.len()];
        let mut known = lexicon.known.write().unwrap_or_else(PoisonError::into_inner);
        for ((word, place), root) in new.iter().zip(roots) {
            numbers[*place as usize] = known.add(word, &root);
        }
        Numbered(numbers)
    }
}

impl Numbered {
    pub(super) fn of(&self, word: Word) -> u32 {
        match word {
            Word::Known(number) => number,
            Word::New(place) => self.0[place as usize],
        }
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
        self.words.push(Entry { start, length, hash, beginning, lemma: lemma.unwrap_or(number) });
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

    fn numbers<'w>(lexicon: &Lexicon, words: impl IntoIterator<Item = &'w str>) -> Vec<u32> {
        let mut numbers = lexicon.numbers();
        let found: Vec<Word> = words.into_iter().map(|word| numbers.of(word)).collect();
        let all = numbers.all();
        found.into_iter().map(|word| all.of(word)).collect()
    }

    #[test]
    fn words_keep_their_numbers_and_know_their_roots() {
        let lexicon = lexicon("id");
        let words: Vec<String> = (0..9000).map(|number| format!("kata{number}")).collect();
        let all = || words.iter().chain(&words).map(String::as_str);
        let first = numbers(&lexicon, all());
        assert_eq!(numbers(&lexicon, all()), first);
        let one = numbers(&lexicon, ["perencanaan", "rencana"]);
        let known = lexicon.known();
        assert_eq!(known.lemma(one[0]), one[1]);
        assert_eq!(known.lemma(one[1]), one[1]);
        assert!(all().zip(&first).all(|(word, number)| known.word(*number) == word));
    }

    #[test]
    fn the_root_of_a_root_is_itself() {
        let lexicon = lexicon("en");
        // Snowball makes `decis` of `decisions`, and `deci` of `decis`.
        let words = ["decisions", "decis", "deci", "organizations", "communities", "generously"];
        let numbers = numbers(&lexicon, words);
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
