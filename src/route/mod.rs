//! Every URL of the site and what it stands for: plain data, known before anything is rendered.
//! Made of the linked site by one provider a file; `render` turns any entry into bytes.
//!
//! **Invariant:** one URL has one claim; two on one file (whatever the case of its letters) are
//! an error that shows both places.
//! **Invariant:** nothing that is rendered adds an entry; image variants have a prefix of their own.

mod archives;
mod articles;
mod calendars;
mod counterpart;
mod embeds;
mod feed_pages;
mod feeds;
mod files;
mod harvest;
mod lists;
mod pager;
mod partners;
mod redirects;
mod republish;
mod search;
mod sitemap;
mod table;
mod taxonomies;

use std::collections::BTreeSet;

use crate::base::{SourcePath, UrlPath};
use crate::config::FeedFormat;
use crate::diagnostic::{Checked, Span};
use crate::embed::Version;
use crate::search::{SEARCH_FOLDER, SearchFile};
use crate::site::{ArticleId, CombinationId, LangId, Listing, PageId, PartnerId, Site, TaxonomyId};

pub use archives::archive_url;
pub use calendars::{calendar_url, event_url, is_event};
pub use counterpart::{Counterpart, alternates, counterpart, is_indexed, lang_of};
pub use embeds::{embed_script_url, frame_url, has_embeds, oembed_url};
pub use feed_pages::{feed_archive, feed_archive_count, feed_archive_place, feed_pages};
pub use feeds::{feed_archive_url, feed_page, feed_style_url, feed_url, feeds_of, has_feed};
pub use harvest::{Harvest, harvest_count, harvest_pages, harvest_url};
pub use pager::{Pager, list_url, page_count};
pub use partners::{
    PARTNER_TEMPLATE, PARTNERS_TEMPLATE, SNIPPETS_TEMPLATE, builder_url, catalogue_url, partner_feed, partner_page,
    partners_page, partners_place, snippets_page,
};
pub use republish::{REPUBLISH_TEMPLATE, republish_page};
pub use search::{SEARCH_TEMPLATE, description_url, index_url, script_url, search_page};
pub use sitemap::{SITEMAP_LIMIT, part_name, sitemap_part};
pub use table::RouteTable;

/// The folder of theme files; a theme's static files are its only tenants.
pub const ASSET_FOLDER: &str = "/assets/";

/// Prefixes that no provider may claim: image variants, the preview's desk and its own files, the
/// index of the search.
pub const RESERVED: [&str; 5] = ["/_img/", "/_desk/", "/_kabar/", "/.kabar/", SEARCH_FOLDER];

/// One URL and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub url: UrlPath,
    pub artifact: Artifact,
    /// The place in the publication that claims the URL.
    pub claim: Option<Span>,
}

/// Everything a site can contain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Artifact {
    /// An article or page in a language.
    Page(PageId),
    /// Where others take an article along.
    Republish(PageId),
    /// Says that an article is not available in a language.
    Untranslated(ArticleId, LangId),
    /// One page of a list.
    List(Listing, Pager),
    /// All terms of a taxonomy.
    Taxonomy(TaxonomyId, LangId),
    /// All years.
    Archive(LangId),
    NotFound(LangId),
    /// Where readers search.
    SearchPage(LangId),
    /// What browsers read of the search page.
    OpenSearch(LangId),
    /// The script of the search page.
    SearchScript,
    /// A file of the index of a language.
    Search(LangId, SearchFile),
    Feed(FeedScope, FeedFormat),
    /// An older page of a feed, from 1, that new articles do not change once it is full.
    FeedArchive(FeedScope, FeedFormat, usize),
    /// How a feed looks in a browser, in the words of a language.
    FeedStyle(LangId),
    /// All feeds, for programs that read feeds.
    FeedList,
    /// The script that shows a feed on sites of others.
    EmbedScript(Version),
    /// The newest of a feed as a page for sites of others, without scripts.
    EmbedFrame(FeedScope),
    /// All feeds for those who show them on sites of their own, where no page of the publication says it.
    PartnersPage(LangId),
    /// What one partner shows.
    Partner(PartnerId, LangId),
    /// The script of the page for partners.
    BuilderScript,
    /// What the script reads of the feeds of a language.
    FeedCatalogue(LangId),
    /// What partners copy to show a feed on sites of their own.
    Snippets(FeedScope),
    /// What programs are told of an article that somebody links to.
    OEmbed(PageId),
    /// What libraries harvest.
    Harvest(Harvest),
    /// The event that a page tells of.
    Event(PageId),
    /// All events of a language.
    Calendar(LangId),
    Redirect(UrlPath),
    /// A file of the publication, as it is.
    File(SourcePath),
    /// A static file of the theme, by its path below `static/`.
    ThemeFile(String),
    SitemapIndex,
    /// A part of the sitemap, from 1.
    Sitemap(usize),
    Robots,
    /// The redirects once more, for hosts that read `_redirects`.
    HostRedirects,
    /// How everything is to be sent, for hosts that read `_headers`.
    HostHeaders,
    /// The same for hosts that read `.htaccess`.
    HostAccess,
}

/// What a theme has, by name.
#[derive(Debug, Clone, Default)]
pub struct ThemeNames {
    /// The paths of its static files.
    pub files: BTreeSet<String>,
    /// Templates, those of the publication among them.
    pub templates: BTreeSet<String>,
}

/// What a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedScope {
    /// All languages.
    All,
    Listing(Listing),
    /// What several terms have in common.
    Combination(CombinationId, LangId),
    /// What was put right.
    Corrections(LangId),
}

impl FeedScope {
    /// The language of the feed; none when it has all of them.
    pub fn lang(self) -> Option<LangId> {
        match self {
            Self::All => None,
            Self::Listing(listing) => Some(listing.lang()),
            Self::Combination(_, lang) | Self::Corrections(lang) => Some(lang),
        }
    }

    /// The same in another language.
    #[must_use]
    pub fn within(self, lang: LangId) -> Self {
        match self {
            Self::All => Self::All,
            Self::Listing(listing) => Self::Listing(listing.within(lang)),
            Self::Combination(id, _) => Self::Combination(id, lang),
            Self::Corrections(_) => Self::Corrections(lang),
        }
    }
}

/// Names every URL of a site.
///
/// `before` is the table of an earlier state: what is the same is not made again.
pub fn route(site: &Site, theme: &ThemeNames, before: &RouteTable) -> Checked<RouteTable> {
    let mut claims = Vec::new();
    articles::claim(site, &mut claims);
    republish::claim(site, theme, &mut claims);
    lists::claim(site, &mut claims);
    taxonomies::claim(site, &mut claims);
    archives::claim(site, &mut claims);
    feeds::claim(site, &mut claims);
    embeds::claim(site, &mut claims);
    partners::claim(site, theme, &mut claims);
    calendars::claim(site, &mut claims);
    harvest::claim(site, &mut claims);
    files::claim(site, theme, &mut claims);
    search::claim(site, theme, &mut claims);
    redirects::claim(site, &mut claims);
    let mut checked = table::table(claims, &site.config.span);
    // The second rank sees the finished table; there is no third.
    sitemap::claim(site, &mut checked.value);
    checked.value.index = search::IndexRoutes::of(site, &checked.value, before);
    checked
}
