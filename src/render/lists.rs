//! Lists of articles: sections, types, years; and what all lists have in common.

use std::collections::BTreeMap;

use tera::Value;

use crate::diagnostic::Diagnostic;
use crate::route::{FeedScope, Pager, Route, archive_url, has_feed, list_url};
use crate::site::{LangId, Listing, PageId, SectionId, TermId};

use super::card::document_html;
use super::head::{self, Head, section_trail};
use super::snapshot::Snapshot;
use super::value::{html, list as values, named, object};
use super::{home, pager, terms};

/// What all pages of one list share.
pub(super) struct ListFacts {
    /// How many pages of the list each term is on, by taxonomy, the most frequent first.
    terms: Value,
    pub(super) other_languages: Value,
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
        values(
            found
                .into_iter()
                .map(|(term, count)| super::card::with(&snapshot.term_name(term, lang), [("count", count.into())])),
        )
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
pub(super) fn list(
    snapshot: &Snapshot,
    route: &Route,
    listing: &Listing,
    pager: Pager,
) -> Result<String, Vec<Diagnostic>> {
    let lang = listing.lang();
    match listing {
        Listing::Home(_) => home::home(snapshot, route, listing, pager),
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
        Listing::Term(id, _) => terms::term(snapshot, route, listing, pager, *id),
        Listing::Year(year, _) => {
            let title = snapshot.string(lang, "year-title", &[("year", &year.to_string())]);
            let mut head = list_head(snapshot, "year", listing, pager, title);
            let archive = snapshot.string(lang, "archive-title", &[]);
            head.breadcrumbs.push((archive, archive_url(&snapshot.site, lang)));
            let context = list_context(snapshot, route, &head, listing, pager);
            snapshot.template("year.html", &context, route.url.as_str())
        }
    }
}

/// What the head of any list says.
pub(super) fn list_head(
    snapshot: &Snapshot,
    kind: &'static str,
    listing: &Listing,
    pager: Pager,
    title: String,
) -> Head {
    let lang = listing.lang();
    let mut head = Head::plain(kind, lang, title, summary(snapshot, listing));
    if pager.number > 1 {
        let number = pager.number.to_string();
        head.title = format!("{} – {}", head.title, snapshot.string(lang, "page-number", &[("number", &number)]));
    }
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

/// What the template of any list sees.
pub(super) fn list_context(
    snapshot: &Snapshot,
    route: &Route,
    head: &Head,
    listing: &Listing,
    pager: Pager,
) -> tera::Context {
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
    let mut context = head::context(snapshot, route, head);
    context.insert_value(
        "listing",
        object([
            ("title", head.heading.as_str().into()),
            ("intro", html(&intro.unwrap_or_default())),
            ("summary", head.description.as_str().into()),
            ("count", pages.len().into()),
            ("items", values(items)),
            ("other_languages", other_languages),
            ("terms", terms),
            ("subsections", values(subsections)),
            ("years", values(years(snapshot, lang))),
        ]),
    );
    context.insert_value("pager", pager::value(snapshot, listing, pager, pages.len()));
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

/// Every year that has articles in any language, with how many there are in this one.
pub(super) fn years(snapshot: &Snapshot, lang: LangId) -> Vec<Value> {
    let site = &snapshot.site;
    let value = |year: &i16| {
        let listing = Listing::Year(*year, lang);
        object([
            ("year", i64::from(*year).into()),
            ("url", site.config.origin.href(&list_url(site, &listing, 1)).into()),
            ("count", site.list(&listing).len().into()),
        ])
    };
    site.years().iter().map(value).collect()
}

/// All years.
pub(super) fn archive(snapshot: &Snapshot, route: &Route, lang: LangId) -> Result<String, Vec<Diagnostic>> {
    let title = snapshot.string(lang, "archive-title", &[]);
    let mut head = Head::plain("archive", lang, title, String::new());
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("years", values(years(snapshot, lang)));
    snapshot.template("archive.html", &context, route.url.as_str())
}
