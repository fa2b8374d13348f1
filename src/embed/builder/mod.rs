//! The script of the page for partners: it copies addresses and builds snippets.

use std::sync::LazyLock;

use crate::base::{Fingerprint, script};

const WRITTEN: &str = include_str!("builder.js");

/// The script without what only its writers read.
pub fn script() -> &'static str {
    static SENT: LazyLock<String> = LazyLock::new(|| script::sent(WRITTEN));
    &SENT
}

/// The name of its file, which names its bytes: browsers keep it as long as they like, and a page
/// never meets the script of another version.
pub fn file() -> String {
    format!("builder.{}.js", Fingerprint::of(script().as_bytes()).short())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_written_in_lines_that_can_be_left_out() {
        assert_eq!(script::misread(WRITTEN), [""; 0]);
        let mut packed = Vec::new();
        let mut sent = script().as_bytes();
        brotli::BrotliCompress(&mut sent, &mut packed, &brotli::enc::BrotliEncoderParams::default())
            .expect("memory does not fail");
        assert!(packed.len() <= 3072, "{} bytes", packed.len());
    }
}
