//! Declared fields as schemas.

use serde_json::{Value, json};

use crate::schema::{Field, FieldType};

use super::Words;
use super::shapes::{day, email, integer, mapping, moment, one_of, switch, text, url};

/// How texts of a field may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texts {
    /// In the language of the file.
    One,
    /// Or in each language.
    Each,
}

/// Whether all of a mapping must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    /// As much as a translation repeats.
    Repeated,
}

/// Some fields with their schemas.
pub(super) fn fields<'f>(
    words: &Words,
    declared: impl Iterator<Item = &'f Field>,
    texts: Texts,
    extent: Extent,
) -> Vec<(String, Value)> {
    declared.map(|field| (field.name.clone(), field_schema(words, field, texts, extent))).collect()
}

/// The names of fields that must be there.
pub(super) fn required<'f>(declared: impl Iterator<Item = &'f Field>) -> Vec<String> {
    declared.filter(|field| field.is_required && field.default.is_none()).map(|field| field.name.clone()).collect()
}

fn field_schema(words: &Words, field: &Field, texts: Texts, extent: Extent) -> Value {
    let mut schema = shape(words, &field.field_type, texts, extent);
    let is_needed = field.is_required && field.default.is_none() && extent == Extent::Whole;
    if is_needed && matches!(field.field_type, FieldType::List(_)) {
        schema["minItems"] = 1.into();
    }
    if let Some(description) = &field.description {
        schema["description"] = words.best(description).into();
    }
    schema
}

fn shape(words: &Words, field_type: &FieldType, texts: Texts, extent: Extent) -> Value {
    let prose = |shape: Value| match texts {
        Texts::One => shape,
        Texts::Each => words.localised(shape),
    };
    match field_type {
        FieldType::Text | FieldType::RichText | FieldType::Markdown => prose(text()),
        FieldType::Url => prose(url()),
        FieldType::Email => prose(email()),
        FieldType::Integer => integer(),
        FieldType::Decimal => json!({ "type": "number" }),
        FieldType::Boolean => switch(),
        FieldType::Date => day(),
        FieldType::ZonedDateTime => moment(),
        FieldType::Enum(values) => one_of(values),
        FieldType::Term(_) | FieldType::Reference | FieldType::Image | FieldType::File => text(),
        FieldType::Object(inner) => {
            let needed = if extent == Extent::Whole { required(inner.iter()) } else { Vec::new() };
            mapping(fields(words, inner.iter(), texts, extent), &needed)
        }
        FieldType::List(item) => json!({ "type": "array", "items": shape(words, item, texts, extent) }),
    }
}
