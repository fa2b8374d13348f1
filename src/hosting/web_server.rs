//! What web servers are told alike: how each rule is sent, whole, and where what is not found is told.

use crate::base::UrlPath;
use crate::route::RouteTable;
use crate::site::Site;

use super::rules::{Rule, literal, rules};
use super::{OPEN, Sending, UNFRAMED};

/// A site as a web server is told of it.
pub(super) struct WebServer {
    /// The folder that it lies in, without a slash at its end.
    pub(super) base: String,
    pub(super) rules: Vec<Rule>,
    /// The page for what is not found at the root.
    pub(super) not_found: String,
    /// The folder of each other language, and its page.
    pub(super) elsewhere: Vec<(String, String)>,
}

impl WebServer {
    pub(super) fn of(site: &Site, table: &RouteTable) -> Self {
        let config = &site.config;
        // They compare what is asked for after its signs have been decoded.
        let base = config.origin.base().to_owned();
        let page = |folder: &UrlPath| format!("{base}{folder}404.html");
        let others = config.languages.iter().filter(|language| !language.is_root).map(|language| config.home(language));
        let elsewhere = others.map(|home| (format!("{base}{home}"), page(&home))).collect();
        Self { rules: rules(site, table), not_found: page(&UrlPath::root()), elsewhere, base }
    }

    /// The expressions of all rules, with how each is sent.
    pub(super) fn expressions(&self) -> impl Iterator<Item = (String, Sending)> {
        self.rules.iter().map(|rule| (rule.pattern.regex(&self.base), rule.sending))
    }

    /// The same for what lies in a folder.
    pub(super) fn below(folder: &str) -> String {
        format!("^{}", literal(folder))
    }
}

/// The headers of what is sent so, besides those of everything and its media type.
pub(super) fn headers(sending: Sending) -> Vec<(&'static str, &'static str)> {
    let mut all = vec![("Cache-Control", sending.keeping.words())];
    all.extend(sending.is_open.then_some(OPEN));
    all.extend((!sending.is_framed).then_some(UNFRAMED));
    all
}
