//! `kabar search`: questions to a publication, answered on the terminal.

use crate::support::{Run, SiteTest, folder, kabar, page};

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
    assert_eq!(found, ["Sumur untuk semua", "Pasar pagi"]);
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
    assert_eq!(hit["parts"][0]["fields"]["body"], 1);
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
