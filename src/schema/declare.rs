//! How `fields:` says what a content type, a taxonomy or a theme has.
//!
//! **Invariant:** a default has the type of its field; declarations nest no deeper than YAML may.

use crate::base::{Lang, Timezone};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::yaml::{Entry, Fields, Node, boolean, items, text};

use super::declaration::{Field, FieldType};
use super::localised::localised;
use super::read::{Reading, fits};

/// The types that need nothing but their name.
const SIMPLE: [FieldType; 13] = [
    FieldType::Text,
    FieldType::RichText,
    FieldType::Markdown,
    FieldType::Integer,
    FieldType::Decimal,
    FieldType::Date,
    FieldType::ZonedDateTime,
    FieldType::Boolean,
    FieldType::Url,
    FieldType::Email,
    FieldType::Reference,
    FieldType::Image,
    FieldType::File,
];

/// What declarations are read against.
#[derive(Debug, Clone, Copy)]
struct Scope<'a> {
    languages: &'a [Lang],
    /// None where no taxonomy is known: in a theme.
    taxonomies: Option<&'a [String]>,
}

/// Reads a mapping from names to declarations: the value of `fields:` or of a theme's `settings:`.
pub fn declarations(node: &Node, languages: &[Lang], out: &mut Vec<Diagnostic>) -> Vec<Field> {
    fields(node, "fields", Scope { languages, taxonomies: None }, Level::Top, out)
}

/// Reads declarations whose terms must be of one of these taxonomies.
pub fn declarations_with_taxonomies(
    node: &Node,
    languages: &[Lang],
    taxonomies: &[String],
    out: &mut Vec<Diagnostic>,
) -> Vec<Field> {
    fields(node, "fields", Scope { languages, taxonomies: Some(taxonomies) }, Level::Top, out)
}

/// Only a field of the top level can be translated: what it holds goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Top,
    Inner,
}

fn fields(node: &Node, key: &str, scope: Scope<'_>, level: Level, out: &mut Vec<Diagnostic>) -> Vec<Field> {
    // `Fields` says what is wrong when this is no mapping.
    if Fields::of(node, key, key, out).is_none() {
        return Vec::new();
    }
    let entries = node.entries().unwrap_or_default();
    entries.iter().filter_map(|entry| field(entry, scope, level, out)).collect()
}

fn field(entry: &Entry, scope: Scope<'_>, level: Level, out: &mut Vec<Diagnostic>) -> Option<Field> {
    let name = entry.key.as_str();
    let mut mapping = Fields::of(&entry.value, name, name, out)?;
    let field_type = type_of(&mut mapping, name, scope, out);
    let is_required = mapping.take("required").and_then(|node| boolean(node, "required", out)).unwrap_or(false);
    let translated = match level {
        Level::Top => mapping.take("translated").and_then(|node| boolean(node, "translated", out)),
        Level::Inner => Some(false),
    };
    let description = mapping.take("description");
    let description = description.and_then(|node| localised(node, "description", scope.languages, out));
    let default = mapping.take("default");
    mapping.finish(out);
    let field_type = field_type?;
    let default = default.filter(|node| {
        // Which zone it is does not matter for what is well formed.
        let timezone = Timezone::utc();
        let reading = Reading { languages: scope.languages, lang: None, timezone: &timezone };
        fits(node, name, &field_type, &reading, out)
    });
    Some(Field {
        name: name.to_owned(),
        is_required,
        is_translated: translated.unwrap_or_else(|| field_type.is_prose()),
        default: default.cloned(),
        description,
        field_type,
    })
}

