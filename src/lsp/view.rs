//! A publication as it was last linked, which every answer is given from. Made by
//! [`super::publication`]; replaced, never edited.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;

use crate::base::SourcePath;
use crate::config::{self, Config};
use crate::diagnostic::{Catalogue, Diagnostic, Span};
use crate::json_schema;
use crate::site::Site;
use crate::source::Sources;
use crate::theme::Theme;

use super::file::File;

/// The last good state of a publication, and all that is wrong with it now.
pub(super) struct View {
    /// The folder of `kabar.yaml`.
    pub(super) root: PathBuf,
    /// The folder has been read.
    pub(super) is_loaded: bool,
    pub(super) sources: Arc<Sources>,
    /// None until there has been a configuration that could be read.
    pub(super) site: Option<Arc<Site>>,
    pub(super) theme: Option<Arc<Theme>>,
    pub(super) diagnostics: BTreeMap<SourcePath, Vec<Diagnostic>>,
    /// Those of its files, by name.
    pub(super) schemas: Arc<BTreeMap<String, Value>>,
    /// Those of the arguments of shortcodes, by name.
    pub(super) shortcodes: Arc<BTreeMap<String, Value>>,
}

impl View {
    /// Nothing is known yet but the folder.
    pub(super) fn empty(root: PathBuf, catalogue: &Catalogue) -> Self {
        let config = ("config".to_owned(), json_schema::config_schema(catalogue));
        Self {
            root,
            is_loaded: false,
            sources: Arc::default(),
            site: None,
            theme: None,
            diagnostics: BTreeMap::new(),
            schemas: Arc::new(BTreeMap::from([config])),
            shortcodes: Arc::new(json_schema::shortcodes(catalogue)),
        }
    }

    pub(super) fn config(&self) -> Option<&Arc<Config>> {
        self.site.as_ref().map(|site| &site.config)
    }

    /// What a file of it is.
    pub(super) fn file(&self, path: &SourcePath) -> File {
        File::of(path, self.config().map(|config| &**config))
    }

    /// Sorts diagnostics by the file that shows them; what no file shows is shown at `kabar.yaml`.
    pub(super) fn by_file(diagnostics: Vec<Diagnostic>) -> BTreeMap<SourcePath, Vec<Diagnostic>> {
        let mut sorted: BTreeMap<SourcePath, Vec<Diagnostic>> = BTreeMap::new();
        for mut diagnostic in diagnostics {
            if diagnostic.span.is_none() {
                diagnostic.span = SourcePath::new(config::FILE).ok().map(|file| Span::whole(&file));
            }
            if let Some(span) = &diagnostic.span {
                sorted.entry(span.file.clone()).or_default().push(diagnostic);
            }
        }
        sorted
    }
}
