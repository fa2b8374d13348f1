//! The words of one record: how much each root says of it, and where it stands in which form. A
//! function of the record's texts and of what the lexicon knows of words.
//!
//! **Invariant:** the roots of one shard of postings lie behind one another, however many shards
//! there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Lang;

use super::lexicon::{Known, Lexicon, cut};
use super::record::{FIELDS, Field, Record};
use super::token::tokens;
use super::write::Bytes;

/// What a word in a field weighs, by field.
const WEIGHTS: [f64; FIELDS.len()] = [6.0, 2.5, 2.0, 1.5, 1.0];

/// How many words a field usually has.
const USUAL: [f64; FIELDS.len()] = [8.0, 30.0, 30.0, 10.0, 500.0];

/// How much the length of a field counts.
const LENGTH: f64 = 0.6;

/// How fast more occurrences stop counting.
const SATURATION: f64 = 1.2;

/// The greatest impact; the bit above says that the word stands in the title.
const MOST: f64 = 127.0;
const IN_TITLE: u8 = 0x80;

/// Blocks of text begin at multiples of that, and are at least so far from each other: no phrase
/// spans two, and a word more in one seldom moves those behind it.
const GRID: u32 = 64;

/// Into how many parts a bag is divided for finding a shard in it: by the first bits of a hash.
const PART_BITS: u32 = 4;
const PARTS: usize = 1 << PART_BITS;

/// The words of one record.
#[derive(Debug)]
pub struct Bag {
    /// Entry after entry, by the turned hash of the root.
    bytes: Box<[u8]>,
    /// Where each part begins.
    parts: [u32; PARTS],
}

/// One root in a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'b> {
    pub lemma: u32,
    /// How much it says of the record, 1 to 127, and whether it stands in the title.
    pub impact: u8,
    rest: &'b [u8],
}

/// Where the entry of a root begins in its bag.
pub(super) type At = u32;

/// One form in a record, while it is taken in.
#[derive(Default)]
struct Use {
    counts: [u32; FIELDS.len()],
    positions: Vec<u32>,
}

impl Bag {
    /// Takes in the words of a record.
    pub(super) fn new(record: &Record, lang: &Lang, lexicon: &Lexicon) -> Self {
        let mut uses: BTreeMap<String, Use> = BTreeMap::new();
        let mut lengths = [0; FIELDS.len()];
        let mut start = 0;
        for field in FIELDS {
            for text in record.texts(field) {
                for block in text.lines() {
                    let mut position = start;
                    for token in tokens(block, lang) {
                        let found = uses.entry(cut(&token.word).to_owned()).or_default();
                        found.counts[field as usize] += 1;
                        found.positions.push(position);
                        position += 1;
                    }
                    lengths[field as usize] += position - start;
                    if position > start {
                        start = ((position - 1) / GRID + 2) * GRID;
                    }
                }
            }
        }
        let numbers = lexicon.numbers(uses.keys().map(String::as_str));
        let known = lexicon.known();
        let mut roots: BTreeMap<(u32, u32), Vec<(u32, Use)>> = BTreeMap::new();
        for (number, found) in numbers.into_iter().zip(uses.into_values()) {
            let lemma = known.lemma(number);
            roots.entry((known.hash(lemma).reverse_bits(), lemma)).or_default().push((number, found));
        }
        let norms = std::array::from_fn(|field| norm(lengths[field], USUAL[field]));
        Self::of(roots, &norms)
    }

    fn of(roots: BTreeMap<(u32, u32), Vec<(u32, Use)>>, norms: &[f64; FIELDS.len()]) -> Self {
        let mut bytes = Bytes::default();
        let mut parts = [0; PARTS];
        let mut next = 0;
        for ((turned, lemma), forms) in roots {
            let part = (turned >> (u32::BITS - PART_BITS)) as usize;
            let here = at(&bytes);
            parts[next..=part].fill(here);
            next = part + 1;
            bytes.number(lemma);
            bytes.byte(impact(&forms, norms));
            let rest = places(lemma, &forms);
            bytes.count(rest.len());
            bytes.extend(&rest);
        }
        parts[next..].fill(at(&bytes));
        Self { bytes: bytes.into_vec().into_boxed_slice(), parts }
    }

