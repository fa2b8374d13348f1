//! Words as readers search for them: folded, and led back to their roots, so that who asks for
//! `perencanaan` finds `rencana` and `merencanakan` too. Knows languages, not pages.
//!
//! **Invariant:** the root of a word depends on the word, its language, and what the publication
//! adds; never on the text around it.

mod analyser;
mod fold;
mod indonesian;

pub use analyser::{Analyser, Analysis};
pub use fold::fold;
