//! Searching: a page a language, its description for browsers, and what both load.

use crate::base::UrlPath;
use crate::site::{LangId, Site};

use super::{Artifact, Route, RouteTable, ThemeNames};

/// The folder of everything that the search page loads.
pub const SEARCH_FOLDER: &str = "/search-index/";

/// The template of the search page: a theme without it has none, and its sites no search.
pub const SEARCH_TEMPLATE: &str = "search.html";

pub(super) fn claim(site: &Site, theme: &ThemeNames, claims: &mut Vec<Route>) {
    if !site.config.search.is_enabled || !theme.templates.contains(SEARCH_TEMPLATE) {
        return;
    }
    for lang in site.langs() {
        let mut add = |url, artifact| claims.push(Route { url, artifact, claim: None });
        add(search_url(site, lang), Artifact::SearchPage(lang));
        add(description_url(site, lang), Artifact::OpenSearch(lang));
    }
}

/// The address of the page where readers search in a language.
pub fn search_url(site: &Site, lang: LangId) -> UrlPath {
    let language = &site.config.languages[lang.0];
    site.config.home(language).folder(&language.paths.search)
}

/// The address of what browsers read of the search page (OpenSearch 1.1).
pub fn description_url(site: &Site, lang: LangId) -> UrlPath {
    let home = site.config.home(&site.config.languages[lang.0]);
    home.file("opensearch.xml").unwrap_or(home)
}

/// The address of the search page, when the site has one.
pub fn search_page<'t>(site: &Site, table: &'t RouteTable, lang: LangId) -> Option<&'t UrlPath> {
    let route = table.get(&search_url(site, lang))?;
    matches!(route.artifact, Artifact::SearchPage(_)).then_some(&route.url)
}
