//! What a file is by its path, and what stands where in its text while it is written.
//!
//! **Invariant:** every byte of a text lies in exactly one region.

use std::ops::Range;

use crate::base::SourcePath;
use crate::config::{self, Config};
use crate::document::{Place, PlaceKind};

/// What a file of a publication is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum File {
    Article(Place),
    Section(Place),
    /// The register of a taxonomy, by its id.
    Register(String),
    /// `media.yaml`
    Sidecar,
    /// `kabar.yaml`
    Config,
    Template,
    Other,
}

/// A stretch of a text in one language of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) kind: RegionKind,
    pub(super) bytes: Range<usize>,
}

/// What a stretch of a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RegionKind {
    /// Front matter, or a file that is YAML as a whole.
    Yaml,
    /// The arguments of a shortcode, by its name.
    Shortcode(String),
    Markdown,
    /// Code in Markdown, lines of hyphens, files that we do not complete.
    Opaque,
}

impl File {
    pub(super) fn of(path: &SourcePath, config: Option<&Config>) -> Self {
        let is_yaml = matches!(path.extension(), "yaml" | "yml");
        if path.as_str() == config::FILE {
            return Self::Config;
        }
        if is_yaml && path.below("content/_terms").is_some() {
            return Self::Register(path.stem().to_owned());
        }
        if path.file_name() == "media.yaml" && path.below("content").is_some() {
            return Self::Sidecar;
        }
        if path.extension() == "html" && path.as_str().split('/').any(|part| part == "templates") {
            return Self::Template;
        }
        let place = config.filter(|_| path.extension() == "md").and_then(|config| {
            // That its name says no language is told elsewhere.
            Place::of(path, config, &mut Vec::new())
        });
        match place {
            Some(place) if place.kind == PlaceKind::Section => Self::Section(place),
            Some(place) => Self::Article(place),
            None => Self::Other,
        }
    }

    /// Where an article or section stands.
    pub(super) fn place(&self) -> Option<&Place> {
        match self {
            Self::Article(place) | Self::Section(place) => Some(place),
            _ => None,
        }
    }

    /// The region of a byte of its text.
    pub(super) fn region(&self, text: &str, byte: usize) -> Region {
        match self {
            Self::Register(_) | Self::Sidecar | Self::Config => Region { kind: RegionKind::Yaml, bytes: 0..text.len() },
            Self::Article(_) | Self::Section(_) => {
                let (front, body) = front_matter(text);
                if front.start <= byte && byte <= front.end && front.start > 0 {
                    return Region { kind: RegionKind::Yaml, bytes: front };
                }
                match body {
                    Some(body) if byte >= body => body_region(text, body, byte),
                    _ => Region { kind: RegionKind::Opaque, bytes: front.end..body.unwrap_or(text.len()) },
                }
            }
            Self::Template | Self::Other => Region { kind: RegionKind::Opaque, bytes: 0..text.len() },
        }
    }
}

/// Finds the front matter, as far as it has been written, and the first byte of the body. It begins
/// at the first byte when there is none.
pub(super) fn front_matter(text: &str) -> (Range<usize>, Option<usize>) {
    let is_fence = |line: &str| line.trim_end() == "---";
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        match start {
            None if is_fence(line) => start = Some(line.len()),
            None => return (0..0, Some(0)),
            Some(start) if is_fence(line) => {
                // The line before has an end that is not part of what may be written there.
                return (start..at.max(start), Some(at + line.len()));
            }
            Some(_) => {}
        }
        at += line.len();
    }
    match start {
        Some(start) => (start..text.len(), None),
        None => (0..0, Some(0)),
    }
}

