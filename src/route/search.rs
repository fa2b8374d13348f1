//! Searching: a page a language, its description for browsers, and what both load.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Fingerprint, UrlPath};
use crate::config::Config;
use crate::search::{self, SEARCH_FOLDER, SearchFile};
use crate::site::{LangId, Site};

use super::{Artifact, Route, RouteTable, ThemeNames};

/// The template of the search page: a theme without it has none, and its sites no search.
pub const SEARCH_TEMPLATE: &str = "search.html";

pub(super) fn claim(site: &Site, theme: &ThemeNames, claims: &mut Vec<Route>) {
    if !site.config.search.is_enabled || !theme.templates.contains(SEARCH_TEMPLATE) {
        return;
    }
    for lang in site.langs() {
        let mut add = |url, artifact| claims.push(Route { url, artifact, claim: None });
        add(site.search_url(lang), Artifact::SearchPage(lang));
        add(description_url(site, lang), Artifact::OpenSearch(lang));
    }
}

/// The address of what browsers read of the search page (OpenSearch 1.1).
pub fn description_url(site: &Site, lang: LangId) -> UrlPath {
    let home = site.config.home(&site.config.languages[lang.0]);
    home.file("opensearch.xml").unwrap_or(home)
}

/// The address of the search page, when the site has one.
pub fn search_page<'t>(site: &Site, table: &'t RouteTable, lang: LangId) -> Option<&'t UrlPath> {
    let route = table.get(&site.search_url(lang))?;
    matches!(route.artifact, Artifact::SearchPage(_)).then_some(&route.url)
}

/// What the search page loads. Its folder is reserved, so that no claim of a publication has to be
/// compared with so many.
#[derive(Debug, Default)]
pub(super) struct IndexRoutes {
    pub(super) routes: BTreeMap<UrlPath, Route>,
    /// What they were made of.
    config: Option<Arc<Config>>,
    files: Vec<(LangId, Vec<SearchFile>)>,
}

impl IndexRoutes {
    /// Names what the search page of a site loads; that of a table made before where it is the same.
    pub(super) fn of(site: &Site, table: &RouteTable, before: &RouteTable) -> Arc<Self> {
        let langs = site.langs().filter(|lang| search_page(site, table, *lang).is_some());
        let files: Vec<(LangId, Vec<SearchFile>)> = langs.map(|lang| (lang, search::files(site, lang))).collect();
        let is_same = before.index.config.as_ref().is_some_and(|config| Arc::ptr_eq(config, &site.config));
        if is_same && before.index.files == files {
            return before.index.clone();
        }
        let mut routes = BTreeMap::new();
        let mut add = |url: UrlPath, artifact| _ = routes.insert(url.clone(), Route { url, artifact, claim: None });
        if !files.is_empty() {
            add(script_url(), Artifact::SearchScript);
        }
        for (lang, files) in &files {
            for file in files {
                if let Some(url) = index_file_url(site, *lang, *file) {
                    add(url, Artifact::Search(*lang, *file));
                }
            }
        }
        Arc::new(Self { routes, config: Some(site.config.clone()), files })
    }

    /// Says whether a URL lies in the folder of the search.
    pub(super) fn has_place_for(url: &UrlPath) -> bool {
        url.as_str().starts_with(SEARCH_FOLDER)
    }
}

/// The folder of the index of a language.
pub fn index_url(site: &Site, lang: LangId) -> UrlPath {
    UrlPath::new(&format!("{SEARCH_FOLDER}{}/", site.lang(lang))).unwrap_or_else(|_| UrlPath::root())
}

/// The address of the script of the search page. It names its bytes: browsers keep it as long as
/// they like, and a page never meets the script of another version.
pub fn script_url() -> UrlPath {
    let print = Fingerprint::of(search::script().as_bytes()).short();
    UrlPath::new(&format!("{SEARCH_FOLDER}search.{print}.js")).unwrap_or_else(|_| UrlPath::root())
}

fn index_file_url(site: &Site, lang: LangId, file: SearchFile) -> Option<UrlPath> {
    UrlPath::new(&format!("{SEARCH_FOLDER}{}/{}", site.lang(lang), file.name(&site.config))).ok()
}
