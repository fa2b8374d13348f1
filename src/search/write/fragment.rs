//! What is shown of one record: its title and summary, and the text that excerpts are cut from.

use serde_json::json;

use crate::site::Site;

use super::super::record::body;
use super::Index;

pub(super) fn file(index: &Index, site: &Site, ordinal: u32) -> Vec<u8> {
    let Some(id) = index.shape.records.get(ordinal as usize) else {
        return Vec::new();
    };
    let page = site.page(*id);
    let article = site.article_of(*id);
    let content_type = site.type_of(article).name.best(&index.lang, site.languages());
    let date = article.shared().date.as_ref().map(|date| date.date().to_string()).unwrap_or_default();
    let fragment = json!({
        "url": site.config.origin.href(&page.url),
        "title": page.document.title,
        "summary": page.document.description(),
        "date": date,
        "type": content_type,
        "text": body(site, page),
    });
    fragment.to_string().into_bytes()
}
