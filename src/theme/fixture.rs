//! A small whole theme for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Context;

use crate::base::{Lang, SourcePath};
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::Locale;

use super::contract::{STRINGS, TEMPLATES};
use super::{Bindings, BoundTheme, Content, Theme, ThemeSources, compile};

pub(super) const CONFIG: &str = "\
title: Kabar Pantai
base_url: https://example.org
timezone: Asia/Makassar
languages:
  id: { name: Bahasa Indonesia, root: true }
  en: { name: English }
theme: pantai
";

pub(super) fn config() -> Config {
    config_of(CONFIG)
}

pub(super) fn config_of(text: &str) -> Config {
    let read = crate::config::read(text, &path("kabar.yaml"));
    read.value.unwrap_or_else(|| panic!("{:?}", read.diagnostics))
}

pub(super) fn path(text: &str) -> SourcePath {
    SourcePath::new(text).expect("a path")
}

/// The theme `pantai` with everything that the contract demands, and some files in place of its
/// own or besides them.
pub(super) fn sources(files: &[(&str, &str)]) -> ThemeSources {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    all.insert("themes/pantai/theme.yaml".to_owned(), "name: Pantai\nkabar: 1\n".to_owned());
    for (name, kind) in TEMPLATES {
        all.insert(format!("themes/pantai/templates/{name}"), format!("{kind}{{% block a %}}{{% endblock %}}"));
    }
    let message = |(key, names): &(&str, &[&str])| {
        let values: String = names.iter().map(|name| format!(" {{ ${name} }}")).collect();
        format!("{key} = {key}{values}\n")
    };
    let messages: String = STRINGS.iter().map(message).collect();
    for lang in ["id", "en"] {
        all.insert(format!("themes/pantai/strings/{lang}.ftl"), messages.clone());
    }
    for (path, text) in files {
        // More strings are added to those that the contract demands.
        let is_strings = path.starts_with("themes/pantai/strings");
        let text = if is_strings { format!("{}{text}", messages) } else { (*text).to_owned() };
        all.insert((*path).to_owned(), text);
    }
    ThemeSources::of(all.into_iter().map(|(name, text)| (path(&name), Content::Text(text.into()))))
}

pub(super) fn compiled(files: &[(&str, &str)]) -> Checked<Theme> {
    compile(&sources(files), &config())
}

/// What is wrong, as code, file and the text that is pointed at.
pub(super) fn told(files: &[(&str, &str)], diagnostics: &[Diagnostic]) -> Vec<String> {
    let tell = |diagnostic: &Diagnostic| {
        let code = diagnostic.problem.code();
        let Some(span) = &diagnostic.span else { return code.to_owned() };
        let text = files.iter().find(|(path, _)| *path == span.file.as_str()).map_or("", |(_, text)| text);
        format!("{code} {}: {}", span.file, text.get(span.start..span.end).unwrap_or("?"))
    };
    diagnostics.iter().map(tell).collect()
}

/// Compiles and compares what is told.
pub(super) fn check(files: &[(&str, &str)], expected: &[&str]) -> Theme {
    let compiled = compiled(files);
    assert_eq!(told(files, &compiled.diagnostics), expected, "{:#?}", compiled.diagnostics);
    compiled.value
}

pub(super) fn bound(theme: Theme) -> BoundTheme {
    let locale = |tag: &str| {
        let lang: Lang = tag.parse().expect("a language");
        (lang.clone(), Locale::new(&lang))
    };
    let bindings = Bindings {
        locales: Arc::new(BTreeMap::from([locale("id"), locale("en")])),
        asset_url: Arc::new(|path: &str| (path != "nothing").then(|| format!("/base/assets/{path}"))),
        link_url: Arc::new(|path: &str, lang: &Lang| (path == "/a").then(|| format!("/{lang}/a/"))),
    };
    Arc::new(theme).bind(&bindings)
}

/// Renders one template of the publication in a language.
pub(super) fn rendered(files: &[(&str, &str)], lang: &str, context: Context) -> Result<String, Diagnostic> {
    let mut context = context;
    context.insert("lang", lang);
    bound(compiled(files).value).render("home.html", &context, "/")
}
