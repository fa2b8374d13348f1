//! The pages that list all terms of a taxonomy.

use crate::site::{LangId, Site, TaxonomyId};

use super::{Artifact, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    for (index, urls) in site.taxonomy_urls.iter().enumerate() {
        let claim = Some(site.config.taxonomies[index].span.clone());
        for (lang, url) in urls.iter().enumerate() {
            let artifact = Artifact::Taxonomy(TaxonomyId(index), LangId(lang));
            claims.push(Route { url: url.clone(), artifact, claim: claim.clone() });
        }
    }
}
