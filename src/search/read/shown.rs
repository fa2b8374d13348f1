//! What answers are shown with: the texts of one record, and the values of one facet.

use serde::Deserialize;

use super::bytes::Fault;
use super::postings::ordinals;

/// One record as answers show it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Fragment {
    pub url: String,
    pub title: String,
    pub summary: String,
    /// `2026-06-16`, or nothing.
    pub date: String,
    #[serde(rename = "type")]
    pub content_type: String,
    /// The searched text of the body, one block a line.
    pub text: String,
}

impl Fragment {
    /// Reads the file of a record.
    pub fn decode(file: &[u8]) -> Result<Self, Fault> {
        serde_json::from_slice(file).map_err(|_| Fault::Text)
    }
}

/// A value of a facet, and the records that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub id: String,
    pub name: String,
    /// Ascending.
    pub ordinals: Vec<u32>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    /// One value a record: a letter of the column names it.
    Column { values: Vec<(String, String)>, column: String },
    /// By value, the first record and how many are left out between each and the next.
    Gaps { values: Vec<(String, String, Vec<u32>)> },
}

/// Reads the values of a facet of an index with so many records.
pub fn decode_values(file: &[u8], records: u32) -> Result<Vec<Value>, Fault> {
    match serde_json::from_slice(file).map_err(|_| Fault::Text)? {
        Written::Column { values, column } => of_column(values, &column, records),
        Written::Gaps { values } => values.into_iter().map(|value| of_gaps(value, records)).collect(),
    }
}

fn of_column(values: Vec<(String, String)>, column: &str, records: u32) -> Result<Vec<Value>, Fault> {
    let value = |(id, name)| Value { id, name, ordinals: Vec::new() };
    let mut values: Vec<Value> = values.into_iter().map(value).collect();
    let mut letters = column.bytes();
    for (ordinal, letter) in (0..records).zip(letters.by_ref()) {
        let place = match letter {
            b'-' => continue,
            b'0'..=b'9' => letter - b'0',
            b'a'..=b'z' => letter - b'a' + 10,
            b'A'..=b'Z' => letter - b'A' + 36,
            _ => return Err(Fault::Number),
        };
        values.get_mut(usize::from(place)).ok_or(Fault::Number)?.ordinals.push(ordinal);
    }
    if letters.next().is_some() { Err(Fault::Long) } else { Ok(values) }
}

fn of_gaps((id, name, gaps): (String, String, Vec<u32>), records: u32) -> Result<Value, Fault> {
    Ok(Value { id, name, ordinals: ordinals(gaps.into_iter().map(Ok), records)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordinals(file: &str) -> Result<Vec<Vec<u32>>, Fault> {
        let values = decode_values(file.as_bytes(), 5)?;
        Ok(values.into_iter().map(|value| value.ordinals).collect())
    }

    #[test]
    fn values_are_written_in_either_way() {
        let column = r#"{"values":[["a","A"],["b","B"]],"column":"01-1"}"#;
        assert_eq!(ordinals(column), Ok(vec![vec![0], vec![1, 3]]));
        assert_eq!(ordinals(r#"{"values":[["a","A",[1,0,1]]]}"#), Ok(vec![vec![1, 2, 4]]));
    }

    #[test]
    fn records_and_values_that_are_not_there_are_refused() {
        assert_eq!(ordinals(r#"{"values":[["a","A"]],"column":"1"}"#), Err(Fault::Number));
        assert_eq!(ordinals(r#"{"values":[["a","A"]],"column":"000000"}"#), Err(Fault::Long));
        assert_eq!(ordinals(r#"{"values":[["a","A",[4,0]]]}"#), Err(Fault::Number));
        assert_eq!(ordinals("{}"), Err(Fault::Text));
    }
}
