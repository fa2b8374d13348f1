//! Random publications: small, right, and of everything something.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use crate::support::SiteTest;

/// The languages that a publication may have, in their order.
pub const LANGUAGES: [&str; 3] = ["id", "en", "jv"];

/// A publication as a value.
#[derive(Debug, Clone)]
pub struct Publication {
    /// How many of the languages it has.
    pub languages: usize,
    /// Which of them is at `/`.
    pub root: usize,
    pub base_path: bool,
    pub sections: usize,
    /// The parent of each term, when it has one.
    pub terms: Vec<Option<usize>>,
    pub paginate_by: usize,
    pub articles: Vec<Article>,
}

/// An article in some languages.
#[derive(Debug, Clone)]
pub struct Article {
    pub title: String,
    /// None at the root: a page, which no list has.
    pub section: Option<usize>,
    pub is_bundle: bool,
    pub original: usize,
    pub translations: BTreeSet<usize>,
    /// The day of publication, counted from 2024.
    pub day: Option<u16>,
    pub is_draft: bool,
    pub terms: BTreeSet<usize>,
    /// Articles that it names.
    pub links: Vec<usize>,
    pub has_alias: bool,
    pub has_slug: bool,
}

/// Publications with up to so many articles.
pub fn publications(articles: usize) -> impl Strategy<Value = Publication> {
    let parents = vec(proptest::option::of(0..4_usize), 0..4);
    let shape = (1..=LANGUAGES.len(), 0..LANGUAGES.len(), any::<bool>(), 0..3_usize, parents, 1..4_usize);
    (shape, vec(article(), 0..articles)).prop_map(|(shape, articles)| {
        let (languages, root, base_path, sections, parents, paginate_by) = shape;
        let terms = parents.into_iter().enumerate().map(|(term, parent)| parent.filter(|parent| *parent < term));
        let terms = terms.collect();
        Publication { languages, root: root % languages, base_path, sections, terms, paginate_by, articles }.fitted()
    })
}

fn article() -> impl Strategy<Value = Article> {
    let place = (proptest::option::weighted(0.8, 0..3_usize), any::<bool>());
    let languages = (0..LANGUAGES.len(), btree_set(0..LANGUAGES.len(), 0..3));
    let time = (proptest::option::weighted(0.9, 0..900_u16), proptest::bool::weighted(0.1));
    let names = (btree_set(0..4_usize, 0..3), vec(0..12_usize, 0..3), any::<bool>(), any::<bool>());
    (titles(), place, languages, time, names).prop_map(|(title, place, languages, time, names)| Article {
        title,
        section: place.0,
        is_bundle: place.1,
        original: languages.0,
        translations: languages.1,
        day: time.0,
        is_draft: time.1,
        terms: names.0,
        links: names.1,
        has_alias: names.2,
        has_slug: names.3,
    })
}

/// Titles of all kinds of letters.
pub fn titles() -> impl Strategy<Value = String> {
    let odd = [
        "Dua & <tiga>",
        "\"Kutip\" 'tunggal'",
        "日本語のニュース",
        "🌊 Laut",
        "a: b # c",
        "{{ x }}",
        "é\u{301}",
        "2026",
        "null",
    ];
    prop_oneof![
        2 => Just("Satu".to_owned()),
        2 => proptest::sample::select(odd.to_vec()).prop_map(str::to_owned),
        1 => "[^\\p{C}\\p{Z}]\\PC{0,12}",
    ]
}

impl Publication {
    /// The same without what cannot be: languages, sections, terms and articles that are not there.
    pub fn fitted(mut self) -> Self {
        let (languages, sections, terms) = (self.languages, self.sections, self.terms.len());
        for article in &mut self.articles {
            article.original %= languages;
            article.translations.retain(|lang| *lang < languages && *lang != article.original);
            article.section = article.section.filter(|section| *section < sections);
            article.terms.retain(|term| *term < terms);
        }
        let published: BTreeSet<usize> =
            self.articles.iter().enumerate().filter(|(_, article)| !article.is_draft).map(|(index, _)| index).collect();
        for article in &mut self.articles {
            article.links.retain(|index| published.contains(index));
        }
        self
    }

