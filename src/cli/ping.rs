//! `kabar ping`

use std::io;

use serde_json::json;

use crate::check::external::{Network, Patience};
use crate::diagnostic::{Diagnostic, Problem};
use crate::ping::{self, Feed, Memory};

use super::arguments::PingArguments;
use super::build::refused;
use super::check::cache_folder;
use super::load;
use super::report::{Counts, Report};

pub(super) fn run(arguments: &PingArguments, report: &Report) -> io::Result<bool> {
    let workspace = load(&arguments.site)?;
    let counts = Counts::of(&workspace.diagnostics);
    let snapshot = workspace.snapshot.as_ref().filter(|_| !counts.refuse(arguments.site.strict));
    let Some(snapshot) = snapshot else {
        return Ok(refused(&workspace, &[], arguments.site.strict, report));
    };
    let Some(hub) = snapshot.site.config.feeds.hub.as_deref() else {
        let problem = Diagnostic::nowhere(Problem::NoHub {});
        report.diagnostics(&[problem], &workspace.sources, json!({ "ok": false }));
        return Ok(false);
    };
    let mut memory = Memory::open(cache_folder().as_deref());
    let feeds = ping::feeds(snapshot);
    let feeds = if arguments.all { feeds } else { ping::due(feeds, hub, &memory) };
    if arguments.dry_run {
        show(&feeds, hub, report);
        return Ok(true);
    }
    let told = ping::tell(hub, &Network::new(Patience::default()), feeds);
    // What the hub has taken counts, whatever becomes of the rest.
    memory.keep(hub, &told.taken)?;
    let is_ok = told.diagnostics.is_empty();
    let more = json!({ "ok": is_ok, "hub": hub, "told": urls(&told.taken) });
    report.diagnostics(&told.diagnostics, &workspace.sources, more);
    report.phrase("pinged", &[("count", &told.taken.len().to_string()), ("hub", hub)]);
    Ok(is_ok)
}

fn urls(feeds: &[Feed]) -> Vec<&str> {
    feeds.iter().map(|feed| feed.url.as_str()).collect()
}

/// Says what the hub would be told.
fn show(feeds: &[Feed], hub: &str, report: &Report) {
    if report.is_json() {
        let value = json!({ "ok": true, "dry_run": true, "hub": hub, "feeds": urls(feeds), "diagnostics": [] });
        return report.print(&value.to_string());
    }
    feeds.iter().for_each(|feed| report.print(&feed.url));
    report.phrase("would-ping", &[("count", &feeds.len().to_string()), ("hub", hub)]);
}