/// The region of a byte of a body: within fences, or not.
fn body_region(text: &str, body: usize, byte: usize) -> Region {
    let mut at = body;
    let mut begin = body;
    let mut open: Option<(&str, &str)> = None;
    for line in text[body..].split_inclusive('\n') {
        let end = at + line.len();
        let content = line.trim_start_matches([' ', '\t', '>']).trim_end();
        let fence = fence(content);
        let (kind, is_boundary) = match (open, fence) {
            (None, Some(_)) => (RegionKind::Markdown, true),
            (None, None) => (RegionKind::Markdown, false),
            (Some((mark, info)), Some((other, rest))) if other.starts_with(mark) && rest.is_empty() => {
                (inside(info), true)
            }
            (Some((_, info)), _) => (inside(info), false),
        };
        if is_boundary {
            if byte < at || (byte == at && open.is_some()) {
                return Region { kind, bytes: begin..at };
            }
            if byte < end || (byte == end && !line.ends_with('\n')) {
                // The line of a fence itself: its name may be completed.
                let kind = if open.is_none() { RegionKind::Markdown } else { RegionKind::Opaque };
                return Region { kind, bytes: at..end };
            }
            open = if open.is_none() { fence } else { None };
            begin = end;
        }
        at = end;
    }
    let kind = open.map_or(RegionKind::Markdown, |(_, info)| inside(info));
    Region { kind, bytes: begin..text.len() }
}

fn inside(info: &str) -> RegionKind {
    let name = info.trim().strip_prefix('{').and_then(|info| info.strip_suffix('}'));
    name.map_or(RegionKind::Opaque, |name| RegionKind::Shortcode(name.trim().to_owned()))
}

/// The mark of a fence and what follows it.
pub(super) fn fence(content: &str) -> Option<(&str, &str)> {
    let mark = content.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let rest = content.trim_start_matches(mark);
    let length = content.len() - rest.len();
    (length >= 3 && !(mark == '`' && rest.contains('`'))).then(|| (&content[..length], rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn article() -> File {
        let path = SourcePath::new("content/a/index.id.md").expect("a path");
        let lang = "id".parse().expect("a tag");
        let key = path.parent().and_then(|folder| folder.below("content").map(str::to_owned)).expect("a key");
        File::Article(Place { kind: PlaceKind::Bundle, key, lang })
    }

    /// A text with `|` for the cursor, and the region's kind and text.
    fn check(marked: &str, kind: RegionKind, expected: &str) {
        let byte = marked.find('|').expect("a cursor");
        let text = marked.replacen('|', "", 1);
        let region = article().region(&text, byte);
        assert_eq!((region.kind, &text[region.bytes]), (kind, expected), "{marked:?}");
    }

    #[test]
    fn regions_are_told_apart() {
        let quote = || RegionKind::Shortcode("quote".to_owned());
        check("---\nti|tle: x\n---\nbody", RegionKind::Yaml, "title: x\n");
        check("---\ntitle: x\n|---\nbody", RegionKind::Yaml, "title: x\n");
        check("---\n|", RegionKind::Yaml, "");
        check("---\r\na: b\r\nti|", RegionKind::Yaml, "a: b\r\nti");
        check("---\n---\nbo|dy", RegionKind::Markdown, "body");
        check("bo|dy", RegionKind::Markdown, "body");
        check("---\n---\na\n```{quote}\nte|xt: x\n```\nb", quote(), "text: x\n");
        check("---\n---\n```{quote}\n|", quote(), "");
        check("---\n---\n```{quote}\n|```\n", quote(), "");
        check("---\n---\n```{qu|", RegionKind::Markdown, "```{qu");
        check("---\n---\n```rust\na|\n```\n", RegionKind::Opaque, "a\n");
        check("---\n---\n```rust\na\n```\nb|\n", RegionKind::Markdown, "b\n");
    }

    proptest! {
        #[test]
        fn any_byte_lies_in_its_region(text in "(---\n)?[-a:`~{}\r\n >]{0,60}", byte in 0_usize..80) {
            let byte = byte.min(text.len());
            let region = article().region(&text, byte);
            prop_assert!(text.get(region.bytes.clone()).is_some(), "{region:?}");
            prop_assert!(region.bytes.end <= text.len());
        }
    }
}
