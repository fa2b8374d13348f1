//! The front matter of articles and sections as schemas.

use serde_json::{Value, json};

use crate::config::{Config, ContentType};
use crate::schema::Field;

use super::Words;
use super::field::{Extent, Texts, fields, required};
use super::shapes::{integer, mapping, moment, names, number, one_of, switch, text};

/// The keys that each language has for itself.
fn own(words: &Words) -> Vec<(String, Value)> {
    let keys = vec![
        ("title", text()),
        ("slug", text()),
        ("summary", text()),
        ("aliases", names()),
        ("draft", switch()),
        ("translation", translation(words)),
    ];
    described(words, keys)
}

fn described(words: &Words, keys: Vec<(&str, Value)>) -> Vec<(String, Value)> {
    keys.into_iter().map(|(key, shape)| (key.to_owned(), words.described("front", key, shape))).collect()
}

fn translation(words: &Words) -> Value {
    let keys = vec![
        ("of", words.described("front", "of", one_of(&words.languages))),
        ("source_hash", words.described("front", "source_hash", text())),
        ("date", words.described("front", "translated-on", moment())),
        ("state", words.described("front", "state", one_of(&["draft", "reviewed"]))),
    ];
    let keys = keys.into_iter().map(|(key, shape)| (key.to_owned(), shape)).collect();
    mapping(keys, &["of".to_owned()])
}

/// The front matter of a content type: the original's, or the translation's when it says it is one.
pub(super) fn article(words: &Words, config: &Config, content_type: &ContentType) -> Value {
    let is_translated = |field: &&Field| field.is_translated;
    let declared = || content_type.fields.iter();
    let mut always = own(words);
    always.extend(described(words, vec![("translators", names())]));
    always.extend(fields(words, declared().filter(is_translated), Texts::One, Extent::Whole));

    let mut original = always.clone();
    original.extend(shared(words, config, content_type));
    original.extend(fields(words, declared().filter(|field| !field.is_translated), Texts::Each, Extent::Whole));
    let mut needed = vec!["title".to_owned()];
    needed.extend(required(declared()));
    let original = mapping(original, &needed);

    let mut translation = always;
    // What a translation repeats must say the same; what that is, a schema cannot know.
    let repeated = shared(words, config, content_type).into_iter();
    translation.extend(repeated.map(|(key, shape)| (key, json!({ "description": shape["description"] }))));
    translation.extend(fields(words, declared().filter(|field| !field.is_translated), Texts::Each, Extent::Repeated));
    let mut needed = vec!["title".to_owned(), "translation".to_owned()];
    needed.extend(required(declared().filter(is_translated)));
    let translation = mapping(translation, &needed);

    json!({
        "if": { "required": ["translation"], "properties": { "translation": { "type": "object" } } },
        "then": { "$ref": "#/$defs/translation" },
        "else": { "$ref": "#/$defs/original" },
        "$defs": { "original": original, "translation": translation },
    })
}

/// The keys that live in the original.
fn shared(words: &Words, config: &Config, content_type: &ContentType) -> Vec<(String, Value)> {
    let keys = vec![
        ("type", one_of(&[&content_type.id])),
        ("id", text()),
        ("date", moment()),
        ("updated", moment()),
        ("expires", moment()),
        ("cover", text()),
        ("licence", text()),
        ("order", integer()),
        ("featured", switch()),
        ("template", text()),
    ];
    let mut keys = described(words, keys);
    for taxonomy in &config.taxonomies {
        let mut shape = names();
        shape["description"] = words.best(&taxonomy.name).into();
        keys.push((taxonomy.id.clone(), shape));
    }
    keys
}

/// The front matter of a `_section` file.
pub(super) fn section(words: &Words) -> Value {
    let mut keys = own(words);
    let sorts = one_of(&["date", "title", "order"]);
    keys.extend(described(words, vec![("paginate_by", number(1, 1000)), ("sort_by", sorts)]));
    mapping(keys, &["title".to_owned()])
}
