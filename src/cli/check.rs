//! `kabar check`

use std::io;

use serde_json::json;

use crate::check;
use crate::diagnostic::Diagnostic;

use super::arguments::CheckArguments;
use super::build::{withheld, withheld_json};
use super::load;
use super::report::{Counts, Report};

pub(super) fn run(arguments: &CheckArguments, report: &Report) -> io::Result<bool> {
    let workspace = load(&arguments.site)?;
    if arguments.theme {
        return Ok(theme(&workspace, report));
    }
    let mut diagnostics = workspace.diagnostics.clone();
    if let Some(snapshot) = &workspace.snapshot {
        diagnostics.extend(check::check(snapshot));
    }
    let counts = Counts::of(&diagnostics);
    let is_refused = counts.refuse(arguments.site.strict);
    let more = json!({ "ok": !is_refused, "withheld": withheld_json(&workspace.withheld) });
    report.diagnostics(&diagnostics, &workspace.sources, more);
    withheld(&workspace.withheld, report);
    let (errors, warnings) = (counts.errors.to_string(), counts.warnings.to_string());
    report.phrase("checked", &[("errors", &errors), ("warnings", &warnings)]);
    Ok(!is_refused)
}

/// Says what the theme lacks: required templates, and strings of the publication's languages.
fn theme(workspace: &crate::workspace::Workspace, report: &Report) -> bool {
    let Some(theme) = &workspace.theme else {
        report.diagnostics(&workspace.diagnostics, &workspace.sources, json!({ "ok": false }));
        return false;
    };
    let templates = theme.lacks();
    let about_theme = |diagnostic: &&Diagnostic| diagnostic.problem.is_of_theme();
    let diagnostics: Vec<Diagnostic> = workspace.diagnostics.iter().filter(about_theme).cloned().collect();
    let is_complete = diagnostics.is_empty();
    let more = json!({ "ok": is_complete, "theme": theme.name(), "lacks": templates });
    report.diagnostics(&diagnostics, &workspace.sources, more);
    for name in templates {
        report.loud("theme-lacks-template", &[("name", name)]);
    }
    if is_complete {
        report.phrase("theme-complete", &[("name", theme.name())]);
    }
    is_complete
}
