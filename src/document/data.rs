//! Data files for templates: YAML, JSON, TOML and CSV.

use serde_json::Value;

use crate::base::SourcePath;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};
use crate::yaml;

/// A data file, read.
#[derive(Debug, Clone)]
pub struct DataFile {
    /// The name for templates: the path below `data/` without extension, `/` as it is.
    pub name: String,
    pub value: Value,
}

struct Fault {
    format: &'static str,
    reason: String,
    at: usize,
}

/// Reads a data file by its extension.
pub(super) fn parse(path: &SourcePath, text: &str) -> Checked<Option<DataFile>> {
    let value = match path.extension().to_ascii_lowercase().as_str() {
        "yaml" | "yml" => {
            yaml::plain(text).map_err(|error| Fault { format: "YAML", reason: error.reason, at: error.at })
        }
        "json" => serde_json::from_str(text).map_err(|error| Fault {
            format: "JSON",
            at: byte_of(text, error.line(), error.column()),
            reason: error.to_string(),
        }),
        "toml" => toml::from_str(text).map_err(|error| Fault {
            format: "TOML",
            at: error.span().map_or(0, |span| span.start),
            reason: error.message().to_owned(),
        }),
        "csv" => table(text),
        _ => return Checked::clean(None),
    };
    match value {
        Ok(value) => {
            let inside = path.below("data").unwrap_or(path.as_str());
            let name = inside.rsplit_once('.').map_or(inside, |(name, _)| name).to_owned();
            Checked::clean(Some(DataFile { name, value }))
        }
        Err(Fault { format, reason, at }) => {
            let problem = Problem::DataSyntax { format: format.to_owned(), reason };
            Checked { value: None, diagnostics: vec![Diagnostic::at(Span::new(path, at, at), problem)] }
        }
    }
}

/// Rows as mappings by the names in the first line.
fn table(text: &str) -> Result<Value, Fault> {
    let fault = |error: csv::Error| {
        let at = error.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        Fault { format: "CSV", reason: error.to_string(), at }
    };
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().map_err(fault)?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(fault)?;
        let cells = names.iter().zip(&record).map(|(name, cell)| (name.to_owned(), Value::from(cell)));
        rows.push(Value::Object(cells.collect()));
    }
    Ok(Value::Array(rows))
}

fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (start + column.saturating_sub(1)).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(name: &str, text: &str, expected: Result<Value, (&str, usize)>) {
        let path = SourcePath::new(&format!("data/{name}")).expect("a path");
        let checked = parse(&path, text);
        let found = checked.value.map(|file| file.value).ok_or_else(|| {
            let diagnostic = &checked.diagnostics[0];
            (diagnostic.problem.code(), diagnostic.span.as_ref().map_or(0, |span| span.start))
        });
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn every_format_gives_values() {
        check("a.yaml", "a: [1, b]", Ok(json!({"a": [1, "b"]})));
        check("a.json", "{\"a\": 1}", Ok(json!({"a": 1})));
        check("a.toml", "a = 1", Ok(json!({"a": 1})));
        check("a.csv", "name,value\nx,1\n", Ok(json!([{"name": "x", "value": "1"}])));
    }

    #[test]
    fn every_format_says_where_it_is_broken() {
        check("a.json", "{\n\"a\": x}", Err(("data-syntax", 7)));
        check("a.toml", "a = \nb = 1", Err(("data-syntax", 4)));
        check("a.csv", "a,b\n1\n", Err(("data-syntax", 4)));
    }
}
