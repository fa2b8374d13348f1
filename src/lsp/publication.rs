//! A publication that is kept up to date beside the conversation: changes go in, views come out.
//!
//! **Invariant:** the conversation never waits for it; a burst of changes is linked once.
//! **Invariant:** a text that is open in an editor stands in the place of the one on disk.
//! **Invariant:** a check has threads of its own: neither typing nor linking waits for it.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::base::SourcePath;
use crate::check;
use crate::config::Config;
use crate::diagnostic::{Catalogue, Diagnostic, Span, Tongue};
use crate::json_schema;
use crate::source::{self, Change, Root, Sources};
use crate::workspace::{self, Clock, Options, Workspace};

use super::text::moved;
use super::view::View;

/// Typing comes in bursts: what comes within so long is linked together.
const BURST: Duration = Duration::from_millis(40);
/// Who has typed nothing for so long has time for a whole check.
const REST: Duration = Duration::from_millis(700);
/// A check that took longer waits until a file is saved.
const QUICK: Duration = Duration::from_secs(1);

/// What happens to the files of a publication.
#[derive(Debug)]
pub(super) enum Order {
    /// A text stands in an editor.
    Text(SourcePath, Arc<str>),
    /// It is closed: what is on disk counts again.
    Closed(SourcePath),
    /// Something changed on disk, here or below.
    Disk(Vec<PathBuf>),
    /// A check has come to its end.
    Checked(Findings),
    /// Nobody listens any more.
    Stop,
}

/// What a check found, and in what.
#[derive(Debug)]
pub(super) struct Findings {
    lints: Vec<Diagnostic>,
    sources: Arc<Sources>,
    time: Duration,
}

/// What comes of it.
pub(super) enum News {
    View(Arc<View>),
    /// The folder could not be read, so nothing will ever be known of it.
    Unreadable(Arc<View>, io::Error),
}

/// The other end of a publication.
pub(super) struct Publication {
    pub(super) view: Arc<View>,
    orders: Sender<Order>,
}

impl Publication {
    /// Begins to keep the publication of a folder up to date, and tells of it until it is dropped.
    pub(super) fn start(
        root: PathBuf,
        tongue: Tongue,
        now: fn() -> jiff::Timestamp,
        tell: impl Fn(News) + Send + 'static,
    ) -> Self {
        let catalogue = Catalogue::new(tongue);
        let view = Arc::new(View::empty(root.clone(), &catalogue));
        let (orders, received) = mpsc::channel();
        let checker = orders.clone();
        let shortcodes = view.shortcodes.clone();
        let schemas = view.schemas.clone();
        let nothing = View { is_loaded: true, ..View::empty(root.clone(), &catalogue) };
        thread::spawn(move || {
            let options = Options { clock: Clock::At(now()), shows_drafts: false, origin: None };
            match workspace::load(Root::new(&root), &options) {
                Ok(workspace) => {
                    let keeper = Keeper {
                        root,
                        catalogue,
                        now,
                        workspace: workspace.keeping_last_good(),
                        open: BTreeMap::new(),
                        last: None,
                        schemas,
                        shortcodes,
                        lints: Vec::new(),
                        checked: Arc::default(),
                        checker,
                    };
                    keeper.run(&received, &tell);
                }
                Err(error) => tell(News::Unreadable(Arc::new(nothing), error)),
            }
        });
        Self { view, orders }
    }

    pub(super) fn order(&self, order: Order) {
        // One that could not be read has told so, and hears nothing.
        let _ = self.orders.send(order);
    }
}

impl Drop for Publication {
    fn drop(&mut self) {
        self.order(Order::Stop);
    }
}

/// What stands behind a publication.
struct Keeper {
    root: PathBuf,
    catalogue: Catalogue,
    now: fn() -> jiff::Timestamp,
    workspace: Workspace,
    /// Texts in editors.
    open: BTreeMap<SourcePath, Arc<str>>,
    /// The last configuration that schemas were made of.
    last: Option<Arc<Config>>,
    schemas: Arc<BTreeMap<String, Value>>,
    shortcodes: Arc<BTreeMap<String, Value>>,
    /// What the last check found, in these files.
    lints: Vec<Diagnostic>,
    checked: Arc<Sources>,
    /// Where a check tells what it found.
    checker: Sender<Order>,
}

