//! What a form of the desk asks.

use std::collections::BTreeMap;

/// Names and values; empty values are as good as none.
#[derive(Debug)]
pub(super) struct Query(BTreeMap<String, String>);

impl Query {
    /// Reads what follows the question mark.
    pub(super) fn parse(text: &str) -> Self {
        let pairs = form_urlencoded::parse(text.as_bytes()).into_owned();
        Self(pairs.filter(|(_, value)| !value.trim().is_empty()).collect())
    }

    /// What is asked under a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| value.trim())
    }

    /// The same question with one value changed, or left out, as it is written in links.
    pub(super) fn with(&self, name: &str, value: Option<&str>) -> String {
        let mut pairs = self.0.clone();
        match value {
            Some(value) => drop(pairs.insert(name.to_owned(), value.to_owned())),
            None => drop(pairs.remove(name)),
        }
        written(&pairs)
    }
}

/// A question as it is written behind the question mark of a link.
pub(super) fn written<N: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (N, V)>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
