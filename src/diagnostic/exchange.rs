//! Diagnostics as the places where code is kept read them: commands of GitHub's workflows, and
//! SARIF 2.1.0.
//!
//! **Invariant:** nothing that stands in a publication can end a command or begin another.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::{SourcePath, percent};

use super::catalogue::Catalogue;
use super::kind::Severity;
use super::problem::Problem;
use super::report::position;
use super::{Diagnostic, Span};

/// Writes a diagnostic as a workflow command, which GitHub shows beside the line.
pub fn github<'a>(
    diagnostic: &Diagnostic,
    catalogue: &Catalogue,
    text_of: impl Fn(&SourcePath) -> Option<&'a str>,
) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let mut properties = Vec::new();
    if let Some(span) = &diagnostic.span {
        let text = text_of(&span.file).unwrap_or_default();
        let (start, end) = (position(text, span.start), position(text, span.end));
        properties.push(format!("file={}", property(span.file.as_str())));
        properties.push(format!("line={},endLine={}", start.line, end.line));
        // Columns mean something only within one line.
        if start.line == end.line {
            properties.push(format!("col={},endColumn={}", start.column, end.column));
        }
    }
    properties.push(format!("title={}", property(diagnostic.problem.code())));
    let message = catalogue.message(&diagnostic.problem);
    let parts = [Some(message.what), message.suggestion, Some(message.why), Some(message.fix)];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
    format!("::{command} {}::{}", properties.join(","), escape(&text))
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

/// Writes all diagnostics as one SARIF log with one run.
pub fn sarif<'a>(
    diagnostics: &[Diagnostic],
    catalogue: &Catalogue,
    text_of: impl Fn(&SourcePath) -> Option<&'a str>,
) -> Value {
    let mut codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    let kinds = Problem::KINDS.iter().filter(|kind| codes.contains(&kind.code));
    let indices: BTreeMap<&str, usize> = kinds.clone().enumerate().map(|(index, kind)| (kind.code, index)).collect();
    let rules = kinds.map(|kind| {
        let message = catalogue.describe(kind);
        json!({
            "id": kind.code,
            "shortDescription": { "text": message.what },
            "fullDescription": { "text": message.why },
            "help": { "text": message.fix },
            "defaultConfiguration": { "level": level(kind.severity) },
        })
    });
    let result = |diagnostic: &Diagnostic| {
        let message = catalogue.message(&diagnostic.problem);
        let parts = [Some(message.what), message.suggestion, Some(message.why), Some(message.fix)];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let place = |span: &Span| location(span, text_of(&span.file));
        json!({
            "ruleId": diagnostic.problem.code(),
            "ruleIndex": indices.get(diagnostic.problem.code()),
            "level": level(diagnostic.severity),
            "message": { "text": text },
            "locations": diagnostic.span.iter().map(place).collect::<Vec<_>>(),
            "relatedLocations": diagnostic.related.iter().map(place).collect::<Vec<_>>(),
        })
    };
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "kabar",
                "version": env!("CARGO_PKG_VERSION"),
                "language": catalogue.tongue().tag(),
                "rules": rules.collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": diagnostics.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn location(span: &Span, text: Option<&str>) -> Value {
    let artifact = json!({ "uri": percent::encode(span.file.as_str()) });
    // A file without text, such as a picture, has no lines.
    let Some(text) = text else {
        return json!({ "physicalLocation": { "artifactLocation": artifact } });
    };
    let (start, end) = (position(text, span.start), position(text, span.end));
    json!({ "physicalLocation": {
        "artifactLocation": artifact,
        "region": {
            "startLine": start.line, "startColumn": start.column,
            "endLine": end.line, "endColumn": end.column,
        },
    } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Tongue;

    fn diagnostic(key: &str) -> Diagnostic {
        let file = SourcePath::new("content/a, b.md").expect("a path");
        let problem = Problem::UnknownKey { key: key.into(), place: "x".into(), nearest: None };
        Diagnostic::at(Span::new(&file, 4, 6), problem)
    }

    #[test]
    fn a_command_is_one_line_whatever_stands_in_it() {
        let catalogue = Catalogue::new(Tongue::English);
        let line = github(&diagnostic("a\n::error::100%"), &catalogue, |_| Some("---\nab: c\n"));
        assert!(
            line.starts_with("::error file=content/a%2C b.md,line=2,endLine=2,col=1,endColumn=3,title=unknown-key::")
        );
        assert!(line.contains("a%0A::error::100%25") && !line.contains('\n'), "{line}");
    }

    #[test]
    fn a_log_names_rules_and_places() {
        let catalogue = Catalogue::new(Tongue::English);
        let nowhere = Diagnostic::nowhere(Problem::ConfigMissing { folder: "x".into() });
        let log = sarif(&[diagnostic("a"), nowhere], &catalogue, |_| Some("---\nab: c\n"));
        let run = &log["runs"][0];
        let result = &run["results"][0];
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "unknown-key");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/a%2C%20b.md");
        assert_eq!(place["region"]["startLine"], 2);
        assert_eq!(run["results"][1]["locations"], json!([]));
    }
}
