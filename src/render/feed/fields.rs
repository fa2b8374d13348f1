//! What the fields of an article say in prose, for feeds: readers of a feed see no template, and what
//! stands in fields alone would be lost to them.

use crate::document::{Document, dialect};
use crate::markdown;
use crate::schema::{Field, Localised, Value, Values};
use crate::site::{LangId, PageId};

use super::super::escape::escape;
use super::super::resolver::Resolver;
use super::super::snapshot::Snapshot;

/// The prose and the key figures of a page, in the order in which its type declares them, each below
/// the words that the theme has for it.
pub(super) fn html(snapshot: &Snapshot, id: PageId, resolver: &Resolver) -> String {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let declared = &site.type_of(article).fields;
    let values = page.document.fields.with(&article.shared().fields, declared);
    let writer = Writer { snapshot, document: &page.document, lang: page.lang, resolver };
    declared.iter().filter_map(|field| writer.field(field, &values)).collect()
}

struct Writer<'s> {
    snapshot: &'s Snapshot,
    document: &'s Document,
    lang: LangId,
    resolver: &'s Resolver<'s>,
}

impl Writer<'_> {
    fn field(&self, field: &Field, values: &Values) -> Option<String> {
        let value = &values.get(&field.name)?.value;
        let (count, text) = match value {
            Value::RichText(text) | Value::Markdown(text) => (1, self.prose(text)),
            Value::List(items) => {
                let items: Vec<String> = items.iter().filter_map(|item| self.item(item)).collect();
                let list = items.iter().map(|item| format!("<li>{item}</li>\n")).collect::<String>();
                (items.len(), if items.is_empty() { list } else { format!("<ul>\n{list}</ul>\n") })
            }
            _ => return None,
        };
        (!text.is_empty()).then(|| self.heading(&field.name, count) + &text)
    }

    /// The theme's own words for a field; none when it has none.
    fn heading(&self, field: &str, count: usize) -> String {
        let key = field.replace('_', "-");
        let text = self.snapshot.string(self.lang, &key, &[("count", &count.to_string())]);
        if text == key { String::new() } else { format!("<p><strong>{}</strong></p>\n", escape(&text)) }
    }

    fn item(&self, value: &Value) -> Option<String> {
        match value {
            Value::RichText(text) | Value::Markdown(text) => Some(self.prose(text).trim_end().to_owned()),
            Value::Object(values) => self.figure(values),
            _ => None,
        }
    }

    /// A key figure: a value of something, with its unit, year and source.
    fn figure(&self, values: &Values) -> Option<String> {
        let text = |name: &str| match &values.get(name)?.value {
            Value::Text(text) => Some(escape(self.best(text))),
            _ => None,
        };
        let (value, label) = (text("value")?, text("label")?);
        let value = [Some(value), text("unit")].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let origin = [text("year"), text("source")].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let origin = if origin.is_empty() { origin } else { format!(" ({origin})") };
        Some(format!("<strong>{value}</strong> {label}{origin}"))
    }

    fn prose(&self, text: &Localised) -> String {
        let dialect = dialect(&self.snapshot.site.config, &self.document.place.lang);
        let body = markdown::parse(self.best(text), &self.document.path, 0, &dialect).value;
        markdown::feed_html(&body, self.resolver)
    }

    fn best<'t>(&self, text: &'t Localised) -> &'t str {
        let site = &self.snapshot.site;
        text.best(site.lang(self.lang), site.languages())
    }
}
