//! Texts that may differ by language: `title: BaKTI` or `title: { id: …, en: … }`.
//!
//! **Invariant:** a [`Localised`] that was read has a text, and only in declared languages.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::yaml::{Entry, Node, text};

use super::declaration::Localised;

impl Localised {
    /// The text of a language; none when it has none of its own.
    pub fn get(&self, lang: &Lang) -> Option<&str> {
        match self {
            Self::Same(text) => Some(text),
            Self::Each(texts) => texts.get(lang).map(String::as_str),
        }
    }

    /// The text of a language, else of the first of `order` that has one.
    pub fn best(&self, lang: &Lang, order: &[Lang]) -> &str {
        let own = std::iter::once(lang).chain(order).find_map(|lang| self.get(lang));
        own.or_else(|| self.texts().next()).unwrap_or_default()
    }

    /// All texts, once each language; a text that is the same everywhere once.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (same, each) = match self {
            Self::Same(text) => (Some(text), None),
            Self::Each(texts) => (None, Some(texts)),
        };
        same.into_iter().chain(each.into_iter().flat_map(BTreeMap::values)).map(String::as_str)
    }
}

/// Reads a text or a mapping from languages to texts.
///
/// A language that is not declared is an error, one that is missing a warning.
pub fn localised(node: &Node, key: &str, languages: &[Lang], out: &mut Vec<Diagnostic>) -> Option<Localised> {
    let read = partial(node, key, languages, out)?;
    for lang in languages.iter().filter(|lang| read.get(lang).is_none()) {
        let problem = Problem::TextWithoutLanguage { key: key.to_owned(), lang: lang.to_string() };
        out.push(Diagnostic::at(node.span.clone(), problem));
    }
    Some(read)
}

/// Reads a localised text that need not be in every language.
pub(super) fn partial(node: &Node, key: &str, languages: &[Lang], out: &mut Vec<Diagnostic>) -> Option<Localised> {
    let Some(entries) = node.entries() else {
        return text(node, key, out).map(Localised::Same);
    };
    let mut texts = BTreeMap::new();
    let mut is_broken = false;
    for entry in entries {
        match declared(entry, languages, out) {
            // An empty entry is a missing one.
            Some(_) if entry.value.is_null() => {}
            Some(lang) => match text(&entry.value, key, out) {
                Some(text) => _ = texts.insert(lang.clone(), text),
                None => is_broken = true,
            },
            None => is_broken = true,
        }
    }
    if texts.is_empty() && !is_broken {
        out.push(Diagnostic::at(node.span.clone(), Problem::EmptyText { key: key.to_owned() }));
    }
    (!texts.is_empty()).then_some(Localised::Each(texts))
}

/// The nodes that hold the texts of a localised text, to check and show each at its place.
pub fn texts_of(node: &Node) -> impl Iterator<Item = &Node> {
    let own = node.entries().is_none().then_some(node);
    let each = node.entries().unwrap_or_default().iter().map(|entry| &entry.value);
    own.into_iter().chain(each).filter(|node| !node.is_null())
}

/// The declared language that an entry is for.
pub fn declared<'l>(entry: &Entry, languages: &'l [Lang], out: &mut Vec<Diagnostic>) -> Option<&'l Lang> {
    let lang = languages.iter().find(|lang| lang.as_str() == entry.key);
    if lang.is_none() {
        let nearest = nearest(&entry.key, languages.iter().map(Lang::as_str));
        let problem = Problem::TextInUndeclaredLanguage { lang: entry.key.clone(), nearest };
        out.push(Diagnostic::at(entry.key_span.clone(), problem));
    }
    lang
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::check::{codes, languages, tree};

    /// Reads a text and compares with `lang=text` of each language and what is wrong.
    fn check(input: &str, expected: &str) {
        let mut out = Vec::new();
        let read = localised(&tree(input), "title", &languages(), &mut out);
        let text = |lang: &Lang| Some(format!("{lang}={}", read.as_ref()?.get(lang)?));
        let mut parts: Vec<String> = languages().iter().filter_map(text).collect();
        parts.extend(codes(&out));
        assert_eq!(parts.join(" "), expected, "{input}");
    }

    #[test]
    fn a_text_is_for_every_language_or_for_each() {
        check("BaKTI", "id=BaKTI en=BaKTI");
        check("2026", "id=2026 en=2026");
        check("{ id: Wilayah, en: Regions }", "id=Wilayah en=Regions");
    }

    #[test]
    fn languages_that_lack_or_are_not_declared_are_shown() {
        check("{ id: Wilayah }", "id=Wilayah text-without-language@0");
        check("{ id: Wilayah, en: }", "id=Wilayah text-without-language@0");
        check("{ id: a, en: b, fr: c }", "id=a en=b text-in-undeclared-language@16");
        check("{ fr: c }", "text-in-undeclared-language@2");
    }

    #[test]
    fn what_is_not_text_is_refused() {
        check("[a]", "wrong-type@0");
        check("{}", "empty-text@0");
        check("{ id: [a], en: b }", "en=b wrong-type@6 text-without-language@0");
        check("' '", "empty-text@0");
    }

    #[test]
    fn the_best_text_is_the_own_then_the_first_in_order() {
        let [id, en] = ["id", "en"].map(|tag| tag.parse::<Lang>().expect("a language"));
        let fr: Lang = "fr".parse().expect("a language");
        let text = Localised::Each([(id.clone(), "satu".to_owned()), (en.clone(), "one".to_owned())].into());
        assert_eq!(text.best(&en, std::slice::from_ref(&id)), "one");
        assert_eq!(text.best(&fr, &[fr.clone(), id]), "satu");
        assert_eq!(text.best(&fr, &[]), "one");
    }
}
