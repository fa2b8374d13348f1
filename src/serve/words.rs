//! What the preview says inside of pages, as HTML in the editor's language: errors with their
//! place, excerpt and way out, counts, marks of what is not published, and whole pages where there
//! is nothing else to show.

use std::fmt::Write;

use crate::base::SourcePath;
use crate::desk::excerpt;
use crate::diagnostic::{Catalogue, Diagnostic, Problem, Severity, Span};
use crate::render::escape;

use super::view::View;

/// So many errors are shown; the desk has all.
const SHOWN: usize = 20;

/// Says things about one view.
pub(super) struct Words<'v> {
    pub(super) catalogue: &'v Catalogue,
    pub(super) view: &'v View,
}

/// How often something of each severity is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tally {
    pub(super) errors: usize,
    pub(super) warnings: usize,
}

impl Tally {
    pub(super) fn of<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let mut tally = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Hint => {}
            }
        }
        tally
    }
}

impl Words<'_> {
    /// The page when the publication cannot be shown at all.
    pub(super) fn nothing(&self, diagnostics: &[Diagnostic]) -> String {
        let title = self.phrase("preview-nothing", &[]);
        let errors: Vec<&Diagnostic> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
        self.document(&title, &format!("<h1>{}</h1>{}", escape(&title), self.list(&errors)))
    }

    /// The page of a request that we failed.
    pub(super) fn panic(&self, panic: &str) -> String {
        let title = self.phrase("preview-panic", &[]);
        let advice = self.phrase("preview-panic-advice", &[]);
        let body = format!("<h1>{}</h1><p>{}</p><pre>{}</pre>", escape(&title), escape(&advice), escape(panic));
        self.document(&title, &body)
    }

    /// The page for an address outside of the publication.
    pub(super) fn not_found(&self) -> String {
        let title = self.phrase("preview-not-found", &[]);
        self.document(&title, &format!("<h1>{}</h1>", escape(&title)))
    }

    fn document(&self, title: &str, body: &str) -> String {
        let lang = self.catalogue.tongue().tag();
        let title = escape(title);
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body class=\"whole\">\n<main>{body}</main>\n</body>\n</html>\n"
        )
    }

    /// What lies over a page: its marks, all errors, the counts.
    pub(super) fn over(&self, marks: &[String], errors: &[&Diagnostic], tally: Tally) -> String {
        let mut html = String::new();
        for mark in marks {
            let _ = write!(html, "<p class=\"mark\">{}</p>", escape(mark));
        }
        let values = [("errors", tally.errors.to_string()), ("warnings", tally.warnings.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let counts = escape(&self.phrase("preview-counts", &values));
        if !errors.is_empty() {
            let list = self.list(errors);
            let _ = write!(
                html,
                "<details open class=\"errors\"><summary role=\"alert\">{counts}</summary><div>{list}</div></details>"
            );
        }
        if tally != Tally::default() {
            let class = if tally.errors > 0 { "badge wrong" } else { "badge" };
            let _ = write!(html, "<a class=\"{class}\" href=\"/_desk/\">{counts}</a>");
        }
        html
    }

    fn list(&self, errors: &[&Diagnostic]) -> String {
        let items: String = errors.iter().take(SHOWN).map(|diagnostic| self.item(diagnostic)).collect();
        let more = errors.len().saturating_sub(SHOWN);
        let rest = match more {
            0 => String::new(),
            more => format!("<p>{}</p>", escape(&self.phrase("preview-more", &[("count", &more.to_string())]))),
        };
        format!("<ol>{items}</ol>{rest}")
    }

    fn item(&self, diagnostic: &Diagnostic) -> String {
        let message = self.catalogue.message(&diagnostic.problem);
        let places: String = diagnostic.span.iter().chain(&diagnostic.related).map(|span| self.place(span)).collect();
        let advice = message.suggestion.into_iter().chain([message.fix]).collect::<Vec<_>>().join(" ");
        format!(
            "<li><h2>{}</h2>{places}<p>{}</p><p><b>{}</b></p></li>",
            escape(&message.what),
            escape(&message.why),
            escape(&advice)
        )
    }

    /// A place with a link that opens it in an editing program, and its line.
    fn place(&self, span: &Span) -> String {
        excerpt(span, &self.view.sources, self.view.root.dir())
    }

    pub(super) fn phrase(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.catalogue.phrase(key, values)
    }
}

/// How the preview's own words look.
pub(super) const STYLE: &str = include_str!("preview.css");

/// The words of links that lead nowhere, as readers see them.
pub(super) fn broken_links(view: &View, document: &SourcePath, diagnostics: &[Diagnostic]) -> Vec<String> {
    let Some(text) = view.sources.text(document) else {
        return Vec::new();
    };
    let is_link = |problem: &Problem| {
        matches!(
            problem,
            Problem::BrokenReference { .. }
                | Problem::BrokenAnchor { .. }
                | Problem::AmbiguousReference { .. }
                | Problem::ReferenceToWithheld { .. }
                | Problem::OutsideTree { .. }
                | Problem::UnknownTaxonomy { .. }
        )
    };
    let spans = diagnostics.iter().filter(|found| is_link(&found.problem)).filter_map(|found| found.span.as_ref());
    let written = spans.filter(|span| span.file == *document).filter_map(|span| text.get(span.start..span.end));
    written.filter_map(label).collect()
}

/// The words of a link as it is written: `[*here*](x)` gives `here`.
fn label(written: &str) -> Option<String> {
    let inside = written.strip_prefix('[')?;
    let end = inside.find(']')?;
    let label: String = inside[..end].chars().filter(|c| !matches!(c, '*' | '_' | '`' | '\\')).collect();
    (!label.trim().is_empty()).then(|| label.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_known_by_their_words() {
        let cases =
            [("[*di sini*](x)", Some("di sini")), ("[a\nb][c]", Some("a b")), ("<http://x>", None), ("[](x)", None)];
        for (written, expected) in cases {
            assert_eq!(label(written).as_deref(), expected, "{written}");
        }
    }
}
