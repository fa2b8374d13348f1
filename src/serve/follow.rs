//! Following the publication's files: the one thread that owns the workspace. It waits for
//! changes, takes them in and publishes a new view.
//!
//! **Invariant:** nothing that stands in a file, and no fault of ours, ends it.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::source::{self, Change, Heard, Sources, Watch};
use crate::workspace::{Clock, Options, Workspace};

use super::background::Checker;
use super::preview::Preview;
use super::view::{View, words};
use super::{Saying, Settings};

/// Files that were saved by being emptied or removed first are back after so long.
const DOUBT: Duration = Duration::from_millis(60);
/// Times that are far off are looked at again now and then.
const LONGEST: Duration = Duration::from_secs(600);

/// What the thread has.
pub(super) struct Follower {
    pub(super) preview: Arc<Preview>,
    pub(super) workspace: Workspace,
    pub(super) watch: Watch,
    pub(super) settings: Arc<Settings>,
    pub(super) checker: Checker,
}

impl Follower {
    /// Follows until nothing can be heard any more.
    pub(super) fn run(mut self) {
        let mut number = self.preview.view().number;
        self.checker.check(self.preview.view());
        loop {
            let places = match self.watch.wait(Some(self.patience())) {
                Heard::Places(places) => places,
                Heard::Nothing => Vec::new(),
                Heard::Ended => return,
            };
            if places.is_empty() && !self.is_due() {
                continue;
            }
            self.checker.stop();
            if self.take(places) {
                number += 1;
                let view = View::of(&self.workspace, number);
                (self.settings.say)(&Saying::Changed(&view));
                let old = self.preview.publish(view);
                self.checker.check(self.preview.view());
                drop(old);
            } else {
                // A file that only others show, such as a picture, may have other bytes all the same.
                self.preview.touch();
                self.checker.check(self.preview.view());
            }
        }
    }

    /// Takes in what changed on the disk; false when the publication is as it was.
    fn take(&mut self, places: Vec<PathBuf>) -> bool {
        let changes = match self.changes(places) {
            Ok(changes) => changes,
            Err(error) => {
                (self.settings.say)(&Saying::World(&error));
                return false;
            }
        };
        // A date is compared with the moment of the change, so that nothing waits for a restart.
        let clock = self.settings.clock();
        let taken = catch_unwind(AssertUnwindSafe(|| self.workspace.apply_at(changes, clock)));
        taken.unwrap_or_else(|panic| {
            (self.settings.say)(&Saying::Panic(&words(&*panic)));
            self.begin_anew();
            true
        })
    }

    /// Reads what changed. What seems to be gone or empty is looked at again after a moment: many
    /// programs save in two steps.
    fn changes(&mut self, places: Vec<PathBuf>) -> std::io::Result<Vec<Change>> {
        let changes = source::reread(&self.workspace.root, &places)?;
        if !changes.iter().any(|change| is_doubtful(change, &self.workspace.sources)) {
            return Ok(changes);
        }
        let mut all: BTreeSet<PathBuf> = places.into_iter().collect();
        if let Heard::Places(more) = self.watch.wait(Some(DOUBT)) {
            all.extend(more);
        }
        source::reread(&self.workspace.root, &all.into_iter().collect::<Vec<_>>())
    }

    /// After a fault of ours nothing that is kept can be relied on.
    fn begin_anew(&mut self) {
        let root = self.workspace.root.clone();
        let options: Options = self.settings.options();
        let loaded = catch_unwind(AssertUnwindSafe(|| crate::workspace::load(root, &options)));
        match loaded {
            Ok(Ok(workspace)) => self.workspace = workspace.keeping_last_good(),
            Ok(Err(error)) => (self.settings.say)(&Saying::World(&error)),
            Err(panic) => (self.settings.say)(&Saying::Panic(&words(&*panic))),
        }
    }

    /// How long nothing happens by itself.
    fn patience(&self) -> Duration {
        let Some(next) = self.next() else {
            return LONGEST;
        };
        let left = next.duration_since((self.settings.now)());
        Duration::try_from(left).unwrap_or(Duration::ZERO).saturating_add(Duration::from_millis(5)).min(LONGEST)
    }

    /// Says whether something is to be published or withdrawn by now.
    fn is_due(&self) -> bool {
        self.next().is_some_and(|next| next <= (self.settings.now)())
    }

    /// When the next article appears or expires; never when the time stands still.
    fn next(&self) -> Option<Timestamp> {
        match self.settings.clock() {
            Clock::At(_) => self.workspace.next_moment(),
            Clock::Written(_) => None,
        }
    }
}

/// Says whether a change may be half of an act of saving.
fn is_doubtful(change: &Change, sources: &Sources) -> bool {
    change.is_gone() && sources.get(change.path()).is_some()
        || change.is_empty_text() && sources.text(change.path()).is_some_and(|text| !text.is_empty())
}
