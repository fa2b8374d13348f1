//! JSON Schemas agree with the program about every file that people write, as far as they can know.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jsonschema::Validator;
use rayon::prelude::*;
use serde_json::Value;

use crate::support::{NOW, Run, command, folder, kabar};

/// Errors of a file that a schema sees as well. Those of links, terms, dates that no calendar has
/// and of what another file says are beyond it.
const SEEN: [&str; 6] = ["unknown-key", "missing-key", "wrong-type", "not-allowed", "date-form", "out-of-range"];

/// Files that are wrong by what no schema can know: whether a default fits the type beside it,
/// what a theme lets be chosen, which language a file's own name says.
const BEYOND: [&str; 3] = ["field-wrong-default", "theme-setting-unknown", "translation-of-itself"];

/// What the program says of one file.
#[derive(Debug, Default)]
struct Told {
    has_errors: bool,
    is_seen: bool,
}

fn told(root: &Path) -> BTreeMap<String, Told> {
    let mut run = command(root);
    run.args(["check", "--format", "json", "--now", NOW]);
    let mut files: BTreeMap<String, Told> = BTreeMap::new();
    for found in Run::of(&mut run).diagnostics() {
        if found["severity"] != "error" {
            continue;
        }
        let file = found["place"]["file"].as_str().unwrap_or_default().to_owned();
        // Arguments of shortcodes stand below the front matter.
        let line = usize::try_from(found["place"]["line"].as_u64().unwrap_or_default()).expect("a line");
        let is_in_body = file.ends_with(".md") && line > front_lines(&root.join(&file));
        let entry = files.entry(file).or_default();
        entry.has_errors |= !is_in_body;
        entry.is_seen |= !is_in_body && SEEN.contains(&found["code"].as_str().unwrap_or_default());
    }
    files
}

fn front_lines(file: &Path) -> usize {
    let text = fs::read_to_string(file).unwrap_or_default();
    let end = text.lines().skip(1).position(|line| line.trim_end() == "---");
    end.map_or(usize::MAX, |end| end + 2)
}

/// The YAML of a file as other programs read it; none for what is not YAML.
fn yaml(file: &Path) -> Option<Value> {
    let text = fs::read_to_string(file).ok()?;
    let text = match file.extension().and_then(|extension| extension.to_str()) {
        Some("md") => {
            let rest = text.strip_prefix("---\n")?;
            rest.split_once("\n---").map_or(rest, |(front, _)| front).to_owned()
        }
        _ => text,
    };
    serde_yaml::from_str::<Value>(&text).ok()
}

/// The schema that a file of a publication is written by.
fn schema_of(name: &str, front: &Value, config: &Value) -> Option<String> {
    let file = name.rsplit('/').next().unwrap_or(name);
    if name == "kabar.yaml" {
        return Some("config".to_owned());
    }
    let inside = name.strip_prefix("content/")?;
    if let Some(taxonomy) = inside.strip_prefix("_terms/") {
        return Some(format!("terms-{}", taxonomy.split('.').next()?));
    }
    match file {
        "media.yaml" => return Some("media".to_owned()),
        _ if !file.ends_with(".md") => return None,
        _ if file.starts_with("_section.") => return Some("section".to_owned()),
        _ => {}
    }
    if let Some(written) = front["type"].as_str() {
        return Some(written.to_owned());
    }
    let mut folder = inside.rsplit_once('/').map_or("", |(folder, _)| folder);
    if file.starts_with("index.") {
        folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    }
    let types = config["content_types"].as_object();
    let owner = |folder: &str| {
        let is_own = |declared: &Value| declared["folder"].as_str().is_some_and(|own| own.trim_matches('/') == folder);
        types?.iter().find(|(_, declared)| is_own(declared)).map(|(id, _)| id.clone())
    };
    let mut at = folder;
    loop {
        if let Some(found) = owner(at) {
            return Some(found);
        }
        match at.rsplit_once('/') {
            Some((parent, _)) => at = parent,
            None => return Some(if folder.is_empty() { "page" } else { "article" }.to_owned()),
        }
    }
}

/// Compares schemas and program file by file; gives the disagreements and how many files agreed.
fn compare(root: &Path) -> (Vec<String>, usize) {
    let run = kabar(root, &["schema", "--format", "json"]);
    let config = yaml(&root.join("kabar.yaml")).unwrap_or_default();
    // A publication that cannot be read has the schema of its configuration only.
    let schemas: Value = match run.code {
        Some(0) => run.json(),
        _ => serde_json::json!({ "config": kabar(root, &["schema", "config"]).json() }),
    };
    let validator = |name: &str| -> Option<Validator> {
        let schema = schemas.get(name)?;
        Some(jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    let told = told(root);
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, place) in folder::files(root) {
        let Some(value) = yaml(&place).filter(|_| name == "kabar.yaml" || name.starts_with("content/")) else {
            continue;
        };
        let Some(validator) = schema_of(&name, &value, &config).and_then(|schema| validator(&schema)) else { continue };
        let faults: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{} at {}", error, error.instance_path())).collect();
        let told = told.get(&name);
        if !faults.is_empty() && told.is_none_or(|told| !told.has_errors) {
            wrong.push(format!("{}: {name} is right, but {faults:?}", root.display()));
        }
        let is_beyond = root.file_name().is_some_and(|root| BEYOND.iter().any(|known| root == *known));
        if faults.is_empty() && !is_beyond && told.is_some_and(|told| told.is_seen) {
            wrong.push(format!("{}: {name} is wrong, but the schema accepts it", root.display()));
        }
        count += 1;
    }
    (wrong, count)
}

#[test]
fn the_publication_of_this_repository_is_written_by_its_schemas() {
    let (wrong, count) = compare(&folder::repository());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 40, "{count}");
}

#[test]
fn schemas_and_program_agree_on_every_fixture() {
    let broken = folder::tests().join("broken");
    let roots: Vec<_> = folder::folders(&broken).into_iter().map(|name| broken.join(name)).collect();
    let compared: Vec<(Vec<String>, usize)> = roots.par_iter().map(|root| compare(root)).collect();
    let wrong: Vec<String> = compared.iter().flat_map(|(wrong, _)| wrong.clone()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared.iter().map(|(_, count)| count).sum::<usize>() > 200);
}

#[test]
fn schemas_are_written_where_they_are_asked_for() {
    let out = tempfile::tempdir().expect("a folder");
    let target = out.path().join("schemas");
    let root = folder::repository();
    kabar(&root, &["schema", "--out", &target.to_string_lossy()]).ends_with(0);
    let names: Vec<String> = folder::files(&target).into_keys().collect();
    for name in ["config", "media", "section", "event-report", "terms-regions"] {
        assert!(names.contains(&format!("{name}.schema.json")), "{names:?}");
    }
    let terms = kabar(&root, &["schema", "terms"]).ends_with(0).json();
    assert_eq!(terms.as_object().map(serde_json::Map::len), Some(4));
    let one = kabar(&root, &["schema", "event-report", "--lang", "id"]).ends_with(0).json();
    let start = &one["$defs"]["original"]["properties"]["start"]["description"];
    assert!(start.as_str().is_some_and(|text| text.contains("Waktu mulai")), "{start}");
    assert!(kabar(&root, &["schema", "nothing"]).ends_with(1).err.contains("event-report"));
}
