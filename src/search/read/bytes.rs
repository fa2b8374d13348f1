//! The bytes of one file of the index, read from the front, and what may be wrong with them.
//!
//! **Invariant:** whatever the bytes are, reading them ends, and takes no more memory than they
//! justify: what a file claims to hold is believed only as far as it is there.

use std::fmt;

use super::super::format::{FORMAT, fnv1a32};

/// Larger files are refused.
const LARGEST_FILE: usize = 64 << 20;

/// Longer words, in bytes, are refused; the writer cuts them far shorter.
const LONGEST_WORD: usize = 255;

/// Why a file of the index is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Longer than any file of an index.
    TooLarge,
    /// It ends before what it says it holds.
    Short,
    /// It goes on after what it says it holds.
    Long,
    /// Of another kind than the one that was asked for.
    Kind,
    /// Of a format that this program does not know.
    Format,
    /// Of another index than the entry.
    Epoch,
    /// Bytes were changed on the way.
    Checksum,
    /// A number beyond what it can be.
    Number,
    /// A text that is no text.
    Text,
    /// Words or places in the wrong order.
    Order,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "a file of the search index is too large",
            Self::Short => "a file of the search index is cut off",
            Self::Long => "a file of the search index goes on after its end",
            Self::Kind => "a file of the search index is of another kind",
            Self::Format => "a file of the search index has a format that is not known",
            Self::Epoch => "a file of the search index belongs to another index",
            Self::Checksum => "a file of the search index was damaged: its checksum differs",
            Self::Number => "a number in a file of the search index is out of its range",
            Self::Text => "a text in a file of the search index is not UTF-8",
            Self::Order => "a file of the search index is not in order",
        })
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for std::io::Error {
    fn from(fault: Fault) -> Self {
        Self::new(std::io::ErrorKind::InvalidData, fault)
    }
}

/// What is left to read.
#[derive(Debug, Clone)]
pub(super) struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    /// The body of a file: checked for its kind, format, epoch and checksum.
    pub(super) fn of_file(file: &'b [u8], kind: [u8; 3], epoch: u32) -> Result<Self, Fault> {
        if file.len() > LARGEST_FILE {
            return Err(Fault::TooLarge);
        }
        let (covered, checksum) = file.split_last_chunk::<4>().ok_or(Fault::Short)?;
        let mut bytes = Self(covered);
        if bytes.chunk::<3>()? != kind {
            return Err(Fault::Kind);
        }
        if bytes.byte()? != FORMAT {
            return Err(Fault::Format);
        }
        // The checksum first: of damaged bytes the epoch says nothing.
        if u32::from_le_bytes(*checksum) != fnv1a32(covered) {
            return Err(Fault::Checksum);
        }
        if u32::from_le_bytes(bytes.chunk::<4>()?) != epoch {
            return Err(Fault::Epoch);
        }
        Ok(bytes)
    }

    /// Takes a part of a body that has been checked already.
    pub(super) fn of(part: &'b [u8]) -> Self {
        Self(part)
    }

    /// Refuses what is left.
    pub(super) fn end(self) -> Result<(), Fault> {
        if self.0.is_empty() { Ok(()) } else { Err(Fault::Long) }
    }

    fn chunk<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], Fault> {
        let (chunk, rest) = self.0.split_first_chunk::<LENGTH>().ok_or(Fault::Short)?;
        self.0 = rest;
        Ok(*chunk)
    }

    pub(super) fn byte(&mut self) -> Result<u8, Fault> {
        let [byte] = self.chunk()?;
        Ok(byte)
    }

    pub(super) fn take(&mut self, length: u32) -> Result<&'b [u8], Fault> {
        let length = usize::try_from(length).map_err(|_| Fault::Short)?;
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Fault::Short)?;
        self.0 = rest;
        Ok(taken)
    }

    /// An unsigned LEB128 number of at most five bytes.
    pub(super) fn number(&mut self) -> Result<u32, Fault> {
        let mut number = 0_u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(number).map_err(|_| Fault::Number);
            }
        }
        Err(Fault::Number)
    }

    /// How many things follow, each of at least so many bytes: no more than there is room for.
    pub(super) fn count(&mut self, least: usize) -> Result<u32, Fault> {
        let count = self.number()?;
        let room = self.0.len() / least;
        if usize::try_from(count).is_ok_and(|count| count <= room) { Ok(count) } else { Err(Fault::Short) }
    }

    /// A text with its length before it.
    pub(super) fn string(&mut self) -> Result<&'b str, Fault> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Fault::Text)
    }

    /// A word written as what differs from the word before.
    pub(super) fn front_coded(&mut self, before: &str) -> Result<String, Fault> {
        let lengths = self.byte()?;
        let shared = self.nibble(lengths >> 4)?;
        let rest = self.nibble(lengths & 15)?;
        let shared = usize::try_from(shared).ok().and_then(|shared| before.as_bytes().get(..shared));
        let shared = shared.ok_or(Fault::Number)?;
        let rest = self.take(rest)?;
        if shared.len() + rest.len() > LONGEST_WORD {
            return Err(Fault::Number);
        }
        String::from_utf8([shared, rest].concat()).map_err(|_| Fault::Text)
    }

    fn nibble(&mut self, nibble: u8) -> Result<u32, Fault> {
        if nibble < 15 {
            return Ok(u32::from(nibble));
        }
        self.number()?.checked_add(15).ok_or(Fault::Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_five_bytes_and_fit() {
        let number = |bytes: &[u8]| Bytes::of(bytes).number();
        assert_eq!(number(&[0]), Ok(0));
        assert_eq!(number(&[0x80, 1]), Ok(128));
        assert_eq!(number(&[0xff, 0xff, 0xff, 0xff, 0x0f]), Ok(u32::MAX));
        assert_eq!(number(&[0xff, 0xff, 0xff, 0xff, 0x1f]), Err(Fault::Number));
        assert_eq!(number(&[0x80, 0x80, 0x80, 0x80, 0x80, 1]), Err(Fault::Number));
        assert_eq!(number(&[0x80]), Err(Fault::Short));
    }

    #[test]
    fn words_may_share_part_of_a_letter() {
        assert_eq!(Bytes::of(&[0x12, 0xa8, b'x']).front_coded("é"), Ok("èx".to_owned()));
        assert_eq!(Bytes::of(&[0x10]).front_coded("é"), Err(Fault::Text));
        assert_eq!(Bytes::of(&[0x30, b'x']).front_coded("é"), Err(Fault::Number));
        let long = "a".repeat(20);
        assert_eq!(Bytes::of(&[0xf1, 5, b'b']).front_coded(&long), Ok(format!("{long}b")));
        assert_eq!(Bytes::of(&[0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]).front_coded(&long), Err(Fault::Number));
    }

    #[test]
    fn more_than_is_there_is_not_believed() {
        assert_eq!(Bytes::of(&[0xff, 0xff, 0x03, 0, 0]).count(2), Err(Fault::Short));
        assert_eq!(Bytes::of(&[2, b'a']).string(), Err(Fault::Short));
        assert_eq!(Bytes::of(&[1, 0xff]).string(), Err(Fault::Text));
    }
}
