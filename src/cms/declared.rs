//! Declared fields as widgets.

use serde_yaml::Value;

use crate::schema::{Field, FieldType};
use crate::yaml::{Kind, Node, Scalar};

use super::entry::Entry;
use super::{Forms, Vendor};

/// The widget for a text that is one for all languages, or one for each.
pub(super) const TEXTS_WIDGET: &str = "kabar-texts";

/// Whose text a field is, and whose form shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Each language has its own value.
    Translated,
    /// The value lives once, in the original: its texts may be in each language.
    Shared,
}

impl Forms<'_> {
    /// The widgets of declared fields.
    pub(super) fn declared(&self, fields: &[Field], place: impl Fn(&Field) -> Place) -> Vec<Value> {
        fields.iter().map(|field| self.field(field, place(field))).map(Value::from).collect()
    }

    fn field(&self, field: &Field, place: Place) -> Entry {
        let is_required = field.is_required && field.default.is_none();
        let label = label(&field.name);
        let widget = self.widget(&field.field_type, place);
        let mut entry = Entry::new().with("name", field.name.as_str()).with("label", label).and(widget);
        entry = entry.with("required", is_required);
        if let Some(default) = &field.default {
            entry = entry.with("default", plain(default));
        }
        if let Some(description) = &field.description {
            entry = entry.with("hint", self.best(description));
        }
        entry.with_if(place == Place::Translated, "i18n", true)
    }

    /// The widget of a type, without its name.
    pub(super) fn widget(&self, field_type: &FieldType, place: Place) -> Entry {
        match field_type {
            FieldType::Text => self.prose(place, false, || widget("string")),
            FieldType::RichText => self.prose(place, false, || Self::markdown().with("minimal", true)),
            FieldType::Markdown => self.prose(place, true, Self::markdown),
            FieldType::Integer => widget("number").with("value_type", "int"),
            FieldType::Decimal => self.decimal(),
            FieldType::Boolean => widget("boolean"),
            FieldType::Date => self.day(),
            FieldType::ZonedDateTime => self.zoned(),
            FieldType::Url => self.prose(place, false, || self.formed("^https?://[^\\s]+$", "cms-url")),
            FieldType::Email => self.prose(place, false, || self.formed("^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$", "cms-email")),
            FieldType::Enum(values) => widget("select").with("options", values.clone()),
            FieldType::Term(taxonomy) => self.term(taxonomy),
            FieldType::Reference => widget("string"),
            FieldType::Image => self.picture(),
            FieldType::File => widget("file").with("media_folder", "").with("public_folder", ""),
            FieldType::Object(fields) => {
                let fields = self.declared(fields, |_| place);
                widget("object").with("collapsed", true).with("fields", fields)
            }
            FieldType::List(item) => self.list(item, place),
        }
    }

    fn list(&self, item: &FieldType, place: Place) -> Entry {
        // An empty list is said, because Decap would begin with an item made of its defaults.
        let list = || widget("list").with("default", Vec::<Value>::new());
        match item {
            FieldType::Term(taxonomy) => self.terms(taxonomy),
            FieldType::Object(fields) => {
                let fields = self.declared(fields, |_| place);
                list().with("collapsed", true).with("fields", fields)
            }
            // Decap shows no list of mappings that have one widget.
            item if self.is_in_each(item, place) => {
                self.widget(item, place).with("multiple", true).with("default", Vec::<Value>::new())
            }
            item => {
                let inner = Entry::new().with("name", "item").with("label", self.phrase("cms-item"));
                let inner = inner.and(self.widget(item, place)).with_if(place == Place::Translated, "i18n", true);
                list().with("field", inner)
            }
        }
    }

    /// A widget for a text of one language, or ours for one text or several.
    fn prose(&self, place: Place, is_long: bool, one: impl FnOnce() -> Entry) -> Entry {
        if place == Place::Translated || self.languages.len() == 1 {
            return one();
        }
        widget(TEXTS_WIDGET).with_if(is_long, "lines", "many")
    }

    /// Says whether a text of this type may be given in each language.
    fn is_in_each(&self, field_type: &FieldType, place: Place) -> bool {
        let is_text = matches!(
            field_type,
            FieldType::Text | FieldType::RichText | FieldType::Markdown | FieldType::Url | FieldType::Email
        );
        is_text && place == Place::Shared && self.languages.len() > 1
    }

    /// Markdown as it is written: the rich modes of these programs rewrite what they do not know,
    /// anchors, footnotes, callouts and blocks with a name among it.
    pub(super) fn markdown() -> Entry {
        widget("markdown").with("modes", vec!["raw".to_owned()])
    }

    fn formed(&self, pattern: &str, fault: &str) -> Entry {
        widget("string").with("pattern", vec![pattern.to_owned(), self.phrase(fault)])
    }

    pub(super) fn picture(&self) -> Entry {
        widget("image").with("media_folder", "").with("public_folder", "")
    }

    fn decimal(&self) -> Entry {
        let number = widget("number").with("value_type", "float");
        match self.vendor {
            Vendor::Sveltia => number,
            // Otherwise Decap steps by whole numbers.
            Vendor::Decap => number.with("step", 0.01),
        }
    }

    fn day(&self) -> Entry {
        let day = widget("datetime").with("format", "YYYY-MM-DD");
        match self.vendor {
            Vendor::Sveltia => day.with("type", "date"),
            Vendor::Decap => day.with("date_format", "YYYY-MM-DD").with("time_format", false),
        }
    }

    /// A moment as people write it. The calendars of these programs know no zones by name, and would
    /// lose that of the place where something happens.
    fn zoned(&self) -> Entry {
        let clock = "([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?";
        self.formed(&format!("^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{clock}( [A-Za-z_]+/[A-Za-z_/+-]+)?$"), "cms-moment")
    }

    /// A moment of the front matter with its offset: in the publication's zone where the program can
    /// be told, else in the editor's. As people write it where one of them has named a zone.
    pub(super) fn moment(&self, key: &str) -> Entry {
        let names_zone =
            self.documents.articles.values().any(|document| {
                document.shared.keys.iter().any(|(name, value)| name.text == key && value.contains('/'))
            });
        if names_zone {
            return self.zoned();
        }
        let moment = widget("datetime").with("format", "YYYY-MM-DDTHH:mmZ");
        match (self.vendor, self.config.timezone.name()) {
            (Vendor::Sveltia, Some(zone)) => moment.with("input_timezone", zone),
            _ => moment,
        }
    }
}

pub(super) fn widget(name: &str) -> Entry {
    Entry::new().with("widget", name)
}

/// `key_figures` as people read it.
fn label(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A default as it was declared.
fn plain(node: &Node) -> Value {
    match &node.kind {
        Kind::Scalar { text, .. } => match node.scalar() {
            Some(Scalar::Boolean(value)) => value.into(),
            Some(Scalar::Integer(value)) => value.into(),
            Some(Scalar::Decimal(value)) => value.into(),
            Some(Scalar::Null) => Value::Null,
            Some(Scalar::Text(_)) | None => text.as_str().into(),
        },
        Kind::List(items) => items.iter().map(plain).collect::<Vec<_>>().into(),
        Kind::Mapping(entries) => {
            entries.iter().fold(Entry::new(), |all, entry| all.with(&entry.key, plain(&entry.value))).into()
        }
    }
}
