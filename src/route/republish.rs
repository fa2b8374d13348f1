//! Where others take an article along: a page beside each article, in each of its languages.

use crate::base::UrlPath;
use crate::site::{Kit, PageId, Refusal, Site};

use super::{Artifact, Route, RouteTable, ThemeNames};

/// The template of these pages: a theme without it has none.
pub const REPUBLISH_TEMPLATE: &str = "republish.html";

pub(super) fn claim(site: &Site, theme: &ThemeNames, claims: &mut Vec<Route>) {
    if !theme.templates.contains(REPUBLISH_TEMPLATE) {
        return;
    }
    let pages = (0..site.pages.len()).map(PageId).filter(|page| is_wanted(site, *page));
    claims.extend(pages.map(|page| {
        let claim = Some(site.page(page).document.span.clone());
        Route { url: site.republish_url(page), artifact: Artifact::Republish(page), claim }
    }));
}

/// Says whether a page has one: what is no article has none, nor has anything where the publication
/// as a whole gives nothing away.
fn is_wanted(site: &Site, page: PageId) -> bool {
    let article = site.article_of(page);
    site.type_of(article).in_listings && site.rights(article).kit != Kit::Refused(Refusal::Publication)
}

/// The page where others take an article along, when it has one.
pub fn republish_page(site: &Site, table: &RouteTable, page: PageId) -> Option<UrlPath> {
    let url = site.republish_url(page);
    let route = table.get(&url)?;
    matches!(route.artifact, Artifact::Republish(_)).then_some(url)
}
