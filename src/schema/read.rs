//! Values read against their declarations.
//!
//! **Invariant:** what does not fit its declaration is a diagnostic and no value; everything else
//! of the same mapping is still read.

use crate::base::{Lang, Timezone};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::yaml::{Fields, Kind, Node, boolean, decimal, integer, items, text};

use super::declaration::{Field, FieldType, Localised};
use super::localised::{localised, partial, texts_of};
use super::scalar::{Clock, email, moment, url};
use super::value::{FieldValue, Value, Values};

/// What a mapping is read for.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// All languages of the publication.
    pub languages: &'a [Lang],
    /// The language of the file; none when the mapping stands for all of them, as terms and theme
    /// settings do, and every text may be given for each language.
    pub lang: Option<&'a Lang>,
    /// The zone of dates that do not name one.
    pub timezone: &'a Timezone,
}

/// Which of an article's files a mapping is the front matter of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleFile {
    Original,
    Translation,
}

/// The values of one of an article's files, by where they live.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ArticleValues {
    /// Of the fields that each language has for itself.
    pub translated: Values,
    /// Of the fields that live once. In an original, complete with defaults; in a translation only
    /// what was written, to be compared with the original by [`super::contradictions`].
    pub shared: Values,
}

/// How texts may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Texts {
    /// In the language of the file.
    One,
    /// Or in each language.
    Each,
}

/// How much of a mapping is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// All of it: required fields must stand, defaults are filled in.
    Whole,
    /// As much of the original as a translation repeats.
    Repeated,
}

#[derive(Debug, Clone, Copy)]
struct Scope<'a> {
    languages: &'a [Lang],
    timezone: &'a Timezone,
    texts: Texts,
    extent: Extent,
}

/// Reads all fields from a mapping: terms, shortcodes, theme settings.
///
/// The caller finishes the mapping: it may have keys that no field declares.
pub fn read(fields: &[Field], mapping: &mut Fields<'_>, reading: &Reading<'_>, out: &mut Vec<Diagnostic>) -> Values {
    let texts = if reading.lang.is_some() { Texts::One } else { Texts::Each };
    values(fields.iter(), mapping, reading.scope(texts, Extent::Whole), out)
}

/// Reads the fields of a content type from the front matter of one of an article's files.
pub fn read_article(
    fields: &[Field],
    mapping: &mut Fields<'_>,
    reading: &Reading<'_>,
    file: ArticleFile,
    out: &mut Vec<Diagnostic>,
) -> ArticleValues {
    let extent = match file {
        ArticleFile::Original => Extent::Whole,
        ArticleFile::Translation => Extent::Repeated,
    };
    let translated = fields.iter().filter(|field| field.is_translated);
    let shared = fields.iter().filter(|field| !field.is_translated);
    ArticleValues {
        translated: values(translated, mapping, reading.scope(Texts::One, Extent::Whole), out),
        shared: values(shared, mapping, reading.scope(Texts::Each, extent), out),
    }
}

/// Says whether a default fits its declaration, and if not, why.
pub(super) fn fits(
    node: &Node,
    key: &str,
    field_type: &FieldType,
    reading: &Reading<'_>,
    out: &mut Vec<Diagnostic>,
) -> bool {
    let before = out.len();
    value(node, key, field_type, reading.scope(Texts::Each, Extent::Whole), out);
    !out[before..].iter().any(Diagnostic::is_error)
}

impl<'a> Reading<'a> {
    fn scope(&self, texts: Texts, extent: Extent) -> Scope<'a> {
        Scope { languages: self.languages, timezone: self.timezone, texts, extent }
    }
}

fn values<'f>(
    fields: impl Iterator<Item = &'f Field>,
    mapping: &mut Fields<'_>,
    scope: Scope<'_>,
    out: &mut Vec<Diagnostic>,
) -> Values {
    Values(fields.filter_map(|field| field_value(field, mapping, scope, out)).collect())
}

