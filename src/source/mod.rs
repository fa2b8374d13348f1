//! The files of a publication as they were read: the only reader of the disk.
//! Scanned at the start of a run; every pure stage takes its text from here.
//!
//! **Invariant:** no other module opens a file of the publication. Pictures and downloads are
//! measured, never held in memory.

mod change;
mod image;
mod scan;
mod watch;

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use crate::base::SourcePath;
use crate::diagnostic::Diagnostic;

pub use change::{Change, Loss, Touched};
pub use image::ImageSize;
pub use scan::{reread, scan};
pub use watch::{Heard, Watch, watch};

/// The folder that holds `kabar.yaml`.
#[derive(Debug, Clone)]
pub struct Root(PathBuf);

/// One file as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub path: SourcePath,
    /// Its size in bytes.
    pub size: u64,
    pub content: Content,
}

/// What is kept of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text that the program reads, without a byte order mark.
    Text(Arc<str>),
    /// Bytes that the program passes on: static files of themes.
    Bytes(Arc<[u8]>),
    /// A picture, measured.
    Image(ImageSize),
    /// Anything else: copied, never looked into.
    Other,
}

/// All files of a publication, by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: BTreeMap<SourcePath, Source>,
    /// What is there and cannot be read, by its name.
    faults: BTreeMap<String, Diagnostic>,
}

impl Root {
    /// Takes a folder as the root of a publication.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self(dir.into())
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.0
    }

    /// What tells the states of a file apart without reading it: its size and when it was written.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn stamp(&self, path: &SourcePath) -> io::Result<String> {
        let known = path.to_os(&self.0).metadata()?;
        let written = known.modified()?.duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
        Ok(format!("{}-{}", known.len(), written.as_nanos()))
    }

    /// The publication that a place lies in: the nearest folder above it with a `kabar.yaml`.
    pub fn around(place: &Path) -> Option<Self> {
        let mut folders = place.ancestors().skip(1);
        folders.find(|folder| folder.join(crate::config::FILE).is_file()).map(Self::new)
    }

    /// The path of a place, whether or not a file stands there; none when it is no place of the
    /// publication's.
    pub fn path_of(&self, place: &Path) -> Option<SourcePath> {
        scan::path_of(place.strip_prefix(&self.0).ok()?)
    }

    /// Opens a file for copying.
    ///
    /// # Errors
    /// Those of the file system, with the path added.
    pub fn open(&self, path: &SourcePath) -> io::Result<File> {
        let place = path.to_os(&self.0);
        #[expect(clippy::disallowed_methods, reason = "this module is the only reader of the disk")]
        File::open(&place).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", place.display())))
    }
}

impl Source {
    /// The text, when it is one that the program reads.
    pub fn text(&self) -> Option<&Arc<str>> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Bytes(_) | Content::Image(_) | Content::Other => None,
        }
    }
}

impl Sources {
    /// Finds a file.
    pub fn get(&self, path: &SourcePath) -> Option<&Source> {
        self.files.get(path)
    }

    /// The text of a file, for excerpts.
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        self.get(path)?.text().map(|text| &**text)
    }

    /// All files below a folder, in the order of their paths.
    pub fn below<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = &'s Source> {
        let prefix = format!("{folder}/");
        let first = SourcePath::new(folder).ok();
        let range = first.map(|first| self.files.range(first..));
        let inside = move |(path, _): &(&SourcePath, &Source)| {
            path.as_str().starts_with(&prefix) || path.as_str() == folder || path.as_str() < prefix.as_str()
        };
        let below = range.into_iter().flatten().take_while(inside);
        below.filter(move |(path, _)| path.below(folder).is_some()).map(|(_, source)| source)
    }

    /// All files.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.values()
    }

    /// What is said about files that cannot be read, in the order of their names.
    pub fn faults(&self) -> impl Iterator<Item = &Diagnostic> {
        self.faults.values()
    }
}
