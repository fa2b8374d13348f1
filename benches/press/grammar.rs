//! Sentences from patterns: `patterns/` holds them in both languages, one a line, with places for
//! the words of the lexicon: `{people}`, a second one `{people.2}`, an English verb after "to"
//! `{action:base}`.
//!
//! **Invariant:** what is drawn does not depend on the language, so that the English sentence
//! says what the Indonesian one says.

use super::lexicon::{Entry, Lexicon, Tongue};
use super::random::Random;

/// What a sentence is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Sentence,
    Heading,
    Title,
    Summary,
    Item,
    Quotation,
    Reference,
    Caption,
    Blurb,
}

/// All patterns with the words that fill them.
pub struct Grammar {
    pub lexicon: Lexicon,
    patterns: [(Use, Vec<[&'static str; 2]>); 9],
}

impl Grammar {
    pub fn new() -> Self {
        Self {
            lexicon: Lexicon::new(),
            patterns: [
                (Use::Sentence, read(include_str!("patterns/sentences.txt"))),
                (Use::Heading, read(include_str!("patterns/headings.txt"))),
                (Use::Title, read(include_str!("patterns/titles.txt"))),
                (Use::Summary, read(include_str!("patterns/summaries.txt"))),
                (Use::Item, read(include_str!("patterns/items.txt"))),
                (Use::Quotation, read(include_str!("patterns/quotations.txt"))),
                (Use::Reference, read(include_str!("patterns/references.txt"))),
                (Use::Caption, read(include_str!("patterns/captions.txt"))),
                (Use::Blurb, read(include_str!("patterns/blurbs.txt"))),
            ],
        }
    }

    /// Draws a pattern and its words, and says it with a capital at the start.
    pub fn say(&self, purpose: Use, tongue: Tongue, random: &mut Random) -> String {
        capital(&self.item(purpose, tongue, random))
    }

    /// The same as it stands in a list.
    pub fn item(&self, purpose: Use, tongue: Tongue, random: &mut Random) -> String {
        let patterns = self.patterns.iter().find(|(known, _)| *known == purpose);
        let (_, patterns) = patterns.expect("every use has its patterns");
        let pattern = random.pick(patterns);
        // Always in the order of the original, whatever the language.
        let mut words: Vec<(&str, Entry)> = Vec::new();
        for place in places(pattern[0]) {
            if place != "link" && words.iter().all(|(known, _)| *known != place) {
                let list = place.split('.').next().unwrap_or(place);
                words.push((place, self.lexicon.draw(list, random)));
            }
        }
        fill(tongue.of(pattern), tongue, &words)
    }
}

fn read(text: &'static str) -> Vec<[&'static str; 2]> {
    let pair = |line: &'static str| line.split_once(" = ").map(<[&str; 2]>::from);
    text.lines().filter_map(pair).collect()
}

/// The names between braces, in order.
fn places(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place)
}

fn fill(pattern: &str, tongue: Tongue, words: &[(&str, Entry)]) -> String {
    let mut parts = pattern.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or_else(|| panic!("a brace is open in: {pattern}"));
        let (name, is_base) = place.strip_suffix(":base").map_or((place, false), |name| (name, true));
        match words.iter().find(|(known, _)| *known == name) {
            Some((_, entry)) if is_base => text.push_str(&entry.base),
            Some((_, entry)) => text.push_str(entry.text(tongue)),
            // `{link}` is for whoever asked for a reference.
            None => text.extend(["{", name, "}"]),
        }
        text.push_str(rest);
    }
    text
}

pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
