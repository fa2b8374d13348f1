//! The records that a question leaves out: by words that must not be there, and by values that
//! must be or must not be.

use std::collections::BTreeSet;
use std::io;

use super::super::fold;
use super::super::query::{Filter, Query};
use super::super::read::{Shards, Value};
use super::{score, sought};

/// What is left to choose from.
#[derive(Debug, Default)]
pub(super) struct Narrowing {
    /// Each allows these alone.
    only: Vec<BTreeSet<u32>>,
    without: BTreeSet<u32>,
}

impl Narrowing {
    pub(super) fn of(shards: &Shards<'_>, query: &Query) -> io::Result<Self> {
        let mut narrowing = Self::default();
        for scored in score::scored(shards, sought::plain(shards, &query.unwanted)?)? {
            narrowing.without.extend(scored.shares.into_keys());
        }
        for filter in &query.filters {
            let records = with_value(shards, filter)?;
            if filter.is_unwanted {
                narrowing.without.extend(records);
            } else {
                narrowing.only.push(records);
            }
        }
        Ok(narrowing)
    }

    pub(super) fn allows(&self, record: u32) -> bool {
        !self.without.contains(&record) && self.only.iter().all(|records| records.contains(&record))
    }
}

fn with_value(shards: &Shards<'_>, filter: &Filter) -> io::Result<BTreeSet<u32>> {
    let Some(facet) = shards.entry.facets.iter().position(|facet| facet.id == filter.facet) else {
        return Ok(BTreeSet::new());
    };
    let values = shards.values(facet)?;
    let named = values.iter().filter(|value| is_named(value, &filter.value));
    Ok(named.flat_map(|value| value.ordinals.iter().copied()).collect())
}

/// Says whether a value has this folded id or name.
pub(super) fn is_named(value: &Value, text: &str) -> bool {
    fold(&value.id) == text || fold(&value.name) == text
}
