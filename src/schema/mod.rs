//! Declared fields: what a publication says its content has, and values checked against it.
//! `config` and themes declare; `document`, terms and shortcodes are read against it.
//!
//! **Invariant:** a [`Value`] has the type of its declaration; what does not is a diagnostic.
//! **Invariant:** shared fields live once, in the original; a translation may only repeat them.

mod agreement;
#[cfg(test)]
mod check;
mod declaration;
mod declare;
mod localised;
mod read;
mod scalar;
mod typed;
mod value;

pub use agreement::contradictions;
pub use declaration::{Field, FieldType, Localised};
pub use declare::{declarations, declarations_with_taxonomies};
pub use localised::{declared, localised, texts_of};
pub use read::{ArticleFile, ArticleValues, Reading, read, read_article};
pub use scalar::{INDONESIAN_ZONES, email, moment_of, timezone, timezones, url};
pub use value::{FieldValue, Value, Values};
