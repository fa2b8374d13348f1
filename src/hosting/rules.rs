//! The addresses that are sent in another way than pages, as few patterns.
//!
//! **Invariant:** every pattern is of one kind of route, so all that it means is sent alike.

use std::collections::BTreeMap;

use crate::base::UrlPath;
use crate::route::{ASSET_FOLDER, Artifact, RouteTable, index_url};
use crate::site::Site;

use super::Sending;

/// Addresses that are sent alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pattern {
    /// Files of this name in any folder.
    Named(String),
    /// Everything that begins and ends so.
    Between(String, &'static str),
}

/// A pattern and how it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) pattern: Pattern,
    pub(super) sending: Sending,
}

/// All rules of a site, in the order of their patterns: of what it has, and nothing else.
pub(super) fn rules(site: &Site, table: &RouteTable) -> Vec<Rule> {
    let mut found = BTreeMap::new();
    for route in table.iter() {
        if let Some(pattern) = pattern(site, &route.url, &route.artifact) {
            found.entry(pattern).or_insert_with(|| Sending::of(&route.artifact));
        }
    }
    found.into_iter().map(|(pattern, sending)| Rule { pattern, sending }).collect()
}

/// The pattern that means a route; none for what is sent like a page.
fn pattern(site: &Site, url: &UrlPath, artifact: &Artifact) -> Option<Pattern> {
    let (folder, name) = url.as_str().rsplit_once('/')?;
    Some(match artifact {
        Artifact::Feed(..)
        | Artifact::FeedList
        | Artifact::Event(_)
        | Artifact::Calendar(_)
        | Artifact::EmbedFrame(_)
        | Artifact::OEmbed(_)
        | Artifact::OpenSearch(_) => Pattern::Named(name.to_owned()),
        Artifact::FeedArchive(..) => {
            // `feed-7.xml`: its folder is that of one language, or of all.
            let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
            let end = if name.ends_with(".json") { ".json" } else { ".xml" };
            Pattern::Between(format!("{folder}/{stem}-"), end)
        }
        Artifact::EmbedScript(_) => Pattern::Between(format!("{folder}/v"), ".js"),
        Artifact::BuilderScript => Pattern::Between(format!("{folder}/builder."), ".js"),
        Artifact::FeedCatalogue(_) => Pattern::Between(format!("{folder}/catalogue."), ".json"),
        Artifact::Harvest(_) => Pattern::Between(format!("{folder}/"), ".xml"),
        Artifact::SearchScript => Pattern::Between(format!("{folder}/search."), ".js"),
        Artifact::Search(lang, _) => Pattern::Between(index_url(site, *lang).to_string(), ""),
        Artifact::ThemeFile(_) => Pattern::Between(ASSET_FOLDER.to_owned(), ""),
        _ => return None,
    })
}

impl Pattern {
    /// As a regular expression, with the folder that the site lies in.
    pub(super) fn regex(&self, base: &str) -> String {
        let base = literal(base);
        match self {
            Self::Named(name) => format!("^{base}/(.*/)?{}$", literal(name)),
            Self::Between(start, end) => format!("^{base}{}.*{}$", literal(start), literal(end)),
        }
    }
}

/// A text as a regular expression that means it alone.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '.' | '+' | '*' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '^' | '$' | '|' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
