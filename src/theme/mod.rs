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
#[cfg(test)]
mod fixture;
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

use crate::base::{Lang, SourcePath};
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
    /// The theme and all its ancestors are there.
    is_whole: bool,
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
    // Without a theme or an ancestor everything is missing, and every override useless.
    if let Some((layer, _)) = chain.links.last().filter(|_| chain.is_whole) {
        let place = Manifest::place(layer).unwrap_or_else(|| choice.span.clone());
        let asked = contract::strings(|template| templates.has(template));
        let theme = (choice.name.as_str(), &choice.span);
        message_files::check(&strings, &languages, theme, (&asked, &place), &mut out);
        checks::useless_styles(&sources.own, &themes, &templates, &mut out);
        if let Some(used) = checks::own_keys(&templates) {
            message_files::useless(&sources.own, &themes, &languages, &used, &mut out);
        }
        let missing = lacks(&templates).into_iter().map(|name| missing(&templates, name, place.clone()));
        out.extend(missing);
    }
    let version = chain.links.last().map(|(_, manifest)| manifest.version.clone()).unwrap_or_default();
    let (strings, styles) = (Arc::new(strings), Arc::new(styles));
    let (name, is_whole) = (choice.name.clone(), chain.is_whole);
    let theme = Theme { name, version, tera, templates, strings, styles, files, settings, is_whole };
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

    /// The names by which templates can be asked for, whoever has them.
    pub fn template_names(&self) -> impl Iterator<Item = &str> {
        self.templates.names().into_iter()
    }

    /// The file of the template that is used for a name.
    pub fn template_source(&self, name: &str) -> Option<&SourcePath> {
        self.templates.resolve(name, |_| true).map(|(_, template)| &template.source)
    }

    /// Says that a template which content or configuration names at a place is not there.
    /// Of a theme that is not whole nobody knows what it would have.
    pub fn missing(&self, template: &str, span: Span) -> Option<Diagnostic> {
        (self.is_whole && !self.has(template)).then(|| missing(&self.templates, template, span))
    }

    /// Says that readers cannot search a site for which the theme has no page to search on.
    pub fn without_search(&self, config: &Config) -> Option<Diagnostic> {
        let is_told = self.is_whole && config.search.is_enabled && !self.has(contract::SEARCH_TEMPLATE);
        let problem = || Problem::ThemeWithoutSearch { theme: self.name.clone() };
        is_told.then(|| Diagnostic::at(config.theme.span.clone(), problem()))
    }

    /// The templates that every theme needs and this one lacks.
    pub fn lacks(&self) -> Vec<&'static str> {
        lacks(&self.templates)
    }

    /// Finds the publication's own templates that nothing renders. `asked` are the names that
    /// content and configuration ask for.
    pub fn useless_templates(&self, asked: &BTreeSet<&str>) -> Vec<Diagnostic> {
        if self.is_whole { checks::useless_templates(&self.templates, asked) } else { Vec::new() }
    }

    /// The template that answers to a name, then those that it extends, each with its file.
    pub fn chain(&self, template: &str) -> Vec<(&str, &SourcePath)> {
        let mut chain: Vec<(&str, &SourcePath)> = Vec::new();
        let mut next = Some(template);
        while let Some((name, found)) = next.and_then(|name| self.templates.resolve(name, |_| true)) {
            if chain.iter().any(|(known, _)| *known == name) {
                break;
            }
            chain.push((name, &found.source));
            next = found.scan.extends.as_ref().map(|parent| parent.text.as_str());
        }
        chain
    }

    /// The files that give the messages of a language, each with how many come from it.
    pub fn message_files(&self, lang: &Lang) -> BTreeMap<&SourcePath, usize> {
        let mut files = BTreeMap::new();
        for span in self.strings.of(lang).into_iter().flat_map(|messages| messages.places.values()) {
            *files.entry(&span.file).or_default() += 1;
        }
        files
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
    let optional = contract::OPTIONAL_TEMPLATES;
    let needed = contract::TEMPLATES.iter().map(|(name, _)| *name).filter(|name| !optional.contains(name));
    needed.filter(|name| !templates.has(name)).collect()
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

#[cfg(test)]
mod tests {
    use super::fixture::{check, config, config_of, path, sources};
    use super::*;

    const THEME: &str = "themes/pantai/theme.yaml";

    #[test]
    fn a_whole_theme_is_clean() {
        let theme = check(&[], &[]);
        assert_eq!((theme.name(), theme.lacks()), ("pantai", vec![]));
    }

    #[test]
    fn a_theme_is_shared_between_threads() {
        fn is_shared<T: Send + Sync>() {}
        is_shared::<Theme>();
        is_shared::<BoundTheme>();
    }

    #[test]
    fn what_a_theme_lacks_is_told_at_its_manifest() {
        let mut sources = sources(&[]);
        let layer = sources.themes.get_mut("pantai").expect("the theme");
        layer.files.remove("templates/year.html");
        layer.files.retain(|name, _| !name.starts_with("strings/en"));
        let compiled = compile(&sources, &config());
        let told: Vec<(&str, Option<&str>)> = compiled
            .diagnostics
            .iter()
            .map(|found| (found.problem.code(), found.span.as_ref().map(|span| span.file.as_str())))
            .collect();
        assert_eq!(told, [("missing-strings", Some("kabar.yaml")), ("missing-template", Some(THEME))]);
        assert_eq!(compiled.value.lacks(), ["year.html"]);
    }

    #[test]
    fn a_theme_may_lack_the_page_for_searching() {
        let mut sources = sources(&[]);
        let layer = sources.themes.get_mut("pantai").expect("the theme");
        layer.files.remove("templates/search.html");
        for (name, text) in [("strings/id.ftl", "id"), ("strings/en.ftl", "en")] {
            let file = layer.files.get_mut(name).unwrap_or_else(|| panic!("no {text}"));
            let Content::Text(messages) = &file.content else { panic!("no text") };
            let kept: String = messages
                .lines()
                .filter(|line| !line.starts_with("search-"))
                .fold(String::new(), |all, line| all + line + "\n");
            file.content = Content::Text(kept.into());
        }
        let compiled = compile(&sources, &config());
        assert_eq!((compiled.diagnostics, compiled.value.lacks()), (vec![], vec![]));
        let told = compiled.value.without_search(&config()).map(|told| told.problem);
        assert_eq!(told, Some(Problem::ThemeWithoutSearch { theme: "pantai".to_owned() }));
        let without = config_of(&format!("{}search: {{ enabled: false }}\n", super::fixture::CONFIG));
        assert_eq!(compiled.value.without_search(&without), None);
        assert_eq!(check(&[], &[]).without_search(&config()), None);
    }

    #[test]
    fn an_unknown_theme_is_all_that_is_told() {
        let config =
            config_of("title: A\nbase_url: https://a.org\ntimezone: Asia/Makassar\nlanguages: [id]\ntheme: pantay\n");
        let compiled = compile(&sources(&[("templates/home.html", "x"), ("styles/a.css", "")]), &config);
        let [found] = compiled.diagnostics.as_slice() else { panic!("{:?}", compiled.diagnostics) };
        assert_eq!(found.problem, Problem::UnknownTheme { name: "pantay".into(), nearest: Some("pantai".into()) });
    }

    #[test]
    fn names_in_templates_are_checked() {
        let theme = ("themes/pantai/styles/base.css", "");
        let files = [
            theme,
            ("themes/pantai/static/logo.svg", "<svg/>"),
            (
                "templates/home.html",
                r#"{{ t(key="hme") }}{{ styles(names=["base", "bse"]) }}{{ asset(path="logo.svg") }}{{ asset(path="x") }}"#,
            ),
        ];
        let expected = [
            "missing-string templates/home.html: hme",
            "missing-string templates/home.html: hme",
            "missing-file templates/home.html: bse",
            "missing-file templates/home.html: x",
        ];
        check(&files, &expected);
    }

    #[test]
    fn a_component_without_the_language_is_told_at_the_call() {
        let component = "{% component a(b) %}{{ b | number }}{% endcomponent a %}";
        let files = [("themes/pantai/templates/components/a.html", component)];
        check(&files, &["template-syntax themes/pantai/templates/components/a.html: number"]);
    }

    #[test]
    fn overrides_that_replace_nothing_are_told() {
        let files = [
            ("styles/base.css", ""),
            ("themes/pantai/styles/base.css", ""),
            ("styles/bse.css", ""),
            ("strings/id.ftl", "home = Rumah\nhme = X\n"),
            ("strings/en.ftl", "hme = X\n"),
        ];
        let expected = [
            "useless-override styles/bse.css: ",
            "useless-override strings/en.ftl: hme",
            "useless-override strings/id.ftl: hme",
        ];
        check(&files, &expected);
        let used = ("templates/home.html", r#"{{ t(key="hme") }}{{ styles(names=["bse"]) }}"#);
        check(&[files.as_slice(), &[used]].concat(), &[]);
        let computed = ("templates/home.html", r#"{{ t(key=lang) }}{{ styles(names=lang) }}"#);
        check(&[files.as_slice(), &[computed]].concat(), &[]);
    }

    #[test]
    fn templates_that_nothing_renders_are_told_when_content_is_known() {
        let theme = check(
            &[
                ("templates/home.html", r#"{% include "part.html" %}{{<mine/>}}"#),
                ("templates/part.html", "x"),
                ("templates/components/mine.html", "{% component mine() %}{% endcomponent mine %}"),
                ("templates/components/other.html", "{% component other() %}{% endcomponent other %}"),
                ("templates/artikel.html", "x"),
                ("templates/special.html", "x"),
            ],
            &[],
        );
        let useless: Vec<Problem> =
            theme.useless_templates(&BTreeSet::from(["special.html"])).into_iter().map(|found| found.problem).collect();
        let problem = |name: &str, nearest: Option<&str>| Problem::UselessOverride {
            name: name.into(),
            nearest: nearest.map(str::to_owned),
        };
        assert_eq!(useless, [problem("artikel.html", Some("article.html")), problem("components/other.html", None)]);
        assert!(theme.missing("special.html", Span::whole(&path("a.md"))).is_none());
        assert!(theme.missing("specal.html", Span::whole(&path("a.md"))).is_some());
    }

    #[test]
    fn settings_have_their_defaults_and_are_checked() {
        let manifest =
            "name: P\nkabar: 1\nsettings:\n  accent: { type: text, default: red }\n  wide: { type: boolean }\n";
        let files = [(THEME, manifest)];
        let text = "title: A\nbase_url: https://a.org\ntimezone: Asia/Makassar\nlanguages: [id]\n\
            theme: { name: pantai, settings: { wide: true, acent: blue } }\n";
        let compiled = compile(&sources(&files), &config_of(text));
        let codes: Vec<&str> = compiled.diagnostics.iter().map(|found| found.problem.code()).collect();
        assert_eq!(codes, ["unknown-key"]);
        let names: Vec<&str> = compiled.value.settings().0.iter().map(|value| value.name.as_str()).collect();
        assert_eq!(names, ["accent", "wide"]);
        assert_eq!(compiled.value.setting_fields().len(), 2);
    }

    #[test]
    fn static_files_of_parents_are_inherited() {
        let theme = check(
            &[
                (THEME, "name: P\nkabar: 1\nparent: batu\n"),
                ("themes/batu/theme.yaml", "name: B\nkabar: 1\n"),
                ("themes/batu/static/a.txt", "old"),
                ("themes/batu/static/b/c.txt", "c"),
                ("themes/pantai/static/a.txt", "new"),
            ],
            &[],
        );
        assert_eq!(theme.static_paths().collect::<Vec<_>>(), ["a.txt", "b/c.txt"]);
        assert_eq!(theme.static_file("a.txt"), Some(b"new".as_slice()));
    }

    #[test]
    fn the_default_theme_has_no_faults() {
        if embedded().files.is_empty() {
            return;
        }
        let text = "title: A\nbase_url: https://a.org\ntimezone: Asia/Makassar\nlanguages: [id, en]\n";
        let compiled = compile(&ThemeSources::default(), &config_of(text));
        assert_eq!(compiled.diagnostics, []);
        assert_eq!(compiled.value.name(), DEFAULT);
    }

    #[test]
    fn a_copy_of_the_default_theme_takes_its_place_as_a_whole() {
        let text = "title: A\nbase_url: https://a.org\ntimezone: Asia/Makassar\nlanguages: [id]\n";
        let sources =
            ThemeSources::of([(path("themes/tenun/theme.yaml"), Content::Text("name: T\nkabar: 1\n".into()))]);
        let needed = contract::TEMPLATES.len() - contract::OPTIONAL_TEMPLATES.len();
        assert_eq!(compile(&sources, &config_of(text)).value.lacks().len(), needed);
    }
}
