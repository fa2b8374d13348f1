//! What an open page is told: what to change, and what lies over it. One stream a page, by
//! server-sent events; each message is a pair of a name and a value.
//!
//! **Invariant:** a page is told nothing when a browser would show the same.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::base::{SourcePath, UrlPath};
use crate::diagnostic::Diagnostic;

use super::difference::{Difference, Shown};
use super::look::{Answer, Look, look};
use super::preview::Preview;
use super::view::View;
use super::words::{STYLE, Tally, Words, broken_links};

/// How often a silent stream says that it lives.
const PULSE: Duration = Duration::from_secs(15);

/// What is known of a page that is open in a browser.
struct Reader {
    preview: Arc<Preview>,
    path: String,
    /// The page is of another run of the server.
    is_of_another: bool,
    /// What the browser shows by its own word, until we have seen it.
    print: String,
    shown: Option<Shown>,
    /// What it is written in, so that it is found again at another address.
    document: Option<SourcePath>,
    state: Option<Value>,
}

/// One open stream.
struct Open {
    reader: Option<Reader>,
    changes: watch::Receiver<u64>,
    messages: VecDeque<Value>,
    is_first: bool,
}

/// Opens the stream of a page; the query says which page it is and what it shows.
pub(super) fn stream(
    preview: Arc<Preview>,
    query: &BTreeMap<String, String>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let word = |name: &str| query.get(name).cloned().unwrap_or_default();
    let changes = preview.subscribe();
    let is_of_another = word("instance") != preview.instance;
    let (path, print) = (word("path"), word("print"));
    let reader = Reader { preview, path, is_of_another, print, shown: None, document: None, state: None };
    let open = Open { reader: Some(reader), changes, messages: VecDeque::new(), is_first: true };
    Sse::new(unfold(open, next)).keep_alive(KeepAlive::new().interval(PULSE))
}

async fn next(mut open: Open) -> Option<(Result<Event, Infallible>, Open)> {
    loop {
        if let Some(message) = open.messages.pop_front() {
            return Some((Ok(Event::default().data(message.to_string())), open));
        }
        if !std::mem::take(&mut open.is_first) {
            open.changes.changed().await.ok()?;
        }
        let mut reader = open.reader.take()?;
        let looked = tokio::task::spawn_blocking(move || {
            let messages = reader.messages();
            (reader, messages)
        });
        let (reader, messages) = looked.await.ok()?;
        open.reader = Some(reader);
        open.messages = messages;
    }
}

impl Reader {
    /// Looks at the page again, and says what its browser must be told.
    fn messages(&mut self) -> VecDeque<Value> {
        let preview = self.preview.clone();
        let _busy = preview.busy();
        let view = preview.view();
        let mut messages = VecDeque::new();
        let look = match look(&preview, &view, &self.path) {
            Answer::Page(look) => look,
            Answer::Elsewhere(href) => {
                messages.push_back(json!(["go", href]));
                return messages;
            }
            Answer::Other(_) => return messages,
        };
        if self.is_of_another {
            self.is_of_another = false;
            messages.push_back(json!(["reload", null]));
            return messages;
        }
        if let Some(href) = self.moved(&view, &look) {
            messages.push_back(json!(["go", href]));
            return messages;
        }
        let new = Shown::new(look.html.clone(), look.fingerprint, &view);
        let print = look.fingerprint.short();
        let differences = match &self.shown {
            Some(shown) => shown.difference(&new),
            None if self.print != print => vec![Difference::Page],
            None => Vec::new(),
        };
        for difference in differences {
            messages.push_back(match difference {
                Difference::Page => json!(["page", null]),
                Difference::Styles(styles) => json!(["style", styles]),
                Difference::Files(files) => json!(["files", files]),
            });
        }
        if !messages.is_empty() {
            messages.push_back(json!(["print", print]));
        }
        if let Some(url) = &look.url {
            self.document = view.document_of(url).or_else(|| self.document.take());
        }
        self.shown = Some(new);
        let state = state(&preview, &view, &look);
        if self.state.as_ref() != Some(&state) && (self.state.is_some() || !is_silent(&state)) {
            messages.push_back(json!(["state", state]));
        }
        self.state = Some(state);
        messages
    }

    /// Where the page's text is now, when nothing stands any more where it was.
    fn moved(&mut self, view: &View, look: &Look) -> Option<String> {
        if look.status != 404 {
            return None;
        }
        let url: UrlPath = view.url_of(self.document.as_ref()?)?;
        Some(view.config()?.origin.href(&url))
    }
}

fn is_silent(state: &Value) -> bool {
    let is_empty = |name: &str| state[name].as_str().is_some_and(str::is_empty);
    is_empty("html") && state["broken"].as_array().is_some_and(Vec::is_empty)
}

/// What lies over a page now.
fn state(preview: &Preview, view: &View, look: &Look) -> Value {
    let words = Words { catalogue: &preview.catalogue, view };
    // An error that only a check finds may be mended by now; of warnings the last count does.
    let is_checked = preview.findings().is_some_and(|findings| findings.number == view.number);
    let found = preview.diagnostics(view).into_iter();
    let known = view.diagnostics.len();
    let found = found.enumerate().filter(|(index, found)| is_checked || *index < known || !found.is_error());
    let all: Vec<Diagnostic> = found.map(|(_, found)| found).chain(look.wrong.iter().cloned()).collect();
    // What a check found too is said once.
    let mut errors: Vec<&Diagnostic> = Vec::new();
    for diagnostic in all.iter().filter(|diagnostic| diagnostic.is_error()) {
        if !errors.contains(&diagnostic) {
            errors.push(diagnostic);
        }
    }
    let warnings = Tally::of(&all).warnings;
    let tally = Tally { errors: errors.len(), warnings };
    let document = look.url.as_ref().and_then(|url| view.document_of(url));
    let broken = document.map(|document| broken_links(view, &document, &view.diagnostics)).unwrap_or_default();
    let html = words.over(&marks(&words, view, look), &errors, tally);
    json!({ "html": html, "css": if html.is_empty() { "" } else { STYLE }, "broken": broken })
}

/// What a reader of the page must know of it that no reader of the site would see.
fn marks(words: &Words, view: &View, look: &Look) -> Vec<String> {
    let mut marks = Vec::new();
    if look.is_old {
        marks.push(words.phrase("preview-old", &[]));
    }
    let page = look.url.as_ref().and_then(|url| {
        let snapshot = view.snapshot.as_ref()?;
        let crate::route::Artifact::Page(page) = snapshot.routes.get(url)?.artifact else { return None };
        let page = snapshot.site.page(page);
        snapshot.is_unpublished(page).then_some((snapshot, page))
    });
    if let Some((snapshot, page)) = page {
        let date = snapshot.site.article(page.article).shared().date.as_ref();
        let coming = date.filter(|date| date.zoned() > snapshot.site.env.now.zoned());
        marks.push(match coming {
            Some(date) => words.phrase("preview-coming", &[("date", &date.iso())]),
            None => words.phrase("preview-draft", &[]),
        });
    }
    marks
}
