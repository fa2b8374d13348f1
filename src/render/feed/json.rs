//! JSON Feed 1.1 (jsonfeed.org).

use serde_json::{Map, Value, json};

use super::Feed;
use super::item::{Attachment, Item};

pub(super) fn write(feed: &Feed) -> String {
    let mut root = Map::new();
    root.insert("version".into(), "https://jsonfeed.org/version/1.1".into());
    root.insert("title".into(), feed.title.clone().into());
    root.insert("home_page_url".into(), feed.link.clone().into());
    root.insert("feed_url".into(), feed.own.clone().into());
    root.insert("description".into(), feed.description.clone().into());
    if let Some(lang) = &feed.lang {
        root.insert("language".into(), lang.clone().into());
    }
    if let Some(older) = &feed.older {
        root.insert("next_url".into(), older.clone().into());
    }
    if let Some(hub) = &feed.hub {
        root.insert("hubs".into(), json!([{ "type": "WebSub", "url": hub }]));
    }
    root.insert("items".into(), feed.items.iter().map(item).collect());
    let mut text = Value::from(root).to_string();
    text.push('\n');
    text
}

fn item(item: &Item) -> Value {
    let mut node = Map::new();
    node.insert("id".into(), item.id.clone().into());
    node.insert("url".into(), item.url.clone().into());
    node.insert("title".into(), item.title.clone().into());
    node.insert("summary".into(), item.summary.clone().into());
    // An item has content in one form at least.
    match &item.html {
        Some(html) => node.insert("content_html".into(), (**html).into()),
        None => node.insert("content_text".into(), item.summary.clone().into()),
    };
    node.insert("date_published".into(), item.published.rfc3339().into());
    node.insert("date_modified".into(), item.updated.rfc3339().into());
    node.insert("language".into(), item.lang.clone().into());
    let authors = item.authors.iter().map(|name| json!({ "name": name }));
    node.insert("authors".into(), authors.collect());
    node.insert("tags".into(), item.categories.clone().into());
    if let Some(picture) = &item.image {
        node.insert("image".into(), picture.url.clone().into());
    }
    if !item.attachments.is_empty() {
        let file =
            |file: &Attachment| json!({ "url": file.url, "mime_type": file.media_type, "size_in_bytes": file.bytes });
        node.insert("attachments".into(), item.attachments.iter().map(file).collect());
    }
    Value::from(node)
}
