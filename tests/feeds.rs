//! Feeds as readers of feeds read them: the same items in every format, absolute, lasting, clean.

mod kinds;
mod valid;
mod validator;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::support::{Run, SiteTest, Tree, command, folder, markup, page};

/// One item in the words of any format.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    id: String,
    title: String,
    url: String,
    /// Seconds since 1970.
    published: i64,
}

/// The three formats of one feed.
struct Feed {
    name: String,
    rss: Vec<u8>,
    atom: Vec<u8>,
    json: Vec<u8>,
}

/// The repository's own publication, after its last article has appeared.
static BAKTINEWS: LazyLock<Tree> = LazyLock::new(|| {
    let output = TempDir::new().expect("a folder");
    let place = output.path().to_string_lossy().into_owned();
    let root = folder::repository();
    Run::of(command(&root).args(["build", "--now", "2027-01-01", "--output", &place])).ends_with(0);
    folder::read(output.path())
});

/// The feeds of an output tree.
fn feeds(tree: &Tree) -> Vec<Feed> {
    let homes = tree.keys().filter_map(|name| name.strip_suffix("feed.xml"));
    let bytes = |home: &str, name: &str| tree[&format!("{home}{name}")].clone();
    let feed = |home: &str| Feed {
        name: format!("/{home}"),
        rss: bytes(home, "feed.xml"),
        atom: bytes(home, "atom.xml"),
        json: bytes(home, "feed.json"),
    };
    homes.map(feed).collect()
}

/// All feeds that are looked at: of the repository's publication and of the golden sites.
fn all() -> Vec<Feed> {
    let sites = ["one-language", "two-languages", "base-path"];
    let golden = sites.map(|name| folder::read(&folder::tests().join("sites").join(name).join("expected")));
    golden.iter().chain([&*BAKTINEWS]).flat_map(feeds).collect()
}

fn of_rss(feed: &Feed) -> Vec<Item> {
    let channel = rss::Channel::read_from(&*feed.rss).expect("RSS");
    let seconds = |text: &str| jiff::fmt::rfc2822::parse(text).expect("a date").timestamp().as_second();
    let item = |item: &rss::Item| Item {
        id: item.guid().expect("an id").value().to_owned(),
        title: item.title().expect("a title").to_owned(),
        url: item.link().expect("an address").to_owned(),
        published: seconds(item.pub_date().expect("a date")),
    };
    channel.items().iter().map(item).collect()
}

fn of_atom(feed: &Feed) -> Vec<Item> {
    let feed = atom_syndication::Feed::read_from(&*feed.atom).expect("Atom");
    let link = |entry: &atom_syndication::Entry| {
        let link = entry.links().iter().find(|link| link.rel() == "alternate");
        link.expect("an address").href().to_owned()
    };
    let item = |entry: &atom_syndication::Entry| Item {
        id: entry.id().to_owned(),
        title: entry.title().value.clone(),
        url: link(entry),
        published: entry.published().expect("a date").timestamp(),
    };
    feed.entries().iter().map(item).collect()
}

fn of_json(feed: &Feed) -> Vec<Item> {
    let feed: serde_json::Value = serde_json::from_slice(&feed.json).expect("JSON");
    let item = |item: &serde_json::Value| {
        let text = |key: &str| item[key].as_str().expect("text").to_owned();
        let published = text("date_published").parse::<jiff::Timestamp>().expect("a date").as_second();
        Item { id: text("id"), title: text("title"), url: text("url"), published }
    };
    feed["items"].as_array().expect("items").iter().map(item).collect()
}

/// Any format as one more reader understands it.
fn of_reader(bytes: &[u8]) -> Vec<Item> {
    let feed = feed_rs::parser::parse(bytes).expect("a feed");
    let item = |entry: feed_rs::model::Entry| Item {
        id: entry.id,
        title: entry.title.expect("a title").content,
        url: entry.links.first().expect("an address").href.clone(),
        published: entry.published.expect("a date").timestamp(),
    };
    feed.entries.into_iter().map(item).collect()
}

#[test]
fn all_formats_have_the_same_items() {
    let feeds = all();
    assert!(feeds.len() > 40, "{}", feeds.len());
    for feed in &feeds {
        let items = of_rss(feed);
        assert_eq!(items, of_atom(feed), "{}", feed.name);
        assert_eq!(items, of_json(feed), "{}", feed.name);
        let ids: BTreeSet<&str> = items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids.len(), items.len(), "{}: an id stands twice", feed.name);
        assert!(items.is_sorted_by(|a, b| a.published >= b.published), "{}: not newest first", feed.name);
    }
}

