//! What a value stands for: a term, a file, another article. A schema knows that it is text; this
//! knows what text.

use crate::config::{Config, ContentType};
use crate::markdown::{Argument, Holds, SHORTCODES};
use crate::schema::{Field, FieldType};

use super::file::File;
use super::outline::Step;

/// What a value names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A term of the named taxonomy.
    Term(String),
    Taxonomy,
    Lang,
    Image,
    File,
    /// A file in `static/`.
    Static,
    /// An article or section by its path below `content/`, without a slash before it.
    ContentPath,
    /// An article, as a field of that type names it.
    Reference,
    /// A link as in Markdown.
    Link,
    Template,
    Licence,
    ContentType,
    Theme,
    Timezone,
    /// A folder below `content/`.
    Folder,
}

/// Finds what the value at a path stands for.
pub(super) fn meaning(
    file: &File,
    path: &[Step],
    config: Option<&Config>,
    content_type: Option<&ContentType>,
) -> Option<Meaning> {
    let names: Vec<&str> = path.iter().map(|step| step.key().unwrap_or("-")).collect();
    match file {
        File::Config => of_config(&names),
        File::Register(taxonomy) => match names.as_slice() {
            [_, "parent"] => Some(Meaning::Term(taxonomy.clone())),
            [_, ..] => of_fields(&config?.taxonomy(taxonomy)?.fields, &path[1..]),
            [] => None,
        },
        File::Sidecar => (names.get(1) == Some(&"licence")).then_some(Meaning::Licence),
        File::Article(_) | File::Section(_) => {
            let built_in = match names.as_slice() {
                ["cover"] => Some(Meaning::Image),
                ["licence"] => Some(Meaning::Licence),
                ["template"] => Some(Meaning::Template),
                ["type"] => Some(Meaning::ContentType),
                ["translation", "of"] => Some(Meaning::Lang),
                ["translators"] | ["translators", "-"] => Some(Meaning::Term("authors".to_owned())),
                [taxonomy] | [taxonomy, "-"] if config?.taxonomy(taxonomy).is_some() => {
                    Some(Meaning::Term((*taxonomy).to_owned()))
                }
                _ => None,
            };
            built_in.or_else(|| of_fields(&content_type?.fields, path))
        }
        File::Template | File::Other => None,
    }
}

fn of_config(names: &[&str]) -> Option<Meaning> {
    Some(match names {
        ["timezone"] => Meaning::Timezone,
        ["theme"] | ["theme", "name"] => Meaning::Theme,
        ["licence"] => Meaning::Licence,
        ["publisher", "logo"] | ["partners", _, "logo"] => Meaning::Static,
        ["menus", _, "-", "page"] => Meaning::ContentPath,
        ["menus", _, "-", "taxonomy"] => Meaning::Taxonomy,
        ["content_types", _, "folder"] => Meaning::Folder,
        ["content_types", _, "template"] => Meaning::Template,
        ["content_types" | "taxonomies", _, .., "taxonomy"] => Meaning::Taxonomy,
        _ => return None,
    })
}

/// Finds what the value at a path of declared fields stands for.
fn of_fields(fields: &[Field], path: &[Step]) -> Option<Meaning> {
    let (first, rest) = path.split_first()?;
    let field = fields.iter().find(|field| Some(field.name.as_str()) == first.key())?;
    of_type(&field.field_type, rest)
}

fn of_type(field_type: &FieldType, path: &[Step]) -> Option<Meaning> {
    match (field_type, path) {
        (FieldType::List(inner), [Step::Item, rest @ ..]) => of_type(inner, rest),
        (FieldType::Object(fields), _) => of_fields(fields, path),
        (FieldType::Term(taxonomy), []) => Some(Meaning::Term(taxonomy.clone())),
        (FieldType::Reference, []) => Some(Meaning::Reference),
        (FieldType::Image, []) => Some(Meaning::Image),
        (FieldType::File, []) => Some(Meaning::File),
        _ => None,
    }
}

/// Finds what an argument of a shortcode stands for.
pub(super) fn of_shortcode(name: &str, path: &[Step]) -> Option<Meaning> {
    let kind = SHORTCODES.iter().find(|kind| kind.name == name)?;
    of_arguments(kind.arguments, path)
}

fn of_arguments(arguments: &[Argument], path: &[Step]) -> Option<Meaning> {
    let (first, rest) = path.split_first()?;
    let argument = arguments.iter().find(|argument| Some(argument.name) == first.key())?;
    match (argument.holds, rest) {
        (Holds::List(inner), [Step::Item, rest @ ..]) => of_arguments(inner, rest),
        (Holds::Link, []) => Some(Meaning::Link),
        (Holds::Image, []) => Some(Meaning::Image),
        (Holds::File, []) => Some(Meaning::File),
        (Holds::Lang, []) => Some(Meaning::Lang),
        (Holds::Licence, []) => Some(Meaning::Licence),
        _ => None,
    }
}
