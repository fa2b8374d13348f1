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

const ALL: [&str; 2] = ["mitra/index.html", "en/partners/index.html"];

#[test]
fn every_language_has_a_page_with_all_its_feeds() {
    let tree = two_languages().build().tree();
    let sitemap = text(&tree, "sitemap-1.xml");
    for name in ALL {
        let page = text(&tree, name);
        let prefix = if name.starts_with("en/") { "en/" } else { "" };
        let own = feeds(&tree).into_iter().filter(|(folder, _)| folder.starts_with("en/") == (prefix == "en/"));
        for (folder, word) in own {
            for file in ["feed.xml", "atom.xml", "feed.json", word] {
                assert!(page.contains(&format!("href=\"/{folder}{file}\"")), "{name}: {folder}{file}");
            }
        }
        for link in ["/feeds.opml", "/oai/Identify.xml", "/all/feed.xml", &format!("/{prefix}events.ics")] {
            assert!(page.contains(&format!("href=\"{link}\"")), "{name}: {link}");
        }
        assert!(sitemap.contains(&format!("https://kabar.example/{}</loc>", name.trim_end_matches("index.html"))));
    }
}

#[test]
fn a_page_of_the_publication_takes_its_place() {
    let site =
        two_languages().edit("content/about.id.md", "slug: tentang\n", "slug: tentang\ntemplate: partners.html\n");
    let tree = site.build().tree();
    assert!(ALL.iter().all(|name| !tree.contains_key(*name)));
    for (name, link) in
        [("tentang/index.html", "/wilayah/maluku/feed.xml"), ("en/about/index.html", "/en/regions/maluku/feed.xml")]
    {
        assert!(text(&tree, name).contains(&format!("href=\"{link}\"")), "{name}");
    }
}

#[test]
fn nothing_offered_means_no_page_and_no_builder() {
    let off = ("  items: 3\n", "  items: 3\n  embeds: false\n");
    let tree = two_languages().edit("kabar.yaml", off.0, off.1).build().tree();
    assert!(ALL.iter().all(|name| !tree.contains_key(*name)));
    assert!(tree.keys().all(|name| !name.starts_with("embed/")));
    let chosen = two_languages().edit("kabar.yaml", off.0, off.1);
    let tree = chosen
        .edit("content/about.id.md", "slug: tentang\n", "slug: tentang\ntemplate: partners.html\n")
        .build()
        .tree();
    let page = text(&tree, "tentang/index.html");
    assert!(page.contains("href=\"/wilayah/maluku/feed.xml\"") && !page.contains("<form>"), "{page}");
    let tree = two_languages().remove("themes/plain/templates/partners.html").build().tree();
    assert!(ALL.iter().all(|name| !tree.contains_key(*name)));
}

/// The folder of each feed with the names of what it is of.
fn catalogue(tree: &Tree, lang: &str) -> Vec<(String, Vec<String>)> {
    let read: Value = serde_json::from_str(&text(tree, &format!("embed/catalogue.{lang}.json"))).expect("JSON");
    let names = read["names"].as_array().expect("names");
    let feeds = read["feeds"].as_array().expect("feeds").iter().map(|feed| {
        let chosen = feed.as_array().expect("a feed")[1..].iter().zip(names).filter_map(|(choice, names)| {
            let index = usize::try_from(choice.as_u64()?).ok()?.checked_sub(1)?;
            names[index].as_str().map(str::to_owned)
        });
        (feed[0].as_str().expect("a folder").to_owned(), chosen.collect())
    });
    feeds.collect()
}

#[test]
fn the_builder_chooses_among_the_feeds_that_there_are() {
    let combinations = "    maluku-air: { regions: maluku, tags: air }\n";
    let more = format!("{combinations}    maluku-cerita: {{ regions: maluku, type: story }}\n");
    let tree = two_languages().edit("kabar.yaml", combinations, &more).build().tree();
    for lang in ["id", "en"] {
        for (folder, _) in catalogue(&tree, lang) {
            assert!(tree.contains_key(&format!("{}feed.json", folder.trim_start_matches('/'))), "{folder}");
        }
        let own = feeds(&tree).into_iter().filter(|(folder, _)| folder.starts_with("en/") == (lang == "en"));
        assert_eq!(own.count(), catalogue(&tree, lang).len());
    }
    let english = catalogue(&tree, "en");
    for (folder, expected) in [
        ("/en/", vec![]),
        ("/en/regions/maluku/", vec!["Maluku"]),
        ("/en/feeds/maluku-air/", vec!["Maluku", "Water"]),
        // A type whose articles have a section is chosen as that section.
        ("/en/feeds/maluku-cerita/", vec!["Stories", "Maluku"]),
        ("/en/stories/", vec!["Stories"]),
        ("/en/feeds/corrections/", vec!["Corrections"]),
    ] {
        let found =
            english.iter().find(|(known, _)| known == folder).unwrap_or_else(|| panic!("{folder}: {english:?}"));
        assert_eq!(found.1, expected, "{folder}");
    }
}

