//! The texts that stand in no article: buttons, labels, sentences with numbers. Fluent messages
//! of the theme and its overrides; templates ask by `t(key=…)`, the engine by [`Strings::get`].

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::base::Lang;
use crate::diagnostic::Span;
use crate::locale::Numbers;

/// The messages of every language of a publication.
#[derive(Default)]
pub struct Strings {
    languages: BTreeMap<Lang, Messages>,
}

/// The messages of one language, the strongest of each key.
pub(super) struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// Where each message was written.
    pub places: BTreeMap<String, Span>,
}

/// A value for a `$name` of a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum StringArgument<'a> {
    Text(&'a str),
    /// Written with the groups of the language, and what plurals are chosen by.
    Number(f64),
}

impl Strings {
    /// Says a message in a language; none when the language does not have it.
    ///
    /// A number called `year` has no groups.
    pub fn get(&self, lang: &Lang, key: &str, arguments: &[(&str, StringArgument<'_>)]) -> Option<String> {
        let messages = self.languages.get(lang)?;
        let arguments = arguments.iter().map(|(name, value)| (*name, value.fluent(name))).collect();
        Some(messages.format(key, &arguments)?.0)
    }

    /// The keys of a language, in order.
    pub fn keys(&self, lang: &Lang) -> impl Iterator<Item = &str> {
        self.languages.get(lang).into_iter().flat_map(|messages| messages.places.keys().map(String::as_str))
    }

    pub(super) fn of(&self, lang: &Lang) -> Option<&Messages> {
        self.languages.get(lang)
    }

    pub(super) fn languages(&self) -> impl Iterator<Item = (&Lang, &Messages)> {
        self.languages.iter()
    }

    pub(super) fn insert(&mut self, lang: Lang, messages: Messages) {
        self.languages.insert(lang, messages);
    }
}

impl Messages {
    pub(super) fn new(lang: &Lang) -> Self {
        let tag: Option<LanguageIdentifier> = lang.as_str().parse().ok();
        let mut bundle = FluentBundle::new_concurrent(tag.into_iter().collect());
        // Marks around every value would stand in titles, feeds and what people copy.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number));
        // Fails only when there is a function of that name.
        let _ = bundle.add_builtins();
        Self { bundle, places: BTreeMap::new() }
    }

    /// Adds what a layer says, over what weaker layers said.
    pub(super) fn add(&mut self, resource: FluentResource) {
        self.bundle.add_resource_overriding(resource);
    }

    /// Says whether there is such a message, or attribute of a message: `key.attribute`.
    pub(super) fn has(&self, key: &str) -> bool {
        let (key, attribute) = parts(key);
        self.bundle.get_message(key).is_some_and(|message| match attribute {
            None => message.value().is_some(),
            Some(attribute) => message.get_attribute(attribute).is_some(),
        })
    }

    /// Says a message, and what of it could not be said.
    pub(super) fn format(&self, key: &str, arguments: &FluentArgs) -> Option<(String, Vec<String>)> {
        let (text, errors) = self.resolve(key, arguments)?;
        Some((text, errors.iter().map(reason).collect()))
    }

    /// The references of a message that lead nowhere: whatever its arguments, or when it is the
    /// program that asks for it, with the arguments of those names.
    pub(super) fn dangling(&self, key: &str, given: Option<&[&str]>) -> Vec<String> {
        let values = given.unwrap_or_default().iter().map(|name| (*name, StringArgument::Number(1.0).fluent(name)));
        let (_, errors) = self.resolve(key, &values.collect()).unwrap_or_default();
        let is_argument = |error: &FluentError| {
            matches!(error, FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { .. })))
        };
        errors.iter().filter(|error| given.is_some() || !is_argument(error)).map(reason).collect()
    }

    fn resolve(&self, key: &str, arguments: &FluentArgs) -> Option<(String, Vec<FluentError>)> {
        let (key, attribute) = parts(key);
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(attribute) => message.get_attribute(attribute)?.value(),
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        Some((text, errors))
    }
}

impl StringArgument<'_> {
    pub(super) fn fluent<'v>(&self, name: &str) -> FluentValue<'v> {
        match *self {
            Self::Text(text) => FluentValue::from(text.to_owned()),
            Self::Number(number) => {
                let use_grouping = name != "year";
                let options = FluentNumberOptions { use_grouping, ..FluentNumberOptions::default() };
                FluentValue::Number(FluentNumber::new(number, options))
            }
        }
    }
}

