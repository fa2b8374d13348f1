//! What is shown of one record: its title and summary, and the text that excerpts are cut from.

use serde_json::json;

use crate::site::Site;

use super::super::record::record;
use super::Index;

pub(super) fn file(index: &Index, site: &Site, ordinal: u32) -> Vec<u8> {
    let Some(id) = index.shape.records.get(ordinal as usize) else {
        return Vec::new();
    };
    let record = record(site, *id);
    let article = site.article_of(*id);
    let content_type = site.type_of(article).name.best(&index.lang, site.languages());
    let date = article.shared().date.as_ref().map(|date| date.date().to_string()).unwrap_or_default();
    let fragment = json!({
        "url": record.url,
        "title": record.title,
        "summary": record.summary,
        "date": date,
        "type": content_type,
        "text": record.body,
    });
    fragment.to_string().into_bytes()
}
