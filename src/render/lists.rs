//! Home, sections, types, terms, years; all terms of a taxonomy; all years.

use std::collections::BTreeMap;

use tera::Value;

use crate::diagnostic::Diagnostic;
use crate::route::{FeedScope, Pager, Route, has_feed, list_url};
use crate::site::{LangId, Listing, PageId, SectionId, TaxonomyId, TermId, TypeId};

use super::card::document_html;
use super::field::{self, Showing};
use super::head::{self, Head, section_trail};
use super::resolver::{Address, Resolver};
use super::snapshot::Snapshot;
use super::value::{html, list as values, named, object, optional};

/// How many cards of each content type stand on the home page.
const CARDS_OF_A_TYPE: usize = 3;

/// What all pages of one list share.
pub(super) struct ListFacts {
    /// How many pages of the list each term is on, by taxonomy, the most frequent first.
    terms: Value,
    other_languages: Value,
}

/// Counts what all pages of a list share, once for all of them.
pub(super) fn facts(snapshot: &Snapshot, listing: &Listing) -> ListFacts {
    let site = &snapshot.site;
    let lang = listing.lang();
    let mut counts: BTreeMap<TermId, usize> = BTreeMap::new();
    for page in site.list(listing) {
        for term in site.article_of(*page).terms.iter().flatten() {
            *counts.entry(*term).or_default() += 1;
        }
    }
    let of_taxonomy = |index: usize| {
        let mut found: Vec<(TermId, usize)> = counts
            .iter()
            .filter(|(term, _)| site.term(**term).taxonomy.0 == index)
            .map(|(term, count)| (*term, *count))
            .collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| site.term(a.0).id.cmp(&site.term(b.0).id)));
        values(found.into_iter().map(|(term, count)| {
            super::card::with(&snapshot.term_name(term, lang), [("count", count.into())])
        }))
    };
    let taxonomies = site.config.taxonomies.iter().enumerate();
    let terms = named(taxonomies.map(|(index, taxonomy)| (taxonomy.id.as_str(), of_taxonomy(index))));
    ListFacts { terms, other_languages: other_languages(snapshot, listing) }
}

/// The languages that have articles in this list which its own language lacks.
fn other_languages(snapshot: &Snapshot, listing: &Listing) -> Value {
    let site = &snapshot.site;
    let own = listing.lang();
    let others = site.langs().filter(|lang| *lang != own).filter_map(|lang| {
        let other = listing.within(lang);
        let is_missing = |page: &&PageId| !site.article_of(**page).pages.contains_key(&own);
        let count = site.list(&other).iter().filter(is_missing).count();
        let language = &site.config.languages[lang.0];
        (count > 0).then(|| {
            object([
                ("code", language.lang.as_str().into()),
                ("name", language.name.as_str().into()),
                ("url", site.config.origin.href(&list_url(site, &other, 1)).into()),
                ("count", count.into()),
            ])
        })
    });
    values(others)
}

/// One page of a list.
pub(super) fn list(snapshot: &Snapshot, route: &Route, listing: &Listing, pager: Pager) -> Result<String, Vec<Diagnostic>> {
    let lang = listing.lang();
    match listing {
        Listing::Home(_) => home(snapshot, route, listing, pager),
        Listing::Section(id, _) => {
            let section = snapshot.site.section(*id);
            let parent = section.parent.unwrap_or(SectionId(0));
            let mut head = list_head(snapshot, "section", listing, pager, section.titles[lang.0].clone());
            head.breadcrumbs = section_trail(snapshot, parent, lang);
            let context = list_context(snapshot, route, &head, listing, pager);
            snapshot.template("section.html", &context, route.url.as_str())
        }
        Listing::Type(id, _) => {
            let site = &snapshot.site;
            let plural = site.config.content_types[id.0].plural.best(site.lang(lang), site.languages());
            let head = list_head(snapshot, "type", listing, pager, plural.to_owned());
            let context = list_context(snapshot, route, &head, listing, pager);
            snapshot.template("type.html", &context, route.url.as_str())
        }
        Listing::Term(id, _) => term(snapshot, route, listing, pager, *id),
        Listing::Year(year, _) => {
            let title = snapshot.string(lang, "year-title", &[("year", &year.to_string())]);
            let mut head = list_head(snapshot, "year", listing, pager, title);
            let archive = snapshot.string(lang, "archive-title", &[]);
            let language = &snapshot.site.config.languages[lang.0];
            let url = snapshot.site.config.home(language).folder(&language.paths.archive);
            head.breadcrumbs.push((archive, url));
            let context = list_context(snapshot, route, &head, listing, pager);
            snapshot.template("year.html", &context, route.url.as_str())
        }
    }
}

