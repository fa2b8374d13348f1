//! `_headers`, which Netlify and Cloudflare Pages read: a pattern, and below it what is sent.
//!
//! Both send what all rules say that mean an address, and where two say the same header, one host
//! takes the last and the other joins them. So no header is said twice of an address, and pages are
//! left to what both say by themselves: keep it, but ask each time. Both empty their own caches when
//! a site is published.

use std::fmt::Write;

use crate::base::UrlPath;
use crate::config::Host;
use crate::route::RouteTable;
use crate::site::Site;

use super::rules::{Pattern, rules};
use super::{ALWAYS, OPEN, UNFRAMED};

/// The text for hosts that all read this one file.
pub(super) fn text(site: &Site, table: &RouteTable, hosts: &[Host]) -> String {
    let base = site.config.origin.href(&UrlPath::root());
    let base = base.trim_end_matches('/');
    let mut text = format!("{base}/*\n");
    let mut line = |name: &str, value: &str| _ = writeln!(text, "  {name}: {value}");
    for (name, value) in ALWAYS {
        line(name, value);
    }
    line(UNFRAMED.0, UNFRAMED.1);
    for rule in rules(site, table) {
        let path = match &rule.pattern {
            Pattern::Named(name) => format!("/*{name}"),
            Pattern::Between(start, end) => format!("{start}*{end}"),
        };
        let sending = rule.sending;
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{base}{path}");
        let mut line = |name: &str, value: &str| _ = writeln!(text, "  {name}: {value}");
        if let Some(media) = sending.media {
            line("Content-Type", media);
        }
        if sending.is_open {
            line(OPEN.0, OPEN.1);
        }
        line("Cache-Control", sending.keeping.words());
        if sending.is_framed {
            // Where a policy tells who may frame a page, browsers do not look at the older header
            // (CSP 3, §6.4.2.2), which Netlify has no way to take back.
            line("Content-Security-Policy", "frame-ancestors *");
            if hosts == [Host::Cloudflare] {
                let _ = writeln!(text, "  ! {}", UNFRAMED.0);
            }
        }
    }
    text
}
