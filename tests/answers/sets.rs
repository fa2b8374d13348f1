//! What is found over the files of an index is what is found by looking at every text.

use std::collections::BTreeSet;

use kabar::search::{Analyser, Shards};
use proptest::prelude::*;

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

/// Questions of words that stand somewhere: how others are led to them is not a matter of sets.
fn questions()
-> impl Strategy<Value = Vec<(Vec<prop::sample::Index>, Option<usize>, Option<prop::sample::Index>, Option<&'static str>)>>
{
    let word = any::<prop::sample::Index>;
    let question = (
        prop::collection::vec(word(), 0..3),
        prop::option::weighted(0.4, 1_usize..4),
        prop::option::weighted(0.3, word()),
        prop::option::weighted(0.3, prop::sample::select(TAGS.to_vec())),
    );
    prop::collection::vec(question, 24)
}

#[test]
fn an_index_finds_what_the_texts_have() {
    let analyser = Analyser::new(&"id".parse().expect("a language"));
    law(24, &(articles(), questions()), |(articles, questions)| {
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
        for (words, phrase, unwanted, tag) in questions {
            let word = |place: &prop::sample::Index| (*place.get(&all)).to_owned();
            // A run of words that stands somewhere, if the texts' ends do not cut it.
            let phrase = phrase.map(|length| {
                let start = words.first().map_or(0, |place| place.index(all.len()));
                all[start..(start + length).min(all.len())].iter().map(|word| (*word).to_owned()).collect()
            });
            let asked =
                Asked { words: words.iter().map(word).collect(), phrase, unwanted: unwanted.as_ref().map(word), tag };
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
