//! `cargo fuzz run shards`: any bytes are read as a file of a search index or refused.

#![no_main]

#[path = "../any.rs"]
mod any;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    any::read(bytes, 1000);
    any::read(&any::sealed(bytes), 1000);
});