fn field_value(
    field: &Field,
    mapping: &mut Fields<'_>,
    scope: Scope<'_>,
    out: &mut Vec<Diagnostic>,
) -> Option<FieldValue> {
    let name = field.name.as_str();
    let is_whole = scope.extent == Extent::Whole;
    let node = match &field.default {
        Some(_) => mapping.take(name),
        None if field.is_required && is_whole => {
            let node = mapping.require(name, out)?;
            if node.kind == Kind::List(Vec::new()) {
                out.push(Diagnostic::at(node.span.clone(), Problem::EmptyText { key: name.to_owned() }));
                return None;
            }
            Some(node)
        }
        None => mapping.take(name),
    };
    let (node, value) = match (node, &field.default) {
        (Some(node), _) => (node, value(node, name, &field.field_type, scope, out)),
        (None, Some(default)) if is_whole => {
            // Checked where it is declared, and allowed to differ by language wherever it is used.
            let scope = Scope { texts: Texts::Each, ..scope };
            (default, value(default, name, &field.field_type, scope, &mut Vec::new()))
        }
        (None, _) => return None,
    };
    Some(FieldValue { name: name.to_owned(), value: value?, span: node.span.clone() })
}

fn value(node: &Node, key: &str, field_type: &FieldType, scope: Scope<'_>, out: &mut Vec<Diagnostic>) -> Option<Value> {
    match field_type {
        FieldType::Text => prose(node, key, scope, out).map(Value::Text),
        FieldType::RichText => prose(node, key, scope, out).map(Value::RichText),
        FieldType::Markdown => prose(node, key, scope, out).map(Value::Markdown),
        FieldType::Url => formed(node, key, scope, url, out).map(Value::Text),
        FieldType::Email => formed(node, key, scope, email, out).map(Value::Text),
        FieldType::Integer => integer(node, key, out).map(Value::Integer),
        FieldType::Decimal => decimal(node, key, out).map(Value::Decimal),
        FieldType::Boolean => boolean(node, key, out).map(Value::Boolean),
        FieldType::Date => moment(node, key, Clock::Forbidden, scope.timezone, out).map(Value::Moment),
        FieldType::ZonedDateTime => moment(node, key, Clock::Allowed, scope.timezone, out).map(Value::Moment),
        FieldType::Enum(allowed) => one_of(node, key, allowed, out).map(Value::Enum),
        FieldType::Term(taxonomy) => {
            let id = text(node, key, out)?;
            Some(Value::Term { taxonomy: taxonomy.clone(), id, span: node.span.clone() })
        }
        FieldType::Reference => text(node, key, out).map(|target| Value::Reference { target, span: node.span.clone() }),
        FieldType::Image => text(node, key, out).map(|path| Value::Image { path, span: node.span.clone() }),
        FieldType::File => text(node, key, out).map(|path| Value::File { path, span: node.span.clone() }),
        FieldType::Object(fields) => {
            let mut mapping = Fields::of(node, key, key, out)?;
            let read = values(fields.iter(), &mut mapping, scope, out);
            mapping.finish(out);
            Some(Value::Object(read))
        }
        FieldType::List(item) => {
            let nodes = items(node, key, out)?;
            Some(Value::List(nodes.iter().filter_map(|node| value(node, key, item, scope, out)).collect()))
        }
    }
}

fn prose(node: &Node, key: &str, scope: Scope<'_>, out: &mut Vec<Diagnostic>) -> Option<Localised> {
    match (scope.texts, scope.extent) {
        (Texts::One, _) => text(node, key, out).map(Localised::Same),
        (Texts::Each, Extent::Whole) => localised(node, key, scope.languages, out),
        (Texts::Each, Extent::Repeated) => partial(node, key, scope.languages, out),
    }
}

/// Reads a text whose form `check` knows.
fn formed(
    node: &Node,
    key: &str,
    scope: Scope<'_>,
    check: impl Fn(&str) -> Result<(), Problem>,
    out: &mut Vec<Diagnostic>,
) -> Option<Localised> {
    let read = prose(node, key, scope, out)?;
    let mut is_formed = true;
    for node in texts_of(node) {
        let problem = text(node, key, &mut Vec::new()).and_then(|text| check(&text).err());
        if let Some(problem) = problem {
            out.push(Diagnostic::at(node.span.clone(), problem));
            is_formed = false;
        }
    }
    is_formed.then_some(read)
}

