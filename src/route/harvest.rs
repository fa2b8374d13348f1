//! What libraries harvest: the answers of OAI-PMH as files, below `/oai/`.
//!
//! **Invariant:** records stand oldest first, so that a file that is full keeps its records.

use crate::base::UrlPath;
use crate::site::{PageId, Site};

use super::{Artifact, Route};

/// How many records stand in a file.
const RECORDS: usize = 100;

/// An answer of OAI-PMH.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Harvest {
    Identify,
    ListMetadataFormats,
    ListSets,
    /// Its number from 1.
    ListIdentifiers(usize),
    ListRecords(usize),
}

impl Harvest {
    /// The question that it answers.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Identify => "Identify",
            Self::ListMetadataFormats => "ListMetadataFormats",
            Self::ListSets => "ListSets",
            Self::ListIdentifiers(_) => "ListIdentifiers",
            Self::ListRecords(_) => "ListRecords",
        }
    }

    /// The name of its file.
    pub fn file(self) -> String {
        match self {
            Self::ListIdentifiers(number) | Self::ListRecords(number) => format!("{}-{number}.xml", self.verb()),
            _ => format!("{}.xml", self.verb()),
        }
    }
}

pub(super) fn claim(site: &Site, claims: &mut Vec<Route>) {
    if !site.config.feeds.is_harvested {
        return;
    }
    let count = harvest_count(site);
    let lists = (1..=count).flat_map(|number| [Harvest::ListIdentifiers(number), Harvest::ListRecords(number)]);
    for harvest in [Harvest::Identify, Harvest::ListMetadataFormats, Harvest::ListSets].into_iter().chain(lists) {
        claims.push(Route { url: harvest_url(harvest), artifact: Artifact::Harvest(harvest), claim: None });
    }
}

/// The address of an answer.
pub fn harvest_url(harvest: Harvest) -> UrlPath {
    UrlPath::new(&format!("/oai/{}", harvest.file())).unwrap_or_else(|_| UrlPath::root())
}

/// How many files the records fill: one at least.
pub fn harvest_count(site: &Site) -> usize {
    site.in_feeds(None).len().div_ceil(RECORDS).max(1)
}

/// The pages of one file with the place of the first among all, and how many there are.
pub fn harvest_pages(site: &Site, number: usize) -> (Vec<PageId>, usize, usize) {
    let all = site.in_feeds(None);
    let start = number.saturating_sub(1).saturating_mul(RECORDS);
    (all.iter().rev().copied().skip(start).take(RECORDS).collect(), start, all.len())
}
