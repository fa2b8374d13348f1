//! Postings and positions of one shard: its roots, the records that have each, how much it says of
//! them, and where it stands in which form.
//!
//! **Invariant:** roots and forms stand in the order of their letters, records in that of their
//! ordinals.

use super::super::bag::{At, Entry, encode};
use super::super::frequent::is_frequent;
use super::super::lexicon::Known;
use super::Index;
use super::bytes::Bytes;

/// By shard: ordinal and place in its bag of each root.
pub(super) struct Turned {
    places: Vec<(u32, At)>,
    /// Where each shard begins, and where the last ends.
    starts: Vec<usize>,
}

const BITMAP: u8 = 1;
const COMMON: u8 = 2;

/// Sorts all roots of all records by shard.
pub(super) fn turned(index: &Index) -> Turned {
    let shards = index.shape.postings;
    let known = index.bags.lexicon.known();
    let shard = |entry: &Entry<'_>| (known.hash(entry.lemma) & (shards - 1)) as usize;
    let mut starts = vec![0; shards as usize + 1];
    for bag in &index.bags.bags {
        for (_, entry) in bag.entries() {
            starts[shard(&entry) + 1] += 1;
        }
    }
    for shard in 0..shards as usize {
        starts[shard + 1] += starts[shard];
    }
    let mut next = starts.clone();
    let mut places = vec![(0, 0); starts.last().copied().unwrap_or_default()];
    for (ordinal, bag) in (0_u32..).zip(&index.bags.bags) {
        for (at, entry) in bag.entries() {
            let shard = shard(&entry);
            places[next[shard]] = (ordinal, at);
            next[shard] += 1;
        }
    }
    Turned { places, starts }
}

/// A record that has a root.
type Posting<'i> = (u32, Entry<'i>);

/// A root of a shard: its number, and its forms in texts in the order of their letters.
struct Root<'i> {
    number: u32,
    forms: Vec<u32>,
    records: &'i [Posting<'i>],
}

/// Makes the postings of a shard.
pub(super) fn postings(index: &Index, shard: u32) -> Vec<u8> {
    let known = index.bags.lexicon.known();
    let entries = entries(index, shard, &known);
    let roots = roots(&entries, &known);
    let mut file = Bytes::of_file(*b"KSP", index.shape.epoch);
    file.count(write_positions(index, &roots).len().div_ceil(1024));
    file.count(roots.len());
    let mut before = "";
    for root in &roots {
        let word = known.word(root.number);
        file.front_coded(before, word);
        write_forms(word, root, &known, &mut file);
        write_records(root.records, is_frequent(word, &index.lang), &mut file);
        before = word;
    }
    file.sealed()
}

/// Makes the positions of a shard.
pub(super) fn positions(index: &Index, shard: u32) -> Vec<u8> {
    let known = index.bags.lexicon.known();
    let entries = entries(index, shard, &known);
    write_positions(index, &roots(&entries, &known))
}

/// Finds the roots of a shard in the order of their letters.
fn roots<'i>(entries: &'i [Posting<'i>], known: &Known) -> Vec<Root<'i>> {
    let of_root = |records: &'i [Posting<'i>]| {
        let mut forms: Vec<u32> = Vec::new();
        for form in records.iter().flat_map(|(_, entry)| entry.forms()) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms.sort_unstable_by_key(|form| known.word(*form));
        Root { number: records[0].1.lemma, forms, records }
    };
    let mut roots: Vec<Root<'i>> =
        entries.chunk_by(|(_, one), (_, other)| one.lemma == other.lemma).map(of_root).collect();
    roots.sort_unstable_by_key(|root| known.word(root.number));
    roots
}

/// All records with roots of a shard, root after root, each by ordinal.
fn entries<'i>(index: &'i Index, shard: u32, known: &'i Known) -> Vec<Posting<'i>> {
    let bags = &index.bags.bags;
    let mut entries: Vec<Posting<'i>> = match &index.turned {
        Some(turned) => {
            let bounds = turned.starts.get(shard as usize).zip(turned.starts.get(shard as usize + 1));
            let places = bounds.map_or(&[][..], |(start, end)| &turned.places[*start..*end]);
            places.iter().filter_map(|(ordinal, at)| Some((*ordinal, bags[*ordinal as usize].entry(*at)?))).collect()
        }
        None => {
            let of_bag = |(ordinal, bag)| {
                let bag: &'i super::super::bag::SharedBag = bag;
                bag.of_shard(shard, index.shape.postings, known).map(move |(_, entry)| (ordinal, entry))
            };
            (0_u32..).zip(bags).flat_map(of_bag).collect()
        }
    };
    // The sort is stable: the order of ordinals stays.
    entries.sort_by_key(|(_, entry)| entry.lemma);
    entries
}

fn write_forms(word: &str, root: &Root<'_>, known: &Known, out: &mut Bytes) {
    if root.forms == [root.number] {
        out.number(0);
        return;
    }
    out.count(root.forms.len());
    let mut before = word;
    for form in &root.forms {
        let form = known.word(*form);
        out.front_coded(before, form);
        before = form;
    }
}

fn write_records(found: &[Posting<'_>], is_common: bool, out: &mut Bytes) {
    let mut gaps = Bytes::default();
    let mut next = 0;
    for (ordinal, _) in found {
        gaps.number(ordinal - next);
        next = ordinal + 1;
    }
    let bits = next.div_ceil(8) as usize;
    let mut length = Bytes::default();
    length.count(bits);
    let is_bitmap = length.len() + bits < gaps.len();
    out.byte(if is_bitmap { BITMAP } else { 0 } | if is_common { COMMON } else { 0 });
    out.count(found.len());
    if is_bitmap {
        let mut bitmap = vec![0_u8; bits];
        for (ordinal, _) in found {
            bitmap[*ordinal as usize / 8] |= 1 << (ordinal % 8);
        }
        out.count(bits);
        out.extend(&bitmap);
    } else {
        out.extend(&gaps.into_vec());
    }
    if !is_common {
        found.iter().for_each(|(_, entry)| out.byte(entry.impact));
    }
}

fn write_positions(index: &Index, roots: &[Root<'_>]) -> Vec<u8> {
    let mut file = Bytes::of_file(*b"KSX", index.shape.epoch);
    file.count(roots.len());
    let (mut of_root, mut of_record) = (Bytes::default(), Bytes::default());
    let (mut forms, mut places) = (Vec::new(), Vec::new());
    for root in roots {
        of_root.clear();
        for (_, entry) in root.records {
            if root.forms.len() == 1 {
                // As the bag has it: its steps are those of one form too.
                let (_, steps) = entry.steps();
                of_root.count(steps.iter().filter(|byte| **byte < 0x80).count());
                of_root.extend(steps);
                continue;
            }
            // The record's own numbering of forms, in that of all records.
            forms.clear();
            forms.extend(entry.forms().map(|form| number_of(form, &root.forms)));
            places.clear();
            places.extend(entry.places().map(|(at, form)| (at, forms[form as usize])));
            of_record.clear();
            let mut count = 0;
            encode(&places, root.forms.len(), |step| {
                count += 1;
                of_record.number(step);
            });
            of_root.count(count);
            of_root.extend(of_record.as_slice());
        }
        file.count(of_root.len());
        file.extend(of_root.as_slice());
    }
    file.sealed()
}

fn number_of(form: u32, forms: &[u32]) -> u32 {
    let place = forms.iter().position(|known| *known == form).unwrap_or_default();
    u32::try_from(place).unwrap_or_default()
}
