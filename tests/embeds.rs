//! What sites of others are offered: only what stands in feeds, only when the publication wants it.

use serde_json::Value;

use crate::support::{SiteTest, Tree, folder};

fn two_languages() -> SiteTest {
    SiteTest::of(&folder::tests().join("sites/two-languages")).plain()
}

fn offered(tree: &Tree) -> Vec<&str> {
    let ends = ["embed.html", "oembed.json", "embed/v1.js"];
    tree.keys().map(String::as_str).filter(|name| ends.iter().any(|end| name.ends_with(end))).collect()
}

#[test]
fn every_feed_has_a_page_for_frames_and_every_article_of_feeds_a_card() {
    let tree = two_languages().build().tree();
    assert!(tree.contains_key("embed/v1.js"));
    let homes: Vec<&str> = tree.keys().filter_map(|name| name.strip_suffix("feed.json")).collect();
    assert!(homes.len() > 10, "{homes:?}");
    for home in homes.iter().filter(|home| **home != "all/") {
        assert!(tree.contains_key(&format!("{home}embed.html")), "{home}");
    }
    let mut cards = 0;
    for (name, bytes) in &tree {
        let Some(page) = name.strip_suffix("oembed.json") else { continue };
        let card: Value = serde_json::from_slice(bytes).expect("JSON");
        let address = format!("https://kabar.example/{page}");
        assert_eq!((card["version"].as_str(), card["url"].as_str()), (Some("1.0"), Some(address.as_str())), "{name}");
        let html = String::from_utf8_lossy(&tree[&format!("{page}index.html")]).into_owned();
        assert!(html.contains(&format!("type=\"application/json+oembed\" href=\"{address}oembed.json\"")), "{html}");
        cards += 1;
    }
    assert!(cards > 3, "{cards}");
    assert!(!tree.contains_key("about/oembed.json") && !tree.contains_key("en/about/oembed.json"));
}

#[test]
fn a_publication_may_offer_nothing() {
    let tree = two_languages().edit("kabar.yaml", "  items: 3\n", "  items: 3\n  embeds: false\n").build().tree();
    assert_eq!(offered(&tree), [""; 0]);
    assert!(tree.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("json+oembed")));
    assert!(tree.contains_key("feed.json"));
}

#[test]
fn what_stands_in_no_feed_has_no_card() {
    let path = "content/stories/school.en.md";
    let before = two_languages().build().tree();
    assert!(before.contains_key("en/stories/school/oembed.json"));
    let tree = two_languages().edit(path, "title: A school\n", "title: A school\nfeed: none\n").build().tree();
    assert!(tree.contains_key("en/stories/school/index.html"));
    assert!(!tree.contains_key("en/stories/school/oembed.json"));
    let frames = tree.iter().filter(|(name, _)| name.ends_with("embed.html"));
    let mut texts = frames.map(|(name, bytes)| (name, String::from_utf8_lossy(bytes).into_owned()));
    assert!(texts.all(|(name, text)| !text.contains("/stories/school/") || panic!("{name}")));
}
