//! Rights as readers and partners meet them: whatever licence, origin, consent and wish an article
//! has, what stands of it in feeds and on its republishing page.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::{SiteTest, Tree, markup, page};

/// Licence, origin, the article's `republish`; what the page says, and what stands in feeds.
/// `wrong` is not built at all.
const MATRIX: &str = "
-          own       -      no-licence       full
-          own       true   allowed          full
-          own       false  article          summary
-          sent      -      no-consent       summary
-          sent      true   wrong            wrong
-          sent      false  no-consent       summary
-          agreed    -      no-licence       full
-          agreed    true   allowed          full
-          agreed    false  article          summary
CC-BY-4.0  own       -      allowed          full
CC-BY-4.0  own       true   allowed          full
CC-BY-4.0  own       false  article          summary
CC-BY-4.0  sent      -      wrong            wrong
CC-BY-4.0  sent      true   wrong            wrong
CC-BY-4.0  sent      false  wrong            wrong
CC-BY-4.0  agreed    -      allowed          full
CC-BY-4.0  agreed    true   allowed          full
CC-BY-4.0  agreed    false  article          summary
CC-BY-NC-ND-4.0  own     -      allowed      full
CC-BY-NC-ND-4.0  agreed  false  article      summary
all-rights-reserved  own     -      reserved    summary
all-rights-reserved  own     true   allowed     full
all-rights-reserved  own     false  article     summary
all-rights-reserved  sent    -      no-consent  summary
all-rights-reserved  sent    true   wrong       wrong
all-rights-reserved  agreed  -      reserved    summary
all-rights-reserved  agreed  true   allowed     full
Bicara_dengan_kami   own     -      unknown-licence  summary
Bicara_dengan_kami   own     true   allowed          full
Bicara_dengan_kami   sent    -      no-consent       summary
Bicara_dengan_kami   agreed  -      unknown-licence  summary
";

/// The same for articles without a licence of their own, by what `kabar.yaml` says: `licence`, or
/// `republish`.
const DEFAULTS: &str = "
licence:_CC-BY-4.0  own     -      allowed      full
licence:_CC-BY-4.0  own     false  article      summary
licence:_CC-BY-4.0  sent    -      no-consent   summary
licence:_CC-BY-4.0  agreed  -      allowed      full
republish:_true     own     -      allowed      full
republish:_true     sent    -      no-consent   summary
republish:_true     agreed  -      allowed      full
republish:_false    own     -      publication  summary
republish:_false    own     true   allowed      full
republish:_false    agreed  -      publication  summary
";

/// One line of a table.
struct Case {
    name: String,
    first: String,
    front: String,
    kit: &'static str,
    feed: &'static str,
}

fn cases(table: &'static str) -> Vec<Case> {
    let lines = table.lines().filter(|line| !line.is_empty()).enumerate();
    let case = |(number, line): (usize, &'static str)| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [first, origin, republish, kit, feed] = words[..] else { panic!("five words: {line}") };
        let mut front = String::from("date: 2026-06-01\n");
        match origin {
            "sent" => front.push_str("contributed: true\n"),
            "agreed" => front.push_str("contributed: { agreement: \"1\", republish: true }\n"),
            _ => {}
        }
        if republish != "-" {
            writeln!(front, "republish: {republish}").expect("a string");
        }
        Case { name: format!("kasus-{number}"), first: first.replace('_', " "), front, kit, feed }
    };
    lines.map(case).collect()
}

/// Adds a case's article in two languages.
fn with(test: SiteTest, case: &Case, licence: &str) -> SiteTest {
    let front = format!("{}{licence}summary: Ringkas saja.\n", case.front);
    let folder = format!("content/cerita/{}", case.name);
    let original = page(&case.name, &format!("{front}---\nIsi lengkap {}.\n", case.name));
    let translation = "translation: { of: id }\nsummary: In short.\n---\nThe whole text.\n";
    let test = test.file(&format!("{folder}/index.id.md"), original);
    test.file(&format!("{folder}/index.en.md"), page(&case.name, translation))
}

fn site(config: &str) -> SiteTest {
    let section = |title: &str| format!("---\ntitle: {title}\n---\n");
    SiteTest::new()
        .bilingual()
        .edit("kabar.yaml", "theme: plain", "theme: tenun")
        .append("kabar.yaml", config)
        .file("content/cerita/_section.id.md", section("Cerita"))
        .file("content/cerita/_section.en.md", section("Stories"))
}

