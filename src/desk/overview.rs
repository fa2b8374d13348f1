//! The first page: how much there is to do, and where.

use crate::diagnostic::Severity;
use crate::status::{State, board};

use super::calendar;
use super::routes::is_listed;
use super::sheet::Sheet;

pub(super) fn body(sheet: &Sheet<'_>) -> String {
    let desk = sheet.desk;
    let of = |severity| desk.diagnostics.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings, hints) = (of(Severity::Error), of(Severity::Warning), of(Severity::Hint));
    let problems = [
        tile(sheet, errors, "desk-errors", "bad", "problems", &[("severity", "error")]),
        tile(sheet, warnings, "desk-warnings", "care", "problems", &[("severity", "warning")]),
        tile(sheet, hints, "desk-hints", "", "problems", &[("severity", "hint")]),
    ];
    let checked = if desk.is_checked { "desk-checked" } else { "desk-checking" };
    let mut out = section(sheet, "desk-problems", &problems.concat());
    out.push_str(&format!("<p class=\"soft\">{}</p>\n", sheet.words(checked, &[])));
    let Some(snapshot) = desk.snapshot else {
        out.push_str(&format!("<p>{}</p>\n", sheet.words("desk-nothing", &[])));
        return out;
    };
    let board = board(&snapshot.site, desk.documents);
    let states = [
        (State::Stale, "desk-state-stale"),
        (State::Draft, "desk-state-draft"),
        (State::Missing, "desk-state-missing"),
        (State::Unpinned, "desk-state-unpinned"),
    ];
    let tiles = states.map(|(state, key)| {
        let count = board.rows.iter().filter(|row| row.state == state).count();
        let class = if state == State::Stale { "care" } else { "" };
        tile(sheet, count, key, class, "translations", &[("state", state.name())])
    });
    out.push_str(&section(sheet, "desk-translations", &tiles.concat()));
    let days = calendar::days(snapshot, desk.documents);
    let tiles = calendar::Kind::TO_COME.map(|kind| {
        let count = days.iter().filter(|day| day.kind == kind && day.is_to_come).count();
        tile(sheet, count, kind.count_key(), "", "calendar", &[])
    });
    out.push_str(&section(sheet, "desk-calendar", &tiles.concat()));
    let addresses = tile(
        sheet,
        snapshot.routes.iter().filter(|route| is_listed(route)).count(),
        "desk-addresses",
        "",
        "routes",
        &[],
    );
    out.push_str(&section(sheet, "desk-routes", &addresses));
    out
}

fn section(sheet: &Sheet<'_>, key: &str, tiles: &str) -> String {
    format!("<h2>{}</h2>\n<ul class=\"tiles\">{tiles}</ul>\n", sheet.words(key, &[]))
}

fn tile(sheet: &Sheet<'_>, count: usize, key: &str, class: &str, path: &str, query: &[(&str, &str)]) -> String {
    let class = if count > 0 { class } else { "" };
    let number = sheet.locale.integer(i64::try_from(count).unwrap_or(i64::MAX));
    let href = sheet.href(path, query);
    format!("<li class=\"{class}\"><b>{number}</b><a href=\"{href}\">{}</a></li>\n", sheet.count(key, count))
}
