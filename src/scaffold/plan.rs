//! What a command is going to write, as a value: it can be shown, tried on a loaded publication,
//! and carried out.

use std::sync::Arc;

use crate::base::SourcePath;
use crate::diagnostic::Diagnostic;
use crate::source::{Change, Sources};
use crate::workspace::Workspace;

/// Files to write and to move.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// At the places where they stand before anything is moved.
    pub writes: Vec<Write>,
    /// Files and folders, after everything has been written.
    pub moves: Vec<Move>,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    pub path: SourcePath,
    /// The text that it takes the place of; none for a file that must not be there yet.
    pub old: Option<Arc<str>>,
    pub new: String,
}

/// A file or folder that gets another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub from: SourcePath,
    pub to: SourcePath,
}

impl Plan {
    /// Adds a file that must not be there yet.
    pub fn create(&mut self, path: SourcePath, new: String) {
        self.writes.push(Write { path, old: None, new });
    }

    /// Adds a file with its old text from the sources, or a new one; nothing when it is the same.
    pub fn write(&mut self, sources: &Sources, path: &SourcePath, new: String) {
        let old = sources.get(path).and_then(|source| source.text()).cloned();
        if old.as_deref() != Some(new.as_str()) {
            self.writes.push(Write { path: path.clone(), old, new });
        }
    }

    /// Says whether nothing is to be done.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.moves.is_empty()
    }

    /// Where a file stands when everything is done.
    pub fn final_path(&self, path: &SourcePath) -> SourcePath {
        let moved = self.moves.iter().find_map(|one| {
            if one.from == *path {
                return Some(one.to.clone());
            }
            one.to.join(path.below(one.from.as_str())?).ok()
        });
        moved.unwrap_or_else(|| path.clone())
    }

    /// Carries the plan out in memory, and gives the errors that the publication did not have before.
    pub fn try_on(&self, workspace: &mut Workspace) -> Vec<Diagnostic> {
        let key = |found: &Diagnostic| {
            let file = found.span.as_ref().map(|span| self.final_path(&span.file));
            (found.problem.clone(), file)
        };
        let errors = |workspace: &Workspace| -> Vec<Diagnostic> {
            workspace.diagnostics.iter().filter(|found| found.is_error()).cloned().collect()
        };
        let mut before: Vec<_> = errors(workspace).iter().map(key).collect();
        workspace.apply(self.writes.iter().map(|write| Change::text(&write.path, &write.new)));
        let moved: Vec<Change> =
            self.moves.iter().flat_map(|one| Change::moved(&one.from, &one.to, &workspace.sources)).collect();
        workspace.apply(moved);
        let mut new = errors(workspace);
        new.retain(|found| match before.iter().position(|known| *known == key(found)) {
            Some(place) => {
                before.swap_remove(place);
                false
            }
            None => true,
        });
        new
    }
}
