//! What the fields of an article say in prose, for those who see no template: readers of feeds, and
//! others who take the article along. What stands in fields alone would be lost to them.

use crate::document::{Document, dialect};
use crate::markdown::{self, Resolve, escaped, feed_html, portable_markdown, portable_text};
use crate::schema::{Field, Localised, Value, Values};
use crate::site::{LangId, PageId};

use super::escape::escape;
use super::snapshot::Snapshot;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Html,
    Markdown,
    Text,
}

/// The prose and the key figures of a page, in the order in which its type declares them, each below
/// the words that the theme has for it.
pub(super) fn prose_fields(snapshot: &Snapshot, id: PageId, resolve: &dyn Resolve, form: Form) -> String {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let declared = &site.type_of(article).fields;
    let values = page.document.fields.with(&article.shared().fields, declared);
    let writer = Writer { snapshot, document: &page.document, lang: page.lang, resolve, form };
    declared.iter().filter_map(|field| writer.field(field, &values)).collect()
}

impl Form {
    /// A text as it is.
    fn plain(self, text: &str) -> String {
        match self {
            Self::Html => escape(text),
            Self::Markdown => escaped(text),
            Self::Text => text.to_owned(),
        }
    }

    /// What is already written, with weight.
    fn strong(self, written: &str) -> String {
        match self {
            Self::Html => format!("<strong>{written}</strong>"),
            Self::Markdown => format!("**{written}**"),
            Self::Text => written.to_owned(),
        }
    }

    fn heading(self, text: &str) -> String {
        let strong = self.strong(&self.plain(text));
        match self {
            Self::Html => format!("<p>{strong}</p>\n"),
            Self::Markdown | Self::Text => format!("{strong}\n\n"),
        }
    }

    /// A block of its own: paragraphs, a list.
    fn block(self, written: String) -> String {
        match self {
            Self::Html => written,
            Self::Markdown | Self::Text if written.trim().is_empty() => String::new(),
            Self::Markdown | Self::Text => format!("{}\n\n", written.trim()),
        }
    }

    fn list(self, items: &[String]) -> String {
        let item = |item: &String| match self {
            Self::Html => format!("<li>{item}</li>\n"),
            // What belongs to an item stands in as far as its first word.
            Self::Markdown | Self::Text => format!("- {}\n", item.trim().replace('\n', "\n  ")),
        };
        let list: String = items.iter().map(item).collect();
        if self == Self::Html && !list.is_empty() { format!("<ul>\n{list}</ul>\n") } else { list }
    }
}

struct Writer<'s> {
    snapshot: &'s Snapshot,
    document: &'s Document,
    lang: LangId,
    resolve: &'s dyn Resolve,
    form: Form,
}

impl Writer<'_> {
    fn field(&self, field: &Field, values: &Values) -> Option<String> {
        let value = &values.get(&field.name)?.value;
        let (count, text) = match value {
            Value::RichText(text) | Value::Markdown(text) => (1, self.prose(text)),
            Value::List(items) => {
                let items: Vec<String> = items.iter().filter_map(|item| self.item(item)).collect();
                (items.len(), self.form.list(&items))
            }
            _ => return None,
        };
        let text = self.form.block(text);
        (!text.is_empty()).then(|| self.heading(&field.name, count) + &text)
    }

    /// The theme's own words for a field; none when it has none.
    fn heading(&self, field: &str, count: usize) -> String {
        let key = field.replace('_', "-");
        let text = self.snapshot.string(self.lang, &key, &[("count", &count.to_string())]);
        if text == key { String::new() } else { self.form.heading(&text) }
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
            Value::Text(text) => Some(self.form.plain(self.best(text))),
            _ => None,
        };
        let (value, label) = (text("value")?, text("label")?);
        let value = [Some(value), text("unit")].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let origin = [text("year"), text("source")].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let origin = if origin.is_empty() { origin } else { format!(" ({origin})") };
        Some(format!("{} {label}{origin}", self.form.strong(&value)))
    }

    fn prose(&self, text: &Localised) -> String {
        let dialect = dialect(&self.snapshot.site.config, &self.document.place.lang);
        let body = markdown::parse(self.best(text), &self.document.path, 0, &dialect).value;
        match self.form {
            Form::Html => feed_html(&body, self.resolve),
            Form::Markdown => portable_markdown(&body, self.resolve),
            Form::Text => portable_text(&body, self.resolve),
        }
    }

    fn best<'t>(&self, text: &'t Localised) -> &'t str {
        let site = &self.snapshot.site;
        text.best(site.lang(self.lang), site.languages())
    }
}
