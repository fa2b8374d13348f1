//! What holds for every publication, tried on random ones. `KABAR_CASES=500` tries that many of
//! each, other ones each time; otherwise they are few and always the same.

mod addresses;
mod bytes;
pub mod changes;
mod feeds;
mod languages;
mod links;
mod output;
pub mod publication;
mod renames;
mod search;
mod values;
pub mod well_formed;

use std::fmt::Debug;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Tries a law on random values.
pub fn law<S: Strategy>(cases: u32, values: &S, holds: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S::Value: Debug,
{
    let asked = std::env::var("KABAR_CASES").ok().and_then(|count| count.parse().ok());
    let config = Config {
        cases: asked.unwrap_or(cases),
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(2026) },
        failure_persistence: None,
        max_shrink_iters: 60,
        ..Config::default()
    };
    if let Err(error) = TestRunner::new(config).run(values, holds) {
        panic!("{error}");
    }
}
