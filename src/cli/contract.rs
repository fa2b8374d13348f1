//! `kabar contract`

use std::io;

use crate::theme::contract;

use super::report::Report;

pub(super) fn run(report: &Report) -> io::Result<bool> {
    report.print(contract::markdown().trim_end());
    Ok(true)
}
