//! What all requests share: the current view, what the last check of the whole site found, and
//! pages as they last were without errors. The follower of changes publishes views, the checker
//! findings; requests read.
//!
//! **Invariant:** a request sees one view from its beginning to its end.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::watch;

use crate::base::UrlPath;
use crate::diagnostic::{Catalogue, Diagnostic};

use super::view::{Outcome, Page, View};

/// How many pages are kept as they last were.
const KEPT: usize = 128;

/// The state of the preview.
pub struct Preview {
    pub(super) catalogue: Catalogue,
    /// Tells one run of the server from another.
    pub(super) instance: String,
    view: RwLock<Arc<View>>,
    findings: RwLock<Option<Arc<Findings>>>,
    good: Mutex<BTreeMap<UrlPath, Arc<Outcome>>>,
    /// Requests that are being answered: background work waits for them.
    busy: AtomicUsize,
    /// Counts changes of the view and of the findings.
    changes: watch::Sender<u64>,
}

/// What a check of the whole site found beyond what loading says.
pub struct Findings {
    /// The view that was checked.
    pub number: u64,
    pub diagnostics: Vec<Diagnostic>,
}

/// Holds background work up for as long as it lives.
pub(super) struct Busy<'p>(&'p AtomicUsize);

impl Preview {
    pub(super) fn new(catalogue: Catalogue, instance: String, view: View) -> Self {
        Self {
            catalogue,
            instance,
            view: RwLock::new(Arc::new(view)),
            findings: RwLock::default(),
            good: Mutex::default(),
            busy: AtomicUsize::new(0),
            changes: watch::Sender::new(0),
        }
    }

    /// The publication as it is now.
    pub fn view(&self) -> Arc<View> {
        self.view.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What the last check found; none before the first has ended.
    pub fn findings(&self) -> Option<Arc<Findings>> {
        self.findings.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Everything that is known to be wrong: what loading says now, and what the last check found.
    pub fn diagnostics(&self, view: &View) -> Vec<Diagnostic> {
        let found = self.findings();
        let found = found.iter().flat_map(|findings| findings.diagnostics.iter().cloned());
        view.diagnostics.iter().cloned().chain(found).collect()
    }

    /// Puts another view in the place of the current one, and gives that back: taking a large site
    /// apart takes a while, and nobody should wait for it.
    pub(super) fn publish(&self, view: View) -> Arc<View> {
        let mut current = self.view.write().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::replace(&mut *current, Arc::new(view));
        drop(current);
        self.changes.send_modify(|count| *count += 1);
        old
    }

    /// Has open pages look again although the view is the same: files beside them may have changed.
    pub(super) fn touch(&self) {
        self.changes.send_modify(|count| *count += 1);
    }

    pub(super) fn tell(&self, findings: Findings) {
        *self.findings.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(findings));
        self.changes.send_modify(|count| *count += 1);
    }

    /// Hears of every new view and every new finding.
    pub(super) fn subscribe(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// Keeps a page for the time when it cannot be rendered.
    pub(super) fn keep(&self, url: &UrlPath, outcome: &Arc<Outcome>) {
        let mut good = self.good.lock().unwrap_or_else(PoisonError::into_inner);
        if good.len() >= KEPT && !good.contains_key(url) {
            good.pop_first();
        }
        good.insert(url.clone(), outcome.clone());
    }

    /// A page as it last was without errors.
    pub(super) fn kept(&self, url: &UrlPath) -> Option<Arc<Outcome>> {
        self.good.lock().unwrap_or_else(PoisonError::into_inner).get(url).cloned()
    }

    pub(super) fn busy(&self) -> Busy<'_> {
        self.busy.fetch_add(1, Ordering::Relaxed);
        Busy(&self.busy)
    }

    pub(super) fn is_busy(&self) -> bool {
        self.busy.load(Ordering::Relaxed) > 0
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Outcome {
    /// The page, when there is one.
    pub(super) fn page(&self) -> Option<&Page> {
        match self {
            Self::Page(page) => Some(page),
            Self::Wrong(_) | Self::Panic(_) => None,
        }
    }
}
