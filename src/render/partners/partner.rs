//! The page of one partner: who they are, what they show, and their snippets.

use tera::Value;

use crate::diagnostic::Diagnostic;
use crate::route::{PARTNER_TEMPLATE, Route, feed_pages, partner_feed, partner_page, partners_page};
use crate::site::{LangId, PartnerId, SectionId};

use super::super::head::{self, Head, section_trail};
use super::super::snapshot::Snapshot;
use super::super::structured_data::About;
use super::super::value::{list, object};
use super::snippet::{HEADLINES, Snippet};
use super::taken;

/// The page.
pub(in super::super) fn partner(
    snapshot: &Snapshot,
    route: &Route,
    id: PartnerId,
    lang: LangId,
) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let Some(scope) = partner_feed(site, id, lang) else { return Ok(String::new()) };
    let partner = site.partner(id);
    let text = |localised: &crate::schema::Localised| localised.best(site.lang(lang), site.languages()).to_owned();
    let mut head = Head::plain("partner", lang, text(&partner.name), String::new());
    head.about = About::Nothing;
    head.feed = Some(scope);
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    if let Some(url) = partners_page(site, &snapshot.routes, lang) {
        head.breadcrumbs.push((snapshot.string(lang, "partners-title", &[]), url));
    }
    let mut context = head::context(snapshot, route, &head);
    let credit = partner.credit.as_ref().map(&text);
    let snippet = Snippet { snapshot, scope, lang, credit: credit.as_deref() };
    let newest = feed_pages(site, scope).into_iter().take(HEADLINES);
    context.insert_value(
        "partner",
        object([
            ("name", text(&partner.name).into()),
            ("site", partner.url.clone().unwrap_or_default().into()),
            ("logo", logo(snapshot, id).into()),
            ("credit", credit.clone().unwrap_or_default().into()),
            ("items", list(newest.map(|page| snapshot.card(page)))),
        ]),
    );
    context.insert_value("snippets", taken(&snippet));
    snapshot.template(PARTNER_TEMPLATE, &context, route.url.as_str())
}

/// All partners that have a page.
pub(super) fn members(snapshot: &Snapshot, lang: LangId) -> Value {
    let site = &snapshot.site;
    list(site.partners().filter_map(|id| {
        let url = partner_page(site, &snapshot.routes, id, lang)?;
        Some(object([
            ("name", site.partner(id).name.best(site.lang(lang), site.languages()).into()),
            ("url", site.config.origin.href(&url).into()),
            ("logo", logo(snapshot, id).into()),
        ]))
    }))
}

fn logo(snapshot: &Snapshot, id: PartnerId) -> String {
    let site = &snapshot.site;
    site.logo(id).map(|medium| site.config.origin.href(&medium.url)).unwrap_or_default()
}