/// Reads `type` and what belongs to it: `values`, `taxonomy`, `fields`, `of`.
fn type_of(mapping: &mut Fields<'_>, name: &str, scope: Scope<'_>, out: &mut Vec<Diagnostic>) -> Option<FieldType> {
    let node = mapping.require("type", out);
    let type_name = node.and_then(|node| text(node, "type", out).map(|name| (node, name)));
    let Some((node, type_name)) = type_name else {
        mapping.allow(["values", "taxonomy", "fields", "of"]);
        return None;
    };
    match type_name.as_str() {
        "enum" => values(mapping.require("values", out)?, out).map(FieldType::Enum),
        "term" => taxonomy(mapping.require("taxonomy", out)?, scope, out).map(FieldType::Term),
        "object" => {
            let declared = mapping.require("fields", out)?;
            Some(FieldType::Object(fields(declared, name, scope, Level::Inner, out)))
        }
        "list" => {
            let of = mapping.require("of", out)?;
            let item = match of.entries() {
                None => simple(of, name, out)?,
                Some(_) => item_type(of, name, scope, out)?,
            };
            Some(FieldType::List(Box::new(item)))
        }
        _ => {
            let known = simple(node, name, out);
            if known.is_none() {
                mapping.allow(["values", "taxonomy", "fields", "of"]);
            }
            known
        }
    }
}

/// Reads the mapping in `of`; an item has a type and a description, the rest is its list's.
fn item_type(node: &Node, name: &str, scope: Scope<'_>, out: &mut Vec<Diagnostic>) -> Option<FieldType> {
    let mut mapping = Fields::of(node, "of", name, out)?;
    let field_type = type_of(&mut mapping, name, scope, out);
    if let Some(description) = mapping.take("description") {
        localised(description, "description", scope.languages, out);
    }
    mapping.finish(out);
    field_type
}

/// Reads a type that needs nothing but its name.
fn simple(node: &Node, place: &str, out: &mut Vec<Diagnostic>) -> Option<FieldType> {
    let name = text(node, "type", out)?;
    if let Some(simple) = SIMPLE.iter().find(|simple| simple.name() == name) {
        return Some(simple.clone());
    }
    // Only in `of: enum` and the like: these say more than a name can.
    let missing = |key: &str| Problem::MissingKey { key: key.to_owned(), place: place.to_owned() };
    let problem = match name.as_str() {
        "enum" => missing("values"),
        "term" => missing("taxonomy"),
        "object" => missing("fields"),
        "list" => missing("of"),
        _ => Problem::NotAllowed {
            key: "type".to_owned(),
            nearest: nearest(&name, FieldType::NAMES),
            value: name,
            allowed: FieldType::NAMES.join(", "),
        },
    };
    out.push(Diagnostic::at(node.span.clone(), problem));
    None
}

fn values(node: &Node, out: &mut Vec<Diagnostic>) -> Option<Vec<String>> {
    let read = items(node, "values", out)?;
    if read.is_empty() {
        out.push(Diagnostic::at(node.span.clone(), Problem::EmptyText { key: "values".to_owned() }));
        return None;
    }
    Some(read.iter().filter_map(|node| text(node, "values", out)).collect())
}

