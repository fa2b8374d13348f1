//! Everything that is wrong with a publication: all routes rendered to nothing.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Problem, once};
use crate::render::{Snapshot, render};
use crate::route::Route;

/// Renders every route and says what is wrong with it beyond what loading has told.
pub fn check(snapshot: &Snapshot, told: &[Diagnostic]) -> Vec<Diagnostic> {
    let routes: Vec<&Route> = snapshot.routes.iter().collect();
    let found: Vec<Diagnostic> =
        routes.par_iter().filter_map(|route| render(snapshot, route).err()).flatten_iter().collect();
    once(found.into_iter().filter(|found| !is_told(found, told)).collect())
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
