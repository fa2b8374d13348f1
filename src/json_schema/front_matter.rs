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
        ("translation", translation(words, &["of".to_owned()])),
    ];
    described(words, keys)
}

fn described(words: &Words, keys: Vec<(&str, Value)>) -> Vec<(String, Value)> {
    keys.into_iter().map(|(key, shape)| (key.to_owned(), words.described("front", key, shape))).collect()
}

fn corrections(words: &Words) -> Value {
    let keys = [("date", "corrected-on", moment()), ("text", "correction", text())];
    let keys = keys.map(|(key, about, shape)| (key.to_owned(), words.described("front", about, shape)));
    json!({ "type": "array", "items": mapping(keys.to_vec(), &["date".to_owned(), "text".to_owned()]) })
}

fn translation(words: &Words, needed: &[String]) -> Value {
    let keys = vec![
        ("of", words.described("front", "of", one_of(&words.languages))),
        ("source_hash", words.described("front", "source_hash", text())),
        ("date", words.described("front", "translated-on", moment())),
        ("state", words.described("front", "state", one_of(&["draft", "reviewed"]))),
    ];
    let keys = keys.into_iter().map(|(key, shape)| (key.to_owned(), shape)).collect();
    mapping(keys, needed)
}

/// How an article came from a contributor: yes, or what they agreed to.
fn contributed(words: &Words) -> Value {
    let keys = vec![
        ("agreement".to_owned(), words.described("contributed", "agreement", text())),
        ("republish".to_owned(), words.described("contributed", "republish", switch())),
    ];
    json!({ "anyOf": [switch(), mapping(keys, &[])] })
}

/// The front matter of a content type: the original's, or the translation's when it says it is one.
pub(super) fn article(words: &Words, config: &Config, content_type: &ContentType) -> Value {
    let is_translated = |field: &&Field| field.is_translated;
    let declared = || content_type.fields.iter();
    let mut always = own(words);
    always.extend(described(
        words,
        vec![("original", one_of(&words.languages)), ("translators", names()), ("corrections", corrections(words))],
    ));
    always.extend(fields(words, declared().filter(is_translated), Texts::One, Extent::Whole));

    let mut original = always.clone();
    original.extend(shared(words, config, content_type));
    original.extend(fields(words, declared().filter(|field| !field.is_translated), Texts::Each, Extent::Whole));
    let mut needed = vec!["title".to_owned()];
    needed.extend(required(declared()));
    let original = mapping(original, &needed);

    let mut translated = always.clone();
    // What a translation repeats must say the same; what that is, a schema cannot know.
    let repeated = shared(words, config, content_type).into_iter();
    translated.extend(repeated.map(|(key, shape)| (key, json!({ "description": shape["description"] }))));
    translated.extend(fields(words, declared().filter(|field| !field.is_translated), Texts::Each, Extent::Repeated));
    let mut needed = vec!["title".to_owned(), "translation".to_owned()];
    needed.extend(required(declared().filter(is_translated)));
    let translated = mapping(translated, &needed);

    // A file that says in which language its article was written may be either, or a translation
    // that nobody has begun: only its name tells.
    let mut either = always;
    either.retain(|(key, _)| key != "translation");
    either.extend(described(words, vec![("translation", translation(words, &[]))]));
    either.extend(shared(words, config, content_type));
    either.extend(fields(words, declared().filter(|field| !field.is_translated), Texts::Each, Extent::Repeated));

    json!({
        "if": { "required": ["original"], "properties": { "original": { "type": "string" } } },
        "then": { "$ref": "#/$defs/either" },
        "else": {
            "if": { "required": ["translation"], "properties": { "translation": { "type": "object" } } },
            "then": { "$ref": "#/$defs/translation" },
            "else": { "$ref": "#/$defs/original" },
        },
        "$defs": { "original": original, "translation": translated, "either": mapping(either, &[]) },
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
        ("republish", switch()),
        ("feed", one_of(&["full", "summary", "none"])),
        ("contributed", contributed(words)),
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
