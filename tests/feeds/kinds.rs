//! What feeds there are beside those of lists: of combinations and corrections, archives, what comes
//! with articles, and what libraries harvest.

use std::collections::BTreeSet;

use crate::laws::well_formed::judge;
use crate::support::{SiteTest, Tree, page};

use super::{Feed, bodies, feeds, of_atom, of_rss};

#[test]
fn corrections_stand_on_their_page_and_in_a_feed() {
    let corrections = "corrections:\n  - { date: 2026-02-01, text: \"Tujuh, bukan <delapan>.\" }\n  - { date: 2026-02-01, text: Dua. }\n  - { date: 2026-02-05, text: Baru. }\n  - { date: 2030-01-01, text: Kelak. }\n";
    let test = SiteTest::new()
        .bilingual()
        .file("content/s/_section.id.md", page("Bagian", ""))
        .file("content/s/a.id.md", page("Satu", &format!("date: 2026-01-01\n{corrections}---\nIsi.\n")))
        .with(&["--now", "2026-03-01"])
        .build();
    let tree = test.tree();
    let all = feeds(&tree);
    let feed = |name: &str| all.iter().find(|feed| feed.name == name).expect("a feed");
    let items = of_rss(feed("/umpan/ralat/"));
    let tag = "tag:uji.example,2026:s/a/id/correction-2026-02";
    let ids: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, [format!("{tag}-05"), format!("{tag}-01"), format!("{tag}-01-2")]);
    assert!(items.iter().all(|item| item.title == "Ralat: Satu"), "{items:?}");
    let article = String::from_utf8_lossy(&tree["s/a/index.html"]).into_owned();
    for item in &items {
        let anchor = item.url.strip_prefix("https://uji.example/s/a/#").expect("an address on the page");
        assert!(article.contains(&format!("id=\"{anchor}\"")), "{anchor}: {article}");
    }
    assert!(bodies(feed("/umpan/ralat/"))[1].contains("bukan &lt;delapan&gt;") && !article.contains("Kelak"));
    assert_eq!(of_rss(feed("/en/feeds/corrections/")), []);
    assert!(String::from_utf8_lossy(&tree["feeds.opml"]).contains("/umpan/ralat/feed.xml"));
    let wrong = SiteTest::new()
        .minimal()
        .file("content/a.id.md", page("A", "corrections: [{ text: x }, { date: kini, text: y }]\n---\n"));
    assert_eq!(wrong.diagnose().codes(), ["missing-key", "date-form"]);
}

/// The texts of all elements of a name.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let between = |part: &str| {
        let inner = part.split_once('>')?.1;
        inner.split_once("</").map(|(text, _)| text.to_owned())
    };
    let start = format!("<{name}");
    let starts = xml.split(&start).skip(1);
    starts.filter(|part| part.starts_with(['>', ' '])).filter_map(between).collect()
}

