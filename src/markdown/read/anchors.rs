//! Ids and levels of headings: ids as declared, else made of the title; each once.

use std::collections::BTreeMap;

use crate::base::slugify;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::markdown::label;
use crate::markdown::tree::Place;

use super::Gathered;

/// What a heading without letters is called.
const NAMELESS: &str = "section";

/// Gives every heading its id, and reports ids that are declared twice.
pub fn assign(gathered: &mut Gathered<'_>) {
    let mut declared: Vec<(String, Place)> = std::mem::take(&mut gathered.ids);
    for heading in &mut gathered.headings {
        if let Some(id) = heading.attributes.id.take() {
            heading.id.clone_from(&id);
            declared.push((id, heading.place));
        }
    }
    declared.sort_by_key(|(_, place)| place.start);
    let mut taken: BTreeMap<String, Place> = BTreeMap::new();
    for (id, place) in declared {
        let first = taken.get(&id);
        if first.is_some() || is_reserved(&id) {
            let span = |place: &Place| Span::new(&gathered.file, place.start, place.end);
            let diagnostic = Diagnostic::at(span(&place), Problem::DuplicateAnchor { anchor: id });
            gathered.diagnostics.push(match first {
                Some(first) => diagnostic.with(span(first)),
                None => diagnostic,
            });
        } else {
            taken.insert(id, place);
        }
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for heading in gathered.headings.iter_mut().filter(|heading| heading.id.is_empty()) {
        let title = label::plain(&heading.title);
        let slug = slugify(&title).map_or(NAMELESS.to_owned(), |slug| slug.to_string());
        let count = counts.entry(slug.clone()).or_insert(0);
        let id = loop {
            *count += 1;
            let id = if *count == 1 { slug.clone() } else { format!("{slug}-{count}") };
            if !taken.contains_key(&id) && !is_reserved(&id) {
                break id;
            }
        };
        taken.insert(id.clone(), heading.place);
        heading.id = id;
    }
}

/// Reports headings that skip a level: after one of level 2 comes one of level 2 or 3.
pub fn check_levels(gathered: &mut Gathered<'_>) {
    let mut expected = 2;
    let mut skipped = Vec::new();
    for heading in &gathered.headings {
        if heading.level > expected {
            let (level, expected) = (usize::from(heading.level), usize::from(expected));
            let title = label::plain(&heading.title);
            skipped.push((heading.place, Problem::SkippedHeadingLevel { title, level, expected }));
        }
        expected = heading.level + 1;
    }
    for (place, problem) in skipped {
        gathered.say(place, problem);
    }
}

/// Says whether footnotes have ids of this form.
fn is_reserved(id: &str) -> bool {
    let is_numbered =
        |prefix| id.strip_prefix(prefix).is_some_and(|rest: &str| rest.starts_with(|c: char| c.is_ascii_digit()));
    id == "footnotes-label" || is_numbered("fn-") || is_numbered("fnref-")
}
