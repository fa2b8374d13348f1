//! What has changed in an original since it was translated, before and now side by side.

use crate::diagnostic::position;
use crate::render::{Snapshot, escape};
use crate::status::words::{change_key, notes, part_name, state_key};
use crate::status::{Change, Piece, Row, State, board, sides};

use super::excerpt::link;
use super::sheet::Sheet;

pub(super) fn body(sheet: &Sheet<'_>, snapshot: &Snapshot) -> String {
    let file = sheet.query.get("file").unwrap_or_default();
    let board = board(&snapshot.site, sheet.desk.documents);
    let is_asked = |row: &&Row| row.document.as_ref().is_some_and(|document| document.path.as_str() == file);
    match board.rows.iter().find(is_asked) {
        Some(row) => of_row(sheet, row),
        None => format!("<p>{}</p>\n", sheet.words("desk-no-such", &[("what", file)])),
    }
}

fn of_row(sheet: &Sheet<'_>, row: &Row) -> String {
    let state = sheet.words(state_key(row.state), &[]);
    let folder = sheet.desk.folder;
    let mut out = format!("<h2>{}</h2>\n<p>{} · {state}</p>\n", escape(&row.title), row.lang);
    out.push_str(&format!(
        "<p>{} ← {}</p>\n<ul>",
        link(row.path(), 1, 1, folder),
        link(&row.original.path, 1, 1, folder)
    ));
    for note in notes(row, sheet.catalogue) {
        out.push_str(&format!("<li>{}</li>", escape(&note)));
    }
    out.push_str("</ul>\n");
    let Some(changes) = &row.changes else {
        let key = if row.state == State::Stale { "status-unknown-changes" } else { "desk-no-changes" };
        out.push_str(&format!("<p>{}</p>\n", sheet.words(key, &[])));
        return out;
    };
    for change in &changes.list {
        out.push_str(&part(sheet, row, change));
    }
    out
}

fn part(sheet: &Sheet<'_>, row: &Row, change: &Change) -> String {
    let name = escape(&part_name(change, sheet.catalogue));
    let kind = sheet.words(change_key(change.kind), &[]);
    let place = change.start.map(|start| {
        let at = position(sheet.desk.sources.text(&row.original.path).unwrap_or_default(), start);
        format!("<p class=\"soft\">{}</p>", link(&row.original.path, at.line, at.column, sheet.desk.folder))
    });
    let (old, new) = texts(change);
    let unknown = || format!("<i>{}</i>", sheet.words("part-unknown", &[]));
    let old = old.unwrap_or_else(|| if change.number.is_none() { unknown() } else { String::new() });
    let lang = &row.original.place.lang;
    format!(
        "<h3>{name} · {kind}</h3>{}\n<div class=\"sides\"><div lang=\"{lang}\">{old}</div><div lang=\"{lang}\">{}</div></div>\n",
        place.unwrap_or_default(),
        new.unwrap_or_default()
    )
}

/// Both texts as HTML, with the words marked that the other does not have.
fn texts(change: &Change) -> (Option<String>, Option<String>) {
    let (Some(old), Some(new)) = (&change.old, &change.new) else {
        return (change.old.as_deref().map(escape), change.new.as_deref().map(escape));
    };
    let (old, new) = sides(old, new);
    (Some(marked(&old, "del")), Some(marked(&new, "ins")))
}

fn marked(pieces: &[Piece], element: &str) -> String {
    let one = |(text, is_marked): &Piece| match is_marked {
        true => format!("<{element}>{}</{element}>", escape(text)),
        false => escape(text),
    };
    pieces.iter().map(one).collect()
}
