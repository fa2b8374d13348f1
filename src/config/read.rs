//! From the text of `kabar.yaml` to a [`Config`], with everything that is wrong said at once.
//!
//! **Invariant:** no text panics; what can be read beside an error is read.

use crate::base::{Lang, SourcePath};
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};
use crate::schema::{localised, timezone};
use crate::yaml::{Fields, Kind, Node, boolean, parse};

use super::combinations::Known;
use super::content_types::content_types;
use super::hosting::hosting;
use super::kinds::Surroundings;
use super::languages::languages;
use super::licence::licence;
use super::lints::lints;
use super::menus::menus;
use super::partners::partners;
use super::publication::{origin, publisher, theme};
use super::search::search;
use super::settings::{feeds, markdown, number, related};
use super::taxonomies::{taxonomies, taxonomy_ids};
use super::{Config, ContentType, DEFAULT_THEME, FeedSettings, Language, Publisher, Taxonomy, ThemeChoice};

/// Reads the text of `kabar.yaml`.
///
/// None when a publication cannot be without what is missing or wrong: a title, a base URL, a
/// time zone, a language. Anything else that is wrong has its default, and an error that stops
/// the build.
pub fn read(text: &str, file: &SourcePath) -> Checked<Option<Config>> {
    let parsed = parse(text, file, 0);
    let mut out = Vec::new();
    let empty = Node { kind: Kind::Scalar { text: String::new(), is_plain: true }, span: Span::whole(file) };
    let mut config = config(parsed.value.as_ref().unwrap_or(&empty), file, &mut out);
    let fault = parsed.diagnostics.iter().find(|diagnostic| is_cut_off(&diagnostic.problem));
    if let Some(fault) = fault.and_then(|fault| fault.span.as_ref()) {
        // What follows the fault is not known, so nothing is missing, and nothing has its default.
        out.retain(|diagnostic| !is_about_the_rest(&diagnostic.problem));
        out.retain(|diagnostic| diagnostic.span.as_ref().is_some_and(|span| span.end < fault.start));
        config = None;
    }
    out.extend(parsed.diagnostics);
    out.sort_by_key(|diagnostic| diagnostic.span.as_ref().map(|span| span.start));
    Checked { value: config, diagnostics: out }
}

fn is_cut_off(problem: &Problem) -> bool {
    !matches!(problem, Problem::DuplicateKey { .. })
}

/// Says whether what is missing may stand further below.
fn is_about_the_rest(problem: &Problem) -> bool {
    let is_key = matches!(problem, Problem::MissingKey { .. } | Problem::NoLanguages {});
    is_key || is_about_languages(problem) || matches!(problem, Problem::UnknownTaxonomy { .. })
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
    let licence = fields.take("licence").and_then(|node| licence(node, out));
    let republish = fields.take("republish").and_then(|node| boolean(node, "republish", out));
    let paginate_by = number(&mut fields, "paginate_by", 1..=1000, out).unwrap_or(12);
    let feeds_node = fields.take("feeds");
    let hosting = hosting(fields.take("hosting"), out);
    let related = related(fields.take("related"), out);
    let markdown = markdown(fields.take("markdown"), out);
    let search = search(fields.take("search"), &langs, out);
    let (content_types, taxonomies) = kinds(&mut fields, file, &langs, out);
    let ids: Vec<String> = taxonomies.iter().map(|taxonomy| taxonomy.id.clone()).collect();
    let known = Known { languages: &langs, taxonomies: &ids, content_types: &content_types };
    let mut feeds = feeds(feeds_node, known, out);
    out.extend(feeds_node.and_then(|node| without_email(node, &feeds, publisher.as_ref())));
    let partners = partners(fields.take("partners"), known, &feeds.combinations, out);
    let menus = fields.take("menus").map(|node| menus(node, &langs, out)).unwrap_or_default();
    let lints = lints(fields.take("lints"), out);
    fields.finish(out);

    if is_doubtful {
        let read = out.split_off(before);
        out.extend(read.into_iter().filter(|diagnostic| !is_about_languages(&diagnostic.problem)));
    }
    if languages.is_empty() {
        return None;
    }
    let origin = origin?;
    feeds.authority.get_or_insert_with(|| origin.host_name().to_owned());
    Some(Config {
        title: title?,
        description,
        origin,
        timezone: timezone?,
        languages,
        theme: theme.unwrap_or_else(|| default_theme(file)),
        publisher,
        licence,
        republish,
        paginate_by,
        feeds,
        hosting,
        related,
        markdown,
        search,
        content_types,
        taxonomies,
        menus,
        partners,
        lints,
        span: title_node?.span.clone(),
    })
}

/// Who harvests must be able to write to somebody (OAI-PMH 2.0, §4.2).
fn without_email(node: &Node, feeds: &FeedSettings, publisher: Option<&Publisher>) -> Option<Diagnostic> {
    let has_email = publisher.is_some_and(|publisher| publisher.email.is_some());
    let problem = || Problem::MissingKey { key: "email".to_owned(), place: "publisher".to_owned() };
    (feeds.is_harvested && !has_email).then(|| Diagnostic::at(node.span.clone(), problem()))
}

