//! `hosting`: which hosts are told, by a file in the site, how everything is to be sent.

use crate::diagnostic::{Diagnostic, Span};
use crate::yaml::{Fields, Node, choice, items};

/// Who sends a site to its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Host {
    Netlify,
    Cloudflare,
    Apache,
    Nginx,
    Caddy,
}

/// What hosts are told.
#[derive(Debug, Clone, Default)]
pub struct HostingSettings {
    /// Of [`Host::WRITTEN`], each once.
    pub headers: Vec<Host>,
    /// The place of `headers`, for what hosts refuse.
    pub span: Option<Span>,
}

impl Host {
    pub const ALL: [Self; 5] = [Self::Netlify, Self::Cloudflare, Self::Apache, Self::Nginx, Self::Caddy];

    /// Those that read a file of the site. The others read only what their owner gives them, which
    /// must not be published.
    pub const WRITTEN: [Self; 3] = [Self::Netlify, Self::Cloudflare, Self::Apache];

    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::Netlify => "netlify",
            Self::Cloudflare => "cloudflare",
            Self::Apache => "apache",
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    /// Says whether it reads `_headers`.
    pub fn reads_headers_file(self) -> bool {
        matches!(self, Self::Netlify | Self::Cloudflare)
    }
}

/// Reads what hosts are told.
pub fn hosting(node: Option<&Node>, out: &mut Vec<Diagnostic>) -> HostingSettings {
    let Some(mut fields) = node.and_then(|node| Fields::of(node, "hosting", "hosting", out)) else {
        return HostingSettings::default();
    };
    let list = fields.take("headers");
    fields.finish(out);
    let names = Host::WRITTEN.map(Host::name);
    let named = list.and_then(|node| items(node, "headers", out)).unwrap_or_default();
    let read = named.iter().filter_map(|node| {
        let name = choice(node, "headers", &names, out)?;
        Host::WRITTEN.into_iter().find(|host| host.name() == name)
    });
    let mut headers: Vec<Host> = read.collect();
    headers.sort_unstable();
    headers.dedup();
    HostingSettings { headers, span: list.map(|node| node.span.clone()) }
}

#[cfg(test)]
mod tests {
    use super::Host;
    use crate::config::check::{check, config};

    #[test]
    fn hosts_are_read_once_each() {
        assert!(config("").hosting.headers.is_empty());
        let read = config("hosting: { headers: [apache, netlify, apache] }").hosting;
        assert_eq!(read.headers, [Host::Netlify, Host::Apache]);
    }

    #[test]
    fn hosts_that_read_no_file_are_refused() {
        check("hosting: { headers: [netlfy] }", "not-allowed 4:22 netlify");
        check("hosting: { headers: [nginx] }", "not-allowed 4:22");
        check("hosting: { header: [apache] }", "unknown-key 4:12 headers");
    }
}
