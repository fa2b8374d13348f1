//! The contract as a page of the manual.

use std::fmt::Write as _;

use super::variables::FIELD_TYPES;
use super::{FUNCTIONS, KINDS, SHAPES, STRINGS, Shape, TEMPLATES, Type, VARIABLES, VERSION};

const INTRODUCTION: &str = "\
<!-- Made of src/theme/contract/ by its tests: KABAR_BLESS=1 cargo test contract -->

What a theme gets and gives. Templates are [Tera 2](https://keats.github.io/tera/); a theme names \
this version in its `theme.yaml` (`kabar: \"1\"`). Every key listed here is always there: none, \"\" \
or empty when there is nothing to say. A component sees its arguments only; one that calls `t`, \
`link`, `number`, `list` or `size` must have `@lang` among them.
";

/// Writes `docs/template-contract.md`.
pub fn markdown() -> String {
    let mut out = format!("# Template contract {VERSION}\n\n{INTRODUCTION}\n");
    templates(&mut out);
    functions(&mut out);
    variables(&mut out);
    shapes(&mut out);
    fields(&mut out);
    strings(&mut out);
    out
}

fn templates(out: &mut String) {
    out.push_str("## Templates that a theme must have\n\n| template | makes pages of kind |\n| --- | --- |\n");
    for (name, kind) in TEMPLATES {
        row(out, &[&format!("`{name}`"), &format!("`{kind}`")]);
    }
}

fn functions(out: &mut String) {
    out.push_str("\n## Functions and filters\n\n| call | gives |\n| --- | --- |\n");
    for (call, text) in FUNCTIONS {
        row(out, &[&format!("`{}`", call.replace('|', "\\|")), text]);
    }
}

fn variables(out: &mut String) {
    out.push_str("\n## Variables\n\n| variable | type | on pages of kind | |\n| --- | --- | --- | --- |\n");
    for variable in VARIABLES {
        let kinds = if variable.kinds == KINDS {
            "all".to_owned()
        } else {
            let kinds = variable.kinds.iter().map(|kind| format!("`{kind}`"));
            kinds.collect::<Vec<_>>().join(", ")
        };
        row(out, &[&format!("`{}`", variable.name), &name(variable.value), &kinds, variable.text]);
    }
}

fn shapes(out: &mut String) {
    out.push_str("\n## Objects\n");
    for Shape { name: shape, base, keys } in SHAPES {
        let _ = write!(out, "\n### {shape}\n\n");
        if let Some(base) = base {
            let _ = write!(out, "All of {}, and:\n\n", name(Type::Shape(base)));
        }
        out.push_str("| key | type | |\n| --- | --- | --- |\n");
        for key in *keys {
            row(out, &[&format!("`{}`", key.name), &name(key.value), key.text]);
        }
    }
}

fn fields(out: &mut String) {
    out.push_str("\n## Declared fields\n\n| declared as | templates see |\n| --- | --- |\n");
    for (declared, value) in FIELD_TYPES {
        row(out, &[declared, &name(*value)]);
    }
}

fn strings(out: &mut String) {
    out.push_str("\n## Strings that a theme must have\n\n| key | values |\n| --- | --- |\n");
    for (key, values) in STRINGS {
        let values: Vec<String> = values.iter().map(|value| format!("`${value}`")).collect();
        row(out, &[&format!("`{key}`"), &values.join(", ")]);
    }
}

fn row(out: &mut String, cells: &[&str]) {
    for cell in cells {
        let space = if cell.is_empty() { "" } else { " " };
        let _ = write!(out, "|{space}{cell} ");
    }
    out.push_str("|\n");
}

fn name(value: Type) -> String {
    match value {
        Type::Text => "text".to_owned(),
        Type::Url => "URL".to_owned(),
        Type::Html => "HTML".to_owned(),
        Type::Integer => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::OneOf(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| format!("`{text}`")).collect();
            texts.join(", ")
        }
        Type::Declared => "as [declared](#declared-fields)".to_owned(),
        Type::Shape(shape) => format!("[{shape}](#{shape})"),
        Type::List(inner) => format!("list of {}", name(*inner)),
        Type::ByName(inner) => format!("by name: {}", name(*inner)),
        Type::Optional(inner) => format!("{} or none", name(*inner)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the manual is compared with what it is made of")]
    fn the_manual_says_what_the_contract_is() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/template-contract.md");
        if std::env::var_os("KABAR_BLESS").is_some() {
            std::fs::write(path, markdown()).expect("the manual can be written");
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(committed, markdown(), "run KABAR_BLESS=1 cargo test contract");
    }
}
