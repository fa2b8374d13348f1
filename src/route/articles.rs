//! Articles in their languages, and the pages that say where one is missing.

use crate::site::{ArticleId, PageId, Site};

use super::{Artifact, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    for (index, page) in site.pages.iter().enumerate() {
        let claim = Some(page.document.span.clone());
        claims.push(Route { url: page.url.clone(), artifact: Artifact::Page(PageId(index)), claim });
    }
    for (index, article) in site.articles.iter().enumerate() {
        for (lang, url) in &article.stubs {
            let artifact = Artifact::Untranslated(ArticleId(index), *lang);
            claims.push(Route { url: url.clone(), artifact, claim: Some(article.original.span.clone()) });
        }
    }
}
