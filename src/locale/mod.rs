//! How a language writes dates, numbers, lists and sizes, and how it sorts: CLDR, one [`Locale`]
//! a language, built once. Languages come from the configuration; `theme`, `site` and `render`
//! ask for texts.
//!
//! **Invariant:** making a [`Locale`] never fails: a language that CLDR does not know is written
//! with English patterns.
//! **Invariant:** a text depends on its arguments only, never on the machine's own locale or zone.

mod dates;
mod numbers;
mod tag;
mod zone;

use std::cmp::Ordering;
use std::convert::Infallible;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};

use crate::base::{Lang, Moment, Timezone};

pub use numbers::Numbers;

use dates::Dates;

/// The conventions of one language.
#[derive(Debug)]
pub struct Locale {
    lang: Lang,
    dates: Dates,
    numbers: Numbers,
    lists: Option<ListFormatter>,
    collator: Option<CollatorBorrowed<'static>>,
}

impl Locale {
    /// Loads the conventions of a language.
    pub fn new(lang: &Lang) -> Self {
        let tag = tag::of(lang);
        let list_options = ListFormatterOptions::default().with_length(ListLength::Wide);
        let mut preferences = CollatorPreferences::from(&tag);
        // "Desa 9" stands before "Desa 10".
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Self {
            lang: lang.clone(),
            dates: Dates::new(&tag),
            numbers: Numbers::of(&tag),
            lists: ListFormatter::try_new_and((&tag).into(), list_options).ok(),
            collator: CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok(),
        }
    }

    /// The language, as it was asked for.
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The day in full words: "16 Juni 2026".
    pub fn date(&self, moment: &Moment) -> String {
        self.dates.long(moment)
    }

    /// The day with a short month: "16 Jun 2026".
    pub fn short_date(&self, moment: &Moment) -> String {
        self.dates.short(moment)
    }

    /// The day with its weekday: "Selasa, 16 Juni 2026".
    pub fn full_date(&self, moment: &Moment) -> String {
        self.dates.full(moment)
    }

    /// The time of day to the minute: "09.00"; empty for a bare date.
    pub fn time(&self, moment: &Moment) -> String {
        if moment.has_time() { self.dates.time(moment) } else { String::new() }
    }

    /// The zone of a time, as its readers say it: "WIB"; empty for a bare date.
    ///
    /// A time with nothing but an offset has the name that the offset has at home, where `home`,
    /// the publication's own zone, is in Indonesia; otherwise the offset: "UTC+7".
    pub fn zone(&self, moment: &Moment, home: &Timezone) -> String {
        if moment.has_time() { zone::name(moment, home) } else { String::new() }
    }

    /// A whole number with its groups: "1.500".
    pub fn integer(&self, number: i64) -> String {
        self.numbers.integer(number)
    }

    /// A number with the fraction digits that it has: "3,25".
    pub fn decimal(&self, number: f64) -> String {
        self.numbers.decimal(number)
    }

    /// A size of a file, in steps of a thousand: "28 kB".
    pub fn size(&self, bytes: u64) -> String {
        self.numbers.size(bytes)
    }

    /// Joins parts: "a, b, dan c".
    pub fn list<T: AsRef<str>>(&self, parts: &[T]) -> String {
        let parts = parts.iter().map(AsRef::as_ref);
        match &self.lists {
            Some(lists) => lists.format(parts).to_string(),
            None => parts.collect::<Vec<_>>().join(", "),
        }
    }

    /// The order of two texts in this language's dictionary.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        match &self.collator {
            // Texts that a dictionary takes as one still have one order.
            Some(collator) => collator.compare(left, right).then_with(|| left.cmp(right)),
            None => left.cmp(right),
        }
    }

    /// Bytes whose order is the order of [`Locale::compare`], for sorting by a key.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        if let Some(collator) = &self.collator {
            let Ok(()) = collator.write_sort_key_to(text, &mut key) as Result<(), Infallible>;
            key.push(0);
        }
        key.extend_from_slice(text.as_bytes());
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(lang: &str) -> Locale {
        Locale::new(&lang.parse().expect("a language"))
    }

    #[test]
    fn a_locale_is_shared_between_threads() {
        fn is_shared<T: Send + Sync>() {}
        is_shared::<Locale>();
    }

    #[test]
    fn lists_are_joined_as_the_language_does() {
        let check = |lang: &str, parts: &[&str], expected: &str| {
            assert_eq!(locale(lang).list(parts), expected, "{lang}");
        };
        check("id", &["Siti", "Budi", "Ani"], "Siti, Budi, dan Ani");
        check("id", &["Siti", "Budi"], "Siti dan Budi");
        check("id", &["Siti"], "Siti");
        check("id", &[], "");
        check("en", &["Siti", "Budi", "Ani"], "Siti, Budi and Ani");
        check("en-us", &["Siti", "Budi", "Ani"], "Siti, Budi, and Ani");
        check("fr", &["Siti", "Budi"], "Siti et Budi");
    }

    #[test]
    fn texts_sort_as_in_a_dictionary() {
        let mut names = ["Zamrud", "éclair", "Desa 10", "desa 9", "Eclair", "apel", "Apel"];
        let indonesian = locale("id");
        names.sort_by(|left, right| indonesian.compare(left, right));
        assert_eq!(names, ["apel", "Apel", "desa 9", "Desa 10", "Eclair", "éclair", "Zamrud"]);
        let mut by_key = ["Zamrud", "apel", "éclair", "Desa 10", "desa 9", "Eclair", "Apel"];
        by_key.sort_by_cached_key(|name| indonesian.sort_key(name));
        assert_eq!(by_key, names);
    }

    #[test]
    fn a_language_without_data_is_written_as_english() {
        let unknown = locale("xyz");
        assert_eq!(unknown.list(&["a", "b"]), "a and b");
        assert_eq!(unknown.integer(1500), "1,500");
        assert_eq!(unknown.lang().as_str(), "xyz");
    }
}
