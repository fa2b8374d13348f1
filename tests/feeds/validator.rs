//! The rules by which feeds are judged elsewhere, as functions: RSS 2.0 and the profile of the RSS
//! Advisory Board, RFC 4287, OPML 2.0. Written against the texts of the standards, not against what
//! we write.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::support::markup;

/// An element with all that is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub text: String,
    children: Vec<Element>,
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| attribute.expect("an attribute"));
        let attributes = attributes.map(|own| (own.key.as_ref().to_owned(), markup::unescape(&own.value))).collect();
        Self { name: start.name().as_ref().to_owned(), attributes, ..Self::default() }
    }

    fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn text_of(&self, name: &str) -> &str {
        let child = self.children.iter().find(|child| child.name == name);
        child.map(|child| child.text.as_str()).unwrap_or_default()
    }
}

/// Reads a document to one tree.
fn tree(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(start) => open.push(Element::of(&start)),
            Event::Empty(start) => open.last_mut().expect("a parent").children.push(Element::of(&start)),
            Event::End(_) => {
                let done = open.pop().expect("an element");
                open.last_mut().expect("a parent").children.push(done);
            }
            Event::Text(text) => open.last_mut().expect("a parent").text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let text = markup::unescape(&format!("&{};", &*name));
                open.last_mut().expect("a parent").text.push_str(&text);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut root = open.pop().expect("a document");
    root.children.pop().expect("a root")
}

/// What is wrong, gathered.
struct Judge(Vec<String>);

impl Judge {
    fn must(&mut self, is_right: bool, what: &str) {
        if !is_right {
            self.0.push(what.to_owned());
        }
    }

    /// Exactly one child, with a text.
    fn one(&mut self, parent: &Element, name: &str) {
        self.must(parent.all(name).count() == 1, &format!("one {name} in {}", parent.name));
        self.must(!parent.text_of(name).trim().is_empty(), &format!("{name} of {} is empty", parent.name));
    }

    fn most_one(&mut self, parent: &Element, names: &[&str]) {
        for name in names {
            self.must(parent.all(name).count() <= 1, &format!("{name} twice in {}", parent.name));
        }
    }

    fn url(&mut self, text: Option<&str>, what: &str) {
        let is_whole = text.is_some_and(|text| {
            let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            rest.is_some_and(|rest| !rest.is_empty() && !rest.contains([' ', '<', '>', '"']))
        });
        self.must(is_whole, &format!("{what} is no whole address: {text:?}"));
    }

    fn file(&mut self, element: &Element, url: &str, length: &str) {
        self.url(element.attribute(url), &element.name);
        self.must(element.attribute(length).is_some_and(|text| text.parse::<u64>().is_ok()), "a length in bytes");
        let media_type = element.attribute("type").and_then(|text| text.split_once('/'));
        self.must(media_type.is_some_and(|(kind, name)| !kind.is_empty() && !name.is_empty()), "a media type");
    }
}

fn is_rfc822(text: &str) -> bool {
    jiff::fmt::rfc2822::parse(text).is_ok() && text.split(' ').count() == 6
}

fn is_rfc3339(text: &str) -> bool {
    text.parse::<jiff::Timestamp>().is_ok() && text.contains('T')
}

/// An absolute URI of any scheme (RFC 3986 §3.1).
fn is_uri(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, rest)| (scheme, !rest.is_empty()));
    scheme.is_some_and(|(scheme, has_rest)| {
        has_rest && scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && !text.contains(' ')
    })
}

/// Says what is wrong with a feed or a list of feeds.
pub fn judge(xml: &str) -> Vec<String> {
    let root = tree(xml);
    let mut judge = Judge(Vec::new());
    match root.name.as_str() {
        "rss" => rss(&root, &mut judge),
        "feed" => atom(&root, &mut judge),
        "opml" => opml(&root, &mut judge),
        other => judge.0.push(format!("no feed: {other}")),
    }
    judge.0
}

