//! A text cut into its outermost blocks, as translators work on them.
//!
//! **Invariant:** the blocks are in the order of the text, none is empty, and together they hold
//! everything but blanks.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::read::{hide_currencies, options};

/// The bytes of each outermost block, without the blanks around it.
///
/// What the parser keeps out of the flow (definitions of links) is a block too.
pub fn blocks(text: &str) -> Vec<Range<usize>> {
    let hidden = hide_currencies(text);
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut end = 0;
    for (event, range) in Parser::new_ext(&hidden, options()).into_offset_iter() {
        if depth == 0 && range.start >= end {
            add(text, end..range.start, &mut found);
            add(text, range.clone(), &mut found);
            end = range.end;
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    add(text, end..text.len(), &mut found);
    found
}

fn add(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = text.get(range.clone()).unwrap_or_default();
    // Blanks at the beginning of a line mean something to Markdown: only whole lines go.
    let blank: usize = part.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let start = range.start + blank;
    let end = range.start + part.trim_end().len();
    if start < end {
        found.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = blocks(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn the_outermost_blocks_are_told_apart() {
        check("", &[]);
        check("Satu\nbaris.\n\n\nDua.\n", &["Satu\nbaris.", "Dua."]);
        check("## A {#a}\n- x\n- y\n\n  z\n\n> q\n\n---\n", &["## A {#a}", "- x\n- y\n\n  z", "> q", "---"]);
        check("```{quote}\ntext: |\n  a\n\n  b\n```\n\nakhir", &["```{quote}\ntext: |\n  a\n\n  b\n```", "akhir"]);
        check("| a |\n|---|\n| b |\n\n<div>\nx\n</div>\n", &["| a |\n|---|\n| b |", "<div>\nx\n</div>"]);
        check("a US$5 b\n\nc US$6 d", &["a US$5 b", "c US$6 d"]);
    }

    #[test]
    fn what_is_out_of_the_flow_is_a_block_too() {
        check(
            "a[^1] [b]\n\n[b]: https://b.id\n\n[^1]: Catatan.\n",
            &["a[^1] [b]", "[b]: https://b.id", "[^1]: Catatan."],
        );
        check("a\r\n\r\nb\r\n", &["a", "b"]);
    }

    proptest! {
        /// Nothing but blanks is left out, whatever the text is.
        #[test]
        fn nothing_is_lost(text in "[a-c #>`|\\-*:\\[\\]()<!$0-9\n\té]{0,80}") {
            let mut rest = String::new();
            let mut end = 0;
            for range in blocks(&text) {
                prop_assert!(range.start >= end && range.start < range.end);
                rest.push_str(&text[end..range.start]);
                end = range.end;
            }
            rest.push_str(&text[end..]);
            prop_assert_eq!(rest.trim(), "", "{:?}", text);
        }
    }
}
