//! What readers of feeds rely on: an item stays the same item wherever the site goes, and every file
//! that a program reads can be read, whatever letters editors use.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::Value;

use crate::support::{SiteTest, Tree, folder, markup, page};

use super::law;
use super::publication::{Publication, publications};
use super::well_formed::judge;

/// An item as a reader remembers it: its id, when it appeared and when it changed.
type Memory = BTreeSet<(String, String, String)>;

/// The texts of all elements of a name, without entities.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let found = xml.split(&open).skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        (attributes.is_empty() || attributes.starts_with(' ')).then(|| rest.split(&close).next().unwrap_or_default())
    });
    found.map(markup::unescape).collect()
}

/// The items of all feeds and archives, in every format, and the records for libraries.
fn remembered(tree: &Tree) -> BTreeMap<&'static str, Memory> {
    let mut all: BTreeMap<&str, Memory> = BTreeMap::new();
    for (name, bytes) in tree {
        let text = String::from_utf8_lossy(bytes);
        let file = name.rsplit('/').next().unwrap_or_default();
        let is_feed = |stem: &str, end: &str| {
            let rest = file.strip_prefix(stem).and_then(|rest| rest.strip_suffix(end));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        let mut add = |format, item: &str, keys: [&str; 3]| {
            let value = |key: &str| texts(item, key).first().cloned().unwrap_or_default();
            let [id, published, updated] = keys.map(value);
            assert!(!id.is_empty() && !published.is_empty(), "{name}: {item}");
            all.entry(format).or_default().insert((id, published, updated));
        };
        if is_feed("feed", ".xml") {
            text.split("<item>").skip(1).for_each(|item| add("rss", item, ["guid", "pubDate", "atom:updated"]));
        } else if is_feed("atom", ".xml") {
            text.split("<entry").skip(1).for_each(|item| add("atom", item, ["id", "published", "updated"]));
        } else if file.starts_with("ListRecords") {
            text.split("<record>").skip(1).for_each(|item| add("oai", item, ["identifier", "datestamp", "dc:date"]));
        } else if is_feed("feed", ".json") {
            let feed: Value = serde_json::from_str(&text).expect("JSON");
            for item in feed["items"].as_array().expect("items") {
                let value = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
                let memory = (value("id"), value("date_published"), value("date_modified"));
                all.entry("json").or_default().insert(memory);
            }
        }
    }
    all
}

/// A publication of at most two languages, which both themes speak, with everything that feeds have.
fn site(publication: Publication) -> (Publication, SiteTest) {
    let languages = publication.languages.min(2);
    let publication = Publication { languages, root: publication.root % languages, ..publication }.fitted();
    let feeds = "feeds: { items: 2, harvest: true, authority: kabar.example }\n\
                 publisher: { name: Redaksi, email: redaksi@kabar.example }\n";
    let test = publication.site().append("kabar.yaml", feeds);
    (publication, test)
}

#[test]
fn an_item_stays_the_same_wherever_the_site_goes_and_however_it_looks() {
    let seen = Cell::new(0);
    law(10, &(publications(14), any::<prop::sample::Index>()), |(publication, index)| {
        let (publication, test) = site(publication);
        let test = test.build();
        let tree = test.tree();
        let before = remembered(&tree);
        seen.set(seen.get() + before.get("rss").map_or(0, BTreeSet::len));
        // All formats remember the same items.
        let ids = |format: &str| before.get(format).into_iter().flatten().map(|item| &item.0).collect::<BTreeSet<_>>();
        prop_assert_eq!(ids("rss"), ids("atom"));
        prop_assert_eq!(ids("rss"), ids("json"));
        prop_assert_eq!(ids("rss"), ids("oai"));
        // Another host, in a folder of it.
        let moved = if publication.base_path { "https://kabar.example/kabar" } else { "https://kabar.example" };
        let test = test
            .edit("kabar.yaml", &format!("base_url: {moved}\n"), "base_url: http://lain.example:8080/di/sini\n")
            .build();
        prop_assert_eq!(&remembered(&test.tree()), &before, "another host");
        // Another theme.
        let test = test.edit("kabar.yaml", "theme: plain", "theme: tenun").build();
        prop_assert_eq!(&remembered(&test.tree()), &before, "another theme");
        // Another address of an article, in every language.
        let mut test = test;
        if !publication.articles.is_empty() {
            let number = index.index(publication.articles.len());
            let article = &publication.articles[number];
            for lang in article.languages() {
                let place = &article.path(number)[1..];
                let inside = if article.is_bundle { "/index" } else { "" };
                let path = format!("content/{place}{inside}.{}.md", publication.tags()[lang]);
                let text = std::fs::read_to_string(test.root().join(&path)).expect("text");
                let front: Vec<&str> = text.lines().filter(|line| !line.starts_with("slug: ")).collect();
                let text = front.join("\n").replacen("---\n", &format!("---\nslug: alamat-lain-{lang}\n"), 1);
                test = test.file(&path, text);
            }
            test = test.build();
            prop_assert_eq!(&remembered(&test.tree()), &before, "another address");
        }
        Ok(())
    });
    assert!(seen.get() > 10, "{} items", seen.get());
}

