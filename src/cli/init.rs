//! `kabar init`

use std::io;

use crate::base::Timezone;
use crate::diagnostic::{Diagnostic, Problem, Tongue};
use crate::scaffold;
use crate::source::Sources;

use super::arguments::InitArguments;
use super::report::Report;

pub(super) fn run(arguments: &InitArguments, report: &Report) -> io::Result<bool> {
    let folder = arguments.folder.display().to_string();
    if Timezone::new(&arguments.timezone).is_err() {
        let problem = Problem::UnknownTimezone { value: arguments.timezone.clone(), nearest: None };
        report.diagnostics(&[Diagnostic::nowhere(problem)], &Sources::default(), serde_json::json!({ "ok": false }));
        return Ok(false);
    }
    let name = arguments.folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let title = arguments.title.clone().or(name).unwrap_or_else(|| "Kabar".to_owned());
    let is_indonesian = report.catalogue.tongue() == Tongue::Indonesian;
    let is_made = scaffold::init(&arguments.folder, &title, &arguments.timezone, is_indonesian)?;
    if is_made {
        report.phrase("init-done", &[("folder", &folder)]);
    } else {
        report.loud("init-exists", &[("folder", &folder)]);
    }
    Ok(is_made)
}
