//! All feeds in one file, to be taken into a program that reads feeds (OPML 2.0, opml.org/spec2).

use crate::config::FeedFormat;
use crate::route::{FeedScope, feed_page, feed_url, feeds_of};
use crate::site::{LangId, Listing, Site};

use super::super::snapshot::Snapshot;
use super::title;
use super::xml::escape;

/// Lists every feed once, in the first of its formats: by language, terms by taxonomy.
pub(in super::super) fn opml(snapshot: &Snapshot) -> String {
    let site = &snapshot.site;
    let root = super::root(site);
    let name = site.config.title.best(site.lang(root), site.languages());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>\n<title>{}</title>\n</head>\n<body>\n",
        escape(name)
    );
    let Some(format) = site.config.feeds.formats.first().copied() else {
        return out + "</body>\n</opml>\n";
    };
    if site.langs().count() > 1 {
        outline(&mut out, snapshot, FeedScope::All, format, root);
    }
    for lang in site.langs() {
        open(&mut out, &site.config.languages[lang.0].name);
        let own = feeds_of(site, lang);
        for scope in own.iter().filter(|scope| taxonomy(site, **scope).is_none()) {
            outline(&mut out, snapshot, *scope, format, lang);
        }
        for (index, known) in site.config.taxonomies.iter().enumerate() {
            let terms: Vec<&FeedScope> = own.iter().filter(|scope| taxonomy(site, **scope) == Some(index)).collect();
            if !terms.is_empty() {
                open(&mut out, known.name.best(site.lang(lang), site.languages()));
                terms.into_iter().for_each(|scope| outline(&mut out, snapshot, *scope, format, lang));
                out.push_str("</outline>\n");
            }
        }
        out.push_str("</outline>\n");
    }
    out + "</body>\n</opml>\n"
}

fn taxonomy(site: &Site, scope: FeedScope) -> Option<usize> {
    match scope {
        FeedScope::Listing(Listing::Term(term, _)) => Some(site.term(term).taxonomy.0),
        _ => None,
    }
}

fn open(out: &mut String, name: &str) {
    out.push_str(&format!("<outline text=\"{0}\" title=\"{0}\">\n", escape(name)));
}

/// One feed. The type is `rss` for every format, as the specification has it.
fn outline(out: &mut String, snapshot: &Snapshot, scope: FeedScope, format: FeedFormat, lang: LangId) {
    let site = &snapshot.site;
    let origin = &site.config.origin;
    let title = escape(&title(snapshot, scope, lang));
    let own = escape(&origin.absolute(&feed_url(site, scope, format)));
    let page = escape(&origin.absolute(&feed_page(site, scope)));
    let language = scope.lang().map(|lang| format!(" language=\"{}\"", escape(site.lang(lang).as_str())));
    let language = language.unwrap_or_default();
    out.push_str(&format!(
        "<outline type=\"rss\" text=\"{title}\" title=\"{title}\" xmlUrl=\"{own}\" htmlUrl=\"{page}\"{language}/>\n"
    ));
}
