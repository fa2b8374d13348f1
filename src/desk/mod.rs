//! The editorial desk: pages about the publication for those who make it, shown below `/_desk/` by
//! the preview. Plain HTML, in the editor's language, made of what is known at this moment.
//!
//! **Invariant:** pages are functions of [`Desk`]; asking changes nothing.
//! **Invariant:** no text of the publication reaches a page unescaped.

mod calendar;
mod changes;
mod excerpt;
mod overview;
mod problems;
mod query;
mod routes;
mod sheet;
#[cfg(test)]
mod tests;
mod translations;
mod why;

use std::path::Path;

use crate::diagnostic::{Catalogue, Diagnostic, Tongue};
use crate::document::Documents;
use crate::locale::Locale;
use crate::render::Snapshot;
use crate::source::Sources;

pub use excerpt::excerpt;

use query::Query;
use sheet::Sheet;

/// A question to the desk, and all that there is to answer it with.
pub struct Desk<'d> {
    /// What follows `/_desk/`: empty for its first page.
    pub path: &'d str,
    /// What follows `?`, as it was sent.
    pub query: &'d str,
    /// The publication's folder.
    pub folder: &'d Path,
    /// None when what is wrong leaves nothing to show.
    pub snapshot: Option<&'d Snapshot>,
    pub documents: &'d Documents,
    pub sources: &'d Sources,
    /// What loading says, and what the last check of the whole site found.
    pub diagnostics: &'d [Diagnostic],
    /// The last check was of the publication as it is now.
    pub is_checked: bool,
    /// The editor's language and its texts.
    pub catalogue: &'d Catalogue,
}

/// Makes a page of the desk; none where the desk has nothing.
pub fn page(desk: &Desk<'_>) -> Option<String> {
    let query = Query::parse(desk.query);
    let asked = query.get("lang").and_then(|lang| lang.parse::<Tongue>().ok());
    // Another language than that of the program, asked for by a link of the desk.
    let other = asked.filter(|asked| *asked != desk.catalogue.tongue()).map(Catalogue::new);
    let catalogue = other.as_ref().unwrap_or(desk.catalogue);
    let locale = Locale::new(&catalogue.tongue().lang());
    let sheet = Sheet { desk, query: &query, catalogue, locale };
    let body = match desk.path.trim_end_matches('/') {
        "" => overview::body(&sheet),
        "problems" => problems::body(&sheet, problems::Kind::All),
        "links" => problems::body(&sheet, problems::Kind::Links),
        "advice" => problems::body(&sheet, problems::Kind::Advice),
        path => {
            let snapshot = desk.snapshot;
            let body = match path {
                "translations" => snapshot.map(|snapshot| translations::body(&sheet, snapshot)),
                "changes" => snapshot.map(|snapshot| changes::body(&sheet, snapshot)),
                "calendar" => snapshot.map(|snapshot| calendar::body(&sheet, snapshot)),
                "routes" => snapshot.map(|snapshot| routes::body(&sheet, snapshot)),
                "why" => snapshot.map(|snapshot| why::body(&sheet, snapshot)),
                _ => return None,
            };
            body.unwrap_or_else(|| format!("<p>{}</p>", sheet.words("desk-nothing", &[])))
        }
    };
    Some(sheet.page(&body))
}
