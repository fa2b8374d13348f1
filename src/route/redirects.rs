//! Old addresses that lead to the new ones.

use crate::site::Site;

use super::{Artifact, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    for page in &site.pages {
        for (alias, span) in &page.document.aliases {
            let artifact = Artifact::Redirect(page.url.clone());
            claims.push(Route { url: alias.clone(), artifact, claim: Some(span.clone()) });
        }
    }
    for section in &site.sections {
        for (text, url) in section.texts.iter().zip(&section.urls) {
            for (alias, span) in text.iter().flat_map(|document| &document.aliases) {
                let artifact = Artifact::Redirect(url.clone());
                claims.push(Route { url: alias.clone(), artifact, claim: Some(span.clone()) });
            }
        }
    }
}
