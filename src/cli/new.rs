//! `kabar new`

use std::io::{self, BufRead, IsTerminal, Write};

use serde_json::json;

use crate::base::Lang;
use crate::config::{Config, ContentType};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::scaffold::{self, NewArticle, Plan};
use crate::schema::Field;
use crate::site::Site;
use crate::workspace::Workspace;

use super::arguments::NewArguments;
use super::load_all;
use super::report::Report;
use super::status::finish;

/// What can be begun beside articles, unless a content type has the name.
const KINDS: [&str; 3] = ["section", "term", "theme"];

pub(super) fn run(arguments: &NewArguments, report: &Report) -> io::Result<bool> {
    let Some(mut workspace) = load_all(&arguments.place, report)? else { return Ok(false) };
    let Some(snapshot) = workspace.snapshot.clone() else { return Ok(false) };
    let made = match language(arguments, &snapshot.site.config) {
        Ok(lang) => plan(arguments, &lang, &snapshot.site, &workspace, report),
        Err(problem) => Err(vec![Diagnostic::nowhere(problem)]),
    };
    match made {
        Ok(plan) => finish(&plan, &mut workspace, report),
        Err(wrong) => {
            report.diagnostics(&wrong, &workspace.sources, json!({ "ok": false }));
            Ok(false)
        }
    }
}

/// The language of what is begun: the one at the root unless another is asked for.
fn language(arguments: &NewArguments, config: &Config) -> Result<Lang, Problem> {
    let Some(asked) = &arguments.language else { return Ok(config.root_language().lang.clone()) };
    let known = || config.languages.iter().map(|language| language.lang.as_str());
    let found = config.languages.iter().find(|language| language.lang.as_str() == asked);
    found.map(|language| language.lang.clone()).ok_or_else(|| not_allowed("--language", asked, known().collect()))
}

fn not_allowed(key: &str, value: &str, known: Vec<&str>) -> Problem {
    let nearest = nearest(value, known.iter().copied());
    Problem::NotAllowed { key: key.to_owned(), value: value.to_owned(), allowed: known.join(", "), nearest }
}

fn plan(
    arguments: &NewArguments,
    lang: &Lang,
    site: &Site,
    workspace: &Workspace,
    report: &Report,
) -> Result<Plan, Vec<Diagnostic>> {
    let one = |problem: Problem| vec![Diagnostic::nowhere(problem)];
    let name = arguments.name.trim();
    if let Some(content_type) = site.config.content_type(&arguments.kind) {
        return article(arguments, content_type, lang, site, workspace, report);
    }
    let (documents, sources, catalogue) = (&workspace.documents, &workspace.sources, &report.catalogue);
    match arguments.kind.as_str() {
        "section" => {
            let parent = section(arguments, site)?.unwrap_or_default();
            scaffold::section((name, lang), &parent, &arguments.set, site, documents, sources, catalogue)
        }
        "term" => {
            let known = || site.config.taxonomies.iter().map(|taxonomy| taxonomy.id.as_str()).collect();
            let asked = arguments.taxonomy.as_deref().unwrap_or_default();
            let taxonomy = site.config.taxonomy(asked);
            let taxonomy = taxonomy.ok_or_else(|| one(not_allowed("--taxonomy", asked, known())))?;
            let values = ask(&taxonomy.fields, &arguments.set, site, report);
            scaffold::term((name, lang), taxonomy, &values, site, documents, sources, catalogue)
        }
        "theme" => scaffold::theme(name, site, sources, catalogue).map_err(one),
        kind => {
            let types = site.config.content_types.iter().map(|known| known.id.as_str());
            let nearest = nearest(kind, types.chain(KINDS));
            Err(one(Problem::UnknownContentType { name: kind.to_owned(), nearest }))
        }
    }
}

fn article(
    arguments: &NewArguments,
    content_type: &ContentType,
    lang: &Lang,
    site: &Site,
    workspace: &Workspace,
    report: &Report,
) -> Result<Plan, Vec<Diagnostic>> {
    let unknown = scaffold::unknown(&site.config, content_type, &arguments.set);
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let section = section(arguments, site)?.unwrap_or_else(|| scaffold::section_of(content_type, site));
    let values = ask(&content_type.fields, &arguments.set, site, report);
    if let Some(missing) = scaffold::missing_fields(&content_type.fields, &values, &content_type.id) {
        return Err(vec![missing]);
    }
    let title = arguments.name.trim();
    let wanted =
        NewArticle { content_type, title, section: &section, lang, is_draft: arguments.draft, values: &values };
    let made = scaffold::article(&wanted, site, &workspace.documents, &workspace.sources, &report.catalogue);
    made.map_err(|problem| vec![Diagnostic::nowhere(problem)])
}

/// The section that is asked for; one that is not there is an error.
fn section(arguments: &NewArguments, site: &Site) -> Result<Option<String>, Vec<Diagnostic>> {
    let Some(asked) = &arguments.section else { return Ok(None) };
    let key = asked.trim_matches('/');
    let key = key.strip_prefix("content/").unwrap_or(key);
    let of_types = site.config.content_types.iter().filter_map(|known| known.folder.as_deref());
    let known: Vec<&str> = site.sections.iter().map(|section| section.key.as_str()).chain(of_types).collect();
    if known.contains(&key) {
        return Ok(Some(key.to_owned()));
    }
    Err(vec![Diagnostic::nowhere(not_allowed("--section", asked, known))])
}

/// Asks for required fields that are missing, where someone can answer.
fn ask(fields: &[Field], typed: &[(String, String)], site: &Site, report: &Report) -> Vec<(String, String)> {
    let mut values = typed.to_vec();
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return values;
    }
    let lang = report.catalogue.tongue().lang();
    let mut answers = io::stdin().lock().lines();
    for field in scaffold::missing(fields, typed) {
        let about = field.description.as_ref().map(|text| text.best(&lang, site.languages()).to_owned());
        report.say(&report.catalogue.phrase(
            "ask-field",
            &[("field", &field.name), ("type", field.field_type.name()), ("about", &about.unwrap_or_default())],
        ));
        let _ = write!(io::stderr(), "> ");
        let _ = io::stderr().flush();
        // The end of all answers leaves the field missing, which is told.
        let Some(Ok(answer)) = answers.next() else { break };
        if !answer.trim().is_empty() {
            values.push((field.name.clone(), answer.trim().to_owned()));
        }
    }
    values
}
