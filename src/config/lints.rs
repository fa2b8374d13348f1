//! `lints:`: how much each lint matters to this publication.
//!
//! **Invariant:** only lints can be chosen for: what stops every build is no matter of taste.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::yaml::{Fields, Node, choice};

/// What a publication says of lints.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lints {
    /// By code; none for a lint that is switched off.
    chosen: BTreeMap<&'static str, Option<Severity>>,
}

/// Reads the chosen severities.
pub fn lints(node: Option<&Node>, out: &mut Vec<Diagnostic>) -> Lints {
    let mut lints = Lints::default();
    let Some(mut fields) = node.and_then(|node| Fields::of(node, "lints", "lints", out)) else {
        return lints;
    };
    for kind in Problem::KINDS.iter().filter(|kind| kind.is_lint()) {
        let Some(node) = fields.take(kind.code) else {
            continue;
        };
        let chosen = match choice(node, kind.code, &["off", "hint", "warning", "error"], out) {
            Some("off") => None,
            Some("hint") => Some(Severity::Hint),
            Some("warning") => Some(Severity::Warning),
            Some(_) => Some(Severity::Error),
            None => continue,
        };
        lints.chosen.insert(kind.code, chosen);
    }
    fields.finish(out);
    lints
}

impl Lints {
    /// Gives each lint the chosen severity and leaves out what is switched off.
    pub fn apply(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let chosen = |mut diagnostic: Diagnostic| match self.chosen.get(diagnostic.problem.code()) {
            Some(severity) => {
                diagnostic.severity = (*severity)?;
                Some(diagnostic)
            }
            None => Some(diagnostic),
        };
        diagnostics.into_iter().filter_map(chosen).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::check::{check, config};

    #[test]
    fn names_and_severities_are_checked() {
        check("lints: { missing-author: warning, doubled-word: off }", "");
        check("lints: { missing-autor: warning }", "unknown-key 4:10 missing-author");
        check("lints: { missing-author: eror }", "not-allowed 4:26 error");
        check("lints: { broken-reference: off }", "unknown-key 4:10");
        check("lints: [a]", "wrong-type 4:8");
    }

    #[test]
    fn severities_are_those_that_were_chosen() {
        let config = config("lints: { missing-author: error, doubled-word: off }");
        let problems =
            [Problem::MissingAuthor {}, Problem::DoubledWord { word: "yang".to_owned() }, Problem::MissingSummary {}];
        let found = config.lints.apply(problems.into_iter().map(Diagnostic::nowhere).collect());
        let found: Vec<_> = found.iter().map(|found| (found.problem.code(), found.severity)).collect();
        assert_eq!(found, [("missing-author", Severity::Error), ("missing-summary", Severity::Hint)]);
    }
}
