//! What authors write and what readers get.

mod diagnostics;
mod feeds;
mod laws;
mod pages;
mod texts;

use crate::base::{Lang, SourcePath};
use crate::diagnostic::Checked;

use super::{
    Body, Dialect, FileLink, Licence, Picture, Resolve, ResolvedLink, contents, facts, feed_html, html, inline_html,
    parse, plain,
};

/// A small site.
struct Site;

impl Resolve for Site {
    fn link(&self, target: &str) -> Option<ResolvedLink> {
        let (path, anchor) = target.split_once('#').map_or((target, ""), |(path, anchor)| (path, anchor));
        let (href, lang) = match path {
            "article:hasil" => ("/cerita/hasil/", "id"),
            "/original" => ("/en/original/", "en"),
            "laporan.pdf" => ("/media/laporan.pdf", ""),
            _ => return None,
        };
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        Some(ResolvedLink { href: format!("{href}{anchor}"), lang: lang.parse::<Lang>().ok() })
    }

    fn image(&self, path: &str) -> Option<Picture> {
        (path == "peta.svg").then(|| Picture {
            src: "/media/peta.svg".to_owned(),
            width: Some(640),
            height: Some(480),
            alt: "Peta".to_owned(),
            caption: "Peta <em>desa</em>".to_owned(),
            credit: Some("Ani & Budi".to_owned()),
            licence: Some(Licence { name: "CC BY 4.0".to_owned(), url: Some("https://cc.example/by".to_owned()) }),
            ..Picture::default()
        })
    }

    fn file(&self, path: &str) -> Option<FileLink> {
        (path == "data.csv").then(|| FileLink {
            href: "/media/data.csv".to_owned(),
            name: "data.csv".to_owned(),
            bytes: 28_300,
            extension: "csv".to_owned(),
        })
    }

    fn string(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let values: Vec<&str> = arguments.iter().map(|(_, value)| *value).collect();
        match key {
            "photo-credit" => format!("Foto: {}", values.join("")),
            "download-detail" => values.join(" · "),
            "key-figure-source" => values.join(""),
            _ if values.is_empty() => format!("<{key}>"),
            _ => format!("{key} {}", values.join(" ")),
        }
    }
}

fn dialect() -> Dialect {
    Dialect { lang: "id".parse().expect("a language"), allows_html: true, has_smart_punctuation: true }
}

fn read(text: &str) -> Checked<Body<'_>> {
    let file = SourcePath::new("content/a/index.id.md").expect("a path");
    parse(text, &file, 0, &dialect())
}

fn page(text: &str) -> String {
    html(&read(text).value, &Site)
}

fn feed(text: &str) -> String {
    feed_html(&read(text).value, &Site)
}

fn check(text: &str, expected: &str) {
    assert_eq!(page(text).trim_end(), expected, "\n{text}");
}

/// Codes of problems and the text that each points to.
fn problems(text: &str) -> Vec<String> {
    let say = |diagnostic: &crate::diagnostic::Diagnostic| {
        let span = diagnostic.span.as_ref().expect("a place");
        format!("{} {:?}", diagnostic.problem.code(), &text[span.start..span.end])
    };
    read(text).diagnostics.iter().map(say).collect()
}
