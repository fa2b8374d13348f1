//! The texts that are open in an editing program, and the publications that they belong to.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};

use crate::base::SourcePath;
use crate::source::Root;

use super::address;
use super::publication::{Order, Publication};
use super::text::{Encoding, Text};
use super::view::View;

/// How long a text may be that is looked at: what the program reads of a file, and a little more
/// for the moment in which something is pasted.
const TEXT_LIMIT: usize = 4 * 1024 * 1024;

/// A text in an editor.
pub(super) struct Open {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: Text,
    /// The folder of its publication, and its path in it; none when it belongs to none.
    pub(super) home: Option<(PathBuf, SourcePath)>,
}

/// Everything that is open.
#[derive(Default)]
pub(super) struct Desk {
    /// By the address that the editing program uses.
    texts: BTreeMap<String, Open>,
    pub(super) publications: BTreeMap<PathBuf, Publication>,
}

impl Desk {
    /// Takes a text in. The publication that it belongs to may have to be started.
    pub(super) fn open(&mut self, uri: Uri, version: i32, text: &str) -> &Open {
        let key = uri.as_str().to_owned();
        let home = if text.len() > TEXT_LIMIT { None } else { home(&key) };
        self.texts.entry(key).insert_entry(Open { uri, version, text: Text::new(text.into()), home }).into_mut()
    }

    /// Changes an open text.
    pub(super) fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> Option<&Open> {
        let open = self.texts.get_mut(uri.as_str())?;
        open.version = version;
        for change in changes {
            open.text = match change.range {
                Some(range) => open.text.replaced(open.text.bytes(range, encoding), &change.text),
                None => Text::new(change.text.into()),
            };
        }
        if open.text.as_str().len() > TEXT_LIMIT {
            open.home = None;
        }
        Some(open)
    }

    pub(super) fn close(&mut self, uri: &Uri) -> Option<Open> {
        self.texts.remove(uri.as_str())
    }

    pub(super) fn get(&self, uri: &Uri) -> Option<&Open> {
        self.texts.get(uri.as_str())
    }

    /// The open text of a path of a publication.
    pub(super) fn find(&self, root: &Path, path: &SourcePath) -> Option<&Open> {
        let is_it = |open: &&Open| open.home.as_ref().is_some_and(|(home, own)| home == root && own == path);
        self.texts.values().find(is_it)
    }

    /// The texts of a publication that are open.
    pub(super) fn of(&self, root: &Path) -> impl Iterator<Item = &Open> {
        self.texts.values().filter(move |open| open.home.as_ref().is_some_and(|(home, _)| home == root))
    }

    /// The last view of a publication.
    pub(super) fn view(&self, root: &Path) -> Option<&Arc<View>> {
        self.publications.get(root).map(|publication| &publication.view)
    }

    /// Tells the publication of an open text how it is now.
    pub(super) fn tell(&self, open: &Open) {
        if let Some((root, path)) = &open.home
            && let Some(publication) = self.publications.get(root)
        {
            publication.order(Order::Text(path.clone(), open.text.shared().clone()));
        }
    }
}

/// The publication and the path that an address stands for.
pub(super) fn home(uri: &str) -> Option<(PathBuf, SourcePath)> {
    let place = address::to_place(uri)?;
    let root = Root::around(&place)?;
    let path = root.path_of(&place)?;
    Some((root.dir().to_path_buf(), path))
}
