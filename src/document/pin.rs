//! The lock of a translation, `index.en.lock.yaml` beside `index.en.md`: the parts of the original
//! that it was made from. Written on request; `status` compares it with the original as it is now.
//!
//! **Invariant:** what is written is read back as it was.
//! **Invariant:** a lock that cannot be read stops nothing: the translation is only less well known.

use crate::base::SourcePath;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};
use crate::yaml::{self, BLOCK_LIMIT, Kind, Node};

use super::Document;
use super::parts::{Part, PartKind, hash_of, parts};

/// How a lock's name ends.
const ENDING: &str = ".lock.yaml";

/// What stands above everything, for people who open the file.
const HEADING: &str = "# Naskah asli saat terjemahan ini dibuat; ditulis oleh kabar, jangan diubah.\n\
    # The original as this translation was made from it; written by kabar, not to be edited.\n";

/// What a translation was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// The hash of all parts together, as in the front matter.
    pub source_hash: String,
    /// The day on which a change was last taken to be of no weight for the translation.
    pub minor: Option<String>,
    pub parts: Vec<PinnedPart>,
}

/// One part as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedPart {
    pub kind: PartKind,
    pub hash: String,
    /// None in a lock of an article so long that only hashes were kept.
    pub text: Option<String>,
}

impl Pin {
    /// Pins an original as it is.
    pub fn of(original: &Document) -> Self {
        let pinned = |part: Part| PinnedPart { hash: part.hash(), kind: part.kind, text: Some(part.text) };
        let parts = parts(original).into_iter().map(pinned).collect();
        Self { source_hash: original.hash.short(), minor: None, parts }
    }

    /// Where the lock of a translation stands.
    pub fn path(translation: &SourcePath) -> Option<SourcePath> {
        let name = translation.as_str().strip_suffix(".md")?;
        SourcePath::new(&format!("{name}{ENDING}")).ok()
    }

    /// The translation that a lock belongs to; none for any other file.
    pub fn translation(path: &SourcePath) -> Option<SourcePath> {
        let name = path.as_str().strip_suffix(ENDING)?;
        SourcePath::new(&format!("{name}.md")).ok()
    }

    /// The same with every text made anew.
    #[must_use]
    pub fn with_texts(&self, make: impl Fn(&str) -> String) -> Self {
        let part = |part: &PinnedPart| match part.text.as_deref().map(&make) {
            Some(text) => PinnedPart { kind: part.kind.clone(), hash: hash_of(&text), text: Some(text) },
            None => part.clone(),
        };
        Self { parts: self.parts.iter().map(part).collect(), ..self.clone() }
    }

    /// Reads the text of a lock; none when it cannot be read.
    pub fn read(path: &SourcePath, text: &str) -> Option<Self> {
        parse(path, text).value
    }

    /// The text of the file.
    pub fn to_yaml(&self) -> String {
        let whole = self.written(true);
        if whole.len() <= BLOCK_LIMIT { whole } else { self.written(false) }
    }

    fn written(&self, has_texts: bool) -> String {
        let mut out = format!("{HEADING}source_hash: {}\n", yaml::quoted(&self.source_hash));
        if let Some(minor) = &self.minor {
            out.push_str(&format!("minor: {minor}\n"));
        }
        out.push_str("parts:\n");
        for part in &self.parts {
            let key = key(&part.kind);
            match part.text.as_ref().filter(|_| has_texts) {
                Some(text) => out.push_str(&format!("  - {key}: {}\n", yaml::scalar(text, 6))),
                None => out.push_str(&format!("  - {key}: {{ hash: {} }}\n", yaml::quoted(&part.hash))),
            }
        }
        out
    }
}

fn key(kind: &PartKind) -> String {
    match kind {
        PartKind::Title => "title".to_owned(),
        PartKind::Summary => "summary".to_owned(),
        PartKind::Block => "block".to_owned(),
        PartKind::Field(name) => yaml::quoted(&format!("field {name}")),
    }
}

fn kind(key: &str) -> Option<PartKind> {
    Some(match key {
        "title" => PartKind::Title,
        "summary" => PartKind::Summary,
        "block" => PartKind::Block,
        key => PartKind::Field(key.strip_prefix("field ")?.to_owned()),
    })
}

