//! What can be wrong with a publication, where, and how it is told.
//! Every stage makes [`Diagnostic`]s; the command line, the preview and tests show them.
//!
//! **Invariant:** the same data has every face (terminal, JSON); a stage never makes text.

mod catalogue;
mod exchange;
mod fix;
mod kind;
mod manual;
mod nearest;
mod problem;
mod report;

pub use catalogue::{Catalogue, Message, Tongue};
pub use exchange::{github, sarif};
pub use fix::Fix;
pub use kind::{Argument, ProblemKind, Severity};
pub use manual::manual;
pub use nearest::{distance, nearest};
pub use problem::Problem;
pub use report::{Position, json, plain, position};

use crate::base::SourcePath;

/// A range of bytes in a file as it was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub file: SourcePath,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// One thing worth saying about a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub problem: Problem,
    /// None only when no file is to blame.
    pub span: Option<Span>,
    /// Other places that explain it.
    pub related: Vec<Span>,
}

/// A value and everything worth saying about how it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

impl Span {
    /// A place in a file.
    pub fn new(file: &SourcePath, start: usize, end: usize) -> Self {
        Self { file: file.clone(), start, end }
    }

    /// The beginning of a file, for what is wrong with all of it.
    pub fn whole(file: &SourcePath) -> Self {
        Self::new(file, 0, 0)
    }
}

impl Diagnostic {
    /// A problem at a place, with the severity that the problem has by itself.
    pub fn at(span: Span, problem: Problem) -> Self {
        Self { severity: problem.severity(), problem, span: Some(span), related: Vec::new() }
    }

    /// A problem that no file of the publication shows.
    pub fn nowhere(problem: Problem) -> Self {
        Self { severity: problem.severity(), problem, span: None, related: Vec::new() }
    }

    /// Adds another place that explains it.
    #[must_use]
    pub fn with(mut self, span: Span) -> Self {
        self.related.push(span);
        self
    }

    /// Says whether it stops a build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl<T> Checked<T> {
    /// A value of which there is nothing to say.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// Moves the diagnostics to the caller's list and gives the value.
    pub fn into(self, diagnostics: &mut Vec<Diagnostic>) -> T {
        diagnostics.extend(self.diagnostics);
        self.value
    }

    /// Says whether the value must not be used for output.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// A fault in a template shows on every page that uses it; the first page is enough.
pub fn once(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::new();
    for diagnostic in found {
        let is_told =
            told.iter().any(|known| known.span == diagnostic.span && known.problem.code() == diagnostic.problem.code());
        if !is_told {
            told.push(diagnostic);
        }
    }
    told
}
