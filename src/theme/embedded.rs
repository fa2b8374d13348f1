//! The default theme as it was when the program was built.

use std::collections::BTreeMap;

use crate::base::SourcePath;

use super::layer::{Content, Layer, LayerFile};

include!(concat!(env!("OUT_DIR"), "/embedded_theme.rs"));

/// The name of the theme that is always there.
pub const DEFAULT: &str = "tenun";

/// The default theme; empty when the program was built without its folder.
pub fn embedded() -> Layer {
    let file = |(name, bytes): &(&str, &'static [u8])| {
        // Named as it would be on disk, so that messages read the same.
        let source = SourcePath::new(&format!("themes/{DEFAULT}/{name}")).ok()?;
        Some(((*name).to_owned(), LayerFile { source, content: Content::Embedded(bytes) }))
    };
    let files: BTreeMap<String, LayerFile> = FILES.iter().filter_map(file).collect();
    Layer { name: DEFAULT.to_owned(), files }
}

/// The text of a file of the default theme, for excerpts: it stands on no disk.
pub fn embedded_text(path: &SourcePath) -> Option<&'static str> {
    let name = path.below("themes")?.strip_prefix(DEFAULT)?.strip_prefix('/')?;
    let (_, bytes) = FILES.iter().find(|(known, _)| *known == name)?;
    str::from_utf8(bytes).ok()
}
