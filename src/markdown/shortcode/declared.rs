//! What shortcodes there are and what each may be told, for those who write them.

/// A shortcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShortcodeKind {
    pub name: &'static str,
    pub arguments: &'static [Argument],
}

/// One argument of a shortcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    pub name: &'static str,
    pub is_required: bool,
    pub holds: Holds,
}

/// What an argument holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Text,
    /// A link as in Markdown.
    Link,
    /// An address on another site.
    Url,
    Image,
    File,
    Lang,
    Licence,
    Words(&'static [&'static str]),
    List(&'static [Argument]),
}

const fn required(name: &'static str, holds: Holds) -> Argument {
    Argument { name, is_required: true, holds }
}

const fn optional(name: &'static str, holds: Holds) -> Argument {
    Argument { name, is_required: false, holds }
}

const FIGURE: [Argument; 6] = [
    required("image", Holds::Image),
    optional("alt", Holds::Text),
    optional("caption", Holds::Text),
    optional("credit", Holds::Text),
    optional("licence", Holds::Licence),
    optional("width", Holds::Words(&["normal", "wide"])),
];

/// All shortcodes.
pub const SHORTCODES: [ShortcodeKind; 7] = [
    ShortcodeKind {
        name: "quote",
        arguments: &[
            required("text", Holds::Text),
            required("speaker", Holds::Text),
            optional("role", Holds::Text),
            optional("organisation", Holds::Text),
            optional("source", Holds::Link),
        ],
    },
    ShortcodeKind {
        name: "key-figures",
        arguments: &[
            optional("title", Holds::Text),
            required(
                "items",
                Holds::List(&[
                    required("value", Holds::Text),
                    optional("unit", Holds::Text),
                    required("label", Holds::Text),
                    optional("year", Holds::Text),
                    optional("source", Holds::Text),
                ]),
            ),
        ],
    },
    ShortcodeKind { name: "figure", arguments: &FIGURE },
    ShortcodeKind {
        name: "gallery",
        arguments: &[optional("caption", Holds::Text), required("images", Holds::List(&FIGURE))],
    },
    ShortcodeKind {
        name: "video",
        arguments: &[
            required("url", Holds::Url),
            required("title", Holds::Text),
            optional("poster", Holds::Image),
            optional("duration", Holds::Text),
            optional("language", Holds::Lang),
        ],
    },
    ShortcodeKind {
        name: "download",
        arguments: &[
            required("file", Holds::File),
            optional("title", Holds::Text),
            optional("description", Holds::Text),
        ],
    },
    ShortcodeKind {
        name: "note",
        arguments: &[
            optional("kind", Holds::Words(&["note", "tip", "important", "warning", "caution"])),
            optional("title", Holds::Text),
            required("text", Holds::Text),
        ],
    },
];

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::base::SourcePath;
    use crate::diagnostic::Problem;
    use crate::markdown::{Dialect, parse};

    /// A shortcode with some of its arguments, and what is wrong with it.
    fn problems(kind: &ShortcodeKind, is_there: impl Fn(&Argument) -> bool) -> Vec<Problem> {
        let mut text = format!("```{{{}}}\nnone-such: x\n", kind.name);
        for argument in kind.arguments.iter().filter(|argument| is_there(argument)) {
            match argument.holds {
                Holds::List(inner) => {
                    let _ = writeln!(text, "{}:", argument.name);
                    let mut lead = "  - ";
                    for inner in inner.iter().filter(|inner| is_there(inner)) {
                        let _ = writeln!(text, "{lead}{}: {}", inner.name, value(inner.holds));
                        lead = "    ";
                    }
                    let _ = writeln!(text, "{lead}none-such: x");
                }
                holds => _ = writeln!(text, "{}: {}", argument.name, value(holds)),
            }
        }
        text.push_str("```\n");
        let dialect = Dialect { lang: "id".parse().expect("a tag"), allows_html: true, has_smart_punctuation: false };
        let file = SourcePath::new("a.md").expect("a path");
        parse(&text, &file, 0, &dialect).diagnostics.into_iter().map(|found| found.problem).collect()
    }

    fn value(holds: Holds) -> &'static str {
        match holds {
            Holds::Url => "https://example.org/a",
            Holds::Lang => "id",
            Holds::Words(words) => words[0],
            _ => "x",
        }
    }

    #[test]
    fn what_is_declared_is_what_is_read() {
        for kind in &SHORTCODES {
            let all = problems(kind, |_| true);
            let is_stranger =
                |problem: &Problem| matches!(problem, Problem::UnknownKey { key, .. } if key == "none-such");
            assert!(!all.is_empty() && all.iter().all(is_stranger), "{}: {all:?}", kind.name);
            let lists = kind.arguments.iter().filter_map(|argument| match argument.holds {
                Holds::List(inner) => Some(inner),
                _ => None,
            });
            for missing in kind.arguments.iter().chain(lists.flatten()) {
                let found = problems(kind, |argument| argument.name != missing.name);
                let is_missed = found
                    .iter()
                    .any(|problem| matches!(problem, Problem::MissingKey { key, .. } if key == missing.name));
                assert_eq!(is_missed, missing.is_required, "{} {}: {found:?}", kind.name, missing.name);
            }
        }
    }

    #[test]
    fn what_is_read_is_declared() {
        let declared: Vec<&str> = SHORTCODES
            .iter()
            .flat_map(|kind| kind.arguments)
            .flat_map(|argument| match argument.holds {
                Holds::List(inner) => inner.iter().chain([argument]).collect::<Vec<_>>(),
                _ => vec![argument],
            })
            .map(|argument| argument.name)
            .collect();
        let code = include_str!("mod.rs");
        let calls = ["arguments.", "item."].iter().flat_map(|call| code.match_indices(call));
        let keys = calls.filter_map(|(at, _)| code[at..].split_once("(\"")?.1.split_once('"').map(|(key, _)| key));
        let keys: Vec<&str> = keys.collect();
        assert!(keys.len() > 25, "{keys:?}");
        for key in keys {
            assert!(declared.contains(&key), "{key}");
        }
    }
}
