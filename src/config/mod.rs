//! What `kabar.yaml` says, checked and with its defaults. `source` brings the text; every later
//! stage reads it.
//!
//! **Invariant:** a [`Config`] has at least one language and exactly one of them at `/`; every
//! content type, taxonomy and menu in it is well formed by itself (menu targets are checked at link).

mod built_in;
#[cfg(test)]
mod check;
mod combinations;
mod content_types;
mod hosting;
mod kinds;
mod languages;
mod licence;
mod lints;
mod menus;
mod partners;
mod publication;
mod read;
mod search;
mod settings;
mod slugs;
mod taxonomies;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Lang, Origin, Slug, Timezone, UrlPath};
use crate::diagnostic::Span;
use crate::schema::{Field, Localised};
use crate::yaml::Node;

pub use combinations::{Combination, WantedTerm};
pub use hosting::{Host, HostingSettings};
pub use licence::{Conditions, Grant, LICENCES, Licence, licence};
pub use lints::Lints;
pub use partners::{Partner, PartnerFeed};
pub use read::read;
pub use search::{OwnWords, SearchSettings};

/// The name of the configuration's file.
pub const FILE: &str = "kabar.yaml";

/// The theme of a publication that names none.
pub const DEFAULT_THEME: &str = "tenun";

/// The keys that the front matter of every content type may have; no field and no taxonomy may
/// have such a name.
pub const FRONT_MATTER_KEYS: [&str; 22] = [
    "title",
    "slug",
    "summary",
    "aliases",
    "draft",
    "original",
    "translation",
    "translators",
    "corrections",
    "type",
    "id",
    "date",
    "updated",
    "expires",
    "cover",
    "licence",
    "republish",
    "feed",
    "contributed",
    "order",
    "featured",
    "template",
];

/// The keys that every term in `content/_terms/` may have.
pub const TERM_KEYS: [&str; 5] = ["name", "slug", "parent", "blurb", "aliases"];

/// A publication's settings.
#[derive(Debug, Clone)]
pub struct Config {
    pub title: Localised,
    pub description: Option<Localised>,
    pub origin: Origin,
    pub timezone: Timezone,
    /// In the order of the language switch; never empty.
    pub languages: Vec<Language>,
    pub theme: ThemeChoice,
    pub publisher: Option<Publisher>,
    pub licence: Option<String>,
    /// Whether others may republish articles that say nothing of it.
    pub republish: Option<bool>,
    pub paginate_by: usize,
    pub feeds: FeedSettings,
    pub hosting: HostingSettings,
    /// How many related articles are shown.
    pub related: usize,
    pub markdown: MarkdownSettings,
    pub search: SearchSettings,
    /// By id, in the order of declaration; `article` and `page` are always there.
    pub content_types: Vec<ContentType>,
    pub taxonomies: Vec<Taxonomy>,
    pub menus: BTreeMap<String, Vec<MenuEntry>>,
    /// In the order of declaration.
    pub partners: Vec<Partner>,
    /// How much each lint matters.
    pub lints: Lints,
    /// Where the site's title stands, for what is wrong with all of it.
    pub span: Span,
}

/// A language of the publication.
#[derive(Debug, Clone)]
pub struct Language {
    pub lang: Lang,
    /// Its name in itself.
    pub name: String,
    /// Served at `/`; the others at `/<code>/`.
    pub is_root: bool,
    pub paths: PathWords,
}

/// The words that stand in URLs of this language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathWords {
    /// Before the number of a page of a listing: `/halaman/2/`.
    pub page: Slug,
    /// Before the years: `/arsip/2026/`.
    pub archive: Slug,
    /// Before a content type's own listing: `/jenis/laporan/`.
    pub content_type: Slug,
    /// Of the page where readers search: `/cari/`.
    pub search: Slug,
    /// Of the page below an article where others take it along: `/cerita/sumur/terbit-ulang/`.
    pub republish: Slug,
    /// Of the page beside a feed with snippets to copy: `/wilayah/maluku/sematkan/`.
    pub embed: Slug,
    /// Of the page for partners, where no page of the publication is it: `/mitra/`.
    pub partners: Slug,
    /// Of the feeds of corrections, below `feeds`: `/umpan/ralat/`.
    pub corrections: Slug,
    /// Before feeds that no list has: `/umpan/maluku-bangkit/`.
    pub feeds: Slug,
}

/// The theme and what it was told.
#[derive(Debug, Clone)]
pub struct ThemeChoice {
    pub name: String,
    pub span: Span,
    /// Not yet checked: the theme declares what may stand here.
    pub settings: Option<Arc<Node>>,
}

