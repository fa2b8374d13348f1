//! The same page in another language, for every kind of page.

use crate::base::UrlPath;
use crate::site::{LangId, Listing, Site};

use super::Artifact;
use super::archives::archive_url;
use super::pager::{Pager, list_url, page_count};
use super::partners::{partner_url, partners_url, snippets_within};

/// Where the language switch leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    pub url: UrlPath,
    /// False when it leads to a page that says what is not there yet.
    pub is_available: bool,
    /// The counterpart names this page as its own, so that the two may be told to search engines
    /// as alternates.
    pub is_reciprocal: bool,
}

/// The language of a page; none for what has no reader.
pub fn lang_of(site: &Site, artifact: &Artifact) -> Option<LangId> {
    Some(match artifact {
        Artifact::Page(page) | Artifact::Republish(page) => site.page(*page).lang,
        Artifact::List(listing, _) => listing.lang(),
        Artifact::Snippets(scope) => return scope.lang(),
        Artifact::Untranslated(_, lang)
        | Artifact::Taxonomy(_, lang)
        | Artifact::Archive(lang)
        | Artifact::NotFound(lang)
        | Artifact::SearchPage(lang)
        | Artifact::PartnersPage(lang)
        | Artifact::Partner(_, lang) => *lang,
        Artifact::Feed(..)
        | Artifact::FeedArchive(..)
        | Artifact::Event(_)
        | Artifact::Harvest(_)
        | Artifact::Calendar(_)
        | Artifact::FeedStyle(_)
        | Artifact::FeedList
        | Artifact::EmbedScript(_)
        | Artifact::BuilderScript
        | Artifact::FeedCatalogue(_)
        | Artifact::EmbedFrame(_)
        | Artifact::OEmbed(_)
        | Artifact::Redirect(_)
        | Artifact::File(_)
        | Artifact::ThemeFile(_)
        | Artifact::OpenSearch(_)
        | Artifact::SearchScript
        | Artifact::Search(..)
        | Artifact::SitemapIndex
        | Artifact::Sitemap(_)
        | Artifact::Robots
        | Artifact::HostRedirects
        | Artifact::HostHeaders
        | Artifact::HostAccess => return None,
    })
}

/// The counterpart of a page in a language; every page with a reader has one in every language.
pub fn counterpart(site: &Site, artifact: &Artifact, lang: LangId) -> Option<Counterpart> {
    let language = &site.config.languages[lang.0];
    let home = || site.config.home(language);
    let there = |url| Some(Counterpart { url, is_available: true, is_reciprocal: true });
    match artifact {
        Artifact::Page(page) => article(site, site.page(*page).article, lang),
        Artifact::Republish(page) => {
            let own = site.page(*page).article;
            match site.article(own).pages.get(&lang) {
                Some(other) => there(site.republish_url(*other)),
                None => article(site, own, lang),
            }
        }
        Artifact::Untranslated(id, _) => article(site, *id, lang),
        Artifact::Snippets(scope) => there(snippets_within(site, *scope, lang)),
        Artifact::List(listing, pager) => {
            let other = listing.within(lang);
            let exists = pager.number <= page_count(site, &other);
            let url = list_url(site, &other, if exists { pager.number } else { 1 });
            let is_indexed = exists && is_listed(site, &other);
            Some(Counterpart { url, is_available: true, is_reciprocal: is_indexed && is_listed(site, listing) })
        }
        Artifact::Taxonomy(taxonomy, _) => there(site.taxonomy_urls[taxonomy.0][lang.0].clone()),
        Artifact::Archive(_) => there(archive_url(site, lang)),
        Artifact::SearchPage(_) => there(site.search_url(lang)),
        Artifact::PartnersPage(_) => there(partners_url(site, lang)),
        Artifact::Partner(id, _) => there(partner_url(site, *id, lang)),
        Artifact::NotFound(_) => there(home().file("404.html").ok()?),
        _ => None,
    }
}

