//! The tree: scalars as written, lists, mappings, each with its place.

use crate::diagnostic::Span;

/// One value and its bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub kind: Kind,
    pub span: Span,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Scalar { text: String, is_plain: bool },
    List(Vec<Node>),
    Mapping(Vec<Entry>),
}

/// One key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub key: String,
    pub key_span: Span,
    pub value: Node,
}

/// What a scalar means by the core schema of YAML 1.2 (§10.3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    Decimal(f64),
    Text(&'a str),
}

impl Node {
    /// The meaning of a scalar; none for lists and mappings.
    pub fn scalar(&self) -> Option<Scalar<'_>> {
        match &self.kind {
            Kind::Scalar { text, is_plain: true } => Some(resolve(text)),
            Kind::Scalar { text, is_plain: false } => Some(Scalar::Text(text)),
            Kind::List(_) | Kind::Mapping(_) => None,
        }
    }

    /// Says whether nothing stands here.
    pub fn is_null(&self) -> bool {
        self.scalar() == Some(Scalar::Null)
    }

    /// Says whether nothing was written here: forms for editing leave `''` where a person would leave
    /// nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self.scalar(), Some(Scalar::Null | Scalar::Text("")))
    }

    /// With keys that hold an empty text as keys that hold nothing.
    #[must_use]
    pub fn without_empty_texts(mut self) -> Self {
        match &mut self.kind {
            Kind::Mapping(entries) => {
                for entry in entries {
                    let value = std::mem::replace(&mut entry.value.kind, Kind::List(Vec::new()));
                    let value = Self { kind: value, span: entry.value.span.clone() };
                    entry.value = match value.is_empty() {
                        true => Self { kind: Kind::Scalar { text: String::new(), is_plain: true }, span: value.span },
                        false => value.without_empty_texts(),
                    };
                }
            }
            Kind::List(items) => {
                *items = std::mem::take(items).into_iter().map(Self::without_empty_texts).collect();
            }
            Kind::Scalar { .. } => {}
        }
        self
    }

    /// The entries of a mapping; none for anything else.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.kind {
            Kind::Mapping(entries) => Some(entries),
            Kind::Scalar { .. } | Kind::List(_) => None,
        }
    }

    /// The name of its type, as the catalogues know it.
    pub fn type_name(&self) -> &'static str {
        match (&self.kind, self.scalar()) {
            (Kind::List(_), _) => "list",
            (Kind::Mapping(_), _) => "mapping",
            (_, Some(Scalar::Null)) => "nothing",
            (_, Some(Scalar::Boolean(_))) => "boolean",
            (_, Some(Scalar::Integer(_))) => "integer",
            (_, Some(Scalar::Decimal(_))) => "decimal",
            _ => "text",
        }
    }
}

fn resolve(text: &str) -> Scalar<'_> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Scalar::Null,
        "true" | "True" | "TRUE" => return Scalar::Boolean(true),
        "false" | "False" | "FALSE" => return Scalar::Boolean(false),
        _ => {}
    }
    if let Some(integer) = integer(text) {
        return Scalar::Integer(integer);
    }
    match decimal(text) {
        Some(decimal) => Scalar::Decimal(decimal),
        None => Scalar::Text(text),
    }
}

fn integer(text: &str) -> Option<i64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let radix = |prefix, radix| {
        let digits: &str = unsigned.strip_prefix(prefix)?;
        let is_clean = !digits.starts_with(['+', '-']);
        let value = is_clean.then(|| i64::from_str_radix(digits, radix).ok()).flatten()?;
        Some(if text.starts_with('-') { -value } else { value })
    };
    if let Some(value) = radix("0x", 16).or_else(|| radix("0o", 8)).or_else(|| radix("0b", 2)) {
        return Some(value);
    }
    // A leading zero is not a number but a code or a telephone number.
    let has_zero = unsigned.len() > 1 && unsigned.starts_with('0');
    let is_digits = !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit());
    if has_zero || !is_digits {
        return None;
    }
    text.strip_prefix('+').unwrap_or(text).parse().ok()
}

fn decimal(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let has_zero = unsigned.len() > 1 && unsigned.starts_with('0') && !unsigned.starts_with("0.");
    let is_number = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && unsigned.bytes().any(|byte| byte.is_ascii_digit())
        && unsigned.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    if has_zero || !is_number {
        return None;
    }
    text.parse().ok().filter(|value: &f64| value.is_finite())
}
