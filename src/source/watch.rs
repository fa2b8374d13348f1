//! Waiting for changes of a publication's files.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Root;
use super::scan::FOLDERS;

/// Editors save in several steps: a burst of events ends when none has come for so long.
const QUIET: Duration = Duration::from_millis(60);

/// Hears of changes for as long as it lives.
pub struct Watch {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

/// Begins to watch `kabar.yaml` and the folders of a publication.
///
/// # Errors
/// When the system refuses to tell.
pub fn watch(root: &Root) -> io::Result<Watch> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            // The receiver ends with the program.
            let _ = sender.send(());
        }
    })
    .map_err(io::Error::other)?;
    // The root alone, without the output and whatever else stands in it.
    watcher.watch(root.dir(), RecursiveMode::NonRecursive).map_err(io::Error::other)?;
    for folder in FOLDERS {
        let place = root.dir().join(folder);
        if place.is_dir() {
            watcher.watch(&place, RecursiveMode::Recursive).map_err(io::Error::other)?;
        }
    }
    Ok(Watch { changes, _watcher: watcher })
}

impl Watch {
    /// Waits until something has changed and then nothing more for a moment; false when nothing
    /// can be heard any more.
    pub fn wait(&self) -> bool {
        if self.changes.recv().is_err() {
            return false;
        }
        loop {
            match self.changes.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}
