//! The words that stand in the fields of an article's type: lessons, problems, results, the labels
//! of figures. They are searched as its body is.
//!
//! **Invariant:** only prose is searched; addresses, choices and names of files are no words that a
//! reader has read. Names of terms are searched as names.

use crate::markdown::{self, Dialect};
use crate::schema::{Field, FieldType, Value, Values};
use crate::site::{Page, Site};

/// Adds the prose of a page's fields, in the order of their declaration, one block a line.
pub(super) fn add(site: &Site, page: &Page, dialect: &Dialect, text: &mut String) {
    let article = site.article(page.article);
    let declared = &site.type_of(article).fields;
    let values = page.document.fields.with(&article.shared().fields, declared);
    add_all(&values, declared, Scope { site, dialect }, text);
}

#[derive(Clone, Copy)]
struct Scope<'s> {
    site: &'s Site,
    dialect: &'s Dialect,
}

fn add_all(values: &Values, declared: &[Field], scope: Scope<'_>, text: &mut String) {
    for field in declared {
        if let Some(found) = values.get(&field.name) {
            add_value(&found.value, &field.field_type, scope, text);
        }
    }
}

fn add_value(value: &Value, declared: &FieldType, scope: Scope<'_>, text: &mut String) {
    let Scope { site, dialect } = scope;
    match (value, declared) {
        (Value::Text(prose), FieldType::Text) => add_line(prose.best(&dialect.lang, site.languages()), text),
        (Value::RichText(prose), _) => {
            add_line(&markdown::plain(prose.best(&dialect.lang, site.languages()), dialect), text);
        }
        (Value::Markdown(prose), _) => {
            add_line(&markdown::plain_blocks(prose.best(&dialect.lang, site.languages()), dialect), text);
        }
        (Value::Object(values), FieldType::Object(fields)) => add_all(values, fields, scope, text),
        (Value::List(values), FieldType::List(of)) => {
            values.iter().for_each(|value| add_value(value, of, scope, text));
        }
        _ => {}
    }
}

fn add_line(line: &str, text: &mut String) {
    let line = line.trim();
    if line.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}
