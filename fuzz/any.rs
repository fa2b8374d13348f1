//! Any bytes, read as every file of a search index. Shared by the fuzzer and by `cargo test`.

use kabar::search::read::{Entry, Fragment, Phrase, Positions, Postings, Words, decode_values};

/// The epoch that bytes claim: else most would be refused at the door.
fn epoch(bytes: &[u8]) -> u32 {
    bytes.get(4..8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// Puts the checksum right, so that what is behind it is reached.
pub fn sealed(bytes: &[u8]) -> Vec<u8> {
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    [bytes, &hash.to_le_bytes()].concat()
}

/// Reads bytes as each kind of file; what is read must be in order. A panic, a hang or memory
/// without end is a fault.
pub fn read(bytes: &[u8], records: u32) {
    if let Ok(words) = Words::decode(bytes, epoch(bytes)) {
        assert!(words.keys.is_sorted_by(|one, next| one.word < next.word));
        assert!(words.phrases.is_sorted_by(|one: &Phrase, next| one.words < next.words));
        for key in &words.keys {
            assert_eq!(words.key(&key.word), Some(key));
            assert!(words.beginning(&key.word).contains(key));
        }
    }
    if let Ok(postings) = Postings::decode(bytes, epoch(bytes), records) {
        for (place, lemma) in postings.lemmas.iter().enumerate() {
            assert_eq!(postings.place(&lemma.lemma), Some(place));
            assert!(lemma.ordinals.is_sorted_by(|one, next| one < next));
            assert!(lemma.ordinals.last().is_some_and(|last| *last < records));
        }
        // The same bytes with the other name: positions of these roots, if they are.
        let named = [b"KSX", bytes.get(3..).unwrap_or_default()].concat();
        read_positions(&named, &postings);
    }
    let _ = Entry::decode(bytes);
    let _ = Fragment::decode(bytes);
    let _ = decode_values(bytes, records);
}

/// Reads bytes as the positions of a shard of postings.
pub fn read_positions(bytes: &[u8], postings: &Postings) {
    let Ok(positions) = Positions::decode(bytes, epoch(bytes), postings) else { return };
    for (place, lemma) in postings.lemmas.iter().enumerate() {
        if let Ok(all) = positions.of(place, lemma) {
            assert_eq!(all.len(), lemma.ordinals.len());
        }
    }
}
