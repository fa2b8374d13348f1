//! What lists other routes: the sitemap and its parts, robots, redirects and headers for hosts.

use crate::base::UrlPath;
use crate::config::Host;
use crate::site::Site;

use super::counterpart::is_indexed;
use super::{Artifact, Route, RouteTable};

/// How many URLs one part may list (sitemaps.org, protocol 0.9).
pub const SITEMAP_LIMIT: usize = 50_000;

pub(super) fn claim(site: &Site, table: &mut RouteTable) {
    let count = indexed(site, table).count();
    let has_redirects = table.iter().any(|route| matches!(route.artifact, Artifact::Redirect(_)));
    let mut add = |name: &str, artifact| {
        if let Ok(url) = UrlPath::root().file(name) {
            table.add(url, artifact);
        }
    };
    for part in 1..=count.div_ceil(SITEMAP_LIMIT).max(1) {
        add(&part_name(part), Artifact::Sitemap(part));
    }
    add("sitemap.xml", Artifact::SitemapIndex);
    add("robots.txt", Artifact::Robots);
    if has_redirects {
        add("_redirects", Artifact::HostRedirects);
    }
    let hosts = &site.config.hosting.headers;
    if hosts.iter().any(|host| host.reads_headers_file()) {
        add("_headers", Artifact::HostHeaders);
    }
    if hosts.contains(&Host::Apache) {
        add(".htaccess", Artifact::HostAccess);
    }
}

/// The file name of a part of the sitemap.
pub fn part_name(part: usize) -> String {
    format!("sitemap-{part}.xml")
}

/// The routes that one part of the sitemap lists.
pub fn sitemap_part<'t>(site: &'t Site, table: &'t RouteTable, part: usize) -> impl Iterator<Item = &'t Route> {
    indexed(site, table).skip((part - 1) * SITEMAP_LIMIT).take(SITEMAP_LIMIT)
}

fn indexed<'t>(site: &'t Site, table: &'t RouteTable) -> impl Iterator<Item = &'t Route> {
    table.iter().filter(move |route| is_indexed(site, &route.artifact))
}