/// What stands of an article in a feed: `full`, `summary` or `none`.
fn extent(feed: &Value, name: &str) -> &'static str {
    let item = feed["items"].as_array().expect("items").iter().find(|item| item["title"] == name);
    match item {
        None => "none",
        Some(item) if item["content_html"].is_string() => "full",
        Some(_) => "summary",
    }
}

/// What the page says in Indonesian and in English where an article is not given away.
const REASONS: [(&str, [&str; 2]); 5] = [
    ("no-consent", ["belum mengizinkan pihak lain", "has not agreed that others"]),
    ("article", ["tidak membagikan tulisan ini", "keeps this article to itself"]),
    ("reserved", ["<p>Semua hak dilindungi.</p>", "<p>All rights are reserved.</p>"]),
    ("unknown-licence", ["punya lisensi sendiri", "a licence of its own"]),
    ("no-licence", ["belum menyatakan dengan lisensi apa", "has not said under which licence"]),
];

fn text(tree: &Tree, path: &str) -> String {
    String::from_utf8_lossy(&tree[path]).into_owned()
}

/// What a republishing page is about: `allowed`, a reason, or `publication` where there is none.
fn kit(page: Option<&str>, lang: usize) -> &'static str {
    let Some(page) = page else { return "publication" };
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{page}");
    if page.contains("<textarea id=\"take-html\"") {
        return "allowed";
    }
    assert!(!page.contains("Isi lengkap") && !page.contains("The whole text"), "{page}");
    let told: Vec<&str> =
        REASONS.iter().filter(|(_, texts)| page.contains(texts[lang])).map(|(name, _)| *name).collect();
    assert_eq!(told.len(), 1, "{told:?} {page}");
    told[0]
}

/// Looks at what was built of each case, in both languages and all formats.
#[track_caller]
fn look(test: &SiteTest, cases: &[Case]) {
    let tree = test.tree();
    for case in cases {
        for (home, word, lang) in [("cerita/", "terbit-ulang", 0), ("en/cerita/", "republish", 1)] {
            let article = text(&tree, &format!("{home}{}/index.html", case.name));
            let address = format!("/{home}{}/{word}/", case.name);
            let own = tree.get(&format!("{}index.html", &address[1..]));
            let own = own.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            assert_eq!(kit(own.as_deref(), lang), case.kit, "{address} {} {}", case.first, case.front);
            assert_eq!(article.contains(&format!("href=\"{address}\"")), own.is_some(), "{address}");
            let json: Value = serde_json::from_slice(&tree[&format!("{home}feed.json")]).expect("JSON");
            assert_eq!(extent(&json, &case.name), case.feed, "{home} {} {}", case.first, case.front);
            for (file, item, content) in
                [("feed.xml", "<item>", "<content:encoded>"), ("atom.xml", "<entry", "<content ")]
            {
                let text = String::from_utf8_lossy(&tree[&format!("{home}{file}")]).into_owned();
                let title = format!("<title>{}</title>", case.name);
                let own = text.split(item).find(|part| part.contains(&title)).expect("an item");
                assert_eq!(own.contains(content), case.feed == "full", "{home}{file} {}", case.front);
            }
        }
    }
}

fn licence_line(licence: &str) -> String {
    if licence == "-" { String::new() } else { format!("licence: {licence}\n") }
}

#[test]
fn feeds_and_pages_follow_licence_origin_consent_and_wish() {
    let (wrong, right): (Vec<Case>, Vec<Case>) = cases(MATRIX).into_iter().partition(|case| case.kit == "wrong");
    let mut test = site("feeds: { items: 500 }\n");
    for case in &right {
        test = with(test, case, &licence_line(&case.first));
    }
    look(&test.build(), &right);
    assert!(!wrong.is_empty());
    let mut test = site("");
    for case in &wrong {
        test = with(test, case, &licence_line(&case.first));
    }
    let told = test.diagnose().diagnostics();
    for case in &wrong {
        let file = format!("content/cerita/{}/index.id.md", case.name);
        let is_said =
            |told: &&Value| told["code"] == "republish-without-consent" && told["place"]["file"] == file.as_str();
        assert!(told.iter().any(|told| is_said(&told)), "{} {}", case.first, case.front);
    }
}

#[test]
fn a_publication_decides_for_articles_that_say_nothing() {
    for setting in ["licence: CC-BY-4.0", "republish: true", "republish: false"] {
        let cases: Vec<Case> = cases(DEFAULTS).into_iter().filter(|case| case.first == setting).collect();
        assert!(!cases.is_empty());
        let mut test = site(&format!("{setting}\nfeeds: {{ items: 500 }}\n"));
        for case in &cases {
            test = with(test, case, "");
        }
        look(&test.build(), &cases);
    }
}

