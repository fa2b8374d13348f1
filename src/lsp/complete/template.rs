//! What a template may say: the names of other templates and of strings, and the values that it
//! sees.

use std::collections::BTreeSet;

use lsp_types::CompletionItemKind;

use crate::lsp::here::Here;
use crate::theme::contract::{FUNCTIONS, Shape, TEMPLATES, Type, VARIABLES};

use super::{Offer, Offers, meant};

/// What may be written at the cursor; none outside of `{{ … }}` and `{% … %}`.
pub(super) fn template(here: &Here) -> Option<Offers> {
    let text = here.text.as_str();
    let before = text.get(..here.byte)?;
    let opening = before.rfind("{{").max(before.rfind("{%"))?;
    let inside = &before[opening + 2..];
    if inside.contains("}}") || inside.contains("%}") {
        return None;
    }
    let line = here.text.line(here.byte);
    let after = &text[here.byte..line.end];
    if let Some((quote, start)) = open_quote(inside) {
        let prefix = &inside[start..];
        let rest = after.find(quote).filter(|at| !after[..*at].contains(['{', '}'])).unwrap_or(0);
        let all = quoted(here, &inside[..start - 1])?;
        let all = meant(all, prefix);
        return Some(Offers { bytes: here.byte - prefix.len()..here.byte + rest, all });
    }
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let start = inside
        .rfind(|letter: char| !is_part(letter) && letter != '.')
        .map_or(0, |at| at + inside[at..].chars().next().map_or(1, char::len_utf8));
    let path = &inside[start..];
    let (around, prefix) = path.rsplit_once('.').map_or((None, path), |(around, prefix)| (Some(around), prefix));
    let rest = after.find(|letter: char| !is_part(letter)).unwrap_or(after.len());
    let all = match around {
        Some(around) => keys(&before[..opening], around),
        None => names(here, &before[..opening]),
    };
    Some(Offers { bytes: here.byte - prefix.len()..here.byte + rest, all: meant(all, prefix) })
}

/// The quotation mark that is still open, and the byte after it.
fn open_quote(inside: &str) -> Option<(char, usize)> {
    let mut open = None;
    for (at, letter) in inside.char_indices() {
        match open {
            None if matches!(letter, '"' | '\'') => open = Some((letter, at + 1)),
            Some((quote, _)) if quote == letter => open = None,
            _ => {}
        }
    }
    open
}

/// What may stand between quotation marks after this.
fn quoted(here: &Here, before: &str) -> Option<Vec<Offer>> {
    let before = before.trim_end();
    let theme = here.view.theme.as_ref()?;
    if before.ends_with("extends") || before.ends_with("include") {
        let offer = |name: &str| offer(name, CompletionItemKind::FILE, None);
        return Some(theme.template_names().map(offer).collect());
    }
    let call = before.strip_suffix('=')?.trim_end();
    let is_string = call.strip_suffix("key").is_some_and(|call| call.trim_end().ends_with(['(', ',']));
    let config = here.config()?;
    let keys: BTreeSet<&str> =
        config.languages.iter().flat_map(|language| theme.strings().keys(&language.lang)).collect();
    is_string.then(|| keys.into_iter().map(|key| offer(key, CompletionItemKind::CONSTANT, None)).collect())
}

/// The variables of this template's kind of page, those of loops around the cursor, and functions.
fn names(here: &Here, before: &str) -> Vec<Offer> {
    let name = here.path.as_str().split_once("templates/").map_or("", |(_, name)| name);
    let kind = TEMPLATES.iter().find(|(template, _)| *template == name).map(|(_, kind)| *kind);
    let seen = VARIABLES.iter().filter(|variable| kind.is_none_or(|kind| variable.kinds.contains(&kind)));
    let mut all: Vec<Offer> = loops(before)
        .into_iter()
        .rev()
        .map(|(name, list)| offer(name, CompletionItemKind::VARIABLE, Some(list)))
        .collect();
    for variable in seen {
        if all.iter().all(|known| known.label != variable.name) {
            all.push(offer(variable.name, CompletionItemKind::VARIABLE, Some(variable.text)));
        }
    }
    let calls = FUNCTIONS.iter().filter_map(|(call, text)| Some((call.split_once('(')?.0, *text)));
    all.extend(calls.map(|(name, text)| offer(name, CompletionItemKind::FUNCTION, Some(text))));
    all
}

