//! What templates see is what the contract says: every documented key, and no other.

use std::collections::{BTreeMap, BTreeSet};

use kabar::theme::contract::{KINDS, SHAPES, Shape, TEMPLATES, Type, VARIABLES};

use crate::support::{SiteTest, folder, markup};

/// A value as a template prints it.
#[derive(Debug, Clone, PartialEq)]
enum Printed {
    None,
    Boolean,
    Number,
    Text(String),
    List(Vec<Printed>),
    Map(BTreeMap<String, Printed>),
}

/// Reads what Tera prints: JSON with nothing for none, and texts as Rust writes them.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn value(&mut self) -> Printed {
        self.rest = self.rest.trim_start_matches(' ');
        match self.rest.chars().next() {
            Some('{') => self.map(),
            Some('[') => self.list(),
            Some('"') => Printed::Text(self.text()),
            None | Some(',' | '}' | ']') => Printed::None,
            Some(_) => {
                let end = self.rest.find([',', '}', ']']).unwrap_or(self.rest.len());
                let word = &self.rest[..end];
                self.rest = &self.rest[end..];
                let is_number = word.parse::<f64>().is_ok();
                assert!(is_number || matches!(word, "true" | "false"), "{word} is nothing that Tera prints");
                if is_number { Printed::Number } else { Printed::Boolean }
            }
        }
    }

    fn map(&mut self) -> Printed {
        self.skip('{');
        let mut map = BTreeMap::new();
        while !self.rest.starts_with('}') {
            let key = self.text();
            self.skip(':');
            map.insert(key, self.value());
            self.rest = self.rest.trim_start_matches([',', ' ']);
        }
        self.skip('}');
        Printed::Map(map)
    }

    fn list(&mut self) -> Printed {
        self.skip('[');
        let mut list = Vec::new();
        while !self.rest.starts_with(']') {
            list.push(self.value());
            self.rest = self.rest.trim_start_matches([',', ' ']);
        }
        self.skip(']');
        Printed::List(list)
    }

    fn text(&mut self) -> String {
        self.skip('"');
        let mut text = String::new();
        let mut letters = self.rest.char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return text;
                }
                // Which letter it is does not matter here, only that it ends nothing.
                '\\' => text.extend(letters.next().map(|(_, letter)| letter)),
                letter => text.push(letter),
            }
        }
        panic!("a text does not end: {}", self.rest)
    }

    fn skip(&mut self, letter: char) {
        self.rest = self.rest.strip_prefix(letter).unwrap_or_else(|| panic!("{letter} is not at {}", self.rest));
        self.rest = self.rest.trim_start_matches(' ');
    }
}

/// What was compared so far.
#[derive(Default)]
struct Comparison {
    wrong: BTreeSet<String>,
    shapes: BTreeSet<&'static str>,
    kinds: BTreeSet<String>,
}

impl Comparison {
    fn page(&mut self, page: &BTreeMap<String, Printed>) {
        let Some(Printed::Text(kind)) = page.get("kind") else { panic!("a page has no kind: {page:?}") };
        let variables: Vec<_> = VARIABLES.iter().filter(|variable| variable.kinds.contains(&kind.as_str())).collect();
        for variable in &variables {
            match page.get(variable.name) {
                Some(value) => self.value(&format!("{kind}: {}", variable.name), value, variable.value),
                None => _ = self.wrong.insert(format!("{kind}: {} is missing", variable.name)),
            }
        }
        let known: BTreeSet<&str> = variables.iter().map(|variable| variable.name).collect();
        let surplus = page.keys().filter(|name| !known.contains(name.as_str()));
        self.wrong.extend(surplus.map(|name| format!("{kind}: {name} is not documented")));
        self.kinds.insert(kind.clone());
    }