    /// How many bytes of memory it takes.
    pub fn size(&self) -> usize {
        self.bytes.len() + size_of::<Self>()
    }

    /// All entries, each with its place.
    pub(super) fn entries(&self) -> Entries<'_> {
        self.between(0, self.bytes.len())
    }

    /// The entries of one shard of postings.
    pub(super) fn of_shard<'b>(
        &'b self,
        shard: u32,
        shards: u32,
        known: &'b Known,
    ) -> impl Iterator<Item = (At, Entry<'b>)> {
        let bits = shards.ilog2().min(PART_BITS);
        // A shard is chosen by the last bits of a hash, which are the first of the turned one.
        let turned = if bits == 0 { 0 } else { shard.reverse_bits() >> (u32::BITS - bits) };
        let width = PARTS >> bits;
        let first = turned as usize * width;
        let start = self.parts[first] as usize;
        let end = self.parts.get(first + width).map_or(self.bytes.len(), |end| *end as usize);
        self.between(start, end).filter(move |(_, entry)| known.hash(entry.lemma) & (shards - 1) == shard)
    }

    /// The entry that begins at a place.
    pub(super) fn entry(&self, at: At) -> Option<Entry<'_>> {
        self.between(at as usize, self.bytes.len()).next().map(|(_, entry)| entry)
    }

    fn between(&self, start: usize, end: usize) -> Entries<'_> {
        Entries { bytes: &self.bytes[..end], at: start }
    }
}

/// Entries, one after another.
pub(super) struct Entries<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Entries<'b> {
    type Item = (At, Entry<'b>);

    fn next(&mut self) -> Option<Self::Item> {
        let here = u32::try_from(self.at).ok()?;
        let mut bytes = self.bytes.get(self.at..).filter(|bytes| !bytes.is_empty())?;
        let lemma = number(&mut bytes);
        let (impact, mut bytes) = bytes.split_first()?;
        let length = number(&mut bytes) as usize;
        let rest = bytes.get(..length)?;
        self.at = self.bytes.len() - bytes.len() + length;
        Some((here, Entry { lemma, impact: *impact, rest }))
    }
}

impl<'b> Entry<'b> {
    /// The forms in which the root stands in the record.
    pub(super) fn forms(&self) -> Vec<u32> {
        self.split().0
    }

    /// The forms, and where they stand: position and index of the form, by position.
    pub(super) fn places(&self) -> (Vec<u32>, impl Iterator<Item = (u32, u32)> + use<'b>) {
        let (forms, mut bytes) = self.split();
        let count = u32::try_from(forms.len()).unwrap_or(1).max(1);
        let mut position = 0;
        let places = std::iter::from_fn(move || {
            if bytes.is_empty() {
                return None;
            }
            let step = number(&mut bytes);
            position += step / count;
            Some((position, step % count))
        });
        (forms, places)
    }

    fn split(&self) -> (Vec<u32>, &'b [u8]) {
        let mut bytes = self.rest;
        let count = number(&mut bytes);
        let forms = match count {
            0 => vec![self.lemma],
            _ => (0..count).map(|_| number(&mut bytes)).collect(),
        };
        (forms, bytes)
    }
}

/// The forms of a root, unless its only one is itself, and the places of each.
fn places(lemma: u32, forms: &[(u32, Use)]) -> Vec<u8> {
    let mut bytes = Bytes::default();
    if matches!(forms, [(form, _)] if *form == lemma) {
        bytes.number(0);
    } else {
        bytes.count(forms.len());
        forms.iter().for_each(|(form, _)| bytes.number(*form));
    }
    let places = (0_u32..).zip(forms).flat_map(|(form, (_, found))| found.positions.iter().map(move |at| (*at, form)));
    let mut places: Vec<(u32, u32)> = places.collect();
    places.sort_unstable();
    encode(&places, forms.len(), |step| bytes.number(step));
    bytes.into_vec()
}

