//! Why a page is where it is and as it is.

use crate::base::SourcePath;
use crate::explain::words::answers;
use crate::explain::{Explanation, Target, explain};
use crate::render::{Snapshot, escape};
use crate::status::board;

use super::excerpt::link;
use super::sheet::Sheet;

pub(super) fn body(sheet: &Sheet<'_>, snapshot: &Snapshot) -> String {
    let mut out = sheet.form(&sheet.field("of", "desk-of"));
    let Some(asked) = sheet.query.get("of") else {
        out.push_str(&format!("<p>{}</p>\n", sheet.words("desk-why-how", &[])));
        return out;
    };
    let documents = sheet.desk.documents;
    let board = board(&snapshot.site, documents);
    let found = explain(snapshot, documents, &board, &target(sheet, asked));
    if found.is_empty() {
        out.push_str(&format!("<p role=\"status\">{}</p>\n", sheet.words("desk-no-such", &[("what", asked)])));
    }
    out.extend(found.iter().map(|one| of_page(sheet, snapshot, one)));
    out
}

/// What is a file of the publication is a path, everything else an address.
fn target(sheet: &Sheet<'_>, asked: &str) -> Target {
    let path = SourcePath::new(asked.trim_start_matches("./")).ok();
    let is_there = |path: &SourcePath| {
        sheet.desk.sources.text(path).is_some() || sheet.desk.sources.below(path.as_str()).next().is_some()
    };
    path.filter(|_| !asked.starts_with('/'))
        .filter(is_there)
        .map_or_else(|| Target::Url(asked.to_owned()), Target::Path)
}

fn of_page(sheet: &Sheet<'_>, snapshot: &Snapshot, one: &Explanation) -> String {
    let url = escape(&snapshot.site.config.origin.href(&one.url));
    let head = if one.withheld.is_some() { url } else { format!("<a href=\"{url}\">{url}</a>") };
    let open = one.source.as_ref().map(|source| format!("<p>{}</p>", link(source, 1, 1, sheet.desk.folder)));
    let rows: String = answers(one, sheet.desk.sources, sheet.catalogue)
        .into_iter()
        .map(|(question, answers)| {
            let answers: Vec<String> = answers.iter().map(|answer| escape(answer)).collect();
            format!("<dt>{}</dt><dd>{}</dd>\n", escape(&question), answers.join("<br>"))
        })
        .collect();
    format!("<h2>{head}</h2>\n{}\n<dl>{rows}</dl>\n", open.unwrap_or_default())
}
