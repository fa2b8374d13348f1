//! What a path or an address names.

use std::sync::Arc;

use crate::base::{SourcePath, UrlPath};
use crate::document::{Document, Documents, PlaceKind};
use crate::render::Snapshot;
use crate::route::{Artifact, Route};
use crate::site::{Site, WithheldReason};

/// What is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A file or folder of the publication.
    Path(SourcePath),
    /// An address, whole or from the root.
    Url(String),
}

/// What is explained.
pub(super) enum Subject<'s> {
    Route(&'s Route),
    Withheld(Arc<Document>, UrlPath, &'s WithheldReason),
}

pub(super) fn find<'s>(snapshot: &'s Snapshot, documents: &Documents, target: &Target) -> Vec<Subject<'s>> {
    match target {
        Target::Path(path) => by_path(snapshot, documents, path),
        Target::Url(url) => by_url(snapshot, documents, url),
    }
}

fn by_path<'s>(snapshot: &'s Snapshot, documents: &Documents, path: &SourcePath) -> Vec<Subject<'s>> {
    let site = &*snapshot.site;
    let is_asked = |known: &SourcePath| known == path || known.below(path.as_str()).is_some();
    let of_it = |route: &&Route| match &route.artifact {
        Artifact::Page(page) => is_asked(&site.page(*page).document.path),
        Artifact::List(listing, pager) if pager.number == 1 => {
            let text = super::links::section_text(site, listing);
            text.is_some_and(|document| is_asked(&document.path))
        }
        Artifact::File(file) => file == path,
        _ => false,
    };
    let mut found: Vec<Subject<'s>> = snapshot.routes.iter().filter(of_it).map(Subject::Route).collect();
    let withheld = documents.articles.values().filter(|document| is_asked(&document.path));
    found.extend(withheld.filter_map(|document| self::withheld(site, document)));
    found
}

fn by_url<'s>(snapshot: &'s Snapshot, documents: &Documents, url: &str) -> Vec<Subject<'s>> {
    let site = &*snapshot.site;
    let asked = url.split(['?', '#']).next().unwrap_or_default();
    let is_asked = |known: &UrlPath| names(site, known, asked);
    let found = snapshot.routes.iter().find(|route| is_asked(&route.url));
    if let Some(route) = found {
        return vec![Subject::Route(route)];
    }
    let documents = documents.articles.values();
    documents
        .filter_map(|document| self::withheld(site, document))
        .filter(|subject| match subject {
            Subject::Withheld(_, url, _) => is_asked(url),
            Subject::Route(_) => false,
        })
        .take(1)
        .collect()
}

/// Says whether an address names a page: whole, below the host, or below the site's root; with or
/// without the slash at its end.
fn names(site: &Site, url: &UrlPath, asked: &str) -> bool {
    let origin = &site.config.origin;
    let is_same = |one: &str| one == asked || one.trim_end_matches('/') == asked.trim_end_matches('/');
    let spellings = [url.to_string(), origin.href(url), origin.absolute(url)];
    spellings.iter().any(|spelling| is_same(spelling) || format!("{spelling}index.html") == asked)
}

fn withheld<'s>(site: &'s Site, document: &Arc<Document>) -> Option<Subject<'s>> {
    if document.place.kind == PlaceKind::Section {
        return None;
    }
    let found = site.withheld.iter().find(|withheld| withheld.path == document.path)?;
    Some(Subject::Withheld(document.clone(), site.permalink(document)?, &found.reason))
}
