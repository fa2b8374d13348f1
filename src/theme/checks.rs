//! Whether what templates ask for by name is there: strings, style sheets, static files, the
//! page's language. Only names that stand in the text can be checked; a computed one is found out
//! when a page is rendered.

use std::collections::BTreeSet;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};

use super::functions::{IN_A_LANGUAGE, needs_language};
use super::layer::Layer;
use super::scan::{Argument, Call, Literal};
use super::strings::Strings;
use super::templates::{Template, Templates};

/// What templates can ask for.
pub(super) struct Supply<'t> {
    pub languages: &'t [Lang],
    pub strings: &'t Strings,
    pub styles: BTreeSet<&'t str>,
    /// The paths of static files.
    pub files: BTreeSet<&'t str>,
}

/// Checks all templates, those that cannot be compiled too.
pub(super) fn check(templates: &Templates, supply: &Supply<'_>, out: &mut Vec<Diagnostic>) {
    for template in templates.all.values() {
        for call in &template.scan.calls {
            match (call.name.text.as_str(), call.argument("key"), call.argument("names"), call.argument("path")) {
                ("t", Some(Argument::Text(key)), ..) => string(template, key, supply, out),
                ("styles", _, Some(Argument::Texts(names)), _) => {
                    for name in names {
                        named(template, name, &supply.styles, |name| format!("styles/{name}.css"), out);
                    }
                }
                ("asset", _, _, Some(Argument::Text(path))) => {
                    named(template, path, &supply.files, |path| format!("static/{path}"), out);
                }
                _ => {}
            }
            language(template, call, out);
        }
    }
}

fn string(template: &Template, key: &Literal, supply: &Supply<'_>, out: &mut Vec<Diagnostic>) {
    let with_strings = supply.languages.iter().filter_map(|lang| Some((lang, supply.strings.of(lang)?)));
    let lacking: Vec<&Lang> =
        with_strings.clone().filter(|(_, messages)| !messages.has(&key.text)).map(|(lang, _)| lang).collect();
    // What only some languages lack is told where the others have it, once for all uses.
    let is_told = lacking.len() < with_strings.count() && !key.text.contains('.');
    for lang in lacking.into_iter().filter(|_| !is_told) {
        let problem = Problem::MissingString { key: key.text.clone(), lang: lang.to_string() };
        out.push(Diagnostic::at(template.span(&key.range), problem));
    }
}

fn named(
    template: &Template,
    name: &Literal,
    known: &BTreeSet<&str>,
    path: impl Fn(&str) -> String,
    out: &mut Vec<Diagnostic>,
) {
    if known.contains(name.text.as_str()) {
        return;
    }
    let nearest = nearest(&name.text, known.iter().copied());
    let problem = Problem::MissingFile { target: path(&name.text), nearest };
    out.push(Diagnostic::at(template.span(&name.range), problem));
}

fn language(template: &Template, call: &Call, out: &mut Vec<Diagnostic>) {
    let component = call.component.and_then(|index| template.scan.components.get(index));
    let is_blind = component.is_some_and(|component| !component.implicit.iter().any(|name| name == "lang"));
    if is_blind && IN_A_LANGUAGE.contains(&call.name.text.as_str()) {
        let problem = Problem::TemplateSyntax { reason: needs_language(&call.name.text) };
        out.push(Diagnostic::at(template.span(&call.name.range), problem));
    }
}

/// The templates of the publication that nothing renders: they override none, no template extends
/// or includes them or uses their components, and no content asks for them.
pub(super) fn useless_templates(templates: &Templates, asked: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let themes = || templates.all.values().filter(|template| !template.is_own);
    let overridden: BTreeSet<&str> = themes().map(|template| template.short.as_str()).collect();
    let theirs: BTreeSet<&str> = themes().flat_map(components).collect();
    let own = templates.all.values().filter(|template| template.is_own);
    let is_useless = |template: &&Template| {
        let name = template.short.as_str();
        let others = || templates.all.values().filter(|other| other.source != template.source);
        let is_named = others().flat_map(Template::asks).any(|asked| asked.text == name);
        let uses: BTreeSet<&str> = others().flat_map(|other| &other.scan.uses).map(|used| used.text.as_str()).collect();
        let has_component = components(template).any(|name| theirs.contains(name) || uses.contains(name));
        !overridden.contains(name) && !asked.contains(name) && !is_named && !has_component
    };
    own.filter(is_useless)
        .map(|template| {
            let nearest = nearest(&template.short, overridden.iter().copied());
            useless(&template.short, Span::whole(&template.source), nearest)
        })
        .collect()
}

/// The style sheets of the publication that override none and that no template names.
pub(super) fn useless_styles(own: &Layer, themes: &[&Layer], templates: &Templates, out: &mut Vec<Diagnostic>) {
    let known: BTreeSet<&str> =
        themes.iter().flat_map(|layer| layer.below("styles", ".css")).map(|(name, _)| name).collect();
    let calls =
        || templates.all.values().flat_map(|template| &template.scan.calls).filter(|call| call.name.text == "styles");
    let is_named = |name: &str| {
        calls().any(|call| match call.argument("names") {
            Some(Argument::Texts(names)) => names.iter().any(|named| named.text == name),
            // A computed list may hold any name.
            _ => true,
        })
    };
    for (name, file) in own.below("styles", ".css") {
        if !known.contains(name) && !is_named(name) {
            let nearest = nearest(name, known.iter().copied());
            out.push(useless(name, Span::whole(&file.source), nearest));
        }
    }
}

/// The keys of strings that the publication's own templates name; none when one is computed.
pub(super) fn own_keys(templates: &Templates) -> Option<BTreeSet<&str>> {
    let own = templates.all.values().filter(|template| template.is_own);
    let calls = own.flat_map(|template| &template.scan.calls).filter(|call| call.name.text == "t");
    calls
        .map(|call| match call.argument("key") {
            Some(Argument::Text(key)) => Some(key.text.split('.').next().unwrap_or_default()),
            _ => None,
        })
        .collect()
}

fn components(template: &Template) -> impl Iterator<Item = &str> {
    template.scan.components.iter().map(|component| component.name.text.as_str())
}

fn useless(name: &str, span: Span, nearest: Option<String>) -> Diagnostic {
    Diagnostic::at(span, Problem::UselessOverride { name: name.to_owned(), nearest })
}
