//! The Fluent files of a theme and its overrides, read and put over each other key by key.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_bundle::FluentResource;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};

use super::contract::STRINGS;
use super::layer::{Layer, LayerFile};
use super::strings::{Messages, Strings};

/// Reads the messages of every language of a publication. `layers` are those of the themes and
/// then the publication's own, the weakest first.
pub(super) fn read(layers: &[&Layer], languages: &[Lang], out: &mut Vec<Diagnostic>) -> Strings {
    let mut strings = Strings::default();
    for lang in languages {
        let mut messages = Messages::new(lang);
        let files = layers.iter().filter_map(|layer| layer.files.get(&format!("strings/{lang}.ftl")));
        let mut has_file = false;
        for file in files {
            has_file = true;
            add(&mut messages, file, out);
        }
        if has_file {
            strings.insert(lang.clone(), messages);
        }
    }
    for (_, messages) in strings.languages() {
        dangling(messages, out);
    }
    strings
}

/// Finds the languages and keys that are missing. `manifest` is the place to blame for what no
/// language has, `theme` is the chosen one's name.
pub(super) fn check(
    strings: &Strings,
    languages: &[Lang],
    theme: (&str, &Span),
    (asked, manifest): (&BTreeSet<&str>, &Span),
    out: &mut Vec<Diagnostic>,
) {
    // What one language has, the others need.
    let mut places: BTreeMap<&str, &Span> = asked.iter().map(|key| (*key, manifest)).collect();
    for (_, messages) in strings.languages() {
        places.extend(messages.places.iter().map(|(key, place)| (key.as_str(), place)));
    }
    for lang in languages {
        let Some(messages) = strings.of(lang) else {
            let problem = Problem::MissingStrings { lang: lang.to_string(), theme: theme.0.to_owned() };
            out.push(Diagnostic::at(theme.1.clone(), problem));
            continue;
        };
        for (key, place) in &places {
            if !messages.has(key) {
                let problem = Problem::MissingString { key: (*key).to_owned(), lang: lang.to_string() };
                out.push(Diagnostic::at((*place).clone(), problem));
            }
        }
    }
}

/// Finds the overrides of the publication that no theme has and nothing of its own asks for.
///
/// `used` are the keys that its own templates ask for.
pub(super) fn useless(
    own: &Layer,
    themes: &[&Layer],
    languages: &[Lang],
    used: &BTreeSet<&str>,
    out: &mut Vec<Diagnostic>,
) {
    let keys_of = |layers: &[&Layer]| -> BTreeSet<String> {
        let texts =
            layers.iter().flat_map(|layer| layer.below("strings", ".ftl")).filter_map(|(_, file)| text_of(file));
        texts.flat_map(|text| definitions(text).into_iter().map(|(key, _)| key.to_owned())).collect()
    };
    let mut known = keys_of(themes);
    known.extend(STRINGS.iter().map(|(key, _)| (*key).to_owned()));
    for (name, file) in own.below("strings", ".ftl") {
        let Some(text) = text_of(file) else { continue };
        if !languages.iter().any(|lang| lang.as_str() == name) {
            let nearest = nearest(name, languages.iter().map(Lang::as_str));
            let problem = Problem::UndeclaredLanguage { lang: name.to_owned(), nearest };
            out.push(Diagnostic::at(Span::whole(&file.source), problem));
            continue;
        }
        for (key, range) in definitions(text) {
            if known.contains(key) || used.contains(key) || is_referred_to(key, own) {
                continue;
            }
            let nearest = nearest(key, known.iter().map(String::as_str));
            let problem = Problem::UselessOverride { name: key.to_owned(), nearest };
            out.push(Diagnostic::at(Span::new(&file.source, range.start, range.end), problem));
        }
    }
}

fn add(messages: &mut Messages, file: &LayerFile, out: &mut Vec<Diagnostic>) {
    let Some(text) = file.text(out) else { return };
    let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let (start, end) = (error.pos.start.min(text.len()), error.pos.end.min(text.len()));
            let problem = Problem::StringSyntax { reason: error.to_string() };
            out.push(Diagnostic::at(Span::new(&file.source, start, end.max(start)), problem));
        }
        // What could be read is of use to find what else is wrong.
        resource
    });
    messages.add(resource);
    let mut here: BTreeMap<&str, Span> = BTreeMap::new();
    for (key, range) in definitions(&text) {
        let span = Span::new(&file.source, range.start, range.end);
        if let Some(first) = here.insert(key, span.clone()) {
            let problem = Problem::StringSyntax { reason: format!("`{key}` is defined twice") };
            out.push(Diagnostic::at(span, problem).with(first));
        }
    }
    let whole = here.into_iter().filter(|(key, _)| messages.has(key));
    let whole: Vec<(String, Span)> = whole.map(|(key, span)| (key.to_owned(), span)).collect();
    messages.places.extend(whole);
}

fn dangling(messages: &Messages, out: &mut Vec<Diagnostic>) {
    for (key, place) in &messages.places {
        // What the program itself asks for gets the values of the contract and no others.
        let given = STRINGS.iter().find(|(known, _)| known == key).map(|(_, given)| *given);
        for reason in messages.dangling(key, given) {
            out.push(Diagnostic::at(place.clone(), Problem::StringSyntax { reason }));
        }
    }
}

fn text_of(file: &LayerFile) -> Option<&str> {
    str::from_utf8(file.content.bytes()?).ok()
}

