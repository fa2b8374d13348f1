//! A shard of postings: by root, the records that have it and how much it says of each.
//!
//! **Invariant:** ordinals ascend and are below the number of records; each has one impact.

use super::bytes::{Bytes, Fault};

/// The postings of the roots of one shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postings {
    /// How large the shard of positions of the same number is.
    pub positions_kib: u32,
    pub lemmas: Vec<Lemma>,
}

/// A root, and the records that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lemma {
    pub lemma: String,
    /// The forms in which texts have it; none where the root is the only one.
    pub forms: Vec<String>,
    /// A word that every language is full of.
    pub is_common: bool,
    pub ordinals: Vec<u32>,
    /// As many as ordinals; none of a common word.
    impacts: Vec<u8>,
}

impl Lemma {
    /// How much the word says of the record at a place of the ordinals, 1 to 127; of a common word
    /// nothing.
    pub fn impact(&self, place: usize) -> u8 {
        self.impacts.get(place).map_or(0, |impact| impact & 127)
    }

    /// Says whether the word stands in the title of the record at a place of the ordinals.
    pub fn is_in_title(&self, place: usize) -> bool {
        self.impacts.get(place).is_some_and(|impact| impact & 128 != 0)
    }

    /// The number of a form, as positions name it.
    pub fn form(&self, word: &str) -> Option<u32> {
        if self.forms.is_empty() {
            return (self.lemma == word).then_some(0);
        }
        let place = self.forms.binary_search_by(|form| form.as_str().cmp(word)).ok()?;
        u32::try_from(place).ok()
    }

    /// The forms in which texts have the root.
    pub fn written(&self) -> Vec<&str> {
        if self.forms.is_empty() {
            return vec![&self.lemma];
        }
        self.forms.iter().map(String::as_str).collect()
    }
}

impl Postings {
    /// Reads a shard of the index of an epoch, which has so many records.
    pub fn decode(file: &[u8], epoch: u32, records: u32) -> Result<Self, Fault> {
        let mut bytes = Bytes::of_file(file, *b"KSP", epoch)?;
        let positions_kib = bytes.number()?;
        let mut lemmas: Vec<Lemma> = Vec::new();
        for _ in 0..bytes.count(5)? {
            let before = lemmas.last().map_or("", |lemma| lemma.lemma.as_str());
            let lemma = bytes.front_coded(before)?;
            if !lemmas.is_empty() && *lemma <= *before {
                return Err(Fault::Order);
            }
            lemmas.push(one(lemma, records, &mut bytes)?);
        }
        bytes.end()?;
        Ok(Self { positions_kib, lemmas })
    }

    /// The place of a root among those of the shard.
    pub fn place(&self, lemma: &str) -> Option<usize> {
        self.lemmas.binary_search_by(|known| known.lemma.as_str().cmp(lemma)).ok()
    }
}

fn one(lemma: String, records: u32, bytes: &mut Bytes<'_>) -> Result<Lemma, Fault> {
    let mut forms: Vec<String> = Vec::new();
    for _ in 0..bytes.count(1)? {
        let form = bytes.front_coded(forms.last().unwrap_or(&lemma))?;
        if forms.last().is_some_and(|before| form <= *before) {
            return Err(Fault::Order);
        }
        forms.push(form);
    }
    let coding = bytes.byte()?;
    if coding > 3 {
        return Err(Fault::Number);
    }
    let (is_bitmap, is_common) = (coding & 1 != 0, coding & 2 != 0);
    let count = bytes.number()?;
    if count == 0 || count > records {
        return Err(Fault::Number);
    }
    let ordinals = match is_bitmap {
        true => bitmap(count, records, bytes)?,
        false => ordinals((0..count).map(|_| bytes.number()), records)?,
    };
    let impacts = if is_common { Vec::new() } else { bytes.take(count)?.to_vec() };
    if impacts.iter().any(|impact| impact & 127 == 0) {
        return Err(Fault::Number);
    }
    Ok(Lemma { lemma, forms, is_common, ordinals, impacts })
}

/// Ordinals, of the first and how many are left out between each and the next.
pub(super) fn ordinals(gaps: impl Iterator<Item = Result<u32, Fault>>, records: u32) -> Result<Vec<u32>, Fault> {
    let mut ordinals: Vec<u32> = Vec::new();
    for gap in gaps {
        let gap = gap?;
        let ordinal = match ordinals.last() {
            None => Some(gap),
            Some(last) => last.checked_add(1).and_then(|next| next.checked_add(gap)),
        };
        ordinals.push(ordinal.filter(|ordinal| *ordinal < records).ok_or(Fault::Number)?);
    }
    Ok(ordinals)
}

fn bitmap(count: u32, records: u32, bytes: &mut Bytes<'_>) -> Result<Vec<u32>, Fault> {
    let length = bytes.number()?;
    let bits = bytes.take(length)?;
    if bits.last().is_none_or(|last| *last == 0) {
        return Err(Fault::Number);
    }
    let set: u64 = bits.iter().map(|byte| u64::from(byte.count_ones())).sum();
    if set != u64::from(count) || u64::from(length) > u64::from(records).div_ceil(8) {
        return Err(Fault::Number);
    }
    let of_byte = |(start, byte): (u32, &u8)| {
        let byte = *byte;
        (0..8).filter(move |bit| byte >> bit & 1 == 1).map(move |bit| start + bit)
    };
    let ordinals: Vec<u32> = (0_u32..).step_by(8).zip(bits).flat_map(of_byte).collect();
    if ordinals.last().is_none_or(|last| *last >= records) {
        return Err(Fault::Number);
    }
    Ok(ordinals)
}
