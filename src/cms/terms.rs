//! Terms to choose from: those of the register, else those that articles use.

use std::collections::BTreeMap;

use serde_yaml::Value;

use crate::config::Taxonomy;
use crate::document::{Register, TermEntry};

use super::Forms;
use super::declared::widget;
use super::entry::Entry;

impl Forms<'_> {
    /// The register of a taxonomy.
    fn register(&self, taxonomy: &str) -> Option<&Register> {
        let registers = self.documents.registers.values();
        registers.map(AsRef::as_ref).find(|register| register.taxonomy == taxonomy && !register.terms.is_empty())
    }

    /// One term.
    pub(super) fn term(&self, taxonomy: &str) -> Entry {
        match self.options(taxonomy) {
            Some(options) => widget("select").with("options", options),
            None => widget("string"),
        }
    }

    /// Several terms.
    pub(super) fn terms(&self, taxonomy: &str) -> Entry {
        match self.options(taxonomy) {
            Some(options) => widget("select").with("multiple", true).with("options", options),
            None => widget("list").with("default", Vec::<Value>::new()),
        }
    }

    /// The terms of a taxonomy with their names; none when nobody has any, because nothing could
    /// be chosen then.
    pub(super) fn options(&self, taxonomy: &str) -> Option<Vec<Value>> {
        let terms: Vec<(String, String)> = match self.register(taxonomy) {
            Some(register) => {
                register.terms.iter().map(|term| (term.id.text.clone(), self.path(register, term))).collect()
            }
            None => self.used(taxonomy).into_iter().map(|name| (name.clone(), name)).collect(),
        };
        let option = |(id, name): (String, String)| Entry::new().with("label", name).with("value", id).into();
        (!terms.is_empty()).then(|| terms.into_iter().map(option).collect())
    }

    /// The name of a term below those of its parents: `Maluku › Ambon`.
    fn path(&self, register: &Register, term: &TermEntry) -> String {
        let mut names = vec![self.best(&term.name)];
        let mut at = term;
        // A register that runs in circles is told of elsewhere.
        while let Some(parent) = at.parent.as_ref().filter(|_| names.len() < 8) {
            let Some(found) = register.terms.iter().find(|known| known.id.text == parent.text) else { break };
            names.push(self.best(&found.name));
            at = found;
        }
        names.reverse();
        names.join(" › ")
    }

    fn used(&self, taxonomy: &str) -> Vec<String> {
        let documents = self.documents.articles.values();
        let names = documents.filter_map(|document| document.shared.terms.get(taxonomy)).flatten();
        let names: BTreeMap<String, ()> = names.map(|name| (name.text.clone(), ())).collect();
        names.into_keys().collect()
    }

    /// What a taxonomy is called.
    pub(super) fn taxonomy_label(&self, taxonomy: &Taxonomy) -> String {
        self.best(&taxonomy.name)
    }
}