#[test]
fn libraries_harvest_every_article_in_every_language() {
    let article = |number: usize| {
        (
            format!("content/s/a{number:03}.id.md"),
            page(&format!("T{number}"), "date: 2025-01-01\nregions: [ambon]\ntags: [Air Bersih]\n---\nIsi.\n"),
        )
    };
    let settings = "theme: plain\nlicence: CC-BY-4.0\npublisher: { name: Y, email: a@y.example }\nfeeds: { harvest: true }\ntaxonomies: { regions: { name: W, roll_up: true } }";
    let test = SiteTest::new().bilingual().edit("kabar.yaml", "theme: plain", settings);
    let test = test
        .file("content/_terms/regions.yaml", "maluku: { name: Maluku }\nambon: { name: Ambon, parent: maluku }\n")
        .file("content/s/_section.id.md", page("Bagian", ""))
        .file("content/s/_section.en.md", page("Part", ""))
        .file("content/s/a000.en.md", page("One & two", "translation: { of: id }\n---\nText.\n"));
    let test = (0..120).map(article).fold(test, |test, (path, text)| test.file(&path, text)).build();
    let tree = test.tree();
    let text = |name: &str| String::from_utf8_lossy(&tree[&format!("oai/{name}")]).into_owned();
    let mut found = Vec::new();
    let mut next = Some("ListRecords-1.xml".to_owned());
    let mut files = 0;
    while let Some(name) = next {
        let xml = text(&name);
        judge("feed.xml", xml.as_bytes()).expect("XML");
        found.extend(texts(&xml, "identifier"));
        next = texts(&xml, "resumptionToken").pop().filter(|token| !token.is_empty());
        files += 1;
    }
    let unique: BTreeSet<&String> = found.iter().collect();
    assert_eq!((files, found.len(), unique.len()), (2, 121, 121));
    let xml = text("ListRecords-2.xml");
    let first = xml.split("<record>").find(|record| record.contains("One &amp; two")).expect("a record");
    assert_eq!(texts(first, "setSpec"), ["type:article", "regions:maluku:ambon", "tags:air-bersih"]);
    for (name, expected) in [
        ("dc:title", "One &amp; two"),
        ("dc:coverage", "Ambon"),
        ("dc:subject", "Air Bersih"),
        ("dc:publisher", "Y"),
        ("dc:date", "2025-01-01"),
        ("dc:language", "en"),
        ("dc:identifier", "https://uji.example/en/s/a000/"),
        ("dc:relation", "https://uji.example/s/a000/"),
        ("dc:rights", "https://creativecommons.org/licenses/by/4.0/"),
    ] {
        assert_eq!(texts(first, name), [expected], "{name}");
    }
    assert_eq!(texts(&text("ListIdentifiers-2.xml"), "identifier").len(), 21);
    assert!(text("Identify.xml").contains("<baseURL>https://uji.example/oai/</baseURL>"));
    assert!(texts(&text("ListSets.xml"), "setSpec").contains(&"regions:maluku:ambon".to_owned()));
    let wrong = SiteTest::new().minimal().edit("kabar.yaml", "theme: plain", "theme: plain\nfeeds: { harvest: true }");
    assert_eq!(wrong.diagnose().codes(), ["missing-key"]);
}

#[test]
fn archives_hold_all_older_articles_and_stay_as_they_are() {
    let article = |number: usize| {
        let date = format!("2025-{:02}-{:02}", 1 + number / 28, 1 + number % 28);
        (format!("content/s/a{number:03}.id.md"), page(&format!("T{number}"), &format!("date: {date}\n---\nIsi.\n")))
    };
    let settings = "theme: plain\nfeeds: { items: 20 }";
    let test = SiteTest::new().minimal().file("content/s/_section.id.md", page("Bagian", ""));
    let test = test.edit("kabar.yaml", "theme: plain", settings);
    let add = |test: SiteTest, numbers: std::ops::Range<usize>| {
        numbers.map(article).fold(test, |test, (path, text)| test.file(&path, text))
    };
    let test = add(test, 0..20).build();
    assert!(!test.tree().contains_key("feed-1.xml"), "all stands in the feed itself");
    let test = add(test, 20..120).build();
    let tree = test.tree();
    let at = |tree: &Tree, suffix: &str| Feed {
        name: suffix.to_owned(),
        rss: tree[&format!("feed{suffix}.xml")].clone(),
        atom: tree[&format!("atom{suffix}.xml")].clone(),
        json: tree[&format!("feed{suffix}.json")].clone(),
    };
    // A reader that follows the links sees every article.
    let mut seen: BTreeSet<String> = of_rss(&at(&tree, "")).into_iter().map(|item| item.title).collect();
    let mut next = Some(at(&tree, ""));
    let mut steps = 0;
    while let Some(feed) = next {
        seen.extend(of_atom(&feed).into_iter().map(|item| item.title));
        let atom = atom_syndication::Feed::read_from(&*feed.atom).expect("Atom");
        let link = |rel: &str| atom.links().iter().find(|link| link.rel() == rel).map(|link| link.href().to_owned());
        let json: serde_json::Value = serde_json::from_slice(&feed.json).expect("JSON");
        let suffix = link("prev-archive").map(|url| url.replace("https://uji.example/atom", "").replace(".xml", ""));
        let older = suffix.as_ref().map(|suffix| format!("https://uji.example/feed{suffix}.json"));
        assert_eq!(json["next_url"].as_str(), older.as_deref());
        let text = String::from_utf8_lossy(&feed.atom).into_owned();
        let rss = String::from_utf8_lossy(&feed.rss).into_owned();
        assert_eq!([text.contains("<fh:archive"), rss.contains("<fh:archive")], [steps > 0; 2]);
        assert_eq!(link("current").is_some(), steps > 0);
        next = suffix.map(|suffix| at(&tree, &suffix));
        steps += 1;
    }
    assert_eq!((seen.len(), steps), (120, 4));
    assert_eq!(of_rss(&at(&tree, "-1")).len(), 50);
    let test = add(test, 120..130).build();
    let later = test.tree();
    for name in ["feed-1.xml", "atom-1.xml", "feed-1.json", "feed-2.xml"] {
        assert_eq!(tree[name], later[name], "{name}");
    }
    assert_eq!((of_rss(&at(&tree, "-3")).len(), of_rss(&at(&later, "-3")).len()), (20, 30));
}

