//! Everything that is wrong with a publication: all routes rendered to nothing.

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::render::{Snapshot, render};
use crate::route::Route;

/// Renders every route and says what is wrong with it.
pub fn check(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let routes: Vec<&Route> = snapshot.routes.iter().collect();
    let found: Vec<Diagnostic> =
        routes.par_iter().filter_map(|route| render(snapshot, route).err()).flatten_iter().collect();
    once(found)
}

/// A fault in a template shows on every page that uses it; the first page is enough.
pub fn once(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::new();
    for diagnostic in found {
        let is_told = told.iter().any(|known| {
            known.span == diagnostic.span && known.problem.code() == diagnostic.problem.code()
        });
        if !is_told {
            told.push(diagnostic);
        }
    }
    told
}