fn taxonomy(node: &Node, scope: Scope<'_>, out: &mut Vec<Diagnostic>) -> Option<String> {
    let name = text(node, "taxonomy", out)?;
    let Some(known) = scope.taxonomies.filter(|known| !known.contains(&name)) else {
        return Some(name);
    };
    let nearest = nearest(&name, known.iter().map(String::as_str));
    out.push(Diagnostic::at(node.span.clone(), Problem::UnknownTaxonomy { name, nearest }));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::check::{codes, languages, tree};

    /// Reads declarations and compares each as written below, then what is wrong with them.
    fn check(input: &str, expected: &str) {
        let tree = tree(input);
        let taxonomies = ["regions".to_owned()];
        let mut out = Vec::new();
        let read = declarations_with_taxonomies(&tree, &languages(), &taxonomies, &mut out);
        let mut parts: Vec<String> = read.iter().map(shown).collect();
        parts.extend(codes(&out));
        assert_eq!(parts.join(", "), expected, "{input}");
    }

    /// A field as `name:type`, `!` when required, `~` when translated, `=` with a default.
    fn shown(field: &Field) -> String {
        let mark = |is_on: bool, mark: &'static str| if is_on { mark } else { "" };
        let marks = [mark(field.is_required, "!"), mark(field.is_translated, "~"), mark(field.default.is_some(), "=")];
        format!("{}:{}{}", field.name, type_shown(&field.field_type), marks.concat())
    }

    fn type_shown(field_type: &FieldType) -> String {
        let name = field_type.name();
        match field_type {
            FieldType::Enum(values) => format!("{name}({})", values.join("|")),
            FieldType::Term(taxonomy) => format!("{name}({taxonomy})"),
            FieldType::List(item) => format!("{name}({})", type_shown(item)),
            FieldType::Object(fields) => {
                let fields: Vec<String> = fields.iter().map(shown).collect();
                format!("{name}({})", fields.join(" "))
            }
            _ => name.to_owned(),
        }
    }

    #[test]
    fn every_type_has_a_name_that_declares_it() {
        for simple in &SIMPLE {
            assert!(FieldType::NAMES.contains(&simple.name()));
            let translated = if simple.is_prose() { "~" } else { "" };
            check(&format!("a: {{ type: {} }}", simple.name()), &format!("a:{}{translated}", simple.name()));
        }
        check("a: { type: enum, values: [x, 1] }", "a:enum(x|1)");
        check("a: { type: term, taxonomy: regions }", "a:term(regions)");
        check("a: { type: object, fields: { b: { type: text, required: true } } }", "a:object(b:text!)");
        check("a: { type: list, of: file }", "a:list(file)");
        check("a: { type: list, of: { type: list, of: { type: enum, values: [x] } } }", "a:list(list(enum(x)))");
    }

    #[test]
    fn prose_is_translated_and_the_rest_shared_unless_said() {
        check("a: { type: text, translated: false }", "a:text");
        check("a: { type: list, of: rich-text, translated: true }", "a:list(rich-text)~");
        check(
            "a: { type: object, fields: { b: { type: text, translated: true } } }",
            "a:object(b:text), unknown-key@46",
        );
    }

    #[test]
    fn types_are_checked() {
        check("a: { type: txt }", "not-allowed@11 text");
        check("a: { type: txt, values: [x] }", "not-allowed@11 text");
        check("a: { type: [x] }", "wrong-type@11");
        check("a: { required: true }", "missing-key@5");
        check("a: text", "wrong-type@3");
        check("a: { type: enum }", "missing-key@5");
        check("a: { type: enum, values: [] }", "empty-text@25");
        check("a: { type: list, of: enum }", "missing-key@21");
        check("a: { type: list, of: { type: txt } }", "not-allowed@29 text");
        check("a: { type: list, of: { type: text, required: true } }", "a:list(text), unknown-key@35");
        check("a: { type: term, taxonomy: region }", "unknown-taxonomy@27 regions");
        check("a: { type: text, values: [x] }", "a:text~, unknown-key@17");
        check("a: { type: text, requird: true }", "a:text~, unknown-key@17 required");
        check("a: { type: text, description: { id: x } }", "a:text~, text-without-language@30");
        check("[a]", "wrong-type@0");
    }

    #[test]
    fn defaults_have_the_type_of_their_field() {
        check("a: { type: integer, default: 4 }", "a:integer=");
        check("a: { type: integer, default: x }", "a:integer, wrong-type@29");
        check(
            "a: { type: enum, values: [in-person, online], default: onlin }",
            "a:enum(in-person|online), not-allowed@55 online",
        );
        check("a: { type: text, default: { id: x, en: y } }", "a:text~=");
        check("a: { type: date, default: 2026-02-30 }", "a:date, no-such-date@26");
        check("a: { type: list, of: url, default: [x] }", "a:list(url), invalid-url@36");
    }

    #[test]
    fn the_deepest_yaml_is_read() {
        let depth = 13;
        let text = format!("a: {}text{}", "{ type: list, of: ".repeat(depth), " }".repeat(depth));
        check(&text, &format!("a:{}text{}", "list(".repeat(depth), ")".repeat(depth)));
    }
}
