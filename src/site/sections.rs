//! Sections: folders of `content/` that hold articles, with their own text in each language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::document::{Document, Documents, PlaceKind, SectionOrder};

use super::{Section, SectionId, permalink};

/// Makes the sections of all documents; home first, parents before their children.
pub(super) fn sections(config: &Config, documents: &Documents, out: &mut Vec<Diagnostic>) -> Vec<Section> {
    let mut keys = BTreeSet::from([String::new()]);
    let mut texts: BTreeMap<(&str, &str), Arc<Document>> = BTreeMap::new();
    for document in documents.articles.values() {
        let mut key = document.place.section();
        // Most documents stand where another did before.
        while !keys.contains(key) {
            keys.insert(key.to_owned());
            key = key.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
        if document.place.kind == PlaceKind::Section {
            texts.insert((&document.place.key, document.place.lang.as_str()), document.clone());
        }
    }
    let mut sections: Vec<Section> = Vec::new();
    // The order of keys puts a parent before its children.
    for key in keys {
        let texts: Vec<Option<Arc<Document>>> = config
            .languages
            .iter()
            .map(|language| texts.get(&(key.as_str(), language.lang.as_str())).cloned())
            .collect();
        say_missing(config, &key, &texts, out);
        let section = section(config, &sections, key, texts);
        if let Some(parent) = section.parent {
            let id = SectionId(sections.len());
            sections[parent.0].children.push(id);
        }
        sections.push(section);
    }
    sections
}

fn section(config: &Config, before: &[Section], key: String, texts: Vec<Option<Arc<Document>>>) -> Section {
    let parent_key = (!key.is_empty()).then(|| key.rsplit_once('/').map_or("", |(parent, _)| parent));
    let parent = parent_key.and_then(|parent| before.iter().position(|section| section.key == parent)).map(SectionId);
    let any = texts.iter().flatten().next();
    let order: Vec<_> = config.languages.iter().map(|language| language.lang.clone()).collect();
    let title = |(index, text): (usize, &Option<Arc<Document>>)| match text.as_ref().or(any) {
        Some(document) => document.title.clone(),
        None if key.is_empty() => config.title.best(&order[index], &order).to_owned(),
        None => plain_title(&key),
    };
    let titles = texts.iter().enumerate().map(title).collect();
    let urls = config.languages.iter().zip(&texts).enumerate().map(|(index, (language, text))| match parent {
        None => config.home(language),
        Some(parent) => permalink::section(&before[parent.0].urls[index], text.as_deref(), &key),
    });
    let urls = urls.collect();
    let settings = |documents: &[Option<Arc<Document>>]| {
        let paginate_by = documents.iter().flatten().find_map(|document| document.section.paginate_by);
        let order = documents.iter().flatten().find_map(|document| document.section.order);
        (paginate_by.unwrap_or(config.paginate_by), order.unwrap_or(SectionOrder::Date))
    };
    let (paginate_by, order) = settings(&texts);
    Section { key, parent, texts, titles, urls, children: Vec::new(), paginate_by, order }
}

/// A section that has its own text in one language and lacks it in another is worth saying.
fn say_missing(config: &Config, key: &str, texts: &[Option<Arc<Document>>], out: &mut Vec<Diagnostic>) {
    let Some(document) = texts.iter().flatten().next() else {
        return;
    };
    for (language, text) in config.languages.iter().zip(texts) {
        if text.is_none() {
            let section = if key.is_empty() { "/".to_owned() } else { key.to_owned() };
            let problem = Problem::SectionWithoutText { section, lang: language.lang.to_string() };
            out.push(Diagnostic::at(Span::whole(&document.path), problem));
        }
    }
}

/// A folder's name as a title: `learning-stories` becomes “Learning stories”.
fn plain_title(key: &str) -> String {
    let name = key.rsplit('/').next().unwrap_or(key).replace(['-', '_'], " ");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
