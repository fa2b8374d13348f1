//! What partners are given: beside every feed a page of snippets that they copy into sites of
//! their own.

use crate::base::UrlPath;
use crate::site::{LangId, Listing, Site};

use super::embeds::has_embeds;
use super::feeds::{feed_claim, feed_folder, feeds_of, is_fed};
use super::{Artifact, FeedScope, Route, RouteTable, ThemeNames};

/// The template of the pages of snippets: a theme without it has none.
pub const SNIPPETS_TEMPLATE: &str = "snippets.html";

pub(super) fn claim(site: &Site, theme: &ThemeNames, claims: &mut Vec<Route>) {
    if !has_embeds(site) || !theme.templates.contains(SNIPPETS_TEMPLATE) {
        return;
    }
    claims.extend(site.langs().flat_map(|lang| feeds_of(site, lang)).map(|scope| Route {
        url: snippets_url(site, scope),
        artifact: Artifact::Snippets(scope),
        claim: feed_claim(site, scope),
    }));
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
