//! What sites of others show of this one, made without a template: it looks the same with every
//! theme, since whoever shows it has a look of their own.
//!
//! **Invariant:** no script and no file of anybody is asked for; every address is absolute.

mod frame;
mod oembed;

pub(super) use frame::frame;
pub(super) use oembed::oembed;
