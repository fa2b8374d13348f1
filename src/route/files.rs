//! Files that are published as they are: media, static files, files of the theme.

use crate::base::UrlPath;
use crate::diagnostic::Span;
use crate::site::Site;

use super::{ASSET_FOLDER, Artifact, Route, ThemeNames};

pub(super) fn claim(site: &Site, theme: &ThemeNames, claims: &mut Vec<Route>) {
    for medium in site.media.values() {
        let path = medium.asset.path.clone();
        let claim = Some(Span::whole(&path));
        claims.push(Route { url: medium.url.clone(), artifact: Artifact::File(path), claim });
    }
    for file in &theme.files {
        if let Ok(url) = UrlPath::new(&format!("{ASSET_FOLDER}{file}")) {
            claims.push(Route { url, artifact: Artifact::ThemeFile(file.clone()), claim: None });
        }
    }
}
