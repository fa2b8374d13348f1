//! A publication loaded: its files, what is wrong with it, and the snapshot that can be rendered.
//! Loaded once from the disk, then kept up to date change by change.
//!
//! **Invariant:** every stage runs as far as it can, so that one run tells everything.
//! **Invariant:** a workspace that took changes in is what loading afresh would give, diagnostics
//! too; only when last good states are kept, what is broken may show as it last was.

mod bind;

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use jiff::Timestamp;

use crate::asset::Assets;
use crate::base::{Lang, Moment, Origin, SourcePath, Timezone};
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};
use crate::document::Documents;
use crate::locale::Locale;
use crate::render::Snapshot;
use crate::route::{self, RouteTable};
use crate::schema;
use crate::search::Kept;
use crate::site::{self, Env, Withheld};
use crate::source::{self, Change, Loss, Root, Sources, Touched};
use crate::theme::{self, Theme};

/// What a run may say against the publication.
#[derive(Debug, Clone)]
pub struct Options {
    pub clock: Clock,
    pub shows_drafts: bool,
    /// In place of `base_url`.
    pub origin: Option<Origin>,
}

/// What time it is.
#[derive(Debug, Clone)]
pub enum Clock {
    At(Timestamp),
    /// As an editor writes a date, read in the publication's zone.
    Written(String),
}

/// A publication as it was loaded.
pub struct Workspace {
    pub root: Root,
    pub sources: Arc<Sources>,
    pub documents: Arc<Documents>,
    pub diagnostics: Vec<Diagnostic>,
    /// None when what is wrong leaves nothing to render.
    pub snapshot: Option<Arc<Snapshot>>,
    pub withheld: Vec<Withheld>,
    /// None when there is no theme.
    pub theme: Option<Arc<Theme>>,
    options: Options,
    loss: Loss,
    config: Option<Arc<Config>>,
    locales: Arc<BTreeMap<Lang, Locale>>,
    /// The latest, whether or not there is a snapshot now.
    routes: Arc<RouteTable>,
    /// The words of all texts, as far as they were searched.
    kept: Arc<Kept>,
    /// What is said of the configuration.
    config_told: Told,
    /// What is said of the theme by itself.
    theme_told: Told,
}

/// What is said of a thing as it is now.
#[derive(Debug, Default)]
struct Told {
    diagnostics: Vec<Diagnostic>,
    /// The thing is in use as it last was without errors.
    is_of_another: bool,
}

/// The folders of which themes are made.
const THEME_FOLDERS: [&str; 4] = ["strings", "styles", "templates", "themes"];

/// Loads a publication.
///
/// # Errors
/// When its folder cannot be read.
pub fn load(root: Root, options: &Options) -> io::Result<Workspace> {
    let changes = source::scan(&root)?;
    let mut workspace = Workspace::empty(root, options);
    Arc::make_mut(&mut workspace.sources).take(changes, Loss::Gone);
    workspace.configure();
    workspace.link();
    Ok(workspace)
}

impl Workspace {
    fn empty(root: Root, options: &Options) -> Self {
        Self {
            root,
            sources: Arc::default(),
            documents: Arc::default(),
            diagnostics: Vec::new(),
            snapshot: None,
            withheld: Vec::new(),
            theme: None,
            options: options.clone(),
            loss: Loss::Gone,
            config: None,
            locales: Arc::default(),
            routes: Arc::default(),
            kept: Arc::default(),
            config_told: Told::default(),
            theme_told: Told::default(),
        }
    }

    /// From now on a file that breaks keeps its last good state in the site, so that no URL is
    /// lost while it is mended; what is wrong with it is said all the same.
    #[must_use]
    pub fn keeping_last_good(mut self) -> Self {
        self.loss = Loss::LastGood;
        self
    }

