//! The front matter of a Markdown file: what stands between two lines of three hyphens.

use crate::base::SourcePath;
use crate::diagnostic::{Diagnostic, Problem, Span};

/// Where the two parts of a file are, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The YAML.
    pub(super) front: std::ops::Range<usize>,
    /// The first byte of the Markdown.
    pub(super) body: usize,
}

/// Finds the front matter; none with a diagnostic when there is none or it does not end.
pub(super) fn split(text: &str, path: &SourcePath, out: &mut Vec<Diagnostic>) -> Option<Parts> {
    let mut lines = lines(text);
    let first = lines.next().filter(|(_, line)| is_fence(line));
    let Some((_, opening)) = first else {
        out.push(Diagnostic::at(Span::whole(path), Problem::FrontMatterMissing {}));
        return None;
    };
    for (start, line) in lines {
        if is_fence(line) {
            return Some(Parts { front: opening.len()..start, body: start + line.len() });
        }
    }
    let end = opening.trim_end().len();
    out.push(Diagnostic::at(Span::new(path, 0, end), Problem::FrontMatterUnclosed {}));
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Lines with their first byte, each with its end.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<(&str, &str), &str>) {
        let path = SourcePath::new("a.md").expect("a path");
        let mut out = Vec::new();
        let found = split(text, &path, &mut out).map(|parts| (&text[parts.front], &text[parts.body..]));
        assert_eq!(found.ok_or_else(|| out[0].problem.code()), expected, "{text:?}");
    }

    #[test]
    fn front_matter_is_found_or_missed() {
        check("---\ntitle: x\n---\nbody", Ok(("title: x\n", "body")));
        check("---\r\ntitle: x\r\n---\r\nbody", Ok(("title: x\r\n", "body")));
        check("---\n---", Ok(("", "")));
        check("title: x", Err("front-matter-missing"));
        check("", Err("front-matter-missing"));
        check("---\ntitle: x\nbody", Err("front-matter-unclosed"));
    }
}
