//! From the text of `kabar.yaml` to a [`Config`], with everything that is wrong said at once.
//!
//! **Invariant:** no text panics; what can be read beside an error is read.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::base::{Lang, Origin, SourcePath, UrlError};
use crate::diagnostic::{Checked, Diagnostic, Problem, Span, nearest};
use crate::schema::{email, localised, timezone, url};
use crate::yaml::{Fields, Kind, Node, boolean, integer, items, parse, text};

use super::content_types::{Surroundings, content_types};
use super::languages::languages;
use super::menus::menus;
use super::taxonomies::{taxonomies, taxonomy_ids};
use super::{
    Config, ContentType, FeedFormat, FeedSettings, Language, MarkdownSettings, Publisher, Taxonomy, ThemeChoice,
};

/// The theme of a publication that names none.
const DEFAULT_THEME: &str = "tenun";

/// Reads the text of `kabar.yaml`.
///
/// None when a publication cannot be without what is missing or wrong: a title, a base URL, a
/// time zone, a language. Anything else that is wrong has its default, and an error that stops
/// the build.
pub fn read(text: &str, file: &SourcePath) -> Checked<Option<Config>> {
    let mut out = Vec::new();
    let tree = parse(text, file, 0).into(&mut out);
    let empty = Node { kind: Kind::Scalar { text: String::new(), is_plain: true }, span: Span::whole(file) };
    let config = config(tree.as_ref().unwrap_or(&empty), file, &mut out);
    out.sort_by_key(|diagnostic| diagnostic.span.as_ref().map(|span| span.start));
    Checked { value: config, diagnostics: out }
}

fn config(tree: &Node, file: &SourcePath, out: &mut Vec<Diagnostic>) -> Option<Config> {
    let mut fields = Fields::of(tree, super::FILE, super::FILE, out)?;
    let languages = all_languages(&mut fields, out);
    let langs: Vec<Lang> = languages.iter().map(|language| language.lang.clone()).collect();
    // Texts in a language whose own declaration is wrong are not wrong too.
    let is_doubtful =
        langs.is_empty() || out.iter().any(|diagnostic| matches!(diagnostic.problem, Problem::InvalidLanguage { .. }));
    let before = out.len();

    let title_node = fields.require("title", out);
    let title = title_node.and_then(|node| localised(node, "title", &langs, out));
    let origin = fields.require("base_url", out).and_then(|node| origin(node, out));
    let timezone = fields.require("timezone", out).and_then(|node| timezone(node, "timezone", out));
    let description = fields.take("description").and_then(|node| localised(node, "description", &langs, out));
    let theme = fields.take("theme").and_then(|node| theme(node, out));
    let publisher = fields.take("publisher").and_then(|node| publisher(node, &langs, out));
    let licence = fields.take("licence").and_then(|node| text(node, "licence", out));
    let paginate_by = number(&mut fields, "paginate_by", 1..=1000, out).unwrap_or(12);
    let feeds = feeds(fields.take("feeds"), out);
    let related = related(fields.take("related"), out);
    let markdown = markdown(fields.take("markdown"), out);
    let (content_types, taxonomies) = kinds(&mut fields, file, &langs, out);
    let menus = fields.take("menus").map(|node| menus(node, &langs, out)).unwrap_or_default();
    fields.finish(out);

    if is_doubtful {
        let read = out.split_off(before);
        out.extend(read.into_iter().filter(|diagnostic| !is_about_languages(&diagnostic.problem)));
    }
    if languages.is_empty() {
        return None;
    }
    let default_theme = || ThemeChoice { name: DEFAULT_THEME.to_owned(), span: Span::whole(file), settings: None };
    Some(Config {
        title: title?,
        description,
        origin: origin?,
        timezone: timezone?,
        languages,
        theme: theme.unwrap_or_else(default_theme),
        publisher,
        licence,
        paginate_by,
        feeds,
        related,
        markdown,
        content_types,
        taxonomies,
        menus,
        span: title_node?.span.clone(),
    })
}

fn is_about_languages(problem: &Problem) -> bool {
    matches!(problem, Problem::TextInUndeclaredLanguage { .. } | Problem::TextWithoutLanguage { .. })
}

