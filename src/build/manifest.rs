//! The list of all files that a build wrote, with size and fingerprint.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use crate::base::{Fingerprint, OutputPath};

use super::{at, own};

/// What is known of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub bytes: u64,
    pub hash: Fingerprint,
}

/// All files of a build, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<OutputPath, Entry>,
}

const FILE: &str = "manifest.json";
const VERSION: u64 = 1;

impl Manifest {
    /// Reads the manifest of the last build; an empty one when there is none or it is not ours.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    #[expect(clippy::disallowed_methods, reason = "the output is no part of the publication's sources")]
    pub fn load(output: &Path) -> io::Result<Self> {
        let place = own(output).join(FILE);
        match fs::read_to_string(&place) {
            Ok(text) => Ok(Self::parse(&text).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(at(&place, error)),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        if value.get("version")?.as_u64()? != VERSION {
            return None;
        }
        let mut files = BTreeMap::new();
        for (path, entry) in value.get("files")?.as_object()? {
            let hash = Fingerprint::from_hex(entry.get("hash")?.as_str()?)?;
            let bytes = entry.get("bytes")?.as_u64()?;
            files.insert(OutputPath::new(path).ok()?, Entry { bytes, hash });
        }
        Some(Self { files })
    }

    /// Writes the manifest, whole or not at all.
    ///
    /// # Errors
    /// Those of the file system.
    #[expect(clippy::disallowed_methods, reason = "`build` writes the output")]
    pub fn save(&self, output: &Path) -> io::Result<()> {
        let files: serde_json::Map<String, Value> = self
            .files
            .iter()
            .map(|(path, entry)| {
                (path.to_string(), json!({ "bytes": entry.bytes, "hash": entry.hash.to_string() }))
            })
            .collect();
        let text = json!({ "version": VERSION, "files": files }).to_string();
        let (place, draft) = (own(output).join(FILE), own(output).join("manifest.new"));
        fs::write(&draft, text).map_err(|error| at(&draft, error))?;
        fs::rename(&draft, &place).map_err(|error| at(&place, error))
    }

    /// The files of both.
    pub(super) fn and(&self, other: &Self) -> Self {
        let mut files = self.files.clone();
        files.extend(other.files.iter().map(|(path, entry)| (path.clone(), *entry)));
        Self { files }
    }

    pub(super) fn insert(&mut self, path: OutputPath, entry: Entry) {
        self.files.insert(path, entry);
    }

    /// Says whether a file is listed.
    pub fn contains(&self, path: &OutputPath) -> bool {
        self.files.contains_key(path)
    }

    /// All files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &OutputPath> {
        self.files.keys()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifests_are_written_and_read_back() {
        let dir = tempfile::tempdir().expect("a folder");
        fs::create_dir(own(dir.path())).expect("a folder");
        let mut manifest = Manifest::default();
        let path = OutputPath::new("a/index.html").expect("a path");
        manifest.insert(path, Entry { bytes: 3, hash: Fingerprint::of(b"abc") });
        manifest.save(dir.path()).expect("written");
        assert_eq!(Manifest::load(dir.path()).expect("read"), manifest);
    }

    #[test]
    fn a_manifest_that_is_not_ours_lists_nothing() {
        for text in ["", "{}", "{\"version\":2,\"files\":{}}", "{\"version\":1,\"files\":{\"../a\":{\"bytes\":1,\"hash\":\"\"}}}"] {
            assert_eq!(Manifest::parse(text), None, "{text}");
        }
    }
}
