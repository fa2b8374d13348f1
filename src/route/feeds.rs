//! Feeds: beside every list that has something, of what terms have in common, and one for all
//! languages.

use crate::base::{Slug, UrlPath};
use crate::config::FeedFormat;
use crate::diagnostic::Span;
use crate::site::{LangId, Listing, SectionId, Site, TermId, TypeId};

use super::feed_pages::feed_archive_count;
use super::pager::list_url;
use super::{Artifact, FeedScope, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    for scope in site.langs().flat_map(|lang| feeds_of(site, lang)) {
        let claim = feed_claim(site, scope);
        for format in &site.config.feeds.formats {
            let url = feed_url(site, scope, *format);
            claims.push(Route { url, artifact: Artifact::Feed(scope, *format), claim: claim.clone() });
        }
        claim_archives(site, scope, claims);
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
        claim_archives(site, FeedScope::All, claims);
    }
}

/// The place in the publication that asks for a feed by name.
pub(super) fn feed_claim(site: &Site, scope: FeedScope) -> Option<Span> {
    match scope {
        FeedScope::Combination(id, _) => Some(site.combination(id).span.clone()),
        _ => None,
    }
}

fn claim_archives(site: &Site, scope: FeedScope, claims: &mut Vec<Route>) {
    for number in 1..=feed_archive_count(site, scope) {
        for format in &site.config.feeds.formats {
            let artifact = Artifact::FeedArchive(scope, *format, number);
            claims.push(Route { url: feed_archive_url(site, scope, *format, number), artifact, claim: None });
        }
    }
}

/// Every feed of a language: of home, sections, content types and terms, and of combinations in the
/// order in which the publication names them, and of corrections as soon as there is one in any
/// language.
pub fn feeds_of(site: &Site, lang: LangId) -> Vec<FeedScope> {
    let sections = (1..site.sections.len()).map(|index| Listing::Section(SectionId(index), lang));
    let types = (0..site.config.content_types.len()).map(|index| Listing::Type(TypeId(index), lang));
    let terms = (0..site.terms.len()).map(|index| Listing::Term(TermId(index), lang));
    let listings = [Listing::Home(lang)].into_iter().chain(sections).chain(types).chain(terms);
    let of_listings = listings.filter(|listing| has_feed(site, listing)).map(FeedScope::Listing);
    let combinations = site.combinations().map(|id| FeedScope::Combination(id, lang));
    let has_corrections = site.pages.iter().any(|page| !page.corrections(&site.env.now).is_empty());
    let corrections = has_corrections.then_some(FeedScope::Corrections(lang));
    of_listings.chain(combinations).chain(corrections).collect()
}

/// Says whether a list has feeds: home always, others when something of it belongs in a feed, or
/// a partner shows it.
pub fn has_feed(site: &Site, listing: &Listing) -> bool {
    let is_wanted = match listing {
        Listing::Home(_) => return true,
        Listing::Section(..) | Listing::Type(..) => true,
        Listing::Term(..) => site.config.feeds.of_terms,
        Listing::Year(..) => false,
    };
    is_wanted
        && (site.list(listing).iter().any(|page| site.is_in_feeds(site.article_of(*page)))
            || is_promised(site, listing))
}

/// Says whether there are feeds of a scope that is that of a feed in another language.
pub(super) fn is_fed(site: &Site, scope: FeedScope) -> bool {
    match scope {
        FeedScope::Listing(listing) => has_feed(site, &listing),
        FeedScope::All | FeedScope::Combination(..) | FeedScope::Corrections(_) => true,
    }
}

/// Says whether a partner relies on the feeds of a list: they stay while nothing is in them.
fn is_promised(site: &Site, listing: &Listing) -> bool {
    let mut shown = site.partners().filter_map(|id| site.shown(id)?.listing(listing.lang()));
    shown.any(|shown| shown == *listing)
}

/// The address of a feed: a file beside its list, or in a folder of its own.
pub fn feed_url(site: &Site, scope: FeedScope, format: FeedFormat) -> UrlPath {
    let name = match format {
        FeedFormat::Rss => "feed.xml",
        FeedFormat::Atom => "atom.xml",
        FeedFormat::Json => "feed.json",
    };
    let folder = feed_folder(site, scope);
    folder.file(name).unwrap_or(folder)
}

/// The folder in which the feeds of a scope stand.
pub(super) fn feed_folder(site: &Site, scope: FeedScope) -> UrlPath {
    match scope {
        FeedScope::All => UrlPath::new("/all/").unwrap_or_else(|_| UrlPath::root()),
        FeedScope::Listing(listing) => list_url(site, &listing, 1),
        FeedScope::Combination(id, lang) => {
            let slug = site.combination(id).slug.best(site.lang(lang), site.languages());
            Slug::new(slug).map_or_else(|| own_folder(site, lang), |slug| own_folder(site, lang).folder(&slug))
        }
        FeedScope::Corrections(lang) => own_folder(site, lang).folder(&site.config.languages[lang.0].paths.corrections),
    }
}

/// The address of an archive, beside the feed that it is of.
pub fn feed_archive_url(site: &Site, scope: FeedScope, format: FeedFormat, number: usize) -> UrlPath {
    let feed = feed_url(site, scope, format);
    let (folder, name) = feed.as_str().rsplit_once('/').unwrap_or_default();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "xml"));
    UrlPath::new(&format!("{folder}/{stem}-{number}.{extension}")).unwrap_or_else(|_| feed.clone())
}

/// The folder of feeds that no list has; no page stands there.
fn own_folder(site: &Site, lang: LangId) -> UrlPath {
    let language = &site.config.languages[lang.0];
    site.config.home(language).folder(&language.paths.feeds)
}

/// The page that shows what a feed has: for a combination, the list of its first term.
pub fn feed_page(site: &Site, scope: FeedScope) -> UrlPath {
    match scope {
        FeedScope::All => UrlPath::root(),
        FeedScope::Listing(listing) => list_url(site, &listing, 1),
        FeedScope::Corrections(lang) => list_url(site, &Listing::Home(lang), 1),
        FeedScope::Combination(id, lang) => {
            let first = site.combined_terms(site.combination(id)).first().copied();
            list_url(site, &first.map_or(Listing::Home(lang), |term| Listing::Term(term, lang)), 1)
        }
    }
}

/// The address of the style sheet that a language's feeds name.
pub fn feed_style_url(site: &Site, lang: LangId) -> UrlPath {
    let home = list_url(site, &Listing::Home(lang), 1);
    home.file("feed.css").unwrap_or(home)
}
