//! What a reader may rely on everywhere: directions, sizes, words, reasons, both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::folder;

/// A file of Rust.
struct Module {
    /// From the root of the repository.
    path: String,
    text: String,
}

/// Every file of Rust that is ours.
fn modules() -> Vec<Module> {
    let mut found = Vec::new();
    for top in ["src", "tests", "benches"] {
        let folder = folder::repository().join(top);
        for (name, place) in folder::files(&folder) {
            if name.ends_with(".rs") && !name.contains("node_modules") {
                let text = fs::read_to_string(place).expect("text");
                found.push(Module { path: format!("{top}/{name}"), text });
            }
        }
    }
    assert!(found.len() > 100, "{}", found.len());
    found
}

impl Module {
    /// The names of the modules from the crate's root down to this one.
    fn names(&self) -> Option<Vec<&str>> {
        let inside = self.path.strip_prefix("src/")?.strip_suffix(".rs")?;
        let inside = inside.strip_suffix("/mod").unwrap_or(inside);
        Some(inside.split('/').filter(|name| *name != "lib").collect())
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The lines in which something is wrong, as `file:line: what`.
    fn wrong(&self, what: &str, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.lines().filter(|(_, line)| is_wrong(line));
        lines.map(|(number, line)| format!("{}:{number}: {what}: {}", self.path, line.trim())).collect()
    }
}

fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every module of the crate's root, in the order of the flow.
fn flow() -> Vec<String> {
    let lib = fs::read_to_string(folder::repository().join("src/lib.rs")).expect("lib.rs");
    let names = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// Who does not know whom, although one stands before the other.
const STRANGERS: [(&str, &str); 5] =
    [("asset", "document"), ("theme", "document"), ("theme", "asset"), ("site", "theme"), ("route", "theme")];

/// The modules of the crate's root that a file names, with the line.
fn named(module: &Module, flow: &[String]) -> Vec<(usize, String)> {
    let depth = module.names().map_or(0, |names| names.len());
    let mut found = Vec::new();
    for (number, line) in module.lines().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        let roots = line.match_indices("crate::").map(|(start, word)| start + word.len());
        for rest in roots.map(|start| &line[start..]) {
            found.extend(first_names(rest).into_iter().map(|name| (number, name)));
        }
        // So many steps up that only the crate's root is left.
        let climb = "super::".repeat(depth.max(1));
        if let Some(start) = line.find(&climb) {
            let rest = line[start..].trim_start_matches("super::");
            found.extend(first_names(rest).into_iter().map(|name| (number, name)));
        }
    }
    found.retain(|(_, name)| flow.contains(name));
    found
}

/// `a::b` gives `a`; `{a::b, c}` gives both.
fn first_names(rest: &str) -> Vec<String> {
    let first =
        |text: &str| -> String { text.trim().chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect() };
    match rest.strip_prefix('{') {
        Some(group) => group.split(',').map(first).collect(),
        None => vec![first(rest)],
    }
}

#[test]
fn no_module_uses_what_stands_to_its_right() {
    let flow = flow();
    assert!(flow.len() > 15, "{flow:?}");
    let place = |name: &str| flow.iter().position(|known| known == name);
    let mut wrong = Vec::new();
    for module in modules() {
        let Some(own) = module.names().and_then(|names| names.first().map(|name| (*name).to_owned())) else { continue };
        for (number, other) in named(&module, &flow) {
            let is_stranger = STRANGERS.contains(&(own.as_str(), other.as_str()));
            // The program itself (main.rs) has no place in the flow.
            if place(&own).is_some_and(|own| place(&other).is_some_and(|other| other > own)) || is_stranger {
                wrong.push(format!("{}:{number}: {own} uses {other}", module.path));
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn the_scanner_of_uses_sees_them() {
    let module = |path: &str, text: &str| Module { path: path.to_owned(), text: text.to_owned() };
    let names = |path: &str, text: &str| -> Vec<String> {
        named(&module(path, text), &flow()).into_iter().map(|(_, name)| name).collect()
    };
    assert_eq!(names("src/site/link.rs", "use crate::theme::Theme;"), ["theme"]);
    assert_eq!(names("src/site/link.rs", "use crate::{render, config::Config};"), ["render", "config"]);
    assert_eq!(names("src/site/link.rs", "use super::super::build::build;"), ["build"]);
    assert_eq!(names("src/site/link.rs", "use super::build::build;"), [""; 0]);
    assert_eq!(names("src/site/link.rs", "let x = crate::cli::main();"), ["cli"]);
    assert_eq!(names("src/site/link.rs", "// crate::cli"), [""; 0]);
}

#[test]
fn every_file_is_short() {
    let mut wrong = Vec::new();
    for module in modules() {
        let count = module.text.lines().count();
        if count > 400 {
            eprintln!("{} has {count} lines: which two things is it?", module.path);
        }
        if count > 600 {
            wrong.push(format!("{} has {count} lines", module.path));
        }
    }
    assert_none(wrong);
}

/// How many lines a function may have.
const SCREEN: usize = 70;

/// The functions of a file with their length. Code is formatted, so a function ends at the first
/// brace that stands where it began.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let words = code.split_whitespace().take_while(|word| !word.contains("fn"));
        let is_head = words.into_iter().all(|word| {
            word.starts_with("pub") || word.starts_with("in") || matches!(word, "const" | "unsafe" | "async")
        });
        let Some(name) = code.find("fn ").filter(|_| is_head && !code.starts_with("//")).map(|at| &code[at + 3..])
        else {
            continue;
        };
        let indent = &line[..line.len() - code.len()];
        let end = format!("{indent}}}");
        let length = match lines[index..].iter().position(|line| *line == end) {
            Some(length) if !line.ends_with('}') && !line.ends_with(';') => length + 1,
            _ => 1,
        };
        found.push((name.split(['(', '<']).next().unwrap_or_default().to_owned(), length));
    }
    found
}

#[test]
fn every_function_fits_on_a_screen() {
    let long = modules().into_iter().flat_map(|module| {
        let long = functions(&module.text).into_iter().filter(|(_, length)| *length > SCREEN);
        long.map(|(name, length)| format!("{}: {name} has {length} lines", module.path)).collect::<Vec<_>>()
    });
    assert_none(long.collect());
}

#[test]
fn the_counter_of_lines_counts() {
    let text = "fn a() {\n    x\n}\n\npub(crate) fn b<T>(\n    y: T,\n) {\n    {\n    }\n}\n    fn c();\nfn d() {}\n";
    let expected = [("a", 3), ("b", 6), ("c", 1), ("d", 1)].map(|(name, length)| (name.to_owned(), length));
    assert_eq!(functions(text), expected);
}

#[test]
fn nothing_is_named_after_nothing() {
    let forbidden = ["manager", "processor", "helper", "helpers", "util", "utils", "common", "misc"];
    let mut wrong = Vec::new();
    for module in modules() {
        let parts = module.path.trim_end_matches(".rs").split(['/', '_', '-']);
        wrong.extend(parts.filter(|part| forbidden.contains(part)).map(|part| format!("{}: {part}", module.path)));
        for (number, line) in module.lines() {
            for name in type_names(line) {
                let words = words(name);
                if words.iter().any(|word| forbidden.contains(&word.as_str())) {
                    wrong.push(format!("{}:{number}: {name}", module.path));
                }
            }
        }
    }
    assert_none(wrong);
}

fn type_names(line: &str) -> Vec<&str> {
    let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        if matches!(word, "struct" | "enum" | "trait" | "type" | "mod") {
            found.extend(words.next());
        }
    }
    found
}

/// `MenuEntry` and `menu_entry` give `menu`, `entry`.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in name.chars() {
        if letter == '_' || letter.is_uppercase() {
            words.push(String::new());
        }
        if let Some(last) = words.last_mut().filter(|_| letter != '_') {
            last.extend(letter.to_lowercase());
        }
    }
    words
}

