//! The twin of an article in another language, ready to be translated: what lives in the original
//! left out, everything else marked, the original's text beside the place where the translation goes.
//!
//! **Invariant:** the twin is a draft, and passes a check as it is.

use crate::base::{Lang, SourcePath};
use crate::diagnostic::Catalogue;
use crate::document::{Document, Part, PartKind, Pin, parts};
use crate::schema::Field;
use crate::yaml::{self, Entry};

use super::plan::Plan;

/// Where the twin of a file stands.
pub fn twin_path(original: &Document, to: &Lang) -> Option<SourcePath> {
    let name = original.path.as_str().strip_suffix(".md")?;
    let (stem, _) = name.rsplit_once('.')?;
    SourcePath::new(&format!("{stem}.{to}.md")).ok()
}

/// Plans the twin of an original; none when the original's name or front matter cannot be read.
///
/// `fields` are those of its content type.
pub fn translate(original: &Document, to: &Lang, fields: &[Field], catalogue: &Catalogue, today: &str) -> Option<Plan> {
    let path = twin_path(original, to)?;
    let pin = Pin::of(original);
    let text = format!(
        "---\n{}---\n\n{}",
        front_matter(original, fields, &pin, catalogue, today)?,
        body(original, &catalogue.phrase("scaffold-translate", &[]))
    );
    let mut plan = Plan::default();
    plan.create(Pin::path(&path)?, pin.to_yaml());
    plan.create(path, text);
    Some(plan)
}

fn front_matter(
    original: &Document,
    fields: &[Field],
    pin: &Pin,
    catalogue: &Catalogue,
    today: &str,
) -> Option<String> {
    let front = original.front_matter()?;
    let text = original.body.file();
    let mark = catalogue.phrase("scaffold-translate", &[]);
    let mut out = String::new();
    let translated = fields.iter().filter(|field| field.is_translated).map(|field| field.name.as_str());
    let keys: Vec<&str> = ["title", "summary"].into_iter().chain(translated).collect();
    for entry in front.entries()?.iter().filter(|entry| keys.contains(&entry.key.as_str())) {
        if entry.value.is_null() {
            continue;
        }
        let written = written(text, entry);
        // What is long is read better below the word.
        let separator = if written.contains('\n') { "\n" } else { " " };
        out.push_str(&commented(&format!("{mark}:{separator}{}", raw_value(text, entry))));
        out.push_str(&format!("{written}\n"));
        if entry.key == "title" {
            out.push_str(&commented(&catalogue.phrase("schema-front-slug", &[])));
            out.push_str("# slug: \n");
        }
    }
    let of = &original.place.lang;
    out.push_str(&commented(&catalogue.phrase("scaffold-state", &[])));
    let hash = &pin.source_hash;
    out.push_str(&format!("translation: {{ of: {of}, source_hash: {hash}, date: {today}, state: draft }}\n"));
    out.push_str(&commented(&catalogue.phrase("schema-front-translators", &[])));
    out.push_str("# translators: []\n");
    Some(out)
}

/// A key and its value as the original has them.
fn written(text: &str, entry: &Entry) -> String {
    let range = entry.key_span.start..yaml::value_range(text, entry).end;
    text.get(range).unwrap_or_default().replace("\r\n", "\n")
}

/// The value as the original has it, without the margin that its lines share.
fn raw_value(text: &str, entry: &Entry) -> String {
    let raw = text.get(yaml::value_range(text, entry)).unwrap_or_default().replace("\r\n", "\n");
    let Some(lines) = raw.trim_start_matches(' ').strip_prefix('\n') else { return raw.trim().to_owned() };
    let lines: Vec<&str> = lines.trim_end().split('\n').collect();
    let margins = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start().len());
    let margin = margins.min().unwrap_or_default();
    lines.iter().map(|line| line.get(margin..).unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// A text as lines of comment.
pub(super) fn commented(text: &str) -> String {
    let line = |line: &str| format!("# {line}").trim_end().to_owned() + "\n";
    text.lines().map(line).collect()
}

/// Each block of the original in a comment, and below it the place for its translation.
fn body(original: &Document, mark: &str) -> String {
    let is_block = |part: &Part| part.kind == PartKind::Block && !is_comment(&part.text);
    let blocks = parts(original).into_iter().filter(is_block);
    blocks.map(|part| format!("<!-- {mark}:\n{}\n-->\n\n\n", hidden(&part.text))).collect()
}

/// A note of the editors is not for translators.
fn is_comment(block: &str) -> bool {
    block.starts_with("<!--") && block.find("-->").is_some_and(|end| end + 3 == block.trim_end().len())
}

/// A text that ends no comment.
fn hidden(text: &str) -> String {
    text.replace("--\\", "--\\\\").replace("-->", "--\\>").replace("--!>", "--\\!>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn notes_are_told_from_text() {
        assert!(is_comment("<!-- a\n\nb -->"));
        assert!(!is_comment("<!-- a --> b <!-- c -->"));
        assert!(!is_comment("a <!-- b -->"));
    }

    proptest! {
        #[test]
        fn no_text_ends_the_comment(text in "[a>!\\\\ \n<-]{0,30}") {
            let hidden = hidden(&text);
            prop_assert!(!hidden.contains("-->") && !hidden.contains("--!>"), "{}", hidden);
            prop_assert_eq!(hidden.replace("--\\!>", "--!>").replace("--\\>", "-->").replace("--\\\\", "--\\"), text);
        }
    }
}
