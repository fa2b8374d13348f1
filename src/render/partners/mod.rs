//! What partners are given to show a feed on sites of their own.
//!
//! **Invariant:** what they copy works for as long as the publication stands: it names addresses that
//! never change, and the one version of the script that is offered when it is copied.

mod catalogue;
mod page;
mod partner;
mod snippet;

use tera::Value;

use crate::diagnostic::Diagnostic;
use crate::route::{FeedScope, Route, feed_page, feed_url, frame_url};
use crate::site::{LangId, Listing, SectionId};

use super::card::with;
use super::feed;
use super::head::{self, Head, section_trail};
use super::site_value::feeds;
use super::snapshot::Snapshot;
use super::structured_data::About;
use super::value::{list, object};
pub(super) use catalogue::catalogue;
pub(super) use page::{page, value};
pub(super) use partner::partner;
use snippet::Snippet;

/// The page of the snippets of a feed.
pub(super) fn snippets(snapshot: &Snapshot, route: &Route, scope: FeedScope) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let lang = scope.lang().unwrap_or(LangId(0));
    let name = feed::title(snapshot, scope, lang);
    let title = snapshot.string(lang, "snippets-title", &[("name", &name)]);
    let mut head = Head::plain("snippets", lang, title, String::new());
    head.about = About::Nothing;
    head.feed = Some(scope);
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    if matches!(scope, FeedScope::Listing(listing) if listing != Listing::Home(lang)) {
        head.breadcrumbs.push((feed::name(site, scope, lang), feed_page(site, scope)));
    }
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("snippets", taken(&Snippet { snapshot, scope, lang, credit: None }));
    snapshot.template("snippets.html", &context, route.url.as_str())
}

/// What is copied.
fn taken(snippet: &Snippet<'_>) -> Value {
    let (snapshot, scope, lang) = (snippet.snapshot, snippet.scope, snippet.lang);
    let site = &snapshot.site;
    let origin = &site.config.origin;
    object([
        ("name", feed::title(snapshot, scope, lang).into()),
        ("page_url", origin.href(&feed_page(site, scope)).into()),
        ("feeds", addresses(snapshot, scope, lang)),
        ("frame_url", origin.absolute(&frame_url(site, scope)).into()),
        ("element", snippet.element().into()),
        ("frame", snippet.frame().into()),
        ("links", snippet.links().into()),
        ("count", snippet.headlines().len().into()),
    ])
}

/// The feeds of a scope with the addresses that people copy.
fn addresses(snapshot: &Snapshot, scope: FeedScope, lang: LangId) -> Value {
    let site = &snapshot.site;
    let formats = site.config.feeds.formats.iter();
    let permalinks = formats.map(|format| site.config.origin.absolute(&feed_url(site, scope, *format)));
    let with_permalink = |(value, url): (Value, String)| with(&value, [("permalink", url.into())]);
    list(feeds(snapshot, scope, lang).into_iter().zip(permalinks).map(with_permalink))
}
