//! URLs of our own site: [`UrlPath`] below the site's root, [`Origin`] for what stands before it.
//! Permalinks and routes make them; rendering joins the two at the very end.
//!
//! **Invariant:** a [`UrlPath`] never contains the base path of the site.

use std::fmt;
use std::sync::Arc;

use super::path::{OutputPath, PathError};
use super::slug::Slug;

/// Says why a text is not the base URL of a site or a path of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UrlError {
    /// The base URL does not begin with `http://` or `https://`.
    Scheme,
    /// The base URL has no host, or a host with characters that hosts cannot have.
    Host,
    /// A query or a fragment stands where none can be.
    Tail,
    /// The path does not begin with `/`, or has parts that no file can have.
    Path,
}

/// A root-relative URL of the site, not percent-encoded: `/en/news/` or `/feed.xml`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrlPath(Arc<str>);

/// Scheme, host and base path of a site: `https://example.org/news`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    host: Arc<str>,
    base: Arc<str>,
}

impl UrlPath {
    /// The root of the site.
    pub fn root() -> Self {
        Self("/".into())
    }

    /// Checks a root-relative path, `index.html` at its end folded into its folder.
    ///
    /// # Errors
    /// When the text does not begin with `/` or could not be a file of the output.
    pub fn new(text: &str) -> Result<Self, UrlError> {
        let text = text.strip_suffix("/index.html").map_or(text, |folder| &text[..=folder.len()]);
        let relative = text.strip_prefix('/').ok_or(UrlError::Path)?;
        if text.contains(['?', '#']) {
            return Err(UrlError::Tail);
        }
        let folder = relative.strip_suffix('/').unwrap_or(relative);
        if !folder.is_empty() {
            OutputPath::new(folder).map_err(|_: PathError| UrlError::Path)?;
        } else if !relative.is_empty() {
            return Err(UrlError::Path);
        }
        Ok(Self(text.into()))
    }

    /// Goes one folder deeper: `/en/` and `news` give `/en/news/`.
    #[must_use]
    pub fn folder(&self, slug: &Slug) -> Self {
        Self(format!("{}{slug}/", self.directory()).into())
    }

    /// Names a file in this folder: `/en/` and `feed.xml` give `/en/feed.xml`.
    ///
    /// # Errors
    /// When the name could not be a file of the output.
    pub fn file(&self, name: &str) -> Result<Self, UrlError> {
        Self::new(&format!("{}{name}", self.directory()))
    }

    /// The file that serves this URL; one-to-one.
    pub fn to_output(&self) -> OutputPath {
        let relative = &self.0[1..];
        let file = if relative.is_empty() || relative.ends_with('/') {
            format!("{relative}index.html")
        } else {
            relative.to_owned()
        };
        OutputPath::new(&file).expect("a URL path is checked when it is made")
    }

    /// The path as text, not percent-encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn directory(&self) -> &str {
        let end = self.0.rfind('/').map_or(0, |slash| slash + 1);
        &self.0[..end]
    }
}

impl Origin {
    /// Reads a base URL: scheme, host, optional path.
    ///
    /// # Errors
    /// When the scheme is not http or https, the host is missing, or a query or fragment follows.
    pub fn new(text: &str) -> Result<Self, UrlError> {
        let text = text.trim();
        let after = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
        let rest = after.ok_or(UrlError::Scheme)?;
        if rest.contains(['?', '#']) {
            return Err(UrlError::Tail);
        }
        let (host, path) = match rest.find('/') {
            Some(slash) => rest.split_at(slash),
            None => (rest, ""),
        };
        let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        if host.is_empty() || !host.chars().all(is_host) {
            return Err(UrlError::Host);
        }
        let base = path.trim_end_matches('/');
        if !base.is_empty() {
            UrlPath::new(base)?;
        }
        let host = &text[..text.len() - path.len()];
        Ok(Self { host: host.into(), base: base.into() })
    }

    /// The URL for `href`: base path and percent-encoded path, without the host.
    pub fn href(&self, url: &UrlPath) -> String {
        let mut href = String::with_capacity(self.base.len() + url.0.len());
        encode(&self.base, &mut href);
        encode(&url.0, &mut href);
        href
    }

    /// The absolute URL.
    pub fn absolute(&self, url: &UrlPath) -> String {
        format!("{}{}", self.host, self.href(url))
    }

    /// Scheme and host, without the base path.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The name of the host, without scheme and port.
    pub fn host_name(&self) -> &str {
        let host = self.host.split_once("://").map_or(&*self.host, |(_, host)| host);
        host.split(':').next().unwrap_or(host)
    }

    /// The base path without a slash at its end; empty at the root of a host.
    pub fn base(&self) -> &str {
        &self.base
    }
}

/// Percent-encodes what RFC 3986 §3.3 does not allow in a path.
fn encode(path: &str, out: &mut String) {
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(byte as char),
            b'/' | b'-' | b'.' | b'_' | b'~' | b'@' | b':' | b'+' | b',' | b'=' | b'(' | b')' => {
                out.push(byte as char);
            }
            byte => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(HEX[usize::from(byte >> 4)] as char);
                out.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
}

impl fmt::Display for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.host, self.base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> UrlPath {
        UrlPath::new(text).expect("a valid path")
    }

    #[test]
    fn a_folder_and_its_index_are_one_url() {
        assert_eq!(url("/a/index.html"), url("/a/"));
        assert_eq!(url("/index.html"), url("/"));
        assert_eq!(url("/a/").to_output().as_str(), "a/index.html");
        assert_eq!(url("/feed.xml").to_output().as_str(), "feed.xml");
    }

    #[test]
    fn the_base_path_is_joined_last() {
        let origin = Origin::new("https://example.org/news/").expect("a valid base URL");
        assert_eq!(origin.href(&url("/en/a b/")), "/news/en/a%20b/");
        assert_eq!(origin.absolute(&url("/")), "https://example.org/news/");
        assert_eq!(origin.to_string(), "https://example.org/news");
    }

    #[test]
    fn wrong_base_urls_are_refused() {
        for (text, error) in [
            ("example.org", UrlError::Scheme),
            ("https://", UrlError::Host),
            ("https://a b", UrlError::Host),
            ("https://a.org/?x", UrlError::Tail),
            ("https://a.org/../b", UrlError::Path),
        ] {
            assert_eq!(Origin::new(text), Err(error), "{text}");
        }
    }

    #[test]
    fn wrong_paths_are_refused() {
        for text in ["", "a/", "//", "/a//b", "/../a", "/a?b", "/a#b"] {
            assert!(UrlPath::new(text).is_err(), "{text}");
        }
    }
}
