//! What a body needs of the rest of the site to become HTML, asked by what its author wrote.

use crate::base::Lang;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedLink {
    /// Ready for `href`.
    pub href: String,
    /// The language of the page it leads to, when it is one of ours.
    pub lang: Option<Lang>,
}

/// A picture and what its sidecar says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// Ready for `src`.
    pub src: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// Ready for `srcset`; empty when there is one size only.
    pub srcset: String,
    /// Ready for `sizes`; empty when there is no `srcset`.
    pub sizes: String,
    /// Plain text.
    pub alt: String,
    /// HTML.
    pub caption: String,
    /// Plain text.
    pub credit: Option<String>,
    pub licence: Option<Licence>,
    /// It must not be shown where the body is written for.
    pub is_left_out: bool,
}

/// The terms under which something may be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Licence {
    pub name: String,
    pub url: Option<String>,
}

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLink {
    /// Ready for `href`.
    pub href: String,
    pub name: String,
    pub bytes: u64,
    /// Without the dot.
    pub extension: String,
}

/// Answers what a body asks while it is written.
///
/// Targets and paths come exactly as written. A target with a scheme that leaves the site (`https:`,
/// `mailto:`, `tel:`) and a picture with `http(s):` or `data:` are never asked for.
pub trait Resolve {
    /// Finds where a link leads; without an answer its text stands unlinked, but a mere `#anchor`
    /// stays as it is.
    fn link(&self, target: &str) -> Option<ResolvedLink>;

    /// Finds a picture; without an answer its path stands as written.
    fn image(&self, path: &str) -> Option<Picture>;

    /// Finds a file; without an answer its path stands as written.
    fn file(&self, path: &str) -> Option<FileLink>;

    /// Says a string of the theme, as plain text.
    fn string(&self, key: &str, arguments: &[(&str, &str)]) -> String;

    /// Says whether a picture goes out, when all is known that is said of it.
    fn shows(&self, _path: &str, _picture: &Picture) -> bool {
        true
    }

    /// The address against which others must read what raw HTML names; none where a body stays with
    /// its publication.
    fn base(&self) -> Option<&str> {
        None
    }

    /// The whole address of the page, for feeds: what raw HTML names is read against it, and nothing
    /// is left out.
    fn page(&self) -> Option<&str> {
        None
    }

    /// Names a licence written at a picture.
    fn licence(&self, written: &str) -> Licence {
        Licence { name: written.to_owned(), url: None }
    }
}
