//! A new article of a declared type, with a comment for every key that it may have.
//!
//! **Invariant:** its address and its folder are nobody else's.

use crate::base::{Lang, Moment, Slug, SourcePath, UrlPath, slugify};
use crate::config::{Config, ContentType, FRONT_MATTER_KEYS};
use crate::diagnostic::{Catalogue, Diagnostic, Problem, nearest};
use crate::document::Documents;
use crate::schema::Field;
use crate::site::Site;
use crate::source::Sources;
use crate::yaml;

use super::plan::Plan;
use super::translation::commented;
use super::written::{Typed, example, field, names, plain, typed};

/// What a new article is to be.
pub struct NewArticle<'a> {
    pub content_type: &'a ContentType,
    pub title: &'a str,
    /// The folder below `content/`; empty for the root.
    pub section: &'a str,
    pub lang: &'a Lang,
    pub is_draft: bool,
    pub values: &'a Typed,
}

/// The built-in keys whose values are lists of names.
const NAME_KEYS: [&str; 2] = ["aliases", "translators"];

/// The required fields of a type for which nothing was typed.
pub fn missing<'c>(fields: &'c [Field], values: &Typed) -> Vec<&'c Field> {
    let is_missing = |field: &&Field| {
        let is_typed = typed(values, &field.name).iter().any(|value| !value.trim().is_empty());
        field.is_required && field.default.is_none() && !is_typed
    };
    fields.iter().filter(is_missing).collect()
}

/// Says which required fields are missing, with what would complete the command.
pub fn missing_fields(fields: &[Field], values: &Typed, place: &str) -> Option<Diagnostic> {
    let missing = missing(fields, values);
    let example = |field: &&Field| {
        let value = example(&field.field_type, "2026-06-16");
        format!("--set {}='{}'", field.name, if value == "\"…\"" { "…" } else { &value })
    };
    let names: Vec<&str> = missing.iter().map(|field| field.name.as_str()).collect();
    let examples: Vec<String> = missing.iter().map(example).collect();
    (!missing.is_empty()).then(|| {
        let (fields, example) = (names.join(", "), examples.join(" "));
        Diagnostic::nowhere(Problem::MissingFields { place: place.to_owned(), fields, example })
    })
}

/// What is typed for keys that the type does not have.
pub fn unknown(config: &Config, content_type: &ContentType, values: &Typed) -> Vec<Diagnostic> {
    let declared = content_type.fields.iter().map(|field| field.name.as_str());
    let taxonomies = config.taxonomies.iter().map(|taxonomy| taxonomy.id.as_str());
    let known: Vec<&str> = FRONT_MATTER_KEYS.into_iter().chain(declared).chain(taxonomies).collect();
    unknown_keys(&known, &content_type.id, values)
}

pub(super) fn unknown_keys(known: &[&str], place: &str, values: &Typed) -> Vec<Diagnostic> {
    let wrong = values.iter().filter(|(key, _)| !known.contains(&key.as_str()));
    let problem = |key: &String| Problem::UnknownKey {
        key: key.clone(),
        place: place.to_owned(),
        nearest: nearest(key, known.iter().copied()),
    };
    wrong.map(|(key, _)| Diagnostic::nowhere(problem(key))).collect()
}

/// The section in which articles of a type are: its folder, else where most of them stand, else the root.
pub fn section_of(content_type: &ContentType, site: &Site) -> String {
    if let Some(folder) = &content_type.folder {
        return folder.clone();
    }
    let of_type = site.articles.iter().filter(|article| site.type_of(article).id == content_type.id);
    let mut sections: Vec<&str> = of_type.map(|article| site.section(article.section).key.as_str()).collect();
    sections.sort_unstable();
    let counted = sections.chunk_by(|one, other| one == other);
    counted.max_by_key(|chunk| chunk.len()).and_then(|chunk| chunk.first()).copied().unwrap_or_default().to_owned()
}

