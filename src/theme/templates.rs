//! The templates of all layers, compiled once.
//!
//! A theme's templates have its name before theirs (`tenun/article.html`), the publication's have
//! nothing, and what is asked for without a theme's name is looked for from the strongest layer
//! down. So an override can extend what it overrides, and change one block of it.
//!
//! **Invariant:** a template that cannot be compiled never keeps the others from being compiled.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Tera;

use crate::base::SourcePath;
use crate::diagnostic::{Diagnostic, Problem, Span};

use super::faults::faults;
use super::functions;
use super::layer::Layer;
use super::scan::{Literal, Scan, scan};

/// One template as it was read.
#[derive(Debug)]
pub(super) struct Template {
    /// Its name in its layer.
    pub short: String,
    pub is_own: bool,
    pub source: SourcePath,
    pub text: Arc<str>,
    pub scan: Scan,
}

/// All templates, by their full names.
#[derive(Debug, Default)]
pub(super) struct Templates {
    pub all: BTreeMap<String, Template>,
    /// What stands before the names of each theme's templates, the strongest first.
    prefixes: Vec<String>,
}

/// The endings of files that are templates; others in the folder are notes or copies.
const ENDINGS: [&str; 3] = [".html", ".xml", ".txt"];

impl Templates {
    /// Reads the templates of all layers, the weakest first; the publication's has no name.
    pub(super) fn read(layers: &[&Layer], out: &mut Vec<Diagnostic>) -> Self {
        let mut templates = Self::default();
        for layer in layers {
            let is_own = layer.name.is_empty();
            let prefix = if is_own { String::new() } else { format!("{}/", layer.name) };
            let files = layer.below("templates", "").filter(|(name, _)| ENDINGS.iter().any(|end| name.ends_with(end)));
            for (short, file) in files {
                let Some(text) = file.text(out) else { continue };
                let name = format!("{prefix}{short}");
                if templates.all.contains_key(&name) {
                    // `templates/tenun/article.html` would be the theme's own name for its file.
                    let nearest = short.split_once('/').map(|(_, rest)| rest.to_owned());
                    let problem = Problem::UselessOverride { name: short.to_owned(), nearest };
                    out.push(Diagnostic::at(Span::whole(&file.source), problem));
                    continue;
                }
                let scan = scan(&text);
                let template = Template { short: short.to_owned(), is_own, source: file.source.clone(), text, scan };
                templates.all.insert(name, template);
            }
            if !is_own {
                templates.prefixes.insert(0, prefix);
            }
        }
        templates
    }

    /// Compiles what can be compiled.
    pub(super) fn compile(&self, out: &mut Vec<Diagnostic>) -> Tera {
        let mut rest: BTreeSet<&str> = self.all.keys().map(String::as_str).collect();
        loop {
            let mut tera = functions::prepared();
            // Fails only when there are templates already.
            let _ = tera.set_fallback_prefixes(self.prefixes.iter().cloned());
            let texts = rest.iter().filter_map(|name| Some((*name, &*self.all.get(*name)?.text)));
            let Err(error) = tera.add_raw_templates(texts) else { return tera };
            let count = rest.len();
            for fault in faults(&error, self, &rest) {
                rest.remove(fault.template.as_str());
                out.extend(fault.diagnostic);
            }
            if rest.len() == count {
                // Tera did not say where: without the templates at least the rest is checked.
                out.push(Diagnostic::nowhere(Problem::TemplateSyntax { reason: error.to_string() }));
                return functions::prepared();
            }
        }
    }

    /// Finds a template as Tera does, among those that `is_there`.
    pub(super) fn resolve(&self, name: &str, is_there: impl Fn(&str) -> bool) -> Option<(&str, &Template)> {
        let prefixes = std::iter::once("").chain(self.prefixes.iter().map(String::as_str));
        let mut found = prefixes.filter_map(|prefix| self.all.get_key_value(&format!("{prefix}{name}")));
        found.find(|(name, _)| is_there(name)).map(|(name, template)| (name.as_str(), template))
    }

    /// The template of this full name.
    pub(super) fn get(&self, name: &str) -> Option<&Template> {
        self.all.get(name)
    }

