//! The home page: lead story, the newest, one part a content type, terms.

use tera::Value;

use crate::diagnostic::Diagnostic;
use crate::route::{Pager, Route};
use crate::site::{LangId, Listing, PageId, SectionId, Site, TaxonomyId, TypeId};

use super::card::document_html;
use super::head::{self, section_trail};
use super::lists::list_head;
use super::pager;
use super::snapshot::Snapshot;
use super::terms::term_tree;
use super::value::{html, list, named, object, optional};

/// How many cards of each content type stand on the home page.
const CARDS_OF_A_TYPE: usize = 3;

/// One page of the newest articles; the first has the lead story and everything else.
pub(super) fn home(
    snapshot: &Snapshot,
    route: &Route,
    listing: &Listing,
    pager: Pager,
) -> Result<String, Vec<Diagnostic>> {
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
    let types = (0..site.config.content_types.len()).map(TypeId).filter(|_| is_first);
    let types = types.filter_map(|id| type_value(snapshot, id, lang, pages, lead.copied()));
    let terms = site.config.taxonomies.iter().enumerate().map(|(index, taxonomy)| {
        let tree = if is_first { term_tree(snapshot, TaxonomyId(index), lang) } else { Vec::new() };
        (taxonomy.id.as_str(), list(tree))
    });
    let mut context = head::context(snapshot, route, &head);
    context.insert_value(
        "home",
        object([
            ("title", site.section(SectionId(0)).titles[lang.0].as_str().into()),
            ("body", html(&text.map(|document| document_html(snapshot, document)).unwrap_or_default())),
            ("lead", optional(lead.map(|page| snapshot.card(*page)))),
            ("newest", list(newest.map(|page| snapshot.card(*page)))),
            ("types", list(types)),
            ("terms", named(terms)),
        ]),
    );
    let facts = snapshot.list_facts(listing);
    context.insert_value("other_languages", facts.map_or_else(|| list([]), |facts| facts.other_languages.clone()));
    context.insert_value("pager", pager::value(snapshot, listing, pager, pages.len()));
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
    Some(object([
        ("id", content_type.id.as_str().into()),
        ("name", content_type.name.best(site.lang(lang), site.languages()).into()),
        ("plural", content_type.plural.best(site.lang(lang), site.languages()).into()),
        ("url", type_href(site, id, lang).into()),
        ("items", list(items)),
    ]))
}

/// Where all articles of a content type are: its section or listing, or "".
pub(super) fn type_href(site: &Site, id: TypeId, lang: LangId) -> String {
    let content_type = &site.config.content_types[id.0];
    let section = content_type.folder.as_ref().and_then(|folder| site.content_path(folder, lang));
    match section.and_then(|section| site.address(&section)) {
        Some((url, _)) => site.config.origin.href(&url),
        None if content_type.has_own_listing => site.config.origin.href(&site.type_url(id, lang)),
        None => String::new(),
    }
}
