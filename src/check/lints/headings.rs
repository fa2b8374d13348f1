//! `heading-outline`: the headings of rendered pages.

use std::collections::BTreeSet;

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem};

/// Looks at the outline of every rendered page: one heading of the first level, and none that is
/// more than one level below the one before it.
///
/// Templates repeat their faults; of each kind of page the first is told. What a text itself does
/// wrong (`first-level-heading`, `skipped-heading-level`) is told where it stands, not again here.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    let is_of_text =
        |code: &str| matches!(code, "first-level-heading" | "skipped-heading-level" | "front-matter-missing");
    let told: BTreeSet<&str> = publication
        .told
        .iter()
        .filter(|told| is_of_text(told.problem.code()))
        .filter_map(|told| told.span.as_ref().map(|span| span.file.as_str()))
        .collect();
    let mut said = BTreeSet::new();
    for (url, page) in &publication.pages {
        let headings = &page.markup.headings;
        let claim = page.route.claim.as_ref().map(|claim| claim.file.as_str());
        if claim.is_some_and(|file| told.contains(file)) {
            continue;
        }
        let firsts = headings.iter().filter(|level| **level == 1).count();
        let skipped = headings.windows(2).find(|pair| pair[1] > pair[0] + 1).map(|pair| pair[1]);
        let (fault, level) = match (firsts, skipped) {
            (0, _) => ("none", 1),
            (2.., _) => ("several", 1),
            (1, Some(level)) => ("skipped", level),
            (1, None) => continue,
        };
        if said.insert((page.route.artifact.kind(), fault)) {
            let (page_url, fault) = (url.to_string(), fault.to_owned());
            out.push(page.say(Problem::HeadingOutline { page: page_url, fault, level: usize::from(level) }));
        }
    }
}
