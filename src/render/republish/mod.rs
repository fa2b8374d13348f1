//! The page where others take an article along: its text in three forms with credit and address
//! inside, how to cite it, and what is left out; or why they may not.
//!
//! **Invariant:** what others may do is what `site::rights` says; nothing here decides it.
//! **Invariant:** nothing in these texts counts readers or loads anything but permitted pictures.

mod citation;
mod credit;
mod takeaway;

use tera::Value;

use crate::config::{Conditions, Grant, Licence};
use crate::diagnostic::Diagnostic;
use crate::route::Route;
use crate::site::{Kit, PageId, Refusal, TermId};

use super::head::{self, Head, section_trail};
use super::licence::{self, licence};
use super::snapshot::Snapshot;
use super::structured_data::About;
use super::value::{list, object, optional};
use credit::Credit;
use takeaway::{Takeaway, takeaway};

/// The page.
pub(super) fn page(snapshot: &Snapshot, route: &Route, id: PageId) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let title = snapshot.string(page.lang, "republish-title", &[("title", &page.document.title)]);
    let mut head = Head::plain("republish", page.lang, title, String::new());
    head.about = About::Nothing;
    head.breadcrumbs = section_trail(snapshot, article.section, page.lang);
    head.breadcrumbs.push((page.document.title.clone(), page.url.clone()));
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("article", snapshot.card(id));
    context.insert_value("republish", value(snapshot, id));
    snapshot.template("republish.html", &context, route.url.as_str())
}

fn value(snapshot: &Snapshot, id: PageId) -> Value {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let kit = site.rights(article).kit;
    let credit = Credit::of(snapshot, id);
    let taken = if kit == Kit::Allowed { takeaway(snapshot, id, &credit) } else { Takeaway::default() };
    let written = site.licence_of(article);
    // A permission without an open licence is to republish, not to work over.
    let conditions = match written.map(|written| Licence::of(written).grant) {
        Some(Grant::Open(conditions)) => conditions,
        _ => Conditions { allows_changes: false, allows_commerce: true, shares_alike: false },
    };
    let left_out =
        taken.left_out.into_iter().map(|left| object([("name", left.name.into()), ("reason", left.reason.into())]));
    let citations = citation::all(snapshot, id, &credit)
        .into_iter()
        .map(|(format, text)| object([("format", format.into()), ("text", text.into())]));
    object([
        ("allowed", (kit == Kit::Allowed).into()),
        ("reason", reason(snapshot, id, kit).into()),
        ("permalink", credit.url.as_str().into()),
        ("licence", optional(written.map(|written| licence::value(&licence(snapshot, page.lang, written))))),
        ("keeps_text", (!conditions.allows_changes).into()),
        ("keeps_from_trade", (!conditions.allows_commerce).into()),
        ("shares_alike", conditions.shares_alike.into()),
        ("html", taken.html.into()),
        ("markdown", taken.markdown.into()),
        ("text", taken.text.into()),
        ("left_out", list(left_out)),
        ("citations", list(citations)),
    ])
}

/// Why an article is not given away, for readers.
fn reason(snapshot: &Snapshot, id: PageId, kit: Kit) -> String {
    let Kit::Refused(refusal) = kit else { return String::new() };
    let key = match refusal {
        Refusal::NoConsent => "republish-no-consent",
        Refusal::Article | Refusal::Publication => "republish-refused",
        Refusal::Reserved => "republish-reserved",
        Refusal::UnknownLicence => "republish-unknown-licence",
        Refusal::NoLicence => "republish-no-licence",
    };
    let site = &snapshot.site;
    let lang = site.page(id).lang;
    let title = site.config.title.best(site.lang(lang), site.languages());
    snapshot.string(lang, key, &[("site", title)])
}

/// The names of terms in a page's language.
fn names(snapshot: &Snapshot, id: PageId, terms: &[TermId]) -> Vec<String> {
    let lang = snapshot.site.page(id).lang;
    terms.iter().map(|term| snapshot.site.term(*term).names[lang.0].clone()).collect()
}
