//! The page about all feeds of a language.

use tera::Value;

use crate::base::UrlPath;
use crate::config::FeedFormat;
use crate::diagnostic::Diagnostic;
use crate::route::{
    Artifact, FeedScope, Harvest, Route, builder_url, calendar_url, catalogue_url, feed_archive_count, feed_page,
    feeds_of, harvest_url, snippets_page,
};
use crate::site::{LangId, Listing, SectionId, Site, TaxonomyId};

use super::super::feed;
use super::super::head::{self, Head, section_trail};
use super::super::site_value::feeds;
use super::super::snapshot::Snapshot;
use super::super::structured_data::About;
use super::super::value::{list, object, optional};
use super::catalogue::Catalogue;
use super::partner::members;

/// The page of a publication that has no text of its own for it.
pub(in super::super) fn page(snapshot: &Snapshot, route: &Route, lang: LangId) -> Result<String, Vec<Diagnostic>> {
    let title = snapshot.string(lang, "partners-title", &[]);
    let mut head = Head::plain("partners", lang, title, snapshot.string(lang, "partners-description", &[]));
    head.about = About::Nothing;
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("article", Value::none());
    context.insert_value("partners", value(snapshot, lang));
    snapshot.template("partners.html", &context, route.url.as_str())
}

/// What stands on the page whoever wrote its text.
pub(in super::super) fn value(snapshot: &Snapshot, lang: LangId) -> Value {
    let site = &snapshot.site;
    let settings = &site.config.feeds;
    let href = |url: &UrlPath| Value::from(site.config.origin.href(url));
    let or_nothing = |url: Option<UrlPath>| url.as_ref().map_or_else(|| "".into(), href);
    let of_all = if site.langs().count() > 1 { feeds(snapshot, FeedScope::All, lang) } else { Vec::new() };
    let is_given_away = |route: &Route| matches!(route.artifact, Artifact::Republish(_));
    object([
        ("groups", list(groups(snapshot, lang))),
        ("everything", list(of_all)),
        ("opml", or_nothing(UrlPath::new("/feeds.opml").ok().filter(|url| snapshot.routes.get(url).is_some()))),
        ("calendar", or_nothing(calendar_url(site, lang))),
        ("harvest", or_nothing(settings.is_harvested.then(|| harvest_url(Harvest::Identify)))),
        ("hub", settings.hub.clone().unwrap_or_default().into()),
        ("items", settings.items.into()),
        ("archives", (feed_archive_count(site, FeedScope::Listing(Listing::Home(lang))) > 0).into()),
        ("republish", snapshot.routes.iter().any(is_given_away).into()),
        ("members", members(snapshot, lang)),
        ("builder", optional(builder(snapshot, lang))),
    ])
}

/// What feeds have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    All,
    Sections,
    Types,
    Taxonomy(TaxonomyId),
    Combinations,
    Corrections,
}

impl Group {
    fn of(site: &Site, scope: FeedScope) -> Self {
        match scope {
            FeedScope::All | FeedScope::Listing(Listing::Home(_) | Listing::Year(..)) => Self::All,
            FeedScope::Listing(Listing::Section(..)) => Self::Sections,
            FeedScope::Listing(Listing::Type(..)) => Self::Types,
            FeedScope::Listing(Listing::Term(term, _)) => Self::Taxonomy(site.term(term).taxonomy),
            FeedScope::Combination(..) => Self::Combinations,
            FeedScope::Corrections(_) => Self::Corrections,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Sections => "sections",
            Self::Types => "types",
            Self::Taxonomy(_) => "taxonomy",
            Self::Combinations => "combinations",
            Self::Corrections => "corrections",
        }
    }
}

/// All feeds of a language, by kind; terms in the order of their names.
fn groups(snapshot: &Snapshot, lang: LangId) -> Vec<Value> {
    let site = &snapshot.site;
    if site.config.feeds.formats.is_empty() {
        return Vec::new();
    }
    let locale = snapshot.locale(lang);
    let all = feeds_of(site, lang);
    let taxonomies = (0..site.config.taxonomies.len()).map(|index| Group::Taxonomy(TaxonomyId(index)));
    let order = [Group::All, Group::Sections, Group::Types].into_iter().chain(taxonomies);
    let order = order.chain([Group::Combinations, Group::Corrections]);
    let group = |group: Group| {
        let own = all.iter().filter(|scope| Group::of(site, **scope) == group);
        let mut own: Vec<(String, FeedScope)> = own.map(|scope| (name(snapshot, *scope, lang), *scope)).collect();
        if matches!(group, Group::Taxonomy(_)) {
            own.sort_by(|a, b| locale.compare(&a.0, &b.0));
        }
        let title = match group {
            Group::Taxonomy(TaxonomyId(index)) => {
                site.config.taxonomies[index].name.best(site.lang(lang), site.languages())
            }
            _ => "",
        };
        let rows = own.iter().map(|(name, scope)| row(snapshot, name, *scope, lang));
        let value = || object([("kind", group.name().into()), ("name", title.into()), ("feeds", list(rows))]);
        (!own.is_empty()).then(value)
    };
    order.filter_map(group).collect()
}

/// What a feed is called among those of its language.
fn name(snapshot: &Snapshot, scope: FeedScope, lang: LangId) -> String {
    let name = feed::name(&snapshot.site, scope, lang);
    if name.is_empty() { feed::title(snapshot, scope, lang) } else { name }
}

fn row(snapshot: &Snapshot, name: &str, scope: FeedScope, lang: LangId) -> Value {
    let site = &snapshot.site;
    let snippets = snippets_page(site, &snapshot.routes, scope).map(|url| site.config.origin.href(&url));
    object([
        ("name", name.into()),
        ("page_url", site.config.origin.href(&feed_page(site, scope)).into()),
        ("feeds", list(feeds(snapshot, scope, lang))),
        ("snippets", snippets.unwrap_or_default().into()),
    ])
}

/// What the builder of snippets needs; none where nothing is to be built.
fn builder(snapshot: &Snapshot, lang: LangId) -> Option<Value> {
    let site = &snapshot.site;
    snapshot.routes.get(&builder_url())?;
    let href = |url: &UrlPath| Value::from(site.config.origin.href(url));
    let others = site.langs().filter(|other| *other != lang);
    let languages = [lang].into_iter().chain(others).map(|other| {
        let language = &site.config.languages[other.0];
        object([
            ("code", language.lang.as_str().into()),
            ("name", language.name.as_str().into()),
            ("url", href(&catalogue_url(site, other))),
        ])
    });
    let catalogue = Catalogue::of(snapshot, lang);
    let facets = catalogue.names.iter().enumerate().filter(|(_, names)| !names.is_empty()).map(|(index, _)| {
        let taxonomy = index.checked_sub(1).and_then(|index| site.config.taxonomies.get(index));
        let name = taxonomy.map(|taxonomy| taxonomy.singular.best(site.lang(lang), site.languages()));
        object([("index", index.into()), ("name", name.unwrap_or_default().into())])
    });
    Some(object([
        ("script", href(&builder_url())),
        ("languages", list(languages)),
        ("facets", list(facets)),
        ("element", site.config.feeds.formats.contains(&FeedFormat::Json).into()),
    ]))
}
