//! The files of the search index, read back: what `docs/search-format.md` says, taken apart and
//! checked. Takes files from an index in memory or from a built site; `answer` asks it.
//!
//! **Invariant:** any bytes are read or refused with a reason; nothing hangs, and memory stays
//! within what the bytes justify.

mod bytes;
mod entry;
mod positions;
mod postings;
mod shards;
mod shown;
mod words;

pub use bytes::Fault;
pub use entry::{Entry, Facet, Other, Takes};
pub use positions::{Occurrence, Positions};
pub use postings::{Lemma, Postings};
pub use shards::{Found, Shards};
pub use shown::{Fragment, Value, decode_values};
pub use words::{Key, Phrase, Words};