#[test]
fn nothing_is_left_for_later_and_no_order_is_random() {
    // Put together here, so that this file does not have them.
    let forbidden: [String; 5] =
        [["Hash", "Map"], ["Hash", "Set"], ["TO", "DO"], ["FIX", "ME"], ["X", "XX"]].map(|parts| parts.concat());
    let wrong = modules().into_iter().flat_map(|module| {
        let found = forbidden.iter().flat_map(|word| module.wrong(word, |line| line.contains(word.as_str())));
        found.collect::<Vec<_>>()
    });
    assert_none(wrong.collect());
}

#[test]
fn every_exception_has_its_reason() {
    let mut wrong = Vec::new();
    for module in modules() {
        for opening in ["[allow(", "[expect("] {
            for (start, _) in module
                .text
                .match_indices(opening)
                .filter(|(start, _)| module.text[..*start].ends_with('#') || module.text[..*start].ends_with("#!"))
            {
                let attribute = module.text[start..].split_once(")]").map_or("", |(attribute, _)| attribute);
                if !attribute.contains("reason = \"") {
                    wrong.push(format!("{}: {attribute}", module.path));
                }
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn every_module_says_what_it_is() {
    let modules = modules();
    let silent = modules.iter().filter(|module| !module.text.starts_with("//! "));
    assert_none(silent.map(|module| module.path.clone()).collect());
}

/// The keys of a Fluent file with those of attributes.
fn keys(text: &str) -> Vec<String> {
    let mut message = String::new();
    let mut found = Vec::new();
    for line in text.lines() {
        let Some((key, _)) = line.split_once('=') else { continue };
        let key = key.trim_end();
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            message = key.to_owned();
            found.push(message.clone());
        } else if let Some(attribute) = key.trim_start().strip_prefix('.') {
            found.push(format!("{message}.{attribute}"));
        }
    }
    found.sort();
    found
}

#[test]
fn every_text_is_there_in_both_languages() {
    let mut pairs: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for top in ["src", "themes", "tests/support"] {
        for (name, place) in folder::files(&folder::repository().join(top)) {
            let Some((home, file)) = name.rsplit_once('/').filter(|(_, file)| file.ends_with(".ftl")) else { continue };
            let text = fs::read_to_string(place).expect("text");
            pairs.entry(format!("{top}/{home}")).or_default().insert(file.to_owned(), keys(&text));
        }
    }
    assert!(pairs.len() >= 3, "{:?}", pairs.keys());
    for (home, files) in pairs {
        let names: BTreeSet<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(names, BTreeSet::from(["en.ftl", "id.ftl"]), "{home}");
        assert_eq!(files["en.ftl"], files["id.ftl"], "{home}");
    }
}

#[test]
fn every_phrase_of_the_catalogue_is_asked_for() {
    let text = fs::read_to_string(folder::repository().join("src/diagnostic/texts/en.ftl")).expect("the catalogue");
    let code: String =
        modules().into_iter().filter(|module| module.path.starts_with("src/")).map(|module| module.text).collect();
    // Help asks for its texts by the names of commands and arguments, schemas by those of keys, the
    // manual by those of its parts; each has a test of its own that none is missing.
    let is_named = |key: &String| ["help", "schema-", "manual-"].iter().any(|prefix| key.starts_with(prefix));
    let phrases = keys(&text).into_iter().filter(|key| !key.contains('.') && !is_named(key));
    let unused = phrases.filter(|key| !code.contains(&format!("\"{key}\"")));
    assert_none(unused.collect());
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let places: [String; 4] =
        [["/ho", "me/"], ["/Us", "ers/"], ["/wo", "rk/"], ["C:", "\\\\"]].map(|parts| parts.concat());
    let wrong = modules().into_iter().flat_map(|module| {
        let found = places.iter().flat_map(|place| module.wrong(place, |line| line.contains(place.as_str())));
        found.collect::<Vec<_>>()
    });
    assert_none(wrong.collect());
}

#[test]
fn the_program_stands_on_the_crates_that_its_readers_know() {
    let text = fs::read_to_string(folder::repository().join("Cargo.toml")).expect("Cargo.toml");
    let manifest: toml::Table = text.parse().expect("TOML");
    for name in ["pulldown-cmark", "tera", "serde_yaml", "walkdir", "syntect", "notify"] {
        assert!(manifest["dependencies"].get(name).is_some(), "{name}");
    }
}
