//! The keys of the front matter that need no declaration, as widgets.

use serde_yaml::Value;

use crate::base::Lang;
use crate::config::ContentType;
use crate::schema::FieldType;

use super::Forms;
use super::declared::{Place, widget};
use super::entry::Entry;

impl Forms<'_> {
    /// The form of an article: what each language has for itself, then what lives in the original.
    pub(super) fn article(&self, content_type: &ContentType, original: &Lang) -> Vec<Value> {
        let mark = Entry::new().with("name", "original").and(widget("hidden"));
        let mark = mark.with("default", original.as_str()).with("i18n", "duplicate");
        let mut all: Vec<Value> = vec![mark.into()];
        all.extend(self.own());
        let declared = |is_translated: bool| {
            let fields = content_type.fields.iter().filter(move |field| field.is_translated == is_translated);
            fields.cloned().collect::<Vec<_>>()
        };
        all.extend(self.declared(&declared(true), |_| Place::Translated));
        let body = Self::markdown().with("required", false);
        all.push(localised(self.key("body", "cms-body", "cms-body-hint", body)).into());
        all.extend(self.shared(content_type));
        all.extend(self.declared(&declared(false), |_| Place::Shared));
        all.push(self.translators().into());
        all.push(self.corrections().into());
        if self.languages.len() > 1 {
            all.push(self.translation().into());
        }
        all
    }

    /// The form of a section's own text, in all languages or in the one of its file.
    pub(super) fn section(&self, is_localised: bool) -> Vec<Value> {
        let number = widget("number").with("value_type", "int").with("min", 1).with("max", 1000);
        let order = widget("select").with("options", ["date", "title", "order"].map(str::to_owned).to_vec());
        let optional = |entry: Entry| entry.with("required", false);
        let mut all = self.texts();
        all.extend([
            self.key("paginate_by", "cms-paginate-by", "schema-front-paginate-by", optional(number)),
            self.key("sort_by", "cms-sort-by", "schema-front-sort-by", optional(order)),
            self.key("body", "cms-body", "cms-body-hint", optional(Self::markdown())),
        ]);
        all.into_iter().map(|entry| entry.with_if(is_localised, "i18n", true).into()).collect()
    }

    /// A key with its label and hint.
    fn key(&self, name: &str, label: &str, hint: &str, widget: Entry) -> Entry {
        let entry = Entry::new().with("name", name).with("label", self.phrase(label)).and(widget);
        entry.with("hint", self.phrase(hint))
    }

    fn texts(&self) -> Vec<Entry> {
        let slug = widget("string").with("required", false);
        let slug = slug.with("pattern", vec!["^[a-z0-9]+(-[a-z0-9]+)*$".to_owned(), self.phrase("cms-slug-pattern")]);
        let address = Entry::new().with("name", "item").with("label", self.phrase("cms-item")).and(widget("string"));
        let aliases = widget("list").with("required", false).with("default", Vec::<Value>::new());
        vec![
            self.key("title", "cms-title", "schema-front-title", widget("string").with("required", true)),
            self.key("slug", "cms-slug", "schema-front-slug", slug),
            self.key("summary", "cms-summary", "schema-front-summary", widget("text").with("required", false)),
            self.key("aliases", "cms-aliases", "schema-front-aliases", aliases.with("field", address)),
        ]
    }

    fn own(&self) -> Vec<Value> {
        let mut all = self.texts();
        let switch = widget("boolean").with("required", false).with("default", false);
        all.push(self.key("draft", "cms-draft", "schema-front-draft", switch));
        all.into_iter().map(|entry| localised(entry).into()).collect()
    }

    fn shared(&self, content_type: &ContentType) -> Vec<Value> {
        let optional = |entry: Entry| entry.with("required", false);
        let mut all = vec![
            self.key("date", "cms-date", "schema-front-date", optional(self.moment("date"))),
            self.key("updated", "cms-updated", "schema-front-updated", optional(self.moment("updated"))),
            self.key("expires", "cms-expires", "schema-front-expires", optional(self.moment("expires"))),
        ];
        for taxonomy in &self.config.taxonomies {
            let entry = Entry::new().with("name", taxonomy.id.as_str()).with("label", self.taxonomy_label(taxonomy));
            all.push(optional(entry.and(self.terms(&taxonomy.id))));
        }
        all.push(self.key("cover", "cms-cover", "schema-front-cover", optional(self.picture())));
        all.push(self.key("licence", "cms-licence", "schema-front-licence", optional(widget("string"))));
        let extents = ["full", "summary", "none"].map(str::to_owned).to_vec();
        let feed = optional(widget("select").with("options", extents));
        all.push(self.key("feed", "cms-feed", "schema-front-feed", feed));
        let order = widget("number").with("value_type", "int");
        all.push(self.key("order", "cms-order", "schema-front-order", optional(order)));
        if content_type.in_listings {
            all.push(self.key("featured", "cms-featured", "schema-front-featured", optional(widget("boolean"))));
        }
        all.into_iter().map(Value::from).collect()
    }

    fn translators(&self) -> Entry {
        let people = self.widget(&FieldType::List(Box::new(FieldType::Term("authors".to_owned()))), Place::Translated);
        let entry = self.key("translators", "cms-translators", "schema-front-translators", people);
        localised(entry.with("required", false))
    }

    fn corrections(&self) -> Entry {
        let date = self.key("date", "cms-corrected-on", "schema-front-corrected-on", self.moment("date"));
        let text = self.key("text", "cms-correction", "schema-front-correction", widget("text"));
        let inner: Vec<Value> = [date, text].into_iter().map(|entry| localised(entry).into()).collect();
        let list = widget("list").with("required", false).with("default", Vec::<Value>::new()).with("fields", inner);
        localised(self.key("corrections", "cms-corrections", "schema-front-corrections", list))
    }

    /// What a translation says of itself: `original` has said of what it is one.
    fn translation(&self) -> Entry {
        let options = ["draft", "reviewed"].map(str::to_owned).to_vec();
        let state = widget("select").with("options", options).with("required", false);
        let hash = widget("string").with("required", false);
        let inner = [
            self.key("state", "cms-state", "schema-front-state", state),
            self.key("source_hash", "cms-source-hash", "schema-front-source-hash", hash),
        ];
        let inner: Vec<Value> = inner.into_iter().map(|entry| localised(entry).into()).collect();
        let object = widget("object").with("required", false).with("collapsed", true).with("fields", inner);
        let object = self.key("translation", "cms-translation", "cms-translation-hint", object);
        localised(object)
    }
}

fn localised(entry: Entry) -> Entry {
    entry.with("i18n", true)
}
