//! A small publication with every kind of file, and how each is to be sent.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::support::{SiteTest, Tree, folder, page};

/// A publication with a file of every kind.
pub(super) struct Publication {
    pub(super) test: SiteTest,
    base: &'static str,
}

const CONFIG: &str = "\
title: Uji
timezone: Asia/Makassar
languages: [id, en]
publisher: { name: Redaksi, email: redaksi@uji.example }
hosting: { headers: [netlify, cloudflare, apache] }
feeds: { items: 1, harvest: true }
content_types:
  acara:
    name: { id: Acara, en: Event }
    structured_data: event
    folder: acara
    fields: { start: { type: zoned-date-time, required: true } }
";

impl Publication {
    /// The publication in a folder of its host: `/di/kabar`.
    pub(super) fn new(base: &'static str) -> Self {
        let mut test = SiteTest::new()
            .file("kabar.yaml", format!("{CONFIG}base_url: https://uji.example{base}\n"))
            .file("static/muat.txt", "Teks polos.\n");
        for (lang, title) in [("id", "Cerita"), ("en", "Stories")] {
            test = test
                .file(&format!("content/_section.{lang}.md"), page(title, ""))
                .file(&format!("content/cerita/_section.{lang}.md"), page(title, ""))
                .file(&format!("content/acara/_section.{lang}.md"), page(title, ""));
        }
        for number in 1..=3 {
            let front = format!("date: 2026-01-0{number}\ntags: [desa]\naliases: [/lama/{number}/]\n---\nIsi.\n");
            let twin = format!("aliases: [/en/old/{number}/]\ntranslation: {{ of: id }}\n---\nText.\n");
            let name = format!("content/cerita/satu-{number}");
            test = test.file(&format!("{name}.id.md"), page(&format!("Satu {number}"), &front));
            test = test.file(&format!("{name}.en.md"), page(&format!("One {number}"), &twin));
        }
        let event = page("Panen", "date: 2026-01-04\nstart: 2026-06-03T09:00\n---\nIsi.\n");
        Self { test: test.file("content/acara/panen.id.md", event), base }
    }

    /// Builds it as it lies on its host, and gives the folder that the host sends.
    pub(super) fn build(&self) -> PathBuf {
        let top = self.test.output();
        let output = top.join(self.base.trim_start_matches('/'));
        self.test.run(&["build", "--output", &output.to_string_lossy()]).ends_with(0);
        top
    }

    /// What is built, without the folder of the host.
    pub(super) fn tree(&self) -> Tree {
        folder::read(&self.build().join(self.base.trim_start_matches('/')))
    }

    /// The kind and the address of every file, as they are asked for.
    pub(super) fn all(&self) -> Vec<(String, String)> {
        let routes = self.test.run(&["routes", "--format", "json"]).ends_with(0).json();
        let text = |route: &serde_json::Value, key: &str| route[key].as_str().expect("a text").to_owned();
        let all = routes.as_array().expect("a list").iter();
        all.map(|route| (text(route, "artifact"), format!("{}{}", self.base, text(route, "url")))).collect()
    }

    /// An address of every kind, and of every form that it has: other name, other language.
    pub(super) fn one_of_each(&self) -> Vec<(String, String)> {
        let form = |kind: &str, url: &str| {
            let name = url.rsplit('/').next().unwrap_or_default().to_owned();
            let depth = url.matches('/').count().min(self.base.matches('/').count() + 2);
            (kind.to_owned(), name.trim_matches(|c: char| c.is_ascii_digit()).to_owned(), depth)
        };
        let forms: BTreeMap<_, _> =
            self.all().into_iter().rev().map(|(kind, url)| (form(&kind, &url), (kind, url))).collect();
        assert!(forms.len() > 50, "{forms:?}");
        // Every kind that has a rule is there.
        for kind in OPEN.iter().chain(&["open-search", "theme-file", "page", "not-found", "redirect", "file"]) {
            assert!(forms.keys().any(|(known, ..)| known == kind), "{kind} in {:?}", forms.keys());
        }
        forms.into_values().collect()
    }
}

/// The kinds that programs of other sites may read.
const OPEN: [&str; 11] = [
    "feed",
    "feed-archive",
    "feed-list",
    "event",
    "calendar",
    "embed-script",
    "embed-frame",
    "oembed",
    "harvest",
    "search-index",
    "search-script",
];

/// The headers, by their names in small letters, with which a file is to be sent; those that depend
/// on the host are not among them.
pub(super) fn expected(kind: &str, url: &str) -> BTreeMap<&'static str, String> {
    let mut headers = BTreeMap::new();
    let mut put = |name, value: &str| _ = headers.insert(name, value.to_owned());
    put("x-content-type-options", "nosniff");
    put("referrer-policy", "strict-origin-when-cross-origin");
    if kind != "embed-frame" {
        put("x-frame-options", "DENY");
    }
    if OPEN.contains(&kind) {
        put("access-control-allow-origin", "*");
    }
    put(
        "cache-control",
        match kind {
            "embed-script" | "search-script" => "public, max-age=31536000, immutable",
            "theme-file" => "public, max-age=86400, stale-while-revalidate=604800",
            _ => "public, max-age=300, stale-while-revalidate=3600",
        },
    );
    let name = url.rsplit('/').next().unwrap_or_default();
    let media = match kind {
        "feed" | "feed-archive" if name.ends_with(".json") => Some("application/feed+json"),
        "feed" | "feed-archive" if name.starts_with("atom") => Some("application/atom+xml; charset=utf-8"),
        "feed" | "feed-archive" => Some("application/rss+xml; charset=utf-8"),
        "feed-list" => Some("text/x-opml; charset=utf-8"),
        "event" | "calendar" => Some("text/calendar; charset=utf-8"),
        "open-search" => Some("application/opensearchdescription+xml; charset=utf-8"),
        "embed-frame" => Some("text/html; charset=utf-8"),
        _ if name.is_empty() || name == "404.html" => Some("text/html; charset=utf-8"),
        _ => None,
    };
    if let Some(media) = media {
        put("content-type", media);
    }
    headers
}
