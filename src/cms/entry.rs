//! A mapping of the configuration, in the order in which people read it.

use serde_yaml::{Mapping, Value};

/// A mapping whose keys stay in the order in which they were given.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Entry(Mapping);

impl Entry {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// With this key as well, in place of one of the same name.
    #[must_use]
    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.into(), value.into());
        self
    }

    /// With this key, if it applies.
    #[must_use]
    pub(super) fn with_if(self, applies: bool, key: &str, value: impl Into<Value>) -> Self {
        if applies { self.with(key, value) } else { self }
    }

    /// With the keys of another after its own.
    #[must_use]
    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    pub(super) fn to_yaml(&self) -> String {
        // Texts, numbers, switches, lists and mappings can always be written.
        serde_yaml::to_string(&self.0).unwrap_or_default()
    }
}

impl From<Entry> for Value {
    fn from(entry: Entry) -> Self {
        Self::Mapping(entry.0)
    }
}
