//! `one-sided-alternate`: pages that name each other's languages.

use crate::base::UrlPath;
use crate::check::Publication;
use crate::check::address::{Address, resolve};
use crate::diagnostic::{Diagnostic, Problem};

/// Looks for a page that names another as its translation (`hreflang`) without being named back,
/// or that does not name itself: search engines ignore such pairs.
///
/// An address outside of the site is passed over: what it says is not known here.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    let named = |url: &UrlPath, address: &str| match resolve(&publication.site.config.origin, url, address) {
        Address::Inside { path, .. } => UrlPath::new(&path).ok(),
        Address::Outside => None,
    };
    for (url, page) in &publication.pages {
        let others: Vec<UrlPath> = page.markup.alternates.iter().filter_map(|address| named(url, address)).collect();
        let is_named_back = |other: &UrlPath| {
            publication.pages.get(other).is_some_and(|other_page| {
                other_page.markup.alternates.iter().any(|address| named(other, address).as_ref() == Some(*url))
            })
        };
        let stranger = others.iter().find(|other| !is_named_back(other));
        let silent = (!others.is_empty() && !others.contains(url)).then(|| (*url).clone());
        if let Some(other) = stranger.cloned().or(silent) {
            let problem = Problem::OneSidedAlternate { page: url.to_string(), other: other.to_string() };
            out.push(page.say(problem));
        }
    }
}
