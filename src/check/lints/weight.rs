//! `heavy-page`, `heavy-style`, `heavy-home`: what readers wait for on a weak link.

use std::collections::BTreeMap;

use crate::base::UrlPath;
use crate::check::address::{Address, resolve};
use crate::check::{Page, Publication};
use crate::diagnostic::{Diagnostic, Problem};
use crate::route::Artifact;
use crate::site::Listing;

/// A page compressed: what arrives in the first flight of a TCP connection.
pub(crate) const PAGE_LIMIT: usize = 14 * 1024;
/// Style sheets in a page, as they are.
const STYLE_LIMIT: usize = 12 * 1024;
/// The home page with all its pictures.
const HOME_LIMIT: usize = 70 * 1024;
/// A text of so many words may fill a page; a longer one may weigh more in proportion.
const WORDS: usize = 1500;

/// Weighs every rendered page as a host sends it, compressed with Brotli: the page with its style
/// sheets, the style sheets alone, and the home page with its pictures.
///
/// The largest part of what is too heavy is named. Style sheets come from the theme, so of those
/// that are too large the largest is told once.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    let mut style: Option<(&Page, &UrlPath)> = None;
    let sizes = sizes(publication);
    for (url, page) in &publication.pages {
        let weight = &page.markup.weight;
        let limit = limit(publication, page);
        if weight.bytes > limit {
            let culprit = weight.culprit.to_owned();
            let (page_url, bytes, share) = (url.to_string(), weight.bytes, weight.share);
            out.push(page.say(Problem::HeavyPage { page: page_url, bytes, limit, culprit, share }));
        }
        let heaviest = style.map_or(STYLE_LIMIT, |(page, _)| page.markup.style);
        if page.markup.style > heaviest {
            style = Some((page, url));
        }
        if matches!(&page.route.artifact, Artifact::List(Listing::Home(_), pager) if pager.number == 1) {
            home(publication, url, page, &sizes, out);
        }
    }
    if let Some((page, url)) = style {
        let (bytes, limit) = (page.markup.style, STYLE_LIMIT);
        out.push(page.say(Problem::HeavyStyle { page: url.to_string(), bytes, limit }));
    }
}

fn limit(publication: &Publication, page: &Page) -> usize {
    let (id, times) = match page.route.artifact {
        Artifact::Page(id) => (id, 1),
        // It has the text in three forms.
        Artifact::Republish(id) => (id, 3),
        _ => return PAGE_LIMIT,
    };
    let words = publication.site.page(id).document.facts.words;
    PAGE_LIMIT * times * words.max(WORDS) / WORDS
}

/// The bytes of every file that a page may load.
fn sizes(publication: &Publication) -> BTreeMap<String, usize> {
    let media = publication.site.media.values().map(|medium| {
        let size = usize::try_from(medium.asset.size).unwrap_or(usize::MAX);
        (medium.url.to_string(), size)
    });
    let rendered = publication.sizes.iter().map(|(url, size)| (url.to_string(), *size));
    media.chain(rendered).collect()
}

fn home(
    publication: &Publication,
    url: &UrlPath,
    page: &Page,
    sizes: &BTreeMap<String, usize>,
    out: &mut Vec<Diagnostic>,
) {
    let own = page.markup.weight.bytes;
    let mut largest = ("page".to_owned(), own);
    let mut bytes = own;
    for address in &page.markup.pictures {
        let Address::Inside { path, .. } = resolve(&publication.site.config.origin, url, address) else {
            continue;
        };
        let size = sizes.get(&path).copied().unwrap_or_default();
        // Drawings are text: hosts send them compressed, to about a third.
        let size = if path.ends_with(".svg") { size / 3 } else { size };
        bytes += size;
        if size > largest.1 {
            largest = (path, size);
        }
    }
    if bytes > HOME_LIMIT {
        let (culprit, share) = largest;
        out.push(page.say(Problem::HeavyHome { page: url.to_string(), bytes, limit: HOME_LIMIT, culprit, share }));
    }
}
