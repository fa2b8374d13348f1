//! `unmarked-language`: paragraphs in another language than their text's.

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::markdown::Passage;

/// Words that hold sentences together, and that the other language does not have.
const INDONESIAN: [&str; 30] = [
    "yang", "dan", "di", "dari", "untuk", "dengan", "ini", "itu", "pada", "adalah", "tidak", "dalam", "akan", "oleh",
    "juga", "ke", "sudah", "telah", "karena", "mereka", "kami", "kita", "atau", "bahwa", "sebagai", "lebih", "para",
    "dapat", "bisa", "tetapi",
];
const ENGLISH: [&str; 30] = [
    "the", "and", "of", "to", "is", "that", "for", "with", "was", "are", "from", "this", "which", "by", "be", "have",
    "has", "were", "not", "they", "their", "its", "on", "or", "we", "but", "been", "will", "who", "what",
];
/// A shorter paragraph may be a quotation, a title or a list of names.
const FEWEST_WORDS: usize = 12;
/// How many words of the other language make it certain, when there is none of the own.
const FEWEST_SIGNS: usize = 4;

/// Looks for paragraphs that are wholly in English in an Indonesian text, or the other way round,
/// and do not say so with `{lang=…}`: left untranslated, or quoted without a mark.
///
/// Only the two languages that are known well enough, and only when no word of the text's own
/// language holds the paragraph together.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for text in &publication.texts {
        let (own, other, lang) = match text.document.place.lang.as_str() {
            "id" => (&INDONESIAN, &ENGLISH, "en"),
            "en" => (&ENGLISH, &INDONESIAN, "id"),
            _ => continue,
        };
        let foreign = text.passages.iter().filter(|passage| passage.is_running && is_foreign(passage, own, other));
        for passage in foreign {
            let place = passage.place(0..passage.text.len());
            let start = text.document.body.start;
            let span = Span::new(&text.document.path, start + place.start, start + place.end);
            out.push(Diagnostic::at(span, Problem::UnmarkedLanguage { lang: lang.to_owned() }));
        }
    }
}

fn is_foreign(passage: &Passage, own: &[&str], other: &[&str]) -> bool {
    if passage.text.contains("lang=") {
        return false;
    }
    let words: Vec<String> = passage
        .text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let count = |known: &[&str]| words.iter().filter(|word| known.contains(&word.as_str())).count();
    let mut signs: Vec<&String> = words.iter().filter(|word| other.contains(&word.as_str())).collect();
    signs.sort();
    signs.dedup();
    words.len() >= FEWEST_WORDS && count(own) == 0 && signs.len() >= FEWEST_SIGNS
}
