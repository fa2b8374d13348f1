//! `kabar routes`

use std::io;

use serde_json::json;

use crate::route::{Route, lang_of};

use super::arguments::RoutesArguments;
use super::build::refused;
use super::load;
use super::report::{Counts, Report};

pub(super) fn run(arguments: &RoutesArguments, report: &Report) -> io::Result<bool> {
    let workspace = load(&arguments.site)?;
    let counts = Counts::of(&workspace.diagnostics);
    let snapshot = workspace.snapshot.as_ref().filter(|_| !counts.refuse(arguments.site.strict));
    let Some(snapshot) = snapshot else {
        return Ok(refused(&workspace, &[], arguments.site.strict, report));
    };
    let source = |route: &Route| route.claim.as_ref().map(|span| span.file.to_string());
    if report.is_json() {
        let rows: Vec<_> = snapshot
            .routes
            .iter()
            .map(|route| {
                let lang = lang_of(&snapshot.site, &route.artifact).map(|lang| snapshot.site.lang(lang).as_str());
                json!({ "url": route.url.as_str(), "artifact": route.artifact.kind(), "lang": lang, "source": source(route) })
            })
            .collect();
        report.print(&serde_json::Value::from(rows).to_string());
        return Ok(true);
    }
    let width = snapshot.routes.iter().map(|route| route.url.as_str().chars().count()).max().unwrap_or_default();
    for route in snapshot.routes.iter() {
        let source = source(route).unwrap_or_default();
        let line = format!("{:width$}  {:14}  {source}", route.url.as_str(), route.artifact.kind());
        report.print(line.trim_end());
    }
    Ok(true)
}
