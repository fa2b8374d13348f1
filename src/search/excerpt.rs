//! The part of a text that shows why it was found, with the words that were found in it marked as
//! they stand there: who asks for `rencana` sees `merencanakan`.
//!
//! **Invariant:** marks lie inside the excerpt, in order, and do not overlap.

use std::collections::BTreeSet;
use std::ops::Range;

use super::index::Index;
use super::token::{Token, tokens};

/// How many words an excerpt has.
const WORDS: usize = 28;

/// How many of them stand before the first mark.
const BEFORE: usize = 6;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub text: String,
    /// Bytes of the text that were found.
    pub marks: Vec<Range<usize>>,
}

/// Finds the part of a text with the most different roots of a question.
pub fn excerpt(index: &Index, text: &str, roots: &BTreeSet<String>) -> Excerpt {
    let tokens = tokens(text, &index.lang);
    let found: Vec<Option<String>> =
        tokens.iter().map(|token| Some(index.root(&token.word)).filter(|root| roots.contains(root))).collect();
    let start = best_start(&found);
    let end = (start + WORDS).min(tokens.len());
    cut(text, &tokens[start..end], &found[start..end], start > 0, end < tokens.len())
}

fn best_start(found: &[Option<String>]) -> usize {
    let first = |at: usize| at.saturating_sub(BEFORE);
    let starts = found.iter().enumerate().filter(|(_, root)| root.is_some()).map(|(at, _)| first(at));
    let worth = |start: usize| {
        let window = &found[start..(start + WORDS).min(found.len())];
        let roots: BTreeSet<&String> = window.iter().flatten().collect();
        (roots.len(), window.iter().flatten().count())
    };
    starts.max_by_key(|start| (worth(*start), std::cmp::Reverse(*start))).unwrap_or_default()
}

fn cut(text: &str, tokens: &[Token], found: &[Option<String>], is_cut: bool, is_cut_behind: bool) -> Excerpt {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return Excerpt { text: String::new(), marks: Vec::new() };
    };
    let begin = if is_cut { first.place.start } else { 0 };
    let end = if is_cut_behind { last.place.end } else { text.len() };
    let mut excerpt = Excerpt { text: String::new(), marks: Vec::new() };
    if is_cut {
        excerpt.text.push_str("… ");
    }
    let mut at = begin;
    for (token, _) in tokens.iter().zip(found).filter(|(_, root)| root.is_some()) {
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
