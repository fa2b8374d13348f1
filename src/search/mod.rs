//! What readers search: the words of all pages of a language, led back to their roots, so that who
//! asks for `perencanaan` finds `rencana` and `merencanakan` too. Made of the site and of nothing
//! that templates write.
//!
//! **Invariant:** the root of a word depends on the word, its language and the list of roots; never
//! on the text around it.

mod affix_table;
mod analyser;
mod answer;
mod bag;
mod client;
mod excerpt;
mod facets;
mod fields;
mod fold;
mod format;
mod frequent;
mod indonesian;
mod kept;
mod lexicon;
mod query;
pub mod read;
mod record;
mod shape;
mod token;
mod vocabulary;
mod write;

pub use analyser::{Analyser, Analysis};
pub use answer::{Also, Answer, Hit, Marks, Part, Told, also, answer};
pub use bag::Bag;
pub use client::script;
pub use excerpt::Excerpt;
pub use facets::{Facet, FacetKind, facets};
pub use fold::fold;
pub use format::{SEARCH_FOLDER, SearchFile};
pub use kept::Kept;
pub use query::{Clause, FacetNames, Filter, Query};
pub use read::Shards;
pub use record::{FIELDS, FacetValue, Field, Record};
pub use shape::{Shape, files};
pub use vocabulary::Vocabulary;
pub use write::Index;
