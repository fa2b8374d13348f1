//! A Markdown file, read: its place, the built-in keys of its front matter, its declared fields,
//! and the facts of its body.

use std::sync::Arc;

use crate::base::{Fingerprint, Lang, Moment, Slug, SourcePath, UrlPath, slugify};
use crate::config::{Config, ContentType};
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};
use crate::markdown;
use crate::schema::{self, ArticleFile, Reading};
use crate::yaml::{self, Entry, Fields, Kind, Node};

use super::correction::{Correction, corrections};
use super::excerpt;
use super::front_matter::split;
use super::parts::hash;
use super::place::{Place, PlaceKind};
use super::rights::rights;
use super::{Body, Document, Name, SectionOrder, SectionSettings, Shared, Translation, dialect, say};

/// The built-in keys that live once, in the original. Taxonomies and shared fields join them.
const SHARED_KEYS: [&str; 13] = [
    "type",
    "id",
    "date",
    "updated",
    "expires",
    "cover",
    "licence",
    "republish",
    "feed",
    "contributed",
    "order",
    "featured",
    "template",
];

/// Reads a Markdown file; none when it has no title or no language.
pub(super) fn parse(path: &SourcePath, text: &Arc<str>, config: &Config) -> Checked<Option<Document>> {
    let mut out = Vec::new();
    let value = document(path, text, config, &mut out);
    Checked { value, diagnostics: out }
}

fn document(path: &SourcePath, text: &Arc<str>, config: &Config, out: &mut Vec<Diagnostic>) -> Option<Document> {
    let place = Place::of(path, config, out);
    let parts = split(text, path, out);
    let (place, parts) = (place?, parts?);
    let tree = yaml::parse(&text[parts.front.clone()], path, parts.front.start);
    // Of what cannot be read nothing can be missing.
    let is_unreadable = tree.value.is_none() && tree.has_errors();
    let tree = tree.into(out);
    if is_unreadable {
        return None;
    }
    let empty = Node { kind: Kind::Mapping(Vec::new()), span: Span::new(path, 0, parts.front.start.saturating_sub(1)) };
    let tree = tree.unwrap_or(empty).without_empty_texts();
    let mut fields = Fields::of(&tree, "front matter", "front matter", out)?;
    if is_not_begun(&tree, &place, text[parts.body..].trim()) {
        let span = Span::new(path, 0, 3);
        out.push(Diagnostic::at(span, Problem::TranslationEmpty { lang: place.lang.to_string() }));
        return None;
    }
    let title_node = fields.require("title", out);
    let span = title_node.map_or_else(|| Span::new(path, 0, 3), |node| node.span.clone());
    let title = title_node.and_then(|node| yaml::text(node, "title", out));
    let own = own_keys(&mut fields, &place, config, out);
    let (shared, declared, section) = match place.kind {
        PlaceKind::Section => (Shared::default(), schema::Values::default(), section_settings(&mut fields, out)),
        PlaceKind::Bundle | PlaceKind::Single => {
            let (shared, declared) = article_keys(&mut fields, &place, own.translation.is_some(), config, out);
            (shared, declared, SectionSettings::default())
        }
    };
    fields.finish(out);
    let body = Body { text: text.clone(), start: parts.body };
    let dialect = dialect(config, &place.lang);
    let parsed = markdown::parse(body.text(), path, body.start, &dialect);
    out.extend(parsed.diagnostics);
    let mut facts = markdown::facts(&parsed.value);
    let excerpt = excerpt::excerpt(if facts.lead.is_empty() { &facts.text } else { &facts.lead });
    let keywords = excerpt::keywords(&facts.text);
    let keywords = keywords.iter().map(|word| Fingerprint::of(word.as_bytes()).number()).collect();
    // Search reads the words of a body anew; holding them for every article costs too much.
    facts.text = String::new();
    let title = title?;
    let hash = hash(&title, own.summary.as_deref(), &declared, body.text());
    Some(Document {
        path: path.clone(),
        place,
        span,
        title,
        slug: own.slug,
        summary: own.summary,
        aliases: own.aliases,
        is_draft: own.is_draft,
        translation: own.translation,
        translators: own.translators,
        corrections: own.corrections,
        shared,
        fields: declared,
        section,
        body,
        facts,
        excerpt,
        keywords,
        hash,
    })
}