/// What programs read, and not browsers.
fn is_for_programs(name: &str) -> bool {
    [".xml", ".json", ".opml", ".ics"].iter().any(|end| name.ends_with(end)) && !name.starts_with("search-index/")
}

#[test]
fn another_day_and_another_build_leave_every_byte_for_programs_alone() {
    law(6, &publications(6), |publication| {
        let (_, test) = site(publication);
        let test = test.with(&["--now", "2026-12-01"]).build();
        let whole = test.tree();
        let test = test.build();
        prop_assert_eq!(folder::differences(&whole, &test.tree()), [""; 0]);
        let test = test.with(&["--now", "2027-05-03T10:00"]).build();
        let kept = |tree: Tree| tree.into_iter().filter(|(name, _)| is_for_programs(name)).collect::<Tree>();
        prop_assert_eq!(folder::differences(&kept(whole), &kept(test.tree())), [""; 0]);
        Ok(())
    });
}

/// Texts of all planes, and such as have spoilt feeds before.
fn letters() -> impl Strategy<Value = String> {
    let odd = [
        "]]>",
        "<![CDATA[",
        "-->",
        "<?xml?>",
        "&#0;",
        "&#xFFFE;",
        "&eacute;",
        "\\ud800",
        "\u{0}",
        "\u{7}",
        "\u{b}",
        "\u{1b}[31m",
        "\u{7f}",
        "\u{85}",
        "\u{9f}",
        "\u{ad}",
        "\u{200f}",
        "\u{202e}",
        "\u{2028}",
        "\u{2066}",
        "\u{fdd0}",
        "\u{feff}",
        "\u{fffd}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{1fffe}",
        "\u{e0001}",
        "\u{10ffff}",
        "e\u{301}\u{302}\u{303}",
        "\r",
        "\r\n",
        "\n",
        "\t",
        "\"'`<>&",
        "</script>",
        "BEGIN:VEVENT",
        ";,:\\",
        "🌊👨‍👩‍👧‍👦",
        "日本語",
    ];
    let part = prop_oneof![
        4 => prop::sample::select(odd.to_vec()).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => any::<String>(),
        1 => "[a-z ]{1,30}",
    ];
    prop::collection::vec(part, 1..7).prop_map(|parts| parts.concat())
}

/// A text as YAML that says it to the letter, whatever it is.
fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        ' '..='~' if c != '"' && c != '\\' => c.to_string(),
        c => format!("\\U{:08X}", u32::from(c)),
    };
    format!("\"T{}\"", text.chars().map(letter).collect::<String>())
}

const FIELDS: usize = 10;