    /// Takes changes in, whether or not they are on a disk, and makes a new snapshot; false when
    /// nothing is other than it was.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = Change>) -> bool {
        let touched = Arc::make_mut(&mut self.sources).take(changes, self.loss);
        if touched.is_empty() {
            return false;
        }
        let is_of_config = touched.is_within(&[config::FILE]) || self.config.is_none();
        if !is_of_config || !self.configure() {
            self.renew(&touched);
        }
        self.link();
        true
    }

    /// Takes changes in at another time than before; false when nothing is other than it was, and
    /// nothing appears or expires.
    pub fn apply_at(&mut self, changes: impl IntoIterator<Item = Change>, clock: Clock) -> bool {
        let due = self.next_moment();
        let is_due = |due: Timestamp| matches!(clock, Clock::At(now) if due <= now);
        let is_other_time = due.is_some_and(is_due);
        self.options.clock = clock;
        let is_changed = self.apply(changes);
        if is_other_time && !is_changed {
            self.link();
        }
        is_changed || is_other_time
    }

    /// When, after the time of the snapshot, the next article appears or expires.
    pub fn next_moment(&self) -> Option<Timestamp> {
        let now = self.snapshot.as_ref()?.site.env.now.timestamp();
        let shared = self.documents.articles.values().map(|document| &document.shared);
        let moments = shared.flat_map(|shared| shared.date.iter().chain(&shared.expires));
        moments.map(Moment::timestamp).filter(|moment| *moment > now).min()
    }

    /// Tells the time anew: what was still to come may be there now, what was there may be over.
    pub fn tell_time(&mut self, clock: Clock) {
        self.options.clock = clock;
        self.link();
    }

    /// Reads the configuration, and everything else anew with it; false when the last good one
    /// stays.
    fn configure(&mut self) -> bool {
        let Checked { value, diagnostics } = self.read_config();
        if !self.config_told.replace(diagnostics, self.loss, value.is_none(), self.config.is_some()) {
            return false;
        }
        self.config = value.map(Arc::new);
        // Documents that another configuration read well could be of a language that is gone.
        self.documents = Arc::default();
        self.theme = None;
        self.theme_told = Told::default();
        if let Some(config) = self.config.clone() {
            let locale = |language: &config::Language| (language.lang.clone(), Locale::new(&language.lang));
            self.locales = Arc::new(config.languages.iter().map(locale).collect());
            let paths = self.sources.below("content").chain(self.sources.below("data")).map(|source| &source.path);
            Arc::make_mut(&mut self.documents).parse(paths, &self.sources, &config, Loss::Gone);
            self.compile_theme(&config);
        }
        true
    }

    fn read_config(&self) -> Checked<Option<Config>> {
        let Ok(path) = SourcePath::new(config::FILE) else {
            return Checked::clean(None);
        };
        let Some(text) = self.sources.text(&path) else {
            // A file that is there but could not be read has been told already.
            let mut faults = self.sources.faults().filter_map(|fault| fault.span.as_ref());
            let is_told = faults.any(|span| span.file == path);
            let folder = self.root.dir().display().to_string();
            let missing = (!is_told).then(|| Diagnostic::nowhere(Problem::ConfigMissing { folder }));
            return Checked { value: None, diagnostics: missing.into_iter().collect() };
        };
        let mut checked = config::read(text, &path);
        if let (Some(config), Some(origin)) = (&mut checked.value, &self.options.origin) {
            config.origin = origin.clone();
        }
        checked
    }

    /// Parses and compiles again what files have changed.
    fn renew(&mut self, touched: &Touched) {
        let Some(config) = self.config.clone() else {
            return;
        };
        let is_parsed = |path: &&SourcePath| path.below("content").is_some() || path.below("data").is_some();
        Arc::make_mut(&mut self.documents).parse(
            touched.paths.iter().filter(is_parsed),
            &self.sources,
            &config,
            self.loss,
        );
        if touched.is_within(&THEME_FOLDERS) {
            self.compile_theme(&config);
        }
    }

    fn compile_theme(&mut self, config: &Config) {
        let Checked { value, diagnostics } = theme::compile(&bind::theme_sources(&self.sources), config);
        if self.theme_told.replace(diagnostics, self.loss, false, self.theme.is_some()) {
            self.theme = Some(Arc::new(value));
        }
    }

    /// Makes the model, the routes and the snapshot of what is parsed and compiled.
    fn link(&mut self) {
        let mut out: Vec<Diagnostic> = self.sources.faults().chain(&self.config_told.diagnostics).cloned().collect();
        self.snapshot = None;
        self.withheld.clear();
        if let Some(config) = self.config.clone()
            && let Some(now) = now(&self.options.clock, &config.timezone, &mut out)
            && let Some(theme) = self.theme.clone()
        {
            out.extend(self.documents.told().cloned());
            self.snapshot = Some(Arc::new(self.snapshot_at(now, &config, &theme, &mut out)));
            out = config.lints.apply(out);
        }
        sort(&mut out);
        self.diagnostics = out;
    }

    fn snapshot_at(
        &mut self,
        now: Moment,
        config: &Arc<Config>,
        theme: &Arc<Theme>,
        out: &mut Vec<Diagnostic>,
    ) -> Snapshot {
        let assets = Assets::of(&self.sources);
        let env = Env { now, shows_drafts: self.options.shows_drafts };
        let site = Arc::new(site::link(config, &self.documents, &assets, &env).into(out));
        self.withheld.clone_from(&site.withheld);
        out.extend(self.theme_told.diagnostics.iter().cloned());
        let asked = templates(&self.documents, config);
        out.extend(asked.iter().filter_map(|(name, span)| theme.missing(name, span.clone())));
        out.extend(theme.useless_templates(&asked.keys().map(String::as_str).collect()));
        out.extend(theme.without_search(config));
        self.routes = Arc::new(route::route(&site, &bind::theme_names(theme), &self.routes).into(out));
        let bound = bind::bind(theme, &site, &self.locales);
        Snapshot::new(site, self.routes.clone(), bound, self.locales.clone(), self.kept.clone())
    }
}

impl Told {
    /// Says what is said now, and answers whether the new thing takes the place of what is in use.
    fn replace(&mut self, diagnostics: Vec<Diagnostic>, loss: Loss, is_nothing: bool, has_old: bool) -> bool {
        let has_errors = |diagnostics: &[Diagnostic]| diagnostics.iter().any(Diagnostic::is_error);
        let was_good = has_old && (self.is_of_another || !has_errors(&self.diagnostics));
        let is_broken = is_nothing || has_errors(&diagnostics);
        self.is_of_another = is_broken && was_good && loss == Loss::LastGood;
        self.diagnostics = diagnostics;
        !self.is_of_another
    }
}

/// Every template that the content asks for by name, with the place where it does.
fn templates(documents: &Documents, config: &Config) -> BTreeMap<String, Span> {
    let types = config.content_types.iter().map(|known| (known.template.clone(), known.span.clone()));
    let written = documents.articles.values().filter_map(|document| document.shared.template.as_ref());
    types.chain(written.map(|name| (name.text.clone(), name.span.clone()))).collect()
}

fn now(clock: &Clock, zone: &Timezone, out: &mut Vec<Diagnostic>) -> Option<Moment> {
    let text = match clock {
        Clock::At(timestamp) => return Some(Moment::at(*timestamp, zone)),
        Clock::Written(text) => text,
    };
    match schema::moment_of(text, zone) {
        Ok(moment) => Some(moment),
        Err(problem) => {
            out.push(Diagnostic::nowhere(problem));
            None
        }
    }
}

/// By file and place; what has none first.
fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.problem.code().cmp(b.problem.code())));
}
