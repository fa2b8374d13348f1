//! `kabar check`

use std::io;

use serde_json::json;

use crate::check;

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
    let lacks = theme.lacks();
    if report.is_json() {
        let strings: Vec<_> =
            lacks.strings.iter().map(|(lang, key)| json!({ "lang": lang.as_str(), "key": key })).collect();
        let value = json!({ "ok": lacks.is_empty(), "templates": lacks.templates, "strings": strings });
        report.print(&value.to_string());
        return lacks.is_empty();
    }
    for name in &lacks.templates {
        report.loud("theme-lacks-template", &[("name", name)]);
    }
    for (lang, key) in &lacks.strings {
        report.loud("theme-lacks-string", &[("key", key), ("lang", lang.as_str())]);
    }
    if lacks.is_empty() {
        report.phrase("theme-complete", &[("name", theme.name())]);
    }
    lacks.is_empty()
}
