//! An explanation in words of the editor's language.

use std::collections::BTreeMap;

use crate::diagnostic::{Catalogue, position};
use crate::site::WithheldReason;
use crate::source::Sources;
use crate::status::words::{notes, state_key};

use super::{Because, Explanation, Link, Listed, Segment, Template, TemplateBecause};

/// What there is to say of a page: each question with its answers, those without an answer left out.
pub fn answers(one: &Explanation, sources: &Sources, catalogue: &Catalogue) -> Vec<(String, Vec<String>)> {
    let phrase = |key: &str| catalogue.phrase(key, &[]);
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |key: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            rows.push((phrase(key), lines));
        }
    };
    add("explain-title", one.title.iter().cloned().collect());
    add("explain-source", one.source.iter().map(ToString::to_string).collect());
    add("explain-language", one.lang.iter().map(ToString::to_string).collect());
    add("explain-type", one.content_type.iter().cloned().collect());
    add("explain-address", one.address.iter().map(|segment| segment_text(segment, catalogue)).collect());
    add("explain-withheld", one.withheld.iter().map(|reason| withheld(reason, catalogue)).collect());
    add("explain-leads-to", one.leads_to.iter().map(ToString::to_string).collect());
    add("explain-aliases", one.aliases.iter().map(ToString::to_string).collect());
    add(
        "explain-template",
        one.template.as_ref().map(|template| template_text(template, catalogue)).unwrap_or_default(),
    );
    let strings = one.strings.iter().map(|(path, count)| {
        catalogue.phrase("explain-strings-of", &[("file", path.as_str()), ("count", &count.to_string())])
    });
    add("explain-strings", strings.collect());
    add(
        "explain-translation",
        one.translation
            .iter()
            .flat_map(|row| {
                let state = phrase(state_key(row.state));
                std::iter::once(state).chain(notes(row, catalogue)).collect::<Vec<_>>()
            })
            .collect(),
    );
    add("explain-listed", listed(&one.listed));
    add("explain-linked", one.linked.iter().map(|link| link_text(link, sources)).collect());
    rows
}

/// Lists with the feeds that stand beside them, one line a place.
fn listed(all: &[Listed]) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in all {
        let url = one.url.as_str();
        let (place, what) = match url.rsplit_once('/') {
            Some((folder, file)) if !file.is_empty() => (format!("{folder}/"), file.to_owned()),
            _ => (url.to_owned(), one.kind.to_owned()),
        };
        places.entry(place).or_default().push(what);
    }
    places.into_iter().map(|(place, what)| format!("{place}  ({})", what.join(", "))).collect()
}

fn segment_text(segment: &Segment, catalogue: &Catalogue) -> String {
    let phrase = |key: &str, values: &[(&str, &str)]| catalogue.texts(key, values);
    let because = match &segment.because {
        Because::Language(lang) => phrase("because-language", &[("lang", lang)]),
        Because::Slug(path) => phrase("because-slug", &[("file", path.as_str())]),
        Because::Name(name) => phrase("because-name", &[("name", name)]),
        Because::Declared { what, id } => phrase("because-declared", &[("what", what), ("id", id)]),
        Because::Word { lang, key } => phrase("because-word", &[("lang", lang), ("key", key)]),
        Because::Number => phrase("because-number", &[]),
        Because::File => phrase("because-file", &[]),
        Because::Alias(path) => phrase("because-alias", &[("file", path.as_str())]),
    };
    format!("{} ← {because}", segment.text)
}

fn withheld(reason: &WithheldReason, catalogue: &Catalogue) -> String {
    match reason {
        WithheldReason::Draft => catalogue.phrase("explain-draft", &[]),
        WithheldReason::Embargo(date) => catalogue.phrase("explain-embargo", &[("date", &date.iso())]),
        WithheldReason::Expired(date) => catalogue.phrase("explain-expired", &[("date", &date.iso())]),
    }
}

fn template_text(template: &Template, catalogue: &Catalogue) -> Vec<String> {
    let because = match &template.because {
        TemplateBecause::Article(path) => catalogue.phrase("because-article-template", &[("file", path.as_str())]),
        TemplateBecause::ContentType(id) => catalogue.phrase("because-type-template", &[("id", id)]),
        TemplateBecause::Kind => catalogue.phrase("because-kind-template", &[]),
    };
    let chain = template.chain.iter().enumerate().map(|(step, (_, path))| {
        let key = if step == 0 { "template-from" } else { "template-extends" };
        catalogue.phrase(key, &[("file", path.as_str())])
    });
    std::iter::once(format!("{} ← {because}", template.name)).chain(chain).collect()
}

fn link_text(link: &Link, sources: &Sources) -> String {
    let place = position(sources.text(&link.span.file).unwrap_or_default(), link.span.start);
    format!("{}:{}:{}", link.span.file, place.line, place.column)
}
