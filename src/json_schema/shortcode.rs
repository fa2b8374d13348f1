//! The arguments of shortcodes as schemas.

use serde_json::{Value, json};

use crate::markdown::{Argument, Holds, ShortcodeKind};

use super::Words;
use super::shapes::{mapping, one_of, tag, text, url};

/// The mapping of a shortcode's arguments.
pub(super) fn shortcode(words: &Words, kind: &ShortcodeKind) -> Value {
    words.described("shortcode", kind.name, arguments(words, kind.arguments))
}

fn arguments(words: &Words, arguments: &[Argument]) -> Value {
    let described = |argument: &Argument| {
        let shape = match argument.holds {
            Holds::Text | Holds::Link | Holds::Image | Holds::File | Holds::Licence => text(),
            Holds::Url => url(),
            Holds::Lang => tag(),
            Holds::Words(known) => one_of(known),
            Holds::List(inner) => json!({ "type": "array", "items": self::arguments(words, inner), "minItems": 1 }),
        };
        (argument.name.to_owned(), words.described("argument", argument.name, shape))
    };
    let required = arguments.iter().filter(|argument| argument.is_required).map(|argument| argument.name.to_owned());
    mapping(arguments.iter().map(described).collect(), &required.collect::<Vec<_>>())
}
