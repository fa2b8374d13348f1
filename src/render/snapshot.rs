//! One consistent state of the whole site, and what it remembers while it is asked.
//!
//! **Invariant:** replaced, never edited; memo cells hold functions of the rest.
//! **Invariant:** no parallel work inside a memo cell: two cells that wait for each other's
//! threads would wait for ever.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::{Context, Value};

use crate::base::Lang;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::locale::Locale;
use crate::route::{Artifact, RouteTable, search_page};
use crate::search::{Index, Kept};
use crate::site::{LangId, Listing, Page, PageId, Site, TermId};
use crate::theme::{BoundTheme, StringArgument, Theme};

use super::bounded::Bounded;
use super::lists::ListFacts;
use super::value::object;
use super::{card, lists, site_value};

/// How many bytes of bodies for feeds are remembered: those of some thousands of articles. Each
/// stands in several feeds, of which those with the same articles are made one after the other.
const FEED_BODIES: usize = 48 << 20;

/// A site, its routes and its theme, ready to render.
pub struct Snapshot {
    pub site: Arc<Site>,
    pub routes: Arc<RouteTable>,
    theme: BoundTheme,
    locales: Arc<BTreeMap<Lang, Locale>>,
    sites: Vec<OnceLock<Value>>,
    cards: Vec<OnceLock<Value>>,
    feed_bodies: Bounded,
    /// What the pages of one list share.
    lists: BTreeMap<Listing, OnceLock<ListFacts>>,
    /// By language, what readers search.
    indexes: Vec<OnceLock<Index>>,
    /// The words that successive snapshots share.
    kept: Arc<Kept>,
}

impl Snapshot {
    /// Brings a site, its routes and its theme together.
    pub fn new(
        site: Arc<Site>,
        routes: Arc<RouteTable>,
        theme: BoundTheme,
        locales: Arc<BTreeMap<Lang, Locale>>,
        kept: Arc<Kept>,
    ) -> Self {
        let listings = routes.iter().filter_map(|route| match &route.artifact {
            Artifact::List(listing, _) => Some((*listing, OnceLock::new())),
            _ => None,
        });
        Self {
            sites: cells(site.languages().len()),
            cards: cells(site.pages.len()),
            feed_bodies: Bounded::new(FEED_BODIES),
            lists: listings.collect(),
            indexes: cells(site.languages().len()),
            kept,
            site,
            routes,
            theme,
            locales,
        }
    }

    /// The conventions of a language.
    pub(super) fn locale(&self, lang: LangId) -> &Locale {
        &self.locales[self.site.lang(lang)]
    }

    /// What templates see as `site`.
    pub(super) fn site_value(&self, lang: LangId) -> Value {
        self.sites[lang.0].get_or_init(|| site_value::site(self, lang)).clone()
    }

    /// The card of a page.
    pub(super) fn card(&self, page: PageId) -> Value {
        self.cards[page.0].get_or_init(|| card::card(self, page)).clone()
    }

    /// The HTML of a page's body for feeds.
    pub(super) fn feed_body(&self, page: PageId, make: impl FnOnce() -> String) -> Arc<str> {
        self.feed_bodies.get_or_make(page.0, make)
    }

    /// What the pages of a list share; none for a list without a page.
    pub(super) fn list_facts(&self, listing: &Listing) -> Option<&ListFacts> {
        let cell = self.lists.get(listing)?;
        Some(cell.get_or_init(|| lists::facts(self, listing)))
    }

    /// The index of a language, made of what is kept of earlier snapshots.
    pub(super) fn index(&self, lang: LangId) -> &Index {
        self.indexes[lang.0].get_or_init(|| Index::new(&self.site, lang, &self.kept))
    }

    /// Makes the indexes of all languages on all threads, for whoever renders every route.
    pub fn prepare(&self) {
        for lang in self.searched() {
            if self.indexes[lang.0].get().is_none() {
                // Who was faster made the same.
                let _ = self.indexes[lang.0].set(Index::prepared(&self.site, lang, &self.kept));
            }
        }
    }

    /// Makes the index of each language, for whoever asks for a file of it next. `may_go_on` is
    /// asked before each.
    pub fn warm(&self, may_go_on: &dyn Fn() -> bool) {
        for lang in self.searched() {
            if !may_go_on() {
                return;
            }
            self.index(lang);
        }
    }

    /// The languages that have a page to search on.
    fn searched(&self) -> impl Iterator<Item = LangId> {
        self.site.langs().filter(|lang| search_page(&self.site, &self.routes, *lang).is_some())
    }

    /// A string of the theme; its key where a theme lacks it (which is an error at load).
    pub(super) fn string(&self, lang: LangId, key: &str, arguments: &[(&str, &str)]) -> String {
        let arguments: Vec<(&str, StringArgument)> = arguments
            .iter()
            .map(|(name, value)| {
                let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
                (*name, number.map_or(StringArgument::Text(value), StringArgument::Number))
            })
            .collect();
        let text = self.theme.strings().get(self.site.lang(lang), key, &arguments);
        text.unwrap_or_else(|| key.to_owned())
    }

    /// The settings of the theme, for templates.
    pub(super) fn settings(&self) -> &crate::schema::Values {
        self.theme.settings()
    }

    /// What the theme declares of its settings.
    pub(super) fn setting_fields(&self) -> &[crate::schema::Field] {
        self.theme.setting_fields()
    }

    /// The theme, for asking which of its files give what.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// A static file of the theme.
    pub fn theme_file(&self, path: &str) -> Option<&[u8]> {
        self.theme.static_file(path)
    }

    /// Renders a template for a page.
    pub(super) fn template(&self, name: &str, context: &Context, page: &str) -> Result<String, Vec<Diagnostic>> {
        self.theme.render(name, context, page).map_err(|diagnostic| vec![diagnostic])
    }

    /// Name and address of a term.
    pub(super) fn term_name(&self, id: TermId, lang: LangId) -> Value {
        let term = self.site.term(id);
        object([
            ("id", term.id.as_str().into()),
            ("name", term.names[lang.0].as_str().into()),
            ("url", self.site.config.origin.href(&term.urls[lang.0]).into()),
        ])
    }

    /// The terms of a document's translators.
    pub(super) fn translators(&self, document: &Document) -> Vec<TermId> {
        let Some(authors) = self.site.authors() else {
            return Vec::new();
        };
        document.translators.iter().filter_map(|name| self.site.term_id(authors, &name.text)).collect()
    }

    /// Says whether a page is only there because drafts are shown.
    pub fn is_unpublished(&self, page: &Page) -> bool {
        let shared = self.site.article(page.article).shared();
        let is_coming = shared.date.as_ref().is_some_and(|date| date.zoned() > self.site.env.now.zoned());
        let is_draft = page.document.translation.as_ref().is_some_and(|translation| translation.is_draft);
        page.document.is_draft || is_draft || is_coming
    }
}

fn cells<T>(count: usize) -> Vec<OnceLock<T>> {
    (0..count).map(|_| OnceLock::new()).collect()
}
