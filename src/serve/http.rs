//! Requests and responses: which part of the preview answers, and with which headers.
//!
//! **Invariant:** nothing is answered to a host name that could be another's.
//! **Invariant:** a request that fails, fails alone.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, IF_RANGE,
    LOCATION, RANGE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;

use crate::base::Fingerprint;
use crate::hosting::{ALWAYS, OPEN, Sending};
use crate::render::{Body as Rendered, render};
use crate::route::{Artifact, Route};

use super::desk;
use super::look::{Answer, Look, look};
use super::preview::Preview;
use super::view::{View, words};
use super::words::{Tally, Words};
use super::{events, file, hosts, script};

/// What is sent, before the headers of the request are looked at.
struct Content {
    status: StatusCode,
    /// The media type with its character set.
    kind: String,
    bytes: Bytes,
    /// Where to go instead.
    location: Option<String>,
    /// Browsers ask again each time, or need not keep it at all.
    is_kept: bool,
    /// Other sites may read it, as hosts are told.
    is_open: bool,
    tag: String,
}

enum Bytes {
    Here(Vec<u8>),
    File(File, u64),
}

/// All that the preview answers.
pub(super) fn router(preview: Arc<Preview>) -> Router {
    Router::new()
        .route("/_kabar/events", get(events_of_page))
        .route("/_kabar/state", get(state))
        .route("/_kabar/{name}", get(own_script))
        .route("/_desk/", get(desk_home))
        .route("/_desk/{*path}", get(desk_page))
        .fallback(anything)
        .layer(from_fn_with_state(preview.clone(), only_ours))
        .with_state(preview)
}