fn list_head(snapshot: &Snapshot, kind: &'static str, listing: &Listing, pager: Pager, title: String) -> Head {
    let lang = listing.lang();
    let number = pager.number.to_string();
    let title = match pager.number {
        1 => title,
        _ => format!("{title} – {}", snapshot.string(lang, "page-number", &[("number", &number)])),
    };
    let description = summary(snapshot, listing);
    let mut head = Head::plain(kind, lang, title, description);
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    head.feed = has_feed(&snapshot.site, listing).then_some(FeedScope::Listing(*listing));
    head
}

/// The sentence that describes a list.
fn summary(snapshot: &Snapshot, listing: &Listing) -> String {
    let site = &snapshot.site;
    let lang = listing.lang();
    match listing {
        Listing::Section(section, _) => {
            let text = site.section(*section).texts[lang.0].as_ref();
            text.map(|document| document.description().to_owned()).unwrap_or_default()
        }
        Listing::Term(term, _) => site.term(*term).blurbs[lang.0].clone().unwrap_or_default(),
        Listing::Home(_) => {
            let description = site.config.description.as_ref();
            description.map(|text| text.best(site.lang(lang), site.languages()).to_owned()).unwrap_or_default()
        }
        Listing::Type(..) | Listing::Year(..) => String::new(),
    }
}

fn list_context(snapshot: &Snapshot, route: &Route, head: &Head, listing: &Listing, pager: Pager) -> tera::Context {
    let site = &snapshot.site;
    let lang = listing.lang();
    let pages = site.list(listing);
    let items = pages[pager.slice(site, listing, pages)].iter().map(|page| snapshot.card(*page));
    let (intro, subsections) = match listing {
        Listing::Section(section, _) => {
            let section = site.section(*section);
            let intro = section.texts[lang.0].as_ref().map(|document| document_html(snapshot, document));
            let children = section.children.iter().map(|child| subsection(snapshot, *child, lang));
            (intro, children.collect())
        }
        _ => (None, Vec::new()),
    };
    let facts = snapshot.list_facts(listing);
    let none = || (named([]), values([]));
    let (terms, other_languages) =
        facts.map_or_else(none, |facts| (facts.terms.clone(), facts.other_languages.clone()));
    let title = match pager.number {
        1 => head.title.as_str(),
        _ => head.title.rsplit_once(" – ").map_or(head.title.as_str(), |(title, _)| title),
    };
    let mut context = head::context(snapshot, route, head);
    context.insert_value("listing", object([
        ("title", title.into()),
        ("intro", html(&intro.unwrap_or_default())),
        ("summary", head.description.as_str().into()),
        ("count", pages.len().into()),
        ("items", values(items)),
        ("other_languages", other_languages),
        ("terms", terms),
        ("subsections", values(subsections)),
        ("years", years(snapshot, lang)),
    ]));
    context.insert_value("pager", pager_value(snapshot, listing, pager, pages.len()));
    context
}

fn subsection(snapshot: &Snapshot, id: SectionId, lang: LangId) -> Value {
    let site = &snapshot.site;
    let section = site.section(id);
    let summary = section.texts[lang.0].as_ref().map(|document| document.description().to_owned());
    object([
        ("title", section.titles[lang.0].as_str().into()),
        ("url", site.config.origin.href(&section.urls[lang.0]).into()),
        ("summary", summary.unwrap_or_default().into()),
        ("count", site.list(&Listing::Section(id, lang)).len().into()),
    ])
}

fn pager_value(snapshot: &Snapshot, listing: &Listing, pager: Pager, total: usize) -> Value {
    let site = &snapshot.site;
    let url = |number: usize| site.config.origin.href(&list_url(site, listing, number));
    let neighbour = |number: Option<usize>| optional(number.map(|number| url(number).into()));
    let pages = (1..=pager.count).map(|number| {
        object([
            ("number", number.into()),
            ("url", url(number).into()),
            ("current", (number == pager.number).into()),
        ])
    });
    object([
        ("number", pager.number.into()),
        ("count", pager.count.into()),
        ("total_items", total.into()),
        ("first_url", url(1).into()),
        ("last_url", url(pager.count).into()),
        ("previous_url", neighbour((pager.number > 1).then(|| pager.number - 1))),
        ("next_url", neighbour((pager.number < pager.count).then(|| pager.number + 1))),
        ("pages", values(pages)),
    ])
}

