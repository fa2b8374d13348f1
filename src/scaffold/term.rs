//! A new term at the end of its taxonomy's register, every byte above it kept.

use crate::base::{Lang, SourcePath, slugify};
use crate::config::{TERM_KEYS, Taxonomy};
use crate::diagnostic::{Catalogue, Diagnostic, Problem};
use crate::document::Documents;
use crate::site::Site;
use crate::source::Sources;
use crate::yaml;

use super::article::{missing_fields, unknown_keys};
use super::plan::Plan;
use super::translation::commented;
use super::written::{Typed, field, names, plain, typed};

/// Plans a new term, `lang` being the one of `name`.
///
/// # Errors
/// When the taxonomy has such a term already, or what is typed does not fit.
pub fn term(
    (name, lang): (&str, &Lang),
    taxonomy: &Taxonomy,
    values: &Typed,
    site: &Site,
    documents: &Documents,
    sources: &Sources,
    catalogue: &Catalogue,
) -> Result<Plan, Vec<Diagnostic>> {
    let one = |problem: Problem| vec![Diagnostic::nowhere(problem)];
    let localised =
        site.languages().iter().flat_map(|lang| ["name", "slug", "blurb"].map(|key| format!("{key}.{lang}")));
    let declared = taxonomy.fields.iter().map(|field| field.name.clone());
    let keys: Vec<String> = TERM_KEYS
        .iter()
        .map(|key| (*key).to_owned())
        .chain(["id".to_owned()])
        .chain(localised)
        .chain(declared)
        .collect();
    let mut wrong = unknown_keys(&keys.iter().map(String::as_str).collect::<Vec<_>>(), &taxonomy.id, values);
    wrong.extend(missing_fields(&taxonomy.fields, values, &taxonomy.id));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let slug = slugify(name);
    let id = typed(values, "id").last().map(|id| (*id).to_owned()).or_else(|| slug.map(|slug| slug.to_string()));
    let id = id.ok_or_else(|| one(Problem::InvalidSlug { value: name.to_owned(), nearest: None }))?;
    let register = documents.registers.iter().find(|(_, register)| register.taxonomy == taxonomy.id);
    let path = match register {
        Some((path, _)) => path.clone(),
        None => {
            let path = format!("content/_terms/{}.yaml", taxonomy.id);
            SourcePath::new(&path).map_err(|_| one(Problem::OutsideTree { target: path.clone() }))?
        }
    };
    let has = |known: &crate::document::TermEntry| {
        let names = std::iter::once(&known.id).chain(&known.aliases);
        names.into_iter().any(|known| known.text.to_lowercase() == id.to_lowercase())
    };
    if register.is_some_and(|(_, register)| register.terms.iter().any(has)) {
        return Err(one(Problem::AlreadyThere { path: format!("{path}: {id}") }));
    }
    let entry = entry(name, lang, taxonomy, values, site, catalogue);
    let old = sources.text(&path).unwrap_or_default();
    let mut plan = Plan::default();
    plan.write(sources, &path, appended(old, &path, &plain(&id), &entry));
    Ok(plan)
}

/// What is said of the term, one key a line, without margin.
fn entry(
    name: &str,
    lang: &Lang,
    taxonomy: &Taxonomy,
    values: &Typed,
    site: &Site,
    catalogue: &Catalogue,
) -> Vec<String> {
    let last = |key: &str| typed(values, key).last().map(|text| (*text).to_owned());
    let each = |key: &str, fallback: Option<&str>, write: &dyn Fn(&str) -> String| {
        let text = |of: &Lang| {
            let own = last(&format!("{key}.{of}"));
            own.or_else(|| fallback.filter(|_| of == lang).map(str::to_owned)).or_else(|| last(key))
        };
        let all: Vec<(&Lang, String)> = site
            .languages()
            .iter()
            .filter_map(|of| Some((of, text(of).or_else(|| fallback.map(str::to_owned))?)))
            .collect();
        let parts: Vec<String> = all.iter().map(|(of, text)| format!("{of}: {}", write(text))).collect();
        (!parts.is_empty()).then(|| format!("{key}: {{ {} }}", parts.join(", ")))
    };
    let mut lines = Vec::new();
    let is_each = |of: &Lang| of == lang || last(&format!("name.{of}")).is_some();
    if !site.languages().iter().all(is_each) {
        lines.push(commented(&catalogue.phrase("scaffold-names", &[])).trim_end().to_owned());
    }
    lines.extend(each("name", Some(name), &|text| yaml::quoted(text)));
    lines.extend(each("slug", None, &|text| plain(text)));
    lines.extend(each("blurb", None, &|text| yaml::quoted(text)));
    lines.extend(last("parent").map(|parent| format!("parent: {}", plain(&parent))));
    let aliases = typed(values, "aliases");
    lines.extend((!aliases.is_empty()).then(|| format!("aliases: {}", names(&aliases))));
    for one in &taxonomy.fields {
        let typed = typed(values, &one.name);
        lines.extend((!typed.is_empty()).then(|| format!("{}: {}", one.name, field(&one.field_type, &typed))));
    }
    lines
}

/// The register with one more entry: below the others, or inside of their braces.
fn appended(old: &str, path: &SourcePath, id: &str, entry: &[String]) -> String {
    let tree = yaml::parse(old, path, 0).value;
    let line_break = yaml::line_break(old);
    if let Some(tree) = tree.filter(|tree| old.get(tree.span.start..).is_some_and(|rest| rest.starts_with('{'))) {
        let lines: Vec<&str> = entry.iter().map(String::as_str).filter(|line| !line.starts_with('#')).collect();
        let value = format!("{{ {} }}", lines.join(", "));
        if let Some(edit) = yaml::set(old, &tree, id, &value, None) {
            return yaml::edited(old, &[edit]);
        }
    }
    let mut text = old.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(line_break);
    }
    text.push_str(&format!("{id}:{line_break}"));
    for line in entry {
        text.push_str(&format!("  {line}{line_break}"));
    }
    text
}
