//! What partners are given: a page about all feeds, with what its script reads, and beside every feed
//! a page of snippets that they copy into sites of their own.

use crate::base::UrlPath;
use crate::embed::builder;
use crate::site::{Article, ArticleId, LangId, Listing, PartnerId, Shown, Site};

use super::embeds::{embed_folder, has_embeds};
use super::feeds::{feed_claim, feed_folder, feeds_of, is_fed};
use super::{Artifact, FeedScope, Route, RouteTable, ThemeNames};

/// The template of the pages of snippets: a theme without it has none.
pub const SNIPPETS_TEMPLATE: &str = "snippets.html";

/// The template of the page for partners. A page of the publication may choose it; where none does,
/// there is one without a text of the publication.
pub const PARTNERS_TEMPLATE: &str = "partners.html";

/// The template of the page of one partner: a theme without it has none.
pub const PARTNER_TEMPLATE: &str = "partner.html";

pub(super) fn claim(site: &Site, theme: &ThemeNames, claims: &mut Vec<Route>) {
    if !has_embeds(site) {
        return;
    }
    if theme.templates.contains(PARTNERS_TEMPLATE) {
        claim_page(site, claims);
    }
    if theme.templates.contains(PARTNER_TEMPLATE) {
        claim_partners(site, claims);
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

fn claim_partners(site: &Site, claims: &mut Vec<Route>) {
    for id in site.partners() {
        for lang in site.langs().filter(|lang| partner_feed(site, id, *lang).is_some()) {
            let claim = Some(site.partner(id).span.clone());
            claims.push(Route { url: partner_url(site, id, lang), artifact: Artifact::Partner(id, lang), claim });
        }
    }
}

/// The address of the page of a partner, below that for all.
pub(super) fn partner_url(site: &Site, id: PartnerId, lang: LangId) -> UrlPath {
    partners_url(site, lang).folder(&site.partner(id).id)
}

/// The page of a partner, when they have one.
pub fn partner_page(site: &Site, table: &RouteTable, id: PartnerId, lang: LangId) -> Option<UrlPath> {
    let url = partner_url(site, id, lang);
    let route = table.get(&url)?;
    matches!(route.artifact, Artifact::Partner(..)).then_some(url)
}

/// The feed of a partner; none where it cannot be.
pub fn partner_feed(site: &Site, id: PartnerId, lang: LangId) -> Option<FeedScope> {
    Some(match site.shown(id)? {
        Shown::Combination(id) => FeedScope::Combination(id, lang),
        shown => FeedScope::Listing(shown.listing(lang)?),
    })
}

/// The article that is the page for partners.
fn chosen(site: &Site) -> Option<ArticleId> {
    let is_chosen = |article: &Article| {
        let own = article.shared().template.as_ref();
        own.map_or(site.type_of(article).template.as_str(), |name| &name.text) == PARTNERS_TEMPLATE
    };
    site.articles.iter().position(is_chosen).map(ArticleId)
}

fn own_page(site: &Site, lang: LangId) -> UrlPath {
    let language = &site.config.languages[lang.0];
    site.config.home(language).folder(&language.paths.partners)
}

/// The address of the page for partners, if there is one.
pub(super) fn partners_url(site: &Site, lang: LangId) -> UrlPath {
    partners_place(site, lang).0
}

/// Where the page for partners stands, and what it is.
pub fn partners_place(site: &Site, lang: LangId) -> (UrlPath, Artifact) {
    let own = || (own_page(site, lang), Artifact::PartnersPage(lang));
    let Some(id) = chosen(site) else { return own() };
    let article = site.article(id);
    if let Some(page) = article.pages.get(&lang) {
        return (site.page(*page).url.clone(), Artifact::Page(*page));
    }
    let stub = article.stubs.get(&lang).cloned();
    stub.map_or_else(own, |url| (url, Artifact::Untranslated(id, lang)))
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
    embed_folder().file(&format!("catalogue.{}.json", site.lang(lang))).unwrap_or_else(|_| UrlPath::root())
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
