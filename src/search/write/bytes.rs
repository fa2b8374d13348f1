//! The bytes of one file of the index, written from the front.
//!
//! **Invariant:** what is written here is what a reader that keeps all limits takes.

use super::super::format::{FORMAT, fnv1a32};

/// What has been written.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct Bytes(Vec<u8>);

impl Bytes {
    /// Begins a file of a kind, of the index of an epoch.
    pub(super) fn of_file(kind: [u8; 3], epoch: u32) -> Self {
        let mut bytes = Self(kind.to_vec());
        bytes.byte(FORMAT);
        bytes.0.extend(epoch.to_le_bytes());
        bytes
    }

    /// Ends a file with its checksum.
    pub(super) fn sealed(mut self) -> Vec<u8> {
        let checksum = fnv1a32(&self.0);
        self.0.extend(checksum.to_le_bytes());
        self.0
    }

    /// What was written, without a checksum.
    pub(in crate::search) fn into_vec(self) -> Vec<u8> {
        self.0
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        &self.0
    }

    /// Begins anew, in the same memory.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(in crate::search) fn len(&self) -> usize {
        self.0.len()
    }

    pub(in crate::search) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(in crate::search) fn extend(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// An unsigned LEB128 number.
    pub(in crate::search) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(low_byte(number) | 0x80);
            number >>= 7;
        }
        self.0.push(low_byte(number));
    }

    /// A number of things: no file holds more of them than a number can say.
    pub(in crate::search) fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// A text with its length before it.
    pub(super) fn string(&mut self, text: &str) {
        self.count(text.len());
        self.extend(text.as_bytes());
    }

    /// A word as what differs from the word before.
    pub(super) fn front_coded(&mut self, before: &str, word: &str) {
        let shared = before.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
        let rest = &word.as_bytes()[shared..];
        self.byte(nibble(shared) << 4 | nibble(rest.len()));
        for length in [shared, rest.len()] {
            if length >= 15 {
                self.count(length - 15);
            }
        }
        self.extend(rest);
    }
}

/// Half a byte: a length below 15, or that more of it follows.
fn nibble(length: usize) -> u8 {
    u8::try_from(length.min(15)).unwrap_or(15)
}

fn low_byte(number: u32) -> u8 {
    number.to_le_bytes()[0] & 0x7f
}
