//! Everything that is wrong with a publication: all routes rendered to nothing.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, once};
use crate::render::{Snapshot, render};
use crate::route::Route;

/// Renders every route and says what is wrong with it.
pub fn check(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let routes: Vec<&Route> = snapshot.routes.iter().collect();
    let found: Vec<Diagnostic> =
        routes.par_iter().filter_map(|route| render(snapshot, route).err()).flatten_iter().collect();
    once(found)
}