impl Keeper {
    fn run(mut self, orders: &Receiver<Order>, tell: &impl Fn(News)) {
        tell(News::View(self.view()));
        let mut is_quick = true;
        let mut is_due = true;
        let mut is_checking = false;
        loop {
            let next = if is_due && !is_checking {
                orders.recv_timeout(REST)
            } else {
                orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match next {
                Ok(first) => {
                    let burst = burst(first, orders);
                    let has = |wanted: fn(&Order) -> bool| burst.iter().any(wanted);
                    if has(|order| matches!(order, Order::Stop)) {
                        return;
                    }
                    is_checking &= !has(|order| matches!(order, Order::Checked(_)));
                    let is_saved = has(|order| matches!(order, Order::Disk(_) | Order::Closed(_)));
                    let time = burst.iter().find_map(|order| match order {
                        Order::Checked(findings) => Some(findings.time),
                        _ => None,
                    });
                    is_quick = time.map_or(is_quick, |time| time < QUICK);
                    let is_other = self.take(burst);
                    if is_other || time.is_some() {
                        tell(News::View(self.view()));
                    }
                    is_due |= is_saved || (is_other && is_quick);
                }
                Err(RecvTimeoutError::Timeout) => {
                    is_checking = self.check();
                    is_due = false;
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Takes orders in; false when nothing is other than it was.
    fn take(&mut self, orders: Vec<Order>) -> bool {
        let mut changes = Vec::new();
        let mut places = Vec::new();
        for order in orders {
            match order {
                Order::Text(path, text) => _ = self.open.insert(path, text),
                Order::Closed(path) => {
                    self.open.remove(&path);
                    places.push(path.to_os(&self.root));
                }
                Order::Disk(changed) => places.extend(changed),
                Order::Checked(findings) => {
                    self.lints = findings.lints;
                    self.checked = findings.sources;
                }
                Order::Stop => {}
            }
        }
        if !places.is_empty() {
            // A folder that cannot be read now is read when the next change is told.
            changes.extend(source::reread(&self.workspace.root, &places).unwrap_or_default());
        }
        // After the disk: what is open counts.
        changes.extend(self.open.iter().map(|(path, text)| Change::text(path, text)));
        self.workspace.apply(changes)
    }

    /// Begins to render everything to nothing, for what only shows there; false when there is
    /// nothing to render.
    fn check(&mut self) -> bool {
        self.workspace.tell_time(Clock::At((self.now)()));
        let Some(snapshot) = self.workspace.snapshot.clone() else { return false };
        let (told, sources) = (self.workspace.diagnostics.clone(), self.workspace.sources.clone());
        let (root, checker) = (self.workspace.root.clone(), self.checker.clone());
        // Half of the processors, so that the other half answers who types.
        let count = thread::available_parallelism().map_or(1, |count| count.get().div_ceil(2));
        let Ok(threads) = rayon::ThreadPoolBuilder::new().num_threads(count).build() else { return false };
        thread::spawn(move || {
            let start = Instant::now();
            let lints = threads.install(|| {
                let mut lints = check::check(&snapshot, &told);
                lints.extend(check::files(&snapshot, &root));
                lints
            });
            // Who does not listen any more needs no findings.
            let _ = checker.send(Order::Checked(Findings { lints, sources, time: start.elapsed() }));
        });
        true
    }

    fn view(&mut self) -> Arc<View> {
        let snapshot = self.workspace.snapshot.as_ref();
        let site = snapshot.map(|snapshot| snapshot.site.clone());
        if let Some(config) = site.as_ref().map(|site| &site.config) {
            let is_known = self.last.as_ref().is_some_and(|last| Arc::ptr_eq(last, config));
            if !is_known {
                self.schemas = Arc::new(json_schema::schemas(config, &self.catalogue));
                self.last = Some(config.clone());
            }
        }
        let mut diagnostics = self.workspace.diagnostics.clone();
        diagnostics.extend(self.lints.iter().filter_map(|lint| self.now_at(lint)));
        Arc::new(View {
            root: self.root.clone(),
            is_loaded: true,
            sources: self.workspace.sources.clone(),
            site,
            theme: self.workspace.theme.clone(),
            diagnostics: View::by_file(diagnostics),
            schemas: self.schemas.clone(),
            shortcodes: self.shortcodes.clone(),
        })
    }

    /// A lint where it stands now, though its text has changed since the check.
    fn now_at(&self, lint: &Diagnostic) -> Option<Diagnostic> {
        let Some(span) = &lint.span else {
            return Some(lint.clone());
        };
        let (then, now) = (self.checked.text(&span.file), self.workspace.sources.text(&span.file));
        if then == now {
            return Some(lint.clone());
        }
        let bytes = moved(then?, now?, span.start..span.end)?;
        Some(Diagnostic { span: Some(Span::new(&span.file, bytes.start, bytes.end)), ..lint.clone() })
    }
}

/// The orders that come with one.
fn burst(first: Order, orders: &Receiver<Order>) -> Vec<Order> {
    let mut burst = vec![first];
    while let Ok(order) = orders.recv_timeout(BURST) {
        burst.push(order);
    }
    burst
}
