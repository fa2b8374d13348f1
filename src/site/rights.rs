//! What others may do with an article: one function of what the publication and the article say.
//!
//! | what is said, the first that holds counts              | kit     | feeds   |
//! | ------------------------------------------------------ | ------- | ------- |
//! | contributed, and the contributor does not let others   | refused | summary |
//! | the article: `republish: false`                        | refused | summary |
//! | the article: `republish: true`                         | allowed | full    |
//! | the publication: `republish: false`                    | refused | summary |
//! | the publication: `republish: true`                     | allowed | full    |
//! | an open licence (the article's, else the publication's)| allowed | full    |
//! | all rights reserved                                    | refused | summary |
//! | a licence that is not known                            | refused | summary |
//! | nothing                                                | refused | full    |
//!
//! `feed` in the article decides about feeds against all of this but a missing consent;
//! `feeds.full_text: false` makes every full text a summary. What is in no feed is in no embed.
//!
//! **Invariant:** without the consent of the contributor nothing is given away, whatever else is
//! said.
//! **Invariant:** the publication's licence does not cover a contribution without that consent.

use crate::config::{Config, Grant, Licence};
use crate::document::{FeedExtent, Shared};

use super::{Article, LangId, Medium, PageId, Site};

/// What others may do with an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rights {
    pub feed: FeedExtent,
    pub kit: Kit,
}

/// Whether others may republish an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kit {
    Allowed,
    Refused(Refusal),
}

/// Why others may not republish an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The contributor has not agreed to it.
    NoConsent,
    /// The article says so.
    Article,
    /// The publication says so of all articles.
    Publication,
    /// All rights are reserved.
    Reserved,
    /// The licence is in words, for people to read.
    UnknownLicence,
    /// Nothing gives the permission.
    NoLicence,
}

/// Decides what others may do with an article.
fn rights(config: &Config, shared: &Shared) -> Rights {
    let kit = kit(config, shared);
    let feed = feed(config, shared, kit);
    Rights { feed, kit }
}

fn kit(config: &Config, shared: &Shared) -> Kit {
    if lacks_consent(shared) {
        return Kit::Refused(Refusal::NoConsent);
    }
    match (shared.republish, config.republish) {
        (Some(true), _) | (None, Some(true)) => return Kit::Allowed,
        (Some(false), _) => return Kit::Refused(Refusal::Article),
        (None, Some(false)) => return Kit::Refused(Refusal::Publication),
        (None, None) => {}
    }
    match licence(config, shared).map(|written| Licence::of(written).grant) {
        Some(Grant::Open(_)) => Kit::Allowed,
        Some(Grant::Reserved) => Kit::Refused(Refusal::Reserved),
        Some(Grant::Unknown) => Kit::Refused(Refusal::UnknownLicence),
        None => Kit::Refused(Refusal::NoLicence),
    }
}

fn feed(config: &Config, shared: &Shared, kit: Kit) -> FeedExtent {
    let by_rights = match kit {
        Kit::Allowed | Kit::Refused(Refusal::NoLicence) => FeedExtent::Full,
        Kit::Refused(_) => FeedExtent::Summary,
    };
    match shared.feed {
        Some(FeedExtent::Full) if kit == Kit::Refused(Refusal::NoConsent) => FeedExtent::Summary,
        Some(said) => said,
        None if config.feeds.has_full_text => by_rights,
        None => FeedExtent::Summary,
    }
}

/// The licence that holds for an article; none where only the publication's own texts have one.
fn licence<'s>(config: &'s Config, shared: &'s Shared) -> Option<&'s str> {
    if lacks_consent(shared) {
        return shared.licence.as_deref().filter(|written| !Licence::of(written).is_open());
    }
    shared.licence.as_deref().or(config.licence.as_deref())
}

pub(super) fn is_in_feeds(config: &Config, article: &Article) -> bool {
    config.content_types[article.content_type.0].in_listings && article.shared().feed != Some(FeedExtent::Nothing)
}

fn lacks_consent(shared: &Shared) -> bool {
    shared.contribution.as_ref().is_some_and(|contribution| !contribution.may_republish)
}

impl Site {
    /// What others may do with an article.
    pub fn rights(&self, article: &Article) -> Rights {
        rights(&self.config, article.shared())
    }

    /// The licence that holds for an article, as written.
    pub fn licence_of<'s>(&'s self, article: &'s Article) -> Option<&'s str> {
        licence(&self.config, article.shared())
    }

    /// Says whether feeds and embeds have an article: its type is listed and it does not refuse.
    pub fn is_in_feeds(&self, article: &Article) -> bool {
        is_in_feeds(&self.config, article)
    }

    /// All that stands in feeds of everything, newest first: of one language, or of all.
    pub fn in_feeds(&self, lang: Option<LangId>) -> &[PageId] {
        self.listings.in_feeds(lang)
    }
}

impl Medium {
    /// Says whether others may republish a picture: it says so itself, or its own licence does.
    ///
    /// The article's licence covers what its authors wrote; who made a picture is another question.
    pub fn may_be_republished(&self) -> bool {
        let said = self.description.as_deref();
        let licence = said.and_then(|said| said.licence.as_deref());
        said.and_then(|said| said.republish).unwrap_or_else(|| licence.is_some_and(|text| Licence::of(text).is_open()))
    }
}
