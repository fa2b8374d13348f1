//! Targets of links and pictures in Markdown: `[words](…`, `![picture](…`, `[name]: …`.

use std::ops::Range;

use lsp_types::CompletionItemKind;

use crate::lsp::candidates::{Candidate, candidates, files, names, pages, term_links};
use crate::lsp::here::Here;
use crate::lsp::meaning::Meaning;
use crate::lsp::target::{self, Target};

use super::{Offer, Offers, meant};

/// The target of a link as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Written<'t> {
    prefix: &'t str,
    bytes: Range<usize>,
    is_picture: bool,
}

/// What the link at the cursor may lead to; none when no link is written there.
pub(super) fn link(here: &Here) -> Option<Offers> {
    let line = here.text.line(here.byte);
    let Written { prefix, bytes, is_picture } = written(here.text.as_str(), line, here.byte)?;
    if let Some((path, anchor)) = prefix.split_once('#') {
        let start = bytes.start + path.len() + 1;
        let all = anchors(here, path).into_iter().map(offer).collect();
        return Some(Offers { bytes: start..bytes.end, all: meant(all, anchor) });
    }
    let found = if is_picture {
        files(here, true)
    } else if prefix.starts_with('.') {
        relative(here)
    } else if prefix.starts_with('/') {
        pages(here, "/")
    } else if prefix.starts_with("article:") {
        names(here)
    } else if prefix.starts_with("term:") {
        term_links(here)
    } else {
        candidates(here, &Meaning::Link)
    };
    let all = found.into_iter().map(offer).collect();
    Some(Offers { bytes, all: meant(all, prefix) })
}

/// Finds the target that is being written.
fn written(text: &str, line: Range<usize>, cursor: usize) -> Option<Written<'_>> {
    let before = text.get(line.start..cursor)?;
    let definition = before.trim_start().starts_with('[').then(|| before.find("]: ")).flatten();
    let (start, is_picture) = match before.rfind("](") {
        Some(at) => (at + 2, opens_picture(&before[..at])),
        None => (definition? + 3, false),
    };
    let prefix = before[start..].strip_prefix('<').unwrap_or(&before[start..]);
    // A target has ended, or its title has begun.
    if prefix.contains([')', '>', '"', '\n']) || (prefix.contains(' ') && !before[start..].starts_with('<')) {
        return None;
    }
    let after = &text[cursor..line.end];
    let rest = after.find([')', '>', ' ', '"', ']', '}']).unwrap_or(after.len());
    Some(Written { prefix, bytes: cursor - prefix.len()..cursor + rest, is_picture })
}

/// Says whether the bracket that a `]` closes belongs to a picture.
fn opens_picture(before: &str) -> bool {
    let mut depth = 0_usize;
    for (at, letter) in before.char_indices().rev() {
        match letter {
            ']' => depth += 1,
            '[' if depth == 0 => return before[..at].ends_with('!'),
            '[' => depth -= 1,
            _ => {}
        }
    }
    false
}

/// The headings that a link to a page can name.
fn anchors(here: &Here, path: &str) -> Vec<Candidate> {
    let document = if path.is_empty() {
        here.document()
    } else {
        match target::link(here, path) {
            Some(Target::Document { document, .. }) => Some(document),
            _ => None,
        }
    };
    let Some(document) = document else { return Vec::new() };
    let facts = &document.facts;
    let heading = |anchor: &String| facts.headings.iter().find(|heading| heading.id == *anchor);
    let called = |anchor: &String| heading(anchor).map(|heading| heading.title.clone()).unwrap_or_default();
    let candidate = |anchor: &String| Candidate::new(anchor, CompletionItemKind::REFERENCE).called(called(anchor));
    facts.anchors.iter().map(candidate).collect()
}

/// Articles, sections and files by their paths from this file's folder.
fn relative(here: &Here) -> Vec<Candidate> {
    let folder = here.file.place().map(|place| place.folder().to_owned()).unwrap_or_default();
    let pages = pages(here, "").into_iter().map(|page| {
        let text = way(&folder, &page.text);
        Candidate { text, ..page }
    });
    let files = files(here, false).into_iter().map(|file| {
        let text = format!("./{}", file.text);
        Candidate { text, ..file }
    });
    files.chain(pages).collect()
}

/// The way from one folder to a place: `../b`, `./c`.
fn way(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = to.split('/').collect();
    let same = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let same = same.min(to.len().saturating_sub(1));
    let up = "../".repeat(from.len() - same);
    let up = if up.is_empty() { "./".to_owned() } else { up };
    format!("{up}{}", to[same..].join("/"))
}

fn offer(candidate: Candidate) -> Offer {
    let needs_brackets = candidate.text.contains([' ', '(', ')']);
    let plain = if needs_brackets { format!("<{}>", candidate.text) } else { candidate.text.clone() };
    let filter = match &candidate.detail {
        Some(detail) => format!("{} {detail}", candidate.text),
        None => candidate.text.clone(),
    };
    Offer {
        label: candidate.text,
        detail: candidate.detail,
        about: candidate.about,
        kind: candidate.kind,
        plain,
        snippet: None,
        filter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line with `|` for the cursor, and `prefix <what is replaced>`.
    fn check(marked: &str, expected: Option<&str>) {
        let cursor = marked.find('|').expect("a cursor");
        let text = marked.replacen('|', "", 1);
        let found = written(&text, 0..text.len(), cursor).map(|written| {
            let mark = if written.is_picture { "!" } else { "" };
            format!("{mark}{} <{}>", written.prefix, &text[written.bytes])
        });
        assert_eq!(found.as_deref(), expected, "{marked}");
    }

    #[test]
    fn targets_are_found_while_they_are_written() {
        check("a [b](|", Some(" <>"));
        check("a [b](/le|arning) c", Some("/le </learning>"));
        check("![peta](pe|)", Some("!pe <pe>"));
        check("[![a](b)](c|)", Some("c <c>"));
        check("[a](b) and [c](|)", Some(" <>"));
        check("[a]: /b|", Some("/b </b>"));
        check("[a](<b c|>)", Some("b c <b c>"));
        check("- \"[a](term:|)\"", Some("term: <term:>"));
        for marked in ["a|", "[a](b) c|", "[a](b \"c|\")", "[a|](b)"] {
            check(marked, None);
        }
    }

    #[test]
    fn the_way_leads_from_folder_to_place() {
        for (from, to, expected) in [
            ("a/b", "a/c", "../c"),
            ("a/b", "a/b/c", "./c"),
            ("", "a/b", "./a/b"),
            ("a", "b/c", "../b/c"),
            ("a/b", "a", "../../a"),
            ("a/b", "a/b", "../b"),
        ] {
            assert_eq!(way(from, to), expected, "{from} {to}");
        }
    }
}