fn home(snapshot: &Snapshot, route: &Route, listing: &Listing, pager: Pager) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let lang = listing.lang();
    let pages = site.list(listing);
    let mut head = list_head(snapshot, "home", listing, pager, site.section(SectionId(0)).titles[lang.0].clone());
    head.breadcrumbs = if pager.number == 1 { Vec::new() } else { section_trail(snapshot, SectionId(0), lang) };
    let is_first = pager.number == 1;
    let featured = pages.iter().find(|page| site.article_of(**page).shared().is_featured);
    let lead = is_first.then(|| featured.or_else(|| pages.first())).flatten();
    let newest = pages[pager.slice(site, listing, pages)].iter().filter(|page| Some(*page) != lead);
    let text = site.section(SectionId(0)).texts[lang.0].as_ref();
    let types = site.config.content_types.iter().enumerate();
    let types = types.filter_map(|(index, _)| type_value(snapshot, TypeId(index), lang, pages, lead.copied()));
    let taxonomies = site.config.taxonomies.iter().enumerate();
    let terms = taxonomies.map(|(index, taxonomy)| {
        (taxonomy.id.as_str(), values(term_tree(snapshot, TaxonomyId(index), lang)))
    });
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("home", object([
        ("title", site.section(SectionId(0)).titles[lang.0].as_str().into()),
        ("body", html(&text.map(|document| document_html(snapshot, document)).unwrap_or_default())),
        ("lead", optional(lead.map(|page| snapshot.card(*page)))),
        ("newest", values(newest.map(|page| snapshot.card(*page)))),
        ("types", values(types)),
        ("terms", named(terms)),
    ]));
    let facts = snapshot.list_facts(listing);
    context.insert_value("other_languages", facts.map_or_else(|| values([]), |facts| facts.other_languages.clone()));
    context.insert_value("pager", pager_value(snapshot, listing, pager, pages.len()));
    snapshot.template("home.html", &context, route.url.as_str())
}

fn type_value(snapshot: &Snapshot, id: TypeId, lang: LangId, pages: &[PageId], lead: Option<PageId>) -> Option<Value> {
    let site = &snapshot.site;
    let content_type = &site.config.content_types[id.0];
    let is_of_type = |page: &&PageId| site.article_of(**page).content_type == id && Some(**page) != lead;
    let items: Vec<Value> =
        pages.iter().filter(is_of_type).take(CARDS_OF_A_TYPE).map(|page| snapshot.card(*page)).collect();
    if items.is_empty() {
        return None;
    }
    let section = content_type.folder.as_ref().and_then(|folder| site.content_path(folder, lang));
    let url = match section.and_then(|section| site.address(&section)) {
        Some((url, _)) => site.config.origin.href(&url),
        None if content_type.has_own_listing => site.config.origin.href(&site.type_url(id, lang)),
        None => String::new(),
    };
    Some(object([
        ("id", content_type.id.as_str().into()),
        ("name", content_type.name.best(site.lang(lang), site.languages()).into()),
        ("plural", content_type.plural.best(site.lang(lang), site.languages()).into()),
        ("url", url.into()),
        ("items", values(items)),
    ]))
}

fn term(snapshot: &Snapshot, route: &Route, listing: &Listing, pager: Pager, id: TermId) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let lang = listing.lang();
    let term = site.term(id);
    let mut head = list_head(snapshot, "term", listing, pager, term.names[lang.0].clone());
    let taxonomy = &site.config.taxonomies[term.taxonomy.0];
    let name = taxonomy.name.best(site.lang(lang), site.languages()).to_owned();
    head.breadcrumbs.push((name, site.taxonomy_urls[term.taxonomy.0][lang.0].clone()));
    let mut above = Vec::new();
    let mut at = term.parent;
    while let Some(parent) = at {
        above.push((site.term(parent).names[lang.0].clone(), site.term(parent).urls[lang.0].clone()));
        at = site.term(parent).parent;
    }
    head.breadcrumbs.extend(above.into_iter().rev());
    let mut context = list_context(snapshot, route, &head, listing, pager);
    context.insert_value("term", super::card::with(&term_value(snapshot, id, lang), [(
        "parent",
        optional(term.parent.map(|parent| snapshot.term_name(parent, lang))),
    )]));
    context.insert_value("taxonomy", taxonomy_value(snapshot, term.taxonomy, lang));
    snapshot.template("term.html", &context, route.url.as_str())
}

