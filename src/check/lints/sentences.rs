//! `long-sentence`: more than a reader can hold.

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem, Span};

/// Longer sentences are hard to follow, also for those who write them.
const MOST_WORDS: usize = 40;

/// Looks for very long sentences in paragraphs and lists. A hint, never a score: a long sentence
/// may be a good one.
///
/// An abbreviation with a full stop divides a sentence, which errs on the side of silence. A list
/// within a sentence (with semicolons) is read as several.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for text in &publication.texts {
        let document = text.document;
        for passage in text.passages.iter().filter(|passage| passage.is_running) {
            for (start, end) in sentences(&passage.text) {
                let is_word = |word: &&str| word.contains(char::is_alphanumeric);
                let words = passage.text[start..end].split_whitespace().filter(is_word).count();
                if words > MOST_WORDS {
                    let place = passage.place(start..end);
                    let offset = document.body.start;
                    let span = Span::new(&document.path, offset + place.start, offset + place.end);
                    out.push(Diagnostic::at(span, Problem::LongSentence { words, most: MOST_WORDS }));
                }
            }
        }
    }
}

/// The bytes of each sentence, without the blanks around it.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_end = matches!(letter, '.' | '!' | '?' | ';' | '…')
            && letters.peek().is_none_or(|(_, next)| next.is_whitespace() || "”’\"')»".contains(*next));
        if is_end {
            found.push((start, at + letter.len_utf8()));
            start = at + letter.len_utf8();
        }
    }
    found.push((start, text.len()));
    let trimmed = |(start, end): (usize, usize)| {
        let part = &text[start..end];
        let blank = part.len() - part.trim_start().len();
        (start + blank, start + part.trim_end().len().max(blank))
    };
    found.into_iter().map(trimmed).filter(|(start, end)| start < end).collect()
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_end_with_their_signs() {
        let parts =
            |text: &'static str| sentences(text).into_iter().map(|(start, end)| &text[start..end]).collect::<Vec<_>>();
        assert_eq!(parts("A b. “C?” d 1.5 e… "), ["A b.", "“C?", "” d 1.5 e…"]);
        assert_eq!(parts(""), [""; 0]);
    }
}
