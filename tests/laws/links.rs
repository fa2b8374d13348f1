//! Every address leads somewhere, every list is whole, every pair of languages names each other.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::support::{Tree, folder, markup};

use super::law;
use super::publication::{Publication, publications};

const HOST: &str = "https://kabar.example";

/// The address of the site's root.
fn base(publication: &Publication) -> &'static str {
    if publication.base_path { "/kabar" } else { "" }
}

/// The file behind an address of the site and its anchor; none for an address elsewhere.
fn target(address: &str, publication: &Publication, page: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) = match address.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (address, None),
    };
    if path.is_empty() {
        return Some((page.to_owned(), anchor));
    }
    let path = path.strip_prefix(HOST).unwrap_or(path);
    if path.contains("://") || path.starts_with("mailto:") {
        return None;
    }
    let inside = path.strip_prefix(base(publication)).unwrap_or_else(|| panic!("{address} leaves the base path"));
    let inside = inside.strip_prefix('/').unwrap_or_else(|| panic!("{address} is relative"));
    let file =
        if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() };
    Some((file, anchor))
}

/// The addresses in a file of the output.
fn addresses(name: &str, text: &str) -> Vec<String> {
    let of_elements = |text: &str, names: &[&str]| -> Vec<String> {
        let inside = names.iter().flat_map(|name| {
            let tag = format!("<{name}>");
            let parts = text.split(&*tag).skip(1);
            parts.filter_map(|part| part.split("</").next()).map(markup::unescape).collect::<Vec<_>>()
        });
        inside.collect()
    };
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => markup::addresses(text),
        Some("xml") => {
            let html = of_elements(text, &["content:encoded", "content type=\"html\""]);
            let mut found = of_elements(text, &["loc", "link", "url", "comments"]);
            found.extend(markup::addresses(text));
            found.extend(html.iter().flat_map(|html| markup::addresses(html)));
            found
        }
        Some("json") => {
            let feed: serde_json::Value = serde_json::from_str(text).expect("JSON");
            let mut found: Vec<&serde_json::Value> = vec![&feed["feed_url"], &feed["home_page_url"]];
            let items = feed["items"].as_array().map(Vec::as_slice).unwrap_or_default();
            found.extend(items.iter().map(|item| &item["url"]));
            let mut found: Vec<String> = found.into_iter().filter_map(|url| url.as_str()).map(str::to_owned).collect();
            found.extend(items.iter().filter_map(|item| item["content_html"].as_str()).flat_map(markup::addresses));
            found
        }
        _ if name == "_redirects" => {
            text.lines().filter_map(|line| line.split(' ').nth(1)).map(str::to_owned).collect()
        }
        _ => text.split_whitespace().filter(|word| word.starts_with(HOST)).map(str::to_owned).collect(),
    }
}

fn texts(tree: &Tree) -> impl Iterator<Item = (&String, &str)> {
    tree.iter().filter_map(|(name, bytes)| Some((name, str::from_utf8(bytes).ok()?)))
}

#[test]
fn no_internal_link_leads_nowhere() {
    law(12, &publications(12), |publication| {
        let tree = publication.site().build().tree();
        let ids: BTreeMap<&str, BTreeSet<String>> =
            texts(&tree).map(|(name, text)| (name.as_str(), markup::ids(text).into_iter().collect())).collect();
        let mut wrong = Vec::new();
        for (name, text) in texts(&tree) {
            for address in addresses(name, text) {
                let Some((file, anchor)) = target(&address, &publication, name) else { continue };
                let has_anchor = |anchor: &String| ids.get(file.as_str()).is_some_and(|ids| ids.contains(anchor));
                if !tree.contains_key(&file) || !anchor.as_ref().is_none_or(has_anchor) {
                    wrong.push(format!("{name}: {address}"));
                }
            }
        }
        prop_assert_eq!(wrong, [""; 0]);
        Ok(())
    });
}

/// The pages of a list, from its first file on: the addresses of the articles on each.
fn pages(tree: &Tree, first: &str, publication: &Publication) -> Vec<Vec<String>> {
    let text = |file: &str| str::from_utf8(&tree[file]).expect("text");
    let links = |file: &str, class: &str| -> Vec<String> {
        let elements = markup::elements(text(file)).into_iter();
        let found = elements.filter(|element| element.name == "a" && element.attribute("class") == Some(class));
        found.filter_map(|element| element.attribute("href").map(str::to_owned)).collect()
    };
    let pager =
        text(first).split_once("class=\"pager\"").map(|(_, rest)| rest.split("</p>").next().unwrap_or_default());
    let numbers = pager.map(markup::addresses).unwrap_or_default();
    let files = numbers.iter().filter_map(|address| Some(target(address, publication, first)?.0));
    let mut files: Vec<String> = files.collect();
    if files.is_empty() {
        files.push(first.to_owned());
    }
    files.iter().map(|file| links(file, "card")).collect()
}

