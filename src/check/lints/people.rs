//! `similar-people`: a person whose name is written in two ways.

use std::collections::BTreeMap;

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::schema::{Value, Values};

use super::names::are_alike;

/// A shorter name with another letter is another name.
const SHORTEST: usize = 8;
/// What stands before a name without being part of it.
const TITLES: [&str; 22] = [
    "bapak", "pak", "ibu", "bu", "mama", "dr", "dra", "drs", "drg", "ir", "prof", "h", "hj", "pdt", "rm", "romo", "mr",
    "mrs", "ms", "kak", "bung", "sr",
];

/// Looks for names of people that differ by case, signs or one letter: authors, those who are
/// quoted, speakers of events.
///
/// Titles before a name (`Ibu`, `Dr.`) and degrees behind it (`, M.Si.`) are no difference.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    let mut people: BTreeMap<String, Span> = BTreeMap::new();
    let mut add = |name: &str, span: &Span| {
        people.entry(bare(name)).or_insert_with(|| span.clone());
    };
    let site = publication.site;
    for term in &site.terms {
        let is_author = Some(term.taxonomy) == site.authors();
        if is_author {
            term.names.iter().for_each(|name| add(name, &term.span));
        }
    }
    for text in &publication.texts {
        for (name, span) in &text.remarks.speakers {
            add(name, span);
        }
        let shared = text.article.filter(|_| text.is_original()).map(|article| &article.shared().fields);
        for values in shared.into_iter().chain([&text.document.fields]) {
            named(values, &mut add);
        }
    }
    let people: Vec<(&String, &Span)> = people.iter().collect();
    for (number, (name, span)) in people.iter().enumerate() {
        for (other, other_span) in &people[number + 1..] {
            if are_alike(name, other, SHORTEST) {
                let problem = Problem::SimilarPeople { name: (*name).clone(), other: (*other).clone() };
                out.push(Diagnostic::at((*span).clone(), problem).with((*other_span).clone()));
            }
        }
    }
}

/// The names in fields: of `speaker`, and of a mapping that says a role or an organisation too.
fn named(values: &Values, add: &mut impl FnMut(&str, &Span)) {
    let is_person = values.get("role").is_some() || values.get("organisation").is_some();
    for field in &values.0 {
        let is_name = field.name == "speaker" || (field.name == "name" && is_person);
        match &field.value {
            Value::Text(text) if is_name => text.texts().for_each(|name| add(name, &field.span)),
            Value::Object(inner) => named(inner, add),
            Value::List(items) => {
                for item in items {
                    if let Value::Object(inner) = item {
                        named(inner, add);
                    }
                }
            }
            _ => {}
        }
    }
}

/// A name without titles and degrees.
fn bare(name: &str) -> String {
    let name = name.split(',').next().unwrap_or(name);
    let mut words = name.split_whitespace().peekable();
    let is_title = |word: &str| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    while words.next_if(|word| is_title(word)).is_some() {}
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn titles_and_degrees_are_no_part_of_a_name() {
        assert_eq!(bare("Dr. Ir. H. Andi Rahman, M.Si."), "Andi Rahman");
        assert_eq!(bare("Ibu Ros"), "Ros");
        assert_eq!(bare("Hasan"), "Hasan");
    }
}
