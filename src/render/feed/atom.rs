//! Atom 1.0 (RFC 4287).

use super::item::Item;
use super::media::{MEDIA, cover};
use super::xml::{element, escape, head, push_escaped};
use super::{Feed, HISTORY, neighbours};

pub(super) fn write(feed: &Feed) -> String {
    let lang = feed.lang.as_ref().map(|lang| format!(" xml:lang=\"{lang}\"")).unwrap_or_default();
    let is_archive = feed.current.is_some();
    let history = if is_archive { format!(" xmlns:fh=\"{HISTORY}\"") } else { String::new() };
    let mut out = head(&feed.style);
    out.reserve(feed.size());
    out.push_str(&format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:media=\"{MEDIA}\"{history}{lang}>\n"));
    element(&mut out, "id", &feed.id);
    element(&mut out, "title", &feed.title);
    element(&mut out, "subtitle", &feed.description);
    // RFC 4287 §4.1.1 wants a date even of a feed without entries.
    let newest = feed.items.iter().map(|item| &item.updated).max();
    element(&mut out, "updated", &newest.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |date| date.rfc3339()));
    out.push_str(&format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", escape(&feed.link)));
    out.push_str(&format!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", escape(&feed.own)));
    if let Some(hub) = &feed.hub {
        out.push_str(&format!("<link rel=\"hub\" href=\"{}\"/>\n", escape(hub)));
    }
    for (rel, url) in neighbours(feed) {
        out.push_str(&format!("<link rel=\"{rel}\" type=\"application/atom+xml\" href=\"{}\"/>\n", escape(url)));
    }
    if is_archive {
        out.push_str("<fh:archive/>\n");
    }
    for item in &feed.items {
        write_entry(&mut out, item, &feed.title);
    }
    out.push_str("</feed>\n");
    out
}

fn write_entry(out: &mut String, item: &Item, publisher: &str) {
    out.push_str(&format!("<entry xml:lang=\"{}\">\n", escape(&item.lang)));
    element(out, "id", &item.id);
    element(out, "title", &item.title);
    out.push_str(&format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", escape(&item.url)));
    if let Some((url, bytes, media_type)) = item.enclosure() {
        out.push_str(&format!(
            "<link rel=\"enclosure\" type=\"{media_type}\" length=\"{bytes}\" href=\"{}\"/>\n",
            escape(url)
        ));
    }
    element(out, "published", &item.published.rfc3339());
    element(out, "updated", &item.updated.rfc3339());
    // An entry must have an author (RFC 4287 §4.1.2).
    let nobody = [publisher.to_owned()];
    let authors = if item.authors.is_empty() { &nobody[..] } else { &item.authors };
    for author in authors {
        out.push_str(&format!("<author><name>{}</name></author>\n", escape(author)));
    }
    for category in &item.categories {
        out.push_str(&format!("<category term=\"{}\"/>\n", escape(category)));
    }
    element(out, "summary", &item.summary);
    if let Some(html) = &item.html {
        out.push_str("<content type=\"html\">");
        push_escaped(out, html);
        out.push_str("</content>\n");
    }
    if let Some(picture) = &item.image {
        cover(out, picture);
    }
    out.push_str("</entry>\n");
}
