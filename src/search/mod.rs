//! What readers search: the words of all pages of a language, led back to their roots, so that who
//! asks for `perencanaan` finds `rencana` and `merencanakan` too. Made of the site and of nothing
//! that templates write.
//!
//! **Invariant:** the root of a word depends on the word, its language and the list of roots; never
//! on the text around it.

mod affix_table;
mod analyser;
mod bag;
mod client;
mod excerpt;
mod facets;
mod fields;
mod fold;
mod format;
mod frequent;
mod index;
mod indonesian;
mod kept;
mod lexicon;
mod nearby;
mod query;
mod rank;
mod record;
mod shape;
mod spelling;
#[cfg(test)]
mod tests;
mod token;
mod vocabulary;
mod write;

pub use analyser::{Analyser, Analysis};
pub use bag::Bag;
pub use client::script;
pub use excerpt::{Excerpt, excerpt};
pub use facets::{Facet, FacetKind, facets};
pub use fold::fold;
pub use format::{SEARCH_FOLDER, SearchFile};
pub use index::Index as WordIndex;
pub use kept::Kept;
pub use query::{FacetNames, Query};
pub use rank::{Answer, Hit, Part, answer};
pub use record::{FIELDS, FacetValue, Field, Record, records};
pub use shape::{Shape, files};
pub use vocabulary::Vocabulary;
pub use write::Index;
