//! What programs are told that make a card of a link (oEmbed 1.0, oembed.com).
//!
//! **Invariant:** the type is `link`: what is of type `rich` goes through the filters of those who
//! show it, and WordPress shows nothing at all of an unknown site's without an `<iframe>`; of a link
//! it shows the title, linked.

use serde_json::{Map, Value};

use crate::site::PageId;

use super::super::open_graph;
use super::super::snapshot::Snapshot;

/// For how many seconds programs may keep it: a day.
const CACHE_AGE: u32 = 86_400;

/// The description of an article.
pub(in super::super) fn oembed(snapshot: &Snapshot, id: PageId) -> String {
    let site = &snapshot.site;
    let config = &site.config;
    let page = site.page(id);
    let home = config.home(&config.languages[page.lang.0]);
    let mut node = Map::new();
    let mut add = |key: &str, value: Value| _ = node.insert(key.to_owned(), value);
    add("version", "1.0".into());
    add("type", "link".into());
    add("title", page.document.title.clone().into());
    add("url", config.origin.absolute(&page.url).into());
    let authors = site.authors().map(|index| site.article(page.article).terms[index.0].as_slice()).unwrap_or_default();
    if !authors.is_empty() {
        let names: Vec<String> = authors.iter().map(|term| site.term(*term).names[page.lang.0].clone()).collect();
        add("author_name", snapshot.locale(page.lang).list(&names).into());
    }
    if let [author] = authors {
        add("author_url", config.origin.absolute(&site.term(*author).urls[page.lang.0]).into());
    }
    add("provider_name", config.title.best(site.lang(page.lang), site.languages()).into());
    add("provider_url", config.origin.absolute(&home).into());
    add("cache_age", CACHE_AGE.into());
    // A picture without its measures is not for this format.
    if let Some((url, Some(width), Some(height), _)) = open_graph::picture(snapshot, id) {
        add("thumbnail_url", url.into());
        add("thumbnail_width", width.into());
        add("thumbnail_height", height.into());
    }
    let mut text = Value::from(node).to_string();
    text.push('\n');
    text
}
