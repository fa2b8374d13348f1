//! The registers of terms as collections of files: one form a term.

use serde_yaml::Value;

use crate::config::Taxonomy;
use crate::document::{Register, TermEntry};

use super::Forms;
use super::declared::{Place, TEXTS_WIDGET, widget};
use super::entry::Entry;

/// Every register that has terms.
pub(super) fn registers(forms: &Forms) -> Vec<Value> {
    let mut files: Vec<Value> = Vec::new();
    for (path, register) in &forms.documents.registers {
        let Some(taxonomy) = forms.config.taxonomy(&register.taxonomy) else { continue };
        if register.terms.is_empty() {
            continue;
        }
        let fields: Vec<Value> = register.terms.iter().map(|entry| term(forms, taxonomy, register, entry)).collect();
        let file = Entry::new().with("name", taxonomy.id.as_str()).with("label", forms.taxonomy_label(taxonomy));
        files.push(file.with("file", path.as_str()).with("fields", fields).into());
    }
    if files.is_empty() {
        return Vec::new();
    }
    let entry = Entry::new().with("name", "terms").with("label", forms.phrase("cms-terms"));
    let entry = entry.with("description", forms.phrase("cms-terms-hint")).with("format", "yaml");
    vec![entry.with("files", files).into()]
}

fn term(forms: &Forms, taxonomy: &Taxonomy, register: &Register, term: &TermEntry) -> Value {
    let text = |name: &str, label: &str, is_required: bool| {
        let kind = if forms.languages.len() > 1 { TEXTS_WIDGET } else { "string" };
        let entry = Entry::new().with("name", name).with("label", forms.phrase(label)).and(widget(kind));
        let entry = entry.with_if(name == "blurb" && forms.languages.len() > 1, "lines", "many");
        entry.with("required", is_required)
    };
    let mut fields: Vec<Value> = vec![
        text("name", "cms-name", true).into(),
        text("slug", "cms-slug", false).into(),
        parent(forms, register, term).into(),
        text("blurb", "cms-blurb", false).into(),
    ];
    let address = Entry::new().with("name", "item").with("label", forms.phrase("cms-item")).and(widget("string"));
    let aliases = Entry::new().with("name", "aliases").with("label", forms.phrase("cms-term-aliases"));
    let aliases = aliases.and(widget("list")).with("required", false).with("default", Vec::<Value>::new());
    fields.push(aliases.with("field", address).into());
    fields.extend(forms.declared(&taxonomy.fields, |_| Place::Shared));
    let entry = Entry::new().with("name", term.id.text.as_str()).with("label", forms.best(&term.name));
    entry.and(widget("object")).with("collapsed", true).with("fields", fields).into()
}

/// The terms that a term may stand below: all but itself.
fn parent(forms: &Forms, register: &Register, term: &TermEntry) -> Entry {
    let entry = Entry::new().with("name", "parent").with("label", forms.phrase("cms-parent"));
    let others = register.terms.iter().filter(|other| other.id.text != term.id.text);
    let option = |other: &TermEntry| {
        Value::from(Entry::new().with("label", forms.best(&other.name)).with("value", other.id.text.as_str()))
    };
    let options: Vec<Value> = others.map(option).collect();
    let widget = if options.is_empty() { widget("string") } else { widget("select").with("options", options) };
    entry.and(widget).with("required", false)
}