/// The keys of a Fluent file with their places: a message begins a line, its rest is indented
/// (Fluent syntax 1.0).
fn definitions(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut definitions = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_end = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_';
        let end = line.find(is_end).unwrap_or(line.len());
        let is_message = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
        if is_message && line[end..].trim_ascii_start().starts_with('=') {
            definitions.push((&line[..end], start..start + end));
        }
        start += line.len();
    }
    definitions
}

/// Says whether another message of the publication puts this one into itself: `{ key }`.
fn is_referred_to(key: &str, own: &Layer) -> bool {
    let texts = own.below("strings", ".ftl").filter_map(|(_, file)| text_of(file));
    let mut braces = texts.flat_map(|text| text.split('{').skip(1));
    braces.any(|inner| {
        let rest = inner.trim_start().strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start().starts_with('}') || rest.starts_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::super::contract::strings as strings_asked;
    use super::*;
    use crate::base::SourcePath;
    use crate::theme::layer::{Content, ThemeSources};

    fn sources(files: &[(&str, &str)]) -> ThemeSources {
        let file =
            |(path, text): &(&str, &str)| (SourcePath::new(path).expect("a path"), Content::Text((*text).into()));
        ThemeSources::of(files.iter().map(file))
    }

    fn languages() -> Vec<Lang> {
        ["id", "en"].iter().filter_map(|tag| tag.parse().ok()).collect()
    }

    fn check_read(files: &[(&str, &str)], expected: &[(&str, usize)]) -> Strings {
        let sources = sources(files);
        let mut out = Vec::new();
        let layers = [&sources.themes["pantai"], &sources.own];
        let strings = read(&layers, &languages(), &mut out);
        let found: Vec<(&str, usize)> = out
            .iter()
            .map(|diagnostic| (diagnostic.problem.code(), diagnostic.span.as_ref().map_or(0, |span| span.start)))
            .collect();
        assert_eq!(found, expected);
        strings
    }

    #[test]
    fn overrides_replace_single_messages() {
        let theme = ("themes/pantai/strings/id.ftl", "a = A\nb = B { a }\n");
        let strings = check_read(&[theme, ("strings/id.ftl", "a = Z\n")], &[]);
        let id = &languages()[0];
        assert_eq!(strings.get(id, "b", &[]).as_deref(), Some("B Z"));
        assert_eq!(strings.keys(id).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn broken_messages_are_shown_where_they_stand() {
        let theme = "themes/pantai/strings/id.ftl";
        check_read(&[(theme, "a = A\nb B\nc = C\n")], &[("string-syntax", 8)]);
        check_read(&[(theme, "a = A\na = B\n")], &[("string-syntax", 6)]);
        check_read(&[(theme, "a = A\nbc = { nothing }\n")], &[("string-syntax", 6)]);
        check_read(&[(theme, "a = { $count ->\n  *[other] { $x }\n }\n")], &[]);
        check_read(&[(theme, "a = A\nfeed-title = { $site } { $nama }\n")], &[("string-syntax", 6)]);
        check_read(&[(theme, "feed-title = { part }\npart = { $site ->\n *[other] { $name }\n }\n")], &[]);
    }

    #[test]
    fn missing_messages_are_shown_where_another_language_has_them() {
        let files = [("themes/pantai/strings/id.ftl", "x = X\ny = Y\n"), ("themes/pantai/strings/en.ftl", "x = X\n")];
        let strings = check_read(&files, &[]);
        let mut out = Vec::new();
        let place = Span::whole(&SourcePath::new("theme.yaml").expect("a path"));
        check(&strings, &languages(), ("pantai", &place), (&strings_asked(|_| true), &place), &mut out);
        out.retain(|diagnostic| diagnostic.span.as_ref() != Some(&place));
        let [diagnostic] = out.as_slice() else { panic!("{out:?}") };
        assert_eq!(diagnostic.problem, Problem::MissingString { key: "y".into(), lang: "en".into() });
        assert_eq!(diagnostic.span.as_ref().map(|span| (span.file.as_str(), span.start)), Some((files[0].0, 6)));
    }

    #[test]
    fn a_language_without_messages_is_told_once() {
        let strings = check_read(&[("themes/pantai/strings/id.ftl", "x = X\n")], &[]);
        let mut out = Vec::new();
        let place = Span::whole(&SourcePath::new("kabar.yaml").expect("a path"));
        check(&strings, &languages(), ("pantai", &place), (&strings_asked(|_| true), &place), &mut out);
        let codes: Vec<&str> = out.iter().map(|diagnostic| diagnostic.problem.code()).collect();
        assert_eq!(codes.iter().filter(|code| **code == "missing-strings").count(), 1);
        assert_eq!(codes.iter().filter(|code| **code == "missing-string").count(), STRINGS.len());
    }

    #[test]
    fn overrides_that_nothing_asks_for_are_useless() {
        let sources = sources(&[
            ("themes/pantai/strings/id.ftl", "by = Oleh\n"),
            ("strings/id.ftl", "by = Karya\nbye = X\nmine = { part }\npart = P\nhome = Rumah\n"),
            ("strings/fr.ftl", "by = Par\n"),
        ]);
        let mut out = Vec::new();
        let themes = [&sources.themes["pantai"]];
        useless(&sources.own, &themes, &languages(), &BTreeSet::from(["mine"]), &mut out);
        let problems: Vec<Problem> = out.into_iter().map(|diagnostic| diagnostic.problem).collect();
        assert_eq!(
            problems,
            [
                Problem::UndeclaredLanguage { lang: "fr".into(), nearest: None },
                Problem::UselessOverride { name: "bye".into(), nearest: Some("by".into()) },
            ]
        );
    }
}