#[test]
fn one_more_reader_understands_them_alike() {
    for feed in all() {
        let items = of_rss(&feed);
        for (format, bytes) in [("rss", &feed.rss), ("atom", &feed.atom), ("json", &feed.json)] {
            let mut found = of_reader(bytes);
            // That reader takes blanks at the ends away, and writes hosts with their slash.
            found.iter_mut().zip(&items).for_each(|(found, item)| {
                if found.title == item.title.trim() {
                    found.title.clone_from(&item.title);
                }
            });
            assert_eq!(found, items, "{} as {format}", feed.name);
        }
    }
}

#[test]
fn all_three_say_the_same_of_the_feed_itself() {
    for feed in all() {
        let rss = rss::Channel::read_from(&*feed.rss).expect("RSS");
        let atom = atom_syndication::Feed::read_from(&*feed.atom).expect("Atom");
        let json: serde_json::Value = serde_json::from_slice(&feed.json).expect("JSON");
        let titles = [rss.title(), &atom.title().value, json["title"].as_str().expect("a title")];
        assert!(titles.iter().all(|title| *title == titles[0]), "{}: {titles:?}", feed.name);
        let alternate = atom.links().iter().find(|link| link.rel() == "alternate").expect("an address");
        assert_eq!([rss.link(), alternate.href()], [json["home_page_url"].as_str().expect("an address"); 2]);
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    }
}

/// The bodies of a feed's items in all formats.
fn bodies(feed: &Feed) -> Vec<String> {
    let rss = rss::Channel::read_from(&*feed.rss).expect("RSS");
    let atom = atom_syndication::Feed::read_from(&*feed.atom).expect("Atom");
    let json: serde_json::Value = serde_json::from_slice(&feed.json).expect("JSON");
    let of_rss = rss.items().iter().filter_map(|item| item.content().map(str::to_owned));
    let of_atom = atom.entries().iter().filter_map(|entry| entry.content()?.value().map(str::to_owned));
    let items = json["items"].as_array().cloned().unwrap_or_default();
    let of_json = items.iter().filter_map(|item| item["content_html"].as_str().map(str::to_owned));
    // Some readers keep blanks at the ends.
    of_rss.chain(of_atom).chain(of_json).map(|body| body.trim().to_owned()).collect()
}

#[test]
fn bodies_are_the_same_in_all_formats() {
    for feed in all() {
        let bodies = bodies(&feed);
        let count = of_rss(&feed).len();
        assert_eq!(bodies.len(), 3 * count, "{}", feed.name);
        for (index, body) in bodies.iter().take(count).enumerate() {
            assert_eq!([body, body], [&bodies[count + index], &bodies[2 * count + index]], "{}", feed.name);
        }
    }
}

#[test]
fn bodies_bring_nothing_of_the_site_with_them() {
    for feed in all() {
        for body in bodies(&feed) {
            for element in markup::elements(&body) {
                let forbidden = ["script", "style", "iframe", "svg", "math", "form", "input", "object", "embed"];
                assert!(!forbidden.contains(&element.name.as_str()), "{}: <{}>", feed.name, element.name);
                for (name, value) in &element.attributes {
                    let is_forbidden = matches!(name.as_str(), "class" | "id" | "style") || name.starts_with("on");
                    assert!(!is_forbidden, "{}: {name}={value}", feed.name);
                }
            }
        }
    }
}

#[test]
fn every_address_is_absolute() {
    let is_absolute = |url: &str| ["https://", "http://", "mailto:", "tel:"].iter().any(|start| url.starts_with(start));
    for feed in all() {
        let rss = String::from_utf8(feed.rss.clone()).expect("text");
        let atom = String::from_utf8(feed.atom.clone()).expect("text");
        let json: serde_json::Value = serde_json::from_slice(&feed.json).expect("JSON");
        let mut found: Vec<String> = bodies(&feed).iter().flat_map(|body| markup::addresses(body)).collect();
        for element in markup::elements(&rss).iter().chain(&markup::elements(&atom)) {
            found.extend(["href", "url"].iter().filter_map(|name| element.attribute(name).map(str::to_owned)));
        }
        found.extend(of_rss(&feed).into_iter().map(|item| item.url));
        found.extend(["feed_url", "home_page_url"].iter().filter_map(|key| json[key].as_str().map(str::to_owned)));
        let items = json["items"].as_array().cloned().unwrap_or_default();
        found.extend(items.iter().filter_map(|item| item["image"].as_str().map(str::to_owned)));
        let relative: Vec<_> = found.iter().filter(|url| !is_absolute(url)).collect();
        assert!(relative.is_empty(), "{}: {relative:?}", feed.name);
    }
}

/// The ids of the items of a feed, by title.
fn ids(test: &SiteTest) -> BTreeMap<String, String> {
    feeds(&test.tree()).iter().flat_map(of_rss).map(|item| (item.title, item.id)).collect()
}

