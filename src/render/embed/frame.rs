//! The newest headlines of a feed as a page for `<iframe>`.

use crate::route::{FeedScope, feed_page};
use crate::site::LangId;

use super::super::escape::escape;
use super::super::feed;
use super::super::snapshot::Snapshot;

/// How many headlines it has.
const ITEMS: usize = 8;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1a17;--ground:#fbf7ee;--link:#2b3a86;--line:#d9cfb8}\
@media(prefers-color-scheme:dark){:root{--ink:#ece5d6;--ground:#12162b;--link:#a9b6f5;--line:#39406a}}\
body{margin:0;padding:.75rem 1rem;font:1rem/1.45 system-ui,sans-serif;color:var(--ink);background:var(--ground)}\
h1{margin:0 0 .25rem;font:bold 1.15rem/1.3 Charter,'Iowan Old Style',Georgia,serif}\
ul{margin:0;padding:0;list-style:''}\
li{padding:.5rem 0;border-top:1px solid var(--line)}\
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px;overflow-wrap:anywhere}\
li a{display:block;font-weight:600}\
h1 a{color:inherit;text-decoration:none}\
a:focus-visible{outline:2px solid;outline-offset:2px}\
time{font-size:.875rem}";

/// The page.
pub(in super::super) fn frame(snapshot: &Snapshot, scope: FeedScope) -> String {
    let site = &snapshot.site;
    let lang = scope.lang().unwrap_or(LangId(0));
    let origin = &site.config.origin;
    let title = escape(&feed::title(snapshot, scope, lang));
    let page = escape(&origin.absolute(&feed_page(site, scope)));
    let items: String =
        feed::headlines(snapshot, scope, ITEMS).iter().map(|found| item(snapshot, found, lang)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <link rel=\"canonical\" href=\"{page}\">\n<base target=\"_top\">\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1><a href=\"{page}\" rel=\"noopener\">{title}</a></h1>\n<ul>\n{items}</ul>\n</main>\n</body>\n</html>\n",
        tag = site.lang(lang),
    )
}

fn item(snapshot: &Snapshot, found: &feed::Headline, lang: LangId) -> String {
    let (href, title) = (escape(&found.url), escape(&found.title));
    let own = match found.lang == lang {
        true => String::new(),
        false => format!(" lang=\"{}\"", snapshot.site.lang(found.lang)),
    };
    let date = found.date.as_ref().map(|(date, text)| {
        let text = escape(text);
        format!("<time datetime=\"{}\">{text}</time>", date.iso())
    });
    format!("<li{own}><a href=\"{href}\" rel=\"noopener\">{title}</a>{}</li>\n", date.unwrap_or_default())
}
