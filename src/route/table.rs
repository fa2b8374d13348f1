//! The table itself: claims checked against each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::UrlPath;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};
use crate::search::SEARCH_FOLDER;

use super::search::IndexRoutes;
use super::{Artifact, RESERVED, Route};

/// All routes, by URL.
#[derive(Debug, Clone, Default)]
pub struct RouteTable {
    routes: BTreeMap<UrlPath, Route>,
    /// What stands in the folder of the search, apart from the rest: there are many, and they are
    /// seldom others.
    pub(super) index: Arc<IndexRoutes>,
}

impl RouteTable {
    /// What a URL stands for.
    pub fn get(&self, url: &UrlPath) -> Option<&Route> {
        if IndexRoutes::has_place_for(url) { self.index.routes.get(url) } else { self.routes.get(url) }
    }

    /// All routes, in the order of their URLs.
    pub fn iter(&self) -> impl Iterator<Item = &Route> {
        // All that stands in a folder stands together in the order of URLs.
        let is_before = |(url, _): &(&UrlPath, &Route)| url.as_str() < SEARCH_FOLDER;
        let before = self.routes.iter().take_while(is_before);
        let behind = self.routes.iter().skip_while(is_before);
        before.chain(&self.index.routes).chain(behind).map(|(_, route)| route)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.routes.len() + self.index.routes.len()
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a route of the second rank, unless the publication has a file of its own there.
    pub(super) fn add(&mut self, url: UrlPath, artifact: Artifact) {
        let route = Route { url: url.clone(), artifact, claim: None };
        self.routes.entry(url).or_insert(route);
    }
}

/// Makes the table and says which claims collide. `fallback` stands in for a claim without place.
pub(super) fn table(claims: Vec<Route>, fallback: &Span) -> Checked<RouteTable> {
    let mut diagnostics = Vec::new();
    // The file of each claim, whatever the case of its letters.
    let mut files: Vec<(String, Route)> =
        claims.into_par_iter().map(|claim| (claim.url.to_output().folded(), claim)).collect();
    files.retain(|(_, claim)| {
        let is_reserved = RESERVED.iter().any(|prefix| claim.url.as_str().starts_with(prefix));
        if is_reserved {
            let problem = Problem::ReservedUrl { url: claim.url.to_string() };
            diagnostics.push(Diagnostic::at(place(claim, fallback), problem));
        }
        !is_reserved
    });
    // Stable: of several claims on one file the first one counts.
    files.par_sort_by(|a, b| a.0.cmp(&b.0));
    files.dedup_by(|later, first| {
        let collides = later.0 == first.0;
        // Two articles or feeds that collide have been told; so do the pages below them.
        let is_below = |artifact: &Artifact| {
            matches!(artifact, Artifact::Republish(_) | Artifact::OEmbed(_) | Artifact::Snippets(_))
        };
        let is_told = |route: &Route| is_below(&route.artifact);
        if collides && !(is_told(&later.1) && is_told(&first.1)) {
            diagnostics.push(collision(&later.1, &first.1, fallback));
        }
        collides
    });
    // A file cannot stand where a folder has to.
    diagnostics.par_extend(files.par_iter().filter_map(|(file, claim)| {
        let folders = file.match_indices('/').map(|(slash, _)| &file[..slash]);
        let found = |folder: &str| files.binary_search_by(|(other, _)| other.as_str().cmp(folder)).ok();
        // Folders of pages have no file of their own name; most have only pages above them.
        let first = folders.filter_map(found).next()?;
        Some(collision(claim, &files[first].1, fallback))
    }));
    let mut routes: Vec<(UrlPath, Route)> = files.into_iter().map(|(_, route)| (route.url.clone(), route)).collect();
    routes.par_sort_by(|a, b| a.0.cmp(&b.0));
    let value = RouteTable { routes: routes.into_iter().collect(), index: Arc::default() };
    Checked { value, diagnostics }
}

fn collision(claim: &Route, first: &Route, fallback: &Span) -> Diagnostic {
    let problem = Problem::ClaimedTwice { url: claim.url.to_string() };
    Diagnostic::at(place(claim, fallback), problem).with(place(first, fallback))
}

fn place(route: &Route, fallback: &Span) -> Span {
    route.claim.clone().unwrap_or_else(|| fallback.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    fn check(urls: &[&str], expected: &[&str]) {
        let file = SourcePath::new("kabar.yaml").expect("a path");
        let claims = urls.iter().map(|url| Route {
            url: UrlPath::new(url).expect("a URL"),
            artifact: Artifact::Robots,
            claim: None,
        });
        let checked = table(claims.collect(), &Span::whole(&file));
        let codes: Vec<&str> = checked.diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect();
        assert_eq!(codes, expected, "{urls:?}");
    }

    #[test]
    fn two_claims_on_one_file_collide() {
        check(&["/a/", "/b/"], &[]);
        check(&["/a/", "/a/index.html"], &["claimed-twice"]);
        check(&["/a.txt", "/A.txt"], &["claimed-twice"]);
        check(&["/a", "/a/b/"], &["claimed-twice"]);
    }

    #[test]
    fn reserved_prefixes_are_refused() {
        check(&["/_img/a.png"], &["reserved-url"]);
    }
}
