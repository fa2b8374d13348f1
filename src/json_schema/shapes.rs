//! The shapes that values have wherever they stand: texts, moments, lists of names.

use serde_json::{Value, json};

use super::Words;

/// Of a text that is not blank.
const SOMETHING: &str = "\\S";

/// A text; numbers and switches count as what was written.
pub(super) fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": SOMETHING })
}

pub(super) fn switch() -> Value {
    json!({ "type": "boolean" })
}

pub(super) fn integer() -> Value {
    json!({ "type": "integer" })
}

pub(super) fn number(least: usize, most: usize) -> Value {
    json!({ "type": "integer", "minimum": least, "maximum": most })
}

/// A day, or a day with a time; then perhaps an offset, then perhaps a zone's name.
pub(super) fn moment() -> Value {
    let clock = "([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2})?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?";
    json!({ "type": "string", "pattern": format!("^\\s*[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{clock}(\\s+\\S*/\\S*)?\\s*$") })
}

/// A day alone.
pub(super) fn day() -> Value {
    json!({ "type": "string", "pattern": "^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}(\\s+\\S*/\\S*)?\\s*$" })
}

pub(super) fn url() -> Value {
    json!({ "type": "string", "pattern": "^\\s*[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+\\s*$" })
}

pub(super) fn email() -> Value {
    json!({ "type": "string", "pattern": "^\\s*[^\\s@]+@[^\\s@]+\\.[^\\s@]+\\s*$" })
}

/// One of some words; a word that YAML reads as something else is that as well.
pub(super) fn one_of<S: AsRef<str>>(words: &[S]) -> Value {
    let mut values: Vec<Value> = Vec::new();
    for word in words {
        let word = word.as_ref();
        values.push(word.into());
        values.extend(word.parse::<i64>().ok().map(Value::from));
        values.extend(word.parse::<bool>().ok().map(Value::from));
        if word.parse::<i64>().is_err() {
            values.extend(word.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::from));
        }
    }
    json!({ "enum": values })
}

/// A list of names; a single one counts as a list of one.
pub(super) fn names() -> Value {
    json!({ "anyOf": [text(), { "type": "array", "items": text() }] })
}

/// A shape, or nothing: a key without a value, or with a blank text, is a key that is missing.
pub(super) fn optional(mut shape: Value) -> Value {
    match shape.get("pattern").and_then(Value::as_str) {
        Some(SOMETHING) => _ = shape.as_object_mut().and_then(|shape| shape.remove("pattern")),
        Some(pattern) => shape["pattern"] = format!("^\\s*$|{pattern}").into(),
        None => {}
    }
    match shape.get("type") {
        Some(Value::String(name)) if shape.get("enum").is_none() => {
            shape["type"] = json!([name, "null"]);
            shape
        }
        Some(Value::Array(names)) => {
            let mut names = names.clone();
            names.push("null".into());
            shape["type"] = names.into();
            shape
        }
        _ => match shape.get_mut("enum").and_then(Value::as_array_mut) {
            Some(values) => {
                values.push(Value::Null);
                shape
            }
            None => json!({ "anyOf": [shape, { "type": "null" }] }),
        },
    }
}

/// A mapping with these keys and no others.
pub(super) fn mapping(properties: Vec<(String, Value)>, required: &[String]) -> Value {
    let properties = properties.into_iter().map(|(key, shape)| {
        let shape = if required.contains(&key) { shape } else { described_optional(shape) };
        (key, shape)
    });
    let properties: serde_json::Map<String, Value> = properties.collect();
    let mut mapping = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        mapping["required"] = required.into();
    }
    mapping
}

/// Keeps the description outermost, where editors look for it.
fn described_optional(mut shape: Value) -> Value {
    let description = shape.as_object_mut().and_then(|shape| shape.remove("description"));
    let mut shape = optional(shape);
    if let Some(description) = description {
        shape["description"] = description;
    }
    shape
}

impl Words<'_> {
    /// A text, or one for each language.
    pub(super) fn localised(&self, shape: Value) -> Value {
        let inner = optional(shape.clone());
        let each = if self.languages.is_empty() {
            json!({ "type": "object", "propertyNames": tag(), "additionalProperties": inner, "minProperties": 1 })
        } else {
            let properties: serde_json::Map<String, Value> =
                self.languages.iter().map(|lang| (lang.clone(), inner.clone())).collect();
            json!({ "type": "object", "properties": properties, "additionalProperties": false, "minProperties": 1 })
        };
        json!({ "anyOf": [shape, each] })
    }
}

/// The form of a language tag.
pub(super) fn tag() -> Value {
    json!({ "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" })
}
