//! JSON Feed 1.1 (jsonfeed.org). Keys stand in the order of the alphabet.

use serde::Serialize;

use super::Feed;
use super::item::Item;

#[derive(Serialize)]
struct Root<'f> {
    description: &'f str,
    feed_url: &'f str,
    home_page_url: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hubs: Option<[Hub<'f>; 1]>,
    items: Vec<Node<'f>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<&'f str>,
    title: &'f str,
    version: &'static str,
}

#[derive(Serialize)]
struct Hub<'f> {
    r#type: &'static str,
    url: &'f str,
}

#[derive(Serialize)]
struct Node<'f> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<File<'f>>,
    authors: Vec<Author<'f>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'f str>,
    date_modified: String,
    date_published: String,
    id: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'f str>,
    language: &'f str,
    summary: &'f str,
    tags: &'f [String],
    title: &'f str,
    url: &'f str,
}

#[derive(Serialize)]
struct Author<'f> {
    name: &'f str,
}

#[derive(Serialize)]
struct File<'f> {
    mime_type: &'static str,
    size_in_bytes: u64,
    url: &'f str,
}

pub(super) fn write(feed: &Feed) -> String {
    let root = Root {
        description: &feed.description,
        feed_url: &feed.own,
        home_page_url: &feed.link,
        hubs: feed.hub.as_deref().map(|url| [Hub { r#type: "WebSub", url }]),
        items: feed.items.iter().map(item).collect(),
        language: feed.lang.as_deref(),
        next_url: feed.older.as_deref(),
        title: &feed.title,
        version: "https://jsonfeed.org/version/1.1",
    };
    let mut bytes = Vec::with_capacity(feed.size());
    serde_json::to_writer(&mut bytes, &root).expect("texts and numbers under keys that are texts are JSON");
    bytes.push(b'\n');
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

fn item(item: &Item) -> Node<'_> {
    let html = item.html.as_deref();
    Node {
        attachments: item
            .attachments
            .iter()
            .map(|file| File { mime_type: file.media_type, size_in_bytes: file.bytes, url: &file.url })
            .collect(),
        authors: item.authors.iter().map(|name| Author { name }).collect(),
        content_html: html,
        // An item has content in one form at least.
        content_text: if html.is_none() { Some(&item.summary) } else { None },
        date_modified: item.updated.rfc3339(),
        date_published: item.published.rfc3339(),
        id: &item.id,
        image: item.image.as_ref().map(|picture| picture.url.as_str()),
        language: &item.lang,
        summary: &item.summary,
        tags: &item.categories,
        title: &item.title,
        url: &item.url,
    }
}
