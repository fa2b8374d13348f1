//! The seam between the preview and the desk: whatever stands below `/_desk/`.

use std::sync::Arc;

use super::preview::Findings;
use super::view::View;
use crate::diagnostic::Catalogue;

/// What a request for the desk asks, and all that there is to answer it with.
pub struct Desk<'r> {
    /// What follows `/_desk/`: empty for its first page. Percent-encoding is undone.
    pub path: &'r str,
    /// What follows `?`, as it was sent.
    pub query: &'r str,
    /// The publication as it is now: snapshot, documents, sources, what is withheld, what loading
    /// says.
    pub view: &'r View,
    /// What the last check of the whole site found; its `number` says of which view. None before
    /// the first check has ended.
    pub findings: Option<Arc<Findings>>,
    /// The editor's language and its texts.
    pub catalogue: &'r Catalogue,
}

/// A page of the desk: HTML, shown with live reload like every other page.
///
/// None where the desk has nothing; the answer is then 404.
#[must_use]
pub fn page(_desk: &Desk<'_>) -> Option<String> {
    None
}
