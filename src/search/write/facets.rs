//! The values of one facet, and the records that have each.
//!
//! **Invariant:** values stand in the order of their ids, records in that of their ordinals.

use std::collections::BTreeMap;

use serde_json::json;

use crate::site::Site;

use super::super::facets::facets;
use super::super::record::values;
use super::Index;

/// What stands for a value in a column, by its place among the values.
const LETTERS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

pub(super) fn file(index: &Index, site: &Site, facet: usize) -> Vec<u8> {
    let Some(facet) = facets(&site.config).into_iter().nth(facet) else {
        return Vec::new();
    };
    let mut found: BTreeMap<String, (String, Vec<u32>)> = BTreeMap::new();
    let mut is_single = true;
    for (ordinal, id) in (0_u32..).zip(&index.shape.records) {
        let values = values(site, *id, facet.kind);
        is_single &= values.len() < 2;
        for value in values {
            let ordinals = &mut found.entry(value.id).or_insert((value.name, Vec::new())).1;
            if ordinals.last() != Some(&ordinal) {
                ordinals.push(ordinal);
            }
        }
    }
    let file = if is_single && found.len() <= LETTERS.len() {
        let values: Vec<[&str; 2]> = found.iter().map(|(id, (name, _))| [id.as_str(), name.as_str()]).collect();
        json!({ "values": values, "column": column(&found) })
    } else {
        let values: Vec<_> = found.iter().map(|(id, (name, ordinals))| json!([id, name, gaps(ordinals)])).collect();
        json!({ "values": values })
    };
    file.to_string().into_bytes()
}

/// One letter a record, up to the last that has a value.
fn column(found: &BTreeMap<String, (String, Vec<u32>)>) -> String {
    let last = found.values().filter_map(|(_, ordinals)| ordinals.last()).max();
    let mut column = vec![b'-'; last.map_or(0, |last| *last as usize + 1)];
    for (letter, (_, ordinals)) in LETTERS.iter().zip(found.values()) {
        for ordinal in ordinals {
            column[*ordinal as usize] = *letter;
        }
    }
    column.into_iter().map(char::from).collect()
}

/// The first ordinal, and how many are left out between each and the next.
fn gaps(ordinals: &[u32]) -> Vec<u32> {
    let mut next = 0;
    let gap = |ordinal: &u32| {
        let gap = *ordinal - next;
        next = *ordinal + 1;
        gap
    };
    ordinals.iter().map(gap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_written_as_gaps_or_as_a_column() {
        assert_eq!(gaps(&[0, 1, 5]), [0, 0, 3]);
        assert_eq!(gaps(&[3, 4]), [3, 0]);
        let found = BTreeMap::from([
            ("a".to_owned(), ("A".to_owned(), vec![1, 4])),
            ("b".to_owned(), ("B".to_owned(), vec![2])),
        ]);
        assert_eq!(column(&found), "-01-0");
    }
}
