//! `kabar lsp`

use std::io;

use crate::diagnostic::Tongue;
use crate::lsp::{self, Settings};

use super::now;
use super::report::Report;

/// Talks with an editing program over standard input and output. `asked` is the language that
/// the arguments name.
pub(super) fn run(asked: Option<Tongue>, report: &Report) -> io::Result<bool> {
    let settings = Settings { tongue: asked, fallback: report.catalogue.tongue(), now };
    lsp::serve(io::BufReader::new(io::stdin()), io::stdout(), settings)
}