    fn value(&mut self, path: &str, value: &Printed, expected: Type) {
        let is_right = match (expected, value) {
            (Type::Declared, _) | (Type::Optional(_), Printed::None) => true,
            (Type::Optional(inner), value) => return self.value(path, value, *inner),
            (Type::Text | Type::Url | Type::Html, Printed::Text(_)) => true,
            (Type::Integer, Printed::Number) | (Type::Boolean, Printed::Boolean) => true,
            (Type::OneOf(texts), Printed::Text(text)) => texts.contains(&text.as_str()),
            (Type::List(inner), Printed::List(items)) => {
                items.iter().for_each(|item| self.value(&format!("{path}[]"), item, *inner));
                true
            }
            (Type::ByName(inner), Printed::Map(map)) => {
                map.values().for_each(|item| self.value(&format!("{path}.*"), item, *inner));
                true
            }
            (Type::Shape(name), Printed::Map(map)) => {
                self.shape(path, map, Shape::get(name).expect("a documented shape"));
                true
            }
            _ => false,
        };
        if !is_right {
            self.wrong.insert(format!("{path} is {value:?}, not {expected:?}"));
        }
    }

    fn shape(&mut self, path: &str, map: &BTreeMap<String, Printed>, shape: &'static Shape) {
        self.shapes.insert(shape.name);
        self.shapes.extend(shape.base);
        let keys = shape.all_keys();
        for key in &keys {
            match map.get(key.name) {
                Some(value) => self.value(&format!("{path}.{}", key.name), value, key.value),
                None => _ = self.wrong.insert(format!("{path}.{} is missing", key.name)),
            }
        }
        let surplus = map.keys().filter(|name| !keys.iter().any(|key| key.name == *name));
        self.wrong.extend(surplus.map(|name| format!("{path}.{name} is not documented")));
    }
}

/// Golden publications whose templates print all that they see.
fn probes() -> Vec<SiteTest> {
    ["one-language", "two-languages", "three-languages", "base-path", "overrides"]
        .map(|name| {
            let mut test = SiteTest::of(&folder::tests().join("sites").join(name)).plain();
            let own = folder::files(&test.root().join("templates"));
            test = own.into_keys().fold(test, |test, path| test.remove(&format!("templates/{path}")));
            let asked = ["figures.html"].into_iter().filter(|_| name == "two-languages");
            let templates = TEMPLATES.iter().map(|(template, _)| *template).chain(asked);
            templates.fold(test, |test, path| test.file(&format!("templates/{path}"), "{{ __tera_context }}"))
        })
        .into()
}

#[test]
fn templates_see_what_the_contract_says_and_nothing_else() {
    let mut comparison = Comparison::default();
    for test in probes() {
        // The publication's own strings are of use only to templates that are gone here.
        let test = test.file("strings/id.ftl", "home = Rumah\n").with(&["--drafts"]).build();
        for (name, bytes) in test.tree().into_iter().filter(|(name, _)| name.ends_with(".html")) {
            let text = markup::unescape(&String::from_utf8(bytes).expect("text"));
            if !text.starts_with('{') {
                // Redirects and pages for frames are made without a template.
                let is_frame = name == "embed.html" || name.ends_with("/embed.html");
                assert!(is_frame || text.contains("http-equiv=\"refresh\""), "{name}: {text}");
                continue;
            }
            let mut reader = Reader { rest: &text };
            let Printed::Map(page) = reader.value() else { panic!("{name} is no map") };
            assert_eq!(reader.rest.trim(), "", "{name}");
            comparison.page(&page);
        }
    }
    assert!(comparison.wrong.is_empty(), "{:#?}", comparison.wrong);
    let kinds: BTreeSet<String> = KINDS.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(comparison.kinds, kinds);
    let shapes: BTreeSet<&str> = SHAPES.iter().map(|shape| shape.name).collect();
    // These stand only in declared fields, which the contract leaves to the publication.
    let of_fields = BTreeSet::from(["file", "reference"]);
    let unseen: Vec<_> = shapes.difference(&comparison.shapes).filter(|name| !of_fields.contains(**name)).collect();
    assert!(unseen.is_empty(), "no page shows {unseen:?}");
}

#[test]
fn what_a_template_prints_is_read_back() {
    let text = r#"{"a": , "b": ["x\"}\\", 1, 2.5, true], "c": {}, "d": [], "e": "\u{301}"}"#;
    let Printed::Map(map) = (Reader { rest: text }).value() else { panic!("no map") };
    assert_eq!(map["a"], Printed::None);
    let list = [Printed::Text("x\"}\\".to_owned()), Printed::Number, Printed::Number, Printed::Boolean];
    assert_eq!(map["b"], Printed::List(list.into()));
    assert_eq!((&map["c"], &map["d"]), (&Printed::Map(BTreeMap::new()), &Printed::List(Vec::new())));
}