/// The lists of a language with the articles that each must have.
fn lists(publication: &Publication, lang: usize) -> Vec<(String, BTreeSet<usize>)> {
    let home = publication.home(lang);
    let listed = |belongs: &dyn Fn(&super::publication::Article) -> bool| -> BTreeSet<usize> {
        publication.listed(lang).filter(|(_, article)| belongs(article)).map(|(index, _)| index).collect()
    };
    let mut lists = vec![(format!("{home}index.html"), listed(&|_| true))];
    for section in 0..publication.sections {
        let file = format!("{home}b{section}-{}/index.html", publication.tags()[lang]);
        lists.push((file, listed(&|article| article.section == Some(section))));
    }
    for term in 0..publication.terms.len() {
        let is_in =
            |article: &super::publication::Article| article.terms.iter().any(|own| publication.is_within(*own, term));
        lists.push((format!("{home}topik/t{term}/index.html"), listed(&is_in)));
    }
    lists
}

#[test]
fn pagers_partition_their_lists() {
    law(10, &publications(12), |publication| {
        let tree = publication.site().build().tree();
        for lang in 0..publication.languages {
            for (first, articles) in lists(&publication, lang) {
                let pages = pages(&tree, &first, &publication);
                let all: Vec<String> = pages.concat();
                let files = all.iter().filter_map(|address| Some(target(address, &publication, &first)?.0));
                let files: Vec<String> = files.collect();
                let found: BTreeSet<String> = files.iter().cloned().collect();
                let expected: BTreeSet<String> = articles
                    .iter()
                    .map(|index| publication.articles[*index].page(&publication, *index, lang))
                    .collect();
                prop_assert_eq!(found.len(), files.len(), "{} has an article twice: {:?}", first, all);
                prop_assert_eq!(&found, &expected, "{}", first);
                let size = publication.paginate_by;
                let (last, full) = pages.split_last().expect("a page");
                prop_assert!(
                    full.iter().all(|page| page.len() == size) && last.len() <= size,
                    "{}: {:?}",
                    first,
                    pages
                );
                prop_assert!(!last.is_empty() || articles.is_empty(), "{} ends with an empty page", first);
            }
        }
        Ok(())
    });
}

#[test]
fn alternates_name_each_other() {
    law(10, &publications(10), |publication| {
        let tree = publication.site().build().tree();
        let mut alternates: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
        for (name, text) in texts(&tree).filter(|(name, _)| name.ends_with(".html")) {
            let links = markup::elements(text).into_iter().filter(|element| element.name == "link");
            let links = links.filter_map(|link| {
                let lang = link.attribute("hreflang")?.to_owned();
                Some((lang, target(link.attribute("href")?, &publication, name)?.0))
            });
            alternates.insert(name.clone(), links.collect());
        }
        for (name, links) in alternates.iter().filter(|(_, links)| !links.is_empty()) {
            prop_assert!(links.iter().any(|(lang, file)| lang != "x-default" && file == name), "{} omits itself", name);
            prop_assert_eq!(links.iter().filter(|(lang, _)| lang == "x-default").count(), 1, "{}", name);
            for (_, file) in links {
                prop_assert_eq!(alternates.get(file), Some(links), "{} and {}", name, file);
            }
        }
        // The sitemap says the same, and lists no page that says it must not be listed.
        let sitemap = str::from_utf8(&tree["sitemap-1.xml"]).expect("text");
        for entry in sitemap.split("<url>").skip(1) {
            let page = entry.split("<loc>").nth(1).and_then(|rest| rest.split("</loc>").next()).expect("an address");
            let (page, _) = target(page, &publication, "").expect("a page of the site");
            let links = markup::elements(entry).into_iter().filter_map(|link| {
                Some((link.attribute("hreflang")?.to_owned(), target(link.attribute("href")?, &publication, "")?.0))
            });
            prop_assert_eq!(&alternates[&page], &links.collect::<BTreeSet<_>>(), "{}", page);
            prop_assert!(!String::from_utf8_lossy(&tree[&page]).contains("noindex"), "{}", page);
        }
        Ok(())
    });
}

#[test]
fn the_extractor_of_addresses_finds_them() {
    let publication = Publication {
        languages: 1,
        root: 0,
        base_path: true,
        sections: 0,
        terms: Vec::new(),
        paginate_by: 1,
        articles: Vec::new(),
    };
    let atom =
        "<link href=\"https://kabar.example/kabar/a/\"/><content type=\"html\">&lt;a href=&quot;/b&quot;&gt;</content>";
    assert_eq!(addresses("atom.xml", atom), ["https://kabar.example/kabar/a/", "/b"]);
    assert_eq!(
        addresses("sitemap-1.xml", "<loc>https://kabar.example/kabar/?a&amp;b</loc>"),
        ["https://kabar.example/kabar/?a&b"]
    );
    assert_eq!(target("/kabar/a/#b", &publication, ""), Some(("a/index.html".to_owned(), Some("b".to_owned()))));
    assert_eq!(target("https://other.example/", &publication, ""), None);
    assert_eq!(folder::differences(&Tree::new(), &Tree::new()), [""; 0]);
}
