//! One value read against its type.
//!
//! **Invariant:** a value that does not fit is said once, at its own place.

use crate::base::{Lang, Timezone};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::yaml::{Fields, Node, boolean, decimal, integer, items, text};

use super::declaration::{FieldType, Localised};
use super::localised::{localised, partial, texts_of};
use super::read::values;
use super::scalar::{Clock, email, moment, url};
use super::value::Value;

/// How texts may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texts {
    /// In the language of the file.
    One,
    /// Or in each language.
    Each,
}

/// How much of a mapping is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// All of it: required fields must stand, defaults are filled in.
    Whole,
    /// As much of the original as a translation repeats.
    Repeated,
}

/// What a value is read for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    pub languages: &'a [Lang],
    pub timezone: &'a Timezone,
    pub texts: Texts,
    pub extent: Extent,
}

/// Reads one value.
pub(super) fn value(
    node: &Node,
    key: &str,
    field_type: &FieldType,
    scope: Scope<'_>,
    out: &mut Vec<Diagnostic>,
) -> Option<Value> {
    if node.scalar().is_none() && field_type.is_one_scalar() {
        let (expected, found) = (field_type.name().to_owned(), node.type_name().to_owned());
        out.push(Diagnostic::at(node.span.clone(), Problem::WrongType { key: key.to_owned(), expected, found }));
        return None;
    }
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
    use crate::schema::{Reading, declarations, read};

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
}
