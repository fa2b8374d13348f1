//! All routes to files: written whole or not at all, unchanged ones left alone, stale ones removed
//! by the manifest and nothing else.
//!
//! A build first writes what differs beside the output, in its own folder `.kabar/`; only when
//! everything has been rendered does it move the new files to their places. Killed at any moment,
//! the next build mends what is left: it compares every file with what it should be.
//!
//! **Invariant:** a build that fails changes no file that readers see.
//! **Invariant:** no file is removed that a manifest of ours does not list.

mod manifest;
mod stage;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::base::OutputPath;
use crate::diagnostic::{Diagnostic, once};
use crate::render::{Snapshot, render};
use crate::route::{Route, feed_archive_place, lang_of};
use crate::source::Root;

pub use manifest::{Entry, Manifest};
use stage::{Stage, Staged};

/// The folder in the output that is ours alone: manifest and files on their way.
pub const OWN_FOLDER: &str = ".kabar";

/// What a build did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    pub pages: usize,
    pub files: usize,
    pub bytes: u64,
    pub written: usize,
    pub removed: usize,
}

/// Why a build wrote nothing.
#[derive(Debug)]
pub enum Failure {
    /// The publication is wrong.
    Publication(Vec<Diagnostic>),
    /// The world is.
    World(io::Error),
}

/// Writes all routes of a snapshot to `output`. `progress` hears how many are rendered.
///
/// # Errors
/// When a template fails or a file cannot be written; files at their places are then as before,
/// unless moving itself failed half way, which the next build mends.
pub fn build(
    snapshot: &Snapshot,
    root: &Root,
    output: &Path,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Outcome, Failure> {
    let stage = Stage::open(output).map_err(Failure::World)?;
    let done = AtomicUsize::new(0);
    // No parallel work may stand inside of rendering one route.
    snapshot.prepare();
    let mut routes: Vec<&Route> = snapshot.routes.iter().collect();
    // Archives with the same articles one after the other: the bodies are not remembered for long.
    routes.sort_by_cached_key(|route| feed_archive_place(&snapshot.site, &route.artifact));
    let staged: Vec<Result<Staged, Failure>> = routes
        .par_iter()
        .map(|route| {
            let staged = make(snapshot, route, root, &stage);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            staged
        })
        .collect();
    let staged = match all(staged) {
        Ok(staged) => staged,
        Err(failure) => {
            stage.abandon().map_err(Failure::World)?;
            return Err(failure);
        }
    };
    let pages = routes.iter().filter(|route| lang_of(&snapshot.site, &route.artifact).is_some()).count();
    finish(&stage, output, staged, pages).map_err(Failure::World)
}

fn make(snapshot: &Snapshot, route: &Route, root: &Root, stage: &Stage) -> Result<Staged, Failure> {
    let rendered = render(snapshot, route).map_err(Failure::Publication)?;
    stage.put(route.url.to_output(), rendered.body, root).map_err(Failure::World)
}

fn all(staged: Vec<Result<Staged, Failure>>) -> Result<Vec<Staged>, Failure> {
    let mut files = Vec::with_capacity(staged.len());
    let mut wrong = Vec::new();
    for result in staged {
        match result {
            Ok(file) => files.push(file),
            Err(Failure::Publication(diagnostics)) => wrong.extend(diagnostics),
            Err(Failure::World(error)) => return Err(Failure::World(error)),
        }
    }
    if wrong.is_empty() { Ok(files) } else { Err(Failure::Publication(once(wrong))) }
}

/// Moves what is new to its place, then removes what is stale.
fn finish(stage: &Stage, output: &Path, staged: Vec<Staged>, pages: usize) -> io::Result<Outcome> {
    let before = Manifest::load(output)?;
    let mut after = Manifest::default();
    for file in &staged {
        after.insert(file.path.clone(), Entry { bytes: file.bytes, hash: file.hash });
    }
    let written = staged.iter().filter(|file| file.is_new).count();
    let stale: Vec<OutputPath> = before.paths().filter(|path| !after.contains(path)).cloned().collect();
    let outcome = Outcome {
        pages,
        files: staged.len(),
        bytes: staged.iter().map(|file| file.bytes).sum(),
        written,
        removed: stale.len(),
    };
    if written > 0 || !stale.is_empty() || before != after {
        // Killed between here and the end, the next build knows the files of both.
        let both = before.and(&after);
        both.save(output)?;
        // A folder may have to make room for a file of its name.
        remove(output, &stale)?;
        staged.par_iter().filter(|file| file.is_new).try_for_each(|file| stage.settle(file))?;
        if both != after {
            after.save(output)?;
        }
    }
    stage.abandon()?;
    Ok(outcome)
}

/// Removes files and the folders that are empty without them.
#[expect(clippy::disallowed_methods, reason = "only what our manifest lists")]
fn remove(output: &Path, stale: &[OutputPath]) -> io::Result<()> {
    let mut folders = BTreeSet::new();
    for path in stale {
        let place = path.to_os(output);
        match fs::remove_file(&place) {
            Ok(()) => {}
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            Err(error) => return Err(at(&place, error)),
        }
        let mut folder: &Path = &place;
        while let Some(parent) = folder.parent().filter(|parent| *parent != output && parent.starts_with(output)) {
            folders.insert(parent.to_path_buf());
            folder = parent;
        }
    }
    // Deepest first; a folder with anything else in it stays.
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
    Ok(())
}

/// Adds the path to an error of the file system.
fn at(place: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", place.display()))
}

fn own(output: &Path) -> PathBuf {
    output.join(OWN_FOLDER)
}
