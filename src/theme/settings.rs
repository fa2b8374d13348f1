//! What a publication tells its theme, read against what the theme and its ancestors declare.

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
        let declared = manifest.settings.iter().flat_map(|node| schema::declarations(node, &languages, out));
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
    if !chain.links.is_empty() {
        mapping.finish(out);
    }
    Settings { fields, values }
}
