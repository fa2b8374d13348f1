//! The way from a request below `/_desk/` to the desk's page.

use crate::desk::{self, Desk};

use super::preview::Preview;
use super::view::View;

/// A page of the desk; none where the desk has nothing. What follows `/_desk/` has lost its
/// percent-encoding; the query is as it was sent.
pub(super) fn page(preview: &Preview, view: &View, path: &str, query: &str) -> Option<String> {
    let found = preview.findings();
    let diagnostics = preview.diagnostics(view);
    desk::page(&Desk {
        path,
        query,
        folder: view.root.dir(),
        snapshot: view.snapshot.as_deref(),
        documents: &view.documents,
        sources: &view.sources,
        diagnostics: &diagnostics,
        is_checked: found.is_some_and(|found| found.number == view.number),
        catalogue: &preview.catalogue,
    })
}
