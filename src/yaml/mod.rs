//! YAML as one spanned tree: `kabar.yaml`, front matter, term files, sidecars, shortcodes.
//! Text comes from `source`; `config`, `schema` and `document` read the tree.
//!
//! **Invariant:** every node knows its bytes in the file; a tree is bounded in size, depth and
//! aliases before anyone sees it; a mapping's keys are unique.

mod edit;
mod fields;
mod parse;
mod plain;
mod tree;
mod write;

pub use edit::{Edit, edited, line_break, push, set, value_range};
pub use fields::{Fields, boolean, choice, decimal, integer, items, text};
pub use parse::{BLOCK_LIMIT, DEPTH_LIMIT, parse};
pub use plain::{PlainError, plain};
pub use tree::{Entry, Kind, Node, Scalar};
pub use write::{quoted, scalar};
