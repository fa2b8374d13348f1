//! A text as editing programs see it: lines and columns, and the bytes that they stand for.
//!
//! **Invariant:** any position is a byte of the text and between two characters; what lies beyond
//! a line's end is its end (Language Server Protocol 3.17, "Position").

use std::ops::Range;
use std::sync::Arc;

use lsp_types::{Position, PositionEncodingKind};

/// What the columns of positions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
}

/// A text and where its lines begin.
#[derive(Debug, Clone)]
pub(super) struct Text {
    text: Arc<str>,
    lines: Vec<usize>,
}

impl Encoding {
    /// The best of what the other side can.
    pub(super) fn of(offered: &[PositionEncodingKind]) -> Self {
        if offered.contains(&PositionEncodingKind::UTF8) { Self::Utf8 } else { Self::Utf16 }
    }

    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    /// How many columns a text takes.
    fn width(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

impl Text {
    pub(super) fn new(text: Arc<str>) -> Self {
        let bytes = text.as_bytes();
        let is_end = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let ends = (0..bytes.len()).filter(is_end).map(|at| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self { text, lines }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn shared(&self) -> &Arc<str> {
        &self.text
    }

    /// The byte at a position.
    pub(super) fn byte(&self, position: Position, encoding: Encoding) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        let Some(&start) = self.lines.get(line) else {
            return self.text.len();
        };
        let end = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
        let content = self.text[start..end].trim_end_matches(['\n', '\r']);
        let mut left = usize::try_from(position.character).unwrap_or(usize::MAX);
        for (at, letter) in content.char_indices() {
            let width = match encoding {
                Encoding::Utf8 => letter.len_utf8(),
                Encoding::Utf16 => letter.len_utf16(),
            };
            // A position within a character is its beginning.
            if left < width {
                return start + at;
            }
            left -= width;
        }
        start + content.len()
    }

    /// The position of a byte.
    pub(super) fn position(&self, byte: usize, encoding: Encoding) -> Position {
        let byte = self.floor(byte);
        let line = self.lines.partition_point(|start| *start <= byte).saturating_sub(1);
        // Between the two signs of a line's end is its end.
        let byte = byte.min(self.line(byte).end);
        let column = encoding.width(&self.text[self.lines[line]..byte]);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: number(line), character: number(column) }
    }

    /// The positions of some bytes.
    pub(super) fn range(&self, bytes: Range<usize>, encoding: Encoding) -> lsp_types::Range {
        let start = self.position(bytes.start, encoding);
        lsp_types::Range { start, end: self.position(bytes.end.max(bytes.start), encoding) }
    }

    /// The bytes between two positions.
    pub(super) fn bytes(&self, range: lsp_types::Range, encoding: Encoding) -> Range<usize> {
        let start = self.byte(range.start, encoding);
        start..self.byte(range.end, encoding).max(start)
    }

    /// The text with a part replaced.
    pub(super) fn replaced(&self, part: Range<usize>, new: &str) -> Self {
        let (before, after) = (&self.text[..part.start], &self.text[part.end..]);
        Self::new(format!("{before}{new}{after}").into())
    }

    /// The line that a byte stands in, without its end.
    pub(super) fn line(&self, byte: usize) -> Range<usize> {
        let byte = self.floor(byte);
        let line = self.lines.partition_point(|start| *start <= byte).saturating_sub(1);
        let start = self.lines[line];
        let end = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// What ends its lines.
    pub(super) fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }
}

/// Finds where a byte of one text stands in another that differs from it in one stretch; none
/// within that stretch.
pub(super) fn moved(from: &str, to: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    let same = |(one, other): &(u8, u8)| one == other;
    let start = from.bytes().zip(to.bytes()).take_while(same).count();
    let rest = from.len().min(to.len()) - start;
    let end = from.bytes().rev().zip(to.bytes().rev()).take(rest).take_while(same).count();
    let (from_end, to_end) = (from.len() - end, to.len() - end);
    if bytes.end <= start {
        Some(bytes)
    } else if bytes.start >= from_end {
        Some(bytes.start - from_end + to_end..bytes.end - from_end + to_end)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_are_counted_as_agreed() {
        let text = Text::new("a😀b\r\né\rc".into());
        for (position, utf16, utf8) in [
            (at(0, 1), 1, 1),
            (at(0, 2), 1, 1),
            (at(0, 3), 5, 1),
            (at(0, 5), 6, 5),
            (at(0, 99), 6, 6),
            (at(1, 1), 10, 8),
            (at(2, 0), 11, 11),
            (at(9, 9), 12, 12),
        ] {
            assert_eq!(text.byte(position, Encoding::Utf16), utf16, "{position:?}");
            assert_eq!(text.byte(position, Encoding::Utf8), utf8, "{position:?}");
        }
        assert_eq!(text.position(6, Encoding::Utf16), at(0, 4));
        assert_eq!(text.position(6, Encoding::Utf8), at(0, 6));
        assert_eq!(&text.as_str()[text.line(9)], "é");
    }

    #[test]
    fn what_stands_around_a_change_moves_with_it() {
        let (from, to) = ("title: a\ntags: [x]\n", "title: abc\ntags: [x]\n");
        assert_eq!(moved(from, to, 0..5), Some(0..5));
        assert_eq!(moved(from, to, 9..13), Some(11..15));
        assert_eq!(moved("abc", "axc", 1..2), None);
        assert_eq!(moved("aa", "aaa", 0..1), Some(0..1));
    }

    proptest! {
        #[test]
        fn positions_and_bytes_are_each_others_inverse(text in "[a-é😀\r\n ]{0,40}", byte in 0_usize..200) {
            let text = Text::new(text.into());
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                let position = text.position(byte, encoding);
                let back = text.byte(position, encoding);
                prop_assert!(text.as_str().is_char_boundary(back));
                prop_assert_eq!(text.position(back, encoding), position);
            }
        }

        #[test]
        fn what_moved_is_the_same(from in "[ab]{0,12}", to in "[ab]{0,12}", start in 0_usize..12, length in 0_usize..6) {
            let start = start.min(from.len());
            let end = (start + length).min(from.len());
            if let Some(found) = moved(&from, &to, start..end) {
                prop_assert_eq!(&to[found], &from[start..end]);
            }
        }
    }
}