/// Refuses what comes by a name that is not ours.
async fn only_ours(State(preview): State<Arc<Preview>>, request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    // HTTP/1.0 names no host; no browser speaks it.
    if host.is_empty() || hosts::is_ours(host) {
        return next.run(request).await;
    }
    let text = preview.catalogue.phrase("preview-refused", &[("host", host)]);
    (StatusCode::FORBIDDEN, [(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

async fn events_of_page(
    State(preview): State<Arc<Preview>>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    events::stream(preview, &query).into_response()
}

/// Where the preview is, for programs: the number of the view and of the one last checked, and what
/// is known to be wrong.
async fn state(State(preview): State<Arc<Preview>>) -> Response {
    let view = preview.view();
    let tally = Tally::of(&preview.diagnostics(&view));
    let checked = preview.findings().map(|findings| findings.number);
    let state = json!({
        "view": view.number, "checked": checked, "errors": tally.errors, "warnings": tally.warnings,
        "is_shown": view.snapshot.is_some(),
    });
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], state.to_string()).into_response()
}

async fn own_script(Path(name): Path<String>) -> Response {
    match script::script(&name) {
        Some(script) => {
            let headers = [(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
            (headers, script).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn desk_home(state: State<Arc<Preview>>, request: Request) -> Response {
    desk_at(state, String::new(), request).await
}

async fn desk_page(state: State<Arc<Preview>>, Path(path): Path<String>, request: Request) -> Response {
    desk_at(state, path, request).await
}

async fn desk_at(State(preview): State<Arc<Preview>>, path: String, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default().to_owned();
    answered(preview, request, move |preview, view| {
        // The desk follows nothing by itself: it is plain HTML, and shows what is when it is asked.
        let kind = "text/html; charset=utf-8";
        Ok(match desk::page(preview, view, &path, &query) {
            Some(html) => Content::bytes(StatusCode::OK, kind, html.into_bytes()),
            None => {
                let html = Words { catalogue: &preview.catalogue, view }.not_found();
                Content::bytes(StatusCode::NOT_FOUND, kind, html.into_bytes())
            }
        })
    })
    .await
}

async fn anything(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().to_owned();
    answered(preview, request, move |preview, view| content(preview, view, &path)).await
}

/// Answers a request away from the threads that wait for others; a panic is the fate of this
/// request alone.
async fn answered(
    preview: Arc<Preview>,
    request: Request,
    answer: impl FnOnce(&Preview, &View) -> io::Result<Content> + Send + 'static,
) -> Response {
    let shared = preview.clone();
    let answered = tokio::task::spawn_blocking(move || {
        let _busy = shared.busy();
        answer(&shared, &shared.view())
    });
    let content = match answered.await {
        Ok(Ok(content)) => content,
        Ok(Err(error)) => {
            let text = preview.catalogue.phrase("world-error", &[("reason", &error.to_string())]);
            return (StatusCode::INTERNAL_SERVER_ERROR, text).into_response();
        }
        Err(error) => {
            let panic = error.try_into_panic().map_or_else(|error| error.to_string(), |panic| words(&*panic));
            let view = preview.view();
            let html = Words { catalogue: &preview.catalogue, view: &view }.panic(&panic);
            let print = Fingerprint::of(html.as_bytes());
            Content::page(&preview, StatusCode::INTERNAL_SERVER_ERROR, html.as_bytes(), &print)
        }
    };
    content.respond(request.headers())
}

/// What stands at a path.
fn content(preview: &Preview, view: &View, path: &str) -> io::Result<Content> {
    match look(preview, view, path) {
        Answer::Page(Look { status, html, fingerprint, .. }) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
            Ok(Content::page(preview, status, &html, &fingerprint))
        }
        Answer::Elsewhere(href) => {
            let content = Content::bytes(StatusCode::FOUND, "text/plain; charset=utf-8", Vec::new());
            Ok(Content { location: Some(href), ..content })
        }
        Answer::Other(route) => other(view, &route),
    }
}

/// What is no page: files, feeds, redirects, what machines read.
fn other(view: &View, route: &Route) -> io::Result<Content> {
    let Some(snapshot) = &view.snapshot else {
        return Ok(Content::bytes(StatusCode::NOT_FOUND, "text/plain", Vec::new()));
    };
    let rendered = render(snapshot, route).map_err(|wrong| {
        let codes: Vec<&str> = wrong.iter().map(|diagnostic| diagnostic.problem.code()).collect();
        io::Error::other(codes.join(", "))
    })?;
    let sending = Sending::of(&route.artifact);
    let kind = sending.content_type(&route.url);
    let is_open = sending.is_open;
    match rendered.body {
        Rendered::CopyOf(path) => {
            let file = view.root.open(&path)?;
            let size = file.metadata()?.len();
            let tag = view.root.stamp(&path)?;
            let bytes = Bytes::File(file, size);
            Ok(Content { status: StatusCode::OK, kind, bytes, location: None, is_kept: true, is_open, tag })
        }
        Rendered::Bytes(bytes) => match &route.artifact {
            Artifact::Redirect(target) => {
                let location = Some(snapshot.site.config.origin.href(target));
                Ok(Content { location, ..Content::bytes(StatusCode::FOUND, "text/html; charset=utf-8", bytes) })
            }
            Artifact::ThemeFile(_) | Artifact::SearchScript => {
                Ok(Content { is_kept: true, is_open, ..Content::bytes(StatusCode::OK, &kind, bytes) })
            }
            _ => Ok(Content { is_open, ..Content::bytes(StatusCode::OK, &kind, bytes) }),
        },
    }
}

impl Content {
    fn page(preview: &Preview, status: StatusCode, html: &[u8], fingerprint: &Fingerprint) -> Self {
        let html = script::inject(html, &preview.instance, fingerprint);
        Self::bytes(status, "text/html; charset=utf-8", html)
    }

    fn bytes(status: StatusCode, kind: &str, bytes: Vec<u8>) -> Self {
        let tag = Fingerprint::of(&bytes).short();
        Self {
            status,
            kind: kind.to_owned(),
            bytes: Bytes::Here(bytes),
            location: None,
            is_kept: false,
            is_open: false,
            tag,
        }
    }

    /// The response to a request with these headers.
    fn respond(self, request: &HeaderMap) -> Response {
        let tag = format!("\"{}\"", self.tag);
        let asked = |name| request.get(name).and_then(|value| value.to_str().ok());
        let is_known = self.status == StatusCode::OK
            && asked(IF_NONE_MATCH).is_some_and(|known| known.split(',').any(|known| known.trim() == tag));
        let mut headers = HeaderMap::new();
        let mut put = |name, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        put(ETAG, &tag);
        put(CACHE_CONTROL, if self.is_kept { "no-cache" } else { "no-store" });
        for (name, value) in ALWAYS.into_iter().chain(self.is_open.then_some(OPEN)) {
            if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
                put(name, value);
            }
        }
        if is_known {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        put(CONTENT_TYPE, &self.kind);
        if let Some(location) = &self.location {
            put(LOCATION, location);
        }
        let (file, size) = match self.bytes {
            Bytes::Here(bytes) => return (self.status, headers, bytes).into_response(),
            Bytes::File(file, size) => (file, size),
        };
        put(ACCEPT_RANGES, "bytes");
        let is_same = asked(IF_RANGE).is_none_or(|known| known == tag);
        let part = asked(RANGE).filter(|_| is_same).map_or(Ok(None), |range| file::part(range, size));
        let (status, part) = match part {
            Ok(None) => (self.status, 0..size),
            Ok(Some(part)) => {
                put(CONTENT_RANGE, &format!("bytes {}-{}/{size}", part.start, part.end - 1));
                (StatusCode::PARTIAL_CONTENT, part)
            }
            Err(()) => {
                put(CONTENT_RANGE, &format!("bytes */{size}"));
                return (StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response();
            }
        };
        put(CONTENT_LENGTH, &(part.end - part.start).to_string());
        match file::body(file, &part) {
            Ok(body) => (status, headers, body).into_response(),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, Body::from(error.to_string())).into_response(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Catalogue, Tongue};
    use crate::source::Root;
    use crate::workspace::{Clock, Options, load};

    fn preview(tongue: Tongue) -> Arc<Preview> {
        let folder = tempfile::tempdir().expect("a folder");
        let options = Options { clock: Clock::At(jiff::Timestamp::UNIX_EPOCH), shows_drafts: true, origin: None };
        let workspace = load(Root::new(folder.path()), &options).expect("a readable folder");
        Arc::new(Preview::new(Catalogue::new(tongue), "7".to_owned(), View::of(&workspace, 1)))
    }

    fn answer(
        tongue: Tongue,
        answer: impl FnOnce(&Preview, &View) -> io::Result<Content> + Send + 'static,
    ) -> (u16, String) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let response = answered(preview(tongue), Request::default(), answer).await;
            let status = response.status().as_u16();
            let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
            (status, String::from_utf8_lossy(&bytes).into_owned())
        })
    }

    #[test]
    fn a_panic_is_the_fate_of_one_request() {
        for (tongue, words) in [(Tongue::English, "Kabar itself failed"), (Tongue::Indonesian, "Kabar sendiri gagal")] {
            let (status, html) = answer(tongue, |_, _| panic!("page <{}>", 7));
            assert_eq!(status, 500);
            assert!(html.contains(words) && html.contains("page &lt;7&gt;") && html.contains("data-print"), "{html}");
        }
    }

    #[test]
    fn what_the_world_refuses_is_told() {
        let (status, text) = answer(Tongue::English, |_, _| Err(io::Error::other("no such disk")));
        assert_eq!((status, text.contains("no such disk")), (500, true), "{text}");
    }

    #[test]
    fn a_publication_that_cannot_be_read_is_a_page_that_says_so() {
        let (status, html) = answer(Tongue::English, |preview, view| content(preview, view, "/anything"));
        assert_eq!(status, 500);
        assert!(html.contains("There is nothing to show yet") && html.contains("kabar.yaml"), "{html}");
    }
}
