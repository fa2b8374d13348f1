//! Values as people type them, written as YAML for a field of a type.
//!
//! **Invariant:** what is typed never becomes more than one value: a line break cannot begin a key.

use crate::schema::{Field, FieldType};
use crate::yaml;

/// What was typed for each key, in order; a key may come several times.
pub type Typed = [(String, String)];

/// The values typed for a key.
pub(super) fn typed<'t>(values: &'t Typed, key: &str) -> Vec<&'t str> {
    values.iter().filter(|(known, _)| known == key).map(|(_, value)| value.as_str()).collect()
}

/// Writes what was typed for a field.
pub(super) fn field(field_type: &FieldType, values: &[&str]) -> String {
    match field_type {
        FieldType::List(item) => list(values, |value| one(item, value)),
        other => values.last().map(|value| one(other, value)).unwrap_or_default(),
    }
}

/// Writes a list of names: typed one by one, with commas, or as YAML.
pub(super) fn names(values: &[&str]) -> String {
    let parts: Vec<&str> = match values {
        [value] if is_flow(value, '[') => return (*value).trim().to_owned(),
        values => values.iter().flat_map(|value| value.split(',')).collect(),
    };
    let parts: Vec<String> = parts.iter().map(|part| plain(part.trim())).collect();
    format!("[{}]", parts.join(", "))
}

fn list(values: &[&str], item: impl Fn(&str) -> String) -> String {
    match values {
        [value] if is_flow(value, '[') => (*value).trim().to_owned(),
        values => format!("[{}]", values.iter().map(|value| item(value)).collect::<Vec<_>>().join(", ")),
    }
}

fn one(field_type: &FieldType, value: &str) -> String {
    match field_type {
        FieldType::Object(_) | FieldType::List(_) if is_flow(value, '{') || is_flow(value, '[') => {
            value.trim().to_owned()
        }
        // A shared text may be given for each language.
        FieldType::Text | FieldType::RichText | FieldType::Markdown if !is_flow(value, '{') => yaml::quoted(value),
        FieldType::Text | FieldType::RichText | FieldType::Markdown => value.trim().to_owned(),
        _ => plain(value.trim()),
    }
}

fn is_flow(value: &str, opening: char) -> bool {
    value.trim_start().starts_with(opening) && !value.contains(['\n', '\r'])
}

/// A scalar without quotation marks where it needs none.
pub(super) fn plain(value: &str) -> String {
    let is_sign = |letter: char| letter.is_ascii_alphanumeric() || "_-./+: ".contains(letter);
    let is_plain = value.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '/')
        && value.chars().all(is_sign)
        && !value.contains(": ")
        && !value.ends_with([':', ' ']);
    if is_plain { value.to_owned() } else { yaml::quoted(value) }
}

/// What a value of a type looks like, for the comment of a field that is left out.
pub(super) fn example(field_type: &FieldType, today: &str) -> String {
    match field_type {
        FieldType::Text | FieldType::RichText | FieldType::Markdown => "\"…\"".to_owned(),
        FieldType::Integer => "1".to_owned(),
        FieldType::Decimal => "1.5".to_owned(),
        FieldType::Boolean => "true".to_owned(),
        FieldType::Date => today.to_owned(),
        FieldType::ZonedDateTime => format!("{today}T09:00"),
        FieldType::Url => "https://example.org/".to_owned(),
        FieldType::Email => "nama@example.org".to_owned(),
        FieldType::Enum(values) => values.first().cloned().unwrap_or_default(),
        FieldType::Term(taxonomy) => taxonomy.clone(),
        FieldType::Reference => "article:nama-tulisan".to_owned(),
        FieldType::Image => "foto.jpg".to_owned(),
        FieldType::File => "dokumen.pdf".to_owned(),
        FieldType::Object(fields) => object(fields, today),
        FieldType::List(item) => format!("[{}]", example(item, today)),
    }
}

fn object(fields: &[Field], today: &str) -> String {
    let entries: Vec<String> =
        fields.iter().map(|field| format!("{}: {}", field.name, example(&field.field_type, today))).collect();
    format!("{{ {} }}", entries.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_yaml() {
        let check = |field_type: FieldType, values: &[&str], expected: &str| {
            assert_eq!(field(&field_type, values), expected, "{values:?}");
        };
        let list = |item| FieldType::List(Box::new(item));
        check(FieldType::Text, &["a: \"b\""], r#""a: \"b\"""#);
        check(FieldType::Text, &["{ id: a, en: b }"], "{ id: a, en: b }");
        check(FieldType::Text, &["{ a }\nx: y"], r#""{ a }\nx: y""#);
        check(FieldType::ZonedDateTime, &["2026-06-16T09:00 Asia/Jakarta"], "2026-06-16T09:00 Asia/Jakarta");
        check(FieldType::Integer, &["12"], "12");
        check(FieldType::Enum(vec![]), &["a\nb: c"], r#""a\nb: c""#);
        check(list(FieldType::Text), &["a", "b"], r#"["a", "b"]"#);
        check(list(FieldType::Text), &["[a, b]"], "[a, b]");
        check(list(FieldType::Object(vec![])), &["{ name: Ani }"], "[{ name: Ani }]");
        assert_eq!(names(&["a, b", "c d"]), "[a, b, c d]");
        assert_eq!(names(&["ü"]), "[\"ü\"]");
    }
}
