//! How everything is sent to readers: its media type, for how long they may keep it, whether other
//! sites may read it or show it in a frame. Made of the table of routes; hosts are told in their own
//! words, and the preview does the same.
//!
//! **Invariant:** rules are few, and of one kind of route each: never one a page.
//! **Invariant:** no address is meant by two rules, since hosts differ in what they make of that.

mod apache;
mod caddy;
mod limits;
mod lines;
mod nginx;
mod rules;
mod web_server;

use crate::base::{MediaType, UrlPath};
use crate::config::{FeedFormat, Host};
use crate::route::{Artifact, RouteTable};
use crate::site::Site;

pub use limits::{headers_file_limits, redirects_file_limits};

/// How something is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sending {
    /// Its media type, where the name of the file does not tell it.
    pub media: Option<&'static str>,
    /// Programs of other sites may read it.
    pub is_open: bool,
    /// Other sites may show it in a frame.
    pub is_framed: bool,
    pub keeping: Keeping,
}

/// For how long readers may keep something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keeping {
    /// Some minutes; then they ask, and see the old one while they wait.
    Shortly,
    /// A day.
    Day,
    /// For ever: under this name there will never be other bytes.
    Ever,
}

impl Keeping {
    /// What `Cache-Control` says (RFC 9111, RFC 5861, RFC 8246).
    pub fn words(self) -> &'static str {
        match self {
            Self::Shortly => "public, max-age=300, stale-while-revalidate=3600",
            Self::Day => "public, max-age=86400, stale-while-revalidate=604800",
            Self::Ever => "public, max-age=31536000, immutable",
        }
    }
}

/// What is said of everything: browsers take no file for another kind than it is called, and other
/// sites are told the site that a reader comes from, not the page.
///
/// There is no policy for scripts and styles: pages have styles of their own inside, and so have
/// texts with raw HTML and templates of a publication. A policy that allows all of that protects
/// nobody, and one that does not breaks them.
pub const ALWAYS: [(&str, &str); 2] =
    [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin")];

/// What keeps a page out of the frames of others.
const UNFRAMED: (&str, &str) = ("X-Frame-Options", "DENY");

/// What lets other sites read something.
pub const OPEN: (&str, &str) = ("Access-Control-Allow-Origin", "*");

impl Sending {
    /// How pages are sent, and whatever no rule tells of.
    pub const USUAL: Self = Self { media: None, is_open: false, is_framed: false, keeping: Keeping::Shortly };

    /// How a route is sent.
    pub fn of(artifact: &Artifact) -> Self {
        let open = Self { is_open: true, ..Self::USUAL };
        match artifact {
            Artifact::Feed(_, format) | Artifact::FeedArchive(_, format, _) => {
                let media = match format {
                    FeedFormat::Rss => "application/rss+xml; charset=utf-8",
                    FeedFormat::Atom => "application/atom+xml; charset=utf-8",
                    // JSON is UTF-8 always, and its types have no parameter (RFC 8259 §11).
                    FeedFormat::Json => "application/feed+json",
                };
                Self { media: Some(media), ..open }
            }
            Artifact::FeedList => Self { media: Some("text/x-opml; charset=utf-8"), ..open },
            Artifact::Event(_) | Artifact::Calendar(_) => Self { media: Some("text/calendar; charset=utf-8"), ..open },
            Artifact::EmbedScript(_) | Artifact::BuilderScript => Self { keeping: Keeping::Ever, ..open },
            Artifact::EmbedFrame(_) => Self { is_framed: true, ..open },
            Artifact::OEmbed(_) | Artifact::Harvest(_) | Artifact::Search(..) | Artifact::FeedCatalogue(_) => open,
            Artifact::OpenSearch(_) => {
                Self { media: Some("application/opensearchdescription+xml; charset=utf-8"), ..Self::USUAL }
            }
            Artifact::SearchScript => Self { keeping: Keeping::Ever, ..open },
            // Their names stay when they are changed.
            Artifact::ThemeFile(_) => Self { keeping: Keeping::Day, ..Self::USUAL },
            Artifact::Page(_)
            | Artifact::Republish(_)
            | Artifact::PartnersPage(_)
            | Artifact::Partner(..)
            | Artifact::Snippets(_)
            | Artifact::Untranslated(..)
            | Artifact::List(..)
            | Artifact::Taxonomy(..)
            | Artifact::Archive(_)
            | Artifact::NotFound(_)
            | Artifact::SearchPage(_)
            | Artifact::FeedStyle(_)
            | Artifact::Redirect(_)
            | Artifact::File(_)
            | Artifact::SitemapIndex
            | Artifact::Sitemap(_)
            | Artifact::Robots
            | Artifact::HostRedirects
            | Artifact::HostHeaders
            | Artifact::HostAccess => Self::USUAL,
        }
    }

    /// What `Content-Type` says of an address that is sent so.
    pub fn content_type(self, url: &UrlPath) -> String {
        if let Some(media) = self.media {
            return media.to_owned();
        }
        let name = url.as_str().rsplit('/').next().unwrap_or_default();
        let name = match name {
            "" => "text/html",
            "_redirects" | "_headers" | ".htaccess" => "text/plain",
            name => MediaType::of_extension(name.rsplit_once('.').map_or("", |(_, extension)| extension)).name(),
        };
        let is_text = name.starts_with("text/") || matches!(name, "application/xml" | "application/json");
        if is_text { format!("{name}; charset=utf-8") } else { name.to_owned() }
    }
}

/// What a host is told, in its own words.
pub fn told(host: Host, site: &Site, table: &RouteTable) -> String {
    match host {
        Host::Netlify | Host::Cloudflare => lines::text(site, table, &[host]),
        Host::Apache => apache::text(site, table),
        Host::Nginx => nginx::text(site, table),
        Host::Caddy => caddy::text(site, table),
    }
}

/// The file `_headers` for all hosts of the publication that read it.
pub fn headers_file(site: &Site, table: &RouteTable) -> String {
    let hosts: Vec<Host> =
        site.config.hosting.headers.iter().copied().filter(|host| host.reads_headers_file()).collect();
    lines::text(site, table, &hosts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_told_by_the_name() {
        let cases = [
            ("/a/", "text/html; charset=utf-8"),
            ("/sitemap.xml", "application/xml; charset=utf-8"),
            ("/_redirects", "text/plain; charset=utf-8"),
            ("/.htaccess", "text/plain; charset=utf-8"),
            ("/a.svg", "image/svg+xml"),
            ("/a.zz", "application/octet-stream"),
        ];
        for (url, expected) in cases {
            assert_eq!(Sending::USUAL.content_type(&UrlPath::new(url).expect("a URL")), expected, "{url}");
        }
    }
}