    /// The tags of the languages, in order.
    pub fn tags(&self) -> &'static [&'static str] {
        &LANGUAGES[..self.languages]
    }

    /// Its files.
    pub fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::from([("kabar.yaml".to_owned(), self.configuration())]);
        let jv = include_str!("../sites/three-languages/strings/jv.ftl");
        if self.languages > 2 {
            files.insert("strings/jv.ftl".to_owned(), jv.to_owned());
        }
        for tag in self.tags() {
            files.insert(format!("content/_section.{tag}.md"), format!("---\ntitle: Kabar {tag}\n---\n"));
            for section in 0..self.sections {
                let text = format!("---\ntitle: Bagian {section} {tag}\nslug: b{section}-{tag}\n---\n");
                files.insert(format!("content/s{section}/_section.{tag}.md"), text);
            }
        }
        if !self.terms.is_empty() {
            files.insert("content/_terms/tags.yaml".to_owned(), self.register());
        }
        for (index, article) in self.articles.iter().enumerate() {
            for lang in article.languages() {
                let name = format!("content/{}", article.file(index, lang));
                files.insert(name, self.article(index, article, lang));
            }
        }
        files
    }

    /// Its folder, with the theme that shows everything.
    pub fn site(&self) -> SiteTest {
        self.files().into_iter().fold(SiteTest::new().plain(), |test, (path, text)| test.file(&path, text))
    }

    /// The articles that are published in a language and stand in lists.
    pub fn listed(&self, lang: usize) -> impl Iterator<Item = (usize, &Article)> {
        let articles = self.articles.iter().enumerate();
        articles.filter(move |(_, article)| {
            !article.is_draft && article.section.is_some() && article.languages().contains(&lang)
        })
    }

    /// Says whether a term is another one or stands below it.
    pub fn is_within(&self, term: usize, ancestor: usize) -> bool {
        let mut next = Some(term);
        while let Some(term) = next {
            if term == ancestor {
                return true;
            }
            next = self.terms[term];
        }
        false
    }

    /// The folder of a language: empty at the root.
    pub fn home(&self, lang: usize) -> String {
        if lang == self.root { String::new() } else { format!("{}/", LANGUAGES[lang]) }
    }

    fn configuration(&self) -> String {
        let path = if self.base_path { "/kabar" } else { "" };
        let language = |(index, tag): (usize, &&str)| format!("  {tag}: {{ root: {} }}\n", index == self.root);
        let languages: String = self.tags().iter().enumerate().map(language).collect();
        format!(
            "title: Kabar\nbase_url: https://kabar.example{path}\ntimezone: Asia/Makassar\nlanguages:\n{languages}theme: plain\n\
             paginate_by: {}\ntaxonomies:\n  tags: {{ name: Topik, slug: topik, roll_up: true }}\n",
            self.paginate_by
        )
    }

    fn register(&self) -> String {
        let term = |(index, parent): (usize, &Option<usize>)| {
            let parent = parent.map(|parent| format!(", parent: t{parent}")).unwrap_or_default();
            format!("t{index}: {{ name: Topik {index}{parent} }}\n")
        };
        self.terms.iter().enumerate().map(term).collect()
    }

    fn article(&self, index: usize, article: &Article, lang: usize) -> String {
        let mut front = vec![format!("title: {}", serde_json::Value::from(article.title.as_str()))];
        if article.has_slug {
            front.push(format!("slug: artikel-{index}-{}", LANGUAGES[lang]));
        }
        if article.is_draft {
            front.push("draft: true".to_owned());
        }
        if lang == article.original {
            front.extend(article.day.map(|day| format!("date: {}", date(day))));
            if article.has_alias {
                front.push(format!("aliases: [/lama/{index}/]"));
            }
            if !article.terms.is_empty() {
                let terms: Vec<String> = article.terms.iter().map(|term| format!("t{term}")).collect();
                front.push(format!("tags: [{}]", terms.join(", ")));
            }
        } else {
            front.push(format!("translation: {{ of: {} }}", LANGUAGES[article.original]));
        }
        let link = |target: &usize| format!("[ke sana]({}#bagian)", self.articles[*target].path(*target));
        let links: Vec<String> = article.links.iter().map(link).collect();
        format!("---\n{}\n---\n\nIsi {index}. {}\n\n## Bagian {{#bagian}}\n\nIsi.\n", front.join("\n"), links.join(" "))
    }
}

impl Article {
    /// The languages that it has a file in.
    pub fn languages(&self) -> BTreeSet<usize> {
        self.translations.iter().copied().chain([self.original]).collect()
    }

    /// Its content path.
    pub fn path(&self, index: usize) -> String {
        match self.section {
            Some(section) => format!("/s{section}/a{index}"),
            None => format!("/a{index}"),
        }
    }

    fn file(&self, index: usize, lang: usize) -> String {
        let tail = if self.is_bundle { "/index" } else { "" };
        format!("{}{tail}.{}.md", &self.path(index)[1..], LANGUAGES[lang])
    }

    /// Its file in the output.
    pub fn page(&self, publication: &Publication, index: usize, lang: usize) -> String {
        let tag = LANGUAGES[lang];
        let section = self.section.map(|section| format!("b{section}-{tag}/")).unwrap_or_default();
        let name = if self.has_slug { format!("artikel-{index}-{tag}") } else { format!("a{index}") };
        format!("{}{section}{name}/index.html", publication.home(lang))
    }
}

fn date(day: u16) -> String {
    let start = jiff::civil::date(2024, 1, 1);
    start.saturating_add(jiff::ToSpan::days(i64::from(day))).to_string()
}
