//! What editors' programs are told of each file that people write: JSON Schemas (2020-12), made of
//! the same declarations that the files are checked against. Asked for by `kabar schema`.
//!
//! **Invariant:** a schema never refuses what the program accepts, but reminds of texts that are still
//! to be written; what it cannot know (links, terms, the other language) it lets pass.

mod config;
mod field;
mod front_matter;
mod shapes;
mod shortcode;
mod terms;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::config::Config;
use crate::diagnostic::Catalogue;
use crate::markdown::{SHORTCODES, ShortcodeKind};

/// The dialect of all schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Makes every schema of a publication, by name: `config`, `media`, `section`, `terms-` with a
/// taxonomy, and the content types. Descriptions are in the language of the catalogue.
pub fn schemas(config: &Config, catalogue: &Catalogue) -> BTreeMap<String, Value> {
    let words = Words { catalogue, languages: config.languages.iter().map(|known| known.lang.to_string()).collect() };
    let mut schemas = BTreeMap::new();
    schemas.insert("config".to_owned(), config_schema(catalogue));
    schemas.insert("media".to_owned(), whole(terms::media(&words), &words.phrase("media")));
    schemas.insert("section".to_owned(), whole(front_matter::section(&words), &words.phrase("section")));
    for taxonomy in &config.taxonomies {
        let schema = terms::register(&words, taxonomy);
        schemas.insert(format!("terms-{}", taxonomy.id), whole(schema, &words.phrase("terms")));
    }
    for content_type in &config.content_types {
        let schema = front_matter::article(&words, config, content_type);
        schemas.insert(content_type.id.clone(), whole(schema, &words.best(&content_type.name)));
    }
    schemas
}

/// Makes the schema of `kabar.yaml`, which no publication changes.
pub fn config_schema(catalogue: &Catalogue) -> Value {
    let words = Words { catalogue, languages: Vec::new() };
    whole(config::config(&words), &words.phrase("config"))
}

/// Makes the schemas of the arguments of all shortcodes, by name.
pub fn shortcodes(catalogue: &Catalogue) -> BTreeMap<String, Value> {
    let words = Words { catalogue, languages: Vec::new() };
    let named = |kind: &ShortcodeKind| (kind.name.to_owned(), shortcode::shortcode(&words, kind));
    SHORTCODES.iter().map(named).collect()
}

fn whole(schema: Value, title: &str) -> Value {
    let mut whole = json!({ "$schema": DIALECT, "title": title });
    if let (Value::Object(whole), Value::Object(schema)) = (&mut whole, schema) {
        whole.extend(schema);
    }
    whole
}

/// The words of descriptions, and the languages that texts may be in.
struct Words<'c> {
    catalogue: &'c Catalogue,
    /// Empty where any language may stand.
    languages: Vec<String>,
}

impl Words<'_> {
    fn phrase(&self, key: &str) -> String {
        self.catalogue.phrase(&format!("schema-{}", key.replace(['_', '.'], "-")), &[])
    }

    /// A localised text in the language of the descriptions, else in any.
    fn best(&self, text: &crate::schema::Localised) -> String {
        text.best(&self.catalogue.tongue().lang(), &[]).to_owned()
    }

    /// Adds the description of a key to its schema.
    fn described(&self, place: &str, key: &str, mut schema: Value) -> Value {
        schema["description"] = self.phrase(&format!("{place}-{key}")).into();
        schema
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::diagnostic::Tongue;

    fn descriptions(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::Object(entries) => {
                out.extend(entries.get("description").and_then(Value::as_str).map(str::to_owned));
                out.extend(entries.get("title").and_then(Value::as_str).map(str::to_owned));
                entries.values().for_each(|value| descriptions(value, out));
            }
            Value::Array(items) => items.iter().for_each(|item| descriptions(item, out)),
            _ => {}
        }
    }

    #[test]
    fn every_description_is_there_in_both_languages() {
        let text = "title: x\nbase_url: https://a.org\ntimezone: UTC\nlanguages: [id, en]\n";
        let file = SourcePath::new(crate::config::FILE).expect("a path");
        let config = crate::config::read(text, &file).value.expect("a configuration");
        for tongue in [Tongue::Indonesian, Tongue::English] {
            let schemas = schemas(&config, &Catalogue::new(tongue));
            let names: Vec<&str> = schemas.keys().map(String::as_str).collect();
            assert_eq!(names, ["article", "config", "media", "page", "section", "terms-authors", "terms-tags"]);
            let mut found = Vec::new();
            schemas.values().for_each(|schema| descriptions(schema, &mut found));
            shortcodes(&Catalogue::new(tongue)).values().for_each(|schema| descriptions(schema, &mut found));
            let missing: Vec<&String> = found.iter().filter(|text| text.starts_with("schema-")).collect();
            assert!(missing.is_empty() && found.len() > 100, "{missing:?}");
        }
    }
}
