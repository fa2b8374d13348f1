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
