//! `kabar.yaml` as a schema.

use serde_json::{Value, json};

use crate::config::Host;
use crate::diagnostic::Problem;
use crate::schema::FieldType;

use super::Words;
use super::shapes::{email, mapping, number, one_of, optional, switch, tag, text, url};

/// Keys with their shapes, described.
fn keys(words: &Words, place: &str, keys: Vec<(&str, Value)>) -> Vec<(String, Value)> {
    keys.into_iter().map(|(key, shape)| (key.to_owned(), words.described(place, key, shape))).collect()
}

/// A mapping by names that the publication chooses.
fn by_name(shape: Value) -> Value {
    json!({ "type": "object", "additionalProperties": shape })
}

pub(super) fn config(words: &Words) -> Value {
    let all = vec![
        ("title", words.localised(text())),
        ("base_url", url()),
        ("timezone", text()),
        ("languages", languages(words)),
        ("description", words.localised(text())),
        ("theme", theme(words)),
        ("publisher", publisher(words)),
        ("licence", text()),
        ("republish", switch()),
        ("paginate_by", number(1, 1000)),
        ("feeds", feeds(words)),
        ("hosting", hosting(words)),
        ("related", mapping(keys(words, "related", vec![("count", number(0, 50))]), &[])),
        ("markdown", markdown(words)),
        ("search", search(words)),
        ("content_types", by_name(optional(content_type(words)))),
        ("taxonomies", by_name(optional(taxonomy(words)))),
        ("partners", by_name(partner(words))),
        ("menus", by_name(optional(json!({ "type": "array", "items": menu_entry(words) })))),
        ("lints", lints(words)),
    ];
    let required = ["title", "base_url", "timezone", "languages"].map(str::to_owned);
    let mut schema = mapping(keys(words, "config", all), &required);
    schema["$defs"] = json!({ "field": field(words), "item": item(words) });
    schema
}

fn languages(words: &Words) -> Value {
    let paths = ["page", "archive", "type", "search", "feeds", "corrections", "republish", "embed", "partners"];
    let paths = paths.map(|key| (key, text()));
    let paths = keys(words, "paths", paths.to_vec());
    let language = vec![("name", text()), ("root", switch()), ("paths", mapping(paths, &[]))];
    let language = optional(mapping(keys(words, "language", language), &[]));
    json!({ "anyOf": [
        { "type": "array", "items": text(), "minItems": 1 },
        { "type": "object", "propertyNames": tag(), "additionalProperties": language, "minProperties": 1 },
    ] })
}

fn theme(words: &Words) -> Value {
    let all = vec![("name", text()), ("settings", json!({ "type": "object" }))];
    json!({ "anyOf": [text(), mapping(keys(words, "theme", all), &[])] })
}

fn publisher(words: &Words) -> Value {
    let all = vec![
        ("name", words.localised(text())),
        ("url", url()),
        ("email", email()),
        ("place", words.localised(text())),
        ("logo", text()),
    ];
    mapping(keys(words, "publisher", all), &["name".to_owned()])
}

fn feeds(words: &Words) -> Value {
    let formats = json!({ "type": "array", "items": one_of(&["rss", "atom", "json"]) });
    let all = vec![
        ("items", number(1, 500)),
        ("formats", formats),
        ("full_text", switch()),
        ("terms", switch()),
        ("embeds", switch()),
        ("authority", text()),
        ("hub", url()),
        ("harvest", switch()),
        ("combinations", by_name(combination(words))),
    ];
    mapping(keys(words, "feeds", all), &[])
}

fn partner(words: &Words) -> Value {
    let term = json!({ "type": "object", "additionalProperties": text(), "minProperties": 1, "maxProperties": 1 });
    let all = vec![
        ("name", words.localised(text())),
        ("url", url()),
        ("logo", text()),
        ("credit", words.localised(text())),
        ("feed", json!({ "anyOf": [text(), term] })),
    ];
    mapping(keys(words, "partner", all), &["name".to_owned()])
}

fn hosting(words: &Words) -> Value {
    let hosts = json!({ "type": "array", "items": one_of(&Host::WRITTEN.map(Host::name)) });
    mapping(keys(words, "hosting", vec![("headers", hosts)]), &[])
}

