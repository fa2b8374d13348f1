//! Numbers and sizes of files, with the separators and digits of a language.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale::Locale;

use crate::base::Lang;

/// How a language writes numbers.
#[derive(Debug)]
pub struct Numbers {
    grouped: Option<DecimalFormatter>,
    plain: Option<DecimalFormatter>,
    /// The letter for a byte.
    byte: &'static str,
}

/// What stands before the letter for a byte (IEC 80000-13: a `k` is a thousand).
const PREFIXES: [&str; 5] = ["", "k", "M", "G", "T"];

impl Numbers {
    /// Loads the conventions of a language.
    pub fn new(lang: &Lang) -> Self {
        Self::of(&super::tag::of(lang))
    }

    pub(super) fn of(tag: &Locale) -> Self {
        let formatter = |strategy: GroupingStrategy| {
            DecimalFormatter::try_new(tag.into(), DecimalFormatterOptions::from(strategy)).ok()
        };
        Self {
            grouped: formatter(GroupingStrategy::Auto),
            plain: formatter(GroupingStrategy::Never),
            // The French octet is the only other letter that CLDR has for a byte.
            byte: if tag.id.language.as_str() == "fr" { "o" } else { "B" },
        }
    }

    /// The conventions of no language: digits and a point.
    pub fn plain() -> Self {
        Self { grouped: None, plain: None, byte: "B" }
    }

    /// A whole number with its groups: "1.500".
    pub fn integer(&self, number: i64) -> String {
        self.grouped(&Decimal::from(number))
    }

    /// A number with the fraction digits that it has: "1.500,25".
    pub fn decimal(&self, number: f64) -> String {
        // The shortest text that reads back as the same number is what its author wrote.
        self.grouped_digits(&number.to_string())
    }

    /// Writes digits, such as "1500.20", with groups and as many fraction digits: "1.500,20".
    pub fn grouped_digits(&self, digits: &str) -> String {
        digits.parse().map_or_else(|_| digits.to_owned(), |decimal| self.grouped(&decimal))
    }

    /// Writes digits without groups, for years and codes: "2026".
    pub fn plain_digits(&self, digits: &str) -> String {
        match (&self.plain, digits.parse::<Decimal>()) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            _ => digits.to_owned(),
        }
    }

    /// A size of a file in steps of a thousand: "28 kB", "1,2 MB".
    pub fn size(&self, bytes: u64) -> String {
        let mut unit = 1_u64;
        let mut prefix = 0;
        // What would be rounded to a thousand of a unit is one of the next: 999,999 bytes are 1 MB.
        while prefix + 1 < PREFIXES.len() && bytes >= unit * 1000 - unit / 2 {
            unit *= 1000;
            prefix += 1;
        }
        let tenths = u128::from(bytes) * 10 + u128::from(unit) / 2;
        let tenths = i64::try_from(tenths / u128::from(unit)).unwrap_or(i64::MAX);
        let mut number = if prefix == 0 || tenths >= 100 {
            Decimal::from(
                i64::try_from((u128::from(bytes) + u128::from(unit) / 2) / u128::from(unit)).unwrap_or(i64::MAX),
            )
        } else {
            let mut number = Decimal::from(tenths);
            number.multiply_pow10(-1);
            number
        };
        number.absolute.trim_end();
        format!("{} {}{}", self.grouped(&number), PREFIXES[prefix], self.byte)
    }

    fn grouped(&self, decimal: &Decimal) -> String {
        match &self.grouped {
            Some(formatter) => formatter.format(decimal).to_string(),
            None => decimal.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(lang: &str) -> Numbers {
        Numbers::new(&lang.parse().expect("a language"))
    }

    #[test]
    fn numbers_have_the_separators_of_the_language() {
        let check = |lang: &str, number: f64, expected: &str| {
            assert_eq!(numbers(lang).decimal(number), expected, "{lang}");
        };
        check("id", 1500.0, "1.500");
        check("id", -1500.25, "-1.500,25");
        check("id", 3.5, "3,5");
        check("en", 1_234_567.0, "1,234,567");
        check("en", 0.1, "0.1");
        check("fr", 1500.5, "1\u{202f}500,5");
        check("en", f64::INFINITY, "inf");
        assert_eq!(numbers("id").integer(i64::MIN), "-9.223.372.036.854.775.808");
        assert_eq!(numbers("id").plain_digits("2026"), "2026");
        assert_eq!(numbers("id").grouped_digits("1500.20"), "1.500,20");
    }

    #[test]
    fn sizes_are_short() {
        let check = |lang: &str, bytes: u64, expected: &str| {
            assert_eq!(numbers(lang).size(bytes), expected, "{bytes}");
        };
        check("id", 0, "0 B");
        check("id", 999, "999 B");
        check("id", 1_000, "1 kB");
        check("id", 1_250, "1,3 kB");
        check("id", 27_648, "28 kB");
        check("en", 1_250_000, "1.3 MB");
        check("en", 9_960, "10 kB");
        check("en", 999_499, "999 kB");
        check("en", 999_999, "1 MB");
        check("fr", 27_648, "28 ko");
        check("en", u64::MAX, "18,446,744 TB");
    }
}
