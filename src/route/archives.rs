//! Years, the list of years, and the page for what is not found.

use crate::base::UrlPath;
use crate::site::{LangId, Listing, Site};

use super::lists::claim_list;
use super::{Artifact, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    for lang in site.langs() {
        let language = &site.config.languages[lang.0];
        let home = site.config.home(language);
        if !site.years().is_empty() {
            let url = archive_url(site, lang);
            claims.push(Route { url, artifact: Artifact::Archive(lang), claim: None });
        }
        for year in site.years() {
            claim_list(site, Listing::Year(*year, lang), None, claims);
        }
        if let Ok(url) = home.file("404.html") {
            claims.push(Route { url, artifact: Artifact::NotFound(lang), claim: None });
        }
    }
}

/// The address of the list of all years.
pub fn archive_url(site: &Site, lang: LangId) -> UrlPath {
    let language = &site.config.languages[lang.0];
    site.config.home(language).folder(&language.paths.archive)
}
