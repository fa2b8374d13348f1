//! The addresses of articles, sections and terms: the one place that decides them.

use crate::base::{Slug, UrlPath, slugify};
use crate::config::{Config, Language, Taxonomy};
use crate::document::Document;
use crate::schema::Localised;

/// The address of a section below its parent's.
pub(super) fn section(parent: &UrlPath, text: Option<&Document>, key: &str) -> UrlPath {
    let written = text.and_then(|document| document.slug.clone());
    parent.folder(&written.unwrap_or_else(|| named(key)))
}

/// The address of an article in a language: its own slug, else the name of its file or folder.
pub(super) fn article(section: &UrlPath, document: &Document) -> UrlPath {
    section.folder(&document.slug.clone().unwrap_or_else(|| named(document.place.name())))
}

/// The address of a taxonomy's own page.
pub(super) fn taxonomy(config: &Config, language: &Language, taxonomy: &Taxonomy) -> UrlPath {
    config.home(language).folder(&in_language(Some(&taxonomy.slug), language, &taxonomy.id))
}

/// The address of a term below its taxonomy's.
pub(super) fn term(taxonomy: &UrlPath, language: &Language, slug: Option<&Localised>, id: &str) -> UrlPath {
    taxonomy.folder(&in_language(slug, language, id))
}

/// The folder of a content type's own listing.
pub(super) fn content_type(config: &Config, language: &Language, slug: &Localised, id: &str) -> UrlPath {
    let folder = config.home(language).folder(&language.paths.content_type);
    folder.folder(&in_language(Some(slug), language, id))
}

/// The page where readers of a language search.
pub(super) fn search(config: &Config, language: &Language) -> UrlPath {
    config.home(language).folder(&language.paths.search)
}

/// The page where others take an article along.
pub(super) fn republish(article: &UrlPath, language: &Language) -> UrlPath {
    article.folder(&language.paths.republish)
}

fn in_language(slug: Option<&Localised>, language: &Language, id: &str) -> Slug {
    let written = slug.and_then(|slug| slug.get(&language.lang)).and_then(Slug::new);
    written.unwrap_or_else(|| named(id))
}

/// A name of a folder or file as a slug; names without any letter or digit keep their place by
/// their fingerprint.
fn named(name: &str) -> Slug {
    let last = name.rsplit('/').next().unwrap_or(name);
    let fallback = || Slug::new(&format!("x{}", crate::base::Fingerprint::of(last.as_bytes()).short()));
    slugify(last).or_else(fallback).unwrap_or_else(|| unreachable!("hexadecimal digits are a slug"))
}
