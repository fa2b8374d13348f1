//! Feeds and other XML as readers' programs take them: well-formed, with whole addresses.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use crate::diagnostic::Problem;

use super::markup::tags;

/// Elements whose text is an address.
const ADDRESS_ELEMENTS: [&str; 4] = ["link", "url", "uri", "comments"];
/// Attributes that hold an address.
const ADDRESS_ATTRIBUTES: [&str; 3] = ["href", "url", "src"];
/// Elements whose text is HTML.
const HTML_ELEMENTS: [&str; 4] = ["encoded", "description", "content", "summary"];

/// Says what is wrong with an XML file; of a feed also which addresses are not whole.
///
/// Gives the byte where it is broken, when it is.
pub(super) fn xml(url: &str, text: &str, out: &mut Vec<Problem>) -> Option<usize> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root: Option<String> = None;
    let mut targets = Vec::new();
    let fault = loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => break Some(error.to_string()),
        };
        match event {
            Event::Start(start) => {
                let element = element(&start, &mut targets);
                root.get_or_insert_with(|| element.name.clone());
                open.push(element);
            }
            Event::Empty(start) => {
                let element = element(&start, &mut targets);
                root.get_or_insert(element.name);
            }
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    close(element, &mut targets);
                }
            }
            Event::Text(words) => add(&mut open, &words),
            Event::CData(words) => add(&mut open, &words),
            Event::GeneralRef(name) => {
                let text = super::markup::unescape(&format!("&{};", &*name)).into_owned();
                add(&mut open, &text);
            }
            Event::Eof => break None,
            _ => {}
        }
    };
    let fault_is_placed = fault.is_some();
    let missing = match (&fault, open.last(), &root) {
        (Some(_), ..) => fault,
        (None, Some(element), _) => Some(format!("<{}> is not closed", element.name)),
        (None, None, None) => Some("no element".to_owned()),
        _ => None,
    };
    if let Some(reason) = missing {
        out.push(Problem::XmlSyntax { url: url.to_owned(), reason });
        return usize::try_from(reader.error_position()).ok().filter(|at| fault_is_placed && *at <= text.len());
    }
    if root.is_some_and(|root| matches!(root.as_str(), "rss" | "feed" | "RDF")) {
        relative(url, targets, out);
    }
    None
}

struct Element {
    name: String,
    text: String,
}

fn element(start: &BytesStart<'_>, targets: &mut Vec<String>) -> Element {
    for attribute in start.attributes().flatten() {
        if ADDRESS_ATTRIBUTES.contains(&attribute.key.local_name().as_ref()) {
            targets.push(super::markup::unescape(&attribute.value).into_owned());
        }
    }
    Element { name: start.local_name().as_ref().to_owned(), text: String::new() }
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn close(element: Element, targets: &mut Vec<String>) {
    if ADDRESS_ELEMENTS.contains(&element.name.as_str()) && !element.text.trim().is_empty() {
        targets.push(element.text.trim().to_owned());
    }
    if HTML_ELEMENTS.contains(&element.name.as_str()) {
        targets.extend(addresses(&element.text));
    }
}

fn addresses(html: &str) -> Vec<String> {
    let all = tags(html)
        .flat_map(|tag| ["href", "src", "poster"].map(|name| tag.attribute(name).map(|value| value.into_owned())));
    all.flatten().collect()
}

/// Says what is wrong with a JSON feed.
pub(super) fn json(url: &str, text: &str, out: &mut Vec<Problem>) {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            let mut targets = Vec::new();
            walk(&value, &mut targets);
            relative(url, targets, out);
        }
        Err(error) => out.push(Problem::XmlSyntax { url: url.to_owned(), reason: error.to_string() }),
    }
}

fn walk(value: &Value, targets: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, targets)),
        Value::Object(entries) => {
            for (key, value) in entries {
                match value.as_str() {
                    Some(text) if key == "url" || key.ends_with("_url") || key == "image" => {
                        targets.push(text.to_owned());
                    }
                    Some(text) if key == "content_html" => targets.extend(addresses(text)),
                    _ => walk(value, targets),
                }
            }
        }
        _ => {}
    }
}

fn relative(url: &str, targets: Vec<String>, out: &mut Vec<Problem>) {
    let is_whole = |target: &str| {
        target.split_once(':').is_some_and(|(scheme, _)| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(|c| c.is_ascii_alphanumeric())
        })
    };
    // One is enough to find the cause.
    if let Some(target) = targets.into_iter().find(|target| !is_whole(target)) {
        out.push(Problem::FeedRelativeUrl { feed: url.to_owned(), target });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut out = Vec::new();
        if text.starts_with('{') {
            json("/f", text, &mut out);
        } else {
            xml("/f", text, &mut out);
        }
        let codes: Vec<&str> = out.iter().map(Problem::code).collect();
        assert_eq!(codes, expected, "{text} {out:?}");
    }

    #[test]
    fn feeds_are_well_formed_and_their_addresses_whole() {
        check("<rss><link>https://a.org/</link><encoded>&lt;a href=\"https://a.org/b\"&gt;</encoded></rss>", &[]);
        check("<rss><link>/a</link></rss>", &["feed-relative-url"]);
        check("<rss><encoded>&lt;img src=&quot;b.png&quot;&gt;</encoded></rss>", &["feed-relative-url"]);
        check("<feed><link href=\"/a\"/></feed>", &["feed-relative-url"]);
        check("<svg><a href=\"/a\"/></svg>", &[]);
        check("<rss><a></rss>", &["xml-syntax"]);
        check("<svg><g>", &["xml-syntax"]);
        check("", &["xml-syntax"]);
        check("{\"items\":[{\"url\":\"https://a.org/\",\"content_html\":\"<a href='#x'>\"}]}", &["feed-relative-url"]);
        check("{\"items\":[", &["xml-syntax"]);
    }
}
