//! The translation board: every article in every language, what has changed in its original since
//! it was translated, and how the two differ. Made of the documents and the linked site; the
//! command line and the desk show it.
//!
//! **Invariant:** no history is asked: front matter and the lock beside a translation say it all.
//! **Invariant:** what is withheld from readers is on the board all the same.

mod changes;
mod figures;
mod sides;
mod structure;
mod wanted;
pub mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Lang, Moment, SourcePath};
use crate::document::{Document, Documents, PlaceKind, parts};
use crate::site::{LangId, Site};

pub use changes::{Change, ChangeKind, Changes};
pub use sides::{Piece, sides};
pub use structure::{Difference, DifferenceKind, Structure};
pub use wanted::{Limit, LimitError, Wanted};

use structure::{Languages, structure};

/// Every article in every language, by its path, the original first.
#[derive(Debug, Clone, Default)]
pub struct Board {
    pub rows: Vec<Row>,
}

/// One language of an article.
#[derive(Debug, Clone)]
pub struct Row {
    /// The article's content path.
    pub key: String,
    pub lang: Lang,
    /// Its title; the original's when this language has none.
    pub title: String,
    /// None for what is missing.
    pub document: Option<Arc<Document>>,
    pub original: Arc<Document>,
    pub content_type: String,
    pub state: State,
    /// What has changed in the original; none when nothing has, or when no lock says what was there.
    pub changes: Option<Changes>,
    /// How the translation and its original differ.
    pub structure: Structure,
    pub words: usize,
    /// The names of who translated it, or wrote the original.
    pub people: Vec<String>,
    /// Since when it is in this state, as far as its files say.
    pub since: Option<Moment>,
    /// Whole days since then.
    pub days: Option<i64>,
}

/// How a language of an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The original, for readers.
    Original,
    /// Made from the original as it is.
    Current,
    /// The original has changed.
    Stale,
    /// Nothing says what it was made from.
    Unpinned,
    /// Not for readers yet; an original may be, too.
    Draft,
    Missing,
}

impl State {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] = [Self::Original, Self::Current, Self::Stale, Self::Unpinned, Self::Draft, Self::Missing];

    /// A short name, for programs, catalogues and arguments.
    pub fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Current => "current",
            Self::Stale => "stale",
            Self::Unpinned => "unpinned",
            Self::Draft => "draft",
            Self::Missing => "missing",
        }
    }

    /// The state of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl Row {
    /// Says whether this is the original itself.
    pub fn is_original(&self) -> bool {
        self.lang == self.original.place.lang
    }

    /// Where it stands; of what is missing, where its original stands.
    pub fn path(&self) -> &SourcePath {
        self.document.as_ref().map_or(&self.original.path, |document| &document.path)
    }
}

/// Makes the board of a publication.
pub fn board(site: &Site, documents: &Documents) -> Board {
    let mut articles: BTreeMap<&str, BTreeMap<&Lang, &Arc<Document>>> = BTreeMap::new();
    for document in documents.articles.values().filter(|document| document.place.kind != PlaceKind::Section) {
        articles.entry(&document.place.key).or_default().entry(&document.place.lang).or_insert(document);
    }
    let languages = Languages::of(site);
    let articles: Vec<_> = articles.into_values().collect();
    let rows: Vec<Vec<Row>> = articles.par_iter().map(|article| rows(site, documents, &languages, article)).collect();
    Board { rows: rows.into_iter().flatten().collect() }
}

fn rows(
    site: &Site,
    documents: &Documents,
    languages: &Languages,
    article: &BTreeMap<&Lang, &Arc<Document>>,
) -> Vec<Row> {
    let of_itself = article.values().find(|document| document.translation.is_none());
    let Some(original) = of_itself.or_else(|| article.values().next()) else { return Vec::new() };
    let mut rows = vec![of_original(site, original)];
    for lang in site.languages().iter().filter(|lang| **lang != original.place.lang) {
        match article.get(lang) {
            Some(document) => rows.push(of_translation(site, documents, languages, original, document)),
            // Nobody translates what is not finished.
            None if original.is_draft => {}
            None => rows.push(missing(site, original, lang)),
        }
    }
    rows
}

