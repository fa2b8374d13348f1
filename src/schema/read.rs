//! Values read against their declarations: all of a mapping, or what an article's file has of it.
//!
//! **Invariant:** what does not fit its declaration is a diagnostic and no value; everything else
//! of the same mapping is still read.

use crate::base::{Lang, Timezone};
use crate::diagnostic::{Diagnostic, Problem};
use crate::yaml::{Fields, Kind, Node};

use super::declaration::{Field, FieldType};
use super::typed::{Extent, Scope, Texts, value};
use super::value::{FieldValue, Values};

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

/// Reads the values of some fields, in their order.
pub(super) fn values<'f>(
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