/// Says whether a file is only the place of a translation that nobody has begun: forms for editing
/// write one for every language.
fn is_not_begun(tree: &Node, place: &Place, body: &str) -> bool {
    let entry =
        |key: &str| tree.entries()?.iter().find(|entry| entry.key == key).filter(|entry| !entry.value.is_empty());
    let is_other = |text: &str| text != place.lang.as_str();
    let names_other = |entry: &Entry| matches!(&entry.value.kind, Kind::Scalar { text, .. } if is_other(text));
    entry("original").is_some_and(names_other) && entry("title").is_none() && body.is_empty()
}

/// The built-in keys that each language has for itself.
struct Own {
    slug: Option<Slug>,
    summary: Option<String>,
    aliases: Vec<(UrlPath, Span)>,
    is_draft: bool,
    translation: Option<Translation>,
    translators: Vec<Name>,
    corrections: Vec<Correction>,
}

fn own_keys(fields: &mut Fields, place: &Place, config: &Config, out: &mut Vec<Diagnostic>) -> Own {
    let slug = fields.take("slug").and_then(|node| slug(node, out));
    let summary = fields.take("summary").and_then(|node| yaml::text(node, "summary", out));
    let aliases = fields.take("aliases").map(|node| aliases(node, out)).unwrap_or_default();
    let is_draft = fields.take("draft").and_then(|node| yaml::boolean(node, "draft", out)).unwrap_or(false);
    let is_section = place.kind == PlaceKind::Section;
    let written = if is_section { None } else { fields.take("original").and_then(|node| original(node, config, out)) };
    let named = fields.take("translation").filter(|node| !is_untouched(node));
    let translation = match written {
        Some((lang, span)) => translation_by_original(lang, span, named, place, config, out),
        None => named.and_then(|node| translation(node, None, place, config, out)),
    };
    let corrected = if is_section { None } else { fields.take("corrections") };
    let corrections = corrected.map(|node| corrections(node, config, out)).unwrap_or_default();
    let translators = if is_section {
        Vec::new()
    } else {
        fields.take("translators").map(|node| names(node, "translators", out)).unwrap_or_default()
    };
    Own { slug, summary, aliases, is_draft, translation: translation.filter(|_| !is_section), translators, corrections }
}

fn slug(node: &Node, out: &mut Vec<Diagnostic>) -> Option<Slug> {
    let text = yaml::text(node, "slug", out)?;
    let slug = Slug::new(&text);
    if slug.is_none() {
        let nearest = slugify(&text).map(|slug| slug.to_string());
        say(out, node.span.clone(), Problem::InvalidSlug { value: text, nearest });
    }
    slug
}

fn aliases(node: &Node, out: &mut Vec<Diagnostic>) -> Vec<(UrlPath, Span)> {
    let mut aliases = Vec::new();
    for name in names(node, "aliases", out) {
        match UrlPath::new(&name.text) {
            Ok(url) => aliases.push((url, name.span)),
            Err(_) => say(out, name.span, Problem::InvalidAlias { value: name.text }),
        }
    }
    aliases
}

/// Reads which language an article was written in; every file of it may say so.
fn original(node: &Node, config: &Config, out: &mut Vec<Diagnostic>) -> Option<(Lang, Span)> {
    let languages: Vec<&str> = config.languages.iter().map(|language| language.lang.as_str()).collect();
    let text = yaml::choice(node, "original", &languages, out)?;
    let language = config.languages.iter().find(|language| language.lang.as_str() == text)?;
    Some((language.lang.clone(), node.span.clone()))
}

/// Says whether nothing was written into a mapping: forms write the keys of fields left empty.
fn is_untouched(node: &Node) -> bool {
    node.entries().is_some_and(|entries| entries.iter().all(|entry| entry.value.is_empty()))
}