#[test]
fn an_article_chooses_what_stands_of_it_in_feeds() {
    let front =
        |feed: &str| format!("date: 2026-06-01\nlicence: CC-BY-4.0\nsummary: Ringkas.\nfeed: {feed}\n---\nIsi.\n");
    let mut test = site("feeds: { full_text: false }\n");
    for feed in ["full", "summary", "none"] {
        test = test.file(&format!("content/cerita/{feed}.id.md"), page(feed, &front(feed)));
    }
    let refused = "date: 2026-06-01\nfeed: full\nrepublish: false\nsummary: Ringkas.\n---\nIsi.\n";
    let test = test.file("content/cerita/kami.id.md", page("kami", refused)).build();
    let tree = test.tree();
    for place in ["", "cerita/", "all/"] {
        let json: Value = serde_json::from_slice(&tree[&format!("{place}feed.json")]).expect("JSON");
        for (name, expected) in [("full", "full"), ("summary", "summary"), ("none", "none"), ("kami", "full")] {
            assert_eq!(extent(&json, name), expected, "{place} {name}");
        }
    }
    // What is in no feed is still an article like any other.
    let list = String::from_utf8_lossy(&tree["cerita/index.html"]).into_owned();
    assert!(list.contains("/cerita/none/"), "{list}");
}

#[test]
fn a_contribution_without_consent_is_not_under_the_publications_licence() {
    let test = site("licence: CC-BY-4.0\n");
    let front = "date: 2026-06-01\ncontributed: true\n---\nIsi.\n";
    let test = test.file("content/cerita/a.id.md", page("A", front));
    let test = test.file("content/cerita/b.id.md", page("B", "date: 2026-06-01\n---\nIsi.\n")).build();
    let page = |name: &str| String::from_utf8_lossy(&test.tree()[&format!("cerita/{name}/index.html")]).into_owned();
    assert!(!page("a").contains("CC BY 4.0"));
    assert!(page("b").contains("CC BY 4.0"));
}

const ARTICLE: &str = "\
date: 2026-06-16
licence: CC-BY-NC-SA-4.0
authors: [ani, budi]
cover: sampul.svg
---
Dua *kata* di [tulisan lain](../b) & [kutipan]{.besar}

## Judul {#asal .kelas}