/// The keys of what a path leads to.
fn keys(before: &str, path: &str) -> Vec<Offer> {
    let mut all: Vec<Offer> = Vec::new();
    for found in types(before, path, 0) {
        let shape = match found {
            Type::Shape(name) => Shape::get(name),
            _ => None,
        };
        for key in shape.map(Shape::all_keys).unwrap_or_default() {
            if all.iter().all(|known| known.label != key.name) {
                all.push(offer(key.name, CompletionItemKind::FIELD, Some(key.text)));
            }
        }
    }
    all
}

/// What a path can be: a variable has one type on one kind of page, and perhaps another elsewhere.
fn types(before: &str, path: &str, depth: usize) -> Vec<Type> {
    let mut parts = path.split('.');
    let first = parts.next().unwrap_or_default();
    let of_loop = loops(before).into_iter().rev().find(|(name, _)| *name == first);
    let mut found: Vec<Type> = match of_loop {
        // A loop may go over a part of what an outer loop gives, but not for ever.
        Some((_, list)) if depth < 8 => types(before, list, depth + 1).into_iter().filter_map(item).collect(),
        _ => VARIABLES.iter().filter(|variable| variable.name == first).map(|variable| plain(variable.value)).collect(),
    };
    for part in parts {
        let down = |found: Type| match found {
            Type::Shape(name) => {
                Shape::get(name)?.all_keys().iter().find(|key| key.name == part).map(|key| plain(key.value))
            }
            Type::ByName(value) => Some(plain(*value)),
            _ => None,
        };
        found = found.into_iter().filter_map(down).collect();
    }
    found
}

fn plain(value: Type) -> Type {
    match value {
        Type::Optional(inner) => plain(*inner),
        value => value,
    }
}

fn item(value: Type) -> Option<Type> {
    match value {
        Type::List(inner) => Some(plain(*inner)),
        _ => None,
    }
}

/// The loops of a text: the name of each item, and the list as it is written.
fn loops(before: &str) -> Vec<(&str, &str)> {
    let tags = before.match_indices("{%").map(|(at, _)| before[at + 2..].trim_start_matches('-').trim_start());
    let looping = tags.filter_map(|tag| {
        let (name, rest) = tag.strip_prefix("for ")?.split_once(" in ")?;
        let list = rest.trim_start().split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.').next()?;
        Some((name.rsplit(',').next().unwrap_or(name).trim(), list))
    });
    looping.filter(|(_, list)| !list.is_empty()).collect()
}

fn offer(name: &str, kind: CompletionItemKind, about: Option<&str>) -> Offer {
    Offer {
        label: name.to_owned(),
        detail: None,
        about: about.map(str::to_owned),
        kind,
        plain: name.to_owned(),
        snippet: None,
        filter: name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_through_shapes_and_loops() {
        let has = |before: &str, path: &str, key: &str| keys(before, path).iter().any(|offer| offer.label == key);
        assert!(has("", "site", "publisher"));
        assert!(has("", "site.publisher", "name"));
        assert!(has("", "site.taxonomies.tags", "name"));
        assert!(has("{% for menu in site.feeds %}", "menu", "url"));
        assert!(has("{%- for other in other_languages -%}{% for x in site.languages %}", "x", "code"));
        assert!(keys("", "site.title").is_empty() && keys("", "none").is_empty());
        assert!(keys("{% for a in b %}{% for b in a %}", "a").is_empty());
    }

    #[test]
    fn quotation_marks_are_open_until_they_are_closed() {
        assert_eq!(open_quote(" extends \"a"), Some(('"', 10)));
        assert_eq!(open_quote(" t(key='a') ~ t(key=\"b"), Some(('"', 21)));
        assert_eq!(open_quote(" t(key='a')"), None);
    }
}
