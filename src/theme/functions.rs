//! What templates can call: `t`, `styles`, `asset`, `link`, and the filters `number`, `list`,
//! `size`. Tera wants to know the names when it compiles; what they do is known when a snapshot
//! is made.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::base::Lang;
use crate::locale::Locale;

use super::strings::{StringArgument, Strings};
use super::styles::Styles;

/// Gives the URL of a static file of the theme, ready for `href`.
pub type AssetUrl = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// Gives the URL of a content path in a language, ready for `href`.
pub type LinkUrl = Arc<dyn Fn(&str, &Lang) -> Option<String> + Send + Sync>;

/// What the functions of one snapshot know.
#[derive(Clone)]
pub struct Bindings {
    pub locales: Arc<BTreeMap<Lang, Locale>>,
    pub asset_url: AssetUrl,
    pub link_url: LinkUrl,
}

/// The functions and filters that read the page's language.
pub(super) const IN_A_LANGUAGE: [&str; 5] = ["t", "link", "number", "list", "size"];

const FUNCTIONS: [&str; 4] = ["t", "styles", "asset", "link"];
const FILTERS: [&str; 3] = ["number", "list", "size"];

/// An engine without templates that knows all names.
pub(super) fn prepared() -> Tera {
    let mut tera = Tera::new();
    for name in FUNCTIONS {
        tera.register_function(name, |_: Kwargs, _: &State| unbound());
    }
    for name in FILTERS {
        tera.register_filter(name, |_: Value, _: Kwargs, _: &State| unbound());
    }
    tera
}

fn unbound() -> TeraResult<Value> {
    Err(Error::message("this theme is not bound to a site"))
}

/// Gives the functions what they know.
pub(super) fn bind(tera: &mut Tera, strings: &Arc<Strings>, styles: &Arc<Styles>, bindings: &Bindings) {
    let (strings, styles) = (Arc::clone(strings), Arc::clone(styles));
    let locales = Arc::clone(&bindings.locales);
    tera.register_function("t", move |kwargs: Kwargs, state: &State| {
        let (lang, _) = language("t", &locales, state)?;
        string(&strings, lang, &kwargs)
    });
    tera.register_function("styles", move |kwargs: Kwargs, _: &State| sheets(&styles, &kwargs));
    let url = Arc::clone(&bindings.asset_url);
    tera.register_function("asset", move |kwargs: Kwargs, _: &State| {
        let path = kwargs.must_get::<&str>("path")?;
        url(path).ok_or_else(|| Error::message(format!("the theme has no static file `{path}`")))
    });
    let (url, locales) = (Arc::clone(&bindings.link_url), Arc::clone(&bindings.locales));
    tera.register_function("link", move |kwargs: Kwargs, state: &State| {
        let (lang, _) = language("link", &locales, state)?;
        let path = kwargs.must_get::<&str>("to")?;
        url(path, lang).ok_or_else(|| Error::message(format!("nothing in this publication answers to `{path}`")))
    });
    let locales = Arc::clone(&bindings.locales);
    tera.register_filter("number", move |value: Value, _: Kwargs, state: &State| {
        let (_, locale) = language("number", &locales, state)?;
        number(&value, locale)
    });
    let locales = Arc::clone(&bindings.locales);
    tera.register_filter("list", move |value: Value, _: Kwargs, state: &State| {
        let (_, locale) = language("list", &locales, state)?;
        list(&value, locale, state)
    });
    let locales = Arc::clone(&bindings.locales);
    tera.register_filter("size", move |bytes: u64, _: Kwargs, state: &State| {
        let (_, locale) = language("size", &locales, state)?;
        TeraResult::Ok(locale.size(bytes))
    });
}

/// The language of the page that is being rendered.
fn language<'l>(name: &str, locales: &'l BTreeMap<Lang, Locale>, state: &State) -> TeraResult<(&'l Lang, &'l Locale)> {
    let Some(lang) = state.get::<String>("lang")? else {
        return Err(Error::message(needs_language(name)));
    };
    let found = locales.iter().find(|(known, _)| known.as_str() == lang);
    found.ok_or_else(|| Error::message(format!("`lang` is `{lang}`, which is not a language of this publication")))
}

/// A component sees nothing of its caller's scope that it does not ask for.
pub(super) fn needs_language(name: &str) -> String {
    format!("`{name}` needs the page's language: a component that uses it must have `@lang` among its arguments")
}

fn string(strings: &Strings, lang: &Lang, kwargs: &Kwargs) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let mut arguments = FluentArgs::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
        arguments.set(name.to_owned(), argument(key, name, value)?);
    }
    let messages = strings.of(lang);
    let Some((text, errors)) = messages.and_then(|messages| messages.format(key, &arguments)) else {
        return Err(Error::message(format!("there is no string `{key}` in `{lang}`")));
    };
    match errors.first() {
        None => Ok(text),
        Some(_) => Err(Error::message(format!("the string `{key}` in `{lang}`: {}", errors.join(", ")))),
    }
}

fn argument(key: &str, name: &str, value: &Value) -> TeraResult<FluentValue<'static>> {
    if let Some(number) = value.as_f64().filter(|_| value.is_number()) {
        return Ok(StringArgument::Number(number).fluent(name));
    }
    match (value.as_str(), value.as_bool()) {
        (Some(text), _) => Ok(StringArgument::Text(text).fluent(name)),
        (_, Some(boolean)) => Ok(StringArgument::Text(if boolean { "true" } else { "false" }).fluent(name)),
        _ => {
            let found = value.name();
            Err(Error::message(format!("`${name}` of the string `{key}` must be a text or a number, not {found}")))
        }
    }
}

fn sheets(styles: &Styles, kwargs: &Kwargs) -> TeraResult<Value> {
    let mut css = String::new();
    for name in kwargs.must_get::<Vec<String>>("names")? {
        let sheet = styles.get(&name);
        css.push_str(sheet.ok_or_else(|| Error::message(format!("the theme has no style sheet `{name}`")))?);
    }
    Ok(Value::safe_string(&css))
}

fn number(value: &Value, locale: &Locale) -> TeraResult<String> {
    // A number with a fraction may still be whole: 3.0 is written "3".
    match (value.as_i64(), value.as_f64()) {
        _ if !value.is_number() => Err(wrong("number", "a number", value)),
        (Some(integer), _) => Ok(locale.integer(integer)),
        (None, Some(decimal)) => Ok(locale.decimal(decimal)),
        (None, None) => Ok(value.to_string()),
    }
}

fn list(value: &Value, locale: &Locale, state: &State) -> TeraResult<Value> {
    let items = value.as_array().ok_or_else(|| wrong("list", "a list of texts", value))?;
    let text = |item: &Value| match item.is_string() || item.is_number() {
        true => state.escape_if_needed(item),
        false => Err(wrong("list", "a list of texts", item)),
    };
    let texts = items.iter().map(text).collect::<TeraResult<Vec<String>>>()?;
    Ok(Value::safe_string(&locale.list(&texts)))
}

fn wrong(filter: &str, expected: &str, value: &Value) -> Error {
    Error::message(format!("`{filter}` wants {expected}, not {}", value.name()))
}
