//! Which rows of the board are asked for, and which are too many or too old.

use std::str::FromStr;

use crate::site::{Site, TaxonomyId, TermId};

use super::{Board, Row, State};

/// What is asked for; what is empty leaves nothing out.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Content types.
    pub types: Vec<String>,
    /// Taxonomy and term; those of one taxonomy are alternatives.
    pub terms: Vec<(String, String)>,
    pub languages: Vec<String>,
    pub states: Vec<State>,
    /// Files and folders, from the publication's root.
    pub places: Vec<String>,
}

/// A state that is not to be, or not for longer than some days: `stale>14d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub state: State,
    pub days: Option<i64>,
}

/// Says that a text is no limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitError;

impl FromStr for Limit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, LimitError> {
        let (name, days) = match text.split_once('>') {
            Some((name, days)) => (name, Some(days.trim())),
            None => (text, None),
        };
        let state = State::of_name(name.trim()).filter(|state| *state != State::Original).ok_or(LimitError)?;
        let count = |days: &str| {
            let days = days.strip_suffix('d').unwrap_or(days);
            days.parse::<u32>().map(i64::from).map_err(|_| LimitError)
        };
        Ok(Self { state, days: days.map(count).transpose()? })
    }
}

impl Limit {
    /// Says whether a row is beyond the limit. What does not say how old it is, is.
    pub fn is_exceeded_by(&self, row: &Row) -> bool {
        let is_old = |most: i64| row.days.is_none_or(|days| days > most);
        row.state == self.state && self.days.is_none_or(is_old)
    }
}

impl Wanted {
    /// Leaves out of a board what was not asked for.
    pub fn of(&self, site: &Site, mut board: Board) -> Board {
        board.rows.retain(|row| self.wants(site, row));
        board
    }

    fn wants(&self, site: &Site, row: &Row) -> bool {
        let is_among = |list: &[String], value: &str| list.is_empty() || list.iter().any(|known| known == value);
        is_among(&self.types, &row.content_type)
            && is_among(&self.languages, row.lang.as_str())
            && (self.states.is_empty() || self.states.contains(&row.state))
            && self.has_terms(site, row)
            && self.is_placed(row)
    }

    fn has_terms(&self, site: &Site, row: &Row) -> bool {
        self.terms.iter().all(|(taxonomy, _)| {
            let alternatives = self.terms.iter().filter(|(other, _)| other == taxonomy);
            alternatives.into_iter().any(|(_, term)| has_term(site, row, taxonomy, term))
        })
    }

    fn is_placed(&self, row: &Row) -> bool {
        let path = row.path().as_str();
        let is_inside = |place: &String| {
            place.is_empty()
                || path.strip_prefix(place.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.places.is_empty() || self.places.iter().any(is_inside)
    }
}

/// Says whether an article names a term, or one below it where the taxonomy rolls up.
fn has_term(site: &Site, row: &Row, taxonomy: &str, term: &str) -> bool {
    let names = row.original.shared.terms.get(taxonomy).map(Vec::as_slice).unwrap_or_default();
    let Some(id) = site.taxonomy_id(taxonomy) else { return false };
    let wanted = site.term_id(id, term);
    names.iter().any(|name| match (wanted, site.term_id(id, &name.text)) {
        (Some(wanted), Some(own)) => is_below(site, id, own, wanted),
        _ => name.text.eq_ignore_ascii_case(term),
    })
}

fn is_below(site: &Site, taxonomy: TaxonomyId, own: TermId, wanted: TermId) -> bool {
    let rolls_up = site.config.taxonomies[taxonomy.0].rolls_up;
    // No more steps than there are terms: a register that is wrong may go round in circles.
    let mut term = Some(own);
    for _ in 0..=site.terms.len() {
        match term {
            Some(id) if id == wanted => return true,
            Some(id) if rolls_up => term = site.term(id).parent,
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read() {
        let check = |text: &str, expected: Option<(State, Option<i64>)>| {
            let found = text.parse::<Limit>().ok().map(|limit| (limit.state, limit.days));
            assert_eq!(found, expected, "{text}");
        };
        check("stale>14d", Some((State::Stale, Some(14))));
        check("missing", Some((State::Missing, None)));
        check("draft > 30", Some((State::Draft, Some(30))));
        for text in ["", "original", "stal", "stale>", "stale>xd", "stale>-1d"] {
            check(text, None);
        }
    }
}
