//! Golden sites: whole publications and every byte that comes of them. `KABAR_BLESS=1` writes
//! what comes of them now.

use std::fs;

use crate::support::{NOW, Run, SiteTest, Tree, command, folder};

/// The sites; of those that say so only some files are expected: the built-in theme changes often.
const SITES: [(&str, Extent); 6] = [
    ("one-language", Extent::Whole),
    ("two-languages", Extent::Whole),
    ("three-languages", Extent::Whole),
    ("base-path", Extent::Whole),
    ("overrides", Extent::Whole),
    ("tenun", Extent::Some),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    Some,
}

/// Builds a site and compares the output with what is expected, file by file.
fn golden(name: &str) -> SiteTest {
    let (_, extent) = SITES.iter().find(|(known, _)| *known == name).expect("a known site");
    let source = folder::tests().join("sites").join(name);
    let expected = source.join("expected");
    let test = SiteTest::new().plain();
    for (path, place) in folder::files(&source) {
        if !path.starts_with("expected/") {
            folder::write(&test.root().join(path), fs::read(place).expect("a file"));
        }
    }
    let test = test.build();
    let mut found = test.tree();
    // What stands in the files of the search that nobody can read, and in scripts, has tests of its
    // own.
    let is_script =
        |path: &str| ["search-index/", "embed/"].iter().any(|folder| path.starts_with(folder)) && path.ends_with(".js");
    found.retain(|path, _| !path.ends_with(".bin") && !is_script(path));
    let mut wanted = if expected.exists() { folder::read(&expected) } else { Tree::new() };
    if *extent == Extent::Some {
        found.retain(|path, _| wanted.contains_key(path));
    }
    if std::env::var_os("KABAR_BLESS").is_some() {
        for path in wanted.keys().filter(|path| !found.contains_key(*path)) {
            fs::remove_file(expected.join(path)).expect("removed");
        }
        for (path, bytes) in &found {
            folder::write(&expected.join(path), bytes);
        }
        wanted.clone_from(&found);
    }
    let wrong = folder::differences(&wanted, &found);
    assert!(wrong.is_empty(), "run KABAR_BLESS=1 cargo test sites\n{}", wrong.join("\n"));
    assert!(!wanted.is_empty(), "{name} expects nothing");
    test
}

#[test]
fn five_lines_and_an_article_are_a_site() {
    let test = golden("one-language");
    let lines = fs::read_to_string(test.root().join("kabar.yaml")).expect("a configuration");
    assert_eq!(lines.lines().count(), 5);
}

#[test]
fn two_languages_with_nearly_everything() {
    let test = golden("two-languages");
    let secret = |bytes: &[u8]| bytes.windows(7).any(|part| part.eq_ignore_ascii_case(b"rahasia"));
    let traces: Vec<String> = test
        .tree()
        .into_iter()
        .filter(|(name, bytes)| secret(name.as_bytes()) || secret(bytes))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(traces, [""; 0]);
}

#[test]
fn a_third_language_needs_no_code() {
    golden("three-languages");
}

#[test]
fn a_site_may_stand_under_a_path() {
    let test = golden("base-path");
    for (name, bytes) in test.tree() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for place in ["href=\"/", "src=\"/"] {
            let others =
                text.match_indices(place).filter(|(at, _)| !text[at + place.len() - 1..].starts_with("/news/"));
            assert_eq!(others.count(), 0, "{name}: {text}");
        }
    }
}

#[test]
fn a_publication_changes_single_parts_of_its_theme() {
    golden("overrides");
}

#[test]
fn the_built_in_theme_makes_a_site() {
    golden("tenun");
}

#[test]
fn golden_sites_have_no_errors_and_say_the_same_warnings() {
    let mut told = Vec::new();
    for (name, _) in SITES {
        let test = golden(name);
        let run = Run::of(command(&test.root()).args(["check", "--format", "json", "--now", NOW]));
        told.extend(run.ends_with(0).codes().into_iter().map(|code| format!("{name}: {code}")));
    }
    assert_eq!(told, ["two-languages: stale-translation"]);
}

#[test]
fn every_site_is_tried() {
    let mut names: Vec<&str> = SITES.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    assert_eq!(folder::folders(&folder::tests().join("sites")), names);
}
