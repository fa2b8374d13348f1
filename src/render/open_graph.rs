//! Open Graph properties (ogp.me) of a page.

use tera::Value;

use crate::base::UrlPath;
use crate::route::Route;
use crate::site::{LangId, PageId};

use super::head::Head;
use super::snapshot::Snapshot;
use super::structured_data::About;
use super::value::{list, object};

/// The properties of a page, in the order in which readers of Open Graph want them.
pub(super) fn properties(snapshot: &Snapshot, route: &Route, head: &Head, alternates: &[(LangId, UrlPath)]) -> Value {
    let site = &snapshot.site;
    let mut properties: Vec<(&str, String)> = Vec::new();
    let page = match head.about {
        About::Page(page) if head.kind == "article" => Some(page),
        _ => None,
    };
    properties.push(("og:type", if page.is_some() { "article" } else { "website" }.to_owned()));
    properties.push(("og:title", head.title.clone()));
    if !head.description.is_empty() {
        properties.push(("og:description", head.description.clone()));
    }
    properties.push(("og:url", site.config.origin.absolute(&route.url)));
    properties.push(("og:site_name", site.config.title.best(site.lang(head.lang), site.languages()).to_owned()));
    properties.push(("og:locale", locale(site.lang(head.lang).as_str())));
    for (lang, _) in alternates.iter().filter(|(lang, _)| *lang != head.lang) {
        properties.push(("og:locale:alternate", locale(site.lang(*lang).as_str())));
    }
    if let Some(page) = page {
        article(snapshot, page, &mut properties);
    }
    list(properties.into_iter().map(|(property, content)| {
        object([("property", property.into()), ("content", content.into())])
    }))
}

fn article(snapshot: &Snapshot, id: PageId, properties: &mut Vec<(&str, String)>) {
    let site = &snapshot.site;
    let page = site.page(id);
    let shared = site.article(page.article).shared();
    if let Some((url, width, height, alt)) = picture(snapshot, id) {
        properties.push(("og:image", url));
        if let (Some(width), Some(height)) = (width, height) {
            properties.push(("og:image:width", width.to_string()));
            properties.push(("og:image:height", height.to_string()));
        }
        if !alt.is_empty() {
            properties.push(("og:image:alt", alt));
        }
    }
    if let Some(date) = &shared.date {
        properties.push(("article:published_time", date.rfc3339()));
    }
    if let Some(updated) = &shared.updated {
        properties.push(("article:modified_time", updated.rfc3339()));
    }
}

/// The cover with its absolute address, when it is a raster picture: no reader of Open Graph
/// takes SVG.
pub(super) fn picture(snapshot: &Snapshot, id: PageId) -> Option<(String, Option<u32>, Option<u32>, String)> {
    let site = &snapshot.site;
    let page = site.page(id);
    let cover = site.article(page.article).shared().cover.as_ref()?;
    let medium = site.medium(&page.document.place, &cover.text)?;
    if medium.asset.media_type.name() == "image/svg+xml" {
        return None;
    }
    let size = medium.asset.image;
    let alt = medium.description.as_ref().and_then(|description| description.alt.as_ref());
    let alt = alt.and_then(|alt| alt.get(site.lang(page.lang))).unwrap_or_default();
    let url = site.config.origin.absolute(&medium.url);
    Some((url, size.and_then(|size| size.width), size.and_then(|size| size.height), alt.to_owned()))
}

/// `id` is `id_ID`; a language without a well-known land stays alone.
fn locale(tag: &str) -> String {
    match tag {
        "id" => "id_ID".to_owned(),
        "en" => "en_GB".to_owned(),
        tag => match tag.split_once('-') {
            Some((language, land)) => format!("{language}_{}", land.to_ascii_uppercase()),
            None => tag.to_owned(),
        },
    }
}
