//! Whether a context has precisely what the contract says.

use tera::value::Map;
use tera::{Context, Tera, Value};

use super::{Shape, Type, VARIABLES, Variable};

/// Names every difference between a context and the contract of its kind of page: missing and
/// surplus keys, and values of another type. For the tests of whoever makes contexts.
pub fn differences(kind: &str, context: &Context) -> Vec<String> {
    let mut found = Vec::new();
    let expected: Vec<&Variable> = VARIABLES.iter().filter(|variable| variable.kinds.contains(&kind)).collect();
    for variable in &expected {
        match context.get(variable.name) {
            Some(value) => value_differences(variable.name, value, variable.value, &mut found),
            None => found.push(format!("{} is missing", variable.name)),
        }
    }
    let surplus = names(context).into_iter().filter(|name| !expected.iter().any(|variable| variable.name == name));
    found.extend(surplus.map(|name| format!("{name} is not in the contract")));
    found
}

/// A context does not tell its names, but templates can see them.
fn names(context: &Context) -> Vec<String> {
    let template = "{% for name in __tera_context | keys %}{{ name }}\n{% endfor %}";
    let names = Tera::default().render_str(template, context, false).unwrap_or_default();
    let mut names: Vec<String> = names.lines().map(str::to_owned).collect();
    names.sort();
    names
}

fn value_differences(path: &str, value: &Value, expected: Type, found: &mut Vec<String>) {
    let is_right = match expected {
        Type::Text | Type::Url => value.is_string(),
        Type::Html => value.is_string() && (value.is_safe() || value.as_str() == Some("")),
        Type::Integer => value.as_i64().is_some(),
        Type::Boolean => value.is_bool(),
        Type::OneOf(texts) => value.as_str().is_some_and(|text| texts.contains(&text)),
        Type::Declared => true,
        Type::Optional(_) if value.is_none() => true,
        Type::Optional(inner) => return value_differences(path, value, *inner, found),
        Type::List(inner) => {
            for (index, item) in value.as_array().unwrap_or_default().iter().enumerate() {
                value_differences(&format!("{path}[{index}]"), item, *inner, found);
            }
            value.is_array()
        }
        Type::ByName(inner) => {
            for (key, value) in value.as_map().into_iter().flatten() {
                value_differences(&format!("{path}.{key}"), value, *inner, found);
            }
            value.is_map()
        }
        Type::Shape(name) => {
            if let (Some(shape), Some(map)) = (Shape::get(name), value.as_map()) {
                shape_differences(path, map, shape, found);
            }
            value.is_map()
        }
    };
    if !is_right {
        found.push(format!("{path} is {}, not {expected:?}", value.name()));
    }
}

fn shape_differences(path: &str, map: &Map, shape: &Shape, found: &mut Vec<String>) {
    let keys = shape.all_keys();
    for key in &keys {
        let path = format!("{path}.{}", key.name);
        match map.iter().find(|(name, _)| name.as_str() == Some(key.name)) {
            Some((_, value)) => value_differences(&path, value, key.value, found),
            None => found.push(format!("{path} is missing")),
        }
    }
    let is_surplus = |name: &str| !keys.iter().any(|key| key.name == name);
    let surplus = map.keys().filter_map(|name| name.as_str()).filter(|name| is_surplus(name));
    found.extend(surplus.map(|name| format!("{path}.{name} is not in the contract")));
}

#[cfg(test)]
mod tests {
    use tera::context;

    use super::*;

    #[test]
    fn differences_are_named_by_their_path() {
        let mut context = context! { lang => "id", kind => "archive", surplus => &1 };
        let year = |key: &'static str| {
            Value::from_serializable(&[std::collections::BTreeMap::from([
                (key, Value::from(2026)),
                ("url", Value::from("/")),
                ("count", Value::from("3")),
            ])])
        };
        context.insert_value("years", year("yeer"));
        let mut found = differences("archive", &context);
        found.sort();
        let expected = [
            "page is missing",
            "site is missing",
            "surplus is not in the contract",
            "years[0].count is string, not Integer",
            "years[0].year is missing",
            "years[0].yeer is not in the contract",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn every_shape_that_is_named_exists_once() {
        fn check(value: Type) {
            match value {
                Type::Shape(name) => {
                    assert_eq!(super::super::SHAPES.iter().filter(|shape| shape.name == name).count(), 1, "{name}");
                }
                Type::List(inner) | Type::ByName(inner) | Type::Optional(inner) => check(*inner),
                _ => {}
            }
        }
        VARIABLES.iter().for_each(|variable| check(variable.value));
        for shape in super::super::SHAPES {
            shape.base.into_iter().for_each(|base| check(Type::Shape(base)));
            shape.keys.iter().for_each(|key| check(key.value));
        }
    }
}