fn of_original(site: &Site, original: &Arc<Document>) -> Row {
    let since = original.shared.updated.clone().or_else(|| original.shared.date.clone());
    let state = if original.is_draft { State::Draft } else { State::Original };
    let authors = original.shared.terms.get("authors").map(Vec::as_slice).unwrap_or_default();
    let people = people(site, &original.place.lang, authors.iter().map(|name| name.text.as_str()));
    let words = original.facts.words;
    Row { words, people, document: Some(original.clone()), ..row(site, original, &original.place.lang, state, since) }
}

fn of_translation(
    site: &Site,
    documents: &Documents,
    languages: &Languages,
    original: &Arc<Document>,
    document: &Arc<Document>,
) -> Row {
    let translation = document.translation.as_ref();
    let pinned = translation.and_then(|translation| translation.source_hash.as_deref());
    let is_draft = document.is_draft || translation.is_some_and(|translation| translation.is_draft);
    let is_stale = pinned.is_some_and(|hash| hash != original.hash.short());
    let state = match pinned {
        _ if is_draft => State::Draft,
        None => State::Unpinned,
        Some(_) if is_stale => State::Stale,
        Some(_) => State::Current,
    };
    let made = translation.and_then(|translation| translation.date.clone());
    let updated = original.shared.updated.as_ref();
    // The original changed after the translation was made, and not before it says it was updated.
    let since = match updated.filter(|updated| made.as_ref().is_none_or(|made| updated.zoned() >= made.zoned())) {
        Some(updated) if state == State::Stale => Some(updated.clone()),
        _ => made.or_else(|| original.shared.date.clone()),
    };
    // A lock of another state of the front matter says nothing of this one.
    let pin = documents.pin_of(&document.path).filter(|pin| Some(pin.source_hash.as_str()) == pinned);
    let changes = pin.filter(|_| is_stale).map(|pin| changes::changes(&pin.parts, &parts(original)));
    let people = people(site, &document.place.lang, document.translators.iter().map(|name| name.text.as_str()));
    Row {
        title: document.title.clone(),
        document: Some(document.clone()),
        changes,
        structure: structure(site, languages, original, document),
        words: document.facts.words,
        people,
        ..row(site, original, &document.place.lang, state, since)
    }
}

fn missing(site: &Site, original: &Arc<Document>, lang: &Lang) -> Row {
    row(site, original, lang, State::Missing, original.shared.date.clone())
}

/// What every row has, as if nothing stood in this language.
fn row(site: &Site, original: &Arc<Document>, lang: &Lang, state: State, since: Option<Moment>) -> Row {
    let zone = &site.config.timezone;
    let written = original.shared.content_type.as_ref().map(|name| name.text.clone());
    let by_folder = || site.config.content_type_of(original.place.section()).map(|known| known.id.clone());
    let today = site.env.now.within(zone).date();
    let days = since.as_ref().map(|since| i64::from((today - since.within(zone).date()).get_days()));
    Row {
        key: original.place.key.clone(),
        lang: lang.clone(),
        title: original.title.clone(),
        document: None,
        original: original.clone(),
        content_type: written.or_else(by_folder).unwrap_or_default(),
        state,
        changes: None,
        structure: Structure::default(),
        words: 0,
        people: Vec::new(),
        since,
        days,
    }
}

/// The names of authors in a language; what is not in the register as it is written.
fn people<'n>(site: &Site, lang: &Lang, ids: impl Iterator<Item = &'n str>) -> Vec<String> {
    let lang = site.lang_id(lang).unwrap_or(LangId(0));
    let name = |id: &str| {
        let term = site.authors().and_then(|authors| site.term_id(authors, id));
        term.map_or_else(|| id.to_owned(), |term| site.term(term).names[lang.0].clone())
    };
    ids.map(name).collect()
}
