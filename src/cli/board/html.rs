//! The board as a page that stands by itself, to be sent around.

use crate::diagnostic::Catalogue;
use crate::render::escape;
use crate::site::Site;
use crate::status::words::{change_key, notes, part_name, state_key};
use crate::status::{Board, Row};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1d2433;background:#fff}\
    table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #c9ced8}\
    td.n{text-align:right;font-variant-numeric:tabular-nums}tr.stale td:nth-child(3),tr.missing td:nth-child(3){font-weight:700}\
    .diff{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.diff pre{white-space:pre-wrap;margin:0;padding:.5rem;background:#f2f4f8}\
    @media(max-width:40rem){.diff{grid-template-columns:1fr}}\
    @media(prefers-color-scheme:dark){body{color:#e6e9f0;background:#141824}th,td{border-color:#3a4256}.diff pre{background:#1f2536}}";

const COLUMNS: [&str; 7] =
    ["part-title", "board-language", "board-state", "board-words", "board-days", "board-people", "board-notes"];

/// Writes the board as HTML.
pub(in crate::cli) fn html(board: &Board, site: &Site, catalogue: &Catalogue, has_diff: bool) -> String {
    let phrase = |key: &str| escape(&catalogue.phrase(key, &[]));
    let lang = catalogue.tongue().lang();
    let name = site.config.title.best(&lang, site.languages());
    let title = escape(&catalogue.phrase("board-title", &[("site", name)]));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         <h1>{title}</h1>\n<p>{}</p>\n<table>\n<thead><tr>",
        escape(&site.env.now.within(&site.config.timezone).date().to_string())
    );
    for column in COLUMNS {
        out.push_str(&format!("<th scope=\"col\">{}</th>", phrase(column)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &board.rows {
        out.push_str(&line(row, catalogue, has_diff));
    }
    out.push_str("</tbody>\n</table>\n</html>\n");
    out
}

fn line(row: &Row, catalogue: &Catalogue, has_diff: bool) -> String {
    let state = catalogue.phrase(state_key(row.state), &[]);
    let mut notes = notes(row, catalogue).iter().map(|line| escape(line)).collect::<Vec<_>>().join("<br>");
    if let Some(changes) = row.changes.as_ref().filter(|_| has_diff) {
        let unknown = catalogue.phrase("part-unknown", &[]);
        for change in &changes.list {
            let kind = catalogue.phrase(change_key(change.kind), &[]);
            let head = escape(&format!("{} · {kind}", part_name(change, catalogue)));
            let old = change.old.as_deref().unwrap_or(if change.number.is_none() { &unknown } else { "" });
            notes.push_str(&format!(
                "<details><summary>{head}</summary><div class=\"diff\"><pre>{}</pre><pre>{}</pre></div></details>",
                escape(old),
                escape(change.new.as_deref().unwrap_or_default())
            ));
        }
    }
    format!(
        "<tr class=\"{}\"><td>{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td>{notes}</td></tr>\n",
        row.state.name(),
        escape(&row.title),
        row.lang,
        escape(&state),
        row.words,
        row.days.map(|days| days.to_string()).unwrap_or_default(),
        escape(&row.people.join(", ")),
    )
}
