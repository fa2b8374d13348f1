//! The feeds of a language as the builder of snippets chooses among them: each with its content type
//! or section, and its term of each taxonomy.
//!
//! **Invariant:** what is here has a feed; what the builder offers is here.

use std::collections::BTreeSet;

use serde_json::json;

use crate::config::FeedFormat;
use crate::embed::Version;
use crate::route::{FeedScope, embed_script_url, feeds_of, frame_url};
use crate::site::{LangId, Listing, Site, TermId};

use super::super::feed;
use super::super::snapshot::Snapshot;
use super::snippet::frame;

/// The choices and what they lead to.
pub(super) struct Catalogue {
    /// What can be chosen, by facet: content types and sections first, then every taxonomy.
    pub(super) names: Vec<Vec<String>>,
    /// Each feed with its choice of every facet, from 1; 0 where it has none.
    feeds: Vec<(FeedScope, Vec<usize>)>,
}

/// A feed and what it is of.
struct Offered {
    scope: FeedScope,
    /// The feed of its content type or section.
    kind: Option<FeedScope>,
    terms: Vec<TermId>,
}

/// The catalogue as the builder reads it.
pub(in super::super) fn catalogue(snapshot: &Snapshot, lang: LangId) -> String {
    let site = &snapshot.site;
    let origin = &site.config.origin;
    let catalogue = Catalogue::of(snapshot, lang);
    let feeds = catalogue.feeds.iter().map(|(scope, choices)| {
        let frame = origin.href(&frame_url(site, *scope));
        let folder = frame.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut row = vec![json!(format!("{folder}/"))];
        row.extend(choices.iter().map(|choice| json!(choice)));
        row
    });
    let version = Version::newest();
    let has_script = site.config.feeds.formats.contains(&FeedFormat::Json);
    let script =
        has_script.then(|| json!({ "src": origin.href(&embed_script_url(version)), "integrity": version.integrity() }));
    let mut text = json!({
        "lang": site.lang(lang).as_str(),
        "origin": origin.host(),
        "script": script,
        "frame": frame("{src}", "{title}"),
        "source": snapshot.string(lang, "snippets-source", &[("name", "{name}")]),
        "names": catalogue.names,
        "feeds": feeds.collect::<Vec<_>>(),
    })
    .to_string();
    text.push('\n');
    text
}

impl Catalogue {
    pub(super) fn of(snapshot: &Snapshot, lang: LangId) -> Self {
        let site = &snapshot.site;
        let offered = offered(site, lang);
        let kinds = kinds(&offered);
        let terms = terms(snapshot, &offered, lang);
        let choices = |feed: &Offered| {
            let place = |found: Option<usize>| found.map_or(0, |index| index + 1);
            let first = place(feed.kind.and_then(|kind| kinds.iter().position(|known| *known == kind)));
            let others = terms.iter().map(|own| place(own.iter().position(|term| feed.terms.contains(term))));
            [first].into_iter().chain(others).collect()
        };
        let feeds: Vec<(FeedScope, Vec<usize>)> = offered.iter().map(|feed| (feed.scope, choices(feed))).collect();
        let kinds = kinds.iter().map(|scope| match scope {
            FeedScope::Corrections(_) => snapshot.string(lang, "partners-corrections", &[]),
            scope => feed::name(site, *scope, lang),
        });
        let name = |term: &TermId| site.term(*term).names[lang.0].clone();
        let terms = terms.iter().map(|own| own.iter().map(name).collect());
        Self { names: [kinds.collect()].into_iter().chain(terms).collect(), feeds }
    }
}

/// The kind and the terms that a feed is of.
fn facets(site: &Site, scope: FeedScope) -> (Option<FeedScope>, Vec<TermId>) {
    match scope {
        FeedScope::All | FeedScope::Listing(Listing::Home(_) | Listing::Year(..)) => (None, Vec::new()),
        FeedScope::Listing(Listing::Section(..) | Listing::Type(..)) | FeedScope::Corrections(_) => {
            (Some(scope), Vec::new())
        }
        FeedScope::Listing(Listing::Term(term, _)) => (None, vec![term]),
        FeedScope::Combination(id, lang) => {
            let combination = site.combination(id);
            let kind = combination.content_type.as_ref().and_then(|id| site.type_id(id));
            let kind = kind.map(|id| FeedScope::Listing(Listing::Type(id, lang)));
            (kind, site.combined_terms(combination))
        }
    }
}

/// Where a content type has no feed of its own, its section's is the one that readers know.
fn as_section(site: &Site, feeds: &[FeedScope], kind: FeedScope) -> FeedScope {
    let FeedScope::Listing(Listing::Type(id, lang)) = kind else { return kind };
    let folder = site.config.content_types[id.0].folder.as_ref().filter(|_| !feeds.contains(&kind));
    let section = folder.and_then(|folder| site.section_id(folder));
    let section = section.map(|id| FeedScope::Listing(Listing::Section(id, lang)));
    section.filter(|section| feeds.contains(section)).unwrap_or(kind)
}

/// The feeds of a language that the builder offers: it chooses one term a taxonomy, so a feed of two
/// of the same is on its own page alone.
fn offered(site: &Site, lang: LangId) -> Vec<Offered> {
    let feeds = feeds_of(site, lang);
    let all = feeds.iter().map(|scope| {
        let (kind, terms) = facets(site, *scope);
        Offered { scope: *scope, kind: kind.map(|kind| as_section(site, &feeds, kind)), terms }
    });
    let is_single = |feed: &Offered| {
        let taxonomies: BTreeSet<usize> = feed.terms.iter().map(|term| site.term(*term).taxonomy.0).collect();
        taxonomies.len() == feed.terms.len()
    };
    all.filter(is_single).collect()
}

/// The kinds that any feed is of, in the order of the feeds.
fn kinds(offered: &[Offered]) -> Vec<FeedScope> {
    let mut kinds = Vec::new();
    for kind in offered.iter().filter_map(|feed| feed.kind) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// The terms that any feed is of, by taxonomy, in the order of their names.
fn terms(snapshot: &Snapshot, offered: &[Offered], lang: LangId) -> Vec<Vec<TermId>> {
    let site = &snapshot.site;
    let used: BTreeSet<TermId> = offered.iter().flat_map(|feed| feed.terms.iter().copied()).collect();
    let mut terms = vec![Vec::new(); site.config.taxonomies.len()];
    for term in used {
        terms[site.term(term).taxonomy.0].push(term);
    }
    let locale = snapshot.locale(lang);
    for own in &mut terms {
        own.sort_by(|a, b| locale.compare(&site.term(*a).names[lang.0], &site.term(*b).names[lang.0]));
    }
    terms
}
