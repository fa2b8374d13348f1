//! The same question in another language: names of terms are said as they are said there, the rest
//! is left as it is.

use std::io;

use crate::base::Lang;

use super::super::query::{Clause, Filter, Query};
use super::super::read::Shards;
use super::super::token::tokens;
use super::{count, narrow};

/// How many words a name has at most.
const MOST_WORDS: usize = 8;

/// What another language has to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Also {
    pub lang: Lang,
    /// What to ask there.
    pub question: String,
    /// How many answers there are.
    pub count: usize,
}

/// Asks the index of another language what one was asked here.
pub fn also(here: &Shards<'_>, query: &Query, there: &Shards<'_>) -> io::Result<Also> {
    let query = Query {
        wanted: wanted(here, &query.wanted, &there.entry.lang)?,
        unwanted: query.unwanted.clone(),
        filters: query.filters.iter().map(|filter| by_id(here, filter)).collect::<io::Result<_>>()?,
        is_unfinished: false,
    };
    Ok(Also { lang: there.entry.lang.clone(), count: count(there, &query)?, question: query.to_string() })
}

/// The clauses with the longest runs of words that are a name replaced by the name there.
fn wanted(here: &Shards<'_>, clauses: &[Clause], lang: &Lang) -> io::Result<Vec<Clause>> {
    let mut all = Vec::new();
    let mut rest = clauses;
    while let Some((first, others)) = rest.split_first() {
        match name(here, rest, lang)? {
            Some((length, name)) => {
                let words = tokens(&name, lang).into_iter().map(|token| token.word);
                all.extend(words.map(|word| Clause { words: vec![word], is_quoted: false }));
                rest = &rest[length..];
            }
            None => {
                all.push(first.clone());
                rest = others;
            }
        }
    }
    Ok(all)
}

/// The longest run at the beginning of clauses that is a name, and what is said there.
fn name(here: &Shards<'_>, clauses: &[Clause], lang: &Lang) -> io::Result<Option<(usize, String)>> {
    let run: Vec<&str> = clauses
        .iter()
        .take(MOST_WORDS)
        .take_while(|clause| !clause.is_quoted)
        .flat_map(|clause| clause.words.iter().map(String::as_str))
        .collect();
    for length in (1..=run.len()).rev() {
        let phrase = here.phrase(&run[..length].join(" "))?;
        let name = phrase.and_then(|phrase| phrase.names.into_iter().find(|(known, _)| known == lang.as_str()));
        if let Some((_, name)) = name {
            return Ok(Some((length, name)));
        }
    }
    Ok(None)
}

/// A filter that names its value as all languages do.
fn by_id(here: &Shards<'_>, filter: &Filter) -> io::Result<Filter> {
    let mut filter = filter.clone();
    if let Some(facet) = here.entry.facets.iter().position(|facet| facet.id == filter.facet) {
        let values = here.values(facet)?;
        if let Some(value) = values.iter().find(|value| narrow::is_named(value, &filter.value)) {
            filter.value = super::super::fold(&value.id);
        }
    }
    Ok(filter)
}
