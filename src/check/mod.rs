//! Everything that is wrong with a publication: all routes rendered to nothing, and what only
//! shows there or is no business of a build.
//!
//! **Invariant:** what is said here never changes what a build writes; by itself it is a warning
//! or a hint, never an error.
//! **Invariant:** only [`external`] uses a network, and only when it is asked to.

mod address;
pub mod external;
mod feeds;
mod files;
mod lints;
mod markup;
mod page;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::UrlPath;
use crate::diagnostic::{Diagnostic, Problem, once};
use crate::document::{self, Document};
use crate::hosting::{headers_file_limits, redirects_file_limits};
use crate::markdown::{self, Passage, Remarks};
use crate::render::{Body, Snapshot, render};
use crate::route::{Artifact, Route};
use crate::site::{Article, Site};

use page::Markup;

pub use files::files;

/// What nothing but a check says: builds neither look for it nor wait for it.
pub const CODES: [&str; 29] = [
    "alt-is-file-name",
    "bare-url-text",
    "dead-anchor",
    "dead-external-link",
    "dead-link",
    "doubled-word",
    "event-without-time",
    "feed-relative-url",
    "figure-without-source",
    "heading-outline",
    "heavy-home",
    "heavy-page",
    "heavy-picture",
    "heavy-style",
    "host-limit",
    "long-sentence",
    "long-summary",
    "missing-alt-attribute",
    "missing-author",
    "missing-summary",
    "moved-external-link",
    "one-sided-alternate",
    "oversize-picture",
    "picture-without-licence",
    "similar-people",
    "similar-terms",
    "unmarked-language",
    "vague-link-text",
    "xml-syntax",
];

/// A publication as lints see it.
struct Publication<'s> {
    site: &'s Site,
    snapshot: &'s Snapshot,
    /// Every page in HTML.
    pages: BTreeMap<&'s UrlPath, Page<'s>>,
    /// The bytes of everything else that is rendered.
    sizes: BTreeMap<&'s UrlPath, usize>,
    texts: Vec<Text<'s>>,
    /// What loading has said.
    told: &'s [Diagnostic],
}

/// A page as it is rendered.
struct Page<'s> {
    route: &'s Route,
    markup: Markup,
}

/// A text as it is written.
struct Text<'s> {
    document: &'s Document,
    /// None for the text of a section.
    article: Option<&'s Article>,
    remarks: Remarks,
    passages: Vec<Passage>,
}

/// What came of rendering a route.
enum Seen<'s> {
    Page(&'s UrlPath, Box<Page<'s>>),
    Other(&'s UrlPath, usize, Vec<Problem>),
    Nothing,
}

/// Renders every route and says what is wrong with it beyond what loading has told.
pub fn check(snapshot: &Snapshot, told: &[Diagnostic]) -> Vec<Diagnostic> {
    check_while(snapshot, told, &|| true).unwrap_or_default()
}

