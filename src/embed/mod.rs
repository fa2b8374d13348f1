//! The script that shows headlines of a feed on other people's sites.
//!
//! **Invariant:** a version is never changed, not by one byte: sites of others name it together with
//! the hash of its bytes, and browsers refuse any other. What has to change is a new version beside
//! those that are there.

use std::sync::LazyLock;

use crate::base::{integrity, script};

/// A version of the script: `v1` and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(usize);

/// The folder that the scripts stand in.
pub const FOLDER: &str = "embed";

/// Every version that was ever published, in order.
const WRITTEN: [&str; 1] = [include_str!("v1.js")];

static SENT: LazyLock<Vec<String>> = LazyLock::new(|| WRITTEN.iter().map(|written| script::sent(written)).collect());

impl Version {
    /// All of them, the newest last.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..WRITTEN.len()).map(Self)
    }

    /// The one that is offered to whoever begins now.
    pub fn newest() -> Self {
        Self(WRITTEN.len() - 1)
    }

    /// The name of its file.
    pub fn file(self) -> String {
        format!("v{}.js", self.0 + 1)
    }

    /// What is sent.
    pub fn script(self) -> &'static str {
        SENT.get(self.0).map_or("", String::as_str)
    }

    /// What `integrity` says of it.
    pub fn integrity(self) -> String {
        integrity(self.script().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hashes under which sites of others load each version. None of them may ever change.
    const PUBLISHED: [&str; 1] = ["sha384-dvaD9zDWf0wwvvsgnk5DDE3qHbp9+TmZFktQW4iTqhxApFLkGs+kQSe2t+zybZ2d"];

    #[test]
    fn no_version_is_ever_changed() {
        let hashes: Vec<String> = Version::all().map(Version::integrity).collect();
        assert_eq!(hashes, PUBLISHED, "write what has to change as a new version");
    }

    #[test]
    fn versions_are_small_and_written_in_lines_that_can_be_left_out() {
        for (version, written) in Version::all().zip(WRITTEN) {
            assert_eq!(script::misread(written), [""; 0]);
            let mut packed = Vec::new();
            let mut script = version.script().as_bytes();
            brotli::BrotliCompress(&mut script, &mut packed, &brotli::enc::BrotliEncoderParams::default())
                .expect("memory does not fail");
            assert!(packed.len() <= 2048, "{}: {} bytes", version.file(), packed.len());
        }
    }
}
