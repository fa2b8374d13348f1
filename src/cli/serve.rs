//! `kabar serve`: the preview, and what is said about it in the terminal.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::json;

use crate::diagnostic::{Catalogue, Diagnostic};
use crate::serve::{self, Saying, Settings, View};
use crate::source::{Root, Sources};

use super::arguments::ServeArguments;
use super::now;
use super::report::{Counts, Report};

pub(super) fn run(arguments: &ServeArguments, report: &Arc<Report>) -> io::Result<bool> {
    let (origin, wrong) = super::origin(arguments.base_url.as_deref());
    if let Some(wrong) = wrong {
        report.diagnostics(&[wrong], &Sources::default(), json!({ "ok": false }));
        return Ok(false);
    }
    let speaker = Speaker { report: report.clone(), opens: arguments.open, told: Mutex::default() };
    let settings = Settings {
        root: Root::new(arguments.root.clone().unwrap_or_else(|| PathBuf::from("."))),
        shows_drafts: arguments.drafts || !arguments.no_drafts,
        origin,
        at: arguments.now.clone(),
        port: arguments.port,
        is_open_to_network: arguments.lan,
        now,
        say: Box::new(move |saying| speaker.say(saying)),
    };
    serve::serve(settings, Catalogue::new(report.catalogue.tongue()))?;
    Ok(true)
}

/// Says in the terminal what the preview has to say.
struct Speaker {
    report: Arc<Report>,
    opens: bool,
    /// The errors that were shown last: the same ones are not shown twice.
    told: Mutex<Vec<Diagnostic>>,
}

impl Speaker {
    fn say(&self, saying: &Saying) {
        let report = &self.report;
        match saying {
            Saying::Listening { url, network } => {
                report.loud("serve-listening", &[("url", url)]);
                if let Some(network) = network {
                    report.loud("serve-network", &[("url", network)]);
                    if report.is_watched()
                        && let Some(picture) = serve::picture(network)
                    {
                        report.say(&picture);
                    }
                }
                if report.is_json() {
                    report.print(&json!({ "ok": true, "url": url, "network": network }).to_string());
                }
                if self.opens
                    && let Err(error) = open::that_detached(url)
                {
                    report.world(&error);
                }
            }
            Saying::Polling(reason) => report.loud("serve-polling", &[("reason", reason)]),
            Saying::Changed(view) => self.changed(view),
            Saying::Checked(diagnostics) => {
                let counts = Counts::of(diagnostics);
                let [errors, warnings, hints] =
                    [counts.errors, counts.warnings, counts.hints].map(|count| count.to_string());
                report.phrase("checked", &[("errors", &errors), ("warnings", &warnings), ("hints", &hints)]);
            }
            Saying::World(error) => report.loud("serve-world", &[("reason", &error.to_string())]),
            Saying::Panic(words) => report.loud("serve-panic", &[("reason", words)]),
        }
    }

    /// Shows errors that have come, and says when none is left.
    fn changed(&self, view: &View) {
        let errors: Vec<Diagnostic> = view.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let new: Vec<Diagnostic> = errors.iter().filter(|error| !told.contains(error)).cloned().collect();
        let is_mended = errors.is_empty() && !told.is_empty();
        *told = errors;
        if !new.is_empty() && !self.report.is_json() {
            self.report.diagnostics(&new, &view.sources, json!({}));
        }
        if is_mended {
            self.report.phrase("serve-mended", &[]);
        }
    }
}
