//! The headlines of a feed alone, for what shows no more of it.

use crate::base::Moment;
use crate::route::{FeedScope, feed_pages};
use crate::site::{LangId, PageId};

use super::super::snapshot::Snapshot;
use super::item::corrections;

/// What is told of an item.
pub(in super::super) struct Headline {
    pub(in super::super) title: String,
    /// With scheme and host.
    pub(in super::super) url: String,
    pub(in super::super) lang: LangId,
    /// In the words of its language.
    pub(in super::super) date: Option<(Moment, String)>,
}

/// The newest of a feed, as its items have them.
pub(in super::super) fn headlines(snapshot: &Snapshot, scope: FeedScope, most: usize) -> Vec<Headline> {
    let pages = feed_pages(&snapshot.site, scope);
    let told = |date: Moment, lang: LangId| {
        let text = snapshot.locale(lang).date(&date);
        (date, text)
    };
    if let FeedScope::Corrections(lang) = scope {
        let items = corrections(snapshot, &pages).into_iter().take(most);
        return items
            .map(|item| Headline { title: item.title, url: item.url, lang, date: Some(told(item.published, lang)) })
            .collect();
    }
    let site = &snapshot.site;
    let headline = |id: PageId| {
        let page = site.page(id);
        let date = site.article(page.article).shared().date.clone();
        Headline {
            title: page.document.title.clone(),
            url: site.config.origin.absolute(&page.url),
            lang: page.lang,
            date: date.map(|date| told(date, page.lang)),
        }
    };
    pages.into_iter().take(most).map(headline).collect()
}
