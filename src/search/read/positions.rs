//! A shard of positions: where in each record each root stands, and in which form.
//!
//! **Invariant:** the roots are those of the shard of postings of the same number, in its order.

use super::bytes::{Bytes, Fault};
use super::postings::{Lemma, Postings};

/// The positions of the roots of one shard; taken apart root by root, for a question asks for few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Positions {
    /// By place of the root, its bytes.
    parts: Vec<Vec<u8>>,
}

/// One place of a word in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Counted in words through all texts of the record.
    pub position: u32,
    /// The form in which it stands there.
    pub form: u32,
}

impl Positions {
    /// Reads a shard of the index of an epoch.
    pub fn decode(file: &[u8], epoch: u32, postings: &Postings) -> Result<Self, Fault> {
        let mut bytes = Bytes::of_file(file, *b"KSX", epoch)?;
        let count = bytes.count(1)?;
        if usize::try_from(count) != Ok(postings.lemmas.len()) {
            return Err(Fault::Number);
        }
        let mut parts = Vec::new();
        for _ in 0..count {
            let length = bytes.number()?;
            parts.push(bytes.take(length)?.to_vec());
        }
        bytes.end()?;
        Ok(Self { parts })
    }

    /// Where a root stands in each of its records, in their order.
    pub fn of(&self, place: usize, lemma: &Lemma) -> Result<Vec<Vec<Occurrence>>, Fault> {
        let mut bytes = Bytes::of(self.parts.get(place).ok_or(Fault::Number)?);
        let forms = u32::try_from(lemma.forms.len()).map_err(|_| Fault::Number)?.max(1);
        let mut all = Vec::new();
        for _ in &lemma.ordinals {
            let mut occurrences: Vec<Occurrence> = Vec::new();
            let count = bytes.count(1)?;
            if count == 0 {
                return Err(Fault::Number);
            }
            for _ in 0..count {
                let number = bytes.number()?;
                let (step, form) = (number / forms, number % forms);
                let position = match occurrences.last() {
                    None => step,
                    Some(_) if step == 0 => return Err(Fault::Order),
                    Some(before) => before.position.checked_add(step).ok_or(Fault::Number)?,
                };
                occurrences.push(Occurrence { position, form });
            }
            all.push(occurrences);
        }
        bytes.end()?;
        Ok(all)
    }
}
