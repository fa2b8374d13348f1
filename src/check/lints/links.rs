//! `dead-link`, `dead-anchor`: where rendered pages lead.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::UrlPath;
use crate::check::Publication;
use crate::check::address::{Address, resolve};
use crate::config;
use crate::diagnostic::{Diagnostic, Problem};
use crate::route::{RESERVED, Route};

/// Looks for addresses in rendered pages that lead to no route of the site, or to a place that
/// the page there does not have: links of templates, menus and raw HTML, which no other check
/// sees.
///
/// A wrong link in a template shows on every page; the first is told. A page whose source has an
/// error is passed over: its links are wrong because of it. So is the place at the top of a page
/// (`#`, `#top`) and what browsers find by its words (`#:~:text=`).
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    let spoilt = spoilt(publication);
    if spoilt.iter().any(|file| file == config::FILE || file.starts_with("themes/") || file.starts_with("templates/")) {
        return;
    }
    let mut dead: BTreeMap<(String, bool), Diagnostic> = BTreeMap::new();
    for (url, page) in &publication.pages {
        if is_spoilt(page.route, &spoilt) {
            continue;
        }
        for address in &page.markup.addresses {
            let Address::Inside { path, anchor } = resolve(&publication.site.config.origin, url, address) else {
                continue;
            };
            if RESERVED.iter().any(|prefix| path.starts_with(prefix)) {
                continue;
            }
            let target = UrlPath::new(&path).ok();
            let target = target.and_then(|target| publication.snapshot.routes.get(&target));
            let page_url = url.to_string();
            let problem = match (target, anchor) {
                (None, _) => Problem::DeadLink { target: path, page: page_url },
                (Some(route), Some(anchor)) if lacks(publication, route, &anchor, &spoilt) => {
                    Problem::DeadAnchor { target: format!("{path}#{anchor}"), page: page_url }
                }
                _ => continue,
            };
            let (Problem::DeadLink { target, .. } | Problem::DeadAnchor { target, .. }) = &problem else {
                continue;
            };
            dead.entry((target.clone(), target.contains('#'))).or_insert_with(|| page.say(problem));
        }
    }
    out.extend(dead.into_values());
}

fn lacks(publication: &Publication, route: &Route, anchor: &str, spoilt: &BTreeSet<String>) -> bool {
    if anchor.is_empty() || anchor == "top" || anchor.starts_with(":~:") || is_spoilt(route, spoilt) {
        return false;
    }
    publication.pages.get(&route.url).is_some_and(|page| !page.markup.ids.contains(anchor))
}

/// The files that loading found errors in.
fn spoilt(publication: &Publication) -> BTreeSet<String> {
    let errors = publication.told.iter().filter(|told| told.is_error());
    errors.filter_map(|told| told.span.as_ref()).map(|span| span.file.to_string()).collect()
}

fn is_spoilt(route: &Route, spoilt: &BTreeSet<String>) -> bool {
    route.claim.as_ref().is_some_and(|claim| spoilt.contains(claim.file.as_str()))
}