#[test]
fn what_fields_say_stands_in_the_text_and_raw_addresses_are_whole() {
    let types = "theme: plain\ncontent_types:\n  article:\n    fields:\n      result: { type: rich-text }\n      lessons: { type: list, of: { type: rich-text } }\n      note: { type: text }\n      key_figures: { type: list, of: { type: object, fields: { value: { type: text }, unit: { type: text }, label: { type: text }, year: { type: text } } } }\n";
    let front = "date: 2026-01-03\nresult: \"Air *bersih*\"\nlessons: [\"Satu [tautan](/s/b)\", Dua]\nnote: Bukan prosa\nkey_figures: [{ value: \"<7\", unit: km, label: Pipa, year: \"2025\" }]\n---\nIsi <a href=\"#x\">y</a>.\n\n<div><img src=\"b.png\" alt=\"z\"></div>\n";
    let test = SiteTest::new()
        .minimal()
        .edit("kabar.yaml", "theme: plain", types)
        .file("content/s/_section.id.md", page("Bagian", ""))
        .file("content/s/a/index.id.md", page("A", front))
        .file("content/s/b.id.md", page("B", "Isi.\n"))
        .edit("kabar.yaml", "theme: plain", "theme: tenun")
        .build();
    let all = feeds(&test.tree());
    let body = bodies(all.iter().find(|feed| feed.name == "/s/").expect("a feed")).remove(0);
    for part in [
        "<p><strong>Hasil</strong></p>\n<p>Air <em>bersih</em></p>",
        "<li><p>Satu <a href=\"https://uji.example/s/b/\">tautan</a></p></li>",
        "<li><strong>&lt;7 km</strong> Pipa (2025)</li>",
        "<a href=\"https://uji.example/s/a/#x\">y</a>",
        "<img src=\"https://uji.example/s/a/b.png\" alt=\"z\">",
    ] {
        assert!(body.contains(part), "{part}: {body}");
    }
    assert!(!body.contains("Bukan prosa"), "{body}");
}

#[test]
fn descriptions_in_rss_are_html_and_summaries_elsewhere_are_text() {
    let summary = "Harga & <ongkos>, \"murah\"";
    let front = format!("date: 2026-01-01\nfeed: summary\nsummary: '{summary}'\n---\nIsi.\n");
    let test = SiteTest::new().bilingual().file("content/s/_section.id.md", page("Bagian", ""));
    let tree = test.file("content/s/a.id.md", page("Satu & <dua>", &front)).build().tree();
    let channel = rss::Channel::read_from(&*tree["feed.xml"]).expect("RSS");
    let item = &channel.items()[0];
    assert_eq!(item.description(), Some("Harga &amp; &lt;ongkos&gt;, \"murah\""));
    assert_eq!((item.title(), item.content()), (Some("Satu & <dua>"), None));
    let atom = atom_syndication::Feed::read_from(&*tree["atom.xml"]).expect("Atom");
    assert_eq!(atom.entries()[0].summary().map(|text| text.value.as_str()), Some(summary));
    let json: serde_json::Value = serde_json::from_slice(&tree["feed.json"]).expect("JSON");
    assert_eq!(json["items"][0]["content_text"], summary);
}

