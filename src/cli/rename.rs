//! `kabar rename`

use std::io;

use serde_json::json;

use crate::base::{Slug, SourcePath, slugify};
use crate::diagnostic::{Diagnostic, Problem};
use crate::scaffold::{self, Outcome, Renamed};

use super::arguments::RenameArguments;
use super::report::Report;
use super::{load_all, place, translate};

pub(super) fn run(arguments: &RenameArguments, report: &Report) -> io::Result<bool> {
    let Some(mut workspace) = load_all(&arguments.place, report)? else { return Ok(false) };
    let path = place::near(&workspace.root, &arguments.file)?;
    let made = match what(&path, &arguments.new_slug, &workspace) {
        Ok((what, slug)) => scaffold::rename(&mut workspace, &what, &slug),
        Err(problem) => Err(vec![Diagnostic::nowhere(problem)]),
    };
    let outcome = match made {
        Ok(outcome) => outcome,
        Err(wrong) => {
            report.diagnostics(&wrong, &workspace.sources, json!({ "ok": false }));
            report.loud("nothing-written", &[]);
            return Ok(false);
        }
    };
    if !arguments.dry_run {
        scaffold::carry_out(&workspace.root, &outcome.plan)?;
    }
    tell(&outcome, arguments.dry_run, report);
    Ok(true)
}

fn what(path: &str, new_slug: &str, workspace: &crate::workspace::Workspace) -> Result<(Renamed, Slug), Problem> {
    let slug = Slug::new(new_slug).ok_or_else(|| {
        let nearest = slugify(new_slug).map(|slug| slug.to_string());
        Problem::InvalidSlug { value: new_slug.to_owned(), nearest }
    })?;
    let not_an_article = || Problem::NotAnArticle { path: path.to_owned() };
    let article = translate::article(path, workspace).ok_or_else(not_an_article)?;
    let first = article.first().ok_or_else(not_an_article)?;
    let is_file = article.iter().any(|document| document.path.as_str() == path);
    let renamed = match SourcePath::new(path) {
        Ok(path) if is_file => Renamed::File(path),
        _ => Renamed::Article(first.place.key.clone()),
    };
    Ok((renamed, slug))
}

fn tell(outcome: &Outcome, is_dry: bool, report: &Report) {
    if report.is_json() {
        let urls: Vec<_> =
            outcome.urls.iter().map(|(old, new)| json!({ "from": old.as_str(), "to": new.as_str() })).collect();
        let moves = &outcome.plan.moves;
        let moves: Vec<_> =
            moves.iter().map(|one| json!({ "from": one.from.as_str(), "to": one.to.as_str() })).collect();
        let mended: Vec<_> =
            outcome.mended.iter().map(|(path, links)| json!({ "file": path.as_str(), "links": links })).collect();
        let written: Vec<_> = outcome.plan.writes.iter().map(|write| write.path.as_str()).collect();
        let value = json!({
            "ok": true, "dry_run": is_dry, "urls": urls, "moves": moves, "mended": mended, "written": written,
            "diagnostics": [],
        });
        return report.print(&value.to_string());
    }
    for (old, new) in &outcome.urls {
        report.phrase("renamed-url", &[("old", old.as_str()), ("new", new.as_str())]);
    }
    for one in &outcome.plan.moves {
        report.phrase("renamed-file", &[("old", one.from.as_str()), ("new", one.to.as_str())]);
    }
    for (path, links) in &outcome.mended {
        report.phrase("renamed-links", &[("file", path.as_str()), ("count", &links.to_string())]);
    }
    for write in &outcome.plan.writes {
        if outcome.mended.iter().all(|(path, _)| *path != write.path) {
            report.phrase("file-changed", &[("file", write.path.as_str())]);
        }
    }
    if is_dry {
        report.phrase("dry-run", &[]);
    }
}
