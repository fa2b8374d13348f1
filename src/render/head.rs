//! What every template sees as `page`: addresses, languages, breadcrumbs, what machines read.

use tera::{Context, Value};

use crate::base::UrlPath;
use crate::route::{Artifact, FeedScope, Route, alternates, counterpart, is_indexed, oembed_url, snippets_page};
use crate::site::{LangId, Listing, SectionId};

use super::snapshot::Snapshot;
use super::structured_data::{self, About};
use super::value::{html, list, object};
use super::{open_graph, site_value};

/// What a kind of page says of itself.
pub(super) struct Head {
    pub(super) kind: &'static str,
    pub(super) lang: LangId,
    pub(super) title: String,
    /// The title without the number of a page of a list.
    pub(super) heading: String,
    pub(super) description: String,
    /// From home down, without the page itself.
    pub(super) breadcrumbs: Vec<(String, UrlPath)>,
    /// The page's own feed, when it has one.
    pub(super) feed: Option<FeedScope>,
    pub(super) has_code: bool,
    pub(super) has_math: bool,
    pub(super) about: About,
}

impl Head {
    /// A page that is no article.
    pub(super) fn plain(kind: &'static str, lang: LangId, title: String, description: String) -> Self {
        Self {
            kind,
            lang,
            heading: title.clone(),
            title,
            description,
            breadcrumbs: Vec::new(),
            feed: None,
            has_code: false,
            has_math: false,
            about: About::Collection,
        }
    }
}

/// The variables that all templates get.
pub(super) fn context(snapshot: &Snapshot, route: &Route, head: &Head) -> Context {
    let mut context = Context::new();
    context.insert_value("lang", snapshot.site.lang(head.lang).as_str().into());
    context.insert_value("kind", head.kind.into());
    context.insert_value("site", snapshot.site_value(head.lang));
    context.insert_value("page", page(snapshot, route, head));
    context
}

fn page(snapshot: &Snapshot, route: &Route, head: &Head) -> Value {
    let site = &snapshot.site;
    let origin = &site.config.origin;
    let site_title = site.config.title.best(site.lang(head.lang), site.languages());
    let is_home = matches!(route.artifact, Artifact::List(Listing::Home(_), pager) if pager.number == 1);
    let head_title = match is_home || head.title == site_title {
        true => site_title.to_owned(),
        false => format!("{} · {site_title}", head.title),
    };
    let breadcrumbs = head
        .breadcrumbs
        .iter()
        .map(|(title, url)| object([("title", title.as_str().into()), ("url", origin.href(url).into())]));
    let own = head.feed.into_iter().filter(|scope| *scope != FeedScope::Listing(Listing::Home(head.lang)));
    let home = FeedScope::Listing(Listing::Home(head.lang));
    let feeds = own.chain([home]).flat_map(|scope| site_value::feeds(snapshot, scope, head.lang));
    let alternates = alternates(site, &route.artifact);
    object([
        ("title", head.title.as_str().into()),
        ("head_title", head_title.into()),
        ("url", origin.href(&route.url).into()),
        ("permalink", origin.absolute(&route.url).into()),
        ("description", head.description.as_str().into()),
        ("lang", site.lang(head.lang).as_str().into()),
        ("noindex", (!is_indexed(site, &route.artifact)).into()),
        ("switch", switch(snapshot, route, head.lang)),
        ("alternates", alternate_links(snapshot, &alternates)),
        ("breadcrumbs", list(breadcrumbs)),
        ("feeds", list(feeds)),
        ("snippets", snippets(snapshot, head).into()),
        ("open_graph", open_graph::properties(snapshot, route, head, &alternates)),
        ("oembed", oembed(snapshot, head).into()),
        ("json_ld", html(&structured_data::graph(snapshot, route, head))),
        ("has_code", head.has_code.into()),
        ("has_math", head.has_math.into()),
        ("menu_path", menu_path(snapshot, route, head.lang).into()),
    ])
}

/// Where partners take the feed that the page stands for, its own or that of everything.
fn snippets(snapshot: &Snapshot, head: &Head) -> String {
    let site = &snapshot.site;
    let scope = head.feed.unwrap_or(FeedScope::Listing(Listing::Home(head.lang)));
    snippets_page(site, &snapshot.routes, scope).map(|url| site.config.origin.href(&url)).unwrap_or_default()
}

/// Where programs read of an article that is linked to.
fn oembed(snapshot: &Snapshot, head: &Head) -> String {
    let url = match head.about {
        About::Page(page) => oembed_url(&snapshot.site, page),
        _ => None,
    };
    url.map(|url| snapshot.site.config.origin.absolute(&url)).unwrap_or_default()
}

fn switch(snapshot: &Snapshot, route: &Route, own: LangId) -> Value {
    let site = &snapshot.site;
    list(site.langs().filter_map(|lang| {
        let language = &site.config.languages[lang.0];
        let (url, is_available) = if lang == own {
            (route.url.clone(), true)
        } else {
            let counterpart = counterpart(site, &route.artifact, lang)?;
            (counterpart.url, counterpart.is_available)
        };
        Some(object([
            ("code", language.lang.as_str().into()),
            ("name", language.name.as_str().into()),
            ("url", site.config.origin.href(&url).into()),
            ("available", is_available.into()),
            ("current", (lang == own).into()),
        ]))
    }))
}

/// `hreflang` links with `x-default`: the language at the root, else the first that exists.
fn alternate_links(snapshot: &Snapshot, alternates: &[(LangId, UrlPath)]) -> Value {
    let site = &snapshot.site;
    let link = |tag: &str, url: &UrlPath| {
        object([("hreflang", tag.into()), ("href", site.config.origin.absolute(url).into())])
    };
    let default = default_alternate(snapshot, alternates);
    let links = alternates.iter().map(|(lang, url)| link(site.lang(*lang).as_str(), url));
    list(links.chain(default.map(|url| link("x-default", url))))
}

/// The alternate for readers of any other language.
pub(super) fn default_alternate<'a>(snapshot: &Snapshot, alternates: &'a [(LangId, UrlPath)]) -> Option<&'a UrlPath> {
    let languages = &snapshot.site.config.languages;
    let root = alternates.iter().find(|(lang, _)| languages[lang.0].is_root);
    root.or_else(|| alternates.first()).map(|(_, url)| url)
}

/// The address of the main menu's entry that this page belongs to: the longest that begins its own.
fn menu_path(snapshot: &Snapshot, route: &Route, lang: LangId) -> String {
    let site = snapshot.site_value(lang);
    let own = snapshot.site.config.origin.href(&route.url);
    let entries = site.get_from_path("menus.main").and_then(Value::as_array).unwrap_or_default();
    let urls = entries.iter().filter_map(|entry| entry.get_from_path("url")).filter_map(Value::as_str);
    let longest = urls.filter(|url| url.ends_with('/') && own.starts_with(url)).max_by_key(|url| url.len());
    longest.unwrap_or_default().to_owned()
}

/// Home and the sections above an article or section.
pub(super) fn section_trail(snapshot: &Snapshot, section: SectionId, lang: LangId) -> Vec<(String, UrlPath)> {
    let site = &snapshot.site;
    let mut trail = Vec::new();
    let mut at = Some(section);
    while let Some(id) = at {
        let section = site.section(id);
        let title = match section.parent {
            Some(_) => section.titles[lang.0].clone(),
            None => snapshot.string(lang, "home", &[]),
        };
        trail.push((title, section.urls[lang.0].clone()));
        at = section.parent;
    }
    trail.reverse();
    trail
}