/// The same, for as long as the answer is wanted: none when it is not any more. `is_wanted` is
/// asked between two routes, texts or lints, and may hold the work up.
pub fn check_while(
    snapshot: &Snapshot,
    told: &[Diagnostic],
    is_wanted: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Diagnostic>> {
    // Files of the index are made of what is checked elsewhere, and there are many.
    let is_checked = |route: &&Route| !matches!(route.artifact, Artifact::Search(..));
    let routes: Vec<&Route> = snapshot.routes.iter().filter(is_checked).collect();
    let see = |route| if is_wanted() { see(snapshot, route) } else { Ok(Seen::Nothing) };
    let rendered: Vec<Result<Seen, Vec<Diagnostic>>> = routes.par_iter().map(|route| see(route)).collect();
    let mut failed = Vec::new();
    let mut found = Vec::new();
    let (mut pages, mut sizes) = (BTreeMap::new(), BTreeMap::new());
    for seen in rendered {
        match seen {
            Ok(Seen::Page(url, page)) => drop(pages.insert(url, *page)),
            Ok(Seen::Other(url, size, problems)) => {
                sizes.insert(url, size);
                let hosting = snapshot.site.config.hosting.span.as_ref();
                found.extend(problems.into_iter().map(|problem| match (&problem, hosting) {
                    (Problem::HostLimit { .. }, Some(span)) => Diagnostic::at(span.clone(), problem),
                    _ => Diagnostic::nowhere(problem),
                }));
            }
            Ok(Seen::Nothing) => {}
            Err(diagnostics) => failed.extend(diagnostics),
        }
    }
    let site = &*snapshot.site;
    let texts = texts(site, is_wanted)?;
    let mut out = once(failed.into_iter().filter(|found| !is_told(found, told)).collect());
    let publication = Publication { site, snapshot, pages, sizes, texts, told };
    lints::lint(&publication, is_wanted, &mut found)?;
    out.extend(found);
    Some(site.config.lints.apply(out))
}

/// Renders a route and looks at what came of it.
fn see<'s>(snapshot: &'s Snapshot, route: &'s Route) -> Result<Seen<'s>, Vec<Diagnostic>> {
    let Body::Bytes(bytes) = render(snapshot, route)?.body else {
        return Ok(Seen::Nothing);
    };
    let text = || String::from_utf8_lossy(&bytes);
    let url = route.url.as_str();
    let mut problems = Vec::new();
    match &route.artifact {
        Artifact::Page(_)
        | Artifact::Republish(_)
        | Artifact::PartnersPage(_)
        | Artifact::Partner(..)
        | Artifact::Snippets(_)
        | Artifact::Untranslated(..)
        | Artifact::List(..)
        | Artifact::Taxonomy(..)
        | Artifact::Archive(_)
        | Artifact::NotFound(_)
        | Artifact::SearchPage(_) => {
            let markup = page::markup(&text(), lints::PAGE_LIMIT);
            return Ok(Seen::Page(&route.url, Box::new(Page { route, markup })));
        }
        Artifact::Feed(..) | Artifact::FeedArchive(..) if url.ends_with(".json") => {
            feeds::json(url, &text(), &mut problems)
        }
        Artifact::Feed(..)
        | Artifact::FeedArchive(..)
        | Artifact::FeedList
        | Artifact::Harvest(_)
        | Artifact::SitemapIndex
        | Artifact::Sitemap(_)
        | Artifact::OpenSearch(_) => {
            feeds::xml(url, &text(), &mut problems);
        }
        Artifact::HostHeaders => {
            problems.extend(headers_file_limits(&snapshot.site.config.hosting, &text()));
        }
        Artifact::HostRedirects => {
            problems.extend(redirects_file_limits(&snapshot.site.config.hosting, &text()));
        }
        Artifact::ThemeFile(path) if files::is_xml(path) => {
            feeds::xml(url, &text(), &mut problems);
        }
        _ => {}
    }
    Ok(Seen::Other(&route.url, bytes.len(), problems))
}

/// Reads all texts once more, for what builds have no use for.
fn texts<'s>(site: &'s Site, is_wanted: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Text<'s>>> {
    let pages = site.pages.iter().map(|page| (&*page.document, Some(site.article(page.article))));
    let sections = site.sections.iter().flat_map(|section| section.texts.iter().flatten());
    let all: Vec<(&Document, Option<&Article>)> = pages.chain(sections.map(|document| (&**document, None))).collect();
    let read: Option<Vec<(Remarks, Vec<Passage>)>> = all
        .par_iter()
        .map(|(document, _)| {
            if !is_wanted() {
                return None;
            }
            let dialect = document::dialect(&site.config, &document.place.lang);
            let text = document.body.text();
            let body = markdown::parse(text, &document.path, document.body.start, &dialect);
            Some((markdown::remarks(&body.value), markdown::prose(text)))
        })
        .collect();
    let whole = |((document, article), (remarks, passages))| Text { document, article, remarks, passages };
    Some(all.into_iter().zip(read?).map(whole).collect())
}

/// Says whether a fault is the consequence of one that loading found in the same words.
fn is_told(found: &Diagnostic, told: &[Diagnostic]) -> bool {
    // A template is asked for by name in content or by the contract: loading shows where.
    if matches!(found.problem, Problem::MissingTemplate { .. }) && found.span.is_none() {
        return true;
    }
    let spans = || found.span.iter().chain(&found.related);
    let mut places = told.iter().filter_map(|known| known.span.as_ref()).filter(|known| known.start < known.end);
    places
        .any(|known| spans().any(|span| span.file == known.file && span.start <= known.start && known.end <= span.end))
}
