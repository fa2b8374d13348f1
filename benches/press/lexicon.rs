//! The words of the corpus, each in both languages, from `words/`: one entry a line, its
//! languages parted by ` = `. Sentences are made of them by `grammar`.

use std::borrow::Cow;

use super::random::Random;

/// A language of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    Indonesian,
    English,
}

pub const TONGUES: [Tongue; 2] = [Tongue::Indonesian, Tongue::English];

impl Tongue {
    pub fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// What is written in this language of a pair.
    pub fn of<T: AsRef<str>>(self, pair: &[T; 2]) -> &str {
        match self {
            Self::Indonesian => pair[0].as_ref(),
            Self::English => pair[1].as_ref(),
        }
    }
}

/// One meaning in both languages; `base` is the English verb that follows "to".
#[derive(Debug, Clone)]
pub struct Entry {
    texts: [Cow<'static, str>; 2],
    pub base: Cow<'static, str>,
}

impl Entry {
    fn read(line: &'static str) -> Self {
        let mut parts = line.split(" = ");
        let mut next = || parts.next().unwrap_or_default().trim();
        let (indonesian, english, base) = (next(), next(), next());
        Self { texts: [indonesian.into(), english.into()], base: base.into() }
    }

    /// The words in a language.
    pub fn text(&self, tongue: Tongue) -> &str {
        tongue.of(&self.texts)
    }

    fn same(text: String) -> Self {
        Self { texts: [text.clone().into(), text.clone().into()], base: text.into() }
    }
}

/// All words, by what they stand for in a pattern.
pub struct Lexicon {
    lists: [(&'static str, Vec<Entry>); 11],
    pub aspects: Vec<Entry>,
    pub regions: Vec<Entry>,
}

const BEGINNINGS: [&str; 24] = [
    "Wai", "Lolo", "Kata", "Rumba", "Mata", "Tana", "Weri", "Kilo", "Bula", "Wano", "Lamba", "Karu", "Tele", "Ana",
    "Peru", "Manu", "Hoba", "Ledo", "Sera", "Gala", "Umbu", "Nusa", "Pali", "Rato",
];
const ENDINGS: [&str; 24] = [
    "kolo", "nata", "lewa", "mangu", "tara", "dewa", "kaka", "bolo", "rengo", "lete", "wara", "nolu", "sina", "kabu",
    "pata", "ngara", "tolu", "rea", "meti", "lau", "hangu", "duka", "wini", "sola",
];
const BEFORE: [&str; 9] = ["", "", "", "", "Tanjung ", "Batu ", "Teluk ", "Bukit ", "Muara "];

impl Lexicon {
    pub fn new() -> Self {
        Self {
            lists: [
                ("people", read(include_str!("words/people.txt"))),
                ("action", read(include_str!("words/actions.txt"))),
                ("thing", read(include_str!("words/things.txt"))),
                ("place", read(include_str!("words/places.txt"))),
                ("quality", read(include_str!("words/qualities.txt"))),
                ("time", read(include_str!("words/times.txt"))),
                ("manner", read(include_str!("words/manners.txt"))),
                ("reason", read(include_str!("words/reasons.txt"))),
                ("topic", read(include_str!("words/topics.txt"))),
                ("unit", read(include_str!("words/units.txt"))),
                ("person", read(include_str!("words/names.txt"))),
            ],
            aspects: read(include_str!("words/aspects.txt")),
            regions: read(include_str!("words/regions.txt")),
        }
    }

    /// All entries of a list.
    pub fn list(&self, name: &str) -> &[Entry] {
        let list = self.lists.iter().find(|(known, _)| *known == name);
        list.map_or_else(|| panic!("there are no words for {{{name}}}"), |(_, list)| list)
    }

    /// Draws what fills a place in a pattern.
    pub fn draw(&self, name: &str, random: &mut Random) -> Entry {
        match name {
            "number" => Entry::same(random.between(3, 480).to_string()),
            "year" => Entry::same(random.between(2009, 2024).to_string()),
            "village" => Entry::same(village(random)),
            _ => random.pick(self.list(name)).clone(),
        }
    }
}

fn read(text: &'static str) -> Vec<Entry> {
    text.lines().filter(|line| !line.is_empty()).map(Entry::read).collect()
}

/// One of some thousands of names of villages that do not exist.
fn village(random: &mut Random) -> String {
    let (before, beginning, ending) = (random.pick(&BEFORE), random.pick(&BEGINNINGS), random.pick(&ENDINGS));
    format!("{before}{beginning}{ending}")
}
