//! Postings and positions of one shard: its roots, the records that have each, how much it says of
//! them, and where it stands in which form.
//!
//! **Invariant:** roots and forms stand in the order of their letters, records in that of their
//! ordinals.

use std::collections::{BTreeMap, BTreeSet};

use super::super::bag::{At, Entry, encode};
use super::super::frequent::is_frequent;
use super::super::lexicon::Known;
use super::Index;
use super::bytes::Bytes;

/// Both files of a shard.
pub(super) struct Files {
    pub postings: Vec<u8>,
    pub positions: Vec<u8>,
}

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

/// A root with the records that have it.
type Postings<'i> = Vec<(u32, Entry<'i>)>;

/// Makes both files of a shard.
pub(super) fn files(index: &Index, shard: u32) -> Files {
    let known = index.bags.lexicon.known();
    let mut by_root: BTreeMap<u32, Postings<'_>> = BTreeMap::new();
    for (ordinal, entry) in entries(index, shard, &known) {
        by_root.entry(entry.lemma).or_default().push((ordinal, entry));
    }
    let mut roots: Vec<(&str, u32, Postings<'_>)> =
        by_root.into_iter().map(|(number, postings)| (known.word(number), number, postings)).collect();
    roots.sort_unstable_by_key(|(root, ..)| *root);
    let mut postings = Bytes::default();
    let mut positions = Bytes::of_file(*b"KSX", index.shape.epoch);
    positions.count(roots.len());
    postings.count(roots.len());
    let mut before = "";
    for (root, number, found) in roots {
        let forms = forms(&found, &known);
        postings.front_coded(before, root);
        write_forms(root, number, &forms, &known, &mut postings);
        let is_common = is_frequent(root, &index.lang);
        write_records(&found, is_common, &mut postings);
        let places = places(&found, &forms);
        positions.count(places.len());
        positions.extend(&places);
        before = root;
    }
    let positions = positions.sealed();
    let mut file = Bytes::of_file(*b"KSP", index.shape.epoch);
    file.count(positions.len().div_ceil(1024));
    file.extend(&postings.into_vec());
    Files { postings: file.sealed(), positions }
}

fn entries<'i>(index: &'i Index, shard: u32, known: &'i Known) -> Vec<(u32, Entry<'i>)> {
    let bags = &index.bags.bags;
    match &index.turned {
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
    }
}

/// All forms of a root in texts, in the order of their letters; by number its place in that order.
fn forms(found: &Postings<'_>, known: &Known) -> Vec<u32> {
    let forms: BTreeSet<u32> = found.iter().flat_map(|(_, entry)| entry.forms()).collect();
    let mut forms: Vec<u32> = forms.into_iter().collect();
    forms.sort_unstable_by_key(|form| known.word(*form));
    forms
}

fn write_forms(root: &str, number: u32, forms: &[u32], known: &Known, out: &mut Bytes) {
    if forms == [number] {
        out.number(0);
        return;
    }
    out.count(forms.len());
    let mut before = root;
    for form in forms {
        let form = known.word(*form);
        out.front_coded(before, form);
        before = form;
    }
}

fn write_records(found: &Postings<'_>, is_common: bool, out: &mut Bytes) {
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

fn places(found: &Postings<'_>, forms: &[u32]) -> Vec<u8> {
    let mut out = Bytes::default();
    for (_, entry) in found {
        let (own, places) = entry.places();
        // The record's own numbering of forms, in that of all records.
        let all: Vec<u32> = own.iter().map(|form| number_of(*form, forms)).collect();
        let places: Vec<(u32, u32)> = places.map(|(at, form)| (at, all[form as usize])).collect();
        let mut steps = Vec::with_capacity(places.len());
        encode(&places, forms.len(), |step| steps.push(step));
        out.count(steps.len());
        steps.into_iter().for_each(|step| out.number(step));
    }
    out.into_vec()
}

fn number_of(form: u32, forms: &[u32]) -> u32 {
    let place = forms.iter().position(|known| *known == form).unwrap_or_default();
    u32::try_from(place).unwrap_or_default()
}
