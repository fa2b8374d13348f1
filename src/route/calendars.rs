//! Events for programs that keep calendars: one file for each event, one for all of a language.

use crate::base::UrlPath;
use crate::config::StructuredData;
use crate::schema::Value;
use crate::site::{LangId, Listing, PageId, Site};

use super::pager::list_url;
use super::{Artifact, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    for (index, page) in site.pages.iter().enumerate() {
        if let Some(url) = event_url(site, PageId(index)) {
            let claim = Some(page.document.span.clone());
            claims.push(Route { url, artifact: Artifact::Event(PageId(index)), claim });
        }
    }
    for lang in site.langs() {
        if let Some(url) = calendar_url(site, lang) {
            claims.push(Route { url, artifact: Artifact::Calendar(lang), claim: None });
        }
    }
}

/// Says whether a page tells of an event whose time is known.
pub fn is_event(site: &Site, page: PageId) -> bool {
    let article = site.article_of(page);
    let fields = [&site.page(page).document.fields, &article.shared().fields];
    let starts = || fields.iter().any(|fields| fields.get("start").is_some_and(|field| is_moment(&field.value)));
    site.type_of(article).structured_data == StructuredData::Event && starts()
}

fn is_moment(value: &Value) -> bool {
    matches!(value, Value::Moment(_))
}

/// The calendar of one event, beside its page.
pub fn event_url(site: &Site, page: PageId) -> Option<UrlPath> {
    site.page(page).url.file("event.ics").ok().filter(|_| is_event(site, page))
}

/// The calendar of all events in a language; every language has it where any has an event, so that
/// one can follow it before there is something in it.
pub fn calendar_url(site: &Site, lang: LangId) -> Option<UrlPath> {
    let has_events = (0..site.pages.len()).any(|index| is_event(site, PageId(index)));
    list_url(site, &Listing::Home(lang), 1).file("events.ics").ok().filter(|_| has_events)
}
