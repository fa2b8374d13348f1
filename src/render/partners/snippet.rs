//! The newest headlines of a feed as HTML for sites of others, in three ways.
//!
//! **Invariant:** what is left when a site filters scripts, frames and elements that it does not know
//! is a link: a list of headlines, or at least a line that says whose they are.

use crate::config::FeedFormat;
use crate::embed::Version;
use crate::render::escape::escape;
use crate::render::feed::{self, Headline};
use crate::render::snapshot::Snapshot;
use crate::route::{FeedScope, embed_script_url, feed_page, feed_url, frame_url};
use crate::site::LangId;

/// How many headlines are written into a snippet, and shown by the script unless it is told else.
pub(super) const HEADLINES: usize = 5;

/// Stands for what is a link.
const SLOT: &str = "\u{e000}";

/// A feed as it is shown by others.
#[derive(Clone, Copy)]
pub(super) struct Snippet<'s> {
    pub(super) snapshot: &'s Snapshot,
    pub(super) scope: FeedScope,
    pub(super) lang: LangId,
    /// A line of whoever shows it.
    pub(super) credit: Option<&'s str>,
}

/// A frame around a page, both texts escaped.
pub(super) fn frame(src: &str, title: &str) -> String {
    format!(
        "<iframe src=\"{src}\" title=\"{title}\" width=\"360\" height=\"480\" loading=\"lazy\" \
         style=\"width:100%;border:0\" sandbox=\"allow-top-navigation-by-user-activation allow-popups \
         allow-popups-to-escape-sandbox\"></iframe>\n"
    )
}

impl Snippet<'_> {
    /// The headlines that are written into it.
    pub(super) fn headlines(&self) -> Vec<Headline> {
        feed::headlines(self.snapshot, self.scope, HEADLINES)
    }

    /// The element that keeps itself up to date, around links for those who filter it or the script;
    /// nothing where the publication has no feeds that the script reads.
    pub(super) fn element(&self) -> String {
        let site = &self.snapshot.site;
        if !site.config.feeds.formats.contains(&FeedFormat::Json) {
            return String::new();
        }
        let origin = &site.config.origin;
        let version = Version::newest();
        format!(
            "<kabar-feed feed=\"{feed}\" limit=\"{HEADLINES}\">\n{links}</kabar-feed>\n\
             <script async src=\"{script}\" integrity=\"{hash}\" crossorigin=\"anonymous\"></script>\n",
            feed = escape(&origin.absolute(&feed_url(site, self.scope, FeedFormat::Json))),
            links = self.links(),
            script = escape(&origin.absolute(&embed_script_url(version))),
            hash = version.integrity(),
        )
    }

    /// The frame that keeps itself up to date, with a line below for sites that filter frames. Its page
    /// has no scripts, and may do nothing but follow a link that its reader follows.
    pub(super) fn frame(&self) -> String {
        let site = &self.snapshot.site;
        let src = site.config.origin.absolute(&frame_url(site, self.scope));
        frame(&escape(&src), &escape(&feed::title(self.snapshot, self.scope, self.lang))) + &self.source()
    }

    /// The links as they are now, which every site lets through.
    pub(super) fn links(&self) -> String {
        let headlines = self.headlines();
        let mut out = String::new();
        if !headlines.is_empty() {
            let items = headlines.iter();
            let items =
                items.map(|item| format!("<li><a href=\"{}\">{}</a></li>\n", escape(&item.url), escape(&item.title)));
            out = format!("<ul lang=\"{}\">\n{}</ul>\n", self.tag(), items.collect::<String>());
        }
        out + &self.source()
    }

    /// Whose headlines they are.
    fn source(&self) -> String {
        let site = &self.snapshot.site;
        let page = escape(&site.config.origin.absolute(&feed_page(site, self.scope)));
        let title = escape(&feed::title(self.snapshot, self.scope, self.lang));
        let line = self.snapshot.string(self.lang, "snippets-source", &[("name", SLOT)]);
        let line = escape(&line).replace(SLOT, &format!("<a href=\"{page}\">{title}</a>"));
        let credit = self.credit.map(|credit| format!("{} ", escape(credit))).unwrap_or_default();
        format!("<p lang=\"{}\">{credit}{line}</p>\n", self.tag())
    }

    fn tag(&self) -> &str {
        self.snapshot.site.lang(self.lang).as_str()
    }
}
