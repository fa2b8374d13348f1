//! The sitemap (sitemaps.org, protocol 0.9) with alternates, its index, and robots.txt.

use std::fmt::Write;

use crate::base::UrlPath;
use crate::route::{Artifact, Route, alternates, part_name, sitemap_part};
use crate::site::Listing;

use super::escape::escape;
use super::head::default_alternate;
use super::snapshot::Snapshot;

const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// Lists the parts.
pub(super) fn index(snapshot: &Snapshot) -> String {
    let mut text = format!("{XML}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for route in snapshot.routes.iter() {
        if let Artifact::Sitemap(part) = route.artifact {
            let url = UrlPath::root().file(&part_name(part)).unwrap_or_else(|_| route.url.clone());
            line(&mut text, &format!("<sitemap><loc>{}</loc></sitemap>", absolute(snapshot, &url)));
        }
    }
    text.push_str("</sitemapindex>\n");
    text
}

/// One part: every page for search engines with its alternates.
pub(super) fn part(snapshot: &Snapshot, part: usize) -> String {
    let mut text = format!(
        "{XML}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    for route in sitemap_part(&snapshot.site, &snapshot.routes, part) {
        let mut entry = format!("<url><loc>{}</loc>", absolute(snapshot, &route.url));
        if let Some(date) = last_change(snapshot, route) {
            // Writing to a string cannot fail.
            let _ = write!(entry, "<lastmod>{date}</lastmod>");
        }
        let alternates = alternates(&snapshot.site, &route.artifact);
        let default = default_alternate(snapshot, &alternates).map(|url| ("x-default", url));
        let tags = alternates.iter().map(|(lang, url)| (snapshot.site.lang(*lang).as_str(), url));
        for (tag, url) in tags.chain(default) {
            let href = absolute(snapshot, url);
            let _ = write!(entry, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>");
        }
        entry.push_str("</url>");
        line(&mut text, &entry);
    }
    text.push_str("</urlset>\n");
    text
}

/// The day on which a page changed for its readers: an article's own, a list's newest.
fn last_change(snapshot: &Snapshot, route: &Route) -> Option<String> {
    let site = &snapshot.site;
    let changed = |page| {
        let shared = site.article_of(page).shared();
        shared.updated.as_ref().or(shared.date.as_ref()).map(crate::base::Moment::iso)
    };
    match &route.artifact {
        Artifact::Page(page) => changed(*page),
        Artifact::List(Listing::Home(lang), _) => site.list(&Listing::Home(*lang)).first().copied().and_then(changed),
        _ => None,
    }
}

/// Lets everyone in and names the sitemap.
pub(super) fn robots(snapshot: &Snapshot) -> String {
    let origin = &snapshot.site.config.origin;
    let sitemap = UrlPath::root().file("sitemap.xml").map(|url| origin.absolute(&url)).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}

fn absolute(snapshot: &Snapshot, url: &UrlPath) -> String {
    escape(&snapshot.site.config.origin.absolute(url))
}

fn line(text: &mut String, entry: &str) {
    text.push_str(entry);
    text.push('\n');
}