![Sumur](sumur.svg \"Sumur baru.\")

![Desa](desa.svg)

![Kantor](kantor.svg){licence=all-rights-reserved}

![Ladang](ladang.svg){licence=CC-BY-4.0 credit=Citra}

<div class=\"x\" onclick=\"y()\"><a href=\"../b/\">di sini</a><img src=\"liar.svg\" alt=\"\"></div>
";

/// A publication with one article that has everything.
fn rich() -> SiteTest {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"><path d=\"M0 0h8v6z\"/></svg>";
    let media = "\
sampul.svg: { alt: Sampul, licence: CC0-1.0 }
sumur.svg: { credit: Ani, licence: CC-BY-SA-4.0 }
desa.svg: { credit: Ani }
kantor.svg: { credit: Ani }
";
    let authors = "ani: { name: Ani Wulandari }\nbudi: { name: Budi & Kawan }\n";
    let mut test = site("taxonomies: { authors: {} }\npublisher: { name: Yayasan Uji }\n")
        .file("content/_terms/authors.yaml", authors)
        .file("content/cerita/a/index.id.md", page("Sumur 50%", ARTICLE))
        .file("content/cerita/a/index.en.md", page("The well", "translation: { of: id }\n---\nIn English.\n"))
        .file("content/cerita/a/media.yaml", media)
        .file("content/cerita/b.id.md", page("Lain", "date: 2026-06-01\n---\nIsi.\n"));
    for name in ["sampul", "sumur", "desa", "kantor", "ladang", "liar"] {
        test = test.file(&format!("content/cerita/a/{name}.svg"), svg);
    }
    test.build()
}

/// The text of a `<textarea>`.
fn area(page: &str, id: &str) -> String {
    let start = format!("<textarea id=\"{id}\"");
    let rest = page.split_once(&start).unwrap_or_else(|| panic!("{id} in {page}")).1;
    let inside = rest.split_once('>').expect("a tag").1.split_once("</textarea>").expect("an end").0;
    markup::unescape(inside)
}

#[test]
fn others_take_along_a_whole_article_and_only_permitted_pictures() {
    let tree = rich().tree();
    let page = text(&tree, "cerita/a/terbit-ulang/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://uji.example/cerita/a/\">"), "{page}");
    assert!(page.contains("tujuan komersial") && page.contains("lisensi yang sama"), "{page}");
    let html = area(&page, "take-html");
    for wanted in [
        "<h1>Sumur 50%</h1>",
        "<em>Oleh Ani Wulandari dan Budi &amp; Kawan.</em>",
        "<a href=\"https://uji.example/cerita/b/\">tulisan lain</a>",
        "src=\"https://uji.example/cerita/a/sampul.svg\"",
        "src=\"https://uji.example/cerita/a/sumur.svg\"",
        "src=\"https://uji.example/cerita/a/ladang.svg\"",
        "<a href=\"https://uji.example/cerita/b/\">di sini</a>",
        "di Uji, 16 Juni 2026: <a href=\"https://uji.example/cerita/a/\">https://uji.example/cerita/a/</a>.",
        "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    ] {
        assert!(html.contains(wanted), "{wanted} in {html}");
    }
    for unwanted in [" class=", " id=", "onclick", "desa.svg", "kantor.svg", "liar.svg", "\"/", "<script", "<iframe"] {
        assert!(!html.contains(unwanted), "{unwanted} in {html}");
    }
    let markdown = area(&page, "take-markdown");
    assert!(markdown.starts_with("# Sumur 50%\n\nOleh Ani Wulandari dan Budi & Kawan."), "{markdown}");
    assert!(markdown.contains("[tulisan lain](https://uji.example/cerita/b/)"), "{markdown}");
    assert!(markdown.contains("![Sumur](https://uji.example/cerita/a/sumur.svg)"), "{markdown}");
    assert!(markdown.contains("<https://uji.example/cerita/a/>"), "{markdown}");
    assert!(!markdown.contains("desa.svg") && !markdown.contains("{."), "{markdown}");
    let plain = area(&page, "take-text");
    assert!(plain.contains("Dua kata di tulisan lain (https://uji.example/cerita/b/)"), "{plain}");
    assert!(plain.trim_end().ends_with("https://creativecommons.org/licenses/by-nc-sa/4.0/"), "{plain}");
    assert!(!plain.contains(".svg") && !plain.contains('*'), "{plain}");
    let left_out: Vec<&str> = ["desa.svg", "kantor.svg", "liar.svg", "sumur.svg", "ladang.svg", "sampul.svg"]
        .into_iter()
        .filter(|name| page.contains(&format!("<li><b>{name}</b>: ")))
        .collect();
    assert_eq!(left_out, ["desa.svg", "kantor.svg", "liar.svg"]);
    let english = text(&tree, "en/cerita/a/republish/index.html");
    assert!(area(&english, "take-text").contains("In English."), "{english}");
    assert!(english.contains("href=\"/cerita/a/terbit-ulang/\""), "{english}");
}

#[test]
fn an_article_is_cited_in_four_formats() {
    let page = text(&rich().tree(), "cerita/a/terbit-ulang/index.html");
    let url = "https://uji.example/cerita/a/";
    let apa = format!("Ani Wulandari & Budi & Kawan. (2026, 16 Juni). Sumur 50%. Uji. {url}");
    assert_eq!(area(&page, "APA"), apa);
    let chicago = format!("Ani Wulandari dan Budi & Kawan. “Sumur 50%.” Uji, 16 Juni 2026. {url}.");
    assert_eq!(area(&page, "Chicago"), chicago);
    let bibtex = area(&page, "BibTeX");
    for wanted in [
        "@misc{a-id,\n",
        "author = {{Ani Wulandari} and {Budi \\& Kawan}}",
        "title = {{Sumur 50\\%}}",
        "date = {2026-06-16}",
        &format!("url = {{{url}}}"),
    ] {
        assert!(bibtex.contains(wanted), "{wanted} in {bibtex}");
    }
    let ris = area(&page, "RIS");
    let expected = format!(
        "TY  - ELEC\nAU  - Ani Wulandari\nAU  - Budi & Kawan\nTI  - Sumur 50%\nT2  - Uji\nPB  - Yayasan Uji\n\
         PY  - 2026\nDA  - 2026/06/16\nLA  - id\nUR  - {url}\nER  - \n"
    );
    assert_eq!(ris, expected);
    let english = text(&rich().tree(), "en/cerita/a/republish/index.html");
    assert!(area(&english, "APA").contains("(2026, June 16). The well."), "{english}");
}
