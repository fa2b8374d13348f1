//! One article: what it is called, and its files in both languages.
//!
//! **Invariant:** an article depends on the seed and its own number alone, so that a small corpus
//! is the beginning of a large one.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::Date;

use super::body::body;
use super::grammar::{Grammar, Use};
use super::lexicon::{TONGUES, Tongue};
use super::picture;
use super::random::Random;
use super::register::{Register, Terms, slug};

/// The kinds of articles: the folders of their sections.
pub const KINDS: [&str; 3] = ["stories", "cases", "reports"];

/// Streams of numbers: one a purpose.
const HEAD: u64 = 1;
const BODY: u64 = 2;

/// What others may say of an article.
pub struct Head {
    pub kind: &'static str,
    /// The folder, unique in the publication.
    pub name: String,
    pub titles: [String; 2],
    pub date: Date,
}

/// Where an article's picture stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    None,
    /// One of the pictures that all articles share.
    Shared(usize),
    /// The article's own, described beside it.
    Own,
}

/// Everything that articles are made of.
pub struct Press {
    pub grammar: Grammar,
    pub register: Register,
    pub seed: u64,
}

/// A file beside the others of its article.
pub struct ArticleFile {
    pub name: String,
    pub text: String,
}

impl Press {
    pub fn new(seed: u64) -> Self {
        let grammar = Grammar::new();
        let register = Register::new(&grammar, seed);
        Self { grammar, register, seed }
    }

    /// The name, titles and date of an article.
    pub fn head(&self, index: usize) -> Head {
        let mut random = Random::of(self.seed, HEAD, index);
        let kind = *random.pick(&KINDS);
        let days = i64::try_from(random.below(8 * 365 + 2)).expect("some thousand days");
        let date = jiff::civil::date(2017, 1, 1).checked_add(days.days()).expect("a day of eight years");
        let titles = TONGUES.map(|tongue| self.grammar.say(Use::Title, tongue, &mut random.clone()));
        let short: Vec<&str> = titles[1].split(' ').take(3).collect();
        let name = format!("{}-{:02}-{}-{index}", date.year(), date.month(), slug(&short.join(" ")));
        Head { kind, name, titles, date }
    }

    /// All files of an article.
    pub fn article(&self, index: usize) -> Vec<ArticleFile> {
        let head = self.head(index);
        let mut random = Random::of(self.seed, BODY, index);
        let id = id(&mut random);
        let terms = self.register.draw(&mut random);
        let picture = match random.below(20) {
            0 => Picture::Own,
            1..10 => Picture::Shared(random.below(picture::SHARED)),
            _ => Picture::None,
        };
        let mut files: Vec<ArticleFile> = TONGUES
            .into_iter()
            .map(|tongue| {
                let mut random = random.clone();
                let summary = self.grammar.say(Use::Summary, tongue, &mut random);
                let shared = (tongue == Tongue::Indonesian).then(|| shared(&id, head.date, &terms));
                let mut text = front_matter(index, &head, tongue, &summary, shared);
                text.push_str(&body(self, index, tongue, picture, &mut random));
                ArticleFile { name: format!("index.{}.md", tongue.code()), text }
            })
            .collect();
        if picture == Picture::Own {
            let [indonesian, english] =
                TONGUES.map(|tongue| self.grammar.say(Use::Caption, tongue, &mut random.clone()));
            let text = format!("{0}:\n  alt: {{ id: \"{indonesian}\", en: \"{english}\" }}\n", picture::OWN);
            files.push(ArticleFile { name: "media.yaml".to_owned(), text });
            files.push(ArticleFile { name: picture::OWN.to_owned(), text: picture::vector(index) });
        }
        files
    }
}

fn id(random: &mut Random) -> String {
    const SIGNS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    // A letter first, so that it is never read as a number.
    let first = char::from(SIGNS[random.below(26)]);
    std::iter::once(first).chain((1..10).map(|_| char::from(*random.pick(SIGNS)))).collect()
}

/// What lives once, in the original.
fn shared(id: &str, date: Date, terms: &Terms) -> String {
    let Terms { tags, authors, regions } = terms;
    format!(
        "id: {id}\ndate: {date}\nauthors: [{}]\ntags: [{}]\nregions: [{}]\n",
        authors.join(", "),
        tags.join(", "),
        regions.join(", "),
    )
}

fn front_matter(index: usize, head: &Head, tongue: Tongue, summary: &str, shared: Option<String>) -> String {
    let title = tongue.of(&head.titles);
    let mut text = String::with_capacity(8 * 1024);
    writeln!(text, "---\ntitle: \"{title}\"\nslug: {}-{index}\nsummary: \"{summary}\"", slug(title))
        .expect("a string takes all");
    text.push_str(&shared.unwrap_or_else(|| "translation: { of: id, state: reviewed }\n".to_owned()));
    text.push_str("---\n\n");
    text
}
