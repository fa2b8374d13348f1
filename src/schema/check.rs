//! How the tests of this stage ask.

use crate::base::{Lang, SourcePath};
use crate::diagnostic::Diagnostic;
use crate::yaml::{Node, parse};

/// The languages of every test.
pub fn languages() -> Vec<Lang> {
    ["id", "en"].iter().map(|tag| tag.parse().expect("a language")).collect()
}

/// The tree of well-formed YAML.
pub fn tree(text: &str) -> Node {
    let parsed = parse(text, &SourcePath::new("a.yaml").expect("a path"), 0);
    assert_eq!(parsed.diagnostics, [], "{text}");
    parsed.value.expect("a tree")
}

/// What is wrong and at which byte: `code@byte suggestion`.
pub fn codes(diagnostics: &[Diagnostic]) -> Vec<String> {
    let one = |diagnostic: &Diagnostic| {
        let start = diagnostic.span.as_ref().expect("a place").start;
        let suggestion = diagnostic.problem.suggestion().map(|text| format!(" {text}")).unwrap_or_default();
        format!("{}@{start}{suggestion}", diagnostic.problem.code())
    };
    diagnostics.iter().map(one).collect()
}
