//! A publication loaded: its files, what is wrong with it, and the snapshot that can be rendered.
//!
//! **Invariant:** every stage runs as far as it can, so that one run tells everything.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use jiff::Timestamp;

use crate::asset::Assets;
use crate::base::{Moment, Origin, SourcePath, Timezone};
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::document::{self, Documents};
use crate::locale::Locale;
use crate::render::Snapshot;
use crate::route;
use crate::schema;
use crate::site::{self, Env, Site, Withheld};
use crate::source::{self, Content, Root, Sources};
use crate::theme::{self, Bindings, BoundTheme, Theme, ThemeSources};

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
    pub sources: Sources,
    pub diagnostics: Vec<Diagnostic>,
    /// None when what is wrong leaves nothing to render.
    pub snapshot: Option<Arc<Snapshot>>,
    pub withheld: Vec<Withheld>,
    /// Every file of content, parsed.
    pub documents: Arc<Documents>,
    /// None when there is no theme.
    pub theme: Option<Arc<Theme>>,
}

/// Loads a publication.
///
/// # Errors
/// When its folder cannot be read.
pub fn load(root: Root, options: &Options) -> io::Result<Workspace> {
    let mut out = Vec::new();
    let sources = source::scan(&root)?.into(&mut out);
    let mut workspace = Workspace {
        root,
        sources,
        diagnostics: Vec::new(),
        snapshot: None,
        withheld: Vec::new(),
        documents: Arc::default(),
        theme: None,
    };
    if let Some(config) = configuration(&workspace, options, &mut out) {
        workspace.fill(&Arc::new(config), options, &mut out);
    }
    sort(&mut out);
    workspace.diagnostics = out;
    Ok(workspace)
}

fn configuration(workspace: &Workspace, options: &Options, out: &mut Vec<Diagnostic>) -> Option<Config> {
    let path = SourcePath::new(config::FILE).ok()?;
    let Some(text) = workspace.sources.text(&path) else {
        // A file that is there but could not be read has been told already.
        if out.iter().all(|diagnostic| diagnostic.span.as_ref().is_none_or(|span| span.file != path)) {
            let folder = workspace.root.dir().display().to_string();
            out.push(Diagnostic::nowhere(Problem::ConfigMissing { folder }));
        }
        return None;
    };
    let mut config = config::read(text, &path).into(out)?;
    if let Some(origin) = &options.origin {
        config.origin = origin.clone();
    }
    Some(config)
}

impl Workspace {
    fn fill(&mut self, config: &Arc<Config>, options: &Options, out: &mut Vec<Diagnostic>) {
        let Some(now) = now(&options.clock, &config.timezone, out) else {
            return;
        };
        let documents = Arc::new(document::parse(&self.sources, config).into(out));
        self.documents = documents.clone();
        let assets = Assets::of(&self.sources);
        let env = Env { now, shows_drafts: options.shows_drafts };
        let site = Arc::new(site::link(config, &documents, &assets, &env).into(out));
        self.withheld.clone_from(&site.withheld);
        let theme = Arc::new(theme::compile(&self.theme_sources(), config).into(out));
        let asked = templates(&documents, config);
        out.extend(asked.iter().filter_map(|(name, span)| theme.missing(name, span.clone())));
        out.extend(theme.useless_templates(&asked.keys().map(String::as_str).collect()));
        self.theme = Some(theme.clone());
        let files: BTreeSet<String> = theme.static_paths().map(str::to_owned).collect();
        let routes = Arc::new(route::route(&site, &files).into(out));
        let languages = config.languages.iter();
        let locales: BTreeMap<_, _> =
            languages.map(|language| (language.lang.clone(), Locale::new(&language.lang))).collect();
        let locales = Arc::new(locales);
        let bound = bind(&theme, &site, &locales);
        self.snapshot = Some(Arc::new(Snapshot::new(site, routes, bound, locales)));
        *out = config.lints.apply(std::mem::take(out));
    }

    /// The files of all themes and of the publication's overrides.
    fn theme_sources(&self) -> ThemeSources {
        ThemeSources::of(self.sources.iter().map(|source| {
            let content = match &source.content {
                Content::Text(text) => theme::Content::Text(text.clone()),
                Content::Bytes(bytes) => theme::Content::Bytes(bytes.clone()),
                Content::Image(_) | Content::Other => theme::Content::Other,
            };
            (source.path.clone(), content)
        }))
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

fn bind(theme: &Arc<Theme>, site: &Arc<Site>, locales: &Arc<BTreeMap<crate::base::Lang, Locale>>) -> BoundTheme {
    let (assets, links) = (site.clone(), site.clone());
    theme.bind(&Bindings {
        locales: locales.clone(),
        asset_url: Arc::new(move |path| {
            let url = crate::base::UrlPath::new(&format!("{}{path}", route::ASSET_FOLDER)).ok()?;
            Some(assets.config.origin.href(&url))
        }),
        link_url: Arc::new(move |path, lang| {
            let destination = links.content_path(path, links.lang_id(lang)?)?;
            let (url, _) = links.address(&destination)?;
            Some(links.config.origin.href(&url))
        }),
    })
}

/// By file and place; what has none first.
fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.problem.code().cmp(b.problem.code())));
}
