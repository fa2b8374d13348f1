//! Template sources as they come from disk: the themes by name, and what the publication puts
//! over the theme it chose.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::SourcePath;
use crate::diagnostic::{Diagnostic, Problem, Span};

/// Every theme that a publication could choose, and its own overrides.
#[derive(Debug, Clone, Default)]
pub struct ThemeSources {
    /// By folder name. The default theme stands here only when the publication has a copy of its
    /// own, which then takes the place of the embedded one as a whole.
    pub themes: BTreeMap<String, Layer>,
    /// The publication's own `templates/`, `styles/` and `strings/`; its name is empty.
    pub own: Layer,
}

/// The files of one theme, or of the publication.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    pub name: String,
    /// By path in the theme: `templates/article.html`.
    pub files: BTreeMap<String, LayerFile>,
}

/// One file of a layer.
#[derive(Debug, Clone)]
pub struct LayerFile {
    /// Where it stands in the publication.
    pub source: SourcePath,
    pub content: Content,
}

/// What a file holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Compiled into the program.
    Embedded(&'static [u8]),
    Text(Arc<str>),
    Bytes(Arc<[u8]>),
    /// Not read: nothing that a theme is made of.
    Other,
}

impl ThemeSources {
    /// Sorts a publication's files into layers: `themes/NAME/…`, and `templates/…`, `styles/…`,
    /// `strings/…` at its root. Other files are left out.
    pub fn of(files: impl IntoIterator<Item = (SourcePath, Content)>) -> Self {
        let mut sources = Self::default();
        for (source, content) in files {
            let path = source.as_str().to_owned();
            let layer = match source.below("themes").and_then(|rest| rest.split_once('/')) {
                Some((name, rest)) => {
                    let theme = sources.themes.entry(name.to_owned());
                    let theme = theme.or_insert_with(|| Layer { name: name.to_owned(), files: BTreeMap::new() });
                    Some((rest.to_owned(), theme))
                }
                None if OWN_FOLDERS.iter().any(|folder| source.below(folder).is_some()) => {
                    Some((path, &mut sources.own))
                }
                None => None,
            };
            if let Some((path, layer)) = layer {
                layer.files.insert(path, LayerFile { source, content });
            }
        }
        sources
    }
}

const OWN_FOLDERS: [&str; 3] = ["templates", "styles", "strings"];

impl Layer {
    /// The files of one folder whose names end so, by what stands between.
    pub(super) fn below<'l>(
        &'l self,
        folder: &'l str,
        suffix: &'l str,
    ) -> impl Iterator<Item = (&'l str, &'l LayerFile)> {
        self.files.iter().filter_map(move |(path, file)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(suffix)?;
            Some((name, file))
        })
    }
}

impl LayerFile {
    /// The text; none, and a diagnostic, when it is not UTF-8. A file that was not read is empty.
    pub(super) fn text(&self, out: &mut Vec<Diagnostic>) -> Option<Arc<str>> {
        if let Content::Text(text) = &self.content {
            return Some(Arc::clone(text));
        }
        let bytes = self.content.bytes().unwrap_or_default();
        match str::from_utf8(bytes) {
            Ok(text) => Some(text.into()),
            Err(error) => {
                let start = error.valid_up_to();
                out.push(Diagnostic::at(Span::new(&self.source, start, start + 1), Problem::NotUtf8 {}));
                None
            }
        }
    }
}

impl Content {
    /// The bytes; none when they were not read.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Embedded(bytes) => Some(bytes),
            Self::Text(text) => Some(text.as_bytes()),
            Self::Bytes(bytes) => Some(bytes),
            Self::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_sorted_into_layers() {
        let paths = [
            "themes/pantai/templates/article.html",
            "themes/pantai/theme.yaml",
            "templates/home.html",
            "styles/base.css",
            "content/a/index.id.md",
            "themes/README.md",
        ];
        let path = |text: &&str| (SourcePath::new(text).expect("a path"), Content::Other);
        let sources = ThemeSources::of(paths.iter().map(path));
        let names = |layer: &Layer| layer.files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&sources.themes["pantai"]), ["templates/article.html", "theme.yaml"]);
        assert_eq!(names(&sources.own), ["styles/base.css", "templates/home.html"]);
        assert_eq!(sources.themes.len(), 1);
    }
}