fn all_languages(fields: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<Language> {
    let entry = fields.take_entry("languages");
    let before = out.len();
    let read = entry.map(|entry| languages(&entry.value, out)).unwrap_or_default();
    if read.is_empty() && out.len() == before {
        let start = fields.span().start;
        let place = || Span { end: start, ..fields.span().clone() };
        let span = entry.map_or_else(place, |entry| entry.key_span.clone());
        out.push(Diagnostic::at(span, Problem::NoLanguages {}));
    }
    read
}

fn kinds(
    fields: &mut Fields<'_>,
    file: &SourcePath,
    languages: &[Lang],
    out: &mut Vec<Diagnostic>,
) -> (Vec<ContentType>, Vec<Taxonomy>) {
    let declared = fields.take("taxonomies");
    let ids = taxonomy_ids(declared);
    let around = Surroundings { file, languages, taxonomies: &ids };
    let taxonomies = taxonomies(declared, around, out);
    (content_types(fields.take("content_types"), around, out), taxonomies)
}

fn origin(node: &Node, out: &mut Vec<Diagnostic>) -> Option<Origin> {
    let value = text(node, "base_url", out)?;
    let error = match Origin::new(&value) {
        Ok(origin) => return Some(origin),
        Err(error) => error,
    };
    let (fault, mended) = match error {
        UrlError::Scheme => ("scheme", format!("https://{value}")),
        UrlError::Host => ("host", String::new()),
        UrlError::Tail => ("tail", value.split(['?', '#']).next().unwrap_or_default().to_owned()),
        UrlError::Path => ("path", String::new()),
    };
    // A suggestion that would be refused as well helps nobody.
    let nearest = (url(&mended).is_ok() && Origin::new(&mended).is_ok()).then_some(mended);
    out.push(Diagnostic::at(node.span.clone(), Problem::BaseUrl { value, fault: fault.to_owned(), nearest }));
    None
}

fn theme(node: &Node, out: &mut Vec<Diagnostic>) -> Option<ThemeChoice> {
    if node.entries().is_none() {
        let name = text(node, "theme", out)?;
        return Some(ThemeChoice { name, span: node.span.clone(), settings: None });
    }
    let mut fields = Fields::of(node, "theme", "theme", out)?;
    let name = fields.take("name").map(|node| (text(node, "name", out), node.span.clone()));
    let settings = fields.take("settings").cloned().map(Arc::new);
    fields.finish(out);
    // Settings alone are for the default theme.
    let (name, span) = name.unwrap_or_else(|| (Some(DEFAULT_THEME.to_owned()), node.span.clone()));
    Some(ThemeChoice { name: name?, span, settings })
}

fn publisher(node: &Node, languages: &[Lang], out: &mut Vec<Diagnostic>) -> Option<Publisher> {
    let mut fields = Fields::of(node, "publisher", "publisher", out)?;
    let name = fields.require("name", out).and_then(|node| localised(node, "name", languages, out));
    let site = fields.take("url").and_then(|node| formed(node, "url", url, out));
    let address = fields.take("email").and_then(|node| formed(node, "email", email, out));
    let place = fields.take("place").and_then(|node| localised(node, "place", languages, out));
    let logo = fields.take("logo").and_then(|node| text(node, "logo", out));
    fields.finish(out);
    Some(Publisher { name: name?, url: site, email: address, place, logo })
}

fn formed(
    node: &Node,
    key: &str,
    check: impl Fn(&str) -> Result<(), Problem>,
    out: &mut Vec<Diagnostic>,
) -> Option<String> {
    let value = text(node, key, out)?;
    match check(&value) {
        Ok(()) => Some(value),
        Err(problem) => {
            out.push(Diagnostic::at(node.span.clone(), problem));
            None
        }
    }
}

fn feeds(node: Option<&Node>, out: &mut Vec<Diagnostic>) -> FeedSettings {
    let all = || vec![FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json];
    let mut settings = FeedSettings { items: 20, formats: all(), has_full_text: true };
    let Some(mut fields) = node.and_then(|node| Fields::of(node, "feeds", "feeds", out)) else {
        return settings;
    };
    settings.items = number(&mut fields, "items", 1..=500, out).unwrap_or(settings.items);
    if let Some(nodes) = fields.take("formats").and_then(|node| items(node, "formats", out)) {
        settings.formats = nodes.iter().filter_map(|node| feed_format(node, out)).collect();
        // Two feeds of one format would have one URL.
        settings.formats.sort_unstable();
        settings.formats.dedup();
    }
    settings.has_full_text = switch(&mut fields, "full_text", settings.has_full_text, out);
    fields.finish(out);
    settings
}

fn feed_format(node: &Node, out: &mut Vec<Diagnostic>) -> Option<FeedFormat> {
    const NAMES: [&str; 3] = ["rss", "atom", "json"];
    let value = text(node, "formats", out)?;
    match value.as_str() {
        "rss" => Some(FeedFormat::Rss),
        "atom" => Some(FeedFormat::Atom),
        "json" => Some(FeedFormat::Json),
        _ => {
            let nearest = nearest(&value, NAMES);
            let problem = Problem::NotAllowed { key: "formats".to_owned(), value, allowed: NAMES.join(", "), nearest };
            out.push(Diagnostic::at(node.span.clone(), problem));
            None
        }
    }
}

fn related(node: Option<&Node>, out: &mut Vec<Diagnostic>) -> usize {
    const DEFAULT: usize = 3;
    let Some(mut fields) = node.and_then(|node| Fields::of(node, "related", "related", out)) else {
        return DEFAULT;
    };
    let count = number(&mut fields, "count", 0..=50, out);
    fields.finish(out);
    count.unwrap_or(DEFAULT)
}

fn markdown(node: Option<&Node>, out: &mut Vec<Diagnostic>) -> MarkdownSettings {
    let mut settings = MarkdownSettings { allows_html: true, has_smart_punctuation: true };
    if let Some(mut fields) = node.and_then(|node| Fields::of(node, "markdown", "markdown", out)) {
        settings.allows_html = switch(&mut fields, "raw_html", settings.allows_html, out);
        settings.has_smart_punctuation = switch(&mut fields, "smart_punctuation", settings.has_smart_punctuation, out);
        fields.finish(out);
    }
    settings
}

fn switch(fields: &mut Fields<'_>, key: &str, default: bool, out: &mut Vec<Diagnostic>) -> bool {
    fields.take(key).and_then(|node| boolean(node, key, out)).unwrap_or(default)
}

fn number(
    fields: &mut Fields<'_>,
    key: &str,
    range: RangeInclusive<usize>,
    out: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let node = fields.take(key)?;
    let value = integer(node, key, out)?;
    let number = usize::try_from(value).ok().filter(|number| range.contains(number));
    if number.is_none() {
        let (least, most) = (*range.start(), *range.end());
        let problem = Problem::OutOfRange { key: key.to_owned(), value: value.to_string(), least, most };
        out.push(Diagnostic::at(node.span.clone(), problem));
    }
    number
}
