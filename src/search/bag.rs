//! The words of one record: how much each root says of it, and where it stands in which form. A
//! function of the record's texts and of what the lexicon knows of words.
//!
//! **Invariant:** the roots of one shard of postings lie behind one another, however many shards
//! there are.

use std::sync::Arc;

use crate::base::Lang;

use super::lexicon::{Known, Lexicon, Word, cut};
use super::record::{FIELDS, Field, Record};
use super::token::each_token;
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

/// Where a form stands in a record, while it is taken in: what its root is sorted by, the number of
/// the form, its position.
type Occurrence = (u64, u32, u32);

/// How long the fields of a record are: up to which position each goes, and how much longer than
/// usual it is.
struct Lengths {
    ends: [u32; FIELDS.len()],
    norms: [f64; FIELDS.len()],
}

impl Bag {
    /// Takes in the words of a record.
    pub(super) fn new(record: &Record, lang: &Lang, lexicon: &Lexicon) -> Self {
        let mut words = Vec::new();
        let mut lengths = Lengths { ends: [0; FIELDS.len()], norms: [0.0; FIELDS.len()] };
        let mut start = 0;
        let mut numbers = lexicon.numbers();
        for (field, kind) in FIELDS.into_iter().enumerate() {
            let mut length = 0;
            for block in record.texts(kind).into_iter().flat_map(str::lines) {
                let mut position = start;
                each_token(block, lang, |word, _| {
                    words.push((numbers.of(cut(word)), position));
                    position += 1;
                });
                length += position - start;
                if position > start {
                    start = ((position - 1) / GRID + 2) * GRID;
                }
            }
            lengths.ends[field] = start;
            lengths.norms[field] = norm(length, USUAL[field]);
        }
        let numbers = numbers.all();
        let known = lexicon.known();
        let occurrence = |(word, position): (Word, u32)| {
            let form = numbers.of(word);
            let lemma = known.lemma(form);
            (u64::from(known.hash(lemma).reverse_bits()) << 32 | u64::from(lemma), form, position)
        };
        let mut occurrences: Vec<Occurrence> = words.into_iter().map(occurrence).collect();
        occurrences.sort_unstable();
        Self::of(&occurrences, &lengths)
    }

    /// Puts occurrences, which are sorted, one root after another.
    fn of(occurrences: &[Occurrence], lengths: &Lengths) -> Self {
        let mut bytes = Bytes::default();
        let mut parts = [0; PARTS];
        let mut next = 0;
        for of_root in occurrences.chunk_by(|one, other| one.0 == other.0) {
            let [lemma, turned] = [of_root[0].0, of_root[0].0 >> 32].map(low_half);
            let part = (turned >> (u32::BITS - PART_BITS)) as usize;
            let here = at(&bytes);
            parts[next..=part].fill(here);
            next = part + 1;
            bytes.number(lemma);
            bytes.byte(impact(of_root, lengths));
            let rest = places(lemma, of_root);
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
    pub(super) fn forms(&self) -> impl Iterator<Item = u32> + use<'b> {
        let mut bytes = self.rest;
        let count = number(&mut bytes);
        let only = (count == 0).then_some(self.lemma);
        only.into_iter().chain((0..count).map(move |_| number(&mut bytes)))
    }

    /// Where it stands: position and index of the form, by position.
    pub(super) fn places(&self) -> impl Iterator<Item = (u32, u32)> + use<'b> {
        let (count, mut bytes) = self.steps();
        let mut position = 0;
        std::iter::from_fn(move || {
            if bytes.is_empty() {
                return None;
            }
            let step = number(&mut bytes);
            position += step / count;
            Some((position, step % count))
        })
    }

    /// How many forms there are, and the places as they are kept: steps, each together with its form.
    pub(super) fn steps(&self) -> (u32, &'b [u8]) {
        let mut bytes = self.rest;
        let count = number(&mut bytes);
        for _ in 0..count {
            number(&mut bytes);
        }
        (count.max(1), bytes)
    }
}

/// The forms of a root, unless its only one is itself, and the places of each.
fn places(lemma: u32, of_root: &[Occurrence]) -> Vec<u8> {
    let mut bytes = Bytes::default();
    let of_forms = || of_root.chunk_by(|one, other| one.1 == other.1);
    let forms = of_forms().count();
    if forms == 1 && of_root[0].1 == lemma {
        bytes.number(0);
    } else {
        bytes.count(forms);
        of_forms().for_each(|of_form| bytes.number(of_form[0].1));
    }
    let of_form = |(form, of_form): (u32, &[Occurrence])| of_form.iter().map(move |(.., at)| (*at, form)).collect();
    let mut places: Vec<(u32, u32)> = (0_u32..).zip(of_forms()).flat_map::<Vec<_>, _>(of_form).collect();
    if forms > 1 {
        places.sort_unstable();
    }
    encode(&places, forms, |step| bytes.number(step));
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
fn impact(of_root: &[Occurrence], lengths: &Lengths) -> u8 {
    let mut counts = [0_u32; FIELDS.len()];
    for (.., position) in of_root {
        counts[lengths.ends.iter().position(|end| position < end).unwrap_or(FIELDS.len() - 1)] += 1;
    }
    let weighed: f64 =
        (0..FIELDS.len()).map(|field| WEIGHTS[field] * f64::from(counts[field]) / lengths.norms[field]).sum();
    let impact = (MOST * weighed / (weighed + SATURATION)).round().clamp(1.0, MOST);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 1 to 127")]
    let impact = impact as u8;
    if counts[Field::Title as usize] > 0 { impact | IN_TITLE } else { impact }
}

#[expect(clippy::cast_possible_truncation, reason = "the other half is not wanted")]
fn low_half(number: u64) -> u32 {
    number as u32
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
        let found = |turned: u64, lemma: u64, form: u32, at: &[u32]| -> Vec<Occurrence> {
            at.iter().map(|at| (turned << 32 | lemma, form, *at)).collect()
        };
        let occurrences = [
            found(0, 7, 7, &[0, 300, 70_000]),
            found(5 << 28, 900_000, 3, &[5]),
            found(5 << 28, 900_000, 70_000, &[4]),
            found(5 << 28, 900_000, 900_000, &[2, 6]),
        ];
        let bag = Bag::of(&occurrences.concat(), &Lengths { ends: [100_000; 5], norms: [1.0; 5] });
        let read: Vec<_> = bag.entries().map(|(_, entry)| entry).collect();
        let all = |entry: &Entry| (entry.lemma, entry.forms().collect::<Vec<_>>(), entry.places().collect::<Vec<_>>());
        assert_eq!(all(&read[0]), (7, vec![7], vec![(0, 0), (300, 0), (70_000, 0)]));
        assert_eq!(all(&read[1]), (900_000, vec![3, 70_000, 900_000], vec![(2, 2), (4, 1), (5, 0), (6, 2)]));
        assert_eq!(read.len(), 2);
        let places: Vec<At> = bag.entries().map(|(at, _)| at).collect();
        assert_eq!(bag.entry(places[1]).map(|entry| entry.lemma), Some(900_000));
    }
}
