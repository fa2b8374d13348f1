//! Every address of the site, with a way to it and to why it is there.

use std::collections::BTreeSet;

use crate::render::{Snapshot, escape};
use crate::route::{Artifact, Route, lang_of};

use super::sheet::{Sheet, table};

/// So many addresses stand on one page.
const SHOWN: usize = 200;

pub(super) fn body(sheet: &Sheet<'_>, snapshot: &Snapshot) -> String {
    let site = &snapshot.site;
    let lang = |route: &Route| lang_of(site, &route.artifact).map(|lang| site.lang(lang).to_string());
    let asked = |name: &str, value: Option<&str>| sheet.query.get(name).is_none_or(|wanted| value == Some(wanted));
    let is_asked = |route: &&Route| {
        (is_listed(route) || sheet.query.get("kind").is_some())
            && asked("kind", Some(route.artifact.kind()))
            && asked("language", lang(route).as_deref())
            && sheet.query.get("text").is_none_or(|text| route.url.as_str().contains(text))
    };
    let found: Vec<&Route> = snapshot.routes.iter().filter(is_asked).collect();
    let page = sheet.query.get("page").and_then(|page| page.parse::<usize>().ok()).unwrap_or(1).max(1);
    let kinds: BTreeSet<&str> = snapshot.routes.iter().map(|route| route.artifact.kind()).collect();
    let kinds: Vec<(String, String)> = kinds.into_iter().map(|kind| (kind.to_owned(), kind.to_owned())).collect();
    let languages = site.config.languages.iter().map(|language| (language.lang.to_string(), language.name.clone()));
    let questions = [
        sheet.choice("kind", "desk-kind", &kinds),
        sheet.choice("language", "board-language", &languages.collect::<Vec<_>>()),
        sheet.field("text", "desk-text"),
    ];
    let mut out = sheet.form(&questions.concat());
    out.push_str(&format!("<p role=\"status\">{}</p>\n", sheet.count("desk-addresses-found", found.len())));
    let rows: String = found
        .iter()
        .skip((page - 1).saturating_mul(SHOWN))
        .take(SHOWN)
        .map(|route| line(sheet, snapshot, route, lang(route)))
        .collect();
    let heads = ["desk-address", "desk-kind", "board-language", "desk-made-of", "desk-why"];
    out.push_str(&table(&sheet.words("desk-routes", &[]), &heads.map(|head| sheet.words(head, &[])), &rows));
    out.push_str(&pager(sheet, page, found.len().div_ceil(SHOWN)));
    out
}

/// Says whether an address is of use to people: not so the many files of the index of the search,
/// which stand here only when they are asked for.
pub(super) fn is_listed(route: &Route) -> bool {
    !matches!(route.artifact, Artifact::Search(..))
}

fn line(sheet: &Sheet<'_>, snapshot: &Snapshot, route: &Route, lang: Option<String>) -> String {
    let href = escape(&snapshot.site.config.origin.href(&route.url));
    let url = route.url.as_str();
    let source = route.claim.as_ref().map(|span| escape(span.file.as_str())).unwrap_or_default();
    format!(
        "<tr><td><a href=\"{href}\">{}</a></td><td>{}</td><td>{}</td><td>{source}</td><td><a href=\"{}\" aria-label=\"{}\">{}</a></td></tr>\n",
        escape(url),
        route.artifact.kind(),
        lang.unwrap_or_default(),
        sheet.href("why", &[("of", url)]),
        sheet.words("desk-why-of", &[("what", url)]),
        sheet.words("desk-why", &[]),
    )
}

fn pager(sheet: &Sheet<'_>, page: usize, last: usize) -> String {
    if last < 2 {
        return String::new();
    }
    let link = |number: usize, key: &str| {
        let href = sheet.again("page", Some(&number.to_string()));
        format!("<li><a href=\"{href}\">{}</a></li>", sheet.words(key, &[]))
    };
    let before = if page > 1 { link(page - 1, "desk-before") } else { String::new() };
    let after = if page < last { link(page + 1, "desk-after") } else { String::new() };
    let values = [("page", page.to_string()), ("last", last.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    format!("<ul class=\"chips\">{before}<li>{}</li>{after}</ul>\n", sheet.words("desk-page", &values))
}
