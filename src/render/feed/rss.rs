//! RSS 2.0 with content, creators, media and Atom's links (rssboard.org, RSS 2.0.11).

use super::item::Item;
use super::media::{MEDIA, cover};
use super::xml::{element, escape, head};
use super::{Feed, HISTORY, neighbours};

/// How long the plain description of an item may be, in characters.
const DESCRIPTION: usize = 300;

pub(super) fn write(feed: &Feed) -> String {
    let mut out = head(&feed.style);
    out.reserve(feed.size());
    out.push_str(&format!(
        "<rss version=\"2.0\" \
         xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"{MEDIA}\">\n<channel>\n",
    ));
    element(&mut out, "title", &feed.title);
    element(&mut out, "link", &feed.link);
    element(&mut out, "description", &feed.description);
    if let Some(lang) = &feed.lang {
        element(&mut out, "language", lang);
    }
    if let Some(newest) = feed.items.iter().map(|item| &item.updated).max() {
        element(&mut out, "lastBuildDate", &newest.rfc822());
    }
    out.push_str(&format!("<atom:link href=\"{}\" rel=\"self\" type=\"application/rss+xml\"/>\n", escape(&feed.own)));
    if let Some(hub) = &feed.hub {
        out.push_str(&format!("<atom:link href=\"{}\" rel=\"hub\"/>\n", escape(hub)));
    }
    for (rel, url) in neighbours(feed) {
        out.push_str(&format!("<atom:link href=\"{}\" rel=\"{rel}\" type=\"application/rss+xml\"/>\n", escape(url)));
    }
    if feed.current.is_some() {
        out.push_str(&format!("<fh:archive xmlns:fh=\"{HISTORY}\"/>\n"));
    }
    for item in &feed.items {
        write_item(&mut out, item);
    }
    out.push_str("</channel>\n</rss>\n");
    out
}

fn write_item(out: &mut String, item: &Item) {
    out.push_str("<item>\n");
    element(out, "title", &item.title);
    element(out, "link", &item.url);
    out.push_str(&format!("<guid isPermaLink=\"false\">{}</guid>\n", escape(&item.id)));
    element(out, "pubDate", &item.published.rfc822());
    if item.updated != item.published {
        element(out, "atom:updated", &item.updated.rfc3339());
    }
    for author in &item.authors {
        element(out, "dc:creator", author);
    }
    element(out, "dc:language", &item.lang);
    // Attributes break some parsers.
    for category in &item.categories {
        element(out, "category", category);
    }
    // Readers take a description for HTML ("entity-encoded HTML is allowed"), so its text must be HTML.
    element(out, "description", &markup(&cut(&item.summary)));
    if let Some(html) = &item.html {
        element(out, "content:encoded", html);
    }
    if let Some((url, bytes, media_type)) = item.enclosure() {
        let url = escape(url);
        out.push_str(&format!("<enclosure url=\"{url}\" length=\"{bytes}\" type=\"{media_type}\"/>\n"));
    }
    if let Some(picture) = &item.image {
        cover(out, picture);
    }
    out.push_str("</item>\n");
}

/// A text as HTML. Quotation marks stay as they are, for those who take it for a text after all.
fn markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Shortens a text to what has room once it is HTML.
fn cut(text: &str) -> String {
    let length = |sign: char| match sign {
        '&' => "&amp;".len(),
        '<' | '>' => "&lt;".len(),
        _ => 1,
    };
    if text.chars().map(length).sum::<usize>() <= DESCRIPTION {
        return text.to_owned();
    }
    let mut room = DESCRIPTION - 1;
    let fits = |sign: &char| {
        let is_room = length(*sign) <= room;
        room = room.saturating_sub(length(*sign));
        is_room
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    if let Some(space) = cut.rfind(' ') {
        cut.truncate(space);
    }
    cut + "…"
}