/// What a file is, that says in which language its article was written.
fn translation_by_original(
    of: Lang,
    span: Span,
    named: Option<&Node>,
    place: &Place,
    config: &Config,
    out: &mut Vec<Diagnostic>,
) -> Option<Translation> {
    let is_original = of == place.lang;
    let Some(node) = named else {
        return (!is_original).then_some(Translation { of, source_hash: None, date: None, is_draft: false, span });
    };
    if is_original {
        let problem = Problem::OriginalTranslated { lang: of.to_string() };
        out.push(Diagnostic::at(node.span.clone(), problem).with(span));
        return None;
    }
    let read = translation(node, Some((&of, &span)), place, config, out)?;
    if read.of != of {
        let problem = Problem::TranslationOf { lang: read.of.to_string(), original: of.to_string() };
        out.push(Diagnostic::at(read.span.clone(), problem).with(span));
    }
    Some(read)
}

/// Reads what a translation says of itself; what it is of need not be said again where `original`
/// says it.
fn translation(
    node: &Node,
    original: Option<(&Lang, &Span)>,
    place: &Place,
    config: &Config,
    out: &mut Vec<Diagnostic>,
) -> Option<Translation> {
    let mut fields = Fields::of(node, "translation", "translation", out)?;
    let of = if original.is_some() { fields.take("of") } else { fields.require("of", out) };
    let source_hash = fields.take("source_hash").and_then(|node| yaml::text(node, "source_hash", out));
    let date = fields.take("date").and_then(|node| moment(node, "date", config, out));
    let is_draft = fields.take("state").is_some_and(|node| state_is_draft(node, out));
    fields.finish(out);
    if let (None, Some((lang, span))) = (of, original) {
        return Some(Translation { of: lang.clone(), source_hash, date, is_draft, span: span.clone() });
    }
    let of = of?;
    let text = yaml::text(of, "of", out)?;
    let declared = config.languages.iter().find(|language| language.lang.as_str() == text);
    match declared {
        Some(language) if language.lang != place.lang => {
            Some(Translation { of: language.lang.clone(), source_hash, date, is_draft, span: of.span.clone() })
        }
        _ => {
            let others = config.languages.iter().map(|language| language.lang.as_str());
            let others: Vec<&str> = others.filter(|lang| *lang != place.lang.as_str()).collect();
            let nearest = crate::diagnostic::nearest(&text, others.iter().copied());
            let problem =
                Problem::NotAllowed { key: "of".to_owned(), value: text, allowed: others.join(", "), nearest };
            say(out, of.span.clone(), problem);
            None
        }
    }
}

fn state_is_draft(node: &Node, out: &mut Vec<Diagnostic>) -> bool {
    yaml::choice(node, "state", &["draft", "reviewed"], out) == Some("draft")
}

fn section_settings(fields: &mut Fields, out: &mut Vec<Diagnostic>) -> SectionSettings {
    let paginate_by = fields.take("paginate_by").and_then(|node| {
        let value = yaml::integer(node, "paginate_by", out)?;
        let count = usize::try_from(value).ok().filter(|count| (1..=1000).contains(count));
        if count.is_none() {
            let problem =
                Problem::OutOfRange { key: "paginate_by".to_owned(), value: value.to_string(), least: 1, most: 1000 };
            say(out, node.span.clone(), problem);
        }
        count
    });
    let order = fields.take("sort_by").and_then(|node| yaml::choice(node, "sort_by", &["date", "title", "order"], out));
    let order = order.map(|word| match word {
        "title" => SectionOrder::Title,
        "order" => SectionOrder::Order,
        _ => SectionOrder::Date,
    });
    SectionSettings { paginate_by, order }
}

/// Reads what an article's languages share, and the fields that each has for itself.
fn article_keys(
    fields: &mut Fields,
    place: &Place,
    is_translation: bool,
    config: &Config,
    out: &mut Vec<Diagnostic>,
) -> (Shared, schema::Values) {
    let mut shared = Shared::default();
    let taxonomies: Vec<&str> = config.taxonomies.iter().map(|taxonomy| taxonomy.id.as_str()).collect();
    for key in SHARED_KEYS.into_iter().chain(taxonomies.iter().copied()) {
        note_key(fields, key, &mut shared);
    }
    let written = fields.take("type").and_then(|node| name(node, "type", out));
    let content_type = content_type(written.as_ref(), place, config, out);
    if !is_translation {
        shared.content_type = written;
        shared_keys(fields, &taxonomies, config, &mut shared, out);
    }
    let Some(content_type) = content_type else {
        return (shared, schema::Values::default());
    };
    let languages: Vec<_> = config.languages.iter().map(|language| language.lang.clone()).collect();
    let reading = Reading { languages: &languages, lang: Some(&place.lang), timezone: &config.timezone };
    let file = if is_translation { ArticleFile::Translation } else { ArticleFile::Original };
    let values = schema::read_article(&content_type.fields, fields, &reading, file, out);
    shared.fields = values.shared;
    (shared, values.translated)
}

