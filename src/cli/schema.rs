//! `kabar schema`

use std::collections::BTreeMap;
use std::io;

use serde_json::{Value, json};

use crate::diagnostic::Diagnostic;
use crate::{json_schema, scaffold};

use super::arguments::SchemaArguments;
use super::load;
use super::report::Report;

pub(super) fn run(arguments: &SchemaArguments, report: &Report) -> io::Result<bool> {
    let what = arguments.what.as_deref();
    let Some(schemas) = schemas(arguments, report)? else {
        return Ok(false);
    };
    let known: Vec<String> = schemas.keys().cloned().collect();
    let is_wanted =
        |name: &str| what.is_none_or(|what| name == what || (what == "terms" && name.starts_with("terms-")));
    let wanted: BTreeMap<String, Value> = schemas.into_iter().filter(|(name, _)| is_wanted(name)).collect();
    if wanted.is_empty() {
        report.loud("unknown-schema", &[("name", what.unwrap_or_default()), ("known", &known.join(", "))]);
        return Ok(false);
    }
    if let Some(out) = &arguments.out {
        let text = |schema: &Value| format!("{schema:#}\n").into_bytes();
        let files = wanted.iter().map(|(name, schema)| (format!("{name}.schema.json"), text(schema))).collect();
        scaffold::write(out, &files)?;
        let folder = out.display().to_string();
        report.phrase("written-files", &[("count", &wanted.len().to_string()), ("folder", &folder)]);
        return Ok(true);
    }
    // One is printed as it is, several by their names.
    match (wanted.len(), wanted.values().next()) {
        (1, Some(schema)) => report.print(&format!("{schema:#}")),
        _ => report.print(&format!("{:#}", json!(wanted))),
    }
    Ok(true)
}

/// The schemas of the publication; none, and said why, when it has no configuration to make them of.
fn schemas(arguments: &SchemaArguments, report: &Report) -> io::Result<Option<BTreeMap<String, Value>>> {
    if arguments.what.as_deref() == Some("config") {
        // It is the same for all publications, also for one that cannot be read.
        let schema = json_schema::config_schema(&report.catalogue);
        return Ok(Some(BTreeMap::from([("config".to_owned(), schema)])));
    }
    let workspace = load(&arguments.site)?;
    if let Some(snapshot) = &workspace.snapshot {
        return Ok(Some(json_schema::schemas(&snapshot.site.config, &report.catalogue)));
    }
    let errors: Vec<Diagnostic> = workspace.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
    report.diagnostics(&errors, &workspace.sources, json!({ "ok": false }));
    Ok(None)
}
