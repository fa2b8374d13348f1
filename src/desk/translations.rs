//! The translation board: every article in every language.

use crate::render::{Snapshot, escape};
use crate::status::words::{notes, state_key};
use crate::status::{Board, Row, State, Wanted, board};

use super::sheet::{Sheet, table};

pub(super) fn body(sheet: &Sheet<'_>, snapshot: &Snapshot) -> String {
    let site = &snapshot.site;
    let wanted = wanted(sheet);
    let board = wanted.of(site, board(site, sheet.desk.documents));
    let mut out = sheet.form(&questions(sheet, snapshot));
    out.push_str(&counts(sheet, &board));
    let heads =
        ["part-title", "board-language", "board-state", "board-words", "board-days", "board-people", "board-notes"];
    let rows: String = board.rows.iter().map(|row| line(sheet, row)).collect();
    out.push_str(&table(&sheet.words("desk-translations", &[]), &heads.map(|head| sheet.words(head, &[])), &rows));
    out
}

fn wanted(sheet: &Sheet<'_>) -> Wanted {
    let one = |name: &str| sheet.query.get(name).map(str::to_owned).into_iter().collect::<Vec<_>>();
    let term = sheet.query.get("term").and_then(|term| term.split_once('='));
    Wanted {
        types: one("type"),
        terms: term.into_iter().map(|(taxonomy, term)| (taxonomy.to_owned(), term.to_owned())).collect(),
        languages: one("language"),
        states: sheet.query.get("state").and_then(State::of_name).into_iter().collect(),
        places: Vec::new(),
    }
}

fn questions(sheet: &Sheet<'_>, snapshot: &Snapshot) -> String {
    let site = &snapshot.site;
    let (lang, order) = (sheet.catalogue.tongue().lang(), site.languages());
    let own = site.lang_id(&lang).map_or(0, |lang| lang.0);
    let languages = site.config.languages.iter().map(|language| (language.lang.to_string(), language.name.clone()));
    let types =
        site.config.content_types.iter().map(|known| (known.id.clone(), known.name.best(&lang, order).to_owned()));
    let terms = site.terms.iter().map(|term| {
        let taxonomy = &site.config.taxonomies[term.taxonomy.0];
        let name = format!("{}: {}", taxonomy.singular.best(&lang, order), term.names[own]);
        (format!("{}={}", taxonomy.id, term.id), name)
    });
    let states = State::ALL.map(|state| (state.name().to_owned(), sheet.catalogue.phrase(state_key(state), &[])));
    [
        sheet.choice("language", "board-language", &languages.collect::<Vec<_>>()),
        sheet.choice("state", "board-state", &states),
        sheet.choice("type", "desk-type", &types.collect::<Vec<_>>()),
        sheet.choice("term", "desk-term", &terms.collect::<Vec<_>>()),
    ]
    .concat()
}

/// How many there are of each state, each a way to see them alone.
fn counts(sheet: &Sheet<'_>, board: &Board) -> String {
    let chips = State::ALL.into_iter().filter_map(|state| {
        let count = board.rows.iter().filter(|row| row.state == state).count();
        let name = sheet.words(state_key(state), &[]);
        let href = sheet.again("state", Some(state.name()));
        (count > 0).then(|| format!("<li><a href=\"{href}\">{count} {name}</a></li>"))
    });
    format!("<ul class=\"chips\">{}</ul>\n", chips.collect::<String>())
}

fn line(sheet: &Sheet<'_>, row: &Row) -> String {
    let class = match row.state {
        State::Original | State::Current => "good",
        State::Stale | State::Missing => "bad",
        State::Unpinned | State::Draft => "care",
    };
    let notes: Vec<String> = notes(row, sheet.catalogue).iter().map(|line| escape(line)).collect();
    let changes = row.document.as_ref().filter(|_| !row.is_original()).map(|document| {
        let href = sheet.href("changes", &[("file", document.path.as_str())]);
        format!("<a href=\"{href}\">{}</a>", sheet.words("desk-compare", &[]))
    });
    let notes: Vec<String> = notes.into_iter().chain(changes).collect();
    let why = sheet.href("why", &[("of", row.path().as_str())]);
    let locale = &sheet.locale;
    let number = |number: i64| locale.integer(number);
    let words =
        if row.state == State::Missing { String::new() } else { number(i64::try_from(row.words).unwrap_or(i64::MAX)) };
    format!(
        "<tr><th scope=\"row\"><a href=\"{why}\">{}</a><br><span class=\"soft\">{}</span></th><td>{}</td>\
         <td class=\"state {class}\">{}</td><td class=\"number\">{words}</td><td class=\"number\">{}</td><td>{}</td><td>{}</td></tr>\n",
        escape(&row.title),
        escape(row.path().as_str()),
        row.lang,
        sheet.words(state_key(row.state), &[]),
        row.days.map(number).unwrap_or_default(),
        escape(&row.people.join(", ")),
        notes.join("<br>"),
    )
}
