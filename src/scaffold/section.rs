//! A new section: its own text in every language.

use crate::base::{Lang, Slug, SourcePath, slugify};
use crate::diagnostic::{Catalogue, Diagnostic, Problem};
use crate::document::Documents;
use crate::site::{LangId, Site};
use crate::source::Sources;
use crate::yaml;

use super::article::{claims, unknown_keys};
use super::plan::Plan;
use super::translation::commented;
use super::written::{Typed, plain, typed};

/// Plans the text of a new section in every language, `lang` being the one of `title`.
///
/// # Errors
/// When its name or address cannot be had.
pub fn section(
    (title, lang): (&str, &Lang),
    parent: &str,
    values: &Typed,
    site: &Site,
    documents: &Documents,
    sources: &Sources,
    catalogue: &Catalogue,
) -> Result<Plan, Vec<Diagnostic>> {
    let one = |problem: Problem| vec![Diagnostic::nowhere(problem)];
    let invalid = |value: &str| {
        let nearest = slugify(value).map(|slug| slug.to_string());
        one(Problem::InvalidSlug { value: value.to_owned(), nearest })
    };
    let keys: Vec<String> = site
        .languages()
        .iter()
        .flat_map(|lang| ["title", "slug", "summary"].map(|key| format!("{key}.{lang}")))
        .chain(["slug", "summary"].map(str::to_owned))
        .collect();
    let wrong = unknown_keys(&keys.iter().map(String::as_str).collect::<Vec<_>>(), "section", values);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let text = |key: &str, of: &Lang| {
        let own = typed(values, &format!("{key}.{of}"));
        let plain = typed(values, key);
        own.last().or(plain.last().filter(|_| of == lang)).map(|text| (*text).to_owned())
    };
    let name = slugify(title).ok_or_else(|| invalid(title))?;
    let key = if parent.is_empty() { name.to_string() } else { format!("{parent}/{name}") };
    let folder = format!("content/{key}");
    if documents.articles.values().any(|document| document.place.key == key) || sources.below(&folder).next().is_some()
    {
        return Err(one(Problem::AlreadyThere { path: folder }));
    }
    let above = site.sections.iter().find(|section| section.key == parent);
    let mut plan = Plan::default();
    for (index, of) in site.languages().iter().enumerate() {
        let slug = match text("slug", of) {
            Some(slug) => Some(Slug::new(&slug).ok_or_else(|| invalid(&slug))?),
            None => None,
        };
        let url = above.map(|above| above.urls[LangId(index).0].folder(slug.as_ref().unwrap_or(&name)));
        if let Some(url) = url.filter(|url| claims(site, documents, url)) {
            return Err(one(Problem::SlugTaken { slug: url.to_string() }));
        }
        let path = format!("{folder}/_section.{of}.md");
        let path = SourcePath::new(&path).map_err(|_| one(Problem::OutsideTree { target: path.clone() }))?;
        let own = (of == lang).then(|| title.to_owned()).or_else(|| text("title", of));
        plan.create(path, written(title, own, slug.as_ref(), text("summary", of), catalogue));
    }
    Ok(plan)
}

/// The text in one language; without a title of its own it has the first one, marked.
fn written(
    first: &str,
    own: Option<String>,
    slug: Option<&Slug>,
    summary: Option<String>,
    catalogue: &Catalogue,
) -> String {
    let about = |key: &str| commented(&catalogue.phrase(&format!("schema-front-{key}"), &[]));
    let mark = match &own {
        Some(_) => about("title"),
        None => commented(&format!("{}: {first}", catalogue.phrase("scaffold-translate", &[]))),
    };
    let title = yaml::quoted(own.as_deref().unwrap_or(first));
    let slug = slug.map_or("# slug: \n".to_owned(), |slug| format!("slug: {}\n", plain(slug.as_str())));
    let summary =
        summary.map_or("# summary: \"…\"\n".to_owned(), |summary| format!("summary: {}\n", yaml::quoted(&summary)));
    let lists = format!("{}# sort_by: date\n{}# paginate_by: 20\n", about("sort-by"), about("paginate-by"));
    format!("---\n{mark}title: {title}\n{}{slug}{}{summary}{lists}---\n", about("slug"), about("summary"))
}
