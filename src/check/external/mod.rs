//! Links to other sites, asked whether they still hold. Only on request, never while building.
//!
//! **Invariant:** one host is asked one thing at a time, with a pause between; what was answered
//! lately is not asked again.
//! **Invariant:** what other sites do is never an error by itself.

mod memory;
mod network;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::config::MenuTarget;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::render::Snapshot;
use crate::schema::{Value, Values};
use crate::site::Site;

pub use memory::Memory;
pub use network::{Network, Patience};

/// How many hosts are asked at once.
const WORKERS: usize = 8;

/// What another site said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Fine,
    /// It has moved for good.
    Moved {
        to: String,
    },
    /// `fault` as in the catalogue.
    Dead {
        fault: String,
        detail: String,
    },
}

/// Says which links to other sites do not hold. Without a network, only what is remembered.
pub fn external(
    snapshot: &Snapshot,
    memory: &mut Memory,
    network: Option<&Network>,
    now: Timestamp,
) -> Vec<Diagnostic> {
    let links = links(&snapshot.site);
    if let Some(network) = network {
        let due = links.keys().filter(|url| !memory.is_fresh(url, now)).cloned().collect();
        for (url, answer) in ask(network, due) {
            memory.keep(url, answer, now);
        }
    }
    let mut out = Vec::new();
    for (url, spans) in links {
        let problem = match memory.answer(&url) {
            None | Some(Answer::Fine) => continue,
            Some(Answer::Moved { to }) => Problem::MovedExternalLink { url, to: to.clone() },
            Some(Answer::Dead { fault, detail }) => {
                Problem::DeadExternalLink { url, fault: fault.clone(), detail: detail.clone() }
            }
        };
        out.extend(spans.into_iter().map(|span| Diagnostic::at(span, problem.clone())));
    }
    snapshot.site.config.lints.apply(out)
}

/// Asks all hosts, several at once, each one thing at a time.
fn ask(network: &Network, urls: Vec<String>) -> Vec<(String, Answer)> {
    let mut hosts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for url in urls {
        hosts.entry(host(&url).to_owned()).or_default().push(url);
    }
    let queue: Mutex<VecDeque<Vec<String>>> = Mutex::new(hosts.into_values().collect());
    let answers = Mutex::new(Vec::new());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let work = || {
        while let Some(urls) = next() {
            for (number, url) in urls.into_iter().enumerate() {
                if number > 0 {
                    thread::sleep(network.pause());
                }
                let answer = network.ask(&url);
                answers.lock().unwrap_or_else(PoisonError::into_inner).push((url, answer));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(work);
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Every address of another site that texts, fields and menus name, with its places.
fn links(site: &Site) -> BTreeMap<String, Vec<Span>> {
    let mut links: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    let own = site.config.origin.host();
    let mut add = |url: &str, span: &Span| {
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        let url = url.split('#').next().unwrap_or(url);
        let is_own = url.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if is_web && !is_own {
            links.entry(url.to_owned()).or_default().push(span.clone());
        }
    };
    let sections = site.sections.iter().flat_map(|section| section.texts.iter().flatten());
    for document in site.pages.iter().map(|page| &page.document).chain(sections) {
        let facts = &document.facts;
        facts.links.iter().for_each(|link| add(&link.target, &link.span));
        facts.images.iter().for_each(|image| add(&image.path, &image.span));
        facts.files.iter().for_each(|file| add(&file.path, &file.span));
        fields(&document.fields, &mut add);
    }
    site.articles.iter().for_each(|article| fields(&article.shared().fields, &mut add));
    for entry in site.config.menus.values().flatten() {
        if let MenuTarget::Url(url) = &entry.target {
            add(url, &entry.span);
        }
    }
    links
}

fn fields(values: &Values, add: &mut impl FnMut(&str, &Span)) {
    let mut open: Vec<(&Value, &Span)> = values.0.iter().map(|field| (&field.value, &field.span)).collect();
    while let Some((value, span)) = open.pop() {
        match value {
            Value::Text(text) => text.texts().for_each(|text| add(text, span)),
            Value::Image { path, span } | Value::File { path, span } => add(path, span),
            Value::Object(inner) => open.extend(inner.0.iter().map(|field| (&field.value, &field.span))),
            Value::List(items) => open.extend(items.iter().map(|item| (item, span))),
            _ => {}
        }
    }
}

impl Default for Patience {
    /// Kind to small hosts and weak links.
    fn default() -> Self {
        Self { pause: Duration::from_millis(500), timeout: Duration::from_secs(20), retries: 2 }
    }
}
