//! Contexts made of the contract alone: whatever a theme asks for beyond it fails with them.

use tera::value::{Key, Map};
use tera::{Context, Value};

use super::{Shape, Type, VARIABLES};

/// How much a sample has of what may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::theme) enum Plenty {
    /// Every list has an item, every optional value is there.
    All,
    /// Lists are empty, optional values are none.
    Nothing,
}

/// Shapes contain themselves: deeper than this everything that may be missing is.
const DEPTH: usize = 6;

/// A context for a kind of page in a language.
pub(in crate::theme) fn sample(kind: &str, lang: &str, plenty: Plenty) -> Context {
    let mut context = Context::new();
    for variable in VARIABLES.iter().filter(|variable| variable.kinds.contains(&kind)) {
        context.insert_value(variable.name, value(variable.value, plenty, 0));
    }
    context.insert("lang", lang);
    context.insert("kind", kind);
    context
}

fn value(of: Type, plenty: Plenty, depth: usize) -> Value {
    let is_there = plenty == Plenty::All && depth < DEPTH;
    match of {
        Type::Text | Type::Url if plenty == Plenty::Nothing => Value::from(""),
        Type::Text => Value::from("teks"),
        Type::Url => Value::from("/alamat/"),
        Type::Html => Value::safe_string("<b>html</b>"),
        Type::Integer => Value::from(1500),
        Type::Boolean => Value::from(plenty == Plenty::All),
        Type::OneOf(texts) => Value::from(texts.first().copied().unwrap_or_default()),
        Type::Declared | Type::Optional(_) if !is_there => Value::none(),
        Type::Declared => Value::from("teks"),
        Type::Optional(inner) => value(*inner, plenty, depth + 1),
        Type::List(inner) => {
            let item = is_there.then(|| value(*inner, plenty, depth + 1));
            Value::from(item.into_iter().collect::<Vec<_>>())
        }
        // Of what a publication declares, a theme can rely on the two menus alone.
        Type::ByName(inner) => match inner {
            Type::List(Type::Shape("menu_entry")) => {
                map(["main", "footer"].map(|name| (name, value(*inner, plenty, depth + 1))))
            }
            _ => map([]),
        },
        Type::Shape(name) => {
            let keys = Shape::get(name).map(Shape::all_keys).unwrap_or_default();
            map(keys.into_iter().map(|key| (key.name, value(key.value, plenty, depth + 1))))
        }
    }
}

fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let entries = entries.into_iter().map(|(key, value)| (Key::Str(key), value));
    Value::from(entries.collect::<Map>())
}

#[cfg(test)]
mod tests {
    use super::super::{KINDS, differences};
    use super::*;

    #[test]
    fn samples_are_what_the_contract_says() {
        for kind in KINDS {
            for plenty in [Plenty::All, Plenty::Nothing] {
                let found = differences(kind, &sample(kind, "id", plenty));
                assert_eq!(found, Vec::<String>::new(), "{kind}");
            }
        }
    }
}
