//! Keys of mappings.

use lsp_types::CompletionItemKind;

use crate::config::{FRONT_MATTER_KEYS, TERM_KEYS};
use crate::lsp::candidates::{Candidate, best, files as media};
use crate::lsp::file::File;
use crate::lsp::here::{Here, Yaml};
use crate::lsp::outline::{Outline, Spot, Step};
use crate::lsp::shape::{Form, KeyShape};
use crate::schema::Field;

use super::values::{self, Around};
use super::{Offer, Offers, meant};

/// The built-in keys that a translation has for itself.
const OWN: [&str; 8] = ["title", "slug", "summary", "aliases", "draft", "translation", "translators", "corrections"];

/// What may stand as a key at a spot.
pub(super) fn keys(here: &Here, yaml: &Yaml, spot: &Spot) -> Option<Offers> {
    let shape = yaml.at(&spot.path)?;
    let is_empty = spot.prefix.is_empty();
    let mut all = Vec::new();
    if matches!(shape.form(), Form::Names | Form::Texts | Form::Mappings | Form::Anything) && !spot.is_flow {
        // Below a key that holds a list, an item can be begun.
        let mut path = spot.path.clone();
        path.push(Step::Item);
        all.extend(values::offers(here, yaml, spot, &path, Around::Hyphen));
        all.extend(named(here, yaml, spot, &path).into_iter().map(|offer| with_hyphen(offer, is_empty)));
    }
    all.extend(named(here, yaml, spot, &spot.path));
    all.extend(files(here, yaml, spot));
    all.extend(settings(here, yaml, spot));
    Some(Offers { bytes: spot.token.clone(), all: meant(all, &spot.prefix) })
}

/// The keys that the mapping at a path may have and does not have yet.
pub(super) fn named(here: &Here, yaml: &Yaml, spot: &Spot, path: &[Step]) -> Vec<Offer> {
    let Some(shape) = yaml.at(path) else { return Vec::new() };
    let siblings = if path == spot.path.as_slice() { spot.siblings(&yaml.outline) } else { Vec::new() };
    let is_wanted = |key: &KeyShape| !siblings.contains(&key.name) && is_possible(here, yaml, path, key.name);
    let mut keys: Vec<KeyShape> = shape.keys().into_iter().filter(is_wanted).collect();
    let place = |name: &str| {
        let known = match &here.file {
            File::Register(_) => TERM_KEYS.as_slice(),
            _ => FRONT_MATTER_KEYS.as_slice(),
        };
        known.iter().position(|key| *key == name).unwrap_or(known.len())
    };
    keys.sort_by_key(|key| (!key.is_required, place(key.name)));
    let after = here.text.as_str().get(spot.token.end..).unwrap_or_default();
    let has_colon = after.trim_start_matches(' ').starts_with(':');
    keys.iter().map(|key| offer(here, key, spot.is_flow, has_colon)).collect()
}

/// Says whether a key may stand here: what lives in the original has no place in a translation,
/// and only a file beside an original can be one.
fn is_possible(here: &Here, yaml: &Yaml, path: &[Step], name: &str) -> bool {
    if !path.is_empty() || yaml.shortcode.is_some() {
        return true;
    }
    match here.file {
        File::Section(_) => name != "translation",
        File::Article(_) => !is_translation(&yaml.outline) || OWN.contains(&name) || is_translated(here, yaml, name),
        _ => true,
    }
}

pub(super) fn is_translation(outline: &Outline) -> bool {
    outline.root("translation").is_some()
}

fn is_translated(here: &Here, yaml: &Yaml, name: &str) -> bool {
    let fields = here.content_type(&yaml.outline).map(|known| known.fields.as_slice()).unwrap_or_default();
    fields.iter().any(|field| field.name == name && field.is_translated)
}

fn offer(here: &Here, key: &KeyShape, is_flow: bool, has_colon: bool) -> Offer {
    let form = localised(here, key.shape.form());
    let detail = key.is_required.then(|| here.phrase("lsp-required", &[]));
    let (plain, snippet) = if has_colon {
        (key.name.to_owned(), None)
    } else {
        (format!("{}: ", key.name), Some(format!("{}:{}", key.name, value(&form, is_flow, 1))))
    };
    Offer {
        label: key.name.to_owned(),
        detail,
        about: key.shape.description().map(str::to_owned),
        kind: CompletionItemKind::PROPERTY,
        plain,
        snippet,
        filter: key.name.to_owned(),
    }
}