/// Besides these keys it has one for each taxonomy.
fn combination(words: &Words) -> Value {
    let all = vec![("type", text()), ("title", words.localised(text())), ("slug", words.localised(text()))];
    let mut shape = mapping(keys(words, "combination", all), &[]);
    shape["additionalProperties"] = json!({ "anyOf": [text(), { "type": "array", "items": text() }] });
    shape
}

fn search(words: &Words) -> Value {
    let by_language =
        |shape: Value| json!({ "type": "object", "propertyNames": tag(), "additionalProperties": optional(shape) });
    let list = json!({ "type": "array", "items": text() });
    let all = vec![("enabled", switch()), ("words", by_language(list)), ("exceptions", by_language(by_name(text())))];
    mapping(keys(words, "search", all), &[])
}

fn markdown(words: &Words) -> Value {
    mapping(keys(words, "markdown", vec![("raw_html", switch()), ("smart_punctuation", switch())]), &[])
}

fn content_type(words: &Words) -> Value {
    let all = vec![
        ("name", words.localised(text())),
        ("plural", words.localised(text())),
        ("slug", words.localised(text())),
        ("folder", text()),
        ("in_listings", switch()),
        ("own_listing", switch()),
        ("structured_data", one_of(&["article", "event", "page"])),
        ("template", text()),
        ("fields", by_name(json!({ "$ref": "#/$defs/field" }))),
    ];
    mapping(keys(words, "content-type", all), &[])
}

fn taxonomy(words: &Words) -> Value {
    let all = vec![
        ("name", words.localised(text())),
        ("singular", words.localised(text())),
        ("slug", words.localised(text())),
        ("roll_up", switch()),
        ("fields", by_name(json!({ "$ref": "#/$defs/field" }))),
    ];
    mapping(keys(words, "taxonomy", all), &[])
}

/// What a declaration may say besides its type's own keys.
fn typed(words: &Words) -> Vec<(&'static str, Value)> {
    let of = json!({ "anyOf": [one_of(&FieldType::NAMES), { "$ref": "#/$defs/item" }] });
    vec![
        ("type", one_of(&FieldType::NAMES)),
        ("values", json!({ "type": "array", "items": text(), "minItems": 1 })),
        ("taxonomy", text()),
        ("fields", by_name(json!({ "$ref": "#/$defs/field" }))),
        ("of", of),
        ("description", words.localised(text())),
    ]
}

fn field(words: &Words) -> Value {
    let mut all = typed(words);
    all.extend([("required", switch()), ("translated", switch()), ("default", json!({}))]);
    with_conditions(mapping(keys(words, "field", all), &["type".to_owned()]))
}

fn item(words: &Words) -> Value {
    with_conditions(mapping(keys(words, "field", typed(words)), &["type".to_owned()]))
}

/// Adds what each type needs besides its name.
fn with_conditions(mut schema: Value) -> Value {
    let needs = [("enum", "values"), ("term", "taxonomy"), ("object", "fields"), ("list", "of")];
    let condition = |(name, key): (&str, &str)| json!({ "if": { "properties": { "type": { "const": name } }, "required": ["type"] }, "then": { "required": [key] } });
    schema["allOf"] = needs.map(condition).to_vec().into();
    schema
}

fn menu_entry(words: &Words) -> Value {
    let all = vec![("page", text()), ("taxonomy", text()), ("url", text()), ("title", words.localised(text()))];
    let mut entry = mapping(keys(words, "menu", all), &[]);
    let filled = |key: &str| json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } });
    let mut address = filled("url");
    address["required"] = json!(["url", "title"]);
    entry["oneOf"] = json!([filled("page"), filled("taxonomy"), address]);
    entry
}

fn lints(words: &Words) -> Value {
    let chosen = one_of(&["off", "hint", "warning", "error"]);
    let all = Problem::KINDS.iter().filter(|kind| kind.is_lint()).map(|kind| {
        let mut shape = chosen.clone();
        // YAML 1.1, which some editors read, takes `off` for a switch.
        if let Some(values) = shape["enum"].as_array_mut() {
            values.push(false.into());
        }
        shape["description"] = words.catalogue.describe(kind).what.into();
        (kind.code.to_owned(), shape)
    });
    mapping(all.collect(), &[])
}
