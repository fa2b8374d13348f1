//! Where the bytes of a text stand in its file, also when the text was put together from parts.

use std::ops::Range;

use crate::markdown::tree::Place;

/// A text's way back to its file.
#[derive(Debug, Clone)]
pub struct Places {
    /// The first byte of each part in the text, and in the file; sorted, the first begins at 0.
    parts: Vec<(usize, usize)>,
    /// The byte of the file that no place goes beyond.
    limit: usize,
}

impl Places {
    /// A text that stands in the file as it is.
    pub fn contiguous(offset: usize, length: usize) -> Self {
        Self { parts: vec![(0, offset)], limit: offset + length }
    }

    /// A text whose places are all one range, until [`Places::part`] says more.
    pub fn within(range: Range<usize>) -> Self {
        Self { parts: vec![(0, range.start)], limit: range.end.max(range.start) }
    }

    /// Says that from byte `text` on it stands at byte `file`; parts are given in order.
    pub fn part(&mut self, text: usize, file: usize) {
        match self.parts.last_mut() {
            Some(last) if last.0 == text => last.1 = file,
            _ => self.parts.push((text, file)),
        }
    }

    /// The way back of a text that begins at byte `start` of this one.
    pub fn from(&self, start: usize) -> Self {
        let first = self.byte(start);
        let mut places = Self { parts: vec![(0, first)], limit: self.limit.max(first) };
        for (text, file) in &self.parts {
            if *text > start {
                places.parts.push((text - start, *file));
            }
        }
        places
    }

    /// The way back of the same text with `length` bytes put before it.
    #[must_use]
    pub fn moved(mut self, length: usize) -> Self {
        for (text, _) in self.parts.iter_mut().skip(1) {
            *text += length;
        }
        let (_, first) = self.parts[0];
        self.parts.insert(1, (length, first));
        self
    }

    /// The place of a range of the text.
    pub fn place(&self, range: Range<usize>) -> Place {
        let start = self.byte(range.start);
        // The end of a range is the byte after its last one, which may stand in another part.
        let end = if range.end > range.start { self.byte(range.end - 1) + 1 } else { start };
        Place { start, end: end.clamp(start, self.limit.max(start)) }
    }

    /// Where a byte of the text stands in the file.
    pub fn byte(&self, text: usize) -> usize {
        let next = self.parts.partition_point(|(start, _)| *start <= text);
        let (start, file) = self.parts[next.saturating_sub(1)];
        let end = self.parts.get(next).map_or(self.limit, |(_, file)| (*file).min(self.limit));
        (file + (text - start.min(text))).min(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_over_two_parts_spans_both() {
        let mut places = Places::within(100..200);
        places.part(0, 110);
        places.part(5, 130);
        assert_eq!(places.place(2..5), Place { start: 112, end: 115 });
        assert_eq!(places.place(2..7), Place { start: 112, end: 132 });
        assert_eq!(places.place(5..5), Place { start: 130, end: 130 });
    }

    #[test]
    fn no_place_leaves_the_text() {
        assert_eq!(Places::contiguous(10, 5).place(3..99), Place { start: 13, end: 15 });
    }
}
