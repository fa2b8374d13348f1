//! What sites of others show of this one: the scripts, a page without scripts beside every feed, and
//! what programs are told of an article that somebody links to (oEmbed).

use crate::base::{Slug, UrlPath};
use crate::embed::{FOLDER, Version};
use crate::site::{PageId, Site};

use super::feeds::{feed_folder, feeds_of};
use super::{Artifact, FeedScope, Route};

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    if !has_embeds(site) {
        return;
    }
    let mut add = |url, artifact| claims.push(Route { url, artifact, claim: None });
    for version in Version::all() {
        add(embed_script_url(version), Artifact::EmbedScript(version));
    }
    for scope in site.langs().flat_map(|lang| feeds_of(site, lang)) {
        add(frame_url(site, scope), Artifact::EmbedFrame(scope));
    }
    for page in (0..site.pages.len()).map(PageId) {
        if let Some(url) = oembed_url(site, page) {
            add(url, Artifact::OEmbed(page));
        }
    }
}

/// Says whether sites of others are offered anything but feeds.
pub fn has_embeds(site: &Site) -> bool {
    site.config.feeds.has_embeds && !site.config.feeds.formats.is_empty()
}

/// The address of a version of the script. It never has a fingerprint: sites of others name it.
pub fn embed_script_url(version: Version) -> UrlPath {
    let folder = Slug::new(FOLDER).map_or_else(UrlPath::root, |folder| UrlPath::root().folder(&folder));
    folder.file(&version.file()).unwrap_or(folder)
}

/// The address of the page without scripts: a file beside the feeds.
pub fn frame_url(site: &Site, scope: FeedScope) -> UrlPath {
    let folder = feed_folder(site, scope);
    folder.file("embed.html").unwrap_or(folder)
}

/// The address of what programs are told of an article; none for pages, and for what stands
/// in no feed.
pub fn oembed_url(site: &Site, page: PageId) -> Option<UrlPath> {
    let is_offered = has_embeds(site) && site.is_in_feeds(site.article_of(page));
    site.page(page).url.file("oembed.json").ok().filter(|_| is_offered)
}
