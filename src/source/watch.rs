//! Waiting for changes of a publication's files, and which places they touch.
//!
//! **Invariant:** what belongs to one act of saving, moving or switching is heard as one burst.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::Root;
use super::scan::FOLDERS;

/// Programs that save by renaming do it at once: so long after the last step it is over.
const SHORT: Duration = Duration::from_millis(8);
/// While a file is open for writing, or many files change, the next step may take so long.
const LONG: Duration = Duration::from_millis(100);
/// More places than one act of saving touches.
const MANY: usize = 16;
/// A burst that does not end is taken in parts.
const LONGEST: Duration = Duration::from_secs(5);
/// How often the disk is looked through where the system does not tell of changes.
const POLL: Duration = Duration::from_millis(500);

/// Hears of changes for as long as it lives.
pub struct Watch {
    events: Receiver<notify::Result<Event>>,
    watcher: Box<dyn Watcher + Send>,
    root: PathBuf,
    /// Folders of the root that are watched with all that is in them.
    watched: BTreeSet<&'static str>,
    /// Git holds this file for as long as it is at work on the others.
    lock: Option<PathBuf>,
    polls: Option<String>,
}

/// What was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Something changed at these places, for [`super::reread`].
    Places(Vec<PathBuf>),
    /// Nothing, for as long as patience lasts.
    Nothing,
    /// Nothing can be heard any more.
    Ended,
}

/// One act of changing files, as far as it is known.
#[derive(Default)]
struct Burst {
    places: BTreeSet<PathBuf>,
    /// Files that someone is still writing.
    open: BTreeSet<PathBuf>,
}

/// Begins to watch `kabar.yaml` and the folders of a publication. Where the system refuses to tell
/// of changes, the disk is looked through for them.
///
/// # Errors
/// When the folder cannot be looked through either.
pub fn watch(root: &Root) -> io::Result<Watch> {
    let (sender, events) = mpsc::channel();
    let told = notify::recommended_watcher(telling(sender.clone()));
    let told = told.and_then(|watcher: RecommendedWatcher| Watch::begin(Box::new(watcher), root));
    let (watcher, watched, polls) = match told {
        Ok((watcher, watched)) => (watcher, watched, None),
        Err(error) => {
            let config = Config::default().with_poll_interval(POLL);
            let poll = PollWatcher::new(telling(sender), config).map_err(io::Error::other)?;
            let (watcher, watched) = Watch::begin(Box::new(poll), root).map_err(io::Error::other)?;
            (watcher, watched, Some(error.to_string()))
        }
    };
    Ok(Watch { events, watcher, root: root.dir().to_path_buf(), watched, lock: lock(root), polls })
}

fn lock(root: &Root) -> Option<PathBuf> {
    let dir = std::path::absolute(root.dir()).ok()?;
    let git = dir.ancestors().map(|folder| folder.join(".git")).find(|git| git.exists())?;
    Some(git.join("index.lock"))
}

fn telling(sender: Sender<notify::Result<Event>>) -> impl Fn(notify::Result<Event>) {
    move |event| {
        // The receiver ends with the program.
        let _ = sender.send(event);
    }
}

impl Watch {
    fn begin(
        mut watcher: Box<dyn Watcher + Send>,
        root: &Root,
    ) -> notify::Result<(Box<dyn Watcher + Send>, BTreeSet<&'static str>)> {
        // The root alone, without the output and whatever else stands in it.
        watcher.watch(root.dir(), RecursiveMode::NonRecursive)?;
        let mut watched = BTreeSet::new();
        for folder in FOLDERS {
            let place = root.dir().join(folder);
            if place.is_dir() {
                watcher.watch(&place, RecursiveMode::Recursive)?;
                watched.insert(folder);
            }
        }
        Ok((watcher, watched))
    }

    /// Why the system does not tell of changes; none when it does.
    pub fn polls(&self) -> Option<&str> {
        self.polls.as_deref()
    }

