//! The numbers that writer and reader of the index share.

pub(super) const FORMAT: u8 = 1;
pub(super) const LARGEST_FILE: usize = 8 << 20;
pub(super) const LONGEST_WORD: usize = 255;
pub(super) const MOST_WORDS_SHARDS: u32 = 1024;
pub(super) const MOST_POSTINGS_SHARDS: u32 = 4096;
pub(super) const MOST_RECORDS: u32 = 1 << 22;

/// A file of the index of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchFile {
    Entry,
    Words(u32),
    Postings(u32),
    Positions(u32),
    Fragment(u32),
    Facet(usize),
}

pub(super) fn fnv1a32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

pub(super) fn words_shard(word: &str, shards: u32) -> u32 {
    let end = word.char_indices().nth(3).map_or(word.len(), |(at, _)| at);
    fnv1a32(&word.as_bytes()[..end]) & (shards - 1)
}

pub(super) fn postings_shard(lemma: &str, shards: u32) -> u32 {
    fnv1a32(lemma.as_bytes()) & (shards - 1)
}
