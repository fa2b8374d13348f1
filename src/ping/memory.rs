//! Which feeds a hub was told of, each by the fingerprint of what it was then.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Feed;

/// What hubs know, by hub and feed.
#[derive(Debug, Default)]
pub struct Memory {
    place: Option<PathBuf>,
    hubs: BTreeMap<String, BTreeMap<String, String>>,
}

impl Memory {
    /// Opens the memory in a folder of caches; without one nothing is remembered.
    #[expect(clippy::disallowed_methods, reason = "a cache, outside of every publication")]
    pub fn open(folder: Option<&Path>) -> Self {
        let place = folder.map(|folder| folder.join("pinged.json"));
        // What cannot be read is told again.
        let text = place.as_ref().and_then(|place| fs::read_to_string(place).ok());
        let hubs = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Self { place, hubs }
    }

    /// Remembers feeds that a hub has taken.
    ///
    /// # Errors
    /// When the memory cannot be written: the next run would tell the hub of the same again.
    #[expect(clippy::disallowed_methods, reason = "a cache, outside of every publication")]
    pub fn keep(&mut self, hub: &str, feeds: &[Feed]) -> io::Result<()> {
        let known = self.hubs.entry(hub.to_owned()).or_default();
        known.extend(feeds.iter().map(|feed| (feed.url.clone(), feed.fingerprint.clone())));
        let Some(place) = &self.place else { return Ok(()) };
        let in_place = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", place.display()));
        let text = serde_json::to_string(&self.hubs).map_err(io::Error::other)?;
        let beside = place.with_extension(format!("{}.new", std::process::id()));
        let folder = place.parent().unwrap_or(place);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&beside, text));
        written.and_then(|()| fs::rename(&beside, place)).map_err(in_place)
    }

    pub(super) fn knows(&self, hub: &str, feed: &Feed) -> bool {
        self.hubs.get(hub).and_then(|feeds| feeds.get(&feed.url)) == Some(&feed.fingerprint)
    }
}
