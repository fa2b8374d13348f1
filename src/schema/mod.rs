//! Declared fields: what a publication says its content has, and values checked against it.
//! `config` and themes declare; `document`, terms and shortcodes are read against it.
//!
//! **Invariant:** a [`Value`] has the type of its declaration; what does not is a diagnostic.

mod declaration;
mod read;
mod value;

pub use declaration::{Field, FieldType, Localised, declarations};
pub use read::{Reading, localised, read};
pub use value::{FieldValue, Value, Values};
