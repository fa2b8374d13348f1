//! What differs between two states of a page, so that a browser changes no more than that.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Fingerprint;
use crate::route::Artifact;

use super::find::{Found, find};
use super::view::View;

/// A page with the files beside it, as a browser shows it.
pub(super) struct Shown {
    pub(super) html: Arc<Vec<u8>>,
    pub(super) fingerprint: Fingerprint,
    /// Files of the site by the address in the page, each with what tells its states apart.
    files: BTreeMap<String, String>,
}

/// What a browser has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Difference {
    /// Put these texts into the page's style elements.
    Styles(Vec<String>),
    /// Ask for these files anew.
    Files(Vec<String>),
    /// Show the page anew.
    Page,
}

impl Shown {
    pub(super) fn new(html: Arc<Vec<u8>>, fingerprint: Fingerprint, view: &View) -> Self {
        let files = files(&html, view);
        Self { html, fingerprint, files }
    }

    /// Says what differs; nothing when a browser would show the same.
    pub(super) fn difference(&self, new: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        if self.fingerprint != new.fingerprint {
            let (before, after) = (parts(&self.html), parts(&new.html));
            match (before, after) {
                (Some(before), Some(after)) if before.rest == after.rest => {
                    found.push(Difference::Styles(after.styles.into_iter().map(str::to_owned).collect()));
                }
                _ => found.push(Difference::Page),
            }
        }
        let changed = new.files.iter().filter(|(href, state)| self.files.get(*href).is_some_and(|old| old != *state));
        let changed: Vec<String> = changed.map(|(href, _)| href.clone()).collect();
        if changed.iter().any(|href| href.ends_with(".js")) {
            return vec![Difference::Page];
        }
        // Even a page that is shown anew may show pictures as its browser remembers them.
        if !changed.is_empty() {
            found.push(Difference::Files(changed));
        }
        found
    }
}

/// A page in two: the texts of its style elements, and all the rest.
struct Parts<'h> {
    styles: Vec<&'h str>,
    rest: Vec<&'h str>,
}

fn parts(html: &[u8]) -> Option<Parts<'_>> {
    let mut open = str::from_utf8(html).ok()?;
    let mut parts = Parts { styles: Vec::new(), rest: Vec::new() };
    while let Some(start) = open.find("<style") {
        let begin = start + open[start..].find('>')? + 1;
        let end = begin + open[begin..].find("</style")?;
        parts.rest.push(&open[..begin]);
        parts.styles.push(&open[begin..end]);
        open = &open[end..];
    }
    parts.rest.push(open);
    Some(parts)
}

/// The files of the site that a page shows.
fn files(html: &[u8], view: &View) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let (Some(snapshot), Ok(html)) = (&view.snapshot, str::from_utf8(html)) else {
        return files;
    };
    for value in ["src=", "href=", "poster="].iter().flat_map(|name| values(html, name)) {
        let path = value.split(['?', '#']).next().unwrap_or(value);
        if !path.starts_with('/') || path.ends_with('/') || files.contains_key(path) {
            continue;
        }
        let Found::Route(route) = find(snapshot, path) else { continue };
        let state = match &route.artifact {
            Artifact::File(file) => view.root.stamp(file).unwrap_or_default(),
            Artifact::ThemeFile(file) => {
                snapshot.theme_file(file).map(|bytes| Fingerprint::of(bytes).short()).unwrap_or_default()
            }
            _ => continue,
        };
        files.insert(path.to_owned(), state);
    }
    files
}

/// The values of an attribute.
fn values<'h>(html: &'h str, name: &'h str) -> impl Iterator<Item = &'h str> {
    html.match_indices(name).filter_map(move |(at, _)| {
        let rest = &html[at + name.len()..];
        match rest.chars().next()? {
            quote @ ('"' | '\'') => rest[1..].split(quote).next(),
            _ => rest.split([' ', '>', '\n']).next(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str, files: &[(&str, &str)]) -> Shown {
        let files = files.iter().map(|(href, state)| ((*href).to_owned(), (*state).to_owned())).collect();
        Shown { html: Arc::new(html.as_bytes().to_vec()), fingerprint: Fingerprint::of(html.as_bytes()), files }
    }

    fn check(before: (&str, &[(&str, &str)]), after: (&str, &[(&str, &str)]), expected: &[Difference]) {
        assert_eq!(shown(before.0, before.1).difference(&shown(after.0, after.1)), expected, "{before:?} {after:?}");
    }

    #[test]
    fn a_browser_changes_no_more_than_differs() {
        let page = |style: &str, text: &str| format!("<style media=x>{style}</style><p>{text}<style>b</style>");
        let styles = || Difference::Styles(vec!["c".to_owned(), "b".to_owned()]);
        check((&page("a", "x"), &[]), (&page("a", "x"), &[]), &[]);
        check((&page("a", "x"), &[]), (&page("c", "x"), &[]), &[styles()]);
        check((&page("a", "x"), &[]), (&page("c", "y"), &[]), &[Difference::Page]);
        check((&page("a", "x"), &[]), ("<p>x", &[]), &[Difference::Page]);
        let files = || Difference::Files(vec!["/a.css".to_owned()]);
        check(("x", &[("/a.css", "1")]), ("x", &[("/a.css", "2")]), &[files()]);
        check((&page("a", "x"), &[("/a.css", "1")]), (&page("c", "x"), &[("/a.css", "2")]), &[styles(), files()]);
        check(("x", &[("/a.js", "1")]), ("x", &[("/a.js", "2")]), &[Difference::Page]);
        check(("x", &[]), ("x", &[("/a.css", "2")]), &[]);
        check(("x", &[("/a.css", "1")]), ("y", &[("/a.css", "2")]), &[Difference::Page, files()]);
    }

    #[test]
    fn values_are_found_however_they_are_quoted() {
        let found: Vec<&str> = values("<a href=\"/a\"><b href='/b'><c href=/c>", "href=").collect();
        assert_eq!(found, ["/a", "/b", "/c"]);
    }
}
