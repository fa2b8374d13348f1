//! Feeds: beside every list that has something, and one for all languages.

use crate::base::UrlPath;
use crate::config::FeedFormat;
use crate::site::{LangId, Listing, SectionId, Site, TermId, TypeId};

use super::pager::list_url;
use super::{Artifact, FeedScope, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    for lang in site.langs() {
        claim_scope(site, Listing::Home(lang), claims);
        let sections = (1..site.sections.len()).map(|index| Listing::Section(SectionId(index), lang));
        let types = (0..site.config.content_types.len()).map(|index| Listing::Type(TypeId(index), lang));
        let terms = (0..site.terms.len()).map(|index| Listing::Term(TermId(index), lang));
        for listing in sections.chain(types).chain(terms) {
            if has_feed(site, &listing) {
                claim_scope(site, listing, claims);
            }
        }
    }
    let is_xml = |format: &FeedFormat| *format != FeedFormat::Json;
    for lang in site.langs().filter(|_| site.config.feeds.formats.iter().any(is_xml)) {
        claims.push(Route { url: feed_style_url(site, lang), artifact: Artifact::FeedStyle(lang), claim: None });
    }
    if let Some(url) = UrlPath::root().file("feeds.opml").ok().filter(|_| !site.config.feeds.formats.is_empty()) {
        claims.push(Route { url, artifact: Artifact::FeedList, claim: None });
    }
    if site.langs().count() > 1 {
        for format in &site.config.feeds.formats {
            let artifact = Artifact::Feed(FeedScope::All, *format);
            claims.push(Route { url: feed_url(site, FeedScope::All, *format), artifact, claim: None });
        }
    }
}

/// Says whether a list has feeds: home always, others when something of it belongs in a feed.
pub fn has_feed(site: &Site, listing: &Listing) -> bool {
    let is_wanted = match listing {
        Listing::Home(_) => return true,
        Listing::Section(..) | Listing::Type(..) => true,
        Listing::Term(..) => site.config.feeds.of_terms,
        Listing::Year(..) => false,
    };
    is_wanted && site.list(listing).iter().any(|page| site.is_in_feeds(site.article_of(*page)))
}

fn claim_scope(site: &Site, listing: Listing, claims: &mut Vec<Route>) {
    for format in &site.config.feeds.formats {
        let scope = FeedScope::Listing(listing);
        let url = feed_url(site, scope, *format);
        claims.push(Route { url, artifact: Artifact::Feed(scope, *format), claim: None });
    }
}

/// The address of a feed: a file beside its list.
pub fn feed_url(site: &Site, scope: FeedScope, format: FeedFormat) -> UrlPath {
    let name = match format {
        FeedFormat::Rss => "feed.xml",
        FeedFormat::Atom => "atom.xml",
        FeedFormat::Json => "feed.json",
    };
    let folder = match scope {
        FeedScope::All => UrlPath::new("/all/").unwrap_or_else(|_| UrlPath::root()),
        FeedScope::Listing(listing) => list_url(site, &listing, 1),
    };
    folder.file(name).unwrap_or(folder)
}

/// The address of the style sheet that a language's feeds name.
pub fn feed_style_url(site: &Site, lang: LangId) -> UrlPath {
    let home = list_url(site, &Listing::Home(lang), 1);
    home.file("feed.css").unwrap_or(home)
}
