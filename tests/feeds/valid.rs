//! Every feed of every site that is looked at, before the rules; and feeds that the rules must refuse.

use serde_json::json;

use crate::support::{Tree, folder};

use super::BAKTINEWS;
use super::validator::judge;

const RSS: &str = "<rss version=\"2.0\" xmlns:atom=\"a\"><channel><title>T</title><link>https://a.org/</link>\
<description>D</description><lastBuildDate>Thu, 01 Jan 2026 00:00:00 +0800</lastBuildDate>\
<atom:link rel=\"self\" href=\"https://a.org/f\"/><item><title>I</title><link>https://a.org/i</link>\
<guid isPermaLink=\"false\">tag:a.org,2026:i</guid><pubDate>Thu, 01 Jan 2026 00:00:00 +0800</pubDate>\
<category>c</category><enclosure url=\"https://a.org/p.png\" length=\"5\" type=\"image/png\"/></item></channel></rss>";

const ATOM: &str = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>https://a.org/f</id><title>T</title>\
<updated>2026-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://a.org/f\"/><entry><id>tag:a.org,2026:i</id>\
<title>I</title><link rel=\"alternate\" href=\"https://a.org/i\"/><updated>2026-01-01T00:00:00Z</updated>\
<author><name>N</name></author><category term=\"c\"/><content type=\"html\">x</content></entry></feed>";

const OPML: &str = "<opml version=\"2.0\"><head><title>T</title></head><body><outline text=\"o\">\
<outline type=\"rss\" text=\"t\" xmlUrl=\"https://a.org/f\"/></outline></body></opml>";

