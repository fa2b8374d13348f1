//! Everything that is tested from outside: the real binary over real folders, and the laws that
//! hold for every publication.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "tests make folders, read what is written to them, and say what they notice"
)]

mod answers;
mod broken;
mod calendars;
mod check;
mod cli;
mod contract;
mod drift;
mod embeds;
mod external;
mod feeds;
mod hosting;
mod killed;
mod laws;

mod lsp;
mod morphology;
mod partners;
mod ping;
mod preview;
mod programs;
mod relevance;
mod rights;
mod schemas;
mod searching;
mod sites;
mod support;
mod tidy;