#[test]
fn ids_survive_new_addresses_and_another_theme() {
    let test = SiteTest::new()
        .bilingual()
        .file("content/s/_section.id.md", page("Bagian", ""))
        .file("content/s/_section.en.md", page("Part", ""))
        .file("content/s/a/index.id.md", page("Satu", "date: 2026-01-01\n---\nIsi.\n"))
        .file("content/s/a/index.en.md", page("One", "translation: { of: id }\n---\nText.\n"))
        .file("content/s/b.id.md", page("Dua", "date: 2026-01-02\nid: a1b2c3d4e5\n---\nIsi.\n"))
        .build();
    let before = ids(&test);
    assert_eq!(before.len(), 3);
    let test = test
        .edit("content/s/a/index.id.md", "date:", "slug: alamat-baru\ndate:")
        .edit("content/s/a/index.en.md", "translation:", "slug: new-address\ntranslation:")
        .edit("content/s/_section.id.md", "---\n\n", "slug: bagian-baru\n---\n\n")
        .edit("kabar.yaml", "theme: plain", "theme: tenun")
        .build();
    assert_eq!(ids(&test), before);
    // An id that was minted survives its file's new name too.
    let text = std::fs::read_to_string(test.root().join("content/s/b.id.md")).expect("text");
    let test = test.remove("content/s/b.id.md").file("content/s/c.id.md", text).build();
    assert_eq!(ids(&test), before);
}

#[test]
fn another_day_leaves_their_bytes_alone() {
    let test = SiteTest::new().bilingual().file("content/s/_section.id.md", page("Bagian", ""));
    let test = test.file("content/s/a.id.md", page("Satu", "date: 2026-01-01\n---\nIsi.\n"));
    let test = test.with(&["--now", "2026-03-01"]).build();
    let before: Tree = test.tree().into_iter().filter(|(name, _)| is_feed(name)).collect();
    let test = test.with(&["--now", "2026-03-02T10:00"]).build();
    let after: Tree = test.tree().into_iter().filter(|(name, _)| is_feed(name)).collect();
    assert!(!before.is_empty());
    assert_eq!(folder::differences(&before, &after), [""; 0]);
}

/// The attributes of every outline that is a feed, in their order.
fn outlines(opml: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = quick_xml::Reader::from_reader(opml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("XML") {
            quick_xml::events::Event::Eof => return found,
            quick_xml::events::Event::Empty(element) => {
                let attributes = element.attributes().map(|attribute| attribute.expect("an attribute"));
                found.push(attributes.map(|own| (own.key.as_ref().to_owned(), markup::unescape(&own.value))).collect());
            }
            _ => {}
        }
    }
}

#[test]
fn one_list_names_every_feed_once() {
    let tree = &*BAKTINEWS;
    let found = outlines(&tree["feeds.opml"]);
    let mut named: Vec<String> = found.iter().map(|own| own["xmlUrl"].clone()).collect();
    named.sort();
    let mut own: Vec<String> =
        feeds(tree).iter().map(|feed| format!("https://baktinews.example{}feed.xml", feed.name)).collect();
    own.sort();
    assert_eq!(named, own);
    for outline in &found {
        assert_eq!(outline["type"], "rss");
        assert_eq!(outline["text"], outline["title"]);
        let path = outline["htmlUrl"].strip_prefix("https://baktinews.example/").expect("an absolute address");
        assert!(tree.contains_key(&format!("{path}index.html")), "{outline:?}");
    }
    let languages: BTreeSet<&str> = found.iter().filter_map(|own| own.get("language").map(String::as_str)).collect();
    assert_eq!(languages, ["en", "id"].into());
}

#[test]
fn feeds_name_the_style_of_their_language_and_the_hub() {
    let test = SiteTest::new().bilingual().file("content/s/_section.id.md", page("Bagian", ""));
    let test = test.file("content/s/a.id.md", page("Satu", "date: 2026-01-01\n---\nIsi.\n"));
    let test =
        test.edit("kabar.yaml", "theme: plain", "theme: plain\nfeeds: { hub: \"https://hub.example/?a=1&b=2\" }");
    let test = test.build();
    let tree = test.tree();
    let text = |name: &str| String::from_utf8_lossy(&tree[name]).into_owned();
    for feed in ["feed.xml", "atom.xml"] {
        assert!(text(feed).contains("<?xml-stylesheet type=\"text/css\" href=\"/feed.css\"?>"), "{}", text(feed));
        assert!(text(&format!("en/{feed}")).contains("href=\"/en/feed.css\""));
        assert!(text(feed).contains("href=\"https://hub.example/?a=1&amp;b=2\""));
    }
    assert!(text("feed.css").contains("Ini umpan") && text("en/feed.css").contains("This is a feed"));
    let json: serde_json::Value = serde_json::from_str(&text("feed.json")).expect("JSON");
    assert_eq!(json["hubs"], serde_json::json!([{ "type": "WebSub", "url": "https://hub.example/?a=1&b=2" }]));
}

fn is_feed(name: &str) -> bool {
    ["feed.xml", "atom.xml", "feed.json"].iter().any(|feed| name.ends_with(feed))
}
