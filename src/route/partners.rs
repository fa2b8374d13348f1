//! What partners are given: a page about all feeds, with what its script reads, and beside every feed
//! a page of snippets that they copy into sites of their own.

use crate::base::UrlPath;
use crate::embed::builder;
use crate::site::{Article, LangId, Listing, Site};

use super::embeds::{embed_folder, has_embeds};
use super::feeds::{feed_claim, feed_folder, feeds_of, is_fed};
use super::{Artifact, FeedScope, Route, RouteTable, ThemeNames};

/// The template of the pages of snippets: a theme without it has none.
pub const SNIPPETS_TEMPLATE: &str = "snippets.html";

/// The template of the page for partners. A page of the publication may choose it; where none does,
/// there is one without a text of the publication.
pub const PARTNERS_TEMPLATE: &str = "partners.html";

pub(super) fn claim(site: &Site, theme: &ThemeNames, claims: &mut Vec<Route>) {
    if !has_embeds(site) {
        return;
    }
    if theme.templates.contains(PARTNERS_TEMPLATE) {
        claim_page(site, claims);
    }
    if !theme.templates.contains(SNIPPETS_TEMPLATE) {
        return;
    }
    claims.extend(site.langs().flat_map(|lang| feeds_of(site, lang)).map(|scope| Route {
        url: snippets_url(site, scope),
        artifact: Artifact::Snippets(scope),
        claim: feed_claim(site, scope),
    }));
}

fn claim_page(site: &Site, claims: &mut Vec<Route>) {
    let mut add = |url, artifact| claims.push(Route { url, artifact, claim: None });
    add(builder_url(), Artifact::BuilderScript);
    for lang in site.langs() {
        add(catalogue_url(site, lang), Artifact::FeedCatalogue(lang));
        if chosen(site).is_none() {
            add(own_page(site, lang), Artifact::PartnersPage(lang));
        }
    }
}

/// The article that is the page for partners.
fn chosen(site: &Site) -> Option<&Article> {
    site.articles.iter().find(|article| {
        let own = article.shared().template.as_ref();
        own.map_or(site.type_of(article).template.as_str(), |name| &name.text) == PARTNERS_TEMPLATE
    })
}

fn own_page(site: &Site, lang: LangId) -> UrlPath {
    let language = &site.config.languages[lang.0];
    site.config.home(language).folder(&language.paths.partners)
}

/// The address of the page for partners, if there is one.
pub(super) fn partners_url(site: &Site, lang: LangId) -> UrlPath {
    let Some(article) = chosen(site) else { return own_page(site, lang) };
    let page = article.pages.get(&lang).map(|page| &site.page(*page).url);
    page.or_else(|| article.stubs.get(&lang)).cloned().unwrap_or_else(|| own_page(site, lang))
}

/// The page for partners, when the site has one.
pub fn partners_page(site: &Site, table: &RouteTable, lang: LangId) -> Option<UrlPath> {
    let url = partners_url(site, lang);
    table.get(&url).map(|route| route.url.clone())
}

/// The address of the script that builds snippets.
pub fn builder_url() -> UrlPath {
    embed_folder().file(&builder::file()).unwrap_or_else(|_| UrlPath::root())
}

/// The address of what that script reads of the feeds of a language.
pub fn catalogue_url(site: &Site, lang: LangId) -> UrlPath {
    embed_folder().file(&format!("feeds.{}.json", site.lang(lang))).unwrap_or_else(|_| UrlPath::root())
}

/// The address of the snippets of a feed, if the site has them: a folder beside the feed.
pub(super) fn snippets_url(site: &Site, scope: FeedScope) -> UrlPath {
    let language = scope.lang().map_or_else(|| site.config.root_language(), |lang| &site.config.languages[lang.0]);
    feed_folder(site, scope).folder(&language.paths.embed)
}

/// The page of the snippets of a feed, when it has one.
pub fn snippets_page(site: &Site, table: &RouteTable, scope: FeedScope) -> Option<UrlPath> {
    let url = snippets_url(site, scope);
    let route = table.get(&url)?;
    matches!(route.artifact, Artifact::Snippets(_)).then_some(url)
}

/// The snippets of the same feed in another language; of everything in it where that has no such feed.
pub(super) fn snippets_within(site: &Site, scope: FeedScope, lang: LangId) -> UrlPath {
    let same = scope.within(lang);
    let other = if is_fed(site, same) { same } else { FeedScope::Listing(Listing::Home(lang)) };
    snippets_url(site, other)
}
