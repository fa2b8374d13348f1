//! `kabar completions`

use std::io;

use clap_complete::{Shell as Known, generate};

use super::arguments::{CompletionsArguments, Shell};
use super::help;
use super::report::Report;

pub(super) fn run(arguments: &CompletionsArguments, report: &Report) -> io::Result<bool> {
    let shell = match arguments.shell {
        Shell::Bash => Known::Bash,
        Shell::Zsh => Known::Zsh,
        Shell::Fish => Known::Fish,
        Shell::Powershell => Known::PowerShell,
    };
    let mut text = Vec::new();
    generate(shell, &mut help::command(&report.catalogue), "kabar", &mut text);
    report.print(String::from_utf8_lossy(&text).trim_end());
    Ok(true)
}
