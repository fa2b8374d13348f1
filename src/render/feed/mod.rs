//! Feeds: the same items in RSS 2.0, Atom 1.0 and JSON Feed 1.1.
//!
//! **Invariant:** a feed's bytes change only when its items do: its date is its newest item's.
//! **Invariant:** every URL in a feed is absolute.

mod atom;
mod item;
mod json;
mod opml;
mod rss;
mod style;
mod xml;

use crate::config::FeedFormat;
use crate::route::{FeedScope, feed_page, feed_style_url, feed_url};
use crate::schema::Localised;
use crate::site::{CombinationId, LangId, Listing, PageId, Site};

use super::snapshot::Snapshot;
use item::{Item, item};
pub(super) use opml::opml;
pub(super) use style::style;

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
    items: Vec<Item>,
}

/// Writes a feed.
pub(super) fn feed(snapshot: &Snapshot, scope: FeedScope, format: FeedFormat) -> String {
    let feed = collect(snapshot, scope, format);
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
    let name = match scope {
        FeedScope::All => return snapshot.string(lang, "feed-all-title", &[("site", title)]),
        FeedScope::Listing(Listing::Home(_)) => return title.to_owned(),
        FeedScope::Combination(id, _) => combination(site, id, lang),
        FeedScope::Listing(Listing::Section(id, _)) => site.section(id).titles[lang.0].clone(),
        FeedScope::Listing(Listing::Term(id, _)) => site.term(id).names[lang.0].clone(),
        FeedScope::Listing(Listing::Year(year, _)) => year.to_string(),
        FeedScope::Listing(Listing::Type(id, _)) => {
            site.config.content_types[id.0].plural.best(site.lang(lang), site.languages()).to_owned()
        }
    };
    snapshot.string(lang, "feed-title", &[("site", title), ("name", &name)])
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

fn collect(snapshot: &Snapshot, scope: FeedScope, format: FeedFormat) -> Feed {
    let site = &snapshot.site;
    let lang = scope.lang().unwrap_or_else(|| root(site));
    let description = site.config.description.as_ref();
    let description = description.map(|text| text.best(site.lang(lang), site.languages()).to_owned());
    let own_title = title(snapshot, scope, lang);
    let own = site.config.origin.absolute(&feed_url(site, scope, format));
    Feed {
        description: description.unwrap_or_else(|| own_title.clone()),
        title: own_title,
        link: site.config.origin.absolute(&feed_page(site, scope)),
        // The id is that of the feed's first format, so that all formats are one feed.
        id: site.config.origin.absolute(&feed_url(site, scope, FeedFormat::Rss)),
        own,
        style: site.config.origin.href(&feed_style_url(site, lang)),
        hub: site.config.feeds.hub.clone(),
        lang: scope.lang().map(|lang| site.lang(lang).to_string()),
        items: pages(site, scope).into_iter().map(|page| item(snapshot, page)).collect(),
    }
}

fn root(site: &Site) -> LangId {
    LangId(site.config.languages.iter().position(|language| language.is_root).unwrap_or_default())
}

/// The newest pages that belong in a feed: what is dated and listed.
pub(super) fn pages(site: &Site, scope: FeedScope) -> Vec<PageId> {
    let belongs = |page: &PageId| {
        let article = site.article_of(*page);
        site.is_in_feeds(article) && article.shared().date.is_some()
    };
    let newest_first = |pages: &mut Vec<PageId>| {
        pages.sort_by_key(|page| {
            let article = site.article_of(*page);
            (std::cmp::Reverse(article.shared().date.clone()), article.key.clone(), *page)
        });
    };
    let count = site.config.feeds.items;
    match scope {
        FeedScope::All => {
            // The newest of all are among the newest of each language.
            let lists = site.langs().map(|lang| site.list(&Listing::Home(lang)));
            let mut pages: Vec<PageId> =
                lists.flat_map(|list| list.iter().copied().filter(belongs).take(count)).collect();
            newest_first(&mut pages);
            pages.truncate(count);
            pages
        }
        FeedScope::Combination(id, lang) => site.combined(id, lang).into_iter().filter(belongs).take(count).collect(),
        FeedScope::Listing(listing) => {
            let mut pages: Vec<PageId> = site.list(&listing).iter().copied().filter(belongs).collect();
            // Sections may have an order of their own; feeds are newest first.
            if matches!(listing, Listing::Section(..)) {
                newest_first(&mut pages);
            }
            pages.truncate(count);
            pages
        }
    }
}
