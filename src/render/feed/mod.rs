//! Feeds: the same items in RSS 2.0, Atom 1.0 and JSON Feed 1.1.
//!
//! **Invariant:** a feed's bytes change only when its items do: its date is its newest item's.
//! **Invariant:** every URL in a feed is absolute.

mod atom;
mod headlines;
mod item;
mod json;
mod media;
mod opml;
mod rss;
mod style;
mod xml;

use crate::config::FeedFormat;
use crate::route::{
    FeedScope, feed_archive, feed_archive_count, feed_archive_url, feed_page, feed_pages, feed_style_url, feed_url,
};
use crate::schema::Localised;
use crate::site::{CombinationId, LangId, Listing, Site};

use super::snapshot::Snapshot;
pub(super) use headlines::{Headline, headlines};
pub(super) use item::tag;
use item::{Item, corrections, item};
pub(super) use opml::opml;
pub(super) use style::style;
pub(super) use xml::{element, escape as xml_escape};

/// What all formats say of a feed.
struct Feed {
    title: String,
    description: String,
    /// The page that shows the same list.
    link: String,
    /// The feed's own address.
    own: String,
    /// None when items of several languages stand in it.
    lang: Option<String>,
    id: String,
    /// The style sheet for those who open the feed in a browser.
    style: String,
    hub: Option<String>,
    /// For an archive, the feed that it is of (RFC 5005 §4).
    current: Option<String>,
    /// The archive before this one.
    older: Option<String>,
    /// The archive behind this one.
    newer: Option<String>,
    items: Vec<Item>,
}

impl Feed {
    /// About how many bytes it will have in any format: bodies grow by their escaped signs.
    fn size(&self) -> usize {
        let item = |item: &Item| 2048 + item.html.as_ref().map_or(0, |html| html.len() + html.len() / 3);
        2048 + self.items.iter().map(item).sum::<usize>()
    }
}

/// The namespace of what RFC 5005 adds to feeds.
const HISTORY: &str = "http://purl.org/syndication/history/1.0";

/// The links from a feed to its archives, and between them (RFC 5005 §4.1).
fn neighbours(feed: &Feed) -> impl Iterator<Item = (&'static str, &str)> {
    let links = [("current", &feed.current), ("prev-archive", &feed.older), ("next-archive", &feed.newer)];
    links.into_iter().filter_map(|(rel, url)| Some((rel, url.as_deref()?)))
}

/// Writes a feed, or an archive of it.
pub(super) fn feed(snapshot: &Snapshot, scope: FeedScope, format: FeedFormat, archive: Option<usize>) -> String {
    let feed = collect(snapshot, scope, format, archive);
    match format {
        FeedFormat::Rss => rss::write(&feed),
        FeedFormat::Atom => atom::write(&feed),
        FeedFormat::Json => json::write(&feed),
    }
}

/// The title of a feed in the words of a language.
pub(super) fn title(snapshot: &Snapshot, scope: FeedScope, lang: LangId) -> String {
    let site = &snapshot.site;
    let title = site.config.title.best(site.lang(lang), site.languages());
    match scope {
        FeedScope::All => snapshot.string(lang, "feed-all-title", &[("site", title)]),
        FeedScope::Listing(Listing::Home(_)) => title.to_owned(),
        FeedScope::Corrections(_) => snapshot.string(lang, "feed-corrections-title", &[("site", title)]),
        FeedScope::Combination(..) | FeedScope::Listing(_) => {
            let name = name(site, scope, lang);
            snapshot.string(lang, "feed-title", &[("site", title), ("name", &name)])
        }
    }
}

/// What a feed has of all articles, in a few words; nothing to say of the feeds of everything and of
/// corrections, which have titles alone.
pub(super) fn name(site: &Site, scope: FeedScope, lang: LangId) -> String {
    match scope {
        FeedScope::All | FeedScope::Corrections(_) | FeedScope::Listing(Listing::Home(_)) => String::new(),
        FeedScope::Combination(id, _) => combination(site, id, lang),
        FeedScope::Listing(Listing::Section(id, _)) => site.section(id).titles[lang.0].clone(),
        FeedScope::Listing(Listing::Term(id, _)) => site.term(id).names[lang.0].clone(),
        FeedScope::Listing(Listing::Year(year, _)) => year.to_string(),
        FeedScope::Listing(Listing::Type(id, _)) => {
            site.config.content_types[id.0].plural.best(site.lang(lang), site.languages()).to_owned()
        }
    }
}

/// The name of a combination: its title, else the names of what it combines.
fn combination(site: &Site, id: CombinationId, lang: LangId) -> String {
    let combination = site.combination(id);
    let best = |text: &Localised| text.best(site.lang(lang), site.languages()).to_owned();
    if let Some(title) = &combination.title {
        return best(title);
    }
    let content_type = combination.content_type.as_ref().and_then(|id| site.config.content_type(id));
    let terms = site.combined_terms(combination);
    let names = terms.iter().map(|term| site.term(*term).names[lang.0].clone());
    names.chain(content_type.map(|content_type| best(&content_type.plural))).collect::<Vec<_>>().join(", ")
}

fn collect(snapshot: &Snapshot, scope: FeedScope, format: FeedFormat, archive: Option<usize>) -> Feed {
    let site = &snapshot.site;
    let lang = scope.lang().unwrap_or_else(|| root(site));
    let description = site.config.description.as_ref();
    let description = description.map(|text| text.best(site.lang(lang), site.languages()).to_owned());
    let own_title = title(snapshot, scope, lang);
    let address = |number: Option<usize>| {
        let url = number.map_or_else(|| feed_url(site, scope, format), |at| feed_archive_url(site, scope, format, at));
        site.config.origin.absolute(&url)
    };
    let count = feed_archive_count(site, scope);
    let pages = match archive {
        None => feed_pages(site, scope),
        Some(number) => feed_archive(site, scope, number),
    };
    Feed {
        description: description.unwrap_or_else(|| own_title.clone()),
        title: own_title,
        link: site.config.origin.absolute(&feed_page(site, scope)),
        // The id is that of the feed's first format, so that all formats are one feed.
        id: site.config.origin.absolute(&feed_url(site, scope, FeedFormat::Rss)),
        own: address(archive),
        current: archive.map(|_| address(None)),
        older: archive
            .unwrap_or(count + 1)
            .checked_sub(1)
            .filter(|number| *number > 0)
            .map(|number| address(Some(number))),
        newer: archive.map(|number| number + 1).filter(|number| *number <= count).map(|number| address(Some(number))),
        style: site.config.origin.href(&feed_style_url(site, lang)),
        hub: site.config.feeds.hub.clone().filter(|_| archive.is_none()),
        lang: scope.lang().map(|lang| site.lang(lang).to_string()),
        items: match scope {
            FeedScope::Corrections(_) => corrections(snapshot, &pages),
            _ => pages.into_iter().map(|page| item(snapshot, page)).collect(),
        },
    }
}

fn root(site: &Site) -> LangId {
    LangId(site.config.languages.iter().position(|language| language.is_root).unwrap_or_default())
}
