//! A place in an open text, with all that is known around it.

use std::sync::Arc;

use lsp_types::Position;

use crate::base::{Lang, SourcePath};
use crate::config::{Config, ContentType};
use crate::diagnostic::Catalogue;
use crate::document::{Document, Documents};
use crate::source::{Change, Loss, Sources};

use super::file::{File, Region, RegionKind, front_matter};
use super::outline::{Outline, Step, unquoted};
use super::shape::Shape;
use super::text::{Encoding, Text};
use super::view::View;

/// Where a cursor stands.
pub(super) struct Here<'a> {
    pub(super) view: &'a View,
    pub(super) catalogue: &'a Catalogue,
    pub(super) path: &'a SourcePath,
    pub(super) text: &'a Text,
    pub(super) encoding: Encoding,
    pub(super) file: File,
    pub(super) byte: usize,
}

/// The YAML around a cursor.
pub(super) struct Yaml<'a> {
    pub(super) text: &'a str,
    /// The byte of the file where it begins.
    pub(super) offset: usize,
    pub(super) outline: Outline,
    /// What may stand in it.
    pub(super) shape: Option<Shape<'a>>,
    /// The shortcode whose arguments they are.
    pub(super) shortcode: Option<String>,
}

impl<'a> Here<'a> {
    pub(super) fn new(
        view: &'a View,
        catalogue: &'a Catalogue,
        path: &'a SourcePath,
        text: &'a Text,
        encoding: Encoding,
        position: Position,
    ) -> Self {
        let file = File::of(path, view.config().map(|config| &**config));
        let byte = text.byte(position, encoding);
        Self { view, catalogue, path, text, encoding, file, byte }
    }

    pub(super) fn config(&self) -> Option<&'a Config> {
        self.view.config().map(|config| &**config)
    }

    pub(super) fn region(&self) -> Region {
        self.file.region(self.text.as_str(), self.byte)
    }

    /// The YAML that the cursor stands in.
    pub(super) fn yaml(&self) -> Option<Yaml<'a>> {
        let region = self.region();
        let text = &self.text.as_str()[region.bytes.clone()];
        let offset = region.bytes.start;
        let outline = Outline::of(text, offset);
        match region.kind {
            RegionKind::Yaml => {
                let shape = self.shape(&outline);
                Some(Yaml { text, offset, outline, shape, shortcode: None })
            }
            RegionKind::Shortcode(name) => {
                let shape = self.view.shortcodes.get(&name).map(Shape::of);
                Some(Yaml { text, offset, outline, shape, shortcode: Some(name) })
            }
            RegionKind::Markdown | RegionKind::Opaque => None,
        }
    }

    fn shape(&self, outline: &Outline) -> Option<Shape<'a>> {
        let schemas = &self.view.schemas;
        match &self.file {
            File::Article(_) => {
                let schema = schemas.get(&self.content_type(outline)?.id)?;
                let name = if outline.root("translation").is_some() { "translation" } else { "original" };
                Some(Shape::of_definition(schema, name))
            }
            File::Section(_) => schemas.get("section").map(Shape::of),
            File::Register(taxonomy) => schemas.get(&format!("terms-{taxonomy}")).map(Shape::of),
            File::Sidecar => schemas.get("media").map(Shape::of),
            File::Config => schemas.get("config").map(Shape::of),
            File::Template | File::Other => None,
        }
    }

    /// The content type of the article that is written here; that of the original for a translation.
    pub(super) fn content_type(&self, outline: &Outline) -> Option<&'a ContentType> {
        let config = self.config()?;
        let place = self.file.place()?;
        let value = outline.root("type").and_then(|(_, entry)| entry.value.clone());
        let written = value.map(|value| unquoted(self.text.as_str(), value).0);
        let of_original = || {
            let site = self.view.site.as_ref()?;
            let article = site.articles.iter().find(|article| article.key == place.key)?;
            Some(site.type_of(article).id.as_str())
        };
        let named = written.and_then(|id| config.content_type(id));
        let named = named.or_else(|| {
            outline.root("translation")?;
            config.content_type(of_original()?)
        });
        named.or_else(|| config.content_type_of(place.section()))
    }

    /// Reads the text as it stands, alone.
    pub(super) fn document(&self) -> Option<Arc<Document>> {
        document(self.path, self.text.as_str(), self.config()?)
    }

    /// The language of the messages, for names that exist in several.
    pub(super) fn tongue(&self) -> Lang {
        self.catalogue.tongue().lang()
    }

    /// A phrase of the catalogue.
    pub(super) fn phrase(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.catalogue.phrase(key, values)
    }

    /// The content of a file, as it stands in an editor or on disk.
    pub(super) fn text_of(&self, path: &SourcePath) -> Option<Text> {
        let text = self.view.sources.get(path)?.text()?;
        Some(Text::new(text.clone()))
    }
}

impl Yaml<'_> {
    /// What may stand at the end of a path.
    pub(super) fn at(&self, path: &[Step]) -> Option<Shape<'_>> {
        self.shape.as_ref()?.follow(path)
    }
}

/// Reads a text of content alone, as the build does.
pub(super) fn parsed(path: &SourcePath, text: &str, config: &Config) -> Documents {
    let mut sources = Sources::default();
    sources.take([Change::text(path, text)], Loss::Gone);
    let mut documents = Documents::default();
    documents.parse([path], &sources, config, Loss::Gone);
    documents
}

/// Reads an article or a section alone; one without a readable front matter by its body.
fn document(path: &SourcePath, text: &str, config: &Config) -> Option<Arc<Document>> {
    let found = |text: &str| parsed(path, text, config).articles.values().next().cloned();
    found(text).or_else(|| {
        // Front matter that is being written takes its body along: it is read with another of the
        // same length, so that every place stays.
        let (front, body) = front_matter(text);
        let length = front.len().checked_sub("title: x\n".len())?;
        let blank = format!("title: x\n{}", "\n".repeat(length));
        body.and_then(|_| found(&format!("{}{blank}{}", &text[..front.start], &text[front.end..])))
    })
}
