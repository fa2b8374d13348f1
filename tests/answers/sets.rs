//! What is found over the files of an index is what is found by looking at every text.

use std::collections::BTreeSet;

use kabar::search::{Analyser, Shards};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::laws::law;
use crate::support::page;

use super::reference::{Asked, Known, found};
use super::{ask, index, loaded, site, tagged};

/// Forms of few roots, so that many texts share them.
const WORDS: [&str; 16] = [
    "rencana",
    "merencanakan",
    "perencanaan",
    "latih",
    "pelatihan",
    "sumur",
    "pasar",
    "ikan",
    "nelayan",
    "desa",
    "1250",
    "kebun",
    "berkebun",
    "hutan",
    "sungai",
    "jembatan",
];

const TAGS: [&str; 2] = ["topiksatu", "topikdua"];

fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), count)
}

fn tag() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(TAGS.to_vec()))
}

fn articles() -> impl Strategy<Value = Vec<Known>> {
    let article = (words(1..3), prop::collection::vec(words(1..7), 0..3), tag());
    let known = article.prop_map(|(title, paragraphs, tag)| Known { title, paragraphs, tag });
    prop::collection::vec(known, 1..12)
}

/// A question, but for its words: those are chosen among the ones that stand somewhere. How others
/// are led to them is not a matter of sets.
#[derive(Debug, Clone)]
struct Wish {
    words: Vec<Index>,
    /// How many words a phrase has.
    phrase: Option<usize>,
    unwanted: Option<Index>,
    tag: Option<&'static str>,
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let word = any::<Index>;
    let parts = (
        prop::collection::vec(word(), 0..3),
        prop::option::weighted(0.4, 1_usize..4),
        prop::option::weighted(0.3, word()),
        prop::option::weighted(0.3, prop::sample::select(TAGS.to_vec())),
    );
    let wish = parts.prop_map(|(words, phrase, unwanted, tag)| Wish { words, phrase, unwanted, tag });
    prop::collection::vec(wish, 24)
}

impl Wish {
    fn asked(&self, all: &[&str]) -> Asked {
        let word = |place: &Index| (*place.get(all)).to_owned();
        // A run of words as they follow each other in the texts; across the end of one it stands nowhere.
        let run = |length: usize| {
            let start = self.words.first().map_or(0, |place| place.index(all.len()));
            all[start..(start + length).min(all.len())].iter().map(|word| (*word).to_owned()).collect()
        };
        Asked {
            words: self.words.iter().map(word).collect(),
            phrase: self.phrase.map(run),
            unwanted: self.unwanted.as_ref().map(word),
            tag: self.tag,
        }
    }
}

#[test]
fn an_index_finds_what_the_texts_have() {
    let analyser = Analyser::new(&"id".parse().expect("a language"));
    law(24, &(articles(), wishes()), |(articles, wishes)| {
        let mut test = tagged();
        for (number, article) in articles.iter().enumerate() {
            let tags = article.tag.map_or(String::new(), |tag| format!("tags: [{tag}]\n"));
            let body: Vec<String> = article.paragraphs.iter().map(|words| words.join(" ")).collect();
            let rest = format!("summary: ringkas\n{tags}---\n{}\n", body.join("\n\n"));
            test = test.file(&format!("content/a{number}.id.md"), page(&article.title.join(" "), &rest));
        }
        let workspace = loaded(&test.root());
        let site = site(&workspace);
        let index = index(site);
        let shards = Shards::open(|file| Ok(index.file(site, file))).expect("an index");
        let all: Vec<&str> = articles
            .iter()
            .flat_map(|known| known.title.iter().chain(known.paragraphs.iter().flatten()))
            .copied()
            .collect();
        for wish in wishes {
            let asked = wish.asked(&all);
            let answer = ask(&shards, &asked.question()).expect("an answer");
            let url = |ordinal| shards.fragment(ordinal).expect("a record").url;
            let urls: BTreeSet<String> = answer.hits.iter().map(|hit| url(hit.ordinal)).collect();
            let right = found(&articles, &asked, &analyser);
            let right: BTreeSet<String> = right.into_iter().map(|place| format!("/a{place}/")).collect();
            prop_assert_eq!(urls, right, "{:?}", asked.question());
        }
        Ok(())
    });
}
