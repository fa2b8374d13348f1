//! What can only be wrong once all documents are known: links, anchors, pictures, menus.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::SourcePath;
use crate::config::MenuTarget;
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};
use crate::document::Document;
use crate::schema::{Value, Values};

use super::{Destination, LangId, Site, combinations, partners};

/// Every value of some fields that is not made of others.
pub fn leaves(values: &Values) -> impl Iterator<Item = &Value> {
    let mut found = Vec::new();
    let mut open: Vec<&Value> = values.0.iter().map(|field| &field.value).collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(values) => open.extend(values.0.iter().map(|field| &field.value)),
            Value::List(values) => open.extend(values),
            leaf => found.push(leaf),
        }
    }
    found.reverse();
    found.into_iter()
}

/// Says everything that is wrong with the references of a linked site.
pub(super) fn references(site: &Site, out: &mut Vec<Diagnostic>) {
    let sections = site.sections.iter().flat_map(|section| section.texts.iter().flatten());
    let documents: Vec<&Document> =
        site.pages.iter().map(|page| &page.document).chain(sections).map(|document| &**document).collect();
    out.par_extend(documents.par_iter().flat_map_iter(|document| {
        let mut out = Vec::new();
        body(site, document, &mut out);
        for value in leaves(&document.fields) {
            field(site, document, value, &mut out);
        }
        out
    }));
    out.par_extend(site.articles.par_iter().flat_map_iter(|article| {
        let mut out = Vec::new();
        let original = &article.original;
        for value in leaves(&original.shared.fields) {
            field(site, original, value, &mut out);
        }
        if let Some(cover) = &original.shared.cover {
            image(site, original, &cover.text, false, &cover.span, &mut out);
        }
        out
    }));
    menus(site, out);
    combinations::check(site, out);
    partners::check(site, out);
}

impl Site {
    /// Says everything that is wrong with the references of one document, which need not be in the
    /// site itself: it may be withheld, or only just be written.
    pub fn references_of(&self, document: &Document) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        body(self, document, &mut out);
        let shared = document.translation.is_none().then_some(&document.shared.fields);
        for value in leaves(&document.fields).chain(shared.into_iter().flat_map(leaves)) {
            field(self, document, value, &mut out);
        }
        let cover = document.shared.cover.as_ref().filter(|_| document.translation.is_none());
        if let Some(cover) = cover {
            image(self, document, &cover.text, false, &cover.span, &mut out);
        }
        out
    }
}

fn body(site: &Site, document: &Document, out: &mut Vec<Diagnostic>) {
    for link in &document.facts.links {
        destination(site, document, site.resolve(&document.place, &link.target), &link.span, out);
    }
    for picture in &document.facts.images {
        image(site, document, &picture.path, picture.has_alt, &picture.span, out);
    }
    for file in &document.facts.files {
        this_file(site, document, &file.path, &file.span, out);
    }
}

fn destination(
    site: &Site,
    document: &Document,
    found: Result<Destination, Problem>,
    span: &Span,
    out: &mut Vec<Diagnostic>,
) {
    match found {
        Err(problem) => out.push(Diagnostic::at(span.clone(), problem)),
        Ok(Destination::Anchor(anchor)) => this_anchor(document, &anchor, span, out),
        Ok(Destination::Page(page, Some(anchor))) => this_anchor(&site.page(page).document, &anchor, span, out),
        Ok(_) => {}
    }
}

fn this_anchor(document: &Document, anchor: &str, span: &Span, out: &mut Vec<Diagnostic>) {
    if anchor.is_empty() || document.facts.anchors.iter().any(|known| known == anchor) {
        return;
    }
    let nearest = nearest(anchor, document.facts.anchors.iter().map(String::as_str));
    let problem = Problem::BrokenAnchor { anchor: anchor.to_owned(), page: document.title.clone(), nearest };
    out.push(Diagnostic::at(span.clone(), problem));
}

fn image(site: &Site, document: &Document, path: &str, has_alt: bool, span: &Span, out: &mut Vec<Diagnostic>) {
    if path.starts_with("https://") || path.starts_with("http://") {
        return;
    }
    let Some(medium) = found(site, document, path, span, out) else {
        return;
    };
    if !medium.asset.media_type.is_image() {
        out.push(Diagnostic::at(span.clone(), Problem::NotAnImage { target: path.to_owned() }));
        return;
    }
    let described = medium.description.as_ref().and_then(|description| description.alt.as_ref());
    if !has_alt && described.is_none_or(|alt| alt.get(&document.place.lang).is_none()) {
        out.push(Diagnostic::at(span.clone(), Problem::MissingAlt { image: path.to_owned() }));
    }
}

fn this_file(site: &Site, document: &Document, path: &str, span: &Span, out: &mut Vec<Diagnostic>) {
    if !path.starts_with("https://") && !path.starts_with("http://") {
        found(site, document, path, span, out);
    }
}

fn found<'s>(
    site: &'s Site,
    document: &Document,
    path: &str,
    span: &Span,
    out: &mut Vec<Diagnostic>,
) -> Option<&'s super::Medium> {
    let medium = site.medium(&document.place, path);
    if medium.is_none() {
        let folder = format!("content/{}", document.place.folder());
        let folder = SourcePath::new(folder.trim_end_matches('/'));
        let leaves = !path.starts_with('/') && folder.is_ok_and(|folder| folder.resolve(path).is_err());
        let target = path.to_owned();
        let problem = if leaves {
            Problem::OutsideTree { target }
        } else {
            Problem::MissingFile { nearest: site.nearest_medium(document, path), target }
        };
        out.push(Diagnostic::at(span.clone(), problem));
    }
    medium
}

fn field(site: &Site, document: &Document, value: &Value, out: &mut Vec<Diagnostic>) {
    match value {
        Value::Reference { target, span } => {
            destination(site, document, site.reference(&document.place, target), span, out);
        }
        Value::Image { path, span } => image(site, document, path, true, span, out),
        Value::File { path, span } => this_file(site, document, path, span, out),
        Value::Term { taxonomy, id, span } => {
            let Some(taxonomy_id) = site.taxonomy_id(taxonomy) else {
                return;
            };
            if site.term_id(taxonomy_id, id).is_none() {
                let known = site.terms.iter().filter(|term| term.taxonomy == taxonomy_id);
                let nearest = nearest(id, known.map(|term| term.id.as_str()));
                let problem = Problem::UndeclaredTerm { taxonomy: taxonomy.clone(), term: id.clone(), nearest };
                out.push(Diagnostic::at(span.clone(), problem));
            }
        }
        _ => {}
    }
}

fn menus(site: &Site, out: &mut Vec<Diagnostic>) {
    let menus: &BTreeMap<_, _> = &site.config.menus;
    for entry in menus.values().flatten() {
        let problem = match &entry.target {
            MenuTarget::Page(path) if site.content_path(path, LangId(0)).is_none() => {
                Problem::MenuTarget { target: path.clone(), nearest: nearest(path, site.content_paths()) }
            }
            MenuTarget::Taxonomy(id) if site.config.taxonomy(id).is_none() => {
                let known = site.config.taxonomies.iter().map(|taxonomy| taxonomy.id.as_str());
                Problem::MenuTarget { target: id.clone(), nearest: nearest(id, known) }
            }
            _ => continue,
        };
        out.push(Diagnostic::at(entry.span.clone(), problem));
    }
}
