//! The lints, one subject a file: each looks at the whole publication and says what it finds.
//! A lint's comment says what it looks for and what it lets pass; its words stand in the catalogue.
//!
//! **Invariant:** a lint says only what is certain; taste is for people.

mod alternates;
mod alternative_text;
mod byline;
mod doubled_words;
mod events;
mod figures;
mod headings;
mod language;
mod link_text;
mod links;
mod names;
mod people;
mod picture_licences;
mod pictures;
mod sentences;
mod summaries;
mod terms;
mod weight;

use crate::diagnostic::{Diagnostic, Span};
use crate::document::Document;

use super::{Page, Publication, Text};

pub(super) use weight::PAGE_LIMIT;

/// A subject that is looked into.
type Lint = fn(&Publication, &mut Vec<Diagnostic>);

const LINTS: [Lint; 17] = [
    links::lint,
    alternates::lint,
    headings::lint,
    weight::lint,
    pictures::lint,
    picture_licences::lint,
    alternative_text::lint,
    link_text::lint,
    language::lint,
    terms::lint,
    people::lint,
    figures::lint,
    events::lint,
    byline::lint,
    summaries::lint,
    doubled_words::lint,
    sentences::lint,
];

/// Asks all lints, for as long as the answer is wanted.
pub(super) fn lint(publication: &Publication, is_wanted: &dyn Fn() -> bool, out: &mut Vec<Diagnostic>) -> Option<()> {
    for lint in LINTS {
        if !is_wanted() {
            return None;
        }
        lint(publication, out);
    }
    Some(())
}

impl Page<'_> {
    /// A diagnostic about the page, at the place that claims its URL.
    fn say(&self, problem: crate::diagnostic::Problem) -> Diagnostic {
        match &self.route.claim {
            Some(claim) => Diagnostic::at(claim.clone(), problem),
            None => Diagnostic::nowhere(problem),
        }
    }
}

impl Text<'_> {
    /// Says whether it is an article that lists show.
    fn is_listed(&self, publication: &Publication) -> bool {
        self.article.is_some_and(|article| publication.site.type_of(article).in_listings)
    }

    /// Says whether it is the article's original.
    fn is_original(&self) -> bool {
        self.article.is_some_and(|article| article.original.path == self.document.path)
    }
}

/// The line of a key in the front matter; the title's place when there is none.
fn key_span(document: &Document, key: &str) -> Span {
    let front = document.body.front_matter();
    let mut start = 0;
    for line in front.split_inclusive('\n') {
        if line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':')) {
            return Span::new(&document.path, start, start + line.trim_end().len());
        }
        start += line.len();
    }
    document.span.clone()
}
