//! `kabar translate`

use std::io;
use std::sync::Arc;

use serde_json::json;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::document::{Document, PlaceKind};
use crate::scaffold::{self, Plan};
use crate::site::Site;
use crate::workspace::Workspace;

use super::arguments::TranslateArguments;
use super::report::Report;
use super::status::{finish, today};
use super::{load_all, place};

pub(super) fn run(arguments: &TranslateArguments, report: &Report) -> io::Result<bool> {
    let Some(mut workspace) = load_all(&arguments.place, report)? else { return Ok(false) };
    let Some(snapshot) = workspace.snapshot.clone() else { return Ok(false) };
    let path = place::near(&workspace.root, &arguments.file)?;
    match plan(&path, arguments.to.as_deref(), &snapshot.site, &workspace, report) {
        Ok(plan) => finish(&plan, &mut workspace, report),
        Err(problem) => {
            report.diagnostics(&[Diagnostic::nowhere(problem)], &workspace.sources, json!({ "ok": false }));
            Ok(false)
        }
    }
}

fn plan(path: &str, to: Option<&str>, site: &Site, workspace: &Workspace, report: &Report) -> Result<Plan, Problem> {
    let article = article(path, workspace).ok_or_else(|| Problem::NotAnArticle { path: path.to_owned() })?;
    // Whoever names a translation means its original.
    let original = article.iter().find(|document| document.translation.is_none()).or(article.first());
    let original = original.ok_or_else(|| Problem::NotAnArticle { path: path.to_owned() })?;
    let has = |lang: &Lang| article.iter().any(|document| document.place.lang == *lang);
    let target = match to {
        Some(to) => {
            let known = || site.languages().iter().map(Lang::as_str);
            let found = site.languages().iter().find(|lang| lang.as_str() == to);
            let undeclared = || Problem::UndeclaredLanguage { lang: to.to_owned(), nearest: nearest(to, known()) };
            found.cloned().ok_or_else(undeclared)?
        }
        None => {
            let missing = site.languages().iter().find(|lang| !has(lang));
            let there = || Problem::AlreadyThere { path: twins(&article) };
            missing.cloned().ok_or_else(there)?
        }
    };
    if let Some(there) = article.iter().find(|document| document.place.lang == target) {
        return Err(Problem::AlreadyThere { path: there.path.to_string() });
    }
    let fields =
        original.content_type(&site.config).map(|content_type| content_type.fields.as_slice()).unwrap_or_default();
    let plan = scaffold::translate(original, &target, fields, &report.catalogue, &today(workspace));
    plan.ok_or_else(|| Problem::NotAnArticle { path: path.to_owned() })
}

fn twins(article: &[Arc<Document>]) -> String {
    article.iter().map(|document| document.path.to_string()).collect::<Vec<_>>().join(", ")
}

/// All files of the article that a file or folder belongs to.
pub(super) fn article(path: &str, workspace: &Workspace) -> Option<Vec<Arc<Document>>> {
    let documents = || workspace.documents.articles.values().filter(|known| known.place.kind != PlaceKind::Section);
    let by_file = documents().find(|document| document.path.as_str() == path);
    let folder = path.trim_end_matches('/').strip_prefix("content/");
    let by_folder = || documents().find(|document| Some(document.place.key.as_str()) == folder);
    let key = &by_file.or_else(by_folder)?.place.key;
    Some(documents().filter(|document| document.place.key == *key).cloned().collect())
}
