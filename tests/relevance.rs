//! Whether what readers look for is found: questions of many kinds, each with the articles that
//! answer it, judged by reading them. `questions.*` ask the short articles beside them, which were
//! written to be mistaken for one another; `baktinews.*` ask this repository's own publication.

mod judged;

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{Run, SiteTest, command, folder, page};

use judged::{Judged, articles, judged};

/// In how many of a hundred questions one of the first three answers must be right.
const GOAL: usize = 95;

/// The publication of the short articles of a language.
fn publication(lang: &str) -> SiteTest {
    articles(lang).into_iter().fold(SiteTest::new().bilingual(), |site, article| {
        let file = format!("content/{}.{lang}.md", article.slug);
        site.file(&file, page(&format!("\"{}\"", article.title), &article.body))
    })
}

/// The first addresses that each question finds, by their last part.
fn found(root: &Path, lang: &str, questions: &[String]) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("questions");
    folder::write(&place, questions.join("\n"));
    let input = std::fs::File::open(&place).expect("the questions");
    let root = root.to_str().expect("a path");
    let arguments = ["search", "-", "--root", root, "--lang", lang, "--limit", "3", "--format", "json"];
    let run = Run::of(command(folder.path()).args(arguments).stdin(input)).ends_with(0);
    let answers: Vec<Vec<String>> = run.out.lines().map(slugs).collect();
    assert_eq!(answers.len(), questions.len());
    answers
}

fn slugs(line: &str) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
    let hits = value["hits"].as_array().expect("hits");
    let slug = |hit: &serde_json::Value| {
        let url = hit["url"].as_str().expect("an address").trim_matches('/');
        url.rsplit('/').next().unwrap_or_default().to_owned()
    };
    hits.iter().map(slug).collect()
}

/// Asks all questions of a file; says which are missed.
fn missed(root: &Path, lang: &str, all: &[Judged]) -> Vec<String> {
    let questions: Vec<String> = all.iter().map(|judged| judged.question.clone()).collect();
    let answers = found(root, lang, &questions);
    let wrong = all.iter().zip(answers).filter(|(judged, found)| !judged.right.iter().any(|slug| found.contains(slug)));
    wrong.map(|(judged, found)| format!("{} · {}: {found:?}", judged.class, judged.question)).collect()
}

#[track_caller]
fn check(root: &Path, lang: &str, file: &str) {
    let all = judged(file);
    let missed = missed(root, lang, &all);
    eprintln!("{file}: {} questions, missed:\n{}", all.len(), missed.join("\n"));
    assert!(missed.len() * 100 <= all.len() * (100 - GOAL), "{file}: {} of {}", missed.len(), all.len());
}

#[test]
fn one_of_the_first_three_answers_is_right() {
    for lang in ["id", "en"] {
        check(&publication(lang).root(), lang, &format!("questions.{lang}.txt"));
    }
}

#[test]
fn our_own_articles_are_found_by_what_they_are_about() {
    check(&folder::repository(), "id", "baktinews.id.txt");
    check(&folder::repository(), "en", "baktinews.en.txt");
}

#[test]
fn the_questions_are_of_many_kinds_and_name_articles_that_are_there() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let files = ["questions.id.txt", "baktinews.id.txt", "questions.en.txt", "baktinews.en.txt"];
    let counts = files.map(|file| judged(file).len());
    assert!(counts[0] + counts[1] >= 80 && counts.iter().sum::<usize>() >= 120, "{counts:?}");
    for lang in ["id", "en"] {
        let known: Vec<String> = articles(lang).into_iter().map(|article| article.slug).collect();
        for judged in judged(&format!("questions.{lang}.txt")) {
            *kinds.entry(judged.class.clone()).or_default() += 1;
            let unknown: Vec<&String> = judged.right.iter().filter(|slug| !known.contains(slug)).collect();
            assert!(unknown.is_empty() && !judged.right.is_empty(), "{}: {unknown:?}", judged.question);
        }
    }
    assert!(kinds.len() >= 9, "{kinds:?}");
}

#[test]
fn a_search_that_found_nothing_right_would_be_noticed() {
    let site = publication("id");
    let mut all = judged("questions.id.txt");
    // Each question with the answer to another.
    let right: Vec<Vec<String>> = all.iter().map(|judged| judged.right.clone()).collect();
    let half = all.len() / 2;
    for (judged, right) in all.iter_mut().zip(right.into_iter().cycle().skip(half)) {
        judged.right = right;
    }
    assert!(missed(&site.root(), "id", &all).len() > half);
}

/// The promises that the search was made for.
#[test]
fn a_root_is_found_in_all_its_forms() {
    let site = SiteTest::new()
        .bilingual()
        .file("content/rencana.id.md", page("Satu", "Inilah rencana kami."))
        .file("content/merencanakan.id.md", page("Dua", "Kami merencanakan pasar."))
        .file("content/terencana.id.md", page("Tiga", "Semua sudah terencana."))
        .file("content/melatih.id.md", page("Empat", "Mereka melatih pemuda."))
        .file("content/latihan.id.md", page("Lima", "Latihan setiap sore."));
    let questions = ["perencanaan", "pelatihan", "berencana", "pelatih"].map(str::to_owned);
    let mut answers = found(&site.root(), "id", &questions);
    answers.iter_mut().for_each(|found| found.sort());
    let (plan, train) = (["merencanakan", "rencana", "terencana"], ["latihan", "melatih"]);
    assert_eq!(answers, [plan.to_vec(), train.to_vec(), plan.to_vec(), train.to_vec()]);
}
