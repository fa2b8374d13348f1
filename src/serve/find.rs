//! From the path of a request to what stands there.
//!
//! **Invariant:** what is found is what a host would serve of the output, and nothing else.

use crate::base::{UrlPath, percent};
use crate::render::Snapshot;
use crate::route::{Artifact, Route};
use crate::site::LangId;

/// What stands at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'s> {
    Route(&'s Route),
    /// The true address, ready for `href`.
    Elsewhere(String),
    /// Nothing: the page that says so, in the language of the place.
    Nothing(Option<&'s Route>),
}

/// Finds what stands at the path of a request, as it was sent.
pub(super) fn find<'s>(snapshot: &'s Snapshot, path: &str) -> Found<'s> {
    let origin = &snapshot.site.config.origin;
    let Some(path) = percent::decode(path) else {
        return Found::Nothing(not_found(snapshot, "/"));
    };
    let inside = match path.strip_prefix(origin.base()) {
        Some("") if !origin.base().is_empty() => return Found::Elsewhere(origin.href(&UrlPath::root())),
        Some(inside) if inside.starts_with('/') => inside,
        // The root of the host: where people begin.
        _ if path == "/" => return Found::Elsewhere(origin.href(&UrlPath::root())),
        _ => return Found::Nothing(not_found(snapshot, "/")),
    };
    let Ok(url) = UrlPath::new(inside) else {
        return Found::Nothing(not_found(snapshot, inside));
    };
    if let Some(route) = snapshot.routes.get(&url) {
        return Found::Route(route);
    }
    let folder = UrlPath::new(&format!("{inside}/")).ok().filter(|_| !inside.ends_with('/'));
    match folder.filter(|folder| snapshot.routes.get(folder).is_some()) {
        Some(folder) => Found::Elsewhere(origin.href(&folder)),
        None => Found::Nothing(not_found(snapshot, inside)),
    }
}

/// The page for what is not found below a place: that of the language whose home is nearest.
fn not_found<'s>(snapshot: &'s Snapshot, inside: &str) -> Option<&'s Route> {
    let site = &snapshot.site;
    let homes =
        site.config.languages.iter().enumerate().map(|(index, language)| (LangId(index), site.config.home(language)));
    let (_, home) =
        homes.filter(|(_, home)| inside.starts_with(home.as_str())).max_by_key(|(_, home)| home.as_str().len())?;
    let route = snapshot.routes.get(&home.file("404.html").ok()?)?;
    matches!(route.artifact, Artifact::NotFound(_)).then_some(route)
}
