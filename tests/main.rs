//! Everything that is tested from outside: the real binary over real folders, and the laws that
//! hold for every publication.

#![expect(clippy::disallowed_methods, reason = "tests make folders and read what is written to them")]

mod broken;
mod cli;
mod sites;
mod support;
mod tidy;