/// Plans a new article.
///
/// # Errors
/// When nothing of its title can stand in an address, or the address that was typed cannot be had.
pub fn article(
    wanted: &NewArticle<'_>,
    site: &Site,
    documents: &Documents,
    sources: &Sources,
    catalogue: &Catalogue,
) -> Result<Plan, Problem> {
    let written = typed(wanted.values, "slug").last().copied();
    let invalid = |value: &str| {
        let nearest = slugify(value).map(|slug| slug.to_string());
        Problem::InvalidSlug { value: value.to_owned(), nearest }
    };
    let base = match written {
        Some(slug) => Slug::new(slug).ok_or_else(|| invalid(slug))?,
        None => slugify(wanted.title).ok_or_else(|| invalid(wanted.title))?,
    };
    let today = site.env.now.within(&site.config.timezone);
    let prefix = prefix(wanted.section, documents, &today);
    let taken = |slug: &Slug| is_taken(wanted, &prefix, slug, site, documents, sources);
    let slug = match written {
        Some(slug) if taken(&base) => return Err(Problem::SlugTaken { slug: slug.to_owned() }),
        _ => unique(&base, taken).ok_or_else(|| invalid(wanted.title))?,
    };
    let name = format!("{prefix}{slug}");
    let folder = if wanted.section.is_empty() { name.clone() } else { format!("{}/{name}", wanted.section) };
    let path = format!("content/{folder}/index.{}.md", wanted.lang);
    let path = SourcePath::new(&path).map_err(|_| Problem::OutsideTree { target: path.clone() })?;
    let own_slug = (!prefix.is_empty() || written.is_some()).then(|| slug.as_str());
    let mut plan = Plan::default();
    let front = front_matter(wanted, own_slug, site, &today.date().to_string(), catalogue);
    let note = catalogue.phrase("scaffold-body", &[]);
    plan.create(path, format!("---\n{front}---\n\n<!-- {note} -->\n"));
    Ok(plan)
}

