//! `kabar cms`

use std::io;

use serde_json::json;

use crate::cms::{self, Backend, BackendFault, Request, Vendor};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::scaffold::{self, Plan};
use crate::workspace::Workspace;

use super::arguments::{CmsArguments, CmsVendor};
use super::load;
use super::report::Report;

/// Where the page stands when nothing else is said: it is published with the site.
const FOLDER: &str = "static/admin";

pub(super) fn run(arguments: &CmsArguments, report: &Report) -> io::Result<bool> {
    let vendor = match arguments.vendor {
        CmsVendor::Sveltia => Vendor::Sveltia,
        CmsVendor::Decap => Vendor::Decap,
    };
    let (repository, gate) = (arguments.repository.as_deref(), arguments.auth.as_deref());
    let backend = match Backend::new(&arguments.backend, repository, &arguments.branch, gate, vendor) {
        Ok(backend) => backend,
        Err(BackendFault::Repository) => return Ok(refuse(report, "cms-backend-repository", &arguments.backend)),
        Err(BackendFault::Vendor) => return Ok(refuse(report, "cms-backend-vendor", &arguments.backend)),
    };
    let workspace = load(&arguments.site)?;
    let Some(snapshot) = &workspace.snapshot else {
        let errors: Vec<Diagnostic> = workspace.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
        report.diagnostics(&errors, &workspace.sources, json!({ "ok": false }));
        return Ok(false);
    };
    let config = &snapshot.site.config;
    // What is withheld is edited too: these are all documents, not only those of the site.
    let documents = &workspace.documents;
    let request = Request { vendor, backend, is_local: arguments.local, script: arguments.script.clone() };
    let files = cms::files(config, documents, &report.catalogue, &request);
    let folder = arguments.out.clone().unwrap_or_else(|| workspace.root.dir().join(FOLDER));
    if !arguments.force {
        let foreign = scaffold::foreign(&folder, files.keys().map(String::as_str), cms::is_generated)?;
        if let Some(place) = foreign {
            return Ok(refuse(report, "cms-foreign", &place.display().to_string()));
        }
    }
    scaffold::write(&folder, &files)?;
    let count = files.len().to_string();
    report.phrase("written-files", &[("count", &count), ("folder", &folder.display().to_string())]);
    if arguments.script.is_none() {
        let key = match vendor {
            Vendor::Sveltia => "cms-next-sveltia",
            Vendor::Decap => "cms-next-decap",
        };
        report.phrase(key, &[("folder", &folder.display().to_string())]);
    }
    mark(arguments, &workspace, report)?;
    Ok(true)
}

fn refuse(report: &Report, key: &str, name: &str) -> bool {
    report.loud(key, &[("name", name)]);
    false
}

/// Writes into every original which language it was written in, or says how many do not say so.
fn mark(arguments: &CmsArguments, workspace: &Workspace, report: &Report) -> io::Result<()> {
    let unmarked: Vec<&Document> = cms::unmarked(&workspace.documents).collect();
    if unmarked.is_empty() {
        return Ok(());
    }
    if !arguments.mark_originals {
        report.phrase("cms-unmarked", &[("count", &unmarked.len().to_string())]);
        return Ok(());
    }
    let mut plan = Plan::default();
    let mut left: Vec<&Document> = Vec::new();
    for document in unmarked {
        let text = workspace.sources.text(&document.path);
        match text.and_then(|text| cms::marked(text, &document.place.lang)) {
            Some(marked) => plan.write(&workspace.sources, &document.path, marked),
            None => left.push(document),
        }
    }
    scaffold::carry_out(&workspace.root, &plan)?;
    report.phrase("cms-marked", &[("count", &plan.writes.len().to_string())]);
    for document in left {
        report.loud("cms-unmarkable", &[("name", document.path.as_str()), ("lang", document.place.lang.as_str())]);
    }
    Ok(())
}
