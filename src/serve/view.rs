//! One state of the publication as the preview shows it: a snapshot and all that is said of it.
//!
//! **Invariant:** a view is replaced, never edited; what it remembers are functions of the rest.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::{Fingerprint, SourcePath, UrlPath};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::Documents;
use crate::render::{Body, Snapshot, render};
use crate::route::{Artifact, Route, lang_of};
use crate::site::Withheld;
use crate::source::{Root, Sources};
use crate::workspace::Workspace;

/// How many pages a view remembers: those that are open in browsers, and some more.
const REMEMBERED: usize = 64;

/// What the preview knows at one moment.
pub struct View {
    /// From 1, one more with each change.
    pub number: u64,
    pub root: Root,
    /// None when what is wrong leaves nothing to render.
    pub snapshot: Option<Arc<Snapshot>>,
    /// What loading says.
    pub diagnostics: Vec<Diagnostic>,
    pub withheld: Vec<Withheld>,
    pub documents: Arc<Documents>,
    pub sources: Arc<Sources>,
    pages: Mutex<BTreeMap<UrlPath, Arc<Outcome>>>,
}

/// What came of rendering a page.
#[derive(Debug)]
pub enum Outcome {
    Page(Page),
    /// The publication is wrong.
    Wrong(Vec<Diagnostic>),
    /// We are wrong: the words of the panic.
    Panic(String),
}

/// A page as `build` would write it.
#[derive(Debug)]
pub struct Page {
    pub html: Arc<Vec<u8>>,
    pub fingerprint: Fingerprint,
}

impl View {
    /// What a workspace is now.
    pub(super) fn of(workspace: &Workspace, number: u64) -> Self {
        Self {
            number,
            root: workspace.root.clone(),
            snapshot: workspace.snapshot.clone(),
            diagnostics: workspace.diagnostics.clone(),
            withheld: workspace.withheld.clone(),
            documents: workspace.documents.clone(),
            sources: workspace.sources.clone(),
            pages: Mutex::default(),
        }
    }

    /// Renders a page, or remembers it.
    pub fn page(&self, snapshot: &Snapshot, route: &Route) -> Arc<Outcome> {
        let pages = || self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = pages().get(&route.url) {
            return known.clone();
        }
        let outcome = Arc::new(rendered(|| render(snapshot, route).map(|rendered| rendered.body)));
        let mut pages = pages();
        if pages.len() >= REMEMBERED {
            pages.pop_first();
        }
        pages.insert(route.url.clone(), outcome.clone());
        outcome
    }

    /// What the publication says of itself, when it can be read.
    pub fn config(&self) -> Option<&Arc<Config>> {
        self.snapshot.as_ref().map(|snapshot| &snapshot.site.config)
    }

    /// The file that a page is written in; none for pages of lists.
    pub(super) fn document_of(&self, url: &UrlPath) -> Option<SourcePath> {
        let snapshot = self.snapshot.as_ref()?;
        match &snapshot.routes.get(url)?.artifact {
            Artifact::Page(page) => Some(snapshot.site.page(*page).document.path.clone()),
            Artifact::List(listing, pager) if pager.number == 1 => {
                let crate::site::Listing::Section(section, lang) = listing else { return None };
                let text = snapshot.site.section(*section).texts[lang.0].as_ref()?;
                Some(text.path.clone())
            }
            _ => None,
        }
    }

    /// Where the page of a file is now.
    pub(super) fn url_of(&self, document: &SourcePath) -> Option<UrlPath> {
        let site = &self.snapshot.as_ref()?.site;
        if let Some(page) = site.pages.iter().find(|page| page.document.path == *document) {
            return Some(page.url.clone());
        }
        let mut sections = site.sections.iter();
        sections.find_map(|section| {
            let lang =
                section.texts.iter().position(|text| text.as_ref().is_some_and(|text| text.path == *document))?;
            Some(section.urls[lang].clone())
        })
    }
}

/// Says whether an artifact is a page that people read.
pub(super) fn is_page(snapshot: &Snapshot, artifact: &Artifact) -> bool {
    lang_of(&snapshot.site, artifact).is_some()
}

/// What comes of rendering; a panic is the fate of this page alone.
pub(super) fn rendered(render: impl FnOnce() -> Result<Body, Vec<Diagnostic>>) -> Outcome {
    match catch_unwind(AssertUnwindSafe(render)) {
        Ok(Ok(Body::Bytes(html))) => Outcome::Page(Page { fingerprint: Fingerprint::of(&html), html: Arc::new(html) }),
        // Pages are never copies of files.
        Ok(Ok(Body::CopyOf(path))) => Outcome::Panic(path.to_string()),
        Ok(Err(diagnostics)) => Outcome::Wrong(diagnostics),
        Err(panic) => Outcome::Panic(words(&*panic)),
    }
}

/// What a panic says.
pub(super) fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_the_fate_of_one_page() {
        let Outcome::Panic(words) = rendered(|| panic!("page {}", 7)) else { panic!("it was rendered") };
        assert_eq!(words, "page 7");
        assert!(matches!(rendered(|| Ok(Body::Bytes(b"a".to_vec()))), Outcome::Page(page) if *page.html == b"a"));
    }
}
