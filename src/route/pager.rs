//! Lists cut into pages, with addresses that stay.

use crate::base::{Slug, UrlPath};
use crate::site::{Listing, Site};

/// One page of a list: its number from 1, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pager {
    pub number: usize,
    pub count: usize,
}

/// How many items a page of this list has.
fn page_size(site: &Site, listing: &Listing) -> usize {
    match listing {
        Listing::Section(section, _) => site.section(*section).paginate_by,
        Listing::Home(_) => site.section(crate::site::SectionId(0)).paginate_by,
        Listing::Type(..) | Listing::Term(..) | Listing::Year(..) => site.config.paginate_by,
    }
}

/// How many pages a list has; an empty list has one.
pub fn page_count(site: &Site, listing: &Listing) -> usize {
    site.list(listing).len().div_ceil(page_size(site, listing)).max(1)
}

impl Pager {
    /// The part of the list that stands on this page.
    pub fn slice<T>(self, site: &Site, listing: &Listing, list: &[T]) -> std::ops::Range<usize> {
        let size = page_size(site, listing);
        let start = ((self.number - 1) * size).min(list.len());
        start..(start + size).min(list.len())
    }
}

/// The address of a page of a list: the first stands at the list's own.
pub fn list_url(site: &Site, listing: &Listing, number: usize) -> UrlPath {
    let lang = listing.lang();
    let language = &site.config.languages[lang.0];
    let home = || site.section(crate::site::SectionId(0)).urls[lang.0].clone();
    let first = match listing {
        Listing::Home(_) => home(),
        Listing::Section(section, _) => site.section(*section).urls[lang.0].clone(),
        Listing::Type(content_type, _) => site.type_url(*content_type, lang),
        Listing::Term(term, _) => site.term(*term).urls[lang.0].clone(),
        Listing::Year(year, _) => numbered(&home().folder(&language.paths.archive), i64::from(*year)),
    };
    match i64::try_from(number) {
        Ok(number) if number > 1 => numbered(&first.folder(&language.paths.page), number),
        _ => first,
    }
}

fn numbered(folder: &UrlPath, number: i64) -> UrlPath {
    // Years before our era have no articles; their sign would not be a slug.
    match Slug::new(&number.unsigned_abs().to_string()) {
        Some(slug) => folder.folder(&slug),
        None => folder.clone(),
    }
}
