//! What writer and reader of the search index share: its files and their names, its numbers, and
//! the shard in which a word stands. `docs/search-format.md` says the rest.
//!
//! **Invariant:** the names of all files follow from how many records there are and from the
//! configuration, without any text being read.

use crate::config::Config;

use super::facets::facets;

/// The format of the files; a reader refuses any other.
pub(super) const FORMAT: u8 = 1;

/// The folder of the indexes of all languages.
pub const SEARCH_FOLDER: &str = "/search-index/";

/// More shards than that there never are, of either kind.
pub(super) const MOST_WORDS_SHARDS: u32 = 1024;
pub(super) const MOST_POSTINGS_SHARDS: u32 = 4096;

/// More records than that are refused.
pub(super) const MOST_RECORDS: u32 = 1 << 22;

/// How many letters of a word choose its shard: who completes a word has typed so many.
const LETTERS: usize = 3;

/// A file of the index of a language, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchFile {
    /// What is known of the whole index.
    Entry,
    /// A shard of words: forms and their roots.
    Words(u32),
    /// A shard of postings: roots and the records that have them.
    Postings(u32),
    /// A shard of positions: where in the records.
    Positions(u32),
    /// What is shown of one record.
    Fragment(u32),
    /// The values of one facet.
    Facet(usize),
}

impl SearchFile {
    /// Its name below the folder of its language.
    pub fn name(self, config: &Config) -> String {
        match self {
            Self::Entry => "search.json".to_owned(),
            Self::Words(shard) => format!("words/{shard:x}.bin"),
            Self::Postings(shard) => format!("postings/{shard:x}.bin"),
            Self::Positions(shard) => format!("positions/{shard:x}.bin"),
            Self::Fragment(ordinal) => format!("fragments/{ordinal}.json"),
            Self::Facet(facet) => {
                let facets = facets(config);
                format!("facets/{}.json", facets.get(facet).map_or("", |facet| facet.id.as_str()))
            }
        }
    }
}

/// The 32-bit FNV-1a hash of bytes.
pub(super) fn fnv1a32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The hash by which a word, or what a reader has typed of it, finds its shard of words.
pub(super) fn beginning_hash(word: &str) -> u32 {
    let end = word.char_indices().nth(LETTERS).map_or(word.len(), |(at, _)| at);
    fnv1a32(&word.as_bytes()[..end])
}

/// The shard of words in which a word stands; there are a power of two of them.
pub(super) fn words_shard(word: &str, shards: u32) -> u32 {
    beginning_hash(word) & shards.saturating_sub(1)
}

/// How many shards of words an index has: the least power of two from twice the root of how many
/// records there are.
pub(super) fn words_shards(records: u32) -> u32 {
    power_of_two(MOST_WORDS_SHARDS, |shards| u64::from(shards) * u64::from(shards) >= 4 * u64::from(records))
}

/// How many shards of postings: the least power of two from half as many as there are records.
pub(super) fn postings_shards(records: u32) -> u32 {
    power_of_two(MOST_POSTINGS_SHARDS, |shards| 2 * u64::from(shards) >= u64::from(records))
}

fn power_of_two(most: u32, is_enough: impl Fn(u32) -> bool) -> u32 {
    let mut shards = 1;
    while shards < most && !is_enough(shards) {
        shards *= 2;
    }
    shards
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_published_algorithm() {
        for (text, hash) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(fnv1a32(text.as_bytes()), hash, "{text}");
        }
    }

    #[test]
    fn three_letters_choose_the_shard_of_a_word_in_any_script() {
        assert_eq!(words_shard("desa", 256), words_shard("des", 256));
        assert_eq!(words_shard("ꦢꦺꦱꦏ", 256), words_shard("ꦢꦺꦱ", 256));
        assert_eq!(words_shard("de", 256), fnv1a32(b"de") & 255);
    }

    #[test]
    fn shards_grow_with_the_records() {
        let shards = |records| (words_shards(records), postings_shards(records));
        assert_eq!([0, 1, 2, 4, 5].map(shards), [(1, 1), (2, 1), (4, 1), (4, 2), (8, 4)]);
        assert_eq!(shards(4000), (128, 2048));
        assert_eq!(shards(10_000), (256, 4096));
        assert_eq!(shards(1_000_000), (1024, 4096));
    }
}