    /// Says whether anyone has a template of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.resolve(name, |_| true).is_some()
    }

    /// The names that can be asked for, each once.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        self.all.values().map(|template| template.short.as_str()).collect()
    }

    /// The folder of the strongest theme that has this template: what an override extends.
    pub(super) fn overridden(&self, short: &str) -> Option<String> {
        self.prefixes.iter().map(|prefix| format!("{prefix}{short}")).find(|name| self.all.contains_key(name))
    }
}

impl Template {
    /// A place in it.
    pub(super) fn span(&self, range: &std::ops::Range<usize>) -> Span {
        let end = range.end.min(self.text.len());
        Span::new(&self.source, range.start.min(end), end)
    }

    /// The names that it extends and includes, with their places.
    pub(super) fn asks(&self) -> impl Iterator<Item = &Literal> {
        self.scan.extends.iter().chain(&self.scan.includes)
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Problem;
    use crate::theme::fixture::{check, compiled};

    #[test]
    fn all_faults_are_told_in_one_run() {
        let files = [
            ("templates/a.html", "{{ 1 + }}"),
            ("templates/b.html", "{% if %}"),
            ("templates/c.html", r#"é {{ x | nothing }}{{<nowhere/>}}{{ u() }}"#),
            ("templates/d.html", r#"{% extends "hme.html" %}"#),
            ("templates/e.html", r#"{% include "nothing.html" %}"#),
            ("templates/home.html", r#"{% extends "pantai/home.html" %}{% block nope %}{% endblock %}"#),
        ];
        let expected = [
            "template-syntax templates/a.html: }}",
            "template-syntax templates/b.html: %}",
            "missing-template templates/d.html: hme.html",
            "template-syntax templates/c.html: nothing",
            "template-syntax templates/c.html: <nowhere/>",
            "template-syntax templates/c.html: u()",
            "missing-template templates/e.html: \"nothing.html\"",
            "template-syntax templates/home.html: nope",
        ];
        let theme = check(&files, &expected);
        // The theme's own home page is still there.
        assert!(theme.tera.contains_template("home.html"));
    }

    #[test]
    fn what_depends_on_a_broken_template_is_not_told_too() {
        let files = [
            ("templates/base.html", "{{ 1 + }}{% component a() %}{% endcomponent a %}"),
            ("templates/part.html", "{{ + }}"),
            ("templates/home.html", r#"{% extends "base.html" %}"#),
            ("templates/page.html", r#"{% include "part.html" %}{{<a/>}}"#),
        ];
        check(&files, &["template-syntax templates/base.html: }}", "template-syntax templates/part.html: +"]);
    }

    #[test]
    fn a_template_that_extends_itself_is_told_what_to_extend() {
        let files = [("templates/home.html", r#"{% extends "home.html" %}"#)];
        let found = compiled(&files).diagnostics;
        let [found] = found.as_slice() else { panic!("{found:?}") };
        let Problem::TemplateSyntax { reason } = &found.problem else { panic!("{found:?}") };
        assert!(reason.contains("`pantai/home.html`"), "{reason}");
    }

    #[test]
    fn circles_are_told() {
        let files =
            [("templates/a.html", r#"{% include "b.html" %}"#), ("templates/b.html", r#"{% include "a.html" %}"#)];
        check(&files, &["template-syntax templates/b.html: a.html"]);
        let files =
            [("templates/a.html", r#"{% extends "b.html" %}"#), ("templates/b.html", r#"{% extends "a.html" %}"#)];
        check(&files, &["template-syntax templates/a.html: b.html"]);
    }

    #[test]
    fn a_component_is_overridden_by_a_stronger_layer_and_not_defined_twice_in_one() {
        let component = "{% component a() %}x{% endcomponent a %}";
        check(&[("themes/pantai/templates/a.html", component), ("templates/a.html", component)], &[]);
        let files = [("templates/a.html", component), ("templates/b.html", component)];
        let theme = compiled(&files);
        let [found] = theme.diagnostics.as_slice() else { panic!("{:?}", theme.diagnostics) };
        assert_eq!(found.span.as_ref().map(|span| span.file.as_str()), Some("templates/b.html"));
        assert_eq!(found.related[0].file.as_str(), "templates/a.html");
    }

    #[test]
    fn the_name_of_a_themes_file_cannot_be_taken() {
        let files = [("templates/pantai/home.html", "x")];
        check(&files, &["useless-override templates/pantai/home.html: "]);
    }
}
