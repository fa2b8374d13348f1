//! Kabar: Markdown in, a bilingual, searchable news site out.
//!
//! A site is a function. Sources are read, each file is parsed alone, the documents are linked
//! into one immutable model, the model becomes a table that names every URL and what it stands
//! for, and any entry of that table can be rendered at any time, in any order, on any thread.
//!
//! ```text
//!  disk ─scan→ Sources ─parse→ Documents ─link→ Site ─route→ RouteTable ─render→ bytes ─┬→ build → output + manifest
//!       effect          1 file→1       all→1         all→1              1 route→1       ├→ serve (one URL, on request)
//!                                                                                       └→ check (all URLs, to nowhere)
//! ```
//!
//! The modules stand in the order of the flow: each uses what stands above it and nothing below.

pub mod base;
pub mod diagnostic;
pub mod yaml;
pub mod schema;
pub mod locale;
pub mod markdown;
pub mod config;
pub mod json_schema;
pub mod source;
pub mod document;
pub mod asset;
pub mod theme;
pub mod site;
pub mod search;
pub mod embed;
pub mod route;
pub mod hosting;
pub mod render;
pub mod workspace;
pub mod check;
pub mod status;
pub mod explain;
pub mod lsp;
pub mod build;
pub mod ping;
pub mod cms;
pub mod desk;
pub mod serve;
pub mod scaffold;
pub mod cli;
