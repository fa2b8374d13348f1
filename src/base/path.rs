//! Paths as the model sees them: relative to the publication, `/` between parts, NFC.
//! They are made by the scan from what the file system says, and turned back only to open or write.
//!
//! **Invariant:** no part of a path is empty, `.` or `..`, so none can leave its tree.

use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Says why a text is not a path inside the publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathError {
    /// The path is empty or has an empty part.
    Empty,
    /// The path leaves the tree (`..`, a leading `/`, a drive).
    Outside,
    /// The path is not Unicode, or has a control character or a backslash.
    NotPortable,
}

/// A file of the publication, relative to its root.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

/// A file of the output tree, relative to its root.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

impl SourcePath {
    /// Checks and normalises a relative path.
    ///
    /// # Errors
    /// When the text is empty, leaves the tree, or cannot be a portable file name.
    pub fn new(text: &str) -> Result<Self, PathError> {
        check(text).map(Self)
    }

    /// Reads a path of the file system that is relative to the root.
    ///
    /// # Errors
    /// As [`SourcePath::new`], and when the path is not Unicode.
    pub fn from_os(relative: &Path) -> Result<Self, PathError> {
        from_os(relative).map(Self)
    }

    /// Gives the place of this file below `root`.
    pub fn to_os(&self, root: &Path) -> PathBuf {
        root.join(&*self.0)
    }

    /// Follows a path written in this folder's files: `./a`, `../b/c`.
    ///
    /// # Errors
    /// When the way leaves the publication.
    pub fn resolve(&self, relative: &str) -> Result<Self, PathError> {
        let mut parts: Vec<&str> = self.0.split('/').collect();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop().ok_or(PathError::Outside)?;
                }
                part => parts.push(part),
            }
        }
        Self::new(&parts.join("/"))
    }

    /// Appends one or more parts.
    ///
    /// # Errors
    /// As [`SourcePath::new`].
    pub fn join(&self, tail: &str) -> Result<Self, PathError> {
        Self::new(&format!("{}/{tail}", self.0))
    }

    /// The whole path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds this file; none at the root.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.0.rsplit_once('/')?;
        Some(Self(parent.into()))
    }

    /// The last part.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The last part without what follows its last dot.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        match name.rfind('.') {
            Some(0) | None => name,
            Some(dot) => &name[..dot],
        }
    }

    /// What follows the last dot of the last part, as written; empty when there is none.
    pub fn extension(&self) -> &str {
        let name = self.file_name();
        match name.rfind('.') {
            Some(0) | None => "",
            Some(dot) => &name[dot + 1..],
        }
    }

    /// The part below `folder`, when this path lies in it.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

impl OutputPath {
    /// Checks and normalises a relative path.
    ///
    /// # Errors
    /// As [`SourcePath::new`].
    pub fn new(text: &str) -> Result<Self, PathError> {
        check(text).map(Self)
    }

    /// Gives the place of this file below `root`.
    pub fn to_os(&self, root: &Path) -> PathBuf {
        root.join(&*self.0)
    }

    /// The whole path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key under which two names are one file on a file system that ignores case.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

fn check(text: &str) -> Result<Arc<str>, PathError> {
    if text.starts_with('/') {
        return Err(PathError::Outside);
    }
    for part in text.split('/') {
        match part {
            "" => return Err(PathError::Empty),
            "." | ".." => return Err(PathError::Outside),
            _ if part.chars().any(|c| c.is_control() || c == '\\') => {
                return Err(PathError::NotPortable);
            }
            _ => {}
        }
    }
    Ok(if is_nfc(text) { text.into() } else { text.nfc().collect::<String>().into() })
}

fn from_os(relative: &Path) -> Result<Arc<str>, PathError> {
    let mut text = String::new();
    for component in relative.components() {
        let Component::Normal(part) = component else {
            return Err(PathError::Outside);
        };
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(part.to_str().ok_or(PathError::NotPortable)?);
    }
    check(&text)
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> SourcePath {
        SourcePath::new(text).expect("a valid path")
    }

    #[test]
    fn a_path_never_leaves_its_tree() {
        for text in ["", "/a", "a//b", "../a", "a/../b", "a/./b", "a\\b", "a\u{0}b"] {
            assert!(SourcePath::new(text).is_err(), "{text:?}");
        }
        assert_eq!(path("content/a").resolve("../../.."), Err(PathError::Outside));
    }

    #[test]
    fn names_are_composed() {
        assert_eq!(path("cafe\u{301}.md"), path("caf\u{e9}.md"));
    }

    #[test]
    fn parts_are_told_apart() {
        let index = path("content/a/index.id.md");
        assert_eq!((index.stem(), index.extension()), ("index.id", "md"));
        assert_eq!(index.parent(), Some(path("content/a")));
        assert_eq!(index.below("content"), Some("a/index.id.md"));
        assert_eq!(path(".hidden").extension(), "");
    }

    #[test]
    fn relative_links_are_followed() {
        let folder = path("content/a/b");
        assert_eq!(folder.resolve("../c/./d.md"), Ok(path("content/a/c/d.md")));
    }
}
