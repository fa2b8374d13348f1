//! Values of declared fields, as templates see them.

use tera::Value as Shown;

use crate::document::Place;
use crate::markdown::Picture;
use crate::schema::{Field, FieldType, Localised, Value, Values};
use crate::site::{Destination, LangId};

use super::licence;
use super::resolver::Resolver;
use super::snapshot::Snapshot;
use super::value::{date, html, list, named, object, optional};

/// Whose values are shown, and to readers of which language.
pub(super) struct Showing<'s> {
    pub(super) snapshot: &'s Snapshot,
    /// Where paths are looked for.
    pub(super) place: &'s Place,
    pub(super) resolver: Resolver<'s>,
    pub(super) lang: LangId,
}

/// All declared fields: what was not given is none, or an empty list.
pub(super) fn fields(declared: &[Field], values: &Values, showing: &Showing) -> Shown {
    named(declared.iter().map(|field| {
        let value = values.get(&field.name).map(|given| show(&given.value, &field.field_type, showing));
        (field.name.as_str(), value.unwrap_or_else(|| absent(&field.field_type)))
    }))
}

fn absent(field_type: &FieldType) -> Shown {
    match field_type {
        FieldType::List(_) => list([]),
        _ => Shown::none(),
    }
}

fn show(value: &Value, field_type: &FieldType, showing: &Showing) -> Shown {
    match value {
        Value::Text(text) => best(text, showing).into(),
        Value::RichText(text) => html(&showing.resolver.inline(best(text, showing))),
        Value::Markdown(text) => html(&showing.resolver.blocks(best(text, showing))),
        Value::Integer(number) => (*number).into(),
        Value::Decimal(number) => (*number).into(),
        Value::Boolean(value) => (*value).into(),
        Value::Enum(id) => id.as_str().into(),
        Value::Moment(moment) => date(moment, showing.snapshot.locale(showing.lang), &showing.snapshot.site),
        Value::Term { taxonomy, id, .. } => term(taxonomy, id, showing),
        Value::Reference { target, .. } => reference(target, showing),
        Value::Image { path, .. } => optional(showing.resolver.picture(path).map(|picture| image(&picture, false))),
        Value::File { path, .. } => file(path, showing),
        Value::Object(values) => match field_type {
            FieldType::Object(declared) => fields(declared, values, showing),
            _ => Shown::none(),
        },
        Value::List(values) => match field_type {
            FieldType::List(of) => list(values.iter().map(|value| show(value, of, showing))),
            _ => list([]),
        },
    }
}

fn best<'t>(text: &'t Localised, showing: &Showing) -> &'t str {
    let site = &showing.snapshot.site;
    text.best(site.lang(showing.lang), site.languages())
}

fn term(taxonomy: &str, id: &str, showing: &Showing) -> Shown {
    let site = &showing.snapshot.site;
    let found = site.taxonomy_id(taxonomy).and_then(|taxonomy| site.term_id(taxonomy, id));
    optional(found.map(|term| showing.snapshot.term_name(term, showing.lang)))
}

fn reference(target: &str, showing: &Showing) -> Shown {
    let site = &showing.snapshot.site;
    let Ok(Destination::Page(page, _)) = site.reference(showing.place, target) else {
        return Shown::none();
    };
    let page = site.page(page);
    object([
        ("title", page.document.title.as_str().into()),
        ("url", site.config.origin.href(&page.url).into()),
        ("lang", site.lang(page.lang).as_str().into()),
    ])
}

fn file(path: &str, showing: &Showing) -> Shown {
    let site = &showing.snapshot.site;
    let Some(medium) = site.medium(showing.place, path) else {
        return Shown::none();
    };
    object([
        ("url", site.config.origin.href(&medium.url).into()),
        ("name", medium.asset.path.file_name().into()),
        ("bytes", medium.asset.size.into()),
        ("media_type", medium.asset.media_type.name().into()),
        ("extension", medium.asset.path.extension().to_ascii_lowercase().into()),
    ])
}

/// A picture for templates.
pub(super) fn image(picture: &Picture, is_wide: bool) -> Shown {
    object([
        ("src", picture.src.as_str().into()),
        ("width", picture.width.into()),
        ("height", picture.height.into()),
        ("alt", picture.alt.as_str().into()),
        ("caption", html(&picture.caption)),
        ("credit", picture.credit.clone().unwrap_or_default().into()),
        ("licence", optional(picture.licence.as_ref().map(licence::value))),
        ("wide", is_wide.into()),
    ])
}
