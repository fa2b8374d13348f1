//! Diagnostics as people and programs read them: text with the excerpt, and JSON.
//! The text of files is asked for by path, so this module never reads a disk.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json as object};

use crate::base::SourcePath;

use super::catalogue::Catalogue;
use super::kind::Severity;
use super::{Diagnostic, Span};

/// Where a byte stands in a text: line and column from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Finds the place of a byte.
pub fn position(text: &str, byte: usize) -> Position {
    let end = floor_boundary(text, byte);
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

/// Writes a diagnostic as text, with the excerpt where `text_of` knows the file.
pub fn plain<'a>(
    diagnostic: &Diagnostic,
    catalogue: &Catalogue,
    renderer: &Renderer,
    text_of: impl Fn(&SourcePath) -> Option<&'a str>,
) -> String {
    let message = catalogue.message(&diagnostic.problem);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(catalogue.phrase("level-error", &[])),
        Severity::Warning => Level::WARNING.with_name(catalogue.phrase("level-warning", &[])),
        Severity::Hint => Level::INFO.with_name(catalogue.phrase("level-hint", &[])),
    };
    let title = level.primary_title(message.what).id(diagnostic.problem.code());
    let mut group = Group::with_title(title);
    let places = diagnostic.span.iter().map(|span| (span, AnnotationKind::Primary));
    let related = diagnostic.related.iter().map(|span| (span, AnnotationKind::Context));
    for (span, kind) in places.chain(related) {
        group = match text_of(&span.file) {
            Some(text) => group.element(excerpt(span, text, kind)),
            None => group.element(annotate_snippets::Origin::path(span.file.to_string())),
        };
    }
    let why = Level::NOTE.with_name(catalogue.phrase("level-why", &[]));
    let fix = Level::HELP.with_name(catalogue.phrase("level-fix", &[]));
    let advice = match message.suggestion {
        Some(suggestion) => format!("{suggestion} {}", message.fix),
        None => message.fix,
    };
    group = group.element(why.message(message.why)).element(fix.message(advice));
    renderer.render(&[group])
}

fn excerpt<'a>(span: &Span, text: &'a str, kind: AnnotationKind) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let start = floor_boundary(text, span.start);
    let end = floor_boundary(text, span.end).max(start);
    // An excerpt is for finding the place: its first line is enough.
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let end = end.min(line_end.max(start));
    Snippet::source(text).path(span.file.to_string()).annotation(kind.span(start..end))
}

/// Writes a diagnostic as JSON: code, severity, texts, file, lines and columns.
pub fn json<'a>(
    diagnostic: &Diagnostic,
    catalogue: &Catalogue,
    text_of: impl Fn(&SourcePath) -> Option<&'a str>,
) -> Value {
    let message = catalogue.message(&diagnostic.problem);
    let place = |span: &Span| {
        let text = text_of(&span.file).unwrap_or_default();
        let (start, end) = (position(text, span.start), position(text, span.end));
        object!({
            "file": span.file.as_str(),
            "line": start.line, "column": start.column,
            "end_line": end.line, "end_column": end.column,
        })
    };
    object!({
        "code": diagnostic.problem.code(),
        "severity": diagnostic.severity.name(),
        "what": message.what,
        "why": message.why,
        "fix": message.fix,
        "suggestion": diagnostic.problem.suggestion(),
        "place": diagnostic.span.as_ref().map(place),
        "related": diagnostic.related.iter().map(place).collect::<Vec<_>>(),
    })
}

fn floor_boundary(text: &str, byte: usize) -> usize {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Problem, Tongue};

    #[test]
    fn positions_count_characters() {
        let text = "a\né b";
        assert_eq!(position(text, 5), Position { line: 2, column: 3 });
        assert_eq!(position(text, 99), Position { line: 2, column: 4 });
    }

    #[test]
    fn a_report_shows_place_reason_and_way_out() {
        let file = SourcePath::new("kabar.yaml").expect("a path");
        let text = "title: x\ntilte: y\n";
        let problem =
            Problem::UnknownKey { key: "tilte".into(), place: "kabar.yaml".into(), nearest: Some("title".into()) };
        let diagnostic = Diagnostic::at(Span::new(&file, 9, 14), problem);
        let catalogue = Catalogue::new(Tongue::English);
        let report = plain(&diagnostic, &catalogue, &Renderer::plain(), |_| Some(text));
        for part in ["unknown-key", "kabar.yaml:2:1", "^^^^^", "title"] {
            assert!(report.contains(part), "{part} is missing in\n{report}");
        }
        let value = json(&diagnostic, &catalogue, |_| Some(text));
        assert_eq!(value["place"]["line"], 2);
        assert_eq!(value["suggestion"], "title");
    }
}
