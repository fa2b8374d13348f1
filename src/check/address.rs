//! Where an address in a rendered page leads: into the site, or out of it.

use crate::base::{Origin, UrlPath, percent};

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// A path of the site as the table of routes knows it, and the place in it.
    Inside {
        path: String,
        anchor: Option<String>,
    },
    Outside,
}

/// Reads an address as a browser would that shows `page` (RFC 3986 §5.2).
pub(super) fn resolve(origin: &Origin, page: &UrlPath, address: &str) -> Address {
    let address = address.trim();
    let (whole, anchor) = match address.split_once('#') {
        Some((whole, anchor)) => (whole, Some(decode(anchor))),
        None => (address, None),
    };
    let path = whole.split('?').next().unwrap_or_default();
    let own = origin.host();
    let without_scheme = own.split_once(':').map_or(own, |(_, rest)| rest);
    let rooted = if let Some(rest) = inside(path, own).or_else(|| inside(path, without_scheme)) {
        if rest.is_empty() { "/" } else { rest }
    } else if path.starts_with("//") || has_scheme(path) {
        return Address::Outside;
    } else {
        path
    };
    let path = if rooted.is_empty() {
        page.as_str().to_owned()
    } else if rooted.starts_with('/') {
        // Beside the site's own folder stands something else.
        match rooted.strip_prefix(origin.base()).filter(|rest| rest.starts_with('/')) {
            Some(rest) => normal(&decode(rest)),
            None => return Address::Outside,
        }
    } else {
        let folder = page.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        normal(&format!("{folder}/{}", decode(rooted)))
    };
    Address::Inside { path, anchor }
}

/// What follows a host's name; none when it is another host's.
fn inside<'p>(path: &'p str, host: &str) -> Option<&'p str> {
    path.strip_prefix(host).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn has_scheme(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    first.split_once(':').is_some_and(|(scheme, _)| scheme.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Takes out `.` and `..`.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').skip(1) {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        parts.push("");
    }
    format!("/{}", parts.join("/"))
}

/// Undoes percent-encoding; what is no text then stays as it is written.
fn decode(text: &str) -> String {
    percent::decode(text).unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expected: Option<&str>) {
        let origin = Origin::new("https://a.org/news").expect("an origin");
        let page = UrlPath::new("/en/b/").expect("a path");
        let found = match resolve(&origin, &page, address) {
            Address::Inside { path, anchor } => Some(anchor.map_or(path.clone(), |anchor| format!("{path}#{anchor}"))),
            Address::Outside => None,
        };
        assert_eq!(found.as_deref(), expected, "{address}");
    }

    #[test]
    fn addresses_lead_into_the_site_or_out_of_it() {
        check("", Some("/en/b/"));
        check("#c%20d", Some("/en/b/#c d"));
        check("c.svg?x=1", Some("/en/b/c.svg"));
        check("../c/./d", Some("/en/c/d"));
        check("..", Some("/en/"));
        check("/news/x%20y/", Some("/x y/"));
        check("https://a.org/news/x", Some("/x"));
        check("//a.org/news/x", Some("/x"));
        check("/other/x", None);
        check("https://b.org/news/", None);
        check("https://a.org.evil/news/", None);
        check("mailto:a@b.org", None);
        check("data:,x", None);
    }
}
