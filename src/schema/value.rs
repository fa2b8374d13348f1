//! Values of declared fields.

use crate::base::Moment;
use crate::diagnostic::Span;

use super::declaration::Localised;

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
    Term { taxonomy: String, id: String, span: Span },
    Reference { target: String, span: Span },
    Image { path: String, span: Span },
    File { path: String, span: Span },
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
}
