//! A page as the preview shows it at one moment: rendered, as it last was, or the reason why it
//! cannot be seen.

use std::sync::Arc;

use crate::base::{Fingerprint, UrlPath};
use crate::diagnostic::Diagnostic;
use crate::route::Route;

use super::find::{Found, find};
use super::preview::Preview;
use super::view::{Outcome, View, is_page};
use super::words::Words;

/// A page for a browser, before the preview's own script is put in.
pub(super) struct Look {
    pub(super) status: u16,
    pub(super) html: Arc<Vec<u8>>,
    pub(super) fingerprint: Fingerprint,
    /// The address within the site; none when nothing stands there.
    pub(super) url: Option<UrlPath>,
    /// What is wrong with this page alone.
    pub(super) wrong: Vec<Diagnostic>,
    /// It could not be rendered and is shown as it last was.
    pub(super) is_old: bool,
}

/// What a path stands for.
pub(super) enum Answer {
    Page(Look),
    /// Something that is no page.
    Other(Route),
    /// The true address.
    Elsewhere(String),
}

/// Looks at the page behind a path.
pub(super) fn look(preview: &Preview, view: &View, path: &str) -> Answer {
    let words = Words { catalogue: &preview.catalogue, view };
    let Some(snapshot) = &view.snapshot else {
        return Answer::Page(Look::of(500, words.nothing(&view.diagnostics).into_bytes(), None));
    };
    let (route, status) = match find(snapshot, path) {
        Found::Elsewhere(href) => return Answer::Elsewhere(href),
        Found::Route(route) if !is_page(snapshot, &route.artifact) => {
            return Answer::Other(route.clone());
        }
        Found::Route(route) => (route, 200),
        Found::Nothing(Some(route)) => (route, 404),
        Found::Nothing(None) => return Answer::Page(Look::of(404, words.not_found().into_bytes(), None)),
    };
    let outcome = view.page(snapshot, route);
    let url = (status == 200).then(|| route.url.clone());
    Answer::Page(match &*outcome {
        Outcome::Page(page) => {
            preview.keep(&route.url, &outcome);
            Look { status, html: page.html.clone(), fingerprint: page.fingerprint, url, ..Look::empty() }
        }
        Outcome::Wrong(wrong) => {
            let look = preview.kept(&route.url).and_then(|kept| {
                let page = kept.page()?;
                Some(Look {
                    status,
                    html: page.html.clone(),
                    fingerprint: page.fingerprint,
                    is_old: true,
                    ..Look::empty()
                })
            });
            let look = look.unwrap_or_else(|| Look::of(500, words.nothing(wrong).into_bytes(), None));
            Look { url, wrong: wrong.clone(), ..look }
        }
        Outcome::Panic(panic) => Look { url, ..Look::of(500, words.panic(panic).into_bytes(), None) },
    })
}

impl Look {
    fn of(status: u16, html: Vec<u8>, url: Option<UrlPath>) -> Self {
        Self { status, fingerprint: Fingerprint::of(&html), html: Arc::new(html), url, ..Self::empty() }
    }

    fn empty() -> Self {
        Self {
            status: 200,
            html: Arc::default(),
            fingerprint: Fingerprint::of(b""),
            url: None,
            wrong: Vec::new(),
            is_old: false,
        }
    }
}
