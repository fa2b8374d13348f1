//! What pages look like: templates, strings, style sheets, static files and settings of the theme
//! that a publication chose, with the publication's own overrides over it. Sources come from the
//! scan and from the program itself; a snapshot binds the theme to its site, `render` asks it.
//!
//! **Invariant:** a [`Theme`] sees no page; what is wrong with it is found without rendering one,
//! as far as it stands in its text.
//! **Invariant:** a broken template takes none of the others with it, so all errors are shown at
//! once and the preview goes on.

mod bound;
mod checks;
pub mod contract;
mod embedded;
mod faults;
mod functions;
mod layer;
mod manifest;
mod message_files;
mod minify;
mod scan;
mod settings;
mod strings;
mod styles;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use tera::Tera;

use crate::base::Lang;
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span, nearest};
use crate::schema::{Field, Values};

pub use bound::BoundTheme;
pub use contract::VERSION as CONTRACT;
pub use embedded::{DEFAULT, embedded, embedded_text};
pub use functions::{AssetUrl, Bindings, LinkUrl};
pub use layer::{Content, Layer, LayerFile, ThemeSources};
pub use strings::{StringArgument, Strings};

use checks::Supply;
use manifest::Manifest;
use settings::Settings;
use styles::Styles;
use templates::Templates;

/// A compiled theme.
pub struct Theme {
    name: String,
    version: String,
    /// Without a site: its functions fail until they are bound.
    tera: Tera,
    templates: Templates,
    strings: Arc<Strings>,
    styles: Arc<Styles>,
    /// Static files by path.
    files: BTreeMap<String, Arc<[u8]>>,
    settings: Settings,
}

/// Compiles the theme that a publication chose.
///
/// The theme is of use even when something is wrong with it: what could not be compiled is left
/// out. An unknown theme has the publication's own templates only.
pub fn compile(sources: &ThemeSources, config: &Config) -> Checked<Theme> {
    let mut out = Vec::new();
    let choice = &config.theme;
    let languages: Vec<Lang> = config.languages.iter().map(|language| language.lang.clone()).collect();
    let chain = manifest::chain(sources, &choice.name, &choice.span, &mut out);
    let themes: Vec<&Layer> = chain.links.iter().map(|(layer, _)| layer).collect();
    let layers: Vec<&Layer> = themes.iter().copied().chain([&sources.own]).collect();
    let settings = settings::read(&chain, config, &mut out);
    let strings = message_files::read(&layers, &languages, &mut out);
    let styles = Styles::read(&layers, &mut out);
    let templates = Templates::read(&layers, &mut out);
    let files = static_files(&themes);
    let tera = templates.compile(&mut out);
    let supply = Supply {
        languages: &languages,
        strings: &strings,
        styles: styles.names().collect(),
        files: files.keys().map(String::as_str).collect(),
    };
    checks::check(&templates, &supply, &mut out);
    // Without a theme everything is missing, and every override useless.
    if let Some((layer, _)) = chain.links.last() {
        let place = Manifest::place(layer).unwrap_or_else(|| choice.span.clone());
        message_files::check(&strings, &languages, (&choice.name, &choice.span), &place, &mut out);
        checks::useless_styles(&sources.own, &themes, &templates, &mut out);
        if let Some(used) = checks::own_keys(&templates) {
            message_files::useless(&sources.own, &themes, &languages, &used, &mut out);
        }
        let missing = lacks(&templates).into_iter().map(|name| missing(&templates, name, place.clone()));
        out.extend(missing);
    }
    let version = chain.links.last().map(|(_, manifest)| manifest.version.clone()).unwrap_or_default();
    let (strings, styles) = (Arc::new(strings), Arc::new(styles));
    let theme = Theme { name: choice.name.clone(), version, tera, templates, strings, styles, files, settings };
    Checked { value: theme, diagnostics: out }
}

impl Theme {
    /// The folder name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The version that the theme says it has; empty when it says none.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Gives the theme's functions a site. The compiled templates are copied, not compiled again.
    pub fn bind(self: &Arc<Self>, bindings: &Bindings) -> BoundTheme {
        let mut tera = self.tera.clone();
        functions::bind(&mut tera, &self.strings, &self.styles, bindings);
        BoundTheme { tera, theme: Arc::clone(self) }
    }

    /// Says whether someone has a template of this name, even a broken one.
    pub fn has(&self, template: &str) -> bool {
        self.templates.has(template)
    }

    /// Says that a template which content or configuration names at a place is not there.
    pub fn missing(&self, template: &str, span: Span) -> Option<Diagnostic> {
        (!self.has(template)).then(|| missing(&self.templates, template, span))
    }

    /// The templates that every theme needs and this one lacks.
    pub fn lacks(&self) -> Vec<&'static str> {
        lacks(&self.templates)
    }

    /// Finds the publication's own templates that nothing renders. `asked` are the names that
    /// content and configuration ask for.
    pub fn useless_templates(&self, asked: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let has_theme = self.templates.all.values().any(|template| !template.is_own);
        if has_theme { checks::useless_templates(&self.templates, asked) } else { Vec::new() }
    }

    /// The messages of every language.
    pub fn strings(&self) -> &Arc<Strings> {
        &self.strings
    }

    /// The settings that were given or have a default.
    pub fn settings(&self) -> &Values {
        &self.settings.values
    }

    /// The settings that the theme and its ancestors declare.
    pub fn setting_fields(&self) -> &[Field] {
        &self.settings.fields
    }

    /// The paths of the static files, as `asset(path=…)` takes them.
    pub fn static_paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// A static file.
    pub fn static_file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(|bytes| &**bytes)
    }
}

fn lacks(templates: &Templates) -> Vec<&'static str> {
    contract::TEMPLATES.iter().map(|(name, _)| *name).filter(|name| !templates.has(name)).collect()
}

fn missing(templates: &Templates, name: &str, span: Span) -> Diagnostic {
    let nearest = nearest(name, templates.names());
    Diagnostic::at(span, Problem::MissingTemplate { name: name.to_owned(), nearest })
}

/// The static files of themes: a publication's own are the site's, not its theme's.
fn static_files(themes: &[&Layer]) -> BTreeMap<String, Arc<[u8]>> {
    let files = themes.iter().flat_map(|layer| layer.below("static", ""));
    files.filter_map(|(path, file)| Some((path.to_owned(), file.content.bytes()?.into()))).collect()
}

impl fmt::Debug for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Theme").field("name", &self.name).field("tera", &self.tera).finish_non_exhaustive()
    }
}
