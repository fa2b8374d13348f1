//! Events as programs that keep calendars read them (iCalendar, RFC 5545).
//!
//! **Invariant:** the bytes change only when what they tell of does: the stamp of an event is the
//! day of its article, never the clock's.
//! **Invariant:** an event is known by the id that its article was given, in all languages, whatever
//! becomes of its address.

mod text;
mod zone;

use std::collections::BTreeSet;

use jiff::{ToSpan, ZonedDateTime};

use crate::base::Moment;
use crate::route::is_event;
use crate::schema::{self, Values};
use crate::site::{LangId, Listing, PageId, Site};

use super::snapshot::Snapshot;
use text::Lines;
use zone::Zone;

/// The calendar of one event.
pub(super) fn event(snapshot: &Snapshot, page: PageId) -> String {
    calendar(snapshot, None, &[page])
}

/// The calendar of all events in a language, in the order of their articles, newest first.
pub(super) fn all(snapshot: &Snapshot, lang: LangId) -> String {
    let site = &snapshot.site;
    let pages = site.list(&Listing::Home(lang)).iter().copied();
    let pages: Vec<PageId> = pages.filter(|page| is_event(site, *page)).collect();
    let title = site.config.title.best(site.lang(lang), site.languages());
    calendar(snapshot, Some(title), &pages)
}

fn calendar(snapshot: &Snapshot, title: Option<&str>, pages: &[PageId]) -> String {
    let site = &snapshot.site;
    let events: Vec<Event> = pages.iter().filter_map(|page| Event::of(site, *page)).collect();
    let zones: BTreeSet<Zone> = events.iter().flat_map(|event| event.zones()).collect();
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Kabar//Kabar//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", "PUBLISH");
    if let Some(title) = title {
        lines.text("NAME", title);
        lines.text("X-WR-CALNAME", title);
    }
    zones.iter().for_each(|zone| zone.write(&mut lines));
    events.iter().for_each(|event| event.write(site, &mut lines));
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

/// What a page tells of its event.
struct Event {
    page: PageId,
    values: Values,
    start: Moment,
    end: Option<Moment>,
    is_all_day: bool,
}

impl Event {
    fn of(site: &Site, id: PageId) -> Option<Self> {
        let page = site.page(id);
        let article = site.article(page.article);
        let values = page.document.fields.with(&article.shared().fields, &site.type_of(article).fields);
        let start = moment(&values, "start")?.clone();
        let end = moment(&values, "end").cloned();
        let says_all_day = values.get("all_day").is_some_and(|field| field.value == schema::Value::Boolean(true));
        let is_all_day = says_all_day || !start.has_time();
        Some(Self { page: id, values, start, end, is_all_day })
    }

    fn zones(&self) -> Vec<Zone> {
        let moments = [Some(&self.start), self.end.as_ref()];
        let zones = moments.into_iter().flatten().filter_map(|moment| Zone::of(moment.zoned()));
        zones.filter(|_| !self.is_all_day).collect()
    }

    fn write(&self, site: &Site, lines: &mut Lines) {
        let page = site.page(self.page);
        let shared = site.article(page.article).shared();
        let text = |name: &str| text(&self.values, name, site, page.lang);
        lines.raw("BEGIN", "VEVENT");
        lines.text("UID", &uid(site, self.page));
        let created = shared.date.as_ref().unwrap_or(&self.start);
        let changed = shared.updated.as_ref().unwrap_or(created);
        lines.raw("DTSTAMP", &utc(changed.zoned()));
        lines.raw("CREATED", &utc(created.zoned()));
        lines.raw("LAST-MODIFIED", &utc(changed.zoned()));
        self.write_time(lines);
        lines.text(&format!("SUMMARY;LANGUAGE={}", site.lang(page.lang)), &page.document.title);
        let summary = page.document.description();
        if !summary.is_empty() {
            lines.text("DESCRIPTION", summary);
        }
        let place: Vec<String> = [text("venue"), text("city")].into_iter().flatten().collect();
        if !place.is_empty() {
            lines.text("LOCATION", &place.join(", "));
        }
        if let (Some(latitude), Some(longitude)) = (number(&self.values, "latitude"), number(&self.values, "longitude"))
        {
            lines.raw("GEO", &format!("{latitude:.6};{longitude:.6}"));
        }
        lines.raw("URL;VALUE=URI", &site.config.origin.absolute(&page.url));
        let status = match text("status").as_deref() {
            Some("cancelled") => "CANCELLED",
            Some("postponed") => "TENTATIVE",
            _ => "CONFIRMED",
        };
        lines.raw("STATUS", status);
        lines.raw("END", "VEVENT");
    }

    /// The end of RFC 5545 is the first moment, or day, that is not of the event any more.
    fn write_time(&self, lines: &mut Lines) {
        if self.is_all_day {
            let (first, last) = (self.start.date(), self.end.as_ref().map_or(self.start.date(), Moment::date));
            lines.raw("DTSTART;VALUE=DATE", &first.strftime("%Y%m%d").to_string());
            if let Ok(behind) = last.max(first).tomorrow() {
                lines.raw("DTEND;VALUE=DATE", &behind.strftime("%Y%m%d").to_string());
            }
            return;
        }
        write_moment("DTSTART", self.start.zoned(), lines);
        let end = self.end.as_ref().map(|end| match end.has_time() {
            true => end.zoned().clone(),
            // A day alone is all of it.
            false => end.zoned().checked_add(1.day()).unwrap_or_else(|_| end.zoned().clone()),
        });
        if let Some(end) = end.filter(|end| end.timestamp() > self.start.timestamp()) {
            write_moment("DTEND", &end, lines);
        }
    }
}

fn write_moment(name: &str, moment: &ZonedDateTime, lines: &mut Lines) {
    match Zone::of(moment) {
        Some(zone) => {
            let time = moment.strftime("%Y%m%dT%H%M%S").to_string();
            lines.raw(&format!("{name};TZID={}", zone.name()), &time);
        }
        None => lines.raw(name, &utc(moment)),
    }
}

fn utc(moment: &ZonedDateTime) -> String {
    moment.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// One event is one thing in all languages.
fn uid(site: &Site, page: PageId) -> String {
    let minted = site.article_of(page).lasting_id();
    format!("{minted}@{}", site.config.feeds.authority.as_deref().unwrap_or_default())
}

fn text(values: &Values, name: &str, site: &Site, lang: LangId) -> Option<String> {
    match &values.get(name)?.value {
        schema::Value::Text(text) => Some(text.best(site.lang(lang), site.languages()).to_owned()),
        schema::Value::Enum(id) => Some(id.clone()),
        _ => None,
    }
}

fn moment<'v>(values: &'v Values, name: &str) -> Option<&'v Moment> {
    match &values.get(name)?.value {
        schema::Value::Moment(moment) => Some(moment),
        _ => None,
    }
}

fn number(values: &Values, name: &str) -> Option<f64> {
    match values.get(name)?.value {
        schema::Value::Decimal(number) => Some(number),
        schema::Value::Integer(number) => i32::try_from(number).ok().map(f64::from),
        _ => None,
    }
}
