//! Small values for templates: objects, dates, sizes of files.

use tera::value::{Key, Map};
use tera::Value;

use crate::base::Moment;
use crate::locale::Locale;
use crate::site::Site;

/// An object with the given keys, in this order.
pub(super) fn object<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    let mut map = Map::with_capacity(N);
    for (key, value) in entries {
        map.insert(Key::Str(key), value);
    }
    Value::from(map)
}

/// An object with keys that the publication chose.
pub(super) fn named<'k>(entries: impl IntoIterator<Item = (&'k str, Value)>) -> Value {
    let mut map = Map::new();
    for (key, value) in entries {
        map.insert(Key::from(key.to_owned()), value);
    }
    Value::from(map)
}

/// A list.
pub(super) fn list(values: impl IntoIterator<Item = Value>) -> Value {
    Value::from(values.into_iter().collect::<Vec<_>>())
}

/// HTML that templates must not escape.
pub(super) fn html(text: &str) -> Value {
    Value::safe_string(text)
}

/// A value or none.
pub(super) fn optional(value: Option<Value>) -> Value {
    value.unwrap_or_else(Value::none)
}

/// A day or moment in the words of a language.
pub(super) fn date(moment: &Moment, locale: &Locale, site: &Site) -> Value {
    let (time, zone) = match moment.has_time() {
        true => (locale.time(moment), locale.zone(moment, &site.config.timezone)),
        false => (String::new(), String::new()),
    };
    object([
        ("iso", moment.iso().into()),
        ("text", locale.date(moment).into()),
        ("short", locale.short_date(moment).into()),
        ("full", locale.full_date(moment).into()),
        ("year", i64::from(moment.year()).into()),
        ("time", time.into()),
        ("zone", zone.into()),
    ])
}
