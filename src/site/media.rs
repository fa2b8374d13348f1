//! Pictures and downloads: which are published, at which address, and what is said of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::asset::{Asset, Assets};
use crate::base::{Lang, SourcePath, UrlPath};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::document::{Document, Documents, MediaEntry, Place};
use crate::schema::Value;

use super::articles::Group;
use super::checks::leaves;
use super::{Article, LangId, Page, Section, Site};

/// A published file.
#[derive(Debug, Clone)]
pub struct Medium {
    pub asset: Asset,
    pub url: UrlPath,
    /// What the bundle's sidecar says of it.
    pub description: Option<Arc<MediaEntry>>,
}

/// The key of a static file: its address.
pub(super) fn static_key(inside: &str) -> String {
    format!("/{inside}")
}

/// Decides which files are published and where.
///
/// A bundle's files stand beside its original and are published with it. A file outside of
/// bundles is published only when something published names it: it could belong to what is
/// withheld.
pub(super) fn media(
    assets: &Assets,
    documents: &Documents,
    groups: &[Group],
    articles: &[Article],
    pages: &[Page],
    sections: &[Section],
    root: LangId,
) -> BTreeMap<String, Medium> {
    // Both are in the order of their keys.
    let is_bundle = |folder: &str| groups.binary_search_by(|group| group.key.as_str().cmp(folder)).is_ok();
    let url_of = |folder: &str| {
        let index = articles.binary_search_by(|article| article.key.as_str().cmp(folder)).ok()?;
        let article = &articles[index];
        let page = article.pages.get(&article.original_lang).or_else(|| article.pages.values().next())?;
        Some(&pages[page.0].url)
    };
    let section_urls: BTreeMap<&str, &UrlPath> =
        sections.iter().map(|section| (section.key.as_str(), &section.urls[root.0])).collect();
    let all: Vec<(&str, &Asset, Option<&str>)> =
        assets.media().map(|(inside, asset)| (inside, asset, owner(inside, is_bundle))).collect();
    let has_loose = all.iter().any(|(_, _, bundle)| bundle.is_none());
    let named = if has_loose { named(pages, sections) } else { BTreeSet::new() };
    let descriptions = descriptions(documents);
    let mut media = BTreeMap::new();
    for (inside, asset, bundle) in all {
        let url = bundle.map_or_else(
            || {
                let folder = owner(inside, |folder| section_urls.contains_key(folder))?;
                named.contains(inside).then(|| place(section_urls.get(folder)?, inside, folder)).flatten()
            },
            |folder| place(url_of(folder)?, inside, folder),
        );
        if let Some(url) = url {
            let description = describe(inside, &descriptions);
            media.insert(inside.to_owned(), Medium { asset: asset.clone(), url, description });
        }
    }
    for (inside, asset) in assets.statics() {
        if let Ok(url) = UrlPath::new(&format!("/{inside}")) {
            media.insert(static_key(inside), Medium { asset: asset.clone(), url, description: None });
        }
    }
    media
}

/// The nearest folder around a file for which the question is answered with yes.
fn owner(inside: &str, is_owner: impl Fn(&str) -> bool) -> Option<&str> {
    let mut folder = inside;
    loop {
        folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
        if is_owner(folder) {
            return Some(folder);
        }
        if folder.is_empty() {
            return None;
        }
    }
}

fn place(url: &UrlPath, inside: &str, folder: &str) -> Option<UrlPath> {
    let rest = if folder.is_empty() { inside } else { &inside[folder.len() + 1..] };
    url.file(rest).ok()
}

/// Every file that something published names, by its path below `content/`.
fn named(pages: &[Page], sections: &[Section]) -> BTreeSet<String> {
    let texts = sections.iter().flat_map(|section| section.texts.iter().flatten());
    let documents: Vec<&Arc<Document>> = pages.iter().map(|page| &page.document).chain(texts).collect();
    let named: Vec<String> = documents.into_par_iter().flat_map_iter(|document| named_in(document)).collect();
    named.into_iter().collect()
}