#[test]
fn recordings_and_documents_come_with_their_articles() {
    let types = "theme: plain\ncontent_types:\n  article:\n    fields:\n      audio: { type: file }\n      papers: { type: list, of: { type: file } }\n";
    let test = SiteTest::new()
        .minimal()
        .edit("kabar.yaml", "theme: plain", types)
        .file("content/s/_section.id.md", page("Bagian", ""))
        .file(
            "content/s/a/index.id.md",
            page("A", "date: 2026-01-03\naudio: b.mp3\npapers: [c.pdf, d.csv]\n---\nIsi.\n"),
        )
        .file("content/s/a/b.mp3", "suara")
        .file("content/s/a/c.pdf", "kertas")
        .file("content/s/a/d.csv", "a,b")
        .file("content/s/e/index.id.md", page("E", "date: 2026-01-02\npapers: [c.pdf]\n---\nIsi.\n"))
        .file("content/s/e/c.pdf", "kertas")
        .file("content/s/f.id.md", page("F", "date: 2026-01-01\n---\nIsi.\n"))
        .build();
    let all = feeds(&test.tree());
    let feed = all.iter().find(|feed| feed.name == "/").expect("a feed");
    let rss = rss::Channel::read_from(&*feed.rss).expect("RSS");
    let enclosures: Vec<Option<String>> = rss
        .items()
        .iter()
        .map(|item| item.enclosure().map(|file| format!("{} {} {}", file.url(), file.length(), file.mime_type())))
        .collect();
    let expected = ["https://uji.example/s/a/b.mp3 5 audio/mpeg", "https://uji.example/s/e/c.pdf 6 application/pdf"];
    assert_eq!(enclosures, [Some(expected[0].to_owned()), Some(expected[1].to_owned()), None]);
    let atom = atom_syndication::Feed::read_from(&*feed.atom).expect("Atom");
    let links = atom.entries().iter().flat_map(|entry| entry.links().iter().filter(|link| link.rel() == "enclosure"));
    assert_eq!(
        links.map(atom_syndication::Link::href).collect::<Vec<_>>(),
        ["https://uji.example/s/a/b.mp3", "https://uji.example/s/e/c.pdf"]
    );
    let json: serde_json::Value = serde_json::from_slice(&feed.json).expect("JSON");
    assert_eq!(
        json["items"][0]["attachments"],
        serde_json::json!([
            { "url": "https://uji.example/s/a/b.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5 },
            { "url": "https://uji.example/s/a/c.pdf", "mime_type": "application/pdf", "size_in_bytes": 6 },
        ])
    );
    assert!(json["items"][2].get("attachments").is_none());
}

#[test]
fn combinations_have_what_all_their_terms_have() {
    let titles = |tree: &Tree, name: &str| -> Vec<String> {
        let feeds = feeds(tree);
        let feed = feeds.iter().find(|feed| feed.name == name).expect("a feed");
        of_rss(feed).into_iter().map(|item| item.title).collect()
    };
    let settings = "feeds:\n  combinations:\n    bali-air: { regions: bali, tags: [air], type: article }\n";
    let article =
        |front: &str| page(front.split(' ').next().unwrap_or_default(), &format!("{}\n---\nIsi.\n", &front[2..]));
    let test = SiteTest::new()
        .bilingual()
        .edit(
            "kabar.yaml",
            "theme: plain",
            &format!("theme: plain\ntaxonomies: {{ regions: {{ name: W, roll_up: true }} }}\n{settings}"),
        )
        .file("content/_terms/regions.yaml", "bali: { name: Bali }\nubud: { name: Ubud, parent: bali }\n")
        .file("content/_terms/tags.yaml", "air: { name: { id: Air, en: Water } }\ntanah: { name: Tanah }\n")
        .file("content/s/_section.id.md", page("Bagian", ""))
        .file("content/s/_section.en.md", page("Part", ""))
        .file("content/s/a.id.md", article("A date: 2026-01-01\nregions: [ubud]\ntags: [air, tanah]"))
        .file("content/s/b.id.md", article("B date: 2026-01-02\nregions: [bali]\ntags: [tanah]"))
        .file("content/s/c.id.md", article("C date: 2026-01-03\nregions: [bali]\ntags: [air]"))
        .file("content/s/d.id.md", article("D date: 2026-01-04\ntags: [air]"))
        .build();
    let tree = test.tree();
    assert_eq!(titles(&tree, "/umpan/bali-air/"), ["C", "A"]);
    // Partners may ask for the feed before anything stands in it.
    assert_eq!(titles(&tree, "/en/feeds/bali-air/"), [""; 0]);
    let opml = String::from_utf8_lossy(&tree["feeds.opml"]).into_owned();
    assert!(opml.contains("/en/feeds/bali-air/feed.xml") && opml.contains(": Bali, Water, Articles\""), "{opml}");
    let test = test.edit("kabar.yaml", "type: article", "type: page").build();
    assert_eq!(titles(&test.tree(), "/umpan/bali-air/"), [""; 0]);
}