/// `2026-11-` where most articles of a section have names that begin with year and month.
fn prefix(section: &str, documents: &Documents, today: &Moment) -> String {
    let names: Vec<&str> = documents
        .articles
        .values()
        .filter(|document| !document.place.key.is_empty() && document.place.section() == section)
        .filter(|document| document.place.kind != crate::document::PlaceKind::Section)
        .map(|document| document.place.name())
        .collect();
    let is_dated = |name: &&&str| {
        let mut parts = name.splitn(3, '-');
        let is_number = |part: Option<&str>, digits: usize| {
            part.is_some_and(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        is_number(parts.next(), 4) && is_number(parts.next(), 2) && parts.next().is_some()
    };
    let is_custom = names.iter().filter(is_dated).count() * 2 > names.len();
    if is_custom { format!("{}-{:02}-", today.year(), today.date().month()) } else { String::new() }
}

/// The slug itself, else with the first number that makes it nobody's.
pub(super) fn unique(base: &Slug, is_taken: impl Fn(&Slug) -> bool) -> Option<Slug> {
    let numbered = (2..10_000).filter_map(|number| Slug::new(&format!("{base}-{number}")));
    std::iter::once(base.clone()).chain(numbered).find(|slug| !is_taken(slug))
}

fn is_taken(
    wanted: &NewArticle<'_>,
    prefix: &str,
    slug: &Slug,
    site: &Site,
    documents: &Documents,
    sources: &Sources,
) -> bool {
    let name = format!("{prefix}{slug}").to_lowercase();
    let key = if wanted.section.is_empty() { name } else { format!("{}/{name}", wanted.section.to_lowercase()) };
    let folder = format!("content/{key}");
    let is_there = documents.articles.values().any(|document| document.place.key.to_lowercase() == key)
        || sources.below(&folder).next().is_some();
    let lang = site.lang_id(wanted.lang);
    let section = site.sections.iter().find(|section| section.key == wanted.section);
    let url = lang.zip(section).map(|(lang, section)| section.urls[lang.0].folder(slug));
    is_there || url.is_some_and(|url| claims(site, documents, &url))
}

/// Says whether an address is someone's, withheld or not.
pub(super) fn claims(site: &Site, documents: &Documents, url: &UrlPath) -> bool {
    let of_articles = documents.articles.values().any(|document| {
        site.permalink(document).as_ref() == Some(url) || document.aliases.iter().any(|(alias, _)| alias == url)
    });
    let of_sections = site.sections.iter().any(|section| section.urls.contains(url));
    let of_terms = site.terms.iter().any(|term| term.urls.contains(url));
    of_articles || of_sections || of_terms || site.taxonomy_urls.iter().any(|urls| urls.contains(url))
}

fn front_matter(
    wanted: &NewArticle<'_>,
    slug: Option<&str>,
    site: &Site,
    today: &str,
    catalogue: &Catalogue,
) -> String {
    let mut out = Front { text: String::new(), catalogue, values: wanted.values };
    let by_folder = site.config.content_type_of(wanted.section).map(|known| known.id.as_str());
    let content_type = wanted.content_type;
    out.built_in("title", Some(yaml::quoted(wanted.title)), "");
    out.built_in("slug", slug.map(plain), "");
    out.built_in("summary", None, "\"…\"");
    if by_folder != Some(content_type.id.as_str()) {
        out.built_in("type", Some(content_type.id.clone()), "");
    }
    if content_type.in_listings || !typed(wanted.values, "date").is_empty() {
        out.built_in("date", Some(today.to_owned()), "");
    }
    let (required, optional): (Vec<&Field>, Vec<&Field>) =
        content_type.fields.iter().partition(|field| field.is_required && field.default.is_none());
    for one in required.into_iter().chain(optional) {
        out.declared(one, site, today);
    }
    for taxonomy in &site.config.taxonomies {
        out.taxonomy(&taxonomy.id, site);
    }
    for (key, shown) in [("cover", "foto.jpg"), ("licence", "CC-BY-4.0"), ("updated", today), ("expires", today)] {
        out.built_in(key, None, shown);
    }
    for key in ["id", "order", "featured", "template", "aliases", "translators", "corrections"] {
        if !typed(wanted.values, key).is_empty() {
            out.built_in(key, None, "");
        }
    }
    out.built_in("draft", Some(wanted.is_draft.to_string()), "");
    out.text
}

/// Front matter that is being written.
struct Front<'a> {
    text: String,
    catalogue: &'a Catalogue,
    values: &'a Typed,
}

impl Front<'_> {
    /// A built-in key: with what was typed, else its value here, else as a comment.
    fn built_in(&mut self, key: &str, value: Option<String>, shown: &str) {
        let typed = typed(self.values, key);
        let is_text = matches!(key, "title" | "summary");
        let value = match typed.last() {
            None => value,
            Some(_) if key == "slug" || key == "title" => value,
            Some(_) if NAME_KEYS.contains(&key) => Some(names(&typed)),
            Some(text) if is_text => Some(yaml::quoted(text)),
            Some(text) => Some(plain(text.trim())),
        };
        let about = self.catalogue.phrase(&format!("schema-front-{key}"), &[]);
        self.line(key, value, &about, shown);
    }

    fn declared(&mut self, one: &Field, site: &Site, today: &str) {
        let typed = typed(self.values, &one.name);
        let value = (!typed.is_empty()).then(|| field(&one.field_type, &typed));
        let lang = self.catalogue.tongue().lang();
        let about = one.description.as_ref().map(|text| text.best(&lang, site.languages()).to_owned());
        let mut about = about.unwrap_or_default();
        if let crate::schema::FieldType::Enum(values) = &one.field_type {
            about = format!("{about} ({})", values.join(", ")).trim().to_owned();
        }
        self.line(&one.name, value, &about, &example(&one.field_type, today));
    }

    fn taxonomy(&mut self, id: &str, site: &Site) {
        let typed = typed(self.values, id);
        let taxonomy = site.taxonomy_id(id);
        let known = site.terms.iter().filter(|term| Some(term.taxonomy) == taxonomy && term.is_declared);
        let known: Vec<&str> = known.map(|term| term.id.as_str()).take(12).collect();
        let name = site.config.taxonomy(id).map(|taxonomy| {
            let lang = self.catalogue.tongue().lang();
            taxonomy.name.best(&lang, site.languages()).to_owned()
        });
        let about = match known.as_slice() {
            [] => name.unwrap_or_default(),
            known => format!("{}: {}", name.unwrap_or_default(), known.join(", ")),
        };
        let value = (!typed.is_empty()).then(|| names(&typed));
        self.line(id, value, &about, "[]");
    }

    fn line(&mut self, key: &str, value: Option<String>, about: &str, shown: &str) {
        self.text.push_str(&commented(about));
        match value {
            Some(value) => self.text.push_str(&format!("{key}: {value}\n")),
            None => self.text.push_str(&commented(&format!("{key}: {shown}"))),
        }
    }
}