/// Reads a lock; none, and one warning, when it cannot be read.
pub(super) fn parse(path: &SourcePath, text: &str) -> Checked<Option<Pin>> {
    let tree = yaml::parse(text, path, 0);
    let fault = tree.diagnostics.first().map(|found| found.span.clone().unwrap_or_else(|| Span::whole(path)));
    let read = || tree.value.as_ref().and_then(pin);
    match fault.map_or_else(|| read().ok_or_else(|| Span::whole(path)), Err) {
        Ok(pin) => Checked::clean(Some(pin)),
        Err(span) => {
            let problem = Problem::TranslationLock { name: path.file_name().to_owned() };
            Checked { value: None, diagnostics: vec![Diagnostic::at(span, problem)] }
        }
    }
}

fn pin(tree: &Node) -> Option<Pin> {
    let value = |key: &str| tree.entries()?.iter().find(|entry| entry.key == key).map(|entry| &entry.value);
    let Kind::List(items) = &value("parts")?.kind else { return None };
    let parts = items.iter().map(pinned).collect::<Option<_>>()?;
    Some(Pin { source_hash: text(value("source_hash")?)?, minor: value("minor").and_then(text), parts })
}

fn pinned(item: &Node) -> Option<PinnedPart> {
    let [entry] = item.entries()? else { return None };
    let kind = kind(&entry.key)?;
    match entry.value.entries() {
        Some([hash]) => Some(PinnedPart { kind, hash: text(&hash.value)?, text: None }),
        Some(_) => None,
        None => {
            let text = text(&entry.value)?;
            Some(PinnedPart { kind, hash: hash_of(&text), text: Some(text) })
        }
    }
}

fn text(node: &Node) -> Option<String> {
    match &node.kind {
        Kind::Scalar { text, .. } => Some(text.clone()),
        Kind::List(_) | Kind::Mapping(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn path() -> SourcePath {
        SourcePath::new("content/a/index.en.lock.yaml").expect("a path")
    }

    fn pin_of(texts: Vec<(PartKind, String)>) -> Pin {
        let part = |(kind, text): (PartKind, String)| PinnedPart { kind, hash: hash_of(&text), text: Some(text) };
        let parts = texts.into_iter().map(part).collect();
        Pin { source_hash: "0123456789012345".to_owned(), minor: Some("2026-07-01".to_owned()), parts }
    }

    #[test]
    fn a_lock_stands_beside_its_translation() {
        let translation = SourcePath::new("content/a/index.en.md").expect("a path");
        assert_eq!(Pin::path(&translation), Some(path()));
        assert_eq!(Pin::translation(&path()), Some(translation));
        assert_eq!(Pin::translation(&SourcePath::new("content/a/media.yaml").expect("a path")), None);
    }

    #[test]
    fn a_lock_that_cannot_be_read_is_a_warning() {
        for text in ["", "parts: [", "parts: []", "source_hash: a\nparts: [{ blok: x }]", "<<<<<<< a\nparts: []\n"] {
            let checked = parse(&path(), text);
            let codes: Vec<_> = checked.diagnostics.iter().map(|found| found.problem.code()).collect();
            assert_eq!((codes.as_slice(), checked.has_errors()), (["translation-lock"].as_slice(), false), "{text}");
        }
    }

    #[test]
    fn of_a_text_that_is_too_long_the_hashes_are_kept() {
        let pin = pin_of(vec![(PartKind::Block, "a".repeat(BLOCK_LIMIT))]);
        let read = parse(&path(), &pin.to_yaml()).value.expect("a pin");
        assert_eq!((read.parts[0].text.as_ref(), &read.parts[0].hash), (None, &pin.parts[0].hash));
    }

    proptest! {
        #[test]
        fn locks_are_read_as_they_were_written(
            texts in prop::collection::vec("(\\PC|[ \n\t:#'\"|>&*!%@`\\[\\]{}?,-]){1,40}", 1..6)
        ) {
            let kinds = [PartKind::Title, PartKind::Summary, PartKind::Field("a b".to_owned()), PartKind::Block];
            let pin = pin_of(kinds.into_iter().cycle().zip(texts).collect());
            let written = pin.to_yaml();
            let read = parse(&path(), &written);
            prop_assert_eq!(read.value.as_ref(), Some(&pin), "{}", written);
        }
    }
}
