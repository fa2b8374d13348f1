//! `kabar build`

use std::io;
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::build::{self, Failure, Outcome};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::site::{Withheld, WithheldReason};
use crate::workspace::Workspace;

use super::arguments::BuildArguments;
use super::report::{Counts, Report};
use super::{load, root, watch};

/// A build shorter than this shows no progress.
const PATIENCE: Duration = Duration::from_millis(700);

pub(super) fn run(arguments: &BuildArguments, report: &Report) -> io::Result<bool> {
    let once = || build(arguments, report);
    if arguments.watch {
        return watch::run(&root(&arguments.site), report, once);
    }
    once()
}

fn output(arguments: &BuildArguments) -> PathBuf {
    arguments.output.clone().unwrap_or_else(|| root(&arguments.site).dir().join("output"))
}

fn build(arguments: &BuildArguments, report: &Report) -> io::Result<bool> {
    let start = Instant::now();
    let workspace = load(&arguments.site)?;
    let counts = Counts::of(&workspace.diagnostics);
    let snapshot = workspace.snapshot.as_ref().filter(|_| !counts.refuse(arguments.site.strict));
    let Some(snapshot) = snapshot else {
        return Ok(refused(&workspace, &[], arguments.site.strict, report));
    };
    let total = snapshot.routes.len().to_string();
    let shown = Mutex::new(start);
    let progress = |done: usize| {
        // Whoever finds the lock taken leaves the telling to the other.
        if let Ok(mut last) = shown.try_lock()
            && report.is_watched()
            && start.elapsed() > PATIENCE
            && last.elapsed() > Duration::from_millis(100)
        {
            *last = Instant::now();
            let values = [("done", done.to_string()), ("total", total.clone())];
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            report.progress(&report.catalogue.phrase("progress-render", &values));
        }
    };
    let result = build::build(snapshot, &workspace.root, &output(arguments), &progress);
    if report.is_watched() && start.elapsed() > PATIENCE {
        report.progress("");
    }
    match result {
        Ok(outcome) => {
            built(&workspace, &outcome, start.elapsed(), report);
            // Taking a large site apart takes a while, and the system does it at once.
            if !arguments.watch {
                std::mem::forget(workspace);
            }
            Ok(true)
        }
        Err(Failure::Publication(wrong)) => Ok(refused(&workspace, &wrong, arguments.site.strict, report)),
        Err(Failure::World(error)) => Err(error),
    }
}

fn built(workspace: &Workspace, outcome: &Outcome, time: Duration, report: &Report) {
    let milliseconds = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    let more = json!({
        "ok": true, "pages": outcome.pages, "files": outcome.files, "bytes": outcome.bytes,
        "written": outcome.written, "removed": outcome.removed, "milliseconds": milliseconds,
        "withheld": withheld_json(&workspace.withheld),
    });
    report.diagnostics(&workspace.diagnostics, &workspace.sources, more);
    withheld(&workspace.withheld, report);
    let locale = locale(report);
    let number = |count: usize| locale.integer(i64::try_from(count).unwrap_or(i64::MAX));
    report.phrase(
        "built",
        &[
            ("pages", &number(outcome.pages)),
            ("files", &number(outcome.files)),
            ("bytes", &locale.size(outcome.bytes)),
            ("written", &number(outcome.written)),
            ("removed", &number(outcome.removed)),
            ("time", &format!("{milliseconds} ms")),
        ],
    );
}

/// Numbers in the language of the messages.
pub(super) fn locale(report: &Report) -> Locale {
    Locale::new(&report.catalogue.tongue().lang())
}

/// Says why nothing was written.
pub(super) fn refused(workspace: &Workspace, more: &[Diagnostic], is_strict: bool, report: &Report) -> bool {
    let mut diagnostics = workspace.diagnostics.clone();
    diagnostics.extend_from_slice(more);
    let counts = Counts::of(&diagnostics);
    report.diagnostics(&diagnostics, &workspace.sources, json!({ "ok": false }));
    let (errors, warnings) = (counts.errors.to_string(), counts.warnings.to_string());
    if counts.errors == 0 && is_strict {
        report.loud("strict-refused", &[("warnings", &warnings)]);
    } else {
        report.loud("failed", &[("errors", &errors), ("warnings", &warnings)]);
    }
    false
}

/// Lists what is withheld, each with its reason.
pub(super) fn withheld(withheld: &[Withheld], report: &Report) {
    for article in withheld {
        let file = article.path.to_string();
        match &article.reason {
            WithheldReason::Draft => report.phrase("withheld-draft", &[("file", &file)]),
            WithheldReason::Embargo(date) => {
                report.phrase("withheld-embargo", &[("file", &file), ("date", &date.iso())]);
            }
            WithheldReason::Expired(date) => {
                report.phrase("withheld-expired", &[("file", &file), ("date", &date.iso())]);
            }
        }
    }
}

/// The same for other programs.
pub(super) fn withheld_json(withheld: &[Withheld]) -> serde_json::Value {
    let entry = |article: &Withheld| match &article.reason {
        WithheldReason::Draft => json!({ "file": article.path.as_str(), "reason": "draft" }),
        WithheldReason::Embargo(date) => {
            json!({ "file": article.path.as_str(), "reason": "embargo", "date": date.iso() })
        }
        WithheldReason::Expired(date) => {
            json!({ "file": article.path.as_str(), "reason": "expired", "date": date.iso() })
        }
    };
    withheld.iter().map(entry).collect()
}