/// A term with everything below it.
fn term_value(snapshot: &Snapshot, id: TermId, lang: LangId) -> Value {
    let site = &snapshot.site;
    let term = site.term(id);
    let taxonomy = &site.config.taxonomies[term.taxonomy.0];
    let home = crate::document::Place {
        kind: crate::document::PlaceKind::Section,
        key: String::new(),
        lang: site.lang(lang).clone(),
    };
    let resolver = Resolver::new(snapshot, &home, Address::Rooted);
    let showing = Showing { snapshot, place: &home, resolver, lang };
    super::card::with(&snapshot.term_name(id, lang), [
        ("count", site.list(&Listing::Term(id, lang)).len().into()),
        ("blurb", term.blurbs[lang.0].clone().unwrap_or_default().into()),
        ("fields", field::fields(&taxonomy.fields, &term.fields, &showing)),
        ("children", values(term.children.iter().map(|child| term_value(snapshot, *child, lang)))),
    ])
}

/// The terms of a taxonomy that have articles in any language, those without a parent first in
/// the order of their names.
fn term_tree(snapshot: &Snapshot, taxonomy: TaxonomyId, lang: LangId) -> Vec<Value> {
    let site = &snapshot.site;
    let is_used = |id: TermId| {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if site.langs().any(|lang| !site.list(&Listing::Term(id, lang)).is_empty()) {
                return true;
            }
            open.extend(&site.term(id).children);
        }
        false
    };
    let ids = (0..site.terms.len()).map(TermId);
    let mut roots: Vec<TermId> = ids
        .filter(|id| site.term(*id).taxonomy == taxonomy && site.term(*id).parent.is_none() && is_used(*id))
        .collect();
    let locale = snapshot.locale(lang);
    roots.sort_by(|a, b| locale.compare(&site.term(*a).names[lang.0], &site.term(*b).names[lang.0]));
    roots.into_iter().map(|id| term_value(snapshot, id, lang)).collect()
}

fn taxonomy_value(snapshot: &Snapshot, id: TaxonomyId, lang: LangId) -> Value {
    let site = &snapshot.site;
    let taxonomy = &site.config.taxonomies[id.0];
    object([
        ("id", taxonomy.id.as_str().into()),
        ("name", taxonomy.name.best(site.lang(lang), site.languages()).into()),
        ("singular", taxonomy.singular.best(site.lang(lang), site.languages()).into()),
        ("url", site.config.origin.href(&site.taxonomy_urls[id.0][lang.0]).into()),
    ])
}

/// All terms of a taxonomy.
pub(super) fn taxonomy(snapshot: &Snapshot, route: &Route, id: TaxonomyId, lang: LangId) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let name = site.config.taxonomies[id.0].name.best(site.lang(lang), site.languages()).to_owned();
    let mut head = Head::plain("taxonomy", lang, name, String::new());
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("taxonomy", taxonomy_value(snapshot, id, lang));
    context.insert_value("terms", values(term_tree(snapshot, id, lang)));
    snapshot.template("taxonomy.html", &context, route.url.as_str())
}

fn years(snapshot: &Snapshot, lang: LangId) -> Value {
    let site = &snapshot.site;
    values(site.years().iter().map(|year| {
        let listing = Listing::Year(*year, lang);
        object([
            ("year", i64::from(*year).into()),
            ("url", site.config.origin.href(&list_url(site, &listing, 1)).into()),
            ("count", site.list(&listing).len().into()),
        ])
    }))
}

/// All years.
pub(super) fn archive(snapshot: &Snapshot, route: &Route, lang: LangId) -> Result<String, Vec<Diagnostic>> {
    let title = snapshot.string(lang, "archive-title", &[]);
    let mut head = Head::plain("archive", lang, title, String::new());
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("years", years(snapshot, lang));
    snapshot.template("archive.html", &context, route.url.as_str())
}