fn named_in(document: &Document) -> Vec<String> {
    let facts = &document.facts;
    let written = facts.images.iter().map(|image| image.path.as_str());
    let written = written.chain(facts.links.iter().map(|link| link.target.as_str()));
    let written = written.chain(facts.files.iter().map(|file| file.path.as_str()));
    let cover = document.shared.cover.iter().map(|name| name.text.as_str());
    let fields = leaves(&document.shared.fields).chain(leaves(&document.fields));
    let values = fields.filter_map(|value| match value {
        Value::Image { path, .. } | Value::File { path, .. } => Some(path.as_str()),
        _ => None,
    });
    let all = written.chain(cover).chain(values);
    all.flat_map(|path| keys(&document.place, path, &document.place.lang)).collect()
}

/// The keys under which a written path may be found: the language's own variant first.
fn keys(place: &Place, path: &str, lang: &Lang) -> Vec<String> {
    let path = path.split(['#', '?']).next().unwrap_or(path);
    let is_rooted = path.starts_with('/');
    let folder = if is_rooted { "content".to_owned() } else { format!("content/{}", place.folder()) };
    let folder = SourcePath::new(folder.trim_end_matches('/'));
    let Some(found) = folder.ok().and_then(|folder| folder.resolve(path).ok()) else {
        return Vec::new();
    };
    let Some(inside) = found.below("content") else {
        return Vec::new();
    };
    let mut keys = Vec::new();
    if let Some((stem, extension)) = inside.rsplit_once('.') {
        keys.push(format!("{stem}.{lang}.{extension}"));
    }
    keys.push(inside.to_owned());
    if is_rooted {
        keys.push(path.to_owned());
    }
    keys
}

fn descriptions(documents: &Documents) -> BTreeMap<String, Arc<MediaEntry>> {
    let mut descriptions = BTreeMap::new();
    for sidecar in documents.sidecars.values() {
        for entry in &sidecar.entries {
            let key = format!("{}/{}", sidecar.folder, entry.file.text);
            descriptions.insert(key, Arc::new(entry.clone()));
        }
    }
    descriptions
}

/// A language variant (`peta.id.svg`) may be described under its plain name (`peta.svg`).
fn describe(inside: &str, descriptions: &BTreeMap<String, Arc<MediaEntry>>) -> Option<Arc<MediaEntry>> {
    descriptions.get(inside).or_else(|| descriptions.get(&plain_name(inside)?)).cloned()
}

fn plain_name(inside: &str) -> Option<String> {
    let (stem, extension) = inside.rsplit_once('.')?;
    let (stem, tag) = stem.rsplit_once('.')?;
    tag.parse::<Lang>().ok()?;
    Some(format!("{stem}.{extension}"))
}

/// Says which entries of sidecars describe no file.
pub(super) fn say_idle_entries(assets: &Assets, documents: &Documents, out: &mut Vec<Diagnostic>) {
    let files: BTreeSet<&str> = assets.media().map(|(inside, _)| inside).collect();
    let plain: BTreeSet<String> = files.iter().filter_map(|inside| plain_name(inside)).collect();
    for sidecar in documents.sidecars.values() {
        for entry in &sidecar.entries {
            let key = format!("{}/{}", sidecar.folder, entry.file.text);
            if files.contains(key.as_str()) || plain.contains(&key) {
                continue;
            }
            let prefix = format!("{}/", sidecar.folder);
            let beside = files.iter().filter_map(|inside| inside.strip_prefix(&prefix));
            let problem =
                Problem::MediaEntry { name: entry.file.text.clone(), nearest: nearest(&entry.file.text, beside) };
            out.push(Diagnostic::at(entry.file.span.clone(), problem));
        }
    }
}

impl Site {
    /// Finds the file that a document means by a path: the variant of its own language, the plain
    /// file, else the variant of any language.
    pub fn medium(&self, place: &Place, path: &str) -> Option<&Medium> {
        let others = self.languages().iter().filter(|lang| **lang != place.lang);
        let langs = [&place.lang].into_iter().chain(others);
        langs.flat_map(|lang| keys(place, path, lang)).find_map(|key| self.media.get(&key))
    }

    /// The name of the file most like a path that leads nowhere.
    pub(super) fn nearest_medium(&self, document: &Document, path: &str) -> Option<String> {
        let prefix = format!("{}/", document.place.folder());
        let beside = self.media.keys().filter_map(|key| key.strip_prefix(prefix.as_str()));
        nearest(path, beside)
    }
}
