//! `search`: whether readers can search the site, and the words that a publication has of its own.
//!
//! **Invariant:** a word that was read is one word as search takes texts apart, in a declared
//! language.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::schema::declared;
use crate::yaml::{Fields, Node, items, text};

use super::settings::switch;

/// How readers search the site.
#[derive(Debug, Clone)]
pub struct SearchSettings {
    /// There is a page for searching, with its index.
    pub is_enabled: bool,
    /// By language.
    pub words: BTreeMap<Lang, OwnWords>,
}

/// The words of a language that search would not know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// Words that are their own root, whatever they seem to begin or end with.
    pub roots: Vec<String>,
    /// Words whose root no rule finds, with it.
    pub exceptions: Vec<(String, String)>,
}

/// Reads what is said of searching.
pub fn search(node: Option<&Node>, languages: &[Lang], out: &mut Vec<Diagnostic>) -> SearchSettings {
    let mut settings = SearchSettings { is_enabled: true, words: BTreeMap::new() };
    let Some(mut fields) = node.and_then(|node| Fields::of(node, "search", "search", out)) else {
        return settings;
    };
    settings.is_enabled = switch(&mut fields, "enabled", settings.is_enabled, out);
    for (lang, node) in by_language(fields.take("words"), "words", languages, out) {
        let words = items(node, "words", out).unwrap_or_default();
        let roots = words.iter().filter_map(|node| one_word(&text(node, "words", out)?, &node.span, out));
        settings.words.entry(lang).or_default().roots = roots.collect();
    }
    for (lang, node) in by_language(fields.take("exceptions"), "exceptions", languages, out) {
        let exceptions = exceptions(node, out);
        settings.words.entry(lang).or_default().exceptions = exceptions;
    }
    fields.finish(out);
    settings
}

/// The entries of a mapping from languages that are declared.
fn by_language<'n>(
    node: Option<&'n Node>,
    key: &str,
    languages: &[Lang],
    out: &mut Vec<Diagnostic>,
) -> Vec<(Lang, &'n Node)> {
    let Some(node) = node else { return Vec::new() };
    let Some(entries) = node.entries() else {
        let problem = Problem::WrongType {
            key: key.to_owned(),
            expected: "mapping".to_owned(),
            found: node.type_name().to_owned(),
        };
        out.push(Diagnostic::at(node.span.clone(), problem));
        return Vec::new();
    };
    let of_entry = |entry| Some((declared(entry, languages, out)?.clone(), &entry.value));
    entries.iter().filter_map(of_entry).filter(|(_, node)| !node.is_null()).collect()
}

fn exceptions(node: &Node, out: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let Some(entries) = node.entries() else {
        let expected = "mapping".to_owned();
        let problem = Problem::WrongType { key: "exceptions".to_owned(), expected, found: node.type_name().to_owned() };
        out.push(Diagnostic::at(node.span.clone(), problem));
        return Vec::new();
    };
    let mut read = Vec::new();
    for entry in entries {
        let form = one_word(&entry.key, &entry.key_span, out);
        let root = text(&entry.value, &entry.key, out).and_then(|root| one_word(&root, &entry.value.span, out));
        read.extend(form.zip(root));
    }
    read
}

/// A text that is one word; hyphens join several.
fn one_word(word: &str, span: &Span, out: &mut Vec<Diagnostic>) -> Option<String> {
    if word.unicode_words().eq([word]) {
        return Some(word.to_owned());
    }
    out.push(Diagnostic::at(span.clone(), Problem::SearchWord { word: word.to_owned() }));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::check::{check_all, read};

    const HEAD: &str = "title: x\nbase_url: https://a.org\ntimezone: UTC\nlanguages: [id]\n";

    fn settings(text: &str) -> SearchSettings {
        read(&format!("{HEAD}{text}")).value.expect("a configuration").search
    }

    #[test]
    fn searching_is_on_unless_it_is_turned_off() {
        assert!(settings("").is_enabled);
        assert!(settings("search:").is_enabled);
        assert!(!settings("search: { enabled: false }").is_enabled);
    }

    #[test]
    fn a_publication_has_words_of_its_own() {
        let text = "search: { words: { id: [Posyandu, Qur’an] }, exceptions: { id: { pengungsi: ungsi } } }";
        let lang = "id".parse().expect("a language");
        let own = &settings(text).words[&lang];
        assert_eq!(own.roots, ["Posyandu", "Qur’an"]);
        assert_eq!(own.exceptions, [("pengungsi".to_owned(), "ungsi".to_owned())]);
        assert!(settings("search: { words: { id: } }").words.is_empty());
    }

    #[test]
    fn what_is_said_of_searching_is_checked() {
        let check = |text: &str, expected: &str| check_all(&format!("{HEAD}search: {text}"), expected);
        check("{ enable: false }", "unknown-key 5:11 enabled");
        check("{ enabled: maybe }", "wrong-type 5:20");
        check("no", "wrong-type 5:9");
        check("{ words: [posyandu] }", "wrong-type 5:18");
        check("{ words: { en: [posyandu] } }", "text-in-undeclared-language 5:20");
        check("{ words: { id: posyandu } }", "wrong-type 5:24");
        check(
            "{ words: { id: [balai desa, se-Sulawesi, '', ok] } }",
            "search-word 5:25, search-word 5:37, empty-text 5:50",
        );
        check("{ exceptions: { id: [a] } }", "wrong-type 5:29");
        check("{ exceptions: { id: { a b: c, d: [e] } } }", "search-word 5:31, wrong-type 5:42");
    }
}
