//! What every template sees as `site`.

use tera::Value;

use crate::config::{Config, FeedFormat, MenuEntry, MenuTarget};
use crate::document::Place;
use crate::route::{FeedScope, archive_url as archive, feed_url, partners_page};
use crate::site::{Destination, LangId, Listing, Site, TaxonomyId};
use crate::theme::CONTRACT;

use super::field::{self, Showing};
use super::licence::{self, licence};
use super::resolver::{Address, Resolver};
use super::search;
use super::snapshot::Snapshot;
use super::terms::taxonomy_value;
use super::value::{date, list, named, object, optional};

pub(super) fn site(snapshot: &Snapshot, lang: LangId) -> Value {
    let site = &snapshot.site;
    let config = &site.config;
    let tag = site.lang(lang);
    let order = site.languages();
    let text = |localised: &crate::schema::Localised| localised.best(tag, order).to_owned();
    let languages = site.langs().map(|other| {
        let language = &config.languages[other.0];
        object([
            ("code", language.lang.as_str().into()),
            ("name", language.name.as_str().into()),
            ("home_url", config.origin.href(&config.home(language)).into()),
        ])
    });
    let menus = config.menus.iter().map(|(name, entries)| {
        let entries = entries.iter().filter_map(|entry| menu_entry(site, entry, lang));
        (name.as_str(), list(entries))
    });
    object([
        ("title", text(&config.title).into()),
        ("description", config.description.as_ref().map(text).unwrap_or_default().into()),
        ("home_url", config.origin.href(&config.home(&config.languages[lang.0])).into()),
        ("origin", config.origin.to_string().into()),
        ("publisher", optional(publisher(config, &text))),
        ("languages", list(languages)),
        ("menus", named([("main", list([])), ("footer", list([]))].into_iter().chain(menus))),
        ("settings", settings(snapshot, lang)),
        ("data", Value::from_serializable(&site.data)),
        ("taxonomies", taxonomies(snapshot, lang)),
        ("archive_url", archive_url(site, lang).into()),
        ("search", optional(search::place(snapshot, lang))),
        ("partners", partners(snapshot, lang).into()),
        (
            "licence",
            optional(config.licence.as_deref().map(|written| licence::value(&licence(snapshot, lang, written)))),
        ),
        ("feeds", list(feeds(snapshot, FeedScope::Listing(Listing::Home(lang)), lang))),
        ("now", date(&site.env.now, snapshot.locale(lang), site)),
        ("contract", CONTRACT.into()),
    ])
}

fn partners(snapshot: &Snapshot, lang: LangId) -> String {
    let url = partners_page(&snapshot.site, &snapshot.routes, lang);
    url.map(|url| snapshot.site.config.origin.href(&url)).unwrap_or_default()
}

fn taxonomies(snapshot: &Snapshot, lang: LangId) -> Value {
    let taxonomies = snapshot.site.config.taxonomies.iter().enumerate();
    named(taxonomies.map(|(index, taxonomy)| (taxonomy.id.as_str(), taxonomy_value(snapshot, TaxonomyId(index), lang))))
}

fn archive_url(site: &Site, lang: LangId) -> String {
    if site.years().is_empty() {
        return String::new();
    }
    site.config.origin.href(&archive(site, lang))
}

fn publisher(config: &Config, text: &impl Fn(&crate::schema::Localised) -> String) -> Option<Value> {
    let publisher = config.publisher.as_ref()?;
    let logo = publisher.logo.as_ref().and_then(|logo| {
        let url = crate::base::UrlPath::new(&format!("/{}", logo.trim_start_matches('/'))).ok()?;
        Some(config.origin.href(&url))
    });
    Some(object([
        ("name", text(&publisher.name).into()),
        ("url", publisher.url.clone().unwrap_or_default().into()),
        ("email", publisher.email.clone().unwrap_or_default().into()),
        ("place", publisher.place.as_ref().map(text).unwrap_or_default().into()),
        ("logo", logo.unwrap_or_default().into()),
    ]))
}

fn settings(snapshot: &Snapshot, lang: LangId) -> Value {
    // Settings have no folder of their own: paths in them start at home.
    let home = Place::home(snapshot.site.lang(lang));
    let resolver = Resolver::new(snapshot, &home, Address::Rooted);
    let showing = Showing { snapshot, place: &home, resolver, lang };
    field::fields(snapshot.setting_fields(), snapshot.settings(), &showing)
}

fn menu_entry(site: &Site, entry: &MenuEntry, lang: LangId) -> Option<Value> {
    let config = &site.config;
    let (url, title, is_external) = match &entry.target {
        MenuTarget::Url(url) => (url.clone(), url.clone(), url.contains("://")),
        MenuTarget::Taxonomy(id) => {
            let TaxonomyId(index) = site.taxonomy_id(id)?;
            let url = config.origin.href(&site.taxonomy_urls[index][lang.0]);
            let name = config.taxonomies[index].name.best(site.lang(lang), site.languages());
            (url, name.to_owned(), false)
        }
        MenuTarget::Page(path) => {
            let destination = site.content_path(path, lang)?;
            let (url, _) = site.address(&destination)?;
            let title = match destination {
                Destination::Section(section, _) => site.section(section).titles[lang.0].clone(),
                Destination::Page(page, _) => site.page(page).document.title.clone(),
                _ => path.clone(),
            };
            (config.origin.href(&url), title, false)
        }
    };
    let written = entry.title.as_ref().map(|title| title.best(site.lang(lang), site.languages()).to_owned());
    Some(object([("title", written.unwrap_or(title).into()), ("url", url.into()), ("external", is_external.into())]))
}

/// The feeds of a list, for links in the head.
pub(super) fn feeds(snapshot: &Snapshot, scope: FeedScope, lang: LangId) -> Vec<Value> {
    let site = &snapshot.site;
    let title = super::feed::title(snapshot, scope, lang);
    let formats = site.config.feeds.formats.iter();
    let feed = |format: &FeedFormat| {
        let (name, media_type) = match format {
            FeedFormat::Rss => ("rss", "application/rss+xml"),
            FeedFormat::Atom => ("atom", "application/atom+xml"),
            FeedFormat::Json => ("json", "application/feed+json"),
        };
        object([
            ("title", title.as_str().into()),
            ("url", site.config.origin.href(&feed_url(site, scope, *format)).into()),
            ("format", name.into()),
            ("media_type", media_type.into()),
        ])
    };
    formats.map(feed).collect()
}