#[test]
fn two_terms_of_one_taxonomy_are_on_their_own_page_alone() {
    let combinations = "    maluku-air: { regions: maluku, tags: air }\n";
    let tree = two_languages()
        .edit("kabar.yaml", combinations, &format!("{combinations}    dua: {{ regions: [maluku, ambon] }}\n"))
        .build()
        .tree();
    assert!(tree.contains_key("umpan/dua/sematkan/index.html"));
    assert!(catalogue(&tree, "id").iter().all(|(folder, _)| folder != "/umpan/dua/"));
    assert!(text(&tree, "mitra/index.html").contains("href=\"/umpan/dua/feed.xml\""));
}

#[test]
fn the_page_stays_small_with_two_hundred_terms() {
    let mut site = SiteTest::new().bilingual().edit("kabar.yaml", "theme: plain", "theme: tenun");
    for number in 0..200 {
        let article = format!(
            "---\ntitle: Tulisan {number}\ndate: 2026-05-01\ntags: [desa-{number}-{}]\n---\n\nTeks.\n",
            number * 7919
        );
        site = site.file(&format!("content/cerita/t{number}.id.md"), article);
    }
    let tree = site.build().tree();
    let mut packed = Vec::new();
    let page = &tree["mitra/index.html"];
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut page.as_slice(), &mut packed, &parameters).expect("memory does not fail");
    assert!(String::from_utf8_lossy(page).matches("<tr>").count() > 200);
    assert!(packed.len() <= 14_000, "{} bytes", packed.len());
}

#[test]
fn a_partner_has_a_page_with_their_feed_and_their_line() {
    let tree = two_languages().build().tree();
    for (name, home, credit) in [
        ("mitra/universitas-contoh/index.html", "", "Untuk Universitas Contoh & alumninya."),
        ("en/partners/universitas-contoh/index.html", "en/", "For Universitas Contoh & its alumni."),
    ] {
        let page = text(&tree, name);
        assert!(
            page.contains("<meta name=\"robots\" content=\"noindex\">") && page.contains("src=\"/logo.svg\""),
            "{page}"
        );
        let folder = if home.is_empty() { "umpan/maluku-air/" } else { "en/feeds/maluku-air/" };
        let feed: Value = serde_json::from_str(&text(&tree, &format!("{folder}feed.json"))).expect("JSON");
        let urls: Vec<&str> =
            feed["items"].as_array().expect("items").iter().filter_map(|item| item["url"].as_str()).collect();
        assert!(!urls.is_empty());
        for (kind, snippet) in snippets(&page) {
            // What stands inside was HTML before it was text.
            assert!(snippet.contains(&credit.replace('&', "&amp;")), "{kind}: {snippet}");
            if kind != "frame" {
                assert_eq!(links(&snippet), urls, "{kind}");
            }
        }
        let all = text(&tree, if home.is_empty() { ALL[0] } else { ALL[1] });
        assert!(all.contains(&format!("href=\"/{}\"", name.trim_end_matches("index.html"))), "{all}");
    }
}

#[test]
fn the_feed_of_a_partner_is_there_before_it_has_anything() {
    let tree = two_languages().edit("content/_terms/regions.yaml", "papua:", "kosong: { name: Kosong }\npapua:");
    let tree = tree.edit("kabar.yaml", "{ regions: papua }", "{ regions: kosong }").build().tree();
    for file in [
        "wilayah/kosong/feed.json",
        "wilayah/kosong/embed.html",
        "en/regions/kosong/feed.xml",
        "mitra/radio-contoh/index.html",
    ] {
        assert!(tree.contains_key(file), "{file}");
    }
    let page = text(&tree, "mitra/radio-contoh/index.html");
    assert!(snippets(&page).iter().all(|(_, snippet)| !snippet.contains("<ul")), "{page}");
}

#[test]
fn partners_stand_below_the_page_of_the_publication() {
    let site =
        two_languages().edit("content/about.id.md", "slug: tentang\n", "slug: tentang\ntemplate: partners.html\n");
    let tree = site.build().tree();
    for name in ["tentang/radio-contoh/index.html", "en/about/radio-contoh/index.html"] {
        assert!(tree.contains_key(name), "{name}");
    }
}
