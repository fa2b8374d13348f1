//! The running text of a body with its places, for lints that read words: block by block, without
//! code, formulas and marks.
//!
//! **Invariant:** every place lies inside the text that was given.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::read::options;
use super::shortcode;

/// Stands for what is no prose: code, a formula, a picture.
const GAP: char = '\u{fffc}';

/// One block of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    pub text: String,
    /// Whole sentences: a paragraph or an item, no heading, table or list of arguments.
    pub is_running: bool,
    /// Where pieces of it begin, and the bytes of the source that they stand for.
    pieces: Vec<(usize, Range<usize>)>,
}

/// Finds the passages of a body.
pub fn prose(text: &str) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut open = Passage::default();
    let mut pictures = 0_usize;
    let mut code: Option<bool> = None;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(pulldown_cmark::TagEnd::Image) => {
                pictures = pictures.saturating_sub(1);
                open.push(&GAP.to_string(), &range);
            }
            _ if pictures > 0 => {}
            Event::Start(tag) if !is_inline(&tag) => {
                flush(&mut open, &mut passages);
                open.is_running = matches!(tag, Tag::Paragraph | Tag::Item | Tag::DefinitionListDefinition);
                if let Tag::CodeBlock(kind) = &tag {
                    let is_shortcode = matches!(kind, CodeBlockKind::Fenced(name) if shortcode::name(name).is_some());
                    code = Some(is_shortcode);
                }
            }
            Event::End(tag) if is_block_end(tag) => {
                flush(&mut open, &mut passages);
                code = None;
            }
            Event::Text(words) if code != Some(false) => open.push(&words, &range),
            Event::SoftBreak | Event::HardBreak => open.push(" ", &range),
            Event::Code(_) | Event::InlineMath(_) | Event::InlineHtml(_) => open.push(&GAP.to_string(), &range),
            _ => {}
        }
    }
    flush(&mut open, &mut passages);
    passages
}

fn flush(open: &mut Passage, passages: &mut Vec<Passage>) {
    let passage = std::mem::take(open);
    if !passage.text.trim().is_empty() {
        passages.push(passage);
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Link { .. }
    )
}

fn is_block_end(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
    )
}

impl Passage {
    /// A text that stands in the source as it is, from byte `start`.
    pub fn plain(text: &str, start: usize) -> Self {
        Self { text: text.to_owned(), is_running: false, pieces: vec![(0, start..start + text.len())] }
    }

    fn push(&mut self, text: &str, range: &Range<usize>) {
        self.pieces.push((self.text.len(), range.clone()));
        self.text.push_str(text);
    }

    /// Brings bytes of the passage back to the source.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.byte(range.start);
        start..self.byte(range.end).max(start)
    }

    fn byte(&self, at: usize) -> usize {
        let piece = self.pieces.iter().rev().find(|(start, _)| *start <= at);
        piece.map_or(0, |(start, source)| (source.start + (at - start)).min(source.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = prose(text).into_iter().map(|passage| passage.text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn blocks_are_passages_without_code_and_marks() {
        check("# A *b*\n\nc\nd `e` [f](g)\n\n- h\n- i\n", &["A b", "c d \u{fffc} f", "h", "i"]);
        check("```rust\nlet x;\n```\n\n![alt](a.png)x\n", &["\u{fffc}x"]);
        check("```{quote}\ntext: a a\n```\n", &["text: a a\n"]);
    }

    #[test]
    fn words_are_found_in_the_source() {
        let text = "a **kata** &amp; kata kata\n";
        let passage = &prose(text)[0];
        let at = passage.text.rfind("kata kata").expect("the words");
        assert_eq!(&text[passage.place(at..at + 9)], "kata kata");
    }
}
