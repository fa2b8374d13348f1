//! The Markdown of one article: an opening, sections with their headings, and what stands between
//! paragraphs: lists, a quotation, a table, a picture, code.
//!
//! **Invariant:** every draw is made in both languages, in the same order.

use super::article::{Picture, Press};
use super::grammar::{Use, capital};
use super::lexicon::{TONGUES, Tongue};
use super::picture;
use super::random::Random;

/// How many sentences an article has: 430 to 1,300 words, 800 and 5.5 kB on average.
const SENTENCES: (usize, usize) = (30, 66);

/// What may follow the paragraphs of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    List,
    Numbers,
    Quotation,
    Table,
    Picture(Picture),
    Code,
}

/// An article being written in one language.
struct Writer<'p> {
    press: &'p Press,
    tongue: Tongue,
    random: &'p mut Random,
    text: String,
}

/// Writes the body of an article.
pub fn body(press: &Press, index: usize, tongue: Tongue, picture: Picture, random: &mut Random) -> String {
    let sentences = random.between(SENTENCES.0, SENTENCES.1);
    let sections = 3 + sentences / 18;
    let mut blocks = vec![Block::List, Block::Quotation];
    let optional = [
        (random.once_in(2), Block::Numbers),
        (random.once_in(4), Block::Table),
        (random.once_in(25), Block::Code),
        (picture != Picture::None, Block::Picture(picture)),
    ];
    blocks.extend(optional.into_iter().filter(|(is_wanted, _)| *is_wanted).map(|(_, block)| block));
    let places: Vec<usize> = blocks.iter().map(|_| random.below(sections)).collect();
    let references: Vec<(usize, usize)> = match index {
        0 => Vec::new(),
        _ => (0..random.below(4)).map(|_| (random.below(sections), random.below(index))).collect(),
    };
    let mut writer = Writer { press, tongue, random, text: String::new() };
    let mut left = sentences;
    for section in 0..sections {
        if section > 0 {
            let level = if section > 1 && writer.random.once_in(4) { "###" } else { "##" };
            let heading = writer.say(Use::Heading);
            writer.block(&format!("{level} {heading}"));
        }
        let share = left / (sections - section);
        left -= share;
        writer.paragraphs(share);
        for (_, earlier) in references.iter().filter(|(place, _)| *place == section) {
            writer.reference(*earlier);
        }
        let here = blocks.iter().zip(&places).filter(|(_, place)| **place == section);
        here.for_each(|(block, _)| writer.extra(*block));
    }
    writer.text
}

impl Writer<'_> {
    fn say(&mut self, purpose: Use) -> String {
        self.press.grammar.say(purpose, self.tongue, self.random)
    }

    /// Adds a block with the empty line that parts it from the next.
    fn block(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    fn paragraphs(&mut self, sentences: usize) {
        let mut left = sentences;
        while left > 0 {
            let count = self.random.between(2, 5).min(left);
            left -= count;
            let sentences: Vec<String> = (0..count).map(|_| self.say(Use::Sentence)).collect();
            self.block(&sentences.join(" "));
        }
    }

    /// A sentence that leads to an earlier article.
    fn reference(&mut self, earlier: usize) {
        let head = self.press.head(earlier);
        let link = format!("[{}](article:{})", self.tongue.of(&head.titles), head.name);
        let sentence = self.say(Use::Reference).replace("{link}", &link);
        self.block(&sentence);
    }

    fn extra(&mut self, block: Block) {
        match block {
            Block::List => self.list(|_| "- ".to_owned()),
            Block::Numbers => self.list(|number| format!("{number}. ")),
            Block::Quotation => {
                let quotation = self.say(Use::Quotation);
                let person = self.press.grammar.lexicon.draw("person", self.random);
                self.block(&format!("> \"{quotation}\"\n>\n> -- {}", person.text(self.tongue)));
            }
            Block::Table => self.table(),
            Block::Picture(picture) => self.picture(picture),
            Block::Code => {
                let rows: Vec<String> = (0..4).map(|_| self.random.between(10, 99).to_string()).collect();
                let head = ["desa,tahun,jumlah", "village,year,number"];
                self.block(&format!("```\n{}\nA,2021,{}\nB,2022,{}\n```", self.tongue.of(&head), rows[0], rows[1]));
            }
        }
    }

    fn list(&mut self, sign: impl Fn(usize) -> String) {
        let count = self.random.between(3, 6);
        let items: Vec<String> = (1..=count)
            .map(|number| format!("{}{}", sign(number), self.press.grammar.item(Use::Item, self.tongue, self.random)))
            .collect();
        self.block(&items.join("\n"));
    }

    fn table(&mut self) {
        let heads = ["| Desa | Hal | Jumlah |", "| Village | Subject | Number |"];
        let mut rows = vec![self.tongue.of(&heads).to_owned(), "| --- | --- | ---: |".to_owned()];
        for _ in 0..self.random.between(3, 8) {
            let words = ["village", "thing", "number"].map(|name| self.press.grammar.lexicon.draw(name, self.random));
            let [village, thing, number] = words.map(|word| capital(word.text(self.tongue)));
            rows.push(format!("| {village} | {thing} | {number} |"));
        }
        self.block(&rows.join("\n"));
    }

    fn picture(&mut self, picture: Picture) {
        let caption = self.say(Use::Caption);
        match picture {
            Picture::None => {}
            Picture::Shared(number) => {
                let alt = TONGUES.map(|tongue| match tongue {
                    Tongue::Indonesian => format!("Motif tenun nomor {number}"),
                    Tongue::English => format!("Woven motif number {number}"),
                });
                let path = picture::shared_path(number);
                self.block(&format!("![{}](/{path} \"{caption}\")", self.tongue.of(&alt)));
            }
            Picture::Own => self.block(&format!("![]({} \"{caption}\")", picture::OWN)),
        }
    }
}
