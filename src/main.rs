//! Parses arguments, runs, reports by exit code; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    kabar::cli::main()
}
