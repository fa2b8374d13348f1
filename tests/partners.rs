//! What partners are given: snippets that say what their feed says, and no page where there is no feed.

use serde_json::Value;

use crate::support::{SiteTest, Tree, folder};

fn two_languages() -> SiteTest {
    SiteTest::of(&folder::tests().join("sites/two-languages")).plain()
}

fn text(tree: &Tree, name: &str) -> String {
    String::from_utf8_lossy(tree.get(name).unwrap_or_else(|| panic!("{name} is not there"))).into_owned()
}

/// The snippets of a page, as they are copied.
fn snippets(page: &str) -> Vec<(&str, String)> {
    let parts = page.split("<textarea data-snippet=\"").skip(1);
    parts
        .filter_map(|part| {
            let (kind, rest) = part.split_once("\">")?;
            let written = rest.split_once("</textarea>")?.0;
            let pairs =
                [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&#x2F;", "/")];
            let raw = pairs.iter().fold(written.to_owned(), |text, (from, to)| text.replace(from, to));
            Some((kind, raw.replace("&amp;", "&")))
        })
        .collect()
}

fn links(html: &str) -> Vec<&str> {
    let list = html.split_once("<ul").and_then(|(_, rest)| rest.split_once("</ul>")).map_or("", |(list, _)| list);
    list.split("href=\"").skip(1).filter_map(|part| part.split('"').next()).collect()
}

/// The folders of all feeds but that of all languages, with the word of their snippets.
fn feeds(tree: &Tree) -> Vec<(&str, &str)> {
    let folders = tree.keys().filter_map(|name| name.strip_suffix("feed.json")).filter(|folder| *folder != "all/");
    folders.map(|folder| (folder, if folder.starts_with("en/") { "embed/" } else { "sematkan/" })).collect()
}

#[test]
fn every_feed_has_a_page_of_snippets_that_say_what_it_says() {
    let tree = two_languages().build().tree();
    let feeds = feeds(&tree);
    assert!(feeds.len() > 10, "{feeds:?}");
    let sitemap = text(&tree, "sitemap-1.xml");
    for (folder, word) in feeds {
        let page = text(&tree, &format!("{folder}{word}index.html"));
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{folder}");
        assert!(!sitemap.contains(&format!("/{folder}{word}")), "{folder}");
        let feed: Value = serde_json::from_str(&text(&tree, &format!("{folder}feed.json"))).expect("JSON");
        let items = feed["items"].as_array().expect("items");
        let urls: Vec<&str> = items.iter().take(5).filter_map(|item| item["url"].as_str()).collect();
        let found = snippets(&page);
        assert_eq!(found.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), ["element", "frame", "links"], "{folder}");
        let (element, frame, plain) = (&found[0].1, &found[1].1, &found[2].1);
        assert_eq!((links(element), links(plain)), (urls.clone(), urls), "{folder}");
        assert!(element.contains(&format!("feed=\"https://kabar.example/{folder}feed.json\"")), "{element}");
        assert!(frame.contains(&format!("src=\"https://kabar.example/{folder}embed.html\"")), "{frame}");
        let home = feed["home_page_url"].as_str().expect("an address");
        for snippet in [element, frame, plain] {
            assert!(snippet.contains(&format!("<a href=\"{home}\">")), "{snippet}");
        }
    }
}

#[test]
fn the_script_of_a_snippet_is_the_one_that_is_published() {
    let tree = two_languages().build().tree();
    let page = text(&tree, "sematkan/index.html");
    let element = &snippets(&page)[0].1;
    let hash = kabar::base::integrity(&tree["embed/v1.js"]);
    let script = format!(
        "<script async src=\"https://kabar.example/embed/v1.js\" integrity=\"{hash}\" crossorigin=\"anonymous\"></script>"
    );
    assert!(element.contains(&script), "{element}");
}

#[test]
fn lists_lead_to_their_snippets() {
    let article = "---\ntitle: Sumur\ndate: 2026-05-01\ntags: [air]\n---\n\nTeks.\n";
    let site = SiteTest::new().bilingual().edit("kabar.yaml", "theme: plain", "theme: tenun");
    let tree = site.file("content/cerita/sumur.id.md", article).build().tree();
    for list in ["", "cerita/", "topik/air/"] {
        let page = text(&tree, &format!("{list}index.html"));
        assert_eq!(page.contains(&format!("href=\"/{list}sematkan/\"")), !list.is_empty(), "{list}");
        assert!(text(&tree, &format!("{list}sematkan/index.html")).contains(&format!("href=\"/{list}\"")), "{list}");
    }
}

#[test]
fn without_json_feeds_there_is_no_element() {
    let tree = two_languages().edit("kabar.yaml", "  items: 3\n", "  items: 3\n  formats: [rss]\n").build().tree();
    let page = text(&tree, "sematkan/index.html");
    assert_eq!(snippets(&page).iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), ["frame", "links"]);
}

#[test]
fn a_publication_may_offer_no_snippets() {
    let tree = two_languages().edit("kabar.yaml", "  items: 3\n", "  items: 3\n  embeds: false\n").build().tree();
    assert!(tree.keys().all(|name| !name.contains("sematkan/") && !name.contains("embed/")));
}

#[test]
fn a_theme_without_the_template_has_none() {
    let tree = two_languages().remove("themes/plain/templates/snippets.html").build().tree();
    assert!(tree.keys().all(|name| !name.contains("sematkan/")));
    assert!(tree.contains_key("embed.html"));
}

#[test]
fn snippets_change_with_the_newest_of_their_feed_alone() {
    let before = two_languages().build().tree();
    let edit = two_languages().edit("content/stories/school.en.md", "title: A school\n", "title: The school\n");
    let after = edit.build().tree();
    let is_page = |name: &&String| name.ends_with("embed/index.html") || name.ends_with("sematkan/index.html");
    let changed: Vec<&String> = before.keys().filter(is_page).filter(|name| before[*name] != after[*name]).collect();
    assert!(!changed.is_empty());
    for name in before.keys().filter(is_page) {
        let has_it = String::from_utf8_lossy(&after[name]).contains("/en/stories/school/");
        assert_eq!(changed.contains(&name), has_it, "{name}");
    }
}
