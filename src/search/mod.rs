//! What readers search: the words of all pages of a language, led back to their roots, so that who
//! asks for `perencanaan` finds `rencana` and `merencanakan` too. Made of the site and of nothing
//! that templates write.
//!
//! **Invariant:** the root of a word depends on the word, its language and the list of roots; never
//! on the text around it.

mod analyser;
mod excerpt;
mod fold;
mod index;
mod indonesian;
mod nearby;
mod query;
mod rank;
mod record;
mod spelling;
#[cfg(test)]
mod tests;
mod token;

pub use analyser::{Analyser, Analysis};
pub use excerpt::{Excerpt, excerpt};
pub use fold::fold;
pub use index::Index;
pub use query::{FacetNames, Query};
pub use rank::{Answer, Hit, Part, answer};
pub use record::{FIELDS, FacetValue, Field, Record, records};