/// Who publishes.
#[derive(Debug, Clone)]
pub struct Publisher {
    pub name: Localised,
    pub url: Option<String>,
    pub email: Option<String>,
    pub place: Option<Localised>,
    /// A path in `static/`.
    pub logo: Option<String>,
}

/// A format of feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedFormat {
    Rss,
    Atom,
    Json,
}

/// What feeds contain.
#[derive(Debug, Clone)]
pub struct FeedSettings {
    pub items: usize,
    pub formats: Vec<FeedFormat>,
    /// Articles whose rights allow it stand in them whole.
    pub has_full_text: bool,
    /// Every term has feeds of its own.
    pub of_terms: bool,
    /// Sites of others are offered scripts, pages without scripts, and cards of articles.
    pub has_embeds: bool,
    /// The host name in the ids of items, which stays when the site moves; by default the host of
    /// `base_url`.
    pub authority: Option<String>,
    /// Where readers' programs hear of news (WebSub, W3C Recommendation of 2018).
    pub hub: Option<String>,
    /// Libraries are given the metadata of all articles (OAI-PMH).
    pub is_harvested: bool,
    /// Feeds of what several terms have in common.
    pub combinations: Vec<Combination>,
}

/// How Markdown is read.
#[derive(Debug, Clone, Copy)]
pub struct MarkdownSettings {
    pub allows_html: bool,
    pub has_smart_punctuation: bool,
}

/// What kind of thing JSON-LD says an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StructuredData {
    Article,
    Event,
    Page,
}

/// A kind of content with its fields.
#[derive(Debug, Clone)]
pub struct ContentType {
    pub id: String,
    pub name: Localised,
    pub plural: Localised,
    pub slug: Localised,
    /// Shown in sections, feeds, archives and term pages.
    pub in_listings: bool,
    /// Has a listing and feeds of its own.
    pub has_own_listing: bool,
    pub structured_data: StructuredData,
    pub template: String,
    /// The folder below `content/` whose articles are of this type unless they say otherwise.
    pub folder: Option<String>,
    pub fields: Vec<Field>,
    pub span: Span,
}

/// A way to group articles.
#[derive(Debug, Clone)]
pub struct Taxonomy {
    pub id: String,
    pub name: Localised,
    pub singular: Localised,
    pub slug: Localised,
    /// An article in a term is listed by the term's ancestors too.
    pub rolls_up: bool,
    pub fields: Vec<Field>,
    pub span: Span,
}

/// One entry of a menu.
#[derive(Debug, Clone)]
pub struct MenuEntry {
    pub target: MenuTarget,
    pub title: Option<Localised>,
    pub span: Span,
}

/// Where a menu entry leads.
#[derive(Debug, Clone)]
pub enum MenuTarget {
    /// A content path: section folder, bundle folder or file stem.
    Page(String),
    Taxonomy(String),
    Url(String),
}

impl Config {
    /// The declared language of a tag.
    pub fn language(&self, lang: &Lang) -> Option<&Language> {
        self.languages.iter().find(|language| language.lang == *lang)
    }

    /// The language at `/`.
    pub fn root_language(&self) -> &Language {
        self.languages.iter().find(|language| language.is_root).unwrap_or(&self.languages[0])
    }

    /// The folder of a language: `/` or `/en/`.
    pub fn home(&self, language: &Language) -> UrlPath {
        let code = (!language.is_root).then(|| Slug::new(language.lang.as_str())).flatten();
        code.map_or_else(UrlPath::root, |code| UrlPath::root().folder(&code))
    }

    /// The content type with this id.
    pub fn content_type(&self, id: &str) -> Option<&ContentType> {
        self.content_types.iter().find(|content_type| content_type.id == id)
    }

    /// The content type of an article in this section that names none: that of the nearest folder
    /// declared for one, else `article`; at the root `page`.
    pub fn content_type_of(&self, section: &str) -> Option<&ContentType> {
        let mut folder = section;
        loop {
            let is_its_own = |known: &&ContentType| known.folder.as_deref() == Some(folder);
            if let Some(found) = self.content_types.iter().find(is_its_own) {
                return Some(found);
            }
            match folder.rsplit_once('/') {
                Some((parent, _)) => folder = parent,
                None => break,
            }
        }
        self.content_type(if section.is_empty() { "page" } else { "article" })
    }

    /// The taxonomy with this id.
    pub fn taxonomy(&self, id: &str) -> Option<&Taxonomy> {
        self.taxonomies.iter().find(|taxonomy| taxonomy.id == id)
    }
}
