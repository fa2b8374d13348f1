//! What the program says: diagnostics with excerpts, or JSON for other programs.

use std::io::{self, IsTerminal, Write};

use annotate_snippets::Renderer;
use serde_json::json;

use crate::base::SourcePath;
use crate::diagnostic::{self, Catalogue, Diagnostic, Severity, Span};
use crate::source::Sources;
use crate::theme;

use super::arguments::Format;

/// Where messages go and how they look.
pub(super) struct Report {
    pub(super) catalogue: Catalogue,
    format: Format,
    is_quiet: bool,
    renderer: Renderer,
}

/// How many diagnostics of each severity there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) hints: usize,
}

impl Counts {
    pub(super) fn of(diagnostics: &[Diagnostic]) -> Self {
        let of = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        Self { errors: of(Severity::Error), warnings: of(Severity::Warning), hints: of(Severity::Hint) }
    }

    /// Says whether nothing may be written.
    pub(super) fn refuse(self, is_strict: bool) -> bool {
        self.errors > 0 || (is_strict && self.warnings > 0)
    }
}

impl Report {
    pub(super) fn new(catalogue: Catalogue, format: Format, is_quiet: bool) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
        let has_colour = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let renderer = if has_colour { Renderer::styled() } else { Renderer::plain() };
        Self { catalogue, format, is_quiet, renderer }
    }

    /// Says whether only errors are wanted.
    pub(super) fn is_quiet(&self) -> bool {
        self.is_quiet
    }

    /// Says whether other programs read the output as JSON.
    pub(super) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// How it is written.
    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// Says whether people read the output.
    fn is_text(&self) -> bool {
        self.format == Format::Text
    }

    /// Says whether people watch: a terminal, and not asked to be quiet.
    pub(super) fn is_watched(&self) -> bool {
        !self.is_quiet && self.is_text() && io::stderr().is_terminal()
    }

    /// Writes all diagnostics; as JSON together with `more`.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic], sources: &Sources, more: serde_json::Value) {
        // The default theme stands on no disk.
        let text_of = |path: &SourcePath| sources.text(path).or_else(|| theme::embedded_text(path));
        match self.format {
            Format::Text | Format::Csv | Format::Html => self.people(diagnostics, text_of),
            Format::Json => {
                let one = |diagnostic| diagnostic::json(diagnostic, &self.catalogue, text_of);
                let mut value = more;
                value["diagnostics"] = diagnostics.iter().map(one).collect::<Vec<_>>().into();
                self.print(&value.to_string());
            }
            Format::Github => {
                for diagnostic in diagnostics {
                    self.print(&diagnostic::github(diagnostic, &self.catalogue, text_of));
                }
            }
            Format::Sarif => self.print(&diagnostic::sarif(diagnostics, &self.catalogue, text_of).to_string()),
        }
    }

    /// Writes diagnostics file by file, each file with its name above when it has several.
    fn people<'a>(&self, diagnostics: &[Diagnostic], text_of: impl Fn(&SourcePath) -> Option<&'a str> + Copy) {
        let is_shown = |diagnostic: &&Diagnostic| !self.is_quiet || diagnostic.severity == Severity::Error;
        let shown: Vec<&Diagnostic> = diagnostics.iter().filter(is_shown).collect();
        let file = |diagnostic: &Diagnostic| diagnostic.span.as_ref().map(|span: &Span| span.file.clone());
        for group in shown.chunk_by(|one, next| file(one) == file(next)) {
            if let [first, _, ..] = group
                && let Some(path) = file(first)
            {
                let values = [("file", path.as_str()), ("count", &group.len().to_string())];
                self.say(&format!("{}\n", self.catalogue.phrase("diagnostics-of-file", &values)));
            }
            for diagnostic in group {
                let text = diagnostic::plain(diagnostic, &self.catalogue, &self.renderer, text_of);
                self.say(&format!("{text}\n"));
            }
        }
    }

    /// Says a phrase of the catalogue, unless asked to be quiet or read by programs.
    pub(super) fn phrase(&self, key: &str, values: &[(&str, &str)]) {
        if !self.is_quiet && self.is_text() {
            self.say(&self.catalogue.phrase(key, values));
        }
    }

    /// Says a phrase even when asked to be quiet.
    pub(super) fn loud(&self, key: &str, values: &[(&str, &str)]) {
        if self.is_text() || self.format.is_of_boards() {
            self.say(&self.catalogue.phrase(key, values));
        }
    }

    /// Says what is wrong with the world.
    pub(super) fn world(&self, error: &io::Error) {
        let text = self.catalogue.phrase("world-error", &[("reason", &error.to_string())]);
        if self.is_json() {
            self.print(&json!({ "ok": false, "world": text }).to_string());
        } else {
            // Where diagnostics go into a file, this is still for people.
            self.say(&text);
        }
    }

    /// Writes a line to standard output: what was asked for.
    pub(super) fn print(&self, text: &str) {
        // A closed pipe is the reader's decision.
        let _ = writeln!(io::stdout(), "{text}");
    }

    /// Writes a line to standard error: what is said about it.
    pub(super) fn say(&self, text: &str) {
        let _ = writeln!(io::stderr(), "{text}");
    }

    /// Writes over the last line of a terminal.
    pub(super) fn progress(&self, text: &str) {
        let _ = write!(io::stderr(), "\r\u{1b}[K{text}");
        let _ = io::stderr().flush();
    }
}
