//! Sections as collections: articles by the folder they stand in and the language they were
//! written in, and the sections' own texts.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use crate::base::Lang;
use crate::config::Language;
use crate::document::{Document, PlaceKind};

use super::entry::Entry;
use super::{Forms, Vendor};

/// How the articles of a folder are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    /// A folder each, with its media.
    Bundles,
    /// A file a language.
    Singles,
}

/// The articles of every section.
pub(super) fn articles(forms: &Forms) -> Vec<Value> {
    let mut all = Vec::new();
    for (section, shapes) in folders(forms) {
        for shape in shapes {
            for language in &forms.config.languages {
                all.extend(collection(forms, &section, shape, language));
            }
        }
    }
    all.into_iter().map(Value::from).collect()
}

/// Every folder that has articles or may have them, with how they are kept there: in the order in
/// which their content types were declared, pages last.
fn folders(forms: &Forms) -> Vec<(String, BTreeSet<Shape>)> {
    let mut found: BTreeMap<String, BTreeSet<Shape>> = BTreeMap::new();
    for document in forms.documents.articles.values() {
        let shapes = found.entry(document.place.section().to_owned()).or_default();
        match document.place.kind {
            PlaceKind::Section => {}
            PlaceKind::Bundle => _ = shapes.insert(Shape::Bundles),
            PlaceKind::Single => _ = shapes.insert(Shape::Singles),
        }
    }
    for folder in forms.config.content_types.iter().filter_map(|known| known.folder.as_ref()) {
        found.entry(folder.clone()).or_default();
    }
    found.entry(String::new()).or_default();
    let mut folders: Vec<_> = found.into_iter().collect();
    for (_, shapes) in &mut folders {
        // What is new is kept with its pictures.
        shapes.insert(Shape::Bundles);
        if forms.vendor == Vendor::Decap {
            // It looks for files at every depth down to that of the bundles, and so finds these too.
            shapes.remove(&Shape::Singles);
        }
    }
    let place = |section: &str| {
        let own = forms.config.content_type_of(section);
        let place = forms.config.content_types.iter().position(|known| own.is_some_and(|own| own.id == known.id));
        (section.is_empty(), place)
    };
    folders.sort_by_key(|(section, _)| place(section));
    folders
}

fn collection(forms: &Forms, section: &str, shape: Shape, language: &Language) -> Option<Entry> {
    let content_type = forms.config.content_type_of(section)?;
    let folder = if section.is_empty() { "content".to_owned() } else { format!("content/{section}") };
    let name = folder.replace('/', "__");
    let ending = if shape == Shape::Singles { "-files" } else { "" };
    let mut label = title(forms, section);
    if shape == Shape::Singles {
        label = format!("{label} ({})", forms.phrase("cms-single-files"));
    }
    if forms.languages.len() > 1 {
        label = format!("{label} · {}", language.name);
    }
    let media = match shape {
        Shape::Bundles => {
            Entry::new().with("path", "{{slug}}/index").with("media_folder", "").with("public_folder", "")
        }
        Shape::Singles => Entry::new().with("path", "{{slug}}").with("media_folder", "").with("public_folder", ""),
    };
    let filter = Entry::new().with("field", "original").with("value", language.lang.as_str());
    let entry = Entry::new()
        .with("name", format!("{name}-{}{ending}", language.lang))
        .with("label", label)
        .with("label_singular", forms.best(&content_type.name))
        .with("folder", folder)
        .and(media)
        .with("create", true)
        .with("extension", "md")
        .with("format", "yaml-frontmatter")
        .with("identifier_field", "title")
        .with("slug", slug(forms, section))
        .with("filter", filter)
        .with("i18n", i18n(forms, &language.lang))
        .with("fields", forms.article(content_type, &language.lang));
    Some(entry)
}

/// The languages of an article that was written in one of them.
fn i18n(forms: &Forms, original: &Lang) -> Entry {
    let tags = |langs: &[Lang]| langs.iter().map(Lang::to_string).collect::<Vec<_>>();
    let mut langs = forms.languages.clone();
    langs.sort_by_key(|lang| lang != original);
    let entry = Entry::new().with("structure", "multiple_files").with("locales", tags(&langs));
    let entry = entry.with("default_locale", original.as_str());
    match forms.vendor {
        // A translation is written when somebody has translated, not before.
        Vendor::Sveltia => entry.with("initial_locales", "default"),
        Vendor::Decap => entry,
    }
}

/// New articles are named as those that are there: with the month before, or without.
fn slug(forms: &Forms, section: &str) -> &'static str {
    let articles = forms.documents.articles.values();
    let is_article = |document: &&std::sync::Arc<Document>| {
        document.place.kind != PlaceKind::Section && document.place.section() == section
    };
    let has_month = |document: &std::sync::Arc<Document>| {
        let name = document.place.name().as_bytes();
        let is_digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
        name.len() > 8 && is_digits(&name[..4]) && name[4] == b'-' && is_digits(&name[5..7]) && name[7] == b'-'
    };
    if articles.filter(is_article).any(has_month) { "{{year}}-{{month}}-{{slug}}" } else { "{{slug}}" }
}

/// What a section is called.
fn title(forms: &Forms, section: &str) -> String {
    if section.is_empty() {
        return forms.config.content_type("page").map_or_else(String::new, |page| forms.best(&page.plural));
    }
    let texts = || forms.documents.articles.values().filter(|document| is_text_of(document, section));
    let own = texts().find(|document| document.place.lang == forms.lang).or_else(|| texts().next());
    let declared = forms.config.content_types.iter().find(|known| known.folder.as_deref() == Some(section));
    match (own, declared) {
        (Some(own), _) => own.title.clone(),
        (None, Some(declared)) => forms.best(&declared.plural),
        (None, None) => section.to_owned(),
    }
}

fn is_text_of(document: &Document, section: &str) -> bool {
    document.place.kind == PlaceKind::Section && document.place.key == section
}

/// The sections' own texts: one entry with all languages where the program can, else one for each.
pub(super) fn sections(forms: &Forms) -> Vec<Value> {
    let mut files: Vec<Value> = Vec::new();
    let mut keys: Vec<String> = folders(forms).into_iter().map(|(section, _)| section).collect();
    keys.sort();
    for section in keys {
        let label = if section.is_empty() { forms.phrase("cms-home") } else { title(forms, &section) };
        let folder = if section.is_empty() { "content".to_owned() } else { format!("content/{section}") };
        let name = folder.replace('/', "__");
        match forms.vendor {
            Vendor::Sveltia => {
                let file = Entry::new().with("name", name).with("label", label);
                let file = file.with("file", format!("{folder}/_section.{{{{locale}}}}.md")).with("i18n", true);
                files.push(file.with("fields", forms.section(true)).into());
            }
            Vendor::Decap => files.extend(forms.config.languages.iter().map(|language| {
                let lang = &language.lang;
                let label =
                    if forms.languages.len() > 1 { format!("{label} · {}", language.name) } else { label.clone() };
                let file = Entry::new().with("name", format!("{name}-{lang}")).with("label", label);
                let file = file.with("file", format!("{folder}/_section.{lang}.md"));
                Value::from(file.with("fields", forms.section(false)))
            })),
        }
    }
    let entry = Entry::new().with("name", "sections").with("label", forms.phrase("cms-sections"));
    let entry = entry.with("format", "yaml-frontmatter").with_if(forms.vendor == Vendor::Sveltia, "i18n", true);
    vec![entry.with("media_folder", "").with("public_folder", "").with("files", files).into()]
}
