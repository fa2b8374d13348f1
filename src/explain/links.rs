//! Who shows a page: the lists and feeds that it stands in, and what links to it.

use std::sync::Arc;

use crate::base::UrlPath;
use crate::config::MenuTarget;
use crate::diagnostic::Span;
use crate::document::Document;
use crate::render::Snapshot;
use crate::route::{Artifact, Route, feed_archive, feed_pages};
use crate::schema::Value;
use crate::site::{Destination, LangId, Listing, PageId, Site, leaves};

/// A list or feed that a page stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub url: UrlPath,
    /// As `kabar routes` names it.
    pub kind: &'static str,
}

/// A link that leads to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it is written.
    pub span: Span,
    /// The page that it stands on; none for a menu, which stands on all of them.
    pub from: Option<UrlPath>,
}

/// The lists and feeds that a page stands in.
pub(super) fn listed(snapshot: &Snapshot, page: PageId) -> Vec<Listed> {
    let site = &*snapshot.site;
    let is_in = |route: &&Route| match &route.artifact {
        Artifact::List(listing, pager) => {
            let list = site.list(listing);
            list[pager.slice(site, listing, list)].contains(&page)
        }
        Artifact::Feed(scope, _) => feed_pages(site, *scope).contains(&page),
        Artifact::FeedArchive(scope, _, number) => feed_archive(site, *scope, *number).contains(&page),
        _ => false,
    };
    let of = |route: &Route| Listed { url: route.url.clone(), kind: route.artifact.kind() };
    snapshot.routes.iter().filter(is_in).map(of).collect()
}

/// What links to a page, in the order of their files.
pub(super) fn linked(snapshot: &Snapshot, route: &Route) -> Vec<Link> {
    let site = &*snapshot.site;
    let mut found = Vec::new();
    for page in &site.pages {
        let fields = leaves(&page.document.fields).chain(leaves(&site.article(page.article).shared().fields));
        add(site, &page.document, fields, Some(&page.url), route, &mut found);
    }
    for section in &site.sections {
        for (text, url) in section.texts.iter().zip(&section.urls) {
            if let Some(document) = text {
                add(site, document, leaves(&document.fields), Some(url), route, &mut found);
            }
        }
    }
    for entry in site.config.menus.values().flatten() {
        let lang = crate::route::lang_of(site, &route.artifact).unwrap_or(LangId(0));
        let destination = match &entry.target {
            MenuTarget::Page(path) => site.content_path(path, lang),
            MenuTarget::Taxonomy(id) => site.taxonomy_id(id).map(|id| Destination::Taxonomy(id, lang)),
            MenuTarget::Url(_) => None,
        };
        if destination.is_some_and(|destination| leads_to(&destination, route, site)) {
            found.push(Link { span: entry.span.clone(), from: None });
        }
    }
    found.sort_by(|a, b| a.span.cmp(&b.span));
    found.dedup();
    found
}

fn add<'v>(
    site: &Site,
    document: &Document,
    fields: impl Iterator<Item = &'v Value>,
    from: Option<&UrlPath>,
    route: &Route,
    found: &mut Vec<Link>,
) {
    let mut take = |destination: Option<Destination>, span: &Span| {
        if destination.is_some_and(|destination| leads_to(&destination, route, site)) {
            found.push(Link { span: span.clone(), from: from.cloned() });
        }
    };
    for link in &document.facts.links {
        take(site.resolve(&document.place, &link.target).ok(), &link.span);
    }
    for image in &document.facts.images {
        take(file(site, document, &image.path), &image.span);
    }
    for file_fact in &document.facts.files {
        take(file(site, document, &file_fact.path), &file_fact.span);
    }
    for value in fields {
        match value {
            Value::Reference { target, span } => take(site.reference(&document.place, target).ok(), span),
            Value::Image { path, span } | Value::File { path, span } => take(file(site, document, path), span),
            _ => {}
        }
    }
}

fn file(site: &Site, document: &Document, path: &str) -> Option<Destination> {
    let url = &site.medium(&document.place, path)?.url;
    let key = site.media.iter().find(|(_, medium)| medium.url == *url).map(|(key, _)| key.clone());
    key.map(Destination::Medium)
}

fn leads_to(destination: &Destination, route: &Route, site: &Site) -> bool {
    match (&route.artifact, destination) {
        (Artifact::Page(page), Destination::Page(target, _)) => page == target,
        (Artifact::List(Listing::Section(section, lang), pager), Destination::Section(target, other)) => {
            section == target && lang == other && pager.number == 1
        }
        (Artifact::List(Listing::Home(lang), pager), Destination::Section(target, other)) => {
            target.0 == 0 && lang == other && pager.number == 1
        }
        (Artifact::List(Listing::Term(term, lang), pager), Destination::Term(target, other)) => {
            term == target && lang == other && pager.number == 1
        }
        (Artifact::Taxonomy(taxonomy, lang), Destination::Taxonomy(target, other)) => {
            taxonomy == target && lang == other
        }
        (Artifact::File(path), Destination::Medium(key)) => {
            site.media.get(key).is_some_and(|medium| medium.asset.path == *path)
        }
        _ => false,
    }
}

/// The text of the section that a list is of.
pub(super) fn section_text<'s>(site: &'s Site, listing: &Listing) -> Option<&'s Arc<Document>> {
    match listing {
        Listing::Section(section, lang) => site.section(*section).texts[lang.0].as_ref(),
        Listing::Home(lang) => site.sections.first()?.texts[lang.0].as_ref(),
        Listing::Type(..) | Listing::Term(..) | Listing::Year(..) => None,
    }
}

/// What a list is called.
pub(super) fn list_title(site: &Site, listing: &Listing) -> String {
    let lang = listing.lang();
    match listing {
        Listing::Home(_) => site.config.title.best(site.lang(lang), site.languages()).to_owned(),
        Listing::Section(section, _) => site.section(*section).titles[lang.0].clone(),
        Listing::Term(term, _) => site.term(*term).names[lang.0].clone(),
        Listing::Year(year, _) => year.to_string(),
        Listing::Type(id, _) => {
            site.config.content_types[id.0].plural.best(site.lang(lang), site.languages()).to_owned()
        }
    }
}
