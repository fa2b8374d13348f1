//! Any bytes in any file are read to the end: told, placed, never a crash.

use std::fs;

use proptest::prelude::*;
use serde_json::Value;

use crate::support::{SiteTest, folder};

use super::law;

/// A change of bytes, by its place in thousandths of the file.
#[derive(Debug, Clone)]
enum Damage {
    Flip(u32, u8),
    Delete(u32, usize),
    Insert(u32, Vec<u8>),
    Repeat(u32, usize, usize),
    Truncate(u32),
}

/// What parsers mind.
const MEANT: [&str; 24] = [
    "---\n",
    "\n",
    "{{",
    "}}",
    "{%",
    "%}",
    "```",
    "[",
    "](",
    "$",
    "$$",
    "\t",
    ": ",
    "- ",
    "&a ",
    "*a",
    "<b",
    "[^1]",
    "{#",
    "\u{feff}",
    "\u{202e}",
    "é",
    "\0",
    "> [!NOTE]\n",
];

fn damages() -> impl Strategy<Value = Damage> {
    let place = 0..1000_u32;
    prop_oneof![
        (place.clone(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        (place.clone(), 1..40_usize).prop_map(|(at, count)| Damage::Delete(at, count)),
        (place.clone(), proptest::collection::vec(any::<u8>(), 1..6)).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        (place.clone(), proptest::sample::select(&MEANT[..]))
            .prop_map(|(at, text)| Damage::Insert(at, text.as_bytes().to_vec())),
        (place.clone(), 1..60_usize, 1..40_usize).prop_map(|(at, count, times)| Damage::Repeat(at, count, times)),
        place.prop_map(Damage::Truncate),
    ]
}

fn damaged(mut bytes: Vec<u8>, damage: &Damage) -> Vec<u8> {
    let place = |at: u32| bytes.len() * at as usize / 1000;
    match damage {
        Damage::Flip(at, byte) => {
            let at = place(*at);
            if let Some(old) = bytes.get_mut(at) {
                *old ^= byte;
            }
        }
        Damage::Delete(at, count) => {
            let at = place(*at);
            let end = (at + count).min(bytes.len());
            bytes.drain(at..end);
        }
        Damage::Insert(at, more) => {
            let at = place(*at);
            bytes.splice(at..at, more.iter().copied());
        }
        Damage::Repeat(at, count, times) => {
            let at = place(*at);
            let part = bytes[at..(at + count).min(bytes.len())].repeat(*times);
            bytes.splice(at..at, part);
        }
        Damage::Truncate(at) => bytes.truncate(place(*at)),
    }
    bytes
}

/// The files of a publication that has something of everything.
fn sources() -> Vec<(String, Vec<u8>)> {
    let folder = folder::tests().join("sites/two-languages");
    let files = folder::files(&folder).into_iter().filter(|(name, _)| !name.starts_with("expected/"));
    files.map(|(name, place)| (name, fs::read(place).expect("a file"))).collect()
}

fn is_placed(place: &Value, root: &std::path::Path) -> bool {
    let Some(file) = place["file"].as_str() else { return place.is_null() };
    let text = fs::read(root.join(file)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines = text.split('\n').count();
    place["line"].as_u64().is_some_and(|line| (1..=lines).contains(&usize::try_from(line).unwrap_or(usize::MAX)))
}

fn survives(cases: u32, is_meant: impl Fn(&str) -> bool) {
    let sources: Vec<_> = sources().into_iter().filter(|(name, _)| is_meant(name)).collect();
    assert!(!sources.is_empty());
    let strategy = (0..sources.len(), proptest::collection::vec(damages(), 1..4));
    law(cases, &strategy, |(index, damages)| {
        let (name, bytes) = &sources[index];
        let bytes = damages.iter().fold(bytes.clone(), damaged);
        let site = SiteTest::of(&folder::tests().join("sites/two-languages")).plain().file(name, bytes);
        let run = site.diagnose();
        prop_assert!(matches!(run.code, Some(0 | 1)), "{}: {:?}\n{}", name, run.code, run.err);
        for diagnostic in run.diagnostics() {
            prop_assert!(is_placed(&diagnostic["place"], &site.root()), "{}: {}", name, diagnostic);
        }
        Ok(())
    });
}

#[test]
fn a_spoilt_configuration_is_survived() {
    survives(16, |name| name == "kabar.yaml");
}

#[test]
fn a_spoilt_text_is_survived() {
    survives(20, |name| name.ends_with(".md"));
}

#[test]
fn spoilt_terms_and_descriptions_are_survived() {
    survives(12, |name| name.ends_with(".yaml") && name != "kabar.yaml");
}

#[test]
fn any_other_spoilt_file_is_survived() {
    survives(12, |name| !name.ends_with(".md") && !name.ends_with(".yaml"));
}

#[test]
fn a_spoilt_theme_is_survived() {
    let theme = folder::tests().join("support/plain");
    let files: Vec<(String, Vec<u8>)> = folder::files(&theme)
        .into_iter()
        .map(|(name, place)| (format!("themes/plain/{name}"), fs::read(place).expect("a file")))
        .collect();
    let strategy = (0..files.len(), proptest::collection::vec(damages(), 1..4));
    law(16, &strategy, |(index, damages)| {
        let (name, bytes) = &files[index];
        let site = SiteTest::new().bilingual().file("content/a.id.md", "---\ntitle: Satu\n---\n");
        let site = site.file(name, damages.iter().fold(bytes.clone(), damaged));
        let run = site.diagnose();
        prop_assert!(matches!(run.code, Some(0 | 1)), "{}: {:?}\n{}", name, run.code, run.err);
        Ok(())
    });
}

#[test]
fn a_file_of_any_bytes_is_survived() {
    let names = ["kabar.yaml", "content/a.id.md", "content/_terms/tags.yaml", "templates/home.html", "strings/id.ftl"];
    let strategy = (proptest::sample::select(names.to_vec()), proptest::collection::vec(any::<u8>(), 0..200));
    law(16, &strategy, |(name, bytes)| {
        let run = SiteTest::new().minimal().file(name, bytes).diagnose();
        prop_assert!(matches!(run.code, Some(0 | 1)), "{}: {:?}\n{}", name, run.code, run.err);
        Ok(())
    });
}
