//! The part of a text that shows why it was found, with the words that were found in it marked as
//! they stand there.
//!
//! **Invariant:** marks lie inside the excerpt, in order, and do not overlap.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use super::answer::Marks;
use super::read::Fragment;
use super::token::{Token, tokens};

/// How many words an excerpt has.
const WORDS: usize = 28;

/// How many of them stand before the first mark.
const BEFORE: usize = 6;

/// A part of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    pub text: String,
    /// Bytes of the text that were found.
    pub marks: Vec<Range<usize>>,
}

impl Excerpt {
    /// The part of a record's text with the most different words of a question; of its summary when
    /// the text has none of them.
    pub fn of(fragment: &Fragment, marks: &Marks) -> Self {
        let of_text = Self::of_text(&fragment.text, marks);
        if of_text.marks.is_empty() && !fragment.summary.is_empty() {
            return Self::of_text(&fragment.summary, marks);
        }
        of_text
    }

    fn of_text(text: &str, marks: &Marks) -> Self {
        let tokens = tokens(text, &marks.lang);
        let found = marks.of_tokens(text, &tokens);
        let start = best_start(&found);
        let end = (start + WORDS).min(tokens.len());
        cut(text, &tokens[start..end], &found[start..end], start > 0, end < tokens.len())
    }

    /// A whole text.
    pub fn whole(text: &str, marks: &Marks) -> Self {
        let tokens = tokens(text, &marks.lang);
        cut(text, &tokens, &marks.of_tokens(text, &tokens), false, false)
    }
}

fn best_start(found: &[BTreeSet<usize>]) -> usize {
    let marked = found.iter().enumerate().filter(|(_, clauses)| !clauses.is_empty());
    let starts = marked.map(|(at, _)| at.saturating_sub(BEFORE));
    let worth = |start: usize| {
        let window = &found[start..(start + WORDS).min(found.len())];
        let clauses: BTreeSet<&usize> = window.iter().flatten().collect();
        (clauses.len(), window.iter().filter(|clauses| !clauses.is_empty()).count())
    };
    starts.max_by_key(|start| (worth(*start), Reverse(*start))).unwrap_or_default()
}

fn cut(text: &str, tokens: &[Token], found: &[BTreeSet<usize>], is_cut: bool, is_cut_behind: bool) -> Excerpt {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return Excerpt::default();
    };
    let begin = if is_cut { first.place.start } else { 0 };
    let end = if is_cut_behind { last.place.end } else { text.len() };
    let mut excerpt = Excerpt::default();
    if is_cut {
        excerpt.text.push_str("… ");
    }
    let mut at = begin;
    for (token, _) in tokens.iter().zip(found).filter(|(_, clauses)| !clauses.is_empty()) {
        push_calm(&mut excerpt.text, &text[at..token.place.start]);
        let start = excerpt.text.len();
        excerpt.text.push_str(&text[token.place.clone()]);
        excerpt.marks.push(start..excerpt.text.len());
        at = token.place.end;
    }
    push_calm(&mut excerpt.text, &text[at..end]);
    if is_cut_behind {
        excerpt.text.push_str(" …");
    }
    excerpt
}

/// Adds a text with each run of white space as one space.
fn push_calm(to: &mut String, text: &str) {
    for letter in text.chars() {
        if !letter.is_whitespace() {
            to.push(letter);
        } else if !to.ends_with(' ') {
            to.push(' ');
        }
    }
}
