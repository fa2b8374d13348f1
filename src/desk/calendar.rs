//! What was published and what is to come: articles with their dates, embargoes, ends, events,
//! and drafts that have no date yet.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Moment;
use crate::config::StructuredData;
use crate::document::{Document, Documents, PlaceKind};
use crate::render::{Snapshot, escape};
use crate::schema::Value;

use super::sheet::Sheet;

/// So many months before this one are shown unless all are asked for.
const MONTHS_BEFORE: i32 = 2;

/// What happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Published,
    /// Readers get it on this day.
    Scheduled,
    Expires,
    Event,
    /// A draft with this date.
    Draft,
}

impl Kind {
    /// The kinds that are waited for.
    pub(super) const TO_COME: [Self; 4] = [Self::Scheduled, Self::Event, Self::Expires, Self::Draft];

    fn key(self) -> &'static str {
        match self {
            Self::Published => "desk-published",
            Self::Scheduled => "desk-scheduled",
            Self::Expires => "desk-expires",
            Self::Event => "desk-event",
            Self::Draft => "desk-draft",
        }
    }

    /// The phrase that counts what is to come.
    pub(super) fn count_key(self) -> &'static str {
        match self {
            Self::Published => "desk-count-published",
            Self::Scheduled => "desk-count-scheduled",
            Self::Expires => "desk-count-expires",
            Self::Event => "desk-count-events",
            Self::Draft => "desk-count-drafts",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Published => "good",
            Self::Scheduled | Self::Draft => "care",
            Self::Expires => "bad",
            Self::Event => "state",
        }
    }
}

/// One thing on the calendar.
pub(super) struct Day {
    pub(super) kind: Kind,
    /// None for a draft without a date.
    pub(super) moment: Option<Moment>,
    /// From now on; drafts always are.
    pub(super) is_to_come: bool,
    document: Arc<Document>,
}

/// Everything that has a day, in its order; drafts without one last.
pub(super) fn days(snapshot: &Snapshot, documents: &Documents) -> Vec<Day> {
    let site = &snapshot.site;
    let (now, zone) = (&site.env.now, &site.config.timezone);
    let mut days = Vec::new();
    // The original tells the date of all languages.
    let originals = documents.articles.values().filter(|document| document.translation.is_none());
    for document in originals.filter(|document| document.place.kind != PlaceKind::Section) {
        let shared = &document.shared;
        let mut add = |kind, moment: Option<&Moment>| {
            let moment = moment.map(|moment| moment.within(zone));
            let is_to_come = kind == Kind::Draft || moment.as_ref().is_none_or(|moment| moment.zoned() >= now.zoned());
            days.push(Day { kind, moment, is_to_come, document: document.clone() });
        };
        let date = shared.date.as_ref();
        match date {
            _ if document.is_draft => add(Kind::Draft, date),
            Some(date) if date.zoned() > now.zoned() => add(Kind::Scheduled, Some(date)),
            Some(date) => add(Kind::Published, Some(date)),
            None => {}
        }
        if let Some(expires) = &shared.expires {
            add(Kind::Expires, Some(expires));
        }
        if document.content_type(&site.config).is_some_and(|known| known.structured_data == StructuredData::Event)
            && let Some(field) = shared.fields.get("start")
            && let Value::Moment(start) = &field.value
        {
            add(Kind::Event, Some(start));
        }
    }
    days.sort_by(|a, b| {
        let moment = |day: &Day| day.moment.as_ref().map(|moment| moment.zoned().clone());
        let (one, other) = (moment(a), moment(b));
        (one.is_none(), one)
            .cmp(&(other.is_none(), other))
            .then(a.kind.cmp(&b.kind))
            .then_with(|| a.document.path.cmp(&b.document.path))
    });
    days
}

pub(super) fn body(sheet: &Sheet<'_>, snapshot: &Snapshot) -> String {
    let site = &snapshot.site;
    let now = site.env.now.within(&site.config.timezone);
    let locale = &sheet.locale;
    let zone = locale.zone(&now, &site.config.timezone);
    let values = [("date", locale.full_date(&now)), ("zone", zone)];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut out = format!("<p>{}</p>\n", sheet.words("desk-today", &values));
    let is_all = sheet.query.get("all").is_some();
    let first = month_number(&now) - MONTHS_BEFORE;
    let mut months: BTreeMap<i32, Vec<&Day>> = BTreeMap::new();
    let days = days(snapshot, sheet.desk.documents);
    for day in &days {
        if let Some(moment) = day.moment.as_ref().filter(|moment| is_all || month_number(moment) >= first) {
            months.entry(month_number(moment)).or_default().push(day);
        }
    }
    months.entry(month_number(&now)).or_default();
    let (href, key) =
        if is_all { (sheet.again("all", None), "desk-fewer") } else { (sheet.again("all", Some("1")), "desk-earlier") };
    out.push_str(&format!("<p><a href=\"{href}\">{}</a></p>\n", sheet.words(key, &[])));
    for (number, days) in months {
        let (year, month) = (number.div_euclid(12), number.rem_euclid(12) + 1);
        let title = sheet.words("desk-month", &[("month", &month.to_string()), ("year", &format!("{year} "))]);
        let items = items(sheet, &days, (number == month_number(&now)).then_some(&now));
        out.push_str(&format!("<h2>{}</h2>\n<ul class=\"days\">{items}</ul>\n", title.trim_end()));
    }
    let undated: String = days.iter().filter(|day| day.moment.is_none()).map(|day| item(sheet, day)).collect();
    if !undated.is_empty() {
        out.push_str(&format!("<h2>{}</h2>\n<ul class=\"days\">{undated}</ul>\n", sheet.words("desk-undated", &[])));
    }
    out
}

/// Months since the year 0.
fn month_number(moment: &Moment) -> i32 {
    i32::from(moment.year()) * 12 + i32::from(moment.date().month()) - 1
}

/// A month's days, with a line for now among them.
fn items(sheet: &Sheet<'_>, days: &[&Day], now: Option<&Moment>) -> String {
    let mut out = String::new();
    let mut now = now;
    for day in days {
        if let Some(moment) = now.filter(|now| day.moment.as_ref().is_some_and(|moment| moment.zoned() > now.zoned())) {
            out.push_str(&today(sheet, moment));
            now = None;
        }
        out.push_str(&item(sheet, day));
    }
    if let Some(moment) = now {
        out.push_str(&today(sheet, moment));
    }
    out
}

fn today(sheet: &Sheet<'_>, now: &Moment) -> String {
    format!(
        "<li class=\"today\"><span>{}</span><span>{}</span></li>\n",
        escape(&sheet.locale.short_date(now)),
        sheet.words("desk-now", &[])
    )
}

fn item(sheet: &Sheet<'_>, day: &Day) -> String {
    let locale = &sheet.locale;
    let when = day.moment.as_ref().map(|moment| {
        let date = escape(&locale.short_date(moment));
        if moment.has_time() { format!("{date} {}", escape(&locale.time(moment))) } else { date }
    });
    let why = sheet.href("why", &[("of", day.document.path.as_str())]);
    format!(
        "<li><span>{}</span><span><a href=\"{why}\" lang=\"{}\">{}</a> <span class=\"{}\">{}</span></span></li>\n",
        when.unwrap_or_default(),
        day.document.place.lang,
        escape(&day.document.title),
        day.kind.class(),
        sheet.words(day.kind.key(), &[]),
    )
}
