//! Questions and answers over a handful of records.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Lang;
use crate::site::PageId;

use super::index::Index;
use super::{Answer, FacetNames, FacetValue, Query, Record, answer, excerpt};

fn lang() -> Lang {
    "id".parse().expect("a language")
}

fn record(number: usize, title: &str, body: &str) -> Record {
    let tag = FacetValue { id: "air".to_owned(), name: "Air bersih".to_owned() };
    Record {
        page: PageId(number),
        url: format!("/{number}/"),
        title: title.to_owned(),
        summary: String::new(),
        headings: Vec::new(),
        body: body.to_owned(),
        date: i64::try_from(number).expect("a small number"),
        facets: if number == 2 { BTreeMap::from([("tags".to_owned(), vec![tag])]) } else { BTreeMap::new() },
    }
}

fn index() -> Index {
    let records = vec![
        record(0, "Warga merencanakan desanya", "Musyawarah dihadiri warga dan pemerintah desa."),
        record(1, "Pasar baru", "Pedagang menjual ikan. Rencana lama dilupakan orang."),
        record(2, "Sumur", "Perencanaan sumur melibatkan warga desa sekitar."),
        record(3, "Pelatihan", "Kader dilatih. Latihan itu dua hari, 1.250 orang."),
    ];
    Index::new(lang(), records)
}

fn ask(text: &str) -> Answer {
    let names = FacetNames::default();
    answer(&index(), &Query::parse(text, &lang(), &names))
}

fn records(answer: &Answer) -> Vec<usize> {
    answer.hits.iter().map(|hit| hit.record).collect()
}

#[test]
fn all_forms_of_a_root_are_found_and_titles_come_first() {
    let found = records(&ask("rencana"));
    assert_eq!(found.len(), 3);
    assert_eq!(found[0], 0);
    assert_eq!(records(&ask("terencana")).len(), 3);
    assert_eq!(records(&ask("melatih")), [3]);
}

#[test]
fn all_words_must_be_there_unless_no_page_has_them_all() {
    assert_eq!(records(&ask("warga sumur")), [2]);
    let partial = ask("sumur ikan");
    assert!(partial.is_partial);
    assert_eq!(records(&partial).into_iter().collect::<BTreeSet<_>>(), BTreeSet::from([1, 2]));
}

#[test]
fn phrases_are_their_very_words_and_unwanted_words_exclude() {
    assert_eq!(records(&ask("\"warga desa\"")), [2]);
    assert!(records(&ask("\"desa warga\"")).is_empty());
    assert_eq!(records(&ask("rencana -ikan -sumur")), [0]);
}

#[test]
fn words_that_stand_together_come_before_words_far_apart() {
    let near = record(0, "a", "warga desa bertemu di balai pagi ini bersama bupati");
    let far = record(1, "b", "warga bertemu bupati di balai pagi ini bersama orang desa");
    let index = Index::new(lang(), vec![far, near]);
    let answer = answer(&index, &Query::parse("warga desa", &lang(), &FacetNames::default()));
    assert_eq!(records(&answer), [1, 0]);
}

#[test]
fn of_equals_the_newer_is_first() {
    let index = Index::new(lang(), vec![record(0, "sama", "kata"), record(1, "sama", "kata")]);
    let answer = answer(&index, &Query::parse("kata", &lang(), &FacetNames::default()));
    assert_eq!(records(&answer), [1, 0]);
}

#[test]
fn misspelt_words_are_corrected_and_the_correction_is_told() {
    let found = ask("musawarah");
    assert_eq!(records(&found), [0]);
    assert_eq!(found.corrections, BTreeMap::from([("musawarah".to_owned(), "musyawarah".to_owned())]));
    assert!(ask("warga").corrections.is_empty());
}

#[test]
fn numbers_are_found_in_any_convention() {
    assert_eq!(records(&ask("1250")), [3]);
}

#[test]
fn answers_are_counted_by_facet() {
    let facets = ask("warga").facets;
    assert_eq!(facets["tags"], BTreeMap::from([("air".to_owned(), 1)]));
}

#[test]
fn excerpts_mark_the_forms_that_stand_there() {
    let index = index();
    let roots = BTreeSet::from(["rencana".to_owned(), "warga".to_owned()]);
    let part = excerpt(&index, &index.records[2].body, &roots);
    let marked: Vec<&str> = part.marks.iter().map(|mark| &part.text[mark.clone()]).collect();
    assert_eq!(marked, ["Perencanaan", "warga"]);
    let long = format!("{} tujuan rencana {}", "kata ".repeat(60), "kata ".repeat(60));
    let part = excerpt(&index, &long, &roots);
    assert!(part.text.starts_with("… ") && part.text.ends_with(" …") && part.text.len() < 200, "{}", part.text);
}

#[test]
fn the_same_records_answer_the_same_in_any_order_of_asking() {
    let one = index();
    let query = Query::parse("warga desa rencana", &lang(), &FacetNames::default());
    assert_eq!(answer(&one, &query), answer(&index(), &query));
}
