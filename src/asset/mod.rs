//! Files that are published as they are: media of bundles and static files, with what linking
//! needs of them. Made of the scan; `site` looks files up, `route` gives static files a URL.
//!
//! **Invariant:** assets never depend on pages.

use std::collections::BTreeMap;

use crate::base::{MediaType, SourcePath};
use crate::source::{Content, ImageSize, Sources};

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    pub path: SourcePath,
    /// Its size in bytes.
    pub size: u64,
    pub media_type: MediaType,
    /// Its measures, for a picture.
    pub image: Option<ImageSize>,
}

/// All of them, by path.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    files: BTreeMap<SourcePath, Asset>,
}

impl Assets {
    /// Collects the media below `content/` and the files of `static/`.
    pub fn of(sources: &Sources) -> Self {
        let mut files = BTreeMap::new();
        for source in sources.below("content").chain(sources.below("static")) {
            let image = match &source.content {
                Content::Text(_) => continue,
                Content::Image(size) => Some(*size),
                Content::Bytes(_) | Content::Other => None,
            };
            let media_type = MediaType::of_extension(source.path.extension());
            let asset = Asset { path: source.path.clone(), size: source.size, media_type, image };
            files.insert(source.path.clone(), asset);
        }
        Self { files }
    }

    /// Finds a file.
    pub fn get(&self, path: &SourcePath) -> Option<&Asset> {
        self.files.get(path)
    }

    /// The media below `content/`, with their paths below it.
    pub fn media(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.files.values().filter_map(|asset| Some((asset.path.below("content")?, asset)))
    }

    /// The files of `static/`, with their paths below it.
    pub fn statics(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.files.values().filter_map(|asset| Some((asset.path.below("static")?, asset)))
    }
}
