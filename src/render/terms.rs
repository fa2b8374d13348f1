//! Terms: the page of one with its articles, and the page of a taxonomy with all its terms.

use tera::Value;

use crate::diagnostic::Diagnostic;
use crate::document::Place;
use crate::route::{Pager, Route};
use crate::site::{LangId, Listing, SectionId, TaxonomyId, TermId};

use super::card::with;
use super::field::{self, Showing};
use super::head::{self, Head, section_trail};
use super::lists::{list_context, list_head};
use super::resolver::{Address, Resolver};
use super::snapshot::Snapshot;
use super::value::{list, object, optional};

/// The articles of a term.
pub(super) fn term(
    snapshot: &Snapshot,
    route: &Route,
    listing: &Listing,
    pager: Pager,
    id: TermId,
) -> Result<String, Vec<Diagnostic>> {
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
    context.insert_value(
        "term",
        with(
            &term_value(snapshot, id, lang),
            [("parent", optional(term.parent.map(|parent| snapshot.term_name(parent, lang))))],
        ),
    );
    context.insert_value("taxonomy", taxonomy_value(snapshot, term.taxonomy, lang));
    snapshot.template("term.html", &context, route.url.as_str())
}

/// A term with everything below it.
fn term_value(snapshot: &Snapshot, id: TermId, lang: LangId) -> Value {
    let site = &snapshot.site;
    let term = site.term(id);
    let taxonomy = &site.config.taxonomies[term.taxonomy.0];
    let home = Place::home(site.lang(lang));
    let resolver = Resolver::new(snapshot, &home, Address::Rooted);
    let showing = Showing { snapshot, place: &home, resolver, lang };
    with(
        &snapshot.term_name(id, lang),
        [
            ("count", site.list(&Listing::Term(id, lang)).len().into()),
            ("blurb", term.blurbs[lang.0].clone().unwrap_or_default().into()),
            ("fields", field::fields(&taxonomy.fields, &term.fields, &showing)),
            ("children", list(term.children.iter().map(|child| term_value(snapshot, *child, lang)))),
        ],
    )
}

/// The terms of a taxonomy that have articles in any language, those without a parent first in
/// the order of their names.
pub(super) fn term_tree(snapshot: &Snapshot, taxonomy: TaxonomyId, lang: LangId) -> Vec<Value> {
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

/// A taxonomy in the words of a language.
pub(super) fn taxonomy_value(snapshot: &Snapshot, id: TaxonomyId, lang: LangId) -> Value {
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
pub(super) fn taxonomy(
    snapshot: &Snapshot,
    route: &Route,
    id: TaxonomyId,
    lang: LangId,
) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let name = site.config.taxonomies[id.0].name.best(site.lang(lang), site.languages()).to_owned();
    let mut head = Head::plain("taxonomy", lang, name, String::new());
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("taxonomy", taxonomy_value(snapshot, id, lang));
    context.insert_value("terms", list(term_tree(snapshot, id, lang)));
    snapshot.template("taxonomy.html", &context, route.url.as_str())
}
