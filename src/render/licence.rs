//! Licences as readers see them.

use tera::Value;

use crate::config;
use crate::config::Grant;
use crate::markdown::Licence;
use crate::site::LangId;

use super::snapshot::Snapshot;
use super::value::object;

/// Name and address of a licence, for readers of a language.
pub(super) fn licence(snapshot: &Snapshot, lang: LangId, written: &str) -> Licence {
    let read = config::Licence::of(written);
    let name = match read.grant {
        Grant::Reserved => snapshot.string(lang, "all-rights-reserved", &[]),
        Grant::Open(_) | Grant::Unknown => read.name,
    };
    Licence { name, url: read.url }
}

/// A licence for templates.
pub(super) fn value(licence: &Licence) -> Value {
    object([("name", licence.name.as_str().into()), ("url", licence.url.clone().unwrap_or_default().into())])
}
