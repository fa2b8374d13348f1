//! Which pages a feed has: the newest, and of the feeds of whole languages the older ones too, in
//! archives (RFC 5005).
//!
//! **Invariant:** archives are counted from the oldest page on, so one that is full keeps its pages
//! whatever is published later.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::site::{Listing, PageId, Site};

use super::{Artifact, FeedScope};

/// How many pages stand in an archive.
const ARCHIVE_SIZE: usize = 50;

/// Where an archive stands in the run of all articles, in millionths: those of different feeds that
/// have the same articles stand at about the same place. None for what is no archive.
pub fn feed_archive_place(site: &Site, artifact: &Artifact) -> Option<usize> {
    let Artifact::FeedArchive(scope, _, number) = artifact else { return None };
    Some(number.saturating_mul(1_000_000) / feed_archive_count(site, *scope).max(1))
}

/// The newest pages of a feed: what is dated and listed.
pub fn feed_pages(site: &Site, scope: FeedScope) -> Vec<PageId> {
    let most = site.config.feeds.items;
    match scope {
        // Of long lists only the beginning is looked at.
        FeedScope::Listing(listing) if !matches!(listing, Listing::Home(_) | Listing::Section(..)) => {
            site.list(&listing).iter().copied().filter(|page| belongs(site, *page)).take(most).collect()
        }
        _ => all(site, scope).iter().copied().take(most).collect(),
    }
}

/// Says whether a page of a list is in its feed.
fn belongs(site: &Site, page: PageId) -> bool {
    let article = site.article_of(page);
    site.is_in_feeds(article) && article.shared().date.is_some()
}

/// How many archives a feed has: none while it holds everything itself. The feeds of a language and
/// of all languages have them; what else there is stands in these.
pub fn feed_archive_count(site: &Site, scope: FeedScope) -> usize {
    if !matches!(scope, FeedScope::All | FeedScope::Listing(Listing::Home(_))) {
        return 0;
    }
    let count = all(site, scope).len();
    if count > site.config.feeds.items { count.div_ceil(ARCHIVE_SIZE) } else { 0 }
}

/// The pages of an archive, newest first.
pub fn feed_archive(site: &Site, scope: FeedScope, number: usize) -> Vec<PageId> {
    number
        .checked_sub(1)
        .and_then(|before| all(site, scope).rchunks(ARCHIVE_SIZE).nth(before).map(<[_]>::to_vec))
        .unwrap_or_default()
}

/// All pages of a feed, newest first.
fn all(site: &Site, scope: FeedScope) -> Cow<'_, [PageId]> {
    let belongs = |page: &PageId| belongs(site, *page);
    let in_feeds = |lang| site.in_feeds(Some(lang)).iter().copied();
    match scope {
        FeedScope::All => Cow::Borrowed(site.in_feeds(None)),
        FeedScope::Listing(Listing::Home(lang)) => Cow::Borrowed(site.in_feeds(Some(lang))),
        // Sections may have an order of their own; feeds are newest first.
        FeedScope::Listing(listing @ Listing::Section(_, lang)) => {
            let listed: BTreeSet<PageId> = site.list(&listing).iter().copied().collect();
            in_feeds(lang).filter(|page| listed.contains(page)).collect()
        }
        FeedScope::Listing(listing) => site.list(&listing).iter().copied().filter(belongs).collect(),
        FeedScope::Corrections(lang) => {
            in_feeds(lang).filter(|page| !site.page(*page).corrections(&site.env.now).is_empty()).collect()
        }
        FeedScope::Combination(id, lang) => site.combined(id, lang).into_iter().filter(belongs).collect(),
    }
}
