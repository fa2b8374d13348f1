//! One route to its bytes: a function of the snapshot and nothing else. `build` writes them,
//! `check` throws them away.
//!
//! **Invariant:** rendering yields bytes; it adds no URL and changes nothing.
//! **Invariant:** what templates may see is made by hand in this folder and listed in the
//! template contract; the model itself is never serialised for them.

mod bounded;
mod calendar;
mod card;
mod embed;
mod escape;
mod feed;
mod field;
mod harvest;
mod head;
mod home;
mod licence;
mod lists;
mod open_graph;
mod pager;
mod pages;
mod partners;
mod prose_fields;
mod redirect;
mod republish;
mod resolver;
mod search;
mod sitemap;
mod site_value;
mod snapshot;
mod structured_data;
mod terms;
mod value;

use crate::base::SourcePath;
use crate::config::Host;
use crate::diagnostic::Diagnostic;
use crate::embed::builder;
use crate::hosting;
use crate::route::{
    Artifact, PARTNER_TEMPLATE, PARTNERS_TEMPLATE, REPUBLISH_TEMPLATE, Route, SEARCH_TEMPLATE, SNIPPETS_TEMPLATE,
};
use crate::search::script;
use crate::site::{Listing, Site};

pub use escape::escape;
pub use snapshot::Snapshot;

/// The content of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Bytes(Vec<u8>),
    /// The file as it is: copied or streamed, never held in memory.
    CopyOf(SourcePath),
}

/// What rendering yields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub body: Body,
}

/// The name of the template that makes a page; none for what no template makes.
pub fn template<'s>(site: &'s Site, artifact: &Artifact) -> Option<&'s str> {
    Some(match artifact {
        Artifact::Page(page) => pages::template(site, *page),
        Artifact::Republish(_) => REPUBLISH_TEMPLATE,
        Artifact::PartnersPage(_) => PARTNERS_TEMPLATE,
        Artifact::Partner(..) => PARTNER_TEMPLATE,
        Artifact::Snippets(_) => SNIPPETS_TEMPLATE,
        Artifact::Untranslated(..) => "untranslated.html",
        Artifact::List(Listing::Home(_), _) => "home.html",
        Artifact::List(Listing::Section(..), _) => "section.html",
        Artifact::List(Listing::Type(..), _) => "type.html",
        Artifact::List(Listing::Term(..), _) => "term.html",
        Artifact::List(Listing::Year(..), _) => "year.html",
        Artifact::Taxonomy(..) => "taxonomy.html",
        Artifact::Archive(_) => "archive.html",
        Artifact::NotFound(_) => "404.html",
        Artifact::SearchPage(_) => SEARCH_TEMPLATE,
        _ => return None,
    })
}

/// Renders one route.
///
/// # Errors
/// What is wrong with the templates, for this page.
pub fn render(snapshot: &Snapshot, route: &Route) -> Result<Rendered, Vec<Diagnostic>> {
    let text = match &route.artifact {
        Artifact::Page(page) => pages::page(snapshot, route, *page),
        Artifact::Republish(page) => republish::page(snapshot, route, *page),
        Artifact::PartnersPage(lang) => partners::page(snapshot, route, *lang),
        Artifact::Partner(id, lang) => partners::partner(snapshot, route, *id, *lang),
        Artifact::Snippets(scope) => partners::snippets(snapshot, route, *scope),
        Artifact::Untranslated(article, lang) => pages::untranslated(snapshot, route, *article, *lang),
        Artifact::List(listing, pager) => lists::list(snapshot, route, listing, *pager),
        Artifact::Taxonomy(taxonomy, lang) => terms::taxonomy(snapshot, route, *taxonomy, *lang),
        Artifact::Archive(lang) => lists::archive(snapshot, route, *lang),
        Artifact::NotFound(lang) => pages::not_found(snapshot, route, *lang),
        Artifact::SearchPage(lang) => search::page(snapshot, route, *lang),
        Artifact::OpenSearch(lang) => Ok(search::description(snapshot, *lang)),
        Artifact::Feed(scope, format) => Ok(feed::feed(snapshot, *scope, *format, None)),
        Artifact::FeedArchive(scope, format, number) => Ok(feed::feed(snapshot, *scope, *format, Some(*number))),
        Artifact::Harvest(harvest) => Ok(harvest::answer(snapshot, *harvest)),
        Artifact::Event(page) => Ok(calendar::event(snapshot, *page)),
        Artifact::Calendar(lang) => Ok(calendar::all(snapshot, *lang)),
        Artifact::FeedStyle(lang) => Ok(feed::style(snapshot, *lang)),
        Artifact::FeedList => Ok(feed::opml(snapshot)),
        Artifact::EmbedScript(version) => Ok(version.script().to_owned()),
        Artifact::BuilderScript => Ok(builder::script().to_owned()),
        Artifact::FeedCatalogue(lang) => Ok(partners::catalogue(snapshot, *lang)),
        Artifact::EmbedFrame(scope) => Ok(embed::frame(snapshot, *scope)),
        Artifact::OEmbed(page) => Ok(embed::oembed(snapshot, *page)),
        Artifact::Redirect(target) => Ok(redirect::page(snapshot, target)),
        Artifact::SitemapIndex => Ok(sitemap::index(snapshot)),
        Artifact::Sitemap(part) => Ok(sitemap::part(snapshot, *part)),
        Artifact::Robots => Ok(sitemap::robots(snapshot)),
        Artifact::HostRedirects => Ok(redirect::host_file(snapshot)),
        Artifact::HostHeaders => Ok(hosting::headers_file(&snapshot.site, &snapshot.routes)),
        Artifact::HostAccess => Ok(hosting::told(Host::Apache, &snapshot.site, &snapshot.routes)),
        Artifact::SearchScript => Ok(script().to_owned()),
        Artifact::Search(lang, file) => {
            return Ok(Rendered { body: Body::Bytes(snapshot.index(*lang).file(&snapshot.site, *file)) });
        }
        Artifact::File(path) => return Ok(Rendered { body: Body::CopyOf(path.clone()) }),
        Artifact::ThemeFile(path) => {
            let bytes = snapshot.theme_file(path).unwrap_or_default();
            return Ok(Rendered { body: Body::Bytes(bytes.to_vec()) });
        }
    };
    text.map(|text| Rendered { body: Body::Bytes(text.into_bytes()) })
}
