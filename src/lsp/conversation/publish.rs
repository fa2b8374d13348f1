//! What is wrong with each file, told when it is other than what was told before.
//!
//! **Invariant:** what was told of a file is taken back when it is mended, or when its publication
//! goes.

use std::io::{self, Write};
use std::path::Path;

use lsp_server::Notification;
use lsp_types::notification::Notification as _;
use lsp_types::{PublishDiagnosticsParams, notification};

use crate::base::SourcePath;
use crate::diagnostic::Diagnostic;
use crate::lsp::address;
use crate::lsp::diagnose::{self, Teller};
use crate::lsp::view::View;

use super::Conversation;

impl<W: Write> Conversation<W> {
    /// Takes back everything that was told of a publication.
    pub(super) fn clear(&mut self, root: &Path) -> io::Result<()> {
        let of_root = |uri: &String| address::to_place(uri).is_some_and(|place| place.starts_with(root));
        let uris: Vec<String> = self.published.keys().filter(|uri| of_root(uri)).cloned().collect();
        for uri in uris {
            if let Some(last) = self.published.get(&uri).cloned() {
                self.tell(PublishDiagnosticsParams { diagnostics: Vec::new(), version: None, ..last })?;
            }
        }
        Ok(())
    }

    /// Publishes what is wrong with a file, if it is other than what was published before.
    pub(super) fn publish(&mut self, root: &Path, view: &View, path: &SourcePath) -> io::Result<()> {
        let open = self.desk.find(root, path);
        // Of a publication that is still being read nothing is known.
        if !view.is_loaded {
            return Ok(());
        }
        let diagnostics: Vec<Diagnostic> = match open {
            Some(open) => diagnose::of_text(view, path, open.text.as_str()),
            None => view.diagnostics.get(path).cloned().unwrap_or_default(),
        };
        let find = |path: &SourcePath| self.desk.find(root, path).map(|open| (open.uri.clone(), open.text.clone()));
        let teller = Teller { view, catalogue: &self.catalogue, encoding: self.abilities.encoding, open: &find };
        let Some((uri, text)) = teller.file(path) else { return Ok(()) };
        let diagnostics = diagnostics.iter().map(|diagnostic| teller.tell(diagnostic, &text)).collect();
        let version = open.map(|open| open.version);
        self.tell(PublishDiagnosticsParams { uri, diagnostics, version })
    }

    fn tell(&mut self, params: PublishDiagnosticsParams) -> io::Result<()> {
        let key = params.uri.as_str().to_owned();
        let is_news = match self.published.get(&key) {
            Some(last) => last.diagnostics != params.diagnostics || last.version != params.version,
            None => !params.diagnostics.is_empty() || params.version.is_some(),
        };
        if !is_news {
            return Ok(());
        }
        let message = Notification::new(notification::PublishDiagnostics::METHOD.to_owned(), &params);
        if params.diagnostics.is_empty() && params.version.is_none() {
            self.published.remove(&key);
        } else {
            self.published.insert(key, params);
        }
        self.send(&message.into())
    }
}
