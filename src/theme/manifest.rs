//! `theme.yaml`: a theme's name, its contract, its parent and the settings it understands.
//! The theme that the publication chose becomes a chain of layers, from its oldest ancestor on.

use std::collections::BTreeMap;

use crate::base::SourcePath;
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};
use crate::yaml::{Fields, Node, text};

use super::contract::VERSION;
use super::embedded::{DEFAULT, embedded};
use super::layer::{Layer, ThemeSources};

/// What a theme says of itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Manifest {
    pub title: String,
    pub version: String,
    /// The theme that this one changes, and where it is named.
    pub parent: Option<(String, Span)>,
    /// The declared settings, as they were written.
    pub settings: Option<Node>,
}

/// A chosen theme with its ancestors, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Chain {
    pub links: Vec<(Layer, Manifest)>,
}

/// Follows the parents of a theme.
pub(super) fn chain(sources: &ThemeSources, name: &str, span: &Span, out: &mut Vec<Diagnostic>) -> Chain {
    let default = [(DEFAULT.to_owned(), embedded())].into_iter().filter(|(_, layer)| !layer.files.is_empty());
    let mut themes: BTreeMap<String, Layer> = default.collect();
    themes.extend(sources.themes.iter().map(|(name, layer)| (name.clone(), layer.clone())));
    let mut links: Vec<(Layer, Manifest)> = Vec::new();
    let mut next = Some((name.to_owned(), span.clone()));
    while let Some((name, span)) = next {
        if links.iter().any(|(layer, _)| layer.name == name) {
            out.push(Diagnostic::at(span, Problem::ThemeCycle { name }));
            break;
        }
        let Some(layer) = themes.remove(&name) else {
            let nearest = nearest(&name, themes.keys().map(String::as_str));
            out.push(Diagnostic::at(span, Problem::UnknownTheme { name, nearest }));
            break;
        };
        let manifest = read(&layer, &span, out);
        next = manifest.parent.clone();
        links.push((layer, manifest));
    }
    links.reverse();
    Chain { links }
}

impl Manifest {
    /// The place to blame for what a theme lacks.
    pub(super) fn place(layer: &Layer) -> Option<Span> {
        layer.files.get(FILE).map(|file| Span::whole(&file.source))
    }
}

const FILE: &str = "theme.yaml";

fn read(layer: &Layer, chosen: &Span, out: &mut Vec<Diagnostic>) -> Manifest {
    let Some(file) = layer.files.get(FILE) else {
        let target = format!("themes/{}/{FILE}", layer.name);
        out.push(Diagnostic::at(chosen.clone(), Problem::MissingFile { target, nearest: None }));
        return Manifest::default();
    };
    let Some(source) = file.text(out) else { return Manifest::default() };
    let Some(node) = crate::yaml::parse(&source, &file.source, 0).into(out) else { return Manifest::default() };
    fields(&node, &file.source, out).unwrap_or_default()
}

fn fields(node: &Node, file: &SourcePath, out: &mut Vec<Diagnostic>) -> Option<Manifest> {
    let mut fields = Fields::of(node, "", file.as_str(), out)?;
    let title = fields.require("name", out).and_then(|node| text(node, "name", out));
    let version = fields.take("version").and_then(|node| text(node, "version", out));
    if let Some((node, wanted)) = fields.require("kabar", out).and_then(|node| Some((node, text(node, "kabar", out)?)))
        && wanted != VERSION
    {
        let problem = Problem::ThemeContract { wanted, provided: VERSION.to_owned() };
        out.push(Diagnostic::at(node.span.clone(), problem));
    }
    let parent = fields.take("parent").and_then(|node| Some((text(node, "parent", out)?, node.span.clone())));
    let settings = fields.take("settings").cloned();
    fields.finish(out);
    Some(Manifest { title: title.unwrap_or_default(), version: version.unwrap_or_default(), parent, settings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::layer::Content;

    fn check(files: &[(&str, &str)], expected: &[&str], codes: &[&str]) {
        let file =
            |(path, text): &(&str, &str)| (SourcePath::new(path).expect("a path"), Content::Text((*text).into()));
        let sources = ThemeSources::of(files.iter().map(file));
        let mut out = Vec::new();
        let span = Span::whole(&SourcePath::new("kabar.yaml").expect("a path"));
        let chain = chain(&sources, "pantai", &span, &mut out);
        let names: Vec<&str> = chain.links.iter().map(|(layer, _)| layer.name.as_str()).collect();
        assert_eq!(names, expected);
        let found: Vec<&str> = out.iter().map(|diagnostic| diagnostic.problem.code()).collect();
        assert_eq!(found, codes);
    }

    const BASE: (&str, &str) = ("themes/batu/theme.yaml", "name: Batu\nkabar: 1\n");

    #[test]
    fn a_theme_follows_its_parents() {
        let pantai = "name: Pantai\nkabar: \"1\"\nversion: 1.2\nparent: batu\n";
        check(&[("themes/pantai/theme.yaml", pantai), BASE], &["batu", "pantai"], &[]);
    }

    #[test]
    fn a_theme_that_is_not_there_is_told() {
        check(&[("themes/pantay/theme.yaml", "")], &[], &["unknown-theme"]);
        let pantai = "name: Pantai\nkabar: 1\nparent: bata\n";
        check(&[("themes/pantai/theme.yaml", pantai), BASE], &["pantai"], &["unknown-theme"]);
    }

    #[test]
    fn a_theme_that_is_its_own_ancestor_is_told() {
        let pantai = ("themes/pantai/theme.yaml", "name: P\nkabar: 1\nparent: batu\n");
        let batu = ("themes/batu/theme.yaml", "name: B\nkabar: 1\nparent: pantai\n");
        check(&[pantai, batu], &["batu", "pantai"], &["theme-cycle"]);
    }

    #[test]
    fn another_contract_and_wrong_keys_are_told() {
        check(&[("themes/pantai/theme.yaml", "name: P\nkabar: 2\n")], &["pantai"], &["theme-contract"]);
        check(&[("themes/pantai/theme.yaml", "kabar: 1\nperent: x\n")], &["pantai"], &["missing-key", "unknown-key"]);
        check(&[("themes/pantai/templates/a.html", "")], &["pantai"], &["missing-file"]);
    }
}
