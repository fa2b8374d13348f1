//! `kabar build --watch`: builds again after every burst of changes.

use std::io;

use crate::source::{self, Heard, Root};

use super::report::Report;

/// Builds, then waits for changes and builds again, until the program is ended.
pub(super) fn run(root: &Root, report: &Report, build: impl Fn() -> io::Result<bool>) -> io::Result<bool> {
    // Before the first build, so that no change falls between the two.
    let mut watch = source::watch(root)?;
    loop {
        let is_built = build()?;
        report.phrase("watching", &[]);
        if watch.wait(None) == Heard::Ended {
            return Ok(is_built);
        }
    }
}
