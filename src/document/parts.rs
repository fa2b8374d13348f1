//! What a translator translates of a document, in parts: title, summary, each translated field,
//! each outermost block of the body.
//!
//! **Invariant:** blank lines, blanks at the ends of lines and the kind of line ends change no
//! hash: nobody has to translate them.

use crate::base::Fingerprint;
use crate::markdown;
use crate::schema::{Value, Values};

use super::Document;

/// One part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub kind: PartKind,
    pub text: String,
    /// The first byte in the file, of a block.
    pub start: Option<usize>,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    Title,
    Summary,
    /// A translated field; of a list each item.
    Field(String),
    Block,
}

impl Part {
    /// Equal for texts that a translator would translate alike.
    pub fn hash(&self) -> String {
        hash_of(&self.text)
    }
}

/// The hash of a part's text, whatever its blanks are.
pub(super) fn hash_of(text: &str) -> String {
    Fingerprint::of(plain_lines(text).as_bytes()).short()
}

/// The parts of a document in the order in which its file has them.
pub fn parts(document: &Document) -> Vec<Part> {
    let of = |kind, text: &str| Part { kind, text: text.to_owned(), start: None };
    let mut parts = vec![of(PartKind::Title, &document.title)];
    parts.extend(document.summary.as_deref().map(|summary| of(PartKind::Summary, summary)));
    for field in &document.fields.0 {
        let kind = || PartKind::Field(field.name.clone());
        match &field.value {
            Value::List(items) => parts.extend(items.iter().map(|item| of(kind(), &item.to_string()))),
            value => parts.push(of(kind(), &value.to_string())),
        }
    }
    let text = document.body.text();
    parts.extend(markdown::blocks(text).into_iter().map(|range| Part {
        kind: PartKind::Block,
        start: Some(document.body.start + range.start),
        text: text[range].replace("\r\n", "\n"),
    }));
    parts
}

/// The hash of all parts together.
pub(super) fn hash(title: &str, summary: Option<&str>, fields: &Values, body: &str) -> Fingerprint {
    let mut text = format!("{title}\n{}\n", summary.unwrap_or_default());
    for field in &fields.0 {
        text.push_str(&format!("{}={}\n", field.name, field.value));
    }
    text.push_str(&plain_lines(body));
    Fingerprint::of(text.as_bytes())
}

/// The lines that are not blank, without the blanks at their ends.
fn plain_lines(text: &str) -> String {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_change_no_hash() {
        assert_eq!(hash_of("a\nb"), hash_of("a  \r\n\r\n\r\nb\n"));
        assert_ne!(hash_of("a\nb"), hash_of("a b"));
        let hash = |body| hash("T", None, &Values::default(), body);
        assert_eq!(hash("## A\nb"), hash("\n## A\n\n\nb\n"));
        assert_ne!(hash("a"), hash("b"));
    }
}
