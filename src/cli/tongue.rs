//! The language that the program speaks: asked for, by `KABAR_LANG`, by the locale, else Indonesian.

use std::str::FromStr;

use crate::diagnostic::Tongue;

/// Chooses the language of messages.
pub(super) fn tongue(asked: Option<&str>) -> Tongue {
    #[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
    let variable = |name| std::env::var(name).ok();
    let variables = ["KABAR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable);
    let words = asked.map(str::to_owned).into_iter().chain(variables);
    words.filter_map(|word| Tongue::from_str(&word).ok()).next().unwrap_or(Tongue::Indonesian)
}
