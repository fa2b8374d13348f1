//! `kabar explain`

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use crate::base::SourcePath;
use crate::diagnostic::{Catalogue, Diagnostic, Problem, nearest, position};
use crate::explain::{Because, Explanation, Link, Listed, Segment, Target, Template, TemplateBecause, explain};
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
    let phrase = |key: &str| catalogue.phrase(key, &[]);
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |key: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            rows.push((phrase(key), lines));
        }
    };
    add("explain-title", one.title.iter().cloned().collect());
    add("explain-source", one.source.iter().map(ToString::to_string).collect());
    add("explain-language", one.lang.iter().map(ToString::to_string).collect());
    add("explain-type", one.content_type.iter().cloned().collect());
    add("explain-address", one.address.iter().map(|segment| segment_text(segment, catalogue)).collect());
    add("explain-withheld", one.withheld.iter().map(|reason| withheld(reason, catalogue)).collect());
    add("explain-leads-to", one.leads_to.iter().map(ToString::to_string).collect());
    add("explain-aliases", one.aliases.iter().map(ToString::to_string).collect());
    add(
        "explain-template",
        one.template.as_ref().map(|template| template_text(template, catalogue)).unwrap_or_default(),
    );
    let strings = one.strings.iter().map(|(path, count)| {
        catalogue.phrase("explain-strings-of", &[("file", path.as_str()), ("count", &count.to_string())])
    });
    add("explain-strings", strings.collect());
    add(
        "explain-translation",
        one.translation
            .iter()
            .flat_map(|row| {
                let state = phrase(show::state_key(row.state));
                let changes = row.changes.as_ref().map(|changes| show::summary(changes, catalogue));
                std::iter::once(state).chain(changes).chain(show::differences(row, catalogue)).collect::<Vec<_>>()
            })
            .collect(),
    );
    add("explain-listed", listed(&one.listed));
    add("explain-linked", one.linked.iter().map(|link| link_text(link, sources)).collect());
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

/// Lists with the feeds that stand beside them, one line a place.
fn listed(all: &[Listed]) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in all {
        let url = one.url.as_str();
        let (place, what) = match url.rsplit_once('/') {
            Some((folder, file)) if !file.is_empty() => (format!("{folder}/"), file.to_owned()),
            _ => (url.to_owned(), one.kind.to_owned()),
        };
        places.entry(place).or_default().push(what);
    }
    places.into_iter().map(|(place, what)| format!("{place}  ({})", what.join(", "))).collect()
}

fn segment_text(segment: &Segment, catalogue: &Catalogue) -> String {
    let phrase = |key: &str, values: &[(&str, &str)]| catalogue.texts(key, values);
    let because = match &segment.because {
        Because::Language(lang) => phrase("because-language", &[("lang", lang)]),
        Because::Slug(path) => phrase("because-slug", &[("file", path.as_str())]),
        Because::Name(name) => phrase("because-name", &[("name", name)]),
        Because::Declared { what, id } => phrase("because-declared", &[("what", what), ("id", id)]),
        Because::Word { lang, key } => phrase("because-word", &[("lang", lang), ("key", key)]),
        Because::Number => phrase("because-number", &[]),
        Because::File => phrase("because-file", &[]),
        Because::Alias(path) => phrase("because-alias", &[("file", path.as_str())]),
    };
    format!("{} ← {because}", segment.text)
}

fn withheld(reason: &WithheldReason, catalogue: &Catalogue) -> String {
    match reason {
        WithheldReason::Draft => catalogue.phrase("explain-draft", &[]),
        WithheldReason::Embargo(date) => catalogue.phrase("explain-embargo", &[("date", &date.iso())]),
        WithheldReason::Expired(date) => catalogue.phrase("explain-expired", &[("date", &date.iso())]),
    }
}

fn template_text(template: &Template, catalogue: &Catalogue) -> Vec<String> {
    let because = match &template.because {
        TemplateBecause::Article(path) => catalogue.phrase("because-article-template", &[("file", path.as_str())]),
        TemplateBecause::ContentType(id) => catalogue.phrase("because-type-template", &[("id", id)]),
        TemplateBecause::Kind => catalogue.phrase("because-kind-template", &[]),
    };
    let chain = template.chain.iter().enumerate().map(|(step, (_, path))| {
        let key = if step == 0 { "template-from" } else { "template-extends" };
        catalogue.phrase(key, &[("file", path.as_str())])
    });
    std::iter::once(format!("{} ← {because}", template.name)).chain(chain).collect()
}

fn link_text(link: &Link, sources: &Sources) -> String {
    let place = position(sources.text(&link.span.file).unwrap_or_default(), link.span.start);
    format!("{}:{}:{}", link.span.file, place.line, place.column)
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