fn one_of(node: &Node, key: &str, allowed: &[String], out: &mut Vec<Diagnostic>) -> Option<String> {
    let value = text(node, key, out)?;
    if allowed.contains(&value) {
        return Some(value);
    }
    let nearest = nearest(&value, allowed.iter().map(String::as_str));
    let problem = Problem::NotAllowed { key: key.to_owned(), value, allowed: allowed.join(", "), nearest };
    out.push(Diagnostic::at(node.span.clone(), problem));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::check::{codes, languages, tree};
    use crate::schema::declarations;
    use proptest::prelude::*;

    const FIELDS: &str = concat!(
        "venue: { type: text }\n",
        "lessons: { type: list, of: rich-text, required: true, translated: true }\n",
        "start: { type: zoned-date-time, required: true }\n",
        "mode: { type: enum, values: [in-person, online], default: in-person }\n",
        "speakers: { type: list, of: { type: object, fields: ",
        "{ name: { type: text, required: true }, role: { type: text }, lead: { type: boolean, default: false } } } }\n",
    );

    fn shown(values: &Values) -> Vec<String> {
        values.0.iter().map(|field| format!("{}={}", field.name, field.value)).collect()
    }

    /// Reads front matter in English; translated values, a bar, shared values, what is wrong.
    fn check(file: ArticleFile, input: &str, expected: &str) {
        let languages = languages();
        let fields = declarations(&tree(FIELDS), &languages, &mut Vec::new());
        let front_matter = tree(input);
        let mut out = Vec::new();
        let mut mapping = Fields::of(&front_matter, "", "event-report", &mut out).expect("a mapping");
        let timezone = Timezone::new("Asia/Makassar").expect("a zone");
        let reading = Reading { languages: &languages, lang: languages.get(1), timezone: &timezone };
        let read = read_article(&fields, &mut mapping, &reading, file, &mut out);
        mapping.finish(&mut out);
        let mut parts = shown(&read.translated);
        parts.push("|".to_owned());
        parts.extend(shown(&read.shared));
        parts.extend(codes(&out));
        assert_eq!(parts.join(" "), expected, "{input}");
    }

    #[test]
    fn an_original_has_both_and_defaults() {
        check(
            ArticleFile::Original,
            "{ venue: Aula, lessons: [a, b], start: 2026-06-16T09:00, speakers: [{ name: Ani }] }",
            "venue=Aula lessons=a; b | start=2026-06-16T09:00:00+08:00 mode=in-person speakers=Ani, false",
        );
    }

    #[test]
    fn a_translation_needs_only_what_is_translated() {
        check(ArticleFile::Translation, "{ lessons: [a] }", "lessons=a |");
        check(ArticleFile::Translation, "{ venue: x }", "venue=x | missing-key@2");
    }

    #[test]
    fn what_a_translation_repeats_is_kept_apart_without_defaults() {
        check(
            ArticleFile::Translation,
            "{ lessons: [a], start: 2026-06-16, speakers: [{ role: { en: Head } }] }",
            "lessons=a | start=2026-06-16 speakers=Head",
        );
        check(ArticleFile::Translation, "{ lessons: [a], mode: onlin }", "lessons=a | not-allowed@22 online");
    }

    #[test]
    fn texts_in_shared_fields_may_be_localised_and_translated_ones_not() {
        check(
            ArticleFile::Original,
            "{ lessons: [a], start: 2026-06-16, speakers: [{ name: A, role: { id: b, en: c } }, { name: A, role: { id: b } }] }",
            "lessons=a | start=2026-06-16 mode=in-person speakers=A, c / b, false; A, b, false text-without-language@100",
        );
        check(
            ArticleFile::Translation,
            "{ lessons: [{ id: a, en: b }], venue: { en: a } }",
            "lessons= | wrong-type@38 wrong-type@12",
        );
    }

    #[test]
    fn what_is_required_is_not_empty() {
        check(ArticleFile::Translation, "{ lessons: [] }", "| empty-text@11");
        check(ArticleFile::Translation, "{ lessons: ~ }", "| missing-key@2");
        check(
            ArticleFile::Original,
            "{ lessons: [a], start: 2026-06-16, speakers: [{ role: x }] }",
            "lessons=a | start=2026-06-16 mode=in-person speakers=x, false missing-key@48",
        );
    }

    #[test]
    fn unknown_keys_are_found_at_every_depth() {
        check(
            ArticleFile::Translation,
            "{ lessons: [a], speakers: [{ nme: x }], vneue: y }",
            "lessons=a | speakers= unknown-key@29 name unknown-key@40 venue",
        );
    }

    /// Reads one value of a type where every text may be localised.
    fn check_value(field_type: &str, input: &str, expected: &str) {
        let languages = languages();
        let fields = declarations(&tree(&format!("a: {field_type}")), &languages, &mut Vec::new());
        let node = tree(&format!("a: {input}"));
        let mut out = Vec::new();
        let mut mapping = Fields::of(&node, "", "", &mut out).expect("a mapping");
        let reading = Reading { languages: &languages, lang: None, timezone: &Timezone::utc() };
        let read = read(&fields, &mut mapping, &reading, &mut out);
        let mut parts: Vec<String> = read.0.iter().map(|field| field.value.to_string()).collect();
        parts.extend(codes(&out));
        assert_eq!(parts.join(" "), expected, "{field_type} {input}");
    }

    #[test]
    fn every_type_is_checked() {
        for (field_type, input, expected) in [
            ("{ type: text }", "12", "12"),
            ("{ type: text }", "[x]", "wrong-type@3"),
            ("{ type: text }", "{ id: x, en: y }", "y / x"),
            ("{ type: integer }", "-3", "-3"),
            ("{ type: integer }", "1.5", "wrong-type@3"),
            ("{ type: decimal }", "1.5", "1.5"),
            ("{ type: decimal }", "x", "wrong-type@3"),
            ("{ type: boolean }", "true", "true"),
            ("{ type: boolean }", "yes", "wrong-type@3"),
            ("{ type: date }", "2026-06-16", "2026-06-16"),
            ("{ type: date }", "2026-06-16T09:00", "date-form@3"),
            ("{ type: date }", "16 Juni 2026", "date-form@3"),
            ("{ type: date }", "2026-02-30", "no-such-date@3"),
            ("{ type: zoned-date-time }", "2026-06-16T09:00 Asia/Jakarta", "2026-06-16T09:00:00+07:00"),
            ("{ type: zoned-date-time }", "2026-06-16T09:00 Asia/Jakrata", "unknown-timezone@3 Asia/Jakarta"),
            ("{ type: url }", "https://a.org", "https://a.org"),
            ("{ type: url }", "a.org", "invalid-url@3"),
            ("{ type: url }", "{ id: 'https://a.org', en: 'javascript:x' }", "unsafe-url@30"),
            ("{ type: email }", "a@b.org", "a@b.org"),
            ("{ type: email }", "a@b", "invalid-email@3"),
            ("{ type: enum, values: [scheduled, held] }", "held", "held"),
            ("{ type: enum, values: [scheduled, held] }", "hedl", "not-allowed@3 held"),
            ("{ type: term, taxonomy: tags }", "maluku", "maluku"),
            ("{ type: term, taxonomy: tags }", "[maluku]", "wrong-type@3"),
            ("{ type: reference }", "article:a", "article:a"),
            ("{ type: image }", "a.svg", "a.svg"),
            ("{ type: file }", "{ id: x }", "wrong-type@3"),
            ("{ type: list, of: text }", "x", "wrong-type@3"),
            ("{ type: list, of: integer }", "[1, x, 3]", "1; 3 wrong-type@7"),
            ("{ type: list, of: text }", "[x, ~]", "x wrong-type@7"),
            ("{ type: object, fields: { b: { type: text } } }", "x", "wrong-type@3"),
        ] {
            check_value(field_type, input, expected);
        }
    }

    proptest! {
        /// Whatever stands in a field, reading neither panics nor leaves the file.
        #[test]
        fn any_front_matter_is_read(text in "[a-c:,{}\\[\\] \nvenuestart-]{0,80}") {
            let languages = languages();
            let fields = declarations(&tree(FIELDS), &languages, &mut Vec::new());
            let file = crate::base::SourcePath::new("a.md").expect("a path");
            let mut out = Vec::new();
            if let Some(node) = crate::yaml::parse(&text, &file, 0).value
                && let Some(mut mapping) = Fields::of(&node, "", "", &mut out)
            {
                let reading = Reading { languages: &languages, lang: None, timezone: &Timezone::utc() };
                read(&fields, &mut mapping, &reading, &mut out);
                read_article(&fields, &mut mapping, &reading, ArticleFile::Translation, &mut out);
            }
            for span in out.iter().filter_map(|diagnostic| diagnostic.span.as_ref()) {
                prop_assert!(span.start <= span.end && span.end <= text.len());
            }
        }
    }
}
