//! Which data of CLDR a language of a publication is written with.

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_locale::Locale;

use crate::base::Lang;

/// English without a region: CLDR's own is that of the United States, but Indonesia's press
/// writes "16 June 2026" and "09:00".
const ENGLISH: &str = "en-GB";

/// Finds the locale to load for a language.
pub(super) fn of(lang: &Lang) -> Locale {
    let text = if lang.as_str() == "en" { ENGLISH } else { lang.as_str() };
    match text.parse() {
        Ok(tag) if is_known(&tag) => tag,
        _ => english(),
    }
}

fn english() -> Locale {
    ENGLISH.parse().unwrap_or(Locale::UNKNOWN)
}

/// A language that CLDR does not know falls back to its root, which writes "2026 M06 16": that
/// it has no names of months of its own is how it is told.
fn is_known(tag: &Locale) -> bool {
    sample(tag).is_some_and(|text| Some(text) != sample(&Locale::UNKNOWN))
}

fn sample(tag: &Locale) -> Option<String> {
    let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(tag.into(), YMD::long()).ok()?;
    let date = Date::try_new_gregorian(2026, 6, 16).ok()?;
    Some(formatter.format(&date).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_that_of_britain_unless_a_region_is_given() {
        let check = |lang: &str, expected: &str| {
            let lang: Lang = lang.parse().expect("a language");
            assert_eq!(of(&lang).to_string(), expected);
        };
        check("en", "en-GB");
        check("en-us", "en-US");
        check("id", "id");
        check("jv", "jv");
        check("pt-br", "pt-BR");
        check("xyz", "en-GB");
    }
}