fn article(site: &Site, id: crate::site::ArticleId, lang: LangId) -> Option<Counterpart> {
    let article = site.article(id);
    match article.pages.get(&lang) {
        Some(page) => Some(Counterpart { url: site.page(*page).url.clone(), is_available: true, is_reciprocal: true }),
        None => {
            let url = article.stubs.get(&lang)?.clone();
            Some(Counterpart { url, is_available: false, is_reciprocal: false })
        }
    }
}

/// A list without any page of its language is not for search engines; home always is.
fn is_listed(site: &Site, listing: &Listing) -> bool {
    match listing {
        Listing::Home(_) | Listing::Section(..) => true,
        Listing::Type(..) | Listing::Term(..) | Listing::Year(..) => !site.list(listing).is_empty(),
    }
}

/// Says whether a page is for search engines: it has content of its own language.
pub fn is_indexed(site: &Site, artifact: &Artifact) -> bool {
    match artifact {
        Artifact::Page(_) | Artifact::Taxonomy(..) | Artifact::Archive(_) | Artifact::PartnersPage(_) => true,
        Artifact::List(listing, _) => is_listed(site, listing),
        _ => false,
    }
}

/// The alternates of a page, itself among them, by language; empty when it has none.
///
/// Each names all the others in the same way (hreflang is worth nothing unless reciprocal).
pub fn alternates(site: &Site, artifact: &Artifact) -> Vec<(LangId, UrlPath)> {
    if !is_indexed(site, artifact) {
        return Vec::new();
    }
    let own = lang_of(site, artifact);
    let found: Vec<(LangId, UrlPath)> = site
        .langs()
        .filter_map(|lang| {
            let counterpart = counterpart(site, artifact, lang)?;
            (Some(lang) == own || counterpart.is_reciprocal).then_some((lang, counterpart.url))
        })
        .collect();
    if found.len() > 1 { found } else { Vec::new() }
}

impl Artifact {
    /// A short name of its kind, for people and programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Page(_) => "page",
            Self::Republish(_) => "republish",
            Self::Untranslated(..) => "untranslated",
            Self::List(Listing::Home(_), _) => "home",
            Self::List(Listing::Section(..), _) => "section",
            Self::List(Listing::Type(..), _) => "type",
            Self::List(Listing::Term(..), _) => "term",
            Self::List(Listing::Year(..), _) => "year",
            Self::Taxonomy(..) => "taxonomy",
            Self::Archive(_) => "archive",
            Self::NotFound(_) => "not-found",
            Self::SearchPage(_) => "search",
            Self::OpenSearch(_) => "open-search",
            Self::SearchScript => "search-script",
            Self::Search(..) => "search-index",
            Self::Feed(..) => "feed",
            Self::FeedArchive(..) => "feed-archive",
            Self::Event(_) => "event",
            Self::Harvest(_) => "harvest",
            Self::Calendar(_) => "calendar",
            Self::FeedStyle(_) => "feed-style",
            Self::FeedList => "feed-list",
            Self::EmbedScript(_) => "embed-script",
            Self::EmbedFrame(_) => "embed-frame",
            Self::PartnersPage(_) => "partners",
            Self::Partner(..) => "partner",
            Self::BuilderScript => "builder-script",
            Self::FeedCatalogue(_) => "feed-catalogue",
            Self::Snippets(_) => "snippets",
            Self::OEmbed(_) => "oembed",
            Self::Redirect(_) => "redirect",
            Self::File(_) => "file",
            Self::ThemeFile(_) => "theme-file",
            Self::SitemapIndex => "sitemap-index",
            Self::Sitemap(_) => "sitemap",
            Self::Robots => "robots",
            Self::HostRedirects => "host-redirects",
            Self::HostHeaders => "host-headers",
            Self::HostAccess => "host-access",
        }
    }
}

impl Pager {
    /// The only page of a list.
    pub fn only() -> Self {
        Self { number: 1, count: 1 }
    }
}