/// A publication whose every text that feeds carry is one of these.
fn lettered(own: &[String]) -> SiteTest {
    let text = |index: usize| quoted(&own[index % own.len()]);
    let config = format!(
        "title: {}\ndescription: {}\nbase_url: https://kabar.example\ntimezone: Asia/Makassar\nlanguages: [id, en]\n\
         theme: plain\npublisher: {{ name: {}, place: {}, email: r@kabar.example }}\nlicence: CC-BY-4.0\n\
         feeds: {{ items: 1, harvest: true, combinations: {{ dua: {{ tags: [a, c], title: {} }} }} }}\n\
         content_types:\n  acara:\n    name: {}\n    plural: {}\n    folder: s\n    structured_data: event\n    fields:\n\
         \x20     start: {{ type: zoned-date-time }}\n      venue: {{ type: text }}\n      city: {{ type: text }}\n\
         \x20     organiser: {{ type: text }}\n      lessons: {{ type: list, of: {{ type: rich-text }} }}\n",
        text(0),
        text(1),
        text(2),
        text(3),
        text(4),
        text(5),
        text(6)
    );
    let front = |start: usize, more: &str| {
        let title = text(start);
        let front = format!(
            "summary: {}\n{more}venue: {}\ncorrections: [{{ date: 2026-02-01, text: {} }}]\n",
            text(start + 1),
            text(start + 2),
            text(start + 3)
        );
        // In the body every letter stands as it is, in prose, code, a picture's words and raw HTML.
        let raw = &own[start % own.len()];
        let flat = raw.replace(['\n', '\r'], " ");
        let body = format!(
            "Isi {raw}\n\n## {flat}\n\n```\n{flat}\n```\n\n![{flat}](/peta.svg \"{flat}\") `{flat}` <b title=\"{flat}\">x</b>\n"
        );
        page(&title, &format!("{front}---\n{body}"))
    };
    let shared = format!(
        "date: 2026-01-01\nstart: 2026-03-01T09:00\ntags: [a, c]\nauthors: [b]\ncity: {}\norganiser: {}\nlessons: [{}]\n",
        text(7),
        text(8),
        text(3)
    );
    let term = format!("a: {{ name: {} }}\nc: {{ name: {} }}\n", text(9), text(8));
    let author = format!("b: {{ name: {} }}\n", text(0));
    SiteTest::new()
        .plain()
        .file("kabar.yaml", config)
        .file("content/_section.id.md", page(&text(1), ""))
        .file("content/_section.en.md", page(&text(2), ""))
        .file("content/_terms/tags.yaml", term)
        .file("content/_terms/authors.yaml", author)
        .file("content/s/_section.id.md", page(&text(3), ""))
        .file("content/s/_section.en.md", page(&text(4), ""))
        .file("static/peta.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>")
        .file("content/s/a/index.id.md", front(5, &shared))
        .file("content/s/a/index.en.md", front(6, "translation: { of: id }\n"))
        .file("content/s/b.id.md", front(7, &shared))
}

#[test]
fn any_letters_anywhere_give_files_that_programs_can_read() {
    let (tried, built) = (Cell::new(0), Cell::new(0));
    law(24, &prop::collection::vec(letters(), FIELDS), |own| {
        let test = lettered(&own).try_build();
        tried.set(tried.get() + 1);
        let tree = test.tree();
        // Refused is right for some letters; what is not refused can be read.
        if tree.is_empty() {
            eprintln!(
                "{}",
                test.diagnose()
                    .diagnostics()
                    .iter()
                    .filter(|d| d["severity"] == "error")
                    .map(|d| format!("{} {} {}\n", d["code"], d["what"], d["place"]))
                    .collect::<String>()
            );
            return Ok(());
        }
        built.set(built.get() + 1);
        let mut kinds = BTreeSet::new();
        for (name, bytes) in tree.iter().filter(|(name, _)| is_for_programs(name) || name.ends_with("opensearch.xml")) {
            if let Err(error) = judge(name, bytes) {
                return Err(TestCaseError::fail(format!("{name}: {error}")));
            }
            kinds.insert(name.rsplit('/').next().unwrap_or_default());
        }
        let wanted = [
            "feed.xml",
            "feed-1.xml",
            "atom.xml",
            "atom-1.xml",
            "feed.json",
            "feeds.opml",
            "ListRecords-1.xml",
            "ListSets.xml",
            "event.ics",
            "events.ics",
            "oembed.json",
        ];
        prop_assert!(wanted.iter().all(|wanted| kinds.contains(wanted)), "{:?}", kinds);
        Ok(())
    });
    assert!(2 * built.get() > tried.get(), "only {} of {} were built", built.get(), tried.get());
}

#[test]
fn half_a_character_is_refused_with_its_place_or_read_as_no_character() {
    let test = SiteTest::new().minimal().file("content/s/_section.id.md", page("Bagian", ""));
    let test = test.file("content/s/a.id.md", page("\"a\\uD800b\"", "date: 2026-01-01\n---\nIsi.\n")).try_build();
    for (name, bytes) in test.tree().iter().filter(|(name, _)| is_for_programs(name)) {
        assert_eq!(judge(name, bytes), Ok(()), "{name}");
    }
    let told = test.diagnose();
    let is_placed = told.diagnostics().iter().any(|found| found["place"]["file"] == "content/s/a.id.md");
    assert!(is_placed || !test.tree().is_empty(), "{}", told.out);
}
