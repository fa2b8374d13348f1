//! The sidecar of a bundle's media: `media.yaml`, a description for each file.

use crate::base::SourcePath;
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Diagnostic};
use crate::schema::{self, Localised};
use crate::yaml::{self, Fields, Node};

use super::Name;

/// What a bundle says of its media.
#[derive(Debug, Clone)]
pub struct Sidecar {
    /// The folder below `content/`.
    pub folder: String,
    pub entries: Vec<MediaEntry>,
}

/// What is said of one file.
#[derive(Debug, Clone)]
pub struct MediaEntry {
    pub file: Name,
    pub alt: Option<Localised>,
    /// Inline Markdown.
    pub caption: Option<Localised>,
    pub credit: Option<String>,
    pub licence: Option<String>,
    /// Whether others may republish it, whatever its licence says.
    pub republish: Option<bool>,
}

/// Reads a sidecar.
pub(super) fn parse(path: &SourcePath, text: &str, config: &Config) -> Checked<Option<Sidecar>> {
    let mut out = Vec::new();
    let tree = yaml::parse(text, path, 0).into(&mut out);
    let folder = path.parent().and_then(|folder| folder.below("content").map(str::to_owned)).unwrap_or_default();
    let entries = tree.map(|tree| entries(&tree, path, config, &mut out)).unwrap_or_default();
    Checked { value: Some(Sidecar { folder, entries }), diagnostics: out }
}

fn entries(tree: &Node, path: &SourcePath, config: &Config, out: &mut Vec<Diagnostic>) -> Vec<MediaEntry> {
    if Fields::of(tree, path.file_name(), path.as_str(), out).is_none() {
        return Vec::new();
    }
    let languages: Vec<_> = config.languages.iter().map(|language| language.lang.clone()).collect();
    let mut entries = Vec::new();
    for entry in tree.entries().unwrap_or_default() {
        let Some(mut fields) = Fields::of(&entry.value, &entry.key, &entry.key, out) else {
            continue;
        };
        let mut localised = |key, out: &mut Vec<Diagnostic>| {
            fields.take(key).and_then(|node| schema::localised(node, key, &languages, out))
        };
        let alt = localised("alt", out);
        let caption = localised("caption", out);
        let credit = fields.take("credit").and_then(|node| yaml::text(node, "credit", out));
        let licence = fields.take("licence").and_then(|node| config::licence(node, out));
        let republish = fields.take("republish").and_then(|node| yaml::boolean(node, "republish", out));
        fields.finish(out);
        let file = Name { text: entry.key.clone(), span: entry.key_span.clone() };
        entries.push(MediaEntry { file, alt, caption, credit, licence, republish });
    }
    entries
}