    /// Waits until something has changed, and then until nothing more does for a moment.
    pub fn wait(&mut self, patience: Option<Duration>) -> Heard {
        let end = patience.map(|patience| Instant::now() + patience);
        let mut burst = Burst::default();
        while burst.places.is_empty() {
            let event = match end {
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(end) => self.events.recv_timeout(end.saturating_duration_since(Instant::now())),
            };
            match event {
                Ok(event) => self.note(event, &mut burst),
                Err(RecvTimeoutError::Timeout) => return Heard::Nothing,
                Err(RecvTimeoutError::Disconnected) => return Heard::Ended,
            }
        }
        let begun = Instant::now();
        while begun.elapsed() < LONGEST {
            let is_long = !burst.open.is_empty() || burst.places.len() > MANY || self.is_switching();
            match self.events.recv_timeout(if is_long { LONG } else { SHORT }) {
                Ok(event) => self.note(event, &mut burst),
                Err(RecvTimeoutError::Timeout) if self.is_switching() => {}
                // What is to come of it is told before the end.
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        Heard::Places(burst.places.into_iter().collect())
    }

    fn note(&mut self, event: notify::Result<Event>, burst: &mut Burst) {
        let event = match event {
            Ok(event) if !event.need_rescan() => event,
            // Something was missed: all must be looked at.
            _ => {
                let all = FOLDERS.into_iter().chain([crate::config::FILE]);
                burst.places.extend(all.map(|name| self.root.join(name)));
                return;
            }
        };
        for place in &event.paths {
            let Some(folder) = self.folder(place) else { continue };
            match event.kind {
                EventKind::Access(AccessKind::Close(AccessMode::Write)) => drop(burst.open.remove(place)),
                EventKind::Access(_) => continue,
                // Only here is it told when a file is closed.
                EventKind::Modify(ModifyKind::Data(_)) if cfg!(target_os = "linux") && self.polls.is_none() => {
                    burst.open.insert(place.clone());
                }
                _ => drop(burst.open.remove(place)),
            }
            burst.places.insert(place.clone());
            if let Some(folder) = folder {
                self.follow(folder);
            }
        }
    }

    /// Says whether a place is of the publication, and whether it is one of its folders itself.
    #[expect(clippy::option_option, reason = "outside, inside, and a folder of the root are three answers")]
    fn folder(&self, place: &Path) -> Option<Option<&'static str>> {
        let inside = place.strip_prefix(&self.root).unwrap_or(place);
        let mut parts = inside.iter().filter(|part| *part != ".");
        let first = parts.next()?;
        let is_top = parts.next().is_none();
        if first == crate::config::FILE {
            return is_top.then_some(None);
        }
        let folder = FOLDERS.into_iter().find(|folder| first == *folder);
        // Paths of systems that tell of a folder by its true name, behind links.
        let is_behind_links = place.is_absolute() && inside == place;
        match folder {
            Some(folder) => Some(is_top.then_some(folder)),
            None => is_behind_links.then_some(None),
        }
    }

    /// Watches a folder that has come, and forgets one that has gone.
    fn follow(&mut self, folder: &'static str) {
        let place = self.root.join(folder);
        let is_new = place.is_dir() && self.watched.insert(folder);
        if !place.is_dir() || (is_new && self.watcher.watch(&place, RecursiveMode::Recursive).is_err()) {
            self.watched.remove(folder);
        }
    }

    /// Says whether Git is at work on the files.
    fn is_switching(&self) -> bool {
        self.lock.as_ref().is_some_and(|lock| lock.exists())
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests make their own files")]
mod tests {
    use std::fs;

    use super::*;

    /// What is heard of an act, by names below the root.
    fn heard(before: &[&str], act: impl Fn(&Path)) -> Vec<String> {
        let dir = tempfile::tempdir().expect("a folder");
        for name in before {
            let place = dir.path().join(name);
            fs::create_dir_all(place.parent().expect("a parent")).expect("a folder");
            fs::write(place, "x").expect("a file");
        }
        let mut watch = watch(&Root::new(dir.path())).expect("a watch");
        act(dir.path());
        let mut found = BTreeSet::new();
        while let Heard::Places(places) = watch.wait(Some(Duration::from_millis(500))) {
            found.extend(places);
        }
        let name = |place: &PathBuf| place.strip_prefix(dir.path()).map(|name| name.to_string_lossy().into_owned());
        found.iter().map(|place| name(place).expect("inside")).collect()
    }

    #[test]
    fn a_change_is_heard_at_its_place_and_the_output_is_not() {
        let found = heard(&["content/a.id.md", "kabar.yaml"], |root| {
            fs::create_dir(root.join("output")).expect("a folder");
            fs::write(root.join("output/a"), "y").expect("a file");
            fs::write(root.join("content/a.id.md"), "y").expect("a file");
            fs::write(root.join("kabar.yaml"), "y").expect("a file");
        });
        assert_eq!(found, ["content/a.id.md", "kabar.yaml"]);
    }

    #[test]
    fn folders_that_come_later_are_watched() {
        let dir = tempfile::tempdir().expect("a folder");
        let mut watch = watch(&Root::new(dir.path())).expect("a watch");
        let mut hear = || watch.wait(Some(Duration::from_secs(20)));
        fs::create_dir_all(dir.path().join("content/a")).expect("a folder");
        assert!(matches!(hear(), Heard::Places(_)));
        let place = dir.path().join("content/a/b.md");
        fs::write(&place, "x").expect("a file");
        while let Heard::Places(places) = hear() {
            if places.contains(&place) {
                return;
            }
        }
        panic!("nothing was heard");
    }

    #[test]
    fn patience_ends() {
        let dir = tempfile::tempdir().expect("a folder");
        let mut watch = watch(&Root::new(dir.path())).expect("a watch");
        assert_eq!(watch.wait(Some(Duration::from_millis(10))), Heard::Nothing);
        assert_eq!(watch.polls(), None);
    }
}
