//! The terms of the corpus: 200 tags, 100 authors, 30 regions with their provinces; and the files
//! under `content/_terms/` that declare them.

use std::fmt::Write as _;

use super::grammar::{Grammar, Use, capital};
use super::lexicon::{TONGUES, Tongue};
use super::random::{Random, Zipf};

pub const AUTHORS: usize = 100;

/// All terms, by rank.
pub struct Register {
    pub tags: Vec<Term>,
    pub authors: Vec<Term>,
    pub regions: Vec<Term>,
    zipf: Zipf,
}

/// One term.
pub struct Term {
    pub id: String,
    names: [String; 2],
    parent: Option<String>,
    blurbs: Option<[String; 2]>,
}

/// The terms of one article, by id.
pub struct Terms {
    pub tags: Vec<String>,
    pub authors: Vec<String>,
    pub regions: Vec<String>,
}

impl Register {
    pub fn new(grammar: &Grammar, seed: u64) -> Self {
        let tags = tags(grammar, seed);
        let zipf = Zipf::new(u32::try_from(tags.len()).expect("there are hundreds"));
        Self { tags, authors: authors(grammar), regions: regions(grammar), zipf }
    }

    /// Draws 3 to 6 tags, 1 or 2 authors, 1 region.
    pub fn draw(&self, random: &mut Random) -> Terms {
        let count = random.between(3, 6);
        let tags = self.zipf.draw(count, random).into_iter().map(|rank| self.tags[rank].id.clone()).collect();
        let first = random.below(AUTHORS);
        let mut authors = vec![self.authors[first].id.clone()];
        if random.once_in(2) {
            authors.push(self.authors[(first + random.between(1, AUTHORS - 1)) % AUTHORS].id.clone());
        }
        Terms { tags, authors, regions: vec![random.pick(&self.regions).id.clone()] }
    }

    /// The files of `content/_terms/`: name and text.
    pub fn files(&self) -> [(&'static str, String); 3] {
        [("tags.yaml", yaml(&self.tags)), ("authors.yaml", yaml(&self.authors)), ("regions.yaml", yaml(&self.regions))]
    }
}

fn tags(grammar: &Grammar, seed: u64) -> Vec<Term> {
    let lexicon = &grammar.lexicon;
    let topics = lexicon.list("topic");
    let mut all: Vec<[String; 2]> =
        topics.iter().map(|topic| TONGUES.map(|tongue| topic.text(tongue).to_owned())).collect();
    for aspect in &lexicon.aspects {
        let name = |topic: &super::lexicon::Entry| {
            TONGUES.map(|tongue| format!("{} {}", topic.text(tongue), aspect.text(tongue)))
        };
        all.extend(topics.iter().map(name));
    }
    let term = |(rank, names): (usize, [String; 2])| {
        let random = Random::of(seed, 3, rank);
        let blurbs = TONGUES.map(|tongue| grammar.say(Use::Blurb, tongue, &mut random.clone()));
        Term { id: slug(&names[1]), names: names.map(|name| capital(&name)), parent: None, blurbs: Some(blurbs) }
    };
    all.into_iter().enumerate().map(term).collect()
}

/// First and last names, each pair once.
fn authors(grammar: &Grammar) -> Vec<Term> {
    let people = grammar.lexicon.list("person");
    let name = |index: usize| people[index % people.len()].text(Tongue::Indonesian).split_once(' ').unwrap_or_default();
    let author = |index: usize| {
        let (first, _) = name(index);
        let (_, last) = name(index * 7 + index / people.len());
        let name = format!("{first} {last}");
        Term { id: slug(&name), names: [name.clone(), name], parent: None, blurbs: None }
    };
    (0..AUTHORS).map(author).collect()
}

fn regions(grammar: &Grammar) -> Vec<Term> {
    let region = |entry: &super::lexicon::Entry| Term {
        id: slug(entry.text(Tongue::Indonesian)),
        names: TONGUES.map(|tongue| entry.text(tongue).to_owned()),
        parent: (!entry.base.is_empty()).then(|| slug(&entry.base)),
        blurbs: None,
    };
    grammar.lexicon.regions.iter().map(region).collect()
}

fn yaml(terms: &[Term]) -> String {
    let mut text = String::new();
    for term in terms {
        let pair = |pair: &[String; 2]| {
            format!("{{ id: \"{}\", en: \"{}\" }}", Tongue::Indonesian.of(pair), Tongue::English.of(pair))
        };
        let slugs = term.names.clone().map(|name| slug(&name));
        let mut add = |line: String| writeln!(text, "{line}").expect("a string takes all");
        add(format!("{}:", term.id));
        add(format!("  name: {}", pair(&term.names)));
        add(format!("  slug: {}", pair(&slugs)));
        term.parent.iter().for_each(|parent| add(format!("  parent: {parent}")));
        term.blurbs.iter().for_each(|blurbs| add(format!("  blurb: {}", pair(blurbs))));
    }
    text
}

/// Lower case, with hyphens for all that is neither letter nor digit.
pub fn slug(text: &str) -> String {
    let letters =
        text.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    let words: String = letters.collect();
    words.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}
