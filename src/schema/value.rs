//! Values of declared fields.

use std::fmt;

use crate::base::Moment;
use crate::diagnostic::Span;

use super::declaration::{Field, Localised};

/// A checked value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, e-mail addresses and URLs; in shared fields one for each language.
    Text(Localised),
    /// Inline Markdown as written, with its place.
    RichText(Localised),
    /// Block Markdown as written.
    Markdown(Localised),
    Integer(i64),
    Decimal(f64),
    Moment(Moment),
    Boolean(bool),
    Enum(String),
    Term {
        taxonomy: String,
        id: String,
        span: Span,
    },
    Reference {
        target: String,
        span: Span,
    },
    Image {
        path: String,
        span: Span,
    },
    File {
        path: String,
        span: Span,
    },
    Object(Values),
    List(Vec<Value>),
}

/// The value of one field and the place of its key and value.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldValue {
    pub name: String,
    pub value: Value,
    /// Where the value was written.
    pub span: Span,
}

/// The fields that were given or have a default, in the order of their declaration.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Values(pub Vec<FieldValue>);

impl Values {
    /// Finds a field's value.
    pub fn get(&self, name: &str) -> Option<&FieldValue> {
        self.0.iter().find(|field| field.name == name)
    }

    /// These and the others together, in the order of declaration: a language's own values with the
    /// original's shared ones.
    #[must_use]
    pub fn with(&self, others: &Self, fields: &[Field]) -> Self {
        let value = |field: &Field| self.get(&field.name).or_else(|| others.get(&field.name)).cloned();
        Self(fields.iter().filter_map(value).collect())
    }
}

/// As a person would say it, on one line, for messages; not for pages.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::RichText(text) | Self::Markdown(text) => separated(text.texts(), " / ", f),
            Self::Integer(value) => write!(f, "{value}"),
            Self::Decimal(value) => write!(f, "{value}"),
            Self::Moment(value) => write!(f, "{value}"),
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Enum(text)
            | Self::Term { id: text, .. }
            | Self::Reference { target: text, .. }
            | Self::Image { path: text, .. }
            | Self::File { path: text, .. } => f.write_str(text),
            Self::Object(values) => separated(values.0.iter().map(|field| &field.value), ", ", f),
            Self::List(values) => separated(values.iter(), "; ", f),
        }
    }
}

fn separated<T: fmt::Display>(
    parts: impl Iterator<Item = T>,
    separator: &str,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for (number, part) in parts.enumerate() {
        if number > 0 {
            f.write_str(separator)?;
        }
        write!(f, "{part}")?;
    }
    Ok(())
}