fn note_key(fields: &mut Fields, key: &str, shared: &mut Shared) {
    if let Some(entry) = fields.take_entry(key) {
        let name = Name { text: entry.key.clone(), span: entry.key_span.clone() };
        shared.keys.push((name, canonical(&entry.value)));
    }
}

/// A value as one text: equal for equal values, however they are written.
fn canonical(node: &Node) -> String {
    match &node.kind {
        Kind::Scalar { text, .. } => format!("{text:?}"),
        Kind::List(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Kind::Mapping(entries) => {
            let mut entries: Vec<String> =
                entries.iter().map(|entry| format!("{:?}:{}", entry.key, canonical(&entry.value))).collect();
            entries.sort();
            format!("{{{}}}", entries.join(","))
        }
    }
}

/// The content type that is written, else the one whose folder this is, else the plain ones.
fn content_type<'c>(
    written: Option<&Name>,
    place: &Place,
    config: &'c Config,
    out: &mut Vec<Diagnostic>,
) -> Option<&'c ContentType> {
    if let Some(name) = written {
        let found = config.content_type(&name.text);
        if found.is_none() {
            let known = config.content_types.iter().map(|content_type| content_type.id.as_str());
            let nearest = crate::diagnostic::nearest(&name.text, known);
            say(out, name.span.clone(), Problem::UnknownContentType { name: name.text.clone(), nearest });
        }
        return found;
    }
    config.content_type_of(place.section())
}

fn shared_keys(
    fields: &mut Fields,
    taxonomies: &[&str],
    config: &Config,
    shared: &mut Shared,
    out: &mut Vec<Diagnostic>,
) {
    let mut date = |key| fields.take(key).and_then(|node| moment(node, key, config, out));
    shared.date = date("date");
    shared.updated = date("updated");
    shared.expires = date("expires");
    shared.id = fields.take("id").and_then(|node| yaml::text(node, "id", out));
    shared.cover = fields.take("cover").and_then(|node| name(node, "cover", out));
    rights(fields, config, shared, out);
    shared.order = fields.take("order").and_then(|node| yaml::integer(node, "order", out));
    shared.is_featured = fields.take("featured").and_then(|node| yaml::boolean(node, "featured", out)).unwrap_or(false);
    shared.template = fields.take("template").and_then(|node| name(node, "template", out));
    for taxonomy in taxonomies {
        if let Some(node) = fields.take(taxonomy) {
            shared.terms.insert((*taxonomy).to_owned(), names(node, taxonomy, out));
        }
    }
}

/// Reads a date or a zoned time.
fn moment(node: &Node, key: &str, config: &Config, out: &mut Vec<Diagnostic>) -> Option<Moment> {
    let value = yaml::text(node, key, out)?;
    match schema::moment_of(&value, &config.timezone) {
        Ok(moment) => Some(moment),
        Err(problem) => {
            say(out, node.span.clone(), problem);
            None
        }
    }
}

fn name(node: &Node, key: &str, out: &mut Vec<Diagnostic>) -> Option<Name> {
    yaml::text(node, key, out).map(|text| Name { text, span: node.span.clone() })
}

/// Reads a list of names; a single one counts as a list of one.
pub(super) fn names(node: &Node, key: &str, out: &mut Vec<Diagnostic>) -> Vec<Name> {
    match &node.kind {
        Kind::List(items) => items.iter().filter_map(|item| name(item, key, out)).collect(),
        Kind::Scalar { .. } => name(node, key, out).into_iter().collect(),
        Kind::Mapping(_) => {
            // Says that a list is wanted.
            yaml::items(node, key, out);
            Vec::new()
        }
    }
}
