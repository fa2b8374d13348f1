//! What readers search: the words of all pages of a language, led back to their roots, so that who
//! asks for `perencanaan` finds `rencana` and `merencanakan` too. Made of the site and of nothing
//! that templates write.
//!
//! **Invariant:** the root of a word depends on the word, its language and the list of roots; never
//! on the text around it.

mod analyser;
mod answer;
mod excerpt;
mod fold;
mod format;
mod indonesian;
mod query;
pub mod read;
mod record;
mod token;

pub use analyser::{Analyser, Analysis};
pub use answer::{Also, Answer, Hit, Marks, Part, Told, also, answer};
pub use excerpt::Excerpt;
pub use fold::fold;
pub use format::SearchFile;
pub use query::{Clause, FacetNames, Filter, Query};
pub use read::Shards;
pub use record::{FIELDS, FacetValue, Field, Record, records};
