//! `doubled-word`: “yang yang”, “the the”.

use crate::check::{Publication, Text};
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::markdown::Passage;

/// Doubles that English means.
const MEANT: [&str; 3] = ["had", "that", "very"];

/// Looks for a word that stands twice in a row, in the body and in the front matter.
///
/// Only blanks may stand between the two. Names are passed over (`Wara Wara`): the second of a
/// slip is not written with a capital letter.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for text in &publication.texts {
        let front = Passage::plain(text.document.body.front_matter(), 0);
        look(text, &front, 0, out);
        for passage in &text.passages {
            look(text, passage, text.document.body.start, out);
        }
    }
}

fn look(text: &Text, passage: &Passage, offset: usize, out: &mut Vec<Diagnostic>) {
    for (start, end, word) in doubles(&passage.text) {
        let place = passage.place(start..end);
        let span = Span::new(&text.document.path, offset + place.start, offset + place.end);
        out.push(Diagnostic::at(span, Problem::DoubledWord { word: word.to_lowercase() }));
    }
}

/// Every pair of equal words with nothing but blanks between: its bytes and the second word.
fn doubles(text: &str) -> Vec<(usize, usize, &str)> {
    let mut found = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let mut at = 0;
    while let Some(start) = text[at..].find(char::is_alphabetic).map(|found| at + found) {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '_');
        let end = text[start..].find(|c: char| !is_part(c)).map_or(text.len(), |length| start + length);
        let word = &text[start..end];
        if let Some((from, to)) = last {
            let is_blank = text[to..start].chars().all(char::is_whitespace);
            let is_same = text[from..to].to_lowercase() == word.to_lowercase();
            let is_slip = word.chars().all(char::is_lowercase) && word.chars().count() > 1 && !MEANT.contains(&word);
            if is_blank && is_same && is_slip {
                found.push((from, end, word));
            }
        }
        last = Some((start, end));
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::doubles;

    #[test]
    fn slips_are_found_and_reduplication_is_not() {
        let words = |text| doubles(text).iter().map(|(_, _, word)| *word).collect::<Vec<_>>();
        assert_eq!(words("Desa yang yang jauh, dan The the end"), ["yang", "the"]);
        assert_eq!(words("di\n  di"), ["di"]);
        for text in ["desa-desa desa", "Wara Wara", "had had", "a a", "ya, ya", "10 10", "kata/kata"] {
            assert_eq!(words(text), [""; 0], "{text}");
        }
    }
}
