//! `figure-without-source`: key figures that nobody can rely on.

use crate::check::{Publication, Text};
use crate::diagnostic::{Diagnostic, Problem};
use crate::schema::{Field, FieldType, Value, Values};

/// Looks for key figures without year or source: in the shortcode `{key-figures}`, and in fields
/// whose declaration has `value`, `year` and `source`.
///
/// A year in words (“tahun tidak dirinci”) is one: it tells readers what is known.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for text in &publication.texts {
        for figure in &text.remarks.figures {
            if let Some(lacks) = lacks(figure.has_year, figure.has_source) {
                let problem = Problem::FigureWithoutSource { label: figure.label.clone(), lacks: lacks.to_owned() };
                out.push(Diagnostic::at(figure.span.clone(), problem));
            }
        }
        let Some(article) = text.article else { continue };
        let declared = &publication.site.type_of(article).fields;
        let shared = text.is_original().then_some(&article.shared().fields);
        for values in shared.into_iter().chain([&text.document.fields]) {
            fields(publication, text, declared, values, out);
        }
    }
}

fn lacks(has_year: bool, has_source: bool) -> Option<&'static str> {
    match (has_year, has_source) {
        (true, true) => None,
        (false, true) => Some("year"),
        (true, false) => Some("source"),
        (false, false) => Some("both"),
    }
}

fn fields(publication: &Publication, text: &Text, declared: &[Field], values: &Values, out: &mut Vec<Diagnostic>) {
    for field in declared {
        let FieldType::List(item) = &field.field_type else { continue };
        let FieldType::Object(inner) = &**item else { continue };
        let has = |name: &str| inner.iter().any(|field| field.name == name);
        if !(has("value") && has("year") && has("source")) {
            continue;
        }
        let Some(Value::List(items)) = values.get(&field.name).map(|field| &field.value) else { continue };
        for item in items {
            let Value::Object(figure) = item else { continue };
            let lacks = lacks(figure.get("year").is_some(), figure.get("source").is_some());
            if let (Some(lacks), Some(value)) = (lacks, figure.get("value")) {
                let label = label(publication, text, figure);
                let problem = Problem::FigureWithoutSource { label, lacks: lacks.to_owned() };
                out.push(Diagnostic::at(value.span.clone(), problem));
            }
        }
    }
}

/// What a figure measures, in the text's language; the value where it does not say.
fn label(publication: &Publication, text: &Text, figure: &Values) -> String {
    let named = figure.get("label").or_else(|| figure.get("value"));
    match named.map(|field| &field.value) {
        Some(Value::Text(label) | Value::RichText(label)) => {
            label.best(&text.document.place.lang, publication.site.languages()).to_owned()
        }
        Some(value) => value.to_string(),
        None => String::new(),
    }
}