#[test]
fn what_breaks_a_rule_is_refused() {
    for right in [RSS, ATOM, OPML] {
        assert_eq!(judge(right), [""; 0], "{right}");
    }
    let item = &RSS[RSS.find("<item>").expect("an item")..RSS.find("</channel>").expect("an end")];
    let entry = &ATOM[ATOM.find("<entry>").expect("an entry")..ATOM.find("</feed>").expect("an end")];
    let twice = |one: &str| format!("{one}{one}");
    let broken: &[(&str, &str, &str)] = &[
        (RSS, "version=\"2.0\"", "version=\"0.91\""),
        (RSS, "<title>T</title>", ""),
        (RSS, "<title>T</title>", "<title> </title>"),
        (RSS, "<link>https://a.org/</link>", "<link>/</link>"),
        (RSS, "<description>D</description>", ""),
        (RSS, "<lastBuildDate>Thu, 01 Jan 2026 00:00:00 +0800<", "<lastBuildDate>2026-01-01<"),
        (RSS, "rel=\"self\"", "rel=\"alternate\""),
        (RSS, "href=\"https://a.org/f\"", "href=\"f\""),
        (RSS, "<title>I</title>", ""),
        (RSS, "<title>I</title>", "<name>I</name>"),
        (RSS, "<link>https://a.org/i</link>", "<link>i</link>"),
        (RSS, "<pubDate>Thu, 01 Jan 2026 00:00:00 +0800<", "<pubDate>kemarin<"),
        (RSS, " isPermaLink=\"false\"", ""),
        (RSS, "tag:a.org,2026:i", "i"),
        (RSS, "<category>", "<category domain=\"d\">"),
        (RSS, "length=\"5\"", "length=\"lima\""),
        (RSS, "type=\"image/png\"", "type=\"png\""),
        (RSS, "url=\"https://a.org/p.png\"", "url=\"p.png\""),
        (RSS, "<category>c</category>", "<description>a &lt;b&gt;x&lt;/b&gt;</description>"),
        (RSS, item, &twice(item)),
        (ATOM, "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
        (ATOM, "<id>https://a.org/f</id>", ""),
        (ATOM, "<title>T</title>", ""),
        (ATOM, "2026-01-01T00:00:00Z</updated><link", "2026-01-01</updated><link"),
        (ATOM, "<author><name>N</name></author>", ""),
        (ATOM, "<name>N</name>", "<email>n@a.org</email>"),
        (ATOM, "<id>tag:a.org,2026:i</id>", "<id>i</id>"),
        (ATOM, "href=\"https://a.org/i\"", "href=\"/i\""),
        (ATOM, "rel=\"alternate\"", "rel=\"related\""),
        (ATOM, "rel=\"self\"", "rel=\"related\""),
        (ATOM, "<category term=\"c\"/>", "<category>c</category>"),
        (ATOM, "type=\"html\"", "type=\"text/plain\""),
        (ATOM, entry, &twice(entry)),
        (OPML, "version=\"2.0\"", ""),
        (OPML, "<head><title>T</title></head>", ""),
        (OPML, "text=\"t\"", ""),
        (OPML, "https://a.org/f", "f"),
        (OPML, "<outline text=\"o\">", "<item text=\"o\">"),
    ];
    for (right, from, to) in broken {
        let mut wrong = right.replacen(from, to, 1);
        assert_ne!(*right, wrong, "{from} is not there");
        if *to == "<item text=\"o\">" {
            wrong = wrong.replace("</outline></body>", "</item></body>");
        }
        assert!(!judge(&wrong).is_empty(), "{from} as {to} is let through");
    }
}

/// The trees whose feeds are looked at.
fn trees() -> Vec<Tree> {
    let sites = folder::tests().join("sites");
    let golden = folder::folders(&sites).into_iter().map(|name| folder::read(&sites.join(name).join("expected")));
    golden.chain([BAKTINEWS.clone()]).collect()
}

fn is_feed(name: &str, extension: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.strip_suffix(extension).map(|stem| stem.trim_end_matches(|c: char| c == '-' || c.is_ascii_digit()));
    stem.is_some_and(|stem| ["feed", "atom", "feeds"].contains(&stem))
}

#[test]
fn every_feed_keeps_the_rules() {
    let mut count = 0;
    for tree in trees() {
        for (name, bytes) in tree.iter().filter(|(name, _)| is_feed(name, ".xml") || name.ends_with(".opml")) {
            assert_eq!(judge(&String::from_utf8_lossy(bytes)), [""; 0], "{name}");
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn every_json_feed_has_the_shape_of_version_1_1() {
    let url = json!({ "type": "string", "pattern": "^https?://[^ ]+$" });
    let date =
        json!({ "type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([+-]\\d\\d:\\d\\d|Z)$" });
    let text = json!({ "type": "string" });
    let filled = json!({ "type": "string", "minLength": 1 });
    let attachment = json!({
        "type": "object",
        "required": ["url", "mime_type"],
        "properties": { "url": url, "mime_type": filled, "size_in_bytes": { "type": "integer", "minimum": 0 } },
    });
    let author = json!({ "type": "object", "required": ["name"] });
    let item = json!({
        "type": "object",
        "required": ["id"],
        "additionalProperties": false,
        "anyOf": [{ "required": ["content_html"] }, { "required": ["content_text"] }],
        "properties": {
            "id": filled, "url": url, "title": text, "summary": text, "content_html": text, "content_text": text,
            "image": url, "language": filled, "date_published": date, "date_modified": date,
            "tags": { "type": "array", "items": text },
            "authors": { "type": "array", "items": author },
            "attachments": { "type": "array", "items": attachment },
        },
    });
    let schema = json!({
        "type": "object",
        "required": ["version", "title", "items"],
        "additionalProperties": false,
        "properties": {
            "version": { "const": "https://jsonfeed.org/version/1.1" },
            "title": filled, "home_page_url": url, "feed_url": url, "next_url": url,
            "description": text, "language": filled,
            "hubs": { "type": "array", "items": { "type": "object", "required": ["type", "url"] } },
            "items": { "type": "array", "items": item },
        },
    });
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let least = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{ "id": "i", "content_text": "" }] });
    assert!(schema.is_valid(&least));
    for (pointer, wrong) in [("/version", json!("1")), ("/title", json!("")), ("/items/0", json!({ "id": "i" }))] {
        let mut broken = least.clone();
        *broken.pointer_mut(pointer).expect("a place") = wrong;
        assert!(!schema.is_valid(&broken), "{pointer}");
    }
    let mut count = 0;
    for tree in trees() {
        for (name, bytes) in tree.iter().filter(|(name, _)| is_feed(name, ".json")) {
            let feed = serde_json::from_slice(bytes).expect("JSON");
            let wrong: Vec<String> = schema.iter_errors(&feed).map(|error| error.to_string()).collect();
            assert_eq!(wrong, [""; 0], "{name}");
            count += 1;
        }
    }
    assert!(count > 40, "{count}");
}
