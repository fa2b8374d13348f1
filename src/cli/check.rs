//! `kabar check`

use std::io;
use std::path::PathBuf;

use serde_json::json;

use crate::check::{self, external};
use crate::diagnostic::{Diagnostic, Severity};
use crate::render::Snapshot;

use super::arguments::CheckArguments;
use super::build::{withheld, withheld_json};
use super::report::{Counts, Report};
use super::{load, now, place, root};

pub(super) fn run(arguments: &CheckArguments, report: &Report) -> io::Result<bool> {
    let wanted = wanted(arguments)?;
    let workspace = load(&arguments.site)?;
    if arguments.theme {
        return Ok(theme(&workspace, report));
    }
    let mut diagnostics = workspace.diagnostics.clone();
    let mut others = Vec::new();
    if let Some(snapshot) = &workspace.snapshot {
        diagnostics.extend(check::check(snapshot, &workspace.diagnostics));
        diagnostics.extend(check::files(snapshot, &workspace.root));
        if arguments.external {
            others = ask_others(snapshot, arguments);
        }
    }
    let is_shown = |found: &Diagnostic| {
        let is_loud = found.severity != Severity::Hint || !report.is_quiet();
        is_loud && is_wanted(found, &wanted)
    };
    diagnostics.retain(is_shown);
    others.retain(is_shown);
    // Another site that is down must not stop anyone, unless the publication says so.
    let counts = Counts::of(&diagnostics);
    let is_refused = counts.refuse(arguments.site.strict) || others.iter().any(Diagnostic::is_error);
    diagnostics.extend(others);
    diagnostics.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.problem.code().cmp(b.problem.code())));
    let more = json!({ "ok": !is_refused, "withheld": withheld_json(&workspace.withheld) });
    report.diagnostics(&diagnostics, &workspace.sources, more);
    withheld(&workspace.withheld, report);
    let counts = Counts::of(&diagnostics);
    let [errors, warnings, hints] = [counts.errors, counts.warnings, counts.hints].map(|count| count.to_string());
    report.phrase("checked", &[("errors", &errors), ("warnings", &warnings), ("hints", &hints)]);
    Ok(!is_refused)
}

/// Asks other sites, or what is remembered of them.
fn ask_others(snapshot: &Snapshot, arguments: &CheckArguments) -> Vec<Diagnostic> {
    let network = (!arguments.offline).then(|| external::Network::new(external::Patience::default()));
    let mut memory = external::Memory::open(cache_folder().as_deref());
    let now = now();
    let found = external::external(snapshot, &mut memory, network.as_ref(), now);
    if !arguments.offline {
        memory.close(now);
    }
    found
}

/// Where programs keep what can be had again.
#[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
pub(super) fn cache_folder() -> Option<PathBuf> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home =
        || variable("HOME").map(|home| home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }));
    let folder = variable("XDG_CACHE_HOME").or_else(|| variable("LOCALAPPDATA")).or_else(home)?;
    Some(folder.join("kabar"))
}

/// The files and folders to report on, from the publication's folder.
fn wanted(arguments: &CheckArguments) -> io::Result<Vec<String>> {
    let root = root(&arguments.site);
    arguments.paths.iter().map(|path| place::inside(&root, path)).collect()
}

fn is_wanted(found: &Diagnostic, wanted: &[String]) -> bool {
    let is_inside = |file: &str, place: &String| {
        place.is_empty()
            || file.strip_prefix(place.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mut spans = found.span.iter().chain(&found.related);
    // What has no place and stops everything is everyone's.
    let is_everywhere = found.span.is_none() && found.is_error();
    wanted.is_empty()
        || is_everywhere
        || spans.any(|span| wanted.iter().any(|place| is_inside(span.file.as_str(), place)))
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
