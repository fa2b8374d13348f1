//! The texts of all problems, in Indonesian and in English: what, why it matters, how to fix it.
//!
//! **Invariant:** both languages have every text (a test proves it).

use std::str::FromStr;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::base::Lang;

use super::kind::{Argument, ProblemKind};
use super::problem::Problem;

/// A language that the program itself speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    Indonesian,
    English,
}

impl Tongue {
    /// Its tag, as text.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// Its tag.
    pub fn lang(self) -> Lang {
        self.tag().parse().unwrap_or_else(|_| unreachable!("a language tag"))
    }
}

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub what: String,
    pub why: String,
    pub fix: String,
    /// The suggestion as a sentence; none when nothing is near.
    pub suggestion: Option<String>,
}

/// All texts of one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    tongue: Tongue,
}

const INDONESIAN: &str = include_str!("texts/id.ftl");
const ENGLISH: &str = include_str!("texts/en.ftl");

impl Catalogue {
    /// Reads the texts of a language.
    pub fn new(tongue: Tongue) -> Self {
        let text = match tongue {
            Tongue::Indonesian => INDONESIAN,
            Tongue::English => ENGLISH,
        };
        let mut bundle = FluentBundle::new_concurrent(tongue.tag().parse::<LanguageIdentifier>().into_iter().collect());
        bundle.set_use_isolating(false);
        // A fault in our own catalogue is ours: the tests below read both files whole.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { bundle, tongue }
    }

    /// The language of this catalogue.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// Says a problem in words.
    pub fn message(&self, problem: &Problem) -> Message {
        let mut arguments = FluentArgs::new();
        for (name, argument) in problem.arguments() {
            match argument {
                Argument::Text(text) => arguments.set(name, FluentValue::from(text)),
                Argument::Number(number) => arguments.set(name, FluentValue::from(number)),
            }
        }
        let code = problem.code();
        Message {
            what: self.text(code, None, &arguments),
            why: self.text(code, Some("why"), &arguments),
            fix: self.text(code, Some("fix"), &arguments),
            suggestion: problem.suggestion().map(|nearest| self.phrase("did-you-mean", &[("nearest", &nearest)])),
        }
    }

    /// Says in words what a kind of problem is, with the names of what a case would show: `‹key›`.
    pub fn describe(&self, kind: &ProblemKind) -> Message {
        let mut arguments = FluentArgs::new();
        for field in kind.fields {
            arguments.set(*field, FluentValue::from(format!("‹{field}›")));
        }
        Message {
            what: self.text(kind.code, None, &arguments),
            why: self.text(kind.code, Some("why"), &arguments),
            fix: self.text(kind.code, Some("fix"), &arguments),
            suggestion: None,
        }
    }

    /// A phrase of the interface, with texts put in.
    pub fn phrase(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            // A whole number stays one, so that plurals can choose by it.
            match value.parse::<i64>() {
                Ok(number) => arguments.set((*name).to_owned(), FluentValue::from(number)),
                Err(_) => arguments.set((*name).to_owned(), FluentValue::from((*value).to_owned())),
            }
        }
        self.text(key, None, &arguments)
    }

    /// A phrase of the interface, with texts put in as they are, also where they are numbers.
    pub fn texts(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set((*name).to_owned(), FluentValue::from((*value).to_owned()));
        }
        self.text(key, None, &arguments)
    }

    fn text(&self, key: &str, attribute: Option<&str>, arguments: &FluentArgs) -> String {
        let message = self.bundle.get_message(key);
        let pattern = message.and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        });
        let Some(pattern) = pattern else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned()
    }
}

impl FromStr for Tongue {
    type Err = ();

    /// Reads a language tag or a locale: `id`, `id_ID.UTF-8`, `en`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let language = text.split(['_', '-', '.']).next().unwrap_or_default();
        match language {
            "id" | "in" => Ok(Self::Indonesian),
            "en" => Ok(Self::English),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_catalogues_are_well_formed_and_have_every_text() {
        for (tongue, text) in [(Tongue::Indonesian, INDONESIAN), (Tongue::English, ENGLISH)] {
            if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                panic!("{tongue:?}: {errors:?}");
            }
            let catalogue = Catalogue::new(tongue);
            for code in Problem::CODES {
                let message = catalogue.bundle.get_message(code);
                let message = message.unwrap_or_else(|| panic!("{tongue:?}: {code} has no text"));
                assert!(message.value().is_some(), "{tongue:?}: {code} does not say what");
                for part in ["why", "fix"] {
                    assert!(message.get_attribute(part).is_some(), "{tongue:?}: {code} does not say {part}");
                }
            }
        }
    }

    #[test]
    fn both_catalogues_have_the_same_keys() {
        let keys = |text: &str| -> Vec<String> {
            let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
            let key = |line: &str| line.split(" =").next().unwrap_or_default().to_owned();
            let mut keys: Vec<String> = text.lines().filter(is_key).map(key).collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(INDONESIAN), keys(ENGLISH));
    }

    #[test]
    fn a_suggestion_is_a_sentence() {
        let problem = Problem::UnknownKey { key: "tilte".into(), place: "x".into(), nearest: Some("title".into()) };
        let message = Catalogue::new(Tongue::English).message(&problem);
        assert!(message.suggestion.is_some_and(|text| text.contains("title")));
        assert!(message.what.contains("tilte"), "{}", message.what);
    }
}
