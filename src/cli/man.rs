//! `kabar man`

use std::collections::BTreeMap;
use std::io;

use clap::Command;
use clap_mangen::Man;

use crate::scaffold;

use super::arguments::ManArguments;
use super::help;
use super::report::Report;

pub(super) fn run(arguments: &ManArguments, report: &Report) -> io::Result<bool> {
    let mut command = help::command(&report.catalogue);
    command.build();
    let mut pages = BTreeMap::new();
    page(&command, "kabar", &mut pages)?;
    scaffold::write(&arguments.out, &pages)?;
    let folder = arguments.out.display().to_string();
    report.phrase("written-files", &[("count", &pages.len().to_string()), ("folder", &folder)]);
    Ok(true)
}

/// Adds the page of a command and those of its subcommands.
fn page(command: &Command, name: &str, pages: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    let mut bytes = Vec::new();
    Man::new(command.clone().display_name(name.to_owned())).title(name).render(&mut bytes)?;
    pages.insert(format!("{name}.1"), bytes);
    for subcommand in command.get_subcommands() {
        page(subcommand, &format!("{name}-{}", subcommand.get_name()), pages)?;
    }
    Ok(())
}
