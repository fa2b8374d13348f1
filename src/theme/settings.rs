//! What a publication tells its theme, read against what the theme and its ancestors declare.

use std::collections::BTreeSet;

use crate::base::Lang;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::schema::{self, Field, Reading, Values};
use crate::yaml::{Fields, Kind, Node};

use super::manifest::Chain;

/// Declared settings and their values.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Settings {
    pub fields: Vec<Field>,
    pub values: Values,
}

/// Reads the settings of the publication's theme.
pub(super) fn read(chain: &Chain, config: &Config, out: &mut Vec<Diagnostic>) -> Settings {
    let languages: Vec<Lang> = config.languages.iter().map(|language| language.lang.clone()).collect();
    let mut fields: Vec<Field> = Vec::new();
    for (_, manifest) in &chain.links {
        let declared = manifest.settings.iter().flat_map(|node| {
            // A theme describes its settings in its own languages, whatever those of the publication.
            let mut described = BTreeSet::new();
            languages_of(node, &mut described);
            schema::declarations(node, &Vec::from_iter(described), out)
        });
        for field in declared.collect::<Vec<_>>() {
            // A theme may declare a setting of its parent anew, with another default.
            match fields.iter_mut().find(|known| known.name == field.name) {
                Some(known) => *known = field,
                None => fields.push(field),
            }
        }
    }
    let nothing = Node { kind: Kind::Scalar { text: String::new(), is_plain: true }, span: config.theme.span.clone() };
    let node = config.theme.settings.as_deref().unwrap_or(&nothing);
    let Some(mut mapping) = Fields::of(node, "settings", "theme.settings", out) else {
        return Settings { fields, values: Values::default() };
    };
    let reading = Reading { languages: &languages, lang: None, timezone: &config.timezone };
    let values = schema::read(&fields, &mut mapping, &reading, out);
    // What an unknown theme would declare cannot be known.
    if chain.is_whole {
        mapping.finish(out);
    }
    Settings { fields, values }
}

/// The languages that any description below a node is written in.
fn languages_of(node: &Node, found: &mut BTreeSet<Lang>) {
    for entry in node.entries().unwrap_or_default() {
        match entry.value.entries() {
            Some(texts) if entry.key == "description" => {
                found.extend(texts.iter().filter_map(|text| text.key.parse().ok()));
            }
            _ => languages_of(&entry.value, found),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::theme::fixture::{check, config_of, sources};

    const THEME: &str = "themes/pantai/theme.yaml";

    #[test]
    fn a_theme_describes_its_settings_in_its_own_languages() {
        let manifest = |description: &str| {
            format!("name: P\nkabar: 1\nsettings:\n  a: {{ type: boolean, description: {description} }}\n")
        };
        let codes = |manifest: &str| {
            let text = "title: A\nbase_url: https://a.org\ntimezone: Asia/Makassar\nlanguages: [id]\ntheme: pantai\n";
            let compiled = crate::theme::compile(&sources(&[(THEME, manifest)]), &config_of(text));
            compiled.diagnostics.iter().map(|found| found.problem.code()).collect::<Vec<_>>()
        };
        assert_eq!(codes(&manifest("{ id: A, en: B, tet: C }")), [""; 0]);
        assert_eq!(codes(&manifest("{ b_inggris: A }")), ["text-in-undeclared-language"]);
        check(&[(THEME, &manifest("Sama"))], &[]);
    }
}
