//! Registers of terms and `media.yaml` as schemas.

use serde_json::{Value, json};

use crate::config::Taxonomy;

use super::Words;
use super::field::{Extent, Texts, fields, required};
use super::shapes::{mapping, names, optional, switch, text};

/// The register of a taxonomy: terms by id.
pub(super) fn register(words: &Words, taxonomy: &Taxonomy) -> Value {
    let keys = vec![
        ("name", words.localised(text())),
        ("slug", words.localised(text())),
        ("parent", text()),
        ("blurb", words.localised(text())),
        ("aliases", names()),
    ];
    let mut keys: Vec<(String, Value)> =
        keys.into_iter().map(|(key, shape)| (key.to_owned(), words.described("term", key, shape))).collect();
    keys.extend(fields(words, taxonomy.fields.iter(), Texts::Each, Extent::Whole));
    let mut needed = vec!["name".to_owned()];
    needed.extend(required(taxonomy.fields.iter()));
    optional(json!({ "type": "object", "additionalProperties": mapping(keys, &needed) }))
}

/// What is said of the files of a folder, by their names.
pub(super) fn media(words: &Words) -> Value {
    let keys = vec![
        ("alt", words.localised(text())),
        ("caption", words.localised(text())),
        ("credit", text()),
        ("licence", text()),
        ("republish", switch()),
    ];
    let keys = keys.into_iter().map(|(key, shape)| (key.to_owned(), words.described("media", key, shape))).collect();
    optional(json!({ "type": "object", "additionalProperties": optional(mapping(keys, &[])) }))
}
