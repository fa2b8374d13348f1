//! What may stand at a place of a YAML file, read from its JSON Schema.

use serde_json::Value;

use super::outline::Step;

/// All that a schema allows at a place.
#[derive(Debug, Clone)]
pub(super) struct Shape<'s> {
    root: &'s Value,
    options: Vec<&'s Value>,
    description: Option<&'s str>,
}

/// A key that may stand in a mapping.
#[derive(Debug, Clone)]
pub(super) struct KeyShape<'s> {
    pub(super) name: &'s str,
    pub(super) is_required: bool,
    pub(super) shape: Shape<'s>,
}

/// What a value looks like when it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// One of some words.
    Words(Vec<String>),
    Switch,
    Number,
    Text,
    Names,
    Texts,
    /// One text, or one for each of these languages.
    Localised(Vec<String>),
    Mappings,
    Mapping,
    Anything,
}

impl<'s> Shape<'s> {
    /// What a schema allows; references lead to its own definitions.
    pub(super) fn of(root: &'s Value) -> Self {
        Self::at(root, root)
    }

    /// What a definition of a schema allows.
    pub(super) fn of_definition(root: &'s Value, name: &str) -> Self {
        Self::at(root, root.pointer(&format!("/$defs/{name}")).unwrap_or(root))
    }

    fn at(root: &'s Value, schema: &'s Value) -> Self {
        let mut options = Vec::new();
        expand(root, schema, &mut options, 0);
        Self { root, options, description: schema["description"].as_str() }
    }

    /// What it allows one step further down; none when nothing may stand there.
    pub(super) fn down(&self, step: &Step) -> Option<Self> {
        let found = self.options.iter().find_map(|option| match step {
            Step::Key(name) => {
                let named = option["properties"].get(name);
                named.or_else(|| option.get("additionalProperties").filter(|more| more.is_object()))
            }
            Step::Item => option.get("items"),
        });
        found.map(|schema| Self::at(self.root, schema))
    }

    /// What it allows at the end of some steps.
    pub(super) fn follow(&self, path: &[Step]) -> Option<Self> {
        path.iter().try_fold(self.clone(), |shape, step| shape.down(step))
    }

    /// What it means, in the language of the schema.
    pub(super) fn description(&self) -> Option<&'s str> {
        self.description
    }

    /// The keys that it names, in the order of the alphabet.
    pub(super) fn keys(&self) -> Vec<KeyShape<'s>> {
        let mut keys: Vec<KeyShape> = Vec::new();
        for option in &self.options {
            let required = option["required"].as_array();
            let is_required = |name: &str| required.is_some_and(|all| all.iter().any(|key| key == name));
            for (name, schema) in option["properties"].as_object().into_iter().flatten() {
                if keys.iter().all(|key| key.name != name) {
                    let shape = Self::at(self.root, schema);
                    keys.push(KeyShape { name, is_required: is_required(name), shape });
                }
            }
        }
        keys
    }

    /// What it looks like when it is written.
    pub(super) fn form(&self) -> Form {
        let words: Vec<String> = self
            .options
            .iter()
            .filter_map(|option| option["enum"].as_array())
            .flatten()
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect();
        if !words.is_empty() {
            return Form::Words(words);
        }
        let is = |name: &str| self.options.iter().any(|option| is_type(option, name));
        let list = self.options.iter().find_map(|option| option.get("items"));
        let mapping = self.options.iter().find(|option| is_type(option, "object"));
        match (list, mapping) {
            (Some(items), _) => match Self::at(self.root, items).form() {
                Form::Mapping => Form::Mappings,
                _ if is("string") => Form::Names,
                _ => Form::Texts,
            },
            // A text for each language is a mapping that is never empty.
            (None, Some(mapping)) if is("string") && mapping.get("minProperties").is_some() => {
                let languages = mapping["properties"].as_object().into_iter().flatten();
                Form::Localised(languages.map(|(lang, _)| lang.clone()).collect())
            }
            (None, Some(_)) => Form::Mapping,
            (None, None) if is("string") => Form::Text,
            (None, None) if is("boolean") => Form::Switch,
            (None, None) if is("integer") || is("number") => Form::Number,
            (None, None) => Form::Anything,
        }
    }
}

fn is_type(option: &Value, name: &str) -> bool {
    match &option["type"] {
        Value::String(only) => only == name,
        Value::Array(several) => several.iter().any(|known| known == name),
        _ => false,
    }
}

/// Collects the schemas of which any may hold.
fn expand<'s>(root: &'s Value, schema: &'s Value, out: &mut Vec<&'s Value>, depth: usize) {
    // Definitions may name themselves, but only below a key.
    if depth > 16 {
        return;
    }
    if let Some(pointer) = schema["$ref"].as_str().and_then(|name| name.strip_prefix('#'))
        && let Some(target) = root.pointer(pointer)
    {
        expand(root, target, out, depth + 1);
    }
    for option in schema["anyOf"].as_array().into_iter().flatten() {
        expand(root, option, out, depth + 1);
    }
    out.push(schema);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Catalogue, Tongue};
    use crate::json_schema;

    fn check(path: &str, expected: &Form, keys: &str) {
        let schema = json_schema::config_schema(&Catalogue::new(Tongue::English));
        let step = |step: &str| if step == "-" { Step::Item } else { Step::Key(step.to_owned()) };
        let path: Vec<Step> = path.split('.').filter(|step| !step.is_empty()).map(step).collect();
        let shape = Shape::of(&schema).follow(&path).expect("a shape");
        let found: Vec<&str> = shape.keys().iter().map(|key| key.name).collect();
        assert_eq!((&shape.form(), found.join(" ").as_str()), (expected, keys), "{path:?}");
    }

    #[test]
    fn shapes_are_found_in_the_schema() {
        check("feeds", &Form::Mapping, "authority combinations embeds formats full_text harvest hub items terms");
        check("feeds.full_text", &Form::Switch, "");
        let formats = ["rss", "atom", "json"].map(str::to_owned).to_vec();
        check("feeds.formats.-", &Form::Words(formats), "");
        check("partners.x", &Form::Mapping, "credit feed logo name url");
        check("hosting", &Form::Mapping, "headers");
        let hosts = ["netlify", "cloudflare", "apache"].map(str::to_owned).to_vec();
        check("hosting.headers.-", &Form::Words(hosts), "");
        check("title", &Form::Localised(Vec::new()), "");
        check("paginate_by", &Form::Number, "");
        check("theme", &Form::Mapping, "name settings");
        check("menus.main", &Form::Mappings, "");
        check("menus.main.-", &Form::Mapping, "page taxonomy title url");
        check("content_types.x.fields.y.fields.z.required", &Form::Switch, "");
        let schema = json_schema::config_schema(&Catalogue::new(Tongue::English));
        let required = Shape::of(&schema).keys().into_iter().filter(|key| key.is_required).count();
        assert_eq!(required, 4);
        assert!(Shape::of(&schema).follow(&[Step::Key("none".to_owned())]).is_none());
    }
}
