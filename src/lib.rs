//! Kabar: Markdown in, a bilingual, searchable news site out.

pub mod base;
pub mod diagnostic;
pub mod yaml;
pub mod markdown;
