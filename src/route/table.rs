//! The table itself: claims checked against each other.

use std::collections::BTreeMap;

use crate::base::UrlPath;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};

use super::{Artifact, RESERVED, Route};

/// All routes, by URL.
#[derive(Debug, Clone, Default)]
pub struct RouteTable {
    routes: BTreeMap<UrlPath, Route>,
}

impl RouteTable {
    /// What a URL stands for.
    pub fn get(&self, url: &UrlPath) -> Option<&Route> {
        self.routes.get(url)
    }

    /// All routes, in the order of their URLs.
    pub fn iter(&self) -> impl Iterator<Item = &Route> {
        self.routes.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.routes.len()
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.routes.is_empty()
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
    let mut by_file: BTreeMap<String, Route> = BTreeMap::new();
    for claim in claims {
        if RESERVED.iter().any(|prefix| claim.url.as_str().starts_with(prefix)) {
            let problem = Problem::ReservedUrl { url: claim.url.to_string() };
            diagnostics.push(Diagnostic::at(place(&claim, fallback), problem));
            continue;
        }
        let file = claim.url.to_output().folded();
        match by_file.get(&file) {
            Some(first) => diagnostics.push(collision(&claim, first, fallback)),
            None => drop(by_file.insert(file, claim)),
        }
    }
    // A file cannot stand where a folder has to.
    for (file, claim) in &by_file {
        let folders = file.match_indices('/').map(|(slash, _)| &file[..slash]);
        if let Some(first) = folders.filter_map(|folder| by_file.get(folder)).next() {
            diagnostics.push(collision(claim, first, fallback));
        }
    }
    let routes = by_file.into_values().map(|route| (route.url.clone(), route)).collect();
    Checked { value: RouteTable { routes }, diagnostics }
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
