//! The mark that tells a CMS which language an article was written in: `original: id`. It cannot
//! choose among files by their names, only by what stands in them.

use crate::base::Lang;
use crate::document::{Document, Documents, PlaceKind};

/// The originals that do not have the mark.
pub fn unmarked(documents: &Documents) -> impl Iterator<Item = &Document> {
    let articles = documents.articles.values().map(AsRef::as_ref);
    let originals =
        articles.filter(|document| document.place.kind != PlaceKind::Section && document.translation.is_none());
    originals.filter(|document| !is_marked(document))
}

/// Says whether an article's file has the mark.
fn is_marked(document: &Document) -> bool {
    document.body.front_matter().lines().any(|line| line.starts_with("original:"))
}

/// The text of a file with the mark as its first key, everything else as it was; none when its
/// front matter is not written line by line.
pub fn marked(text: &str, lang: &Lang) -> Option<String> {
    let start = text.find('\n')? + 1;
    let (opening, rest) = text.split_at(start);
    let end = if opening.ends_with("\r\n") { "\r\n" } else { "\n" };
    let mut keys = rest.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let is_block = keys.next().is_some_and(|line| line == "---" || line.starts_with(|c: char| c.is_alphabetic()));
    (opening.trim_end() == "---" && is_block).then(|| format!("{opening}original: {lang}{end}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_added_and_nothing_else_changes() {
        let lang: Lang = "id".parse().expect("a language");
        let check = |text: &str, expected: Option<&str>| assert_eq!(marked(text, &lang).as_deref(), expected, "{text}");
        check("---\ntitle: a\n---\nx", Some("---\noriginal: id\ntitle: a\n---\nx"));
        check("---\r\ntitle: a\r\n---\r\n", Some("---\r\noriginal: id\r\ntitle: a\r\n---\r\n"));
        check("---\n# kata\n\ntitle: a\n---\n", Some("---\noriginal: id\n# kata\n\ntitle: a\n---\n"));
        check("---\n{ title: a }\n---\n", None);
        check("title: a\n", None);
        check("", None);
    }
}
