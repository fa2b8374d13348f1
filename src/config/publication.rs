//! Whose publication it is, where it stands and in what dress: `base_url`, `publisher`, `theme`.

use std::sync::Arc;

use crate::base::{Lang, Origin, UrlError};
use crate::diagnostic::{Diagnostic, Problem};
use crate::schema::{email, localised, url};
use crate::yaml::{Fields, Node, text};

use super::{DEFAULT_THEME, Publisher, ThemeChoice};

/// Reads the base URL; what is wrong with it is said precisely, it is easily got wrong.
pub fn origin(node: &Node, out: &mut Vec<Diagnostic>) -> Option<Origin> {
    let value = text(node, "base_url", out)?;
    let error = match Origin::new(&value) {
        Ok(origin) => return Some(origin),
        Err(error) => error,
    };
    let (fault, mended) = match error {
        UrlError::Scheme => ("scheme", format!("https://{value}")),
        UrlError::Host => ("host", String::new()),
        UrlError::Tail => ("tail", value.split(['?', '#']).next().unwrap_or_default().to_owned()),
        UrlError::Path => ("path", String::new()),
    };
    // A suggestion that would be refused as well helps nobody.
    let nearest = (url(&mended).is_ok() && Origin::new(&mended).is_ok()).then_some(mended);
    out.push(Diagnostic::at(node.span.clone(), Problem::BaseUrl { value, fault: fault.to_owned(), nearest }));
    None
}

/// Reads the theme: its name, or its name and what it is told.
pub fn theme(node: &Node, out: &mut Vec<Diagnostic>) -> Option<ThemeChoice> {
    if node.entries().is_none() {
        let name = text(node, "theme", out)?;
        return Some(ThemeChoice { name, span: node.span.clone(), settings: None });
    }
    let mut fields = Fields::of(node, "theme", "theme", out)?;
    let name = fields.take("name").map(|node| (text(node, "name", out), node.span.clone()));
    let settings = fields.take("settings").cloned().map(Arc::new);
    fields.finish(out);
    // Settings alone are for the default theme.
    let (name, span) = name.unwrap_or_else(|| (Some(DEFAULT_THEME.to_owned()), node.span.clone()));
    Some(ThemeChoice { name: name?, span, settings })
}

/// Reads who publishes.
pub fn publisher(node: &Node, languages: &[Lang], out: &mut Vec<Diagnostic>) -> Option<Publisher> {
    let mut fields = Fields::of(node, "publisher", "publisher", out)?;
    let name = fields.require("name", out).and_then(|node| localised(node, "name", languages, out));
    let site = fields.take("url").and_then(|node| formed(node, "url", url, out));
    let address = fields.take("email").and_then(|node| formed(node, "email", email, out));
    let place = fields.take("place").and_then(|node| localised(node, "place", languages, out));
    let logo = fields.take("logo").and_then(|node| text(node, "logo", out));
    fields.finish(out);
    Some(Publisher { name: name?, url: site, email: address, place, logo })
}

/// Reads a text of a certain form.
pub(super) fn formed(
    node: &Node,
    key: &str,
    check: impl Fn(&str) -> Result<(), Problem>,
    out: &mut Vec<Diagnostic>,
) -> Option<String> {
    let value = text(node, key, out)?;
    match check(&value) {
        Ok(()) => Some(value),
        Err(problem) => {
            out.push(Diagnostic::at(node.span.clone(), problem));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::check::{check, read};
    use crate::diagnostic::Problem;

    #[test]
    fn a_wrong_base_url_says_what_is_wrong() {
        let base = |url: &str, expected: &str| {
            let text = format!("title: x\ntimezone: UTC\nlanguages: [id]\nbase_url: '{url}'\n");
            let read = read(&text);
            let [diagnostic] = read.diagnostics.as_slice() else { panic!("{url}: {:?}", read.diagnostics) };
            let Problem::BaseUrl { fault, nearest, .. } = &diagnostic.problem else { panic!("{url}") };
            assert_eq!(format!("{fault} {}", nearest.as_deref().unwrap_or("-")), expected, "{url}");
        };
        base("baktinews.example", "scheme https://baktinews.example");
        base("ftp://a.org", "scheme -");
        base("https://", "host -");
        base("https://a.org/?x=1", "tail https://a.org/");
        base("https://a.org/../b", "path -");
    }

    #[test]
    fn theme_and_publisher_are_checked() {
        check("theme: [a]", "wrong-type 4:8");
        check("publisher: { place: x }", "missing-key 4:14");
        check("publisher: { name: x, url: a, email: b }", "invalid-url 4:28, invalid-email 4:38");
    }
}
