//! Pages that lead an old address to the new one, and the same for hosts that read `_redirects`.

use std::fmt::Write;

use crate::base::UrlPath;
use crate::route::{Artifact, lang_of};
use crate::site::LangId;

use super::escape::escape;
use super::snapshot::Snapshot;

/// A page that goes on to `target` by itself, and links there.
pub(super) fn page(snapshot: &Snapshot, target: &UrlPath) -> String {
    let site = &snapshot.site;
    let route = snapshot.routes.get(target);
    let lang = route.and_then(|route| lang_of(site, &route.artifact)).unwrap_or(LangId(0));
    let href = escape(&site.config.origin.href(target));
    let absolute = escape(&site.config.origin.absolute(target));
    let title = escape(&snapshot.string(lang, "redirect-title", &[]));
    let text = escape(&snapshot.string(lang, "redirect-text", &[]));
    let tag = site.lang(lang);
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={href}\">\n<link rel=\"canonical\" href=\"{absolute}\">\n\
         </head>\n<body>\n<p><a href=\"{href}\">{text}</a></p>\n</body>\n</html>\n"
    )
}

/// All redirects, one a line: from, to, status.
pub(super) fn host_file(snapshot: &Snapshot) -> String {
    let origin = &snapshot.site.config.origin;
    let mut text = String::new();
    for route in snapshot.routes.iter() {
        if let Artifact::Redirect(target) = &route.artifact {
            let (from, to) = (origin.href(&route.url), origin.href(target));
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{from} {to} 301");
        }
    }
    text
}
