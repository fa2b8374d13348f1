//! `kabar status`

use std::io;

use serde_json::json;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::scaffold::{self, Mark, Plan};
use crate::status::words::state_key;
use crate::status::{Board, Limit, Wanted, board};
use crate::workspace::Workspace;

use super::arguments::{Format, StatusArguments};
use super::board as show;
use super::report::Report;
use super::{load_all, place};

pub(super) fn run(arguments: &StatusArguments, report: &Report) -> io::Result<bool> {
    let Some(mut workspace) = load_all(&arguments.place, report)? else { return Ok(false) };
    let Some(snapshot) = workspace.snapshot.clone() else { return Ok(false) };
    let site = &snapshot.site;
    let wanted = match wanted(arguments, &site.config) {
        Ok(wanted) => wanted,
        Err(wrong) => {
            report.diagnostics(&wrong, &workspace.sources, json!({ "ok": false }));
            return Ok(false);
        }
    };
    let places: Vec<String> =
        arguments.paths.iter().map(|path| place::near(&workspace.root, path)).collect::<io::Result<_>>()?;
    let wanted = Wanted { places, ..wanted };
    let all = board(site, &workspace.documents);
    let rows = wanted.of(site, all.clone());
    if arguments.mark {
        return mark(arguments, &all, &rows, &mut workspace, report);
    }
    let is_refused = |limit: &Limit| rows.rows.iter().any(|row| limit.is_exceeded_by(row));
    let exceeded: Vec<&Limit> = arguments.fail_on.iter().filter(|limit| is_refused(limit)).collect();
    let is_well = exceeded.is_empty();
    match report.format() {
        Format::Json => report.print(&show::json(&rows, is_well, &workspace.sources).to_string()),
        Format::Csv => report.print(show::csv(&rows).trim_end()),
        Format::Html => report.print(show::html(&rows, site, &report.catalogue, arguments.diff).trim_end()),
        Format::Text | Format::Github | Format::Sarif => {
            show::text(&rows, arguments.diff, report, &workspace.sources);
        }
    }
    for limit in exceeded {
        let count = rows.rows.iter().filter(|row| limit.is_exceeded_by(row)).count().to_string();
        let state = report.catalogue.phrase(state_key(limit.state), &[]);
        let days = limit.days.map(|days| days.to_string()).unwrap_or_default();
        let key = if limit.days.is_some() { "status-too-old" } else { "status-too-many" };
        report.loud(key, &[("count", &count), ("state", &state), ("days", &days)]);
    }
    Ok(is_well)
}

/// What was asked for; what the publication does not have is an error.
fn wanted(arguments: &StatusArguments, config: &Config) -> Result<Wanted, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let mut check = |key: &str, values: &[String], known: Vec<&str>| {
        for value in values.iter().filter(|value| !known.contains(&value.as_str())) {
            let problem = Problem::NotAllowed {
                key: key.to_owned(),
                value: value.clone(),
                allowed: known.join(", "),
                nearest: nearest(value, known.iter().copied()),
            };
            wrong.push(Diagnostic::nowhere(problem));
        }
    };
    let programmes = arguments.programme.iter().map(|term| ("programmes".to_owned(), term.clone()));
    let terms: Vec<(String, String)> = arguments.terms.iter().cloned().chain(programmes).collect();
    let taxonomies: Vec<String> = terms.iter().map(|(taxonomy, _)| taxonomy.clone()).collect();
    check("--type", &arguments.types, config.content_types.iter().map(|known| known.id.as_str()).collect());
    check("--language", &arguments.languages, config.languages.iter().map(|known| known.lang.as_str()).collect());
    check("--term", &taxonomies, config.taxonomies.iter().map(|known| known.id.as_str()).collect());
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(Wanted {
        types: arguments.types.clone(),
        terms,
        languages: arguments.languages.clone(),
        states: arguments.states.clone(),
        places: Vec::new(),
    })
}

/// Pins translations anew. Whoever names an original means its translations.
fn mark(
    arguments: &StatusArguments,
    all: &Board,
    rows: &Board,
    workspace: &mut Workspace,
    report: &Report,
) -> io::Result<bool> {
    let mut marked = rows.rows.clone();
    for original in rows.rows.iter().filter(|row| row.is_original()) {
        let is_new = |row: &&crate::status::Row| {
            row.key == original.key && !marked.iter().any(|known| known.key == row.key && known.lang == row.lang)
        };
        let more: Vec<_> = all.rows.iter().filter(is_new).cloned().collect();
        marked.extend(more);
    }
    let kind = if arguments.minor { Mark::Minor } else { Mark::UpToDate };
    let today = today(workspace);
    let plan = scaffold::mark(&workspace.sources, &marked, kind, &today);
    finish(&plan, workspace, report)
}

/// The day in the publication's zone.
pub(super) fn today(workspace: &Workspace) -> String {
    let site = workspace.snapshot.as_ref().map(|snapshot| &snapshot.site);
    site.map(|site| site.env.now.within(&site.config.timezone).date().to_string()).unwrap_or_default()
}

/// Tries a plan, carries it out if nothing is wrong with it, and says what was written.
pub(super) fn finish(plan: &Plan, workspace: &mut Workspace, report: &Report) -> io::Result<bool> {
    let faults = plan.try_on(workspace);
    if !faults.is_empty() {
        report.diagnostics(&faults, &workspace.sources, json!({ "ok": false }));
        report.loud("nothing-written", &[]);
        return Ok(false);
    }
    scaffold::carry_out(&workspace.root, plan)?;
    let files: Vec<&str> = plan.writes.iter().map(|write| write.path.as_str()).collect();
    if report.is_json() {
        report.print(&json!({ "ok": true, "written": files, "diagnostics": [] }).to_string());
    }
    for write in &plan.writes {
        let key = if write.old.is_some() { "file-changed" } else { "file-made" };
        report.phrase(key, &[("file", write.path.as_str())]);
    }
    if plan.is_empty() {
        report.phrase("nothing-to-do", &[]);
    }
    Ok(true)
}