fn parts(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(key, attribute)| (key, Some(attribute)))
}

fn reason(error: &FluentError) -> String {
    match error {
        FluentError::ResolverError(error) => error.to_string(),
        FluentError::ParserError(error) => error.to_string(),
        error @ FluentError::Overriding { .. } => error.to_string(),
    }
}

/// How one language writes numbers in messages, made when the first is asked for.
struct Writer(Numbers);

impl Memoizable for Writer {
    type Args = ();
    type Error = Infallible;

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, Infallible> {
        // A bundle without a language has the root's, which is not one of ours.
        let lang = lang.to_string().parse().or_else(|_| "en".parse::<Lang>());
        Ok(Self(lang.map_or_else(|_| Numbers::plain(), |lang| Numbers::new(&lang))))
    }
}

fn number(value: &FluentValue, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let written = memoizer.with_try_get::<Writer, _, _>((), |writer| match number.options.use_grouping {
        true => writer.0.grouped_digits(&digits),
        false => writer.0.plain_digits(&digits),
    });
    let Ok(text) = written;
    Some(text)
}

impl fmt::Debug for Strings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self.languages.iter().map(|(lang, messages)| (lang, messages.places.len()));
        f.debug_map().entries(keys).finish()
    }
}

impl<'a> From<&'a str> for StringArgument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for StringArgument<'_> {
    #[expect(clippy::cast_precision_loss, reason = "nobody counts beyond 2^53")]
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<i32> for StringArgument<'_> {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(lang: &str, text: &str) -> Strings {
        let lang: Lang = lang.parse().expect("a language");
        let mut messages = Messages::new(&lang);
        messages.add(FluentResource::try_new(text.to_owned()).expect("Fluent"));
        Strings { languages: BTreeMap::from([(lang, messages)]) }
    }

    fn check(lang: &str, text: &str, arguments: &[(&str, StringArgument)], expected: &str) {
        let tag = lang.parse().expect("a language");
        assert_eq!(strings(lang, text).get(&tag, "k", arguments).as_deref(), Some(expected), "{lang}");
    }

    #[test]
    fn numbers_in_messages_have_the_groups_of_the_language() {
        check("id", "k = { $count } desa", &[("count", 1500.into())], "1.500 desa");
        check("en", "k = { $count } villages", &[("count", 1500.into())], "1,500 villages");
        check("id", "k = { $count } km", &[("count", StringArgument::Number(3.5))], "3,5 km");
        check("id", "k = Artikel { $year }", &[("year", 2026.into())], "Artikel 2026");
        check("id", "k = { NUMBER($count, useGrouping: \"false\") }", &[("count", 1500.into())], "1500");
    }

    #[test]
    fn plurals_are_chosen_by_the_language() {
        let text = "k = { $count ->\n    [0] none\n    [one] one\n   *[other] { $count }\n  }\n";
        check("en", text, &[("count", 0.into())], "none");
        check("en", text, &[("count", 1.into())], "one");
        check("en", text, &[("count", 2.into())], "2");
        check("id", text, &[("count", 1.into())], "1");
        check("fr", text, &[("count", StringArgument::Number(1.5))], "one");
        check("jv", text, &[("count", 1.into())], "1");
        check("xyz", text, &[("count", 1.into())], "one");
    }

    #[test]
    fn values_stand_without_marks_around_them() {
        check("id", "k = Oleh { $name }", &[("name", "Siti".into())], "Oleh Siti");
    }

    #[test]
    fn attributes_are_asked_for_with_a_dot() {
        let id = "id".parse().expect("a language");
        let strings = strings("id", "k = Bagikan\n    .title = Bagikan tulisan\n");
        assert_eq!(strings.get(&id, "k.title", &[]).as_deref(), Some("Bagikan tulisan"));
        assert_eq!(strings.get(&id, "k.other", &[]), None);
        assert_eq!(strings.get(&"en".parse().expect("a language"), "k", &[]), None);
    }

    #[test]
    fn what_cannot_be_said_is_named() {
        let strings = strings("id", "k = { $name } { other }");
        let messages = strings.of(&"id".parse().expect("a language")).expect("messages");
        let (_, errors) = messages.format("k", &FluentArgs::new()).expect("a message");
        assert_eq!(errors, ["Unknown variable: $name", "Unknown message: other"]);
        assert_eq!(messages.dangling("k", None), ["Unknown message: other"]);
    }
}
