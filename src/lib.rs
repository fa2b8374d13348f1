//! Kabar: Markdown in, a bilingual, searchable news site out.

pub mod base;
pub mod config;
pub mod diagnostic;
pub mod locale;
pub mod schema;
pub mod theme;
pub mod yaml;