/// The schema of `kabar.yaml` is the same for all publications; its texts are in the languages of
/// this one.
fn localised(here: &Here, form: Form) -> Form {
    match form {
        // An article says what it says in its own language, unless its editor wants otherwise.
        Form::Localised(_) if matches!(here.file, File::Article(_)) => Form::Text,
        Form::Localised(languages) if languages.is_empty() => {
            let languages = here.config().map(|config| config.languages.as_slice()).unwrap_or_default();
            Form::Localised(languages.iter().map(|language| language.lang.to_string()).collect())
        }
        form => form,
    }
}

/// A line with a key that must be there, for a snippet.
pub(super) fn line(key: &KeyShape, number: usize) -> String {
    let value = match key.shape.form() {
        Form::Mappings => {
            let keys = key.shape.down(&Step::Item).map(|item| item.keys()).unwrap_or_default();
            let required: Vec<&KeyShape> = keys.iter().filter(|key| key.is_required).collect();
            let line = |(index, key): (usize, &&KeyShape)| format!("{}: ${{{}}}", key.name, number * 10 + index);
            format!("\n  - {}", required.iter().enumerate().map(line).collect::<Vec<_>>().join("\n    "))
        }
        form => value(&form, false, number),
    };
    format!("{}:{value}", key.name)
}

/// What follows a key's colon in a snippet.
fn value(form: &Form, is_flow: bool, number: usize) -> String {
    match form {
        Form::Words(words) => choice(words, number),
        Form::Switch => choice(&["true".to_owned(), "false".to_owned()], number),
        Form::Number | Form::Text | Form::Anything => format!(" ${{{number}}}"),
        Form::Names => format!(" [${{{number}}}]"),
        Form::Texts | Form::Mappings if is_flow => format!(" [${{{number}}}]"),
        Form::Texts | Form::Mappings => format!("\n  - ${{{number}}}"),
        Form::Localised(languages) => {
            let text = |(index, lang): (usize, &String)| format!("{lang}: ${{{}}}", number + index);
            format!(" {{ {} }}", languages.iter().enumerate().map(text).collect::<Vec<_>>().join(", "))
        }
        Form::Mapping if is_flow => format!(" {{ ${{{number}}} }}"),
        Form::Mapping => format!("\n  ${{{number}}}"),
    }
}

fn choice(words: &[String], number: usize) -> String {
    let escaped = words.iter().map(|word| word.replace('\\', "\\\\").replace(',', "\\,").replace('|', "\\|"));
    format!(" ${{{number}|{}|}}", escaped.collect::<Vec<_>>().join(","))
}

fn with_hyphen(offer: Offer, is_wanted: bool) -> Offer {
    if !is_wanted {
        return offer;
    }
    let snippet = offer.snippet.as_ref().map(|snippet| format!("- {}", snippet.replace('\n', "\n  ")));
    Offer { plain: format!("- {}", offer.plain), snippet, label: format!("- {}", offer.label), ..offer }
}

/// The files that `media.yaml` can describe.
fn files(here: &Here, yaml: &Yaml, spot: &Spot) -> Vec<Offer> {
    if here.file != File::Sidecar || !spot.path.is_empty() {
        return Vec::new();
    }
    let siblings = spot.siblings(&yaml.outline);
    let all = media(here, false).into_iter();
    let new = all.filter(|file| !siblings.contains(&file.text.as_str()));
    let offer = |file: Candidate| Offer {
        label: file.text.clone(),
        detail: None,
        about: None,
        kind: file.kind,
        plain: format!("{}:", file.text),
        snippet: Some(format!("{}:\n  $0", escape(&file.text))),
        filter: file.text,
    };
    new.map(offer).collect()
}

/// The settings that the theme declares.
fn settings(here: &Here, yaml: &Yaml, spot: &Spot) -> Vec<Offer> {
    let path: Vec<&str> = spot.path.iter().filter_map(Step::key).collect();
    if here.file != File::Config || path != ["theme", "settings"] {
        return Vec::new();
    }
    let siblings = spot.siblings(&yaml.outline);
    let declared = here.view.theme.iter().flat_map(|theme| theme.setting_fields());
    let new = declared.filter(|field| !siblings.contains(&field.name.as_str()));
    let offer = |field: &Field| Offer {
        label: field.name.clone(),
        detail: Some(field.field_type.name().to_owned()),
        about: field.description.as_ref().map(|text| best(here, text).to_owned()),
        kind: CompletionItemKind::PROPERTY,
        plain: format!("{}: ", field.name),
        snippet: None,
        filter: field.name.clone(),
    };
    new.map(offer).collect()
}

/// A text as a snippet has it.
pub(super) fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}
