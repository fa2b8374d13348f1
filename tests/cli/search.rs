//! `kabar search`: questions to a publication, answered on the terminal.

use serde_json::Value;

use crate::support::{Run, SiteTest, command, folder, kabar, page};

fn publication() -> SiteTest {
    SiteTest::new()
        .bilingual()
        .file("content/sumur.id.md", page("Sumur untuk semua", "Warga merencanakan sumur bersama pemerintah desa."))
        .file("content/pasar.id.md", page("Pasar pagi", "Pedagang menjual ikan.\n\n## Rencana baru\n\nMenyusul."))
        .file("content/rahasia.id.md", page("Rencana rahasia", "draft: true\n---\nRencana yang belum terbit."))
        .file("content/well.en.md", page("A well for all", "Villagers are planning a well."))
}

fn search(site: &SiteTest, arguments: &[&str]) -> Run {
    let root = site.root();
    let mut all = vec!["search", "--root", root.to_str().expect("a path")];
    all.extend(arguments);
    kabar(&folder::tests(), &all)
}

fn titles(run: &Run) -> Vec<String> {
    let value = run.json();
    let hits = value["hits"].as_array().expect("hits").clone();
    hits.iter().map(|hit| hit["title"].as_str().expect("a title").to_owned()).collect()
}

#[test]
fn every_form_of_a_word_is_found_and_drafts_are_not() {
    let site = publication();
    let found = titles(&search(&site, &["--format", "json", "perencanaan"]).ends_with(0));
    // A heading says more than a body.
    assert_eq!(found, ["Pasar pagi", "Sumur untuk semua"]);
    let found = titles(&search(&site, &["--format", "json", "--drafts", "rencana"]).ends_with(0));
    assert_eq!(found.first().map(String::as_str), Some("Rencana rahasia"));
}

#[test]
fn each_language_is_searched_by_its_own_rules() {
    let site = publication();
    let run = search(&site, &["--format", "json", "--lang", "en", "plan"]).ends_with(0);
    assert_eq!(titles(&run), ["A well for all"]);
    assert_eq!(run.json()["lang"], "en");
}

#[test]
fn excerpts_show_and_explanations_tell_why() {
    let site = publication();
    let value = search(&site, &["--format", "json", "--explain", "rencana desa"]).ends_with(0).json();
    let hit = &value["hits"][0];
    let text = hit["excerpt"].as_str().expect("an excerpt");
    let mark = |number: usize| {
        let place =
            |side: usize| usize::try_from(hit["marks"][number][side].as_u64().expect("a place")).expect("small");
        &text[place(0)..place(1)]
    };
    assert_eq!((mark(0), mark(1)), ("merencanakan", "desa"));
    assert_eq!(hit["parts"][0]["root"], "rencana");
    assert_eq!((&hit["parts"][0]["in_title"], &hit["parts"][1]["words"]), (&false.into(), &"desa".into()));
    assert!(hit["parts"][0]["impact"].as_u64() > Some(0), "{hit}");
}

#[test]
fn a_question_is_read_from_each_line_of_standard_input() {
    let site = publication();
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("questions");
    folder::write(&place, "sumur\n\npasar -rencana\nikn\n");
    let root = site.root();
    let arguments = ["search", "-", "--format", "json", "--root", root.to_str().expect("a path")];
    let input = std::fs::File::open(&place).expect("the questions");
    let run = Run::of(command(&folder::tests()).args(arguments).stdin(input)).ends_with(0);
    let answers: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let totals: Vec<Option<u64>> = answers.iter().map(|answer| answer["total"].as_u64()).collect();
    assert_eq!(totals, [Some(1), Some(0), Some(0), Some(0)]);
    assert_eq!(answers[0]["question"], "sumur");
}

#[test]
fn what_narrows_corrects_or_answers_in_another_language_is_told() {
    let site = publication()
        .append("kabar.yaml", "taxonomies: { tags: { name: { id: Topik, en: Topics } } }\n")
        .file("content/_terms/tags.yaml", "air: { name: { id: Air bersih, en: Clean water } }\n")
        .file("content/mata-air.id.md", page("Mata air", "tags: [air]\n---\nAir bersih dari bukit."))
        .file("content/spring.en.md", page("A spring", "tags: [air]\n---\nClean water from the hill."));
    let value = search(&site, &["--format", "json", "air bersih"]).ends_with(0).json();
    assert_eq!(value["also"][0]["question"], "clean water");
    assert_eq!((&value["also"][0]["lang"], &value["also"][0]["count"]), (&"en".into(), &1.into()));
    assert_eq!(value["facets"]["tags"]["air"], 1);
    let value = search(&site, &["--format", "json", "merencanakn"]).ends_with(0).json();
    assert_eq!(value["corrections"]["merencanakn"], "merencanakan");
    let titles = |question: &str| titles(&search(&site, &["--format", "json", question]).ends_with(0));
    assert_eq!(titles("topik:\"air bersih\""), ["Mata air"]);
    assert!(titles("air -tag:air").is_empty());
    let run = search(&site, &["--lang", "id", "air bersih"]).ends_with(0);
    assert!(run.err.contains("Juga dalam English (1): kabar search --lang en 'clean water'"), "{}", run.err);
}

#[test]
fn people_read_titles_addresses_and_a_count_in_their_language() {
    let site = publication();
    let run = search(&site, &["--lang", "en", "plan"]).ends_with(0);
    assert!(run.out.starts_with("A well for all\n  /"), "{}", run.out);
    assert!(run.err.contains("1 page found"), "{}", run.err);
    let run = search(&site, &["--lang", "id", "tidakada"]).ends_with(0);
    assert!(run.err.contains("Tidak ada yang ditemukan"), "{}", run.err);
}