fn default_theme(file: &SourcePath) -> ThemeChoice {
    ThemeChoice { name: DEFAULT_THEME.to_owned(), span: Span::whole(file), settings: None }
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

#[cfg(test)]
mod tests {
    use crate::config::FeedFormat;
    use crate::config::check::{check, check_all, config};
    use proptest::prelude::*;

    #[test]
    fn five_lines_are_enough() {
        let config = config("");
        assert_eq!((config.theme.name.as_str(), config.paginate_by, config.related), ("tenun", 12, 3));
        assert_eq!((config.feeds.items, config.feeds.has_full_text), (20, true));
        assert_eq!(config.feeds.formats, [FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json]);
        assert!(config.markdown.allows_html && config.markdown.has_smart_punctuation);
        assert_eq!(config.root_language().lang.as_str(), "id");
        assert_eq!(config.home(&config.languages[1]).as_str(), "/en/");
        assert!(config.menus.is_empty() && config.publisher.is_none() && config.licence.is_none());
    }

    #[test]
    fn everything_is_read() {
        let config = config(concat!(
            "description: { id: a, en: b }\ntheme: { name: lain, settings: { share: false } }\n",
            "publisher: { name: BaKTI, url: 'https://bakti.or.id', email: a@bakti.or.id, place: Makassar, logo: a.svg }\n",
            "licence: CC-BY-4.0\npaginate_by: 5\nfeeds: { items: 3, formats: [json, rss, json], full_text: false, terms: false }\n",
            "related: { count: 0 }\nmarkdown: { raw_html: false, smart_punctuation: false }\n",
        ));
        assert_eq!(config.theme.name, "lain");
        assert!(config.theme.settings.is_some());
        assert_eq!(config.publisher.and_then(|publisher| publisher.email).as_deref(), Some("a@bakti.or.id"));
        assert_eq!(config.licence.as_deref(), Some("CC-BY-4.0"));
        assert_eq!((config.paginate_by, config.feeds.items, config.related), (5, 3, 0));
        assert_eq!(config.feeds.formats, [FeedFormat::Rss, FeedFormat::Json]);
        assert!(!config.feeds.has_full_text && !config.feeds.of_terms && !config.markdown.allows_html);
    }

    #[test]
    fn nothing_at_all_lacks_what_a_publication_must_have() {
        for text in ["", "# kabar\n", "{}"] {
            check_all(text, "no-languages 1:1, missing-key 1:1, missing-key 1:1, missing-key 1:1");
        }
        check_all("[a]", "wrong-type 1:1");
    }

    #[test]
    fn a_fault_of_the_yaml_hides_only_what_follows_it() {
        check_all("title: [", "yaml-syntax 1:9");
        check_all("titel: x\npaginate_by: 0\nfeeds: [", "unknown-key 1:1 title, out-of-range 2:14, yaml-syntax 3:9");
    }

    #[test]
    fn several_errors_are_said_at_once_in_the_order_of_the_file() {
        check_all(
            concat!(
                "titel: x\nbase_url: baktinews.example\ntimezone: Asia/Makasar\nlanguages: [id, en]\n",
                "paginate_by: 0\ntheme: { nme: x }\n"
            ),
            concat!(
                "missing-key 1:1, unknown-key 1:1 title, base-url 2:11 https://baktinews.example, ",
                "unknown-timezone 3:11 Asia/Makassar, out-of-range 5:14, unknown-key 6:10 name"
            ),
        );
    }

    #[test]
    fn settings_are_checked() {
        check("titel: x", "unknown-key 4:1 title");
        check("description: { id: a }", "text-without-language 4:14");
        check("description: { id: a, en: b, fr: c }", "text-in-undeclared-language 4:30");
        check("licence: [a]", "wrong-type 4:10");
        check("title: again", "duplicate-key 5:1");
    }

    /// Pieces of a configuration, right and wrong, in any order.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "title: ",
            "base_url: ",
            "timezone: ",
            "languages: ",
            "theme: ",
            "publisher: ",
            "feeds: ",
            "menus: ",
            "content_types: ",
            "taxonomies: ",
            "fields: ",
            "type: ",
            "list",
            "of: ",
            "enum",
            "values: ",
            "object",
            "default: ",
            "slug: ",
            "name: ",
            "id: ",
            "en: ",
            "main: ",
            "page: ",
            "url: ",
            "https://a.org",
            "paths: ",
            "root: true",
            "[id, en]",
            "UTC",
            "é",
            "12",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "\n",
            "\n  ",
            "\n    ",
            "&a ",
            "*a",
            "~",
            "'",
            "\"",
            "#",
            ": ",
            "true",
            "term",
            "taxonomy: ",
            "tags",
            "event-report: ",
        ]);
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in prop_oneof!["\\PC{0,200}", pieces()]) {
            for diagnostic in crate::config::check::read(&text).diagnostics {
                for span in diagnostic.span.iter().chain(&diagnostic.related) {
                    prop_assert!(span.start <= span.end && span.end <= text.len());
                    prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                }
                prop_assert!(diagnostic.span.is_some());
            }
        }
    }
}
