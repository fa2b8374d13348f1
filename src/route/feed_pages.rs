//! Which pages a feed has: the newest, and of the feeds of whole languages the older ones too, in
//! archives (RFC 5005).
//!
//! **Invariant:** archives are counted from the oldest page on, so one that is full keeps its pages
//! whatever is published later.

use std::cmp::Reverse;

use crate::site::{Listing, PageId, Site};

use super::FeedScope;

/// How many pages stand in an archive.
const ARCHIVE_SIZE: usize = 50;

/// The newest pages of a feed: what is dated and listed.
pub fn feed_pages(site: &Site, scope: FeedScope) -> Vec<PageId> {
    let mut pages = all(site, scope, site.config.feeds.items);
    pages.truncate(site.config.feeds.items);
    pages
}

/// How many archives a feed has: none while it holds everything itself. The feeds of a language and
/// of all languages have them; what else there is stands in these.
pub fn feed_archive_count(site: &Site, scope: FeedScope) -> usize {
    if !matches!(scope, FeedScope::All | FeedScope::Listing(Listing::Home(_))) {
        return 0;
    }
    let count = all(site, scope, usize::MAX).len();
    if count > site.config.feeds.items { count.div_ceil(ARCHIVE_SIZE) } else { 0 }
}

/// The pages of an archive, newest first.
pub fn feed_archive(site: &Site, scope: FeedScope, number: usize) -> Vec<PageId> {
    let mut pages = all(site, scope, usize::MAX);
    pages.reverse();
    let start = number.saturating_sub(1).saturating_mul(ARCHIVE_SIZE);
    let mut pages: Vec<PageId> = pages.into_iter().skip(start).take(ARCHIVE_SIZE).collect();
    pages.reverse();
    pages
}

/// Every page that stands in any feed, newest first.
pub fn every_page(site: &Site) -> Vec<PageId> {
    all(site, FeedScope::All, usize::MAX)
}

/// All pages of a feed, newest first, or so many of each language as are wanted at least.
fn all(site: &Site, scope: FeedScope, wanted: usize) -> Vec<PageId> {
    let belongs = |page: &PageId| {
        let article = site.article_of(*page);
        site.is_in_feeds(article) && article.shared().date.is_some()
    };
    let newest_first = |pages: &mut Vec<PageId>| {
        pages.sort_by_key(|page| {
            let article = site.article_of(*page);
            (Reverse(article.shared().date.clone()), article.key.clone(), *page)
        });
    };
    match scope {
        FeedScope::All => {
            // The newest of all are among the newest of each language.
            let lists = site.langs().map(|lang| site.list(&Listing::Home(lang)));
            let mut pages: Vec<PageId> =
                lists.flat_map(|list| list.iter().copied().filter(belongs).take(wanted)).collect();
            newest_first(&mut pages);
            pages
        }
        FeedScope::Corrections(lang) => {
            let is_corrected = |page: &PageId| !site.page(*page).corrections(&site.env.now).is_empty();
            let list = site.list(&Listing::Home(lang)).iter().copied();
            list.filter(|page| belongs(page) && is_corrected(page)).collect()
        }
        FeedScope::Combination(id, lang) => site.combined(id, lang).into_iter().filter(belongs).collect(),
        FeedScope::Listing(listing) => {
            let mut pages: Vec<PageId> = site.list(&listing).iter().copied().filter(belongs).collect();
            // Sections may have an order of their own; feeds are newest first.
            if matches!(listing, Listing::Section(..)) {
                newest_first(&mut pages);
            }
            pages
        }
    }
}
