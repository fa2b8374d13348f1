//! `kabar explain`

use std::io;
use std::path::Path;

use serde_json::{Value, json};

use crate::base::SourcePath;
use crate::diagnostic::{Catalogue, Diagnostic, Problem, nearest, position};
use crate::explain::words::answers;
use crate::explain::{Because, Explanation, Segment, Target, TemplateBecause, explain};
use crate::render::Snapshot;
use crate::site::WithheldReason;
use crate::source::Sources;
use crate::status::board;
use crate::workspace::Workspace;

use super::arguments::ExplainArguments;
use super::report::Report;
use super::{board as show, load, place};

pub(super) fn run(arguments: &ExplainArguments, report: &Report) -> io::Result<bool> {
    let workspace = load(&arguments.site)?;
    let Some(snapshot) = workspace.snapshot.clone() else {
        let errors: Vec<Diagnostic> = workspace.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
        report.diagnostics(&errors, &workspace.sources, json!({ "ok": false }));
        return Ok(false);
    };
    let board = board(&snapshot.site, &workspace.documents);
    let target = target(&arguments.target, &workspace);
    let found = explain(&snapshot, &workspace.documents, &board, &target);
    if found.is_empty() {
        let known = snapshot.routes.iter().map(|route| route.url.as_str());
        let files = workspace.documents.articles.keys().map(SourcePath::as_str);
        let nearest = nearest(&arguments.target, known.chain(files));
        let problem = Problem::NothingThere { target: arguments.target.clone(), nearest };
        report.diagnostics(&[Diagnostic::nowhere(problem)], &workspace.sources, json!({ "ok": false }));
        return Ok(false);
    }
    if report.is_json() {
        let pages: Vec<Value> = found.iter().map(|one| value(one, &snapshot, &workspace.sources)).collect();
        report.print(&json!({ "ok": true, "pages": pages, "diagnostics": [] }).to_string());
        return Ok(true);
    }
    let texts: Vec<String> =
        found.iter().map(|one| told(one, &snapshot, &workspace.sources, &report.catalogue)).collect();
    report.print(texts.join("\n\n").trim_end());
    Ok(true)
}

/// What is on the disk is a path, everything else an address.
fn target(text: &str, workspace: &Workspace) -> Target {
    let path = place::near(&workspace.root, Path::new(text)).ok();
    let path = path.and_then(|path| SourcePath::new(&path).ok());
    path.map_or_else(|| Target::Url(text.to_owned()), Target::Path)
}

/// One page for people, a line for each answer.
fn told(one: &Explanation, snapshot: &Snapshot, sources: &Sources, catalogue: &Catalogue) -> String {
    let rows = answers(one, sources, catalogue);
    let width = rows.iter().map(|(key, _)| key.chars().count()).max().unwrap_or_default();
    let kind = one.kind.map(|kind| format!("  ({kind})")).unwrap_or_default();
    let mut out = format!("{}{kind}\n", snapshot.site.config.origin.absolute(&one.url));
    for (key, lines) in rows {
        for (index, line) in lines.iter().enumerate() {
            let key = if index == 0 { key.as_str() } else { "" };
            out.push_str(&format!("  {key:width$}  {line}\n"));
        }
    }
    out.trim_end().to_owned()
}

/// One page for programs.
fn value(one: &Explanation, snapshot: &Snapshot, sources: &Sources) -> Value {
    let urls = |urls: &[crate::base::UrlPath]| urls.iter().map(ToString::to_string).collect::<Vec<_>>();
    let address: Vec<Value> = one.address.iter().map(segment_json).collect();
    let links: Vec<Value> = one
        .linked
        .iter()
        .map(|link| {
            let place = position(sources.text(&link.span.file).unwrap_or_default(), link.span.start);
            json!({
                "file": link.span.file.as_str(), "line": place.line, "column": place.column,
                "page": link.from.as_ref().map(ToString::to_string),
            })
        })
        .collect();
    let template = one.template.as_ref().map(|template| {
        let chain: Vec<Value> =
            template.chain.iter().map(|(name, path)| json!({ "name": name, "file": path.as_str() })).collect();
        let because = match &template.because {
            TemplateBecause::Article(path) => json!({ "kind": "article", "file": path.as_str() }),
            TemplateBecause::ContentType(id) => json!({ "kind": "type", "id": id }),
            TemplateBecause::Kind => json!({ "kind": "kind" }),
        };
        json!({ "name": template.name, "because": because, "chain": chain })
    });
    let withheld = one.withheld.as_ref().map(|reason| match reason {
        WithheldReason::Draft => json!({ "reason": "draft" }),
        WithheldReason::Embargo(date) => json!({ "reason": "embargo", "date": date.iso() }),
        WithheldReason::Expired(date) => json!({ "reason": "expired", "date": date.iso() }),
    });
    let strings: Vec<Value> =
        one.strings.iter().map(|(path, count)| json!({ "file": path.as_str(), "count": count })).collect();
    let listed: Vec<Value> =
        one.listed.iter().map(|listed| json!({ "url": listed.url.as_str(), "kind": listed.kind })).collect();
    json!({
        "url": one.url.as_str(),
        "permalink": snapshot.site.config.origin.absolute(&one.url),
        "kind": one.kind,
        "source": one.source.as_ref().map(ToString::to_string),
        "title": one.title,
        "language": one.lang.as_ref().map(ToString::to_string),
        "type": one.content_type,
        "address": address,
        "aliases": urls(&one.aliases),
        "leads_to": one.leads_to.as_ref().map(ToString::to_string),
        "template": template,
        "strings": strings,
        "withheld": withheld,
        "translation": one.translation.as_ref().map(|row| show::row_json(row, sources)),
        "listed": listed,
        "linked": links,
    })
}

fn segment_json(segment: &Segment) -> Value {
    let because = match &segment.because {
        Because::Language(lang) => json!({ "kind": "language", "lang": lang }),
        Because::Slug(path) => json!({ "kind": "slug", "file": path.as_str() }),
        Because::Name(name) => json!({ "kind": "name", "name": name }),
        Because::Declared { what, id } => json!({ "kind": what, "id": id }),
        Because::Word { lang, key } => json!({ "kind": "word", "lang": lang, "key": key }),
        Because::Number => json!({ "kind": "number" }),
        Because::File => json!({ "kind": "file" }),
        Because::Alias(path) => json!({ "kind": "alias", "file": path.as_str() }),
    };
    json!({ "text": segment.text, "because": because })
}
