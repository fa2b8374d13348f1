//! Checking the whole site while its editor works: after each change, when it has been quiet for
//! a moment, on one thread that makes way for everything else.
//!
//! **Invariant:** a check that a newer change has overtaken ends, and says nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use crate::check;

use super::preview::{Findings, Preview};
use super::view::View;
use super::{Saying, Settings};

/// An editor who goes on is not disturbed.
const QUIET: Duration = Duration::from_millis(400);
/// How long background work waits before it asks again whether it may go on.
const STEP: Duration = Duration::from_millis(2);

/// Gives views to the thread that checks them.
pub(super) struct Checker {
    views: Sender<Weak<View>>,
    /// The number of the view that is worth a check; 0 when none is.
    wanted: Arc<AtomicU64>,
}

impl Checker {
    /// Starts the thread.
    pub(super) fn start(preview: Arc<Preview>, settings: Arc<Settings>) -> Self {
        let (views, given) = mpsc::channel();
        let wanted = Arc::new(AtomicU64::new(0));
        let asked = wanted.clone();
        thread::spawn(move || run(&preview, &settings, &given, &asked));
        Self { views, wanted }
    }

    /// Ends the check that is on its way.
    pub(super) fn stop(&self) {
        self.wanted.store(0, Ordering::Relaxed);
    }

    /// Has a view checked.
    pub(super) fn check(&self, view: Arc<View>) {
        self.wanted.store(view.number, Ordering::Relaxed);
        // The thread ends with the program.
        let _ = self.views.send(Arc::downgrade(&view));
    }
}

fn run(preview: &Preview, settings: &Settings, given: &Receiver<Weak<View>>, wanted: &AtomicU64) {
    // One thread for all of its work, however many the machine has.
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(1).build() else {
        return;
    };
    while let Ok(mut view) = given.recv() {
        loop {
            match given.recv_timeout(QUIET) {
                Ok(newer) => view = newer,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        let Some(view) = view.upgrade() else { continue };
        let number = view.number;
        let may_go_on = || {
            while preview.is_busy() {
                thread::sleep(STEP);
            }
            wanted.load(Ordering::Relaxed) == number
        };
        let found = catch_unwind(AssertUnwindSafe(|| {
            let snapshot = view.snapshot.as_ref()?;
            // Who searches finds the words of all texts taken apart already.
            snapshot.warm(&may_go_on);
            pool.install(|| {
                let mut found = check::check_while(snapshot, &view.diagnostics, &may_go_on)?;
                found.extend(check::files(snapshot, &view.root));
                Some(found)
            })
        }));
        // A fault of ours in a check is met again by whoever asks for the page, and told there.
        let diagnostics = found.unwrap_or_default();
        let is_newest = wanted.load(Ordering::Relaxed) == number;
        if let Some(diagnostics) = diagnostics.filter(|_| is_newest) {
            preview.tell(Findings { number, diagnostics });
            (settings.say)(&Saying::Checked(&preview.diagnostics(&view)));
        } else if view.snapshot.is_none() && is_newest {
            preview.tell(Findings { number, diagnostics: Vec::new() });
        }
    }
}
