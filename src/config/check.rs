//! How the tests of this stage ask: a text, and what is wrong with it at which line and column.

use crate::base::SourcePath;
use crate::diagnostic::{Checked, Diagnostic, position};

use super::{Config, FILE};

/// What every publication must say, without its title: lines 1 to 3.
const HEAD: &str = "base_url: https://a.org\ntimezone: Asia/Makassar\nlanguages: [id, en]\n";
const TITLE: &str = "\ntitle: x\n";

/// Reads a whole configuration.
pub fn read(text: &str) -> Checked<Option<Config>> {
    super::read(text, &SourcePath::new(FILE).expect("a path"))
}

/// Compares what is wrong with a whole configuration: `code line:column suggestion, …`.
pub fn check_all(text: &str, expected: &str) {
    let one = |diagnostic: &Diagnostic| {
        let place = position(text, diagnostic.span.as_ref().expect("a place").start);
        let suggestion = diagnostic.problem.suggestion().map(|text| format!(" {text}")).unwrap_or_default();
        format!("{} {}:{}{suggestion}", diagnostic.problem.code(), place.line, place.column)
    };
    let found: Vec<String> = read(text).diagnostics.iter().map(one).collect();
    assert_eq!(found.join(", "), expected, "{text}");
}

/// Compares what is wrong with settings that begin at line 4, after all that must be said.
pub fn check(settings: &str, expected: &str) {
    check_all(&format!("{HEAD}{settings}{TITLE}"), expected);
}

/// Reads right settings, after all that must be said.
pub fn config(settings: &str) -> Config {
    let text = format!("{HEAD}{settings}{TITLE}");
    let read = read(&text);
    assert_eq!(read.diagnostics, [], "{text}");
    read.value.expect("a configuration")
}