/// Writes places as steps, each together with its form. What is farther off than a number can say,
/// behind a thousand million words, is left out.
pub(super) fn encode(places: &[(u32, u32)], forms: usize, mut write: impl FnMut(u32)) {
    let count = u32::try_from(forms).unwrap_or(u32::MAX).max(1);
    let mut before = 0;
    for (position, form) in places {
        let step = (position - before).checked_mul(count).and_then(|step| step.checked_add(*form));
        let Some(step) = step else { return };
        write(step);
        before = *position;
    }
}

fn at(bytes: &Bytes) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// Reads a number that [`Bytes::number`] wrote.
fn number(bytes: &mut &[u8]) -> u32 {
    let mut number = 0;
    let mut shift = 0;
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            break;
        }
    }
    number
}

/// How much longer than usual a field is, as far as it counts.
fn norm(length: u32, usual: f64) -> f64 {
    1.0 - LENGTH + LENGTH * class(length) / usual
}

/// A length, rounded to the nearest half power of two: a word more seldom changes it.
fn class(length: u32) -> f64 {
    // The greatest `half` with 2^(half - 1/2) at most the square of the length; in whole numbers,
    // so that it is the same on all machines.
    let square_of_square = u128::from(length.clamp(1, 1 << 30)).pow(4);
    let mut half = 0_i32;
    while 1_u128 << (2 * half + 1) <= square_of_square {
        half += 1;
    }
    let whole = 2_f64.powi(half / 2);
    if half % 2 == 0 { whole } else { whole * std::f64::consts::SQRT_2 }
}

/// How much a root says of a record (BM25F without the rarity of the word, which only the whole
/// index knows), and whether it stands in the title.
fn impact(forms: &[(u32, Use)], norms: &[f64; FIELDS.len()]) -> u8 {
    let count = |field: usize| forms.iter().map(|(_, found)| found.counts[field]).sum::<u32>();
    let weighed: f64 = (0..FIELDS.len()).map(|field| WEIGHTS[field] * f64::from(count(field)) / norms[field]).sum();
    let impact = (MOST * weighed / (weighed + SATURATION)).round().clamp(1.0, MOST);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 1 to 127")]
    let impact = impact as u8;
    if count(Field::Title as usize) > 0 { impact | IN_TITLE } else { impact }
}

/// A bag that successive states share.
pub(super) type SharedBag = Arc<Bag>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_to_half_powers_of_two() {
        for length in 1..5000_u32 {
            let exact = 2_f64.powf((2.0 * f64::from(length).log2()).round() / 2.0);
            assert!((class(length) - exact).abs() < 1e-9, "{length}: {} {exact}", class(length));
        }
        assert!((class(0) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn places_are_read_as_they_were_written() {
        let found = |positions: &[u32]| Use { counts: [1, 0, 0, 0, 0], positions: positions.to_vec() };
        let roots = BTreeMap::from([
            ((0, 7), vec![(7, found(&[0, 300, 70_000]))]),
            ((5 << 28, 900_000), vec![(3, found(&[5])), (900_000, found(&[2, 6])), (70_000, found(&[4]))]),
        ]);
        let bag = Bag::of(roots, &[1.0; 5]);
        let read: Vec<_> = bag.entries().map(|(_, entry)| entry).collect();
        let all = |entry: &Entry| {
            let (forms, places) = entry.places();
            (entry.lemma, forms, places.collect::<Vec<_>>())
        };
        assert_eq!(all(&read[0]), (7, vec![7], vec![(0, 0), (300, 0), (70_000, 0)]));
        assert_eq!(all(&read[1]), (900_000, vec![3, 900_000, 70_000], vec![(2, 1), (4, 2), (5, 0), (6, 1)]));
        assert_eq!(read.len(), 2);
        let places: Vec<At> = bag.entries().map(|(at, _)| at).collect();
        assert_eq!(bag.entry(places[1]).map(|entry| entry.lemma), Some(900_000));
    }
}