const OF_CHANNEL: &[&str] = &[
    "title",
    "link",
    "description",
    "language",
    "copyright",
    "managingEditor",
    "webMaster",
    "pubDate",
    "lastBuildDate",
    "category",
    "generator",
    "docs",
    "cloud",
    "ttl",
    "image",
    "rating",
    "textInput",
    "skipHours",
    "skipDays",
    "item",
];
const OF_ITEM: &[&str] =
    &["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];

fn rss(root: &Element, judge: &mut Judge) {
    judge.must(root.attribute("version") == Some("2.0"), "the version of RSS");
    judge.must(root.all("channel").count() == 1, "one channel");
    let Some(channel) = root.all("channel").next() else { return };
    ["title", "link", "description"].iter().for_each(|name| judge.one(channel, name));
    judge.url(Some(channel.text_of("link")), "the link of the channel");
    judge.most_one(channel, &["language", "lastBuildDate", "pubDate", "image", "ttl"]);
    let own: Vec<&Element> = channel.all("atom:link").filter(|link| link.attribute("rel") == Some("self")).collect();
    judge.must(own.len() == 1, "one atom:link to itself");
    channel.all("atom:link").for_each(|link| judge.url(link.attribute("href"), "atom:link"));
    for date in channel.all("lastBuildDate") {
        judge.must(is_rfc822(&date.text), "lastBuildDate");
    }
    for child in &channel.children {
        judge.must(child.name.contains(':') || OF_CHANNEL.contains(&child.name.as_str()), &child.name);
    }
    let mut ids = BTreeSet::new();
    for item in channel.all("item") {
        judge.must(item.all("title").chain(item.all("description")).count() > 0, "an item has a title or a text");
        judge.most_one(item, &["title", "link", "description", "guid", "pubDate", "enclosure", "content:encoded"]);
        for child in &item.children {
            judge.must(child.name.contains(':') || OF_ITEM.contains(&child.name.as_str()), &child.name);
        }
        item.all("link").for_each(|link| judge.url(Some(&link.text), "the link of an item"));
        item.all("pubDate").for_each(|date| judge.must(is_rfc822(&date.text), "pubDate"));
        item.all("atom:updated").for_each(|date| judge.must(is_rfc3339(&date.text), "atom:updated"));
        item.all("enclosure").for_each(|file| judge.file(file, "url", "length"));
        item.all("media:content").for_each(|file| judge.file(file, "url", "fileSize"));
        item.all("media:thumbnail").for_each(|file| judge.url(file.attribute("url"), "media:thumbnail"));
        item.all("category").for_each(|term| judge.must(term.attributes.is_empty(), "a category has attributes"));
        judge.must(item.text_of("description").chars().count() <= 300, "a long description");
        judge.must(!item.text_of("description").contains("</"), "markup in a description");
        judge.must(item.all("guid").count() == 1, "a guid");
        for guid in item.all("guid") {
            judge.must(ids.insert(guid.text.clone()), "a guid twice");
            if guid.attribute("isPermaLink") == Some("false") {
                judge.must(is_uri(&guid.text), "a guid that is a URI");
            } else {
                judge.url(Some(&guid.text), "guid");
            }
        }
    }
}

fn atom(root: &Element, judge: &mut Judge) {
    judge.must(root.attribute("xmlns") == Some("http://www.w3.org/2005/Atom"), "the namespace of Atom");
    ["id", "title", "updated"].iter().for_each(|name| judge.one(root, name));
    judge.must(is_uri(root.text_of("id")), "the id of the feed");
    judge.must(is_rfc3339(root.text_of("updated")), "updated of the feed");
    judge.most_one(root, &["subtitle", "generator", "icon", "logo", "rights"]);
    let own = root.all("link").filter(|link| link.attribute("rel") == Some("self")).count();
    judge.must(own == 1, "one link to itself");
    root.all("link").for_each(|link| judge.url(link.attribute("href"), "link"));
    let mut ids = BTreeSet::new();
    for entry in root.all("entry") {
        ["id", "title", "updated"].iter().for_each(|name| judge.one(entry, name));
        judge.most_one(entry, &["content", "summary", "published", "rights", "source"]);
        judge.must(is_uri(entry.text_of("id")), "the id of an entry");
        judge.must(ids.insert(entry.text_of("id").to_owned()), "an id twice");
        entry
            .all("updated")
            .chain(entry.all("published"))
            .for_each(|date| judge.must(is_rfc3339(&date.text), "a date"));
        let authors = || entry.all("author").chain(root.all("author"));
        judge.must(authors().count() > 0, "an author");
        authors().for_each(|author| judge.one(author, "name"));
        let alternates = entry.all("link").filter(|link| link.attribute("rel").unwrap_or("alternate") == "alternate");
        judge.must(alternates.count() == 1, "one address");
        for link in entry.all("link") {
            judge.url(link.attribute("href"), "link");
            if link.attribute("rel") == Some("enclosure") {
                judge.file(link, "href", "length");
            }
        }
        entry.all("media:content").for_each(|file| judge.file(file, "url", "fileSize"));
        entry.all("media:thumbnail").for_each(|file| judge.url(file.attribute("url"), "media:thumbnail"));
        entry.all("category").for_each(|term| judge.must(term.attribute("term").is_some(), "a category has a term"));
        for content in entry.all("content") {
            judge.must(content.attribute("type") == Some("html"), "the type of a text");
        }
    }
}

fn opml(root: &Element, judge: &mut Judge) {
    judge.must(root.attribute("version") == Some("2.0"), "the version of OPML");
    judge.must(root.all("head").count() == 1 && root.all("body").count() == 1, "one head and one body");
    let mut open: Vec<&Element> = root.all("body").flat_map(|body| &body.children).collect();
    judge.must(!open.is_empty(), "an outline");
    while let Some(outline) = open.pop() {
        judge.must(outline.name == "outline", &outline.name);
        judge.must(outline.attribute("text").is_some_and(|text| !text.is_empty()), "the text of an outline");
        if outline.attribute("type") == Some("rss") {
            judge.url(outline.attribute("xmlUrl"), "xmlUrl");
        }
        open.extend(&outline.children);
    }
}
