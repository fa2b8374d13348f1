//! The numbers and dates of a text, as values: `1.234,5` in Indonesian is `1,234.5` in English.
//!
//! **Invariant:** what is part of a date is no number of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Lang, Moment, Timezone};
use crate::locale::Locale;

/// The numbers and dates that a text names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Figures {
    /// Canonical: no groups, a point before decimals.
    pub(super) numbers: BTreeSet<String>,
    /// `2026-06-16`, `06-16`, `2026-06`.
    pub(super) dates: BTreeSet<String>,
    /// The numbers up to twenty that are written in words.
    pub(super) words: BTreeSet<String>,
}

/// How a language writes numbers and dates.
pub(super) struct Conventions {
    group: char,
    decimal: char,
    /// Names of months in lower case, long and short, with their numbers.
    months: BTreeMap<String, u8>,
    words: &'static [&'static str],
}

const INDONESIAN: [&str; 21] = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
    "dua belas",
    "tiga belas",
    "empat belas",
    "lima belas",
    "enam belas",
    "tujuh belas",
    "delapan belas",
    "sembilan belas",
    "dua puluh",
];
const ENGLISH: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

impl Conventions {
    /// Learns a language's ways from how it writes examples.
    pub(super) fn of(lang: &Lang) -> Self {
        let locale = Locale::new(lang);
        let example = locale.decimal(12345.5);
        let mut signs = example.chars().filter(|letter| !letter.is_ascii_digit());
        let (group, decimal) = (signs.next().unwrap_or(','), signs.next().unwrap_or('.'));
        let mut months = BTreeMap::new();
        for month in 1..=12_u8 {
            let day = Moment::parse(&format!("2026-{month:02}-16"), &Timezone::utc());
            for text in day.iter().flat_map(|day| [locale.date(day), locale.short_date(day)]) {
                let name = text.split(|letter: char| !letter.is_alphabetic()).find(|word| word.chars().count() > 2);
                months.extend(name.map(|name| (name.to_lowercase(), month)));
            }
        }
        let words = match lang.as_str().split('-').next() {
            Some("id") => INDONESIAN.as_slice(),
            Some("en") => ENGLISH.as_slice(),
            _ => [].as_slice(),
        };
        Self { group, decimal, months, words }
    }

    /// The numbers and dates of a text.
    pub(super) fn read(&self, text: &str) -> Figures {
        let tokens = self.tokens(text);
        let mut figures = Figures::default();
        let mut used = vec![false; tokens.len()];
        for (index, token) in tokens.iter().enumerate() {
            match token {
                Token::Month(month) => figures.dates.extend(date(*month, index, &tokens, &mut used)),
                Token::Iso(date) => _ = figures.dates.insert(date.clone()),
                Token::Number(_) | Token::Word => {}
            }
        }
        for (token, _) in tokens.iter().zip(used).filter(|(_, used)| !used) {
            if let Token::Number(number) = token {
                figures.numbers.insert(number.clone());
            }
        }
        let lower = format!(" {} ", text.to_lowercase());
        let plain: String = lower.chars().map(|letter| if letter.is_alphabetic() { letter } else { ' ' }).collect();
        let is_named = |word: &&str| plain.contains(&format!(" {word} "));
        let named = self.words.iter().enumerate().filter(|(_, word)| is_named(word));
        figures.words.extend(named.map(|(number, _)| number.to_string()));
        figures
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        let is_inner =
            |letter: char| letter.is_alphanumeric() || [self.group, self.decimal, '.', ','].contains(&letter);
        let is_part = |letter: char| is_inner(letter) || letter == '-';
        let mut tokens = Vec::new();
        for run in text.split(|letter: char| !is_part(letter)).filter(|run| !run.is_empty()) {
            if is_iso(run) {
                tokens.push(Token::Iso(run.to_owned()));
                continue;
            }
            for word in run.split('-').map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())) {
                tokens.extend(self.token(word));
            }
        }
        tokens
    }

    fn token(&self, word: &str) -> Vec<Token> {
        if word.is_empty() {
            return Vec::new();
        }
        if !word.contains(|letter: char| letter.is_ascii_digit()) {
            let month = self.months.get(&word.to_lowercase());
            return vec![month.map_or(Token::Word, |month| Token::Month(*month))];
        }
        // Letters stick to digits in ordinals and units: 3rd, 5km.
        let digits = word.trim_matches(char::is_alphabetic);
        match self.number(digits) {
            Some(number) => vec![Token::Number(number)],
            None => {
                let parts = digits.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
                parts.map(|part| Token::Number(plain(part))).collect()
            }
        }
    }

    /// Reads a number whose groups are whole; none for what only looks like one: `09.00`, `1.2.3`.
    fn number(&self, text: &str) -> Option<String> {
        let (whole, decimals) = match text.split_once(self.decimal) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (text, None),
        };
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let groups: Vec<&str> = whole.split(self.group).collect();
        let are_groups = groups.iter().all(|group| is_digits(group))
            && (groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3)));
        if !are_groups || decimals.is_some_and(|decimals| !is_digits(decimals)) {
            return None;
        }
        // `09.30` is an hour.
        if decimals.is_some() && whole.len() > 1 && whole.starts_with('0') {
            return None;
        }
        let whole = plain(&groups.concat());
        let decimals = decimals.unwrap_or_default().trim_end_matches('0');
        Some(if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") })
    }
}

enum Token {
    Number(String),
    Month(u8),
    Iso(String),
    Word,
}

fn plain(digits: &str) -> String {
    let plain = digits.trim_start_matches('0');
    if plain.is_empty() { "0".to_owned() } else { plain.to_owned() }
}

fn is_iso(text: &str) -> bool {
    Moment::parse(text, &Timezone::utc()).is_ok()
}

/// The date around a month's name: `16 Juni 2026`, `June 16, 2026`, `16 June`, `June 2026`; none
/// when no number stands beside it.
fn date(month: u8, index: usize, tokens: &[Token], used: &mut [bool]) -> Option<String> {
    let number = |index: Option<usize>| match index.and_then(|index| tokens.get(index)) {
        Some(Token::Number(number)) => number.parse::<u16>().ok(),
        _ => None,
    };
    let is_day = |number: &u16| (1..=31).contains(number);
    let is_year = |number: &u16| (1000..=2999).contains(number);
    let before = index.checked_sub(1).filter(|before| !used[*before]);
    let mut next = index + 1;
    let mut day = number(before).filter(is_day);
    if day.is_some() {
        before.into_iter().for_each(|before| used[before] = true);
    } else if let Some(after) = number(Some(next)).filter(is_day) {
        used[next] = true;
        day = Some(after);
        next += 1;
    }
    let year = number(Some(next)).filter(is_year);
    if year.is_some() {
        used[next] = true;
    }
    match (year, day) {
        (Some(year), Some(day)) => Some(format!("{year}-{month:02}-{day:02}")),
        (Some(year), None) => Some(format!("{year}-{month:02}")),
        (None, Some(day)) => Some(format!("{month:02}-{day:02}")),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: &str, text: &str, numbers: &[&str], dates: &[&str]) {
        let figures = Conventions::of(&lang.parse().expect("a language")).read(text);
        let of = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>();
        assert_eq!(
            (of(&figures.numbers), of(&figures.dates)),
            (
                numbers.iter().map(|text| (*text).to_owned()).collect(),
                dates.iter().map(|text| (*text).to_owned()).collect(),
            ),
            "{lang}: {text}"
        );
    }

    #[test]
    fn numbers_are_read_as_their_language_writes_them() {
        check("id", "1.234,5 ton; 2.886 orang, 83%.", &["1234.5", "2886", "83"], &[]);
        check("en", "1,234.5 tonnes; 2,886 people, 83%.", &["1234.5", "2886", "83"], &[]);
        check("id", "ke-3, 2,50 juta", &["2.5", "3"], &[]);
        check("en", "the 3rd, 2.5 million", &["2.5", "3"], &[]);
        check("id", "pukul 09.30–11.00", &["0", "11", "30", "9"], &[]);
        check("en", "versions 1.2.3 and 007", &["1", "2", "3", "7"], &[]);
    }

    #[test]
    fn dates_are_read_as_their_language_writes_them() {
        check("id", "pada 16 Juni 2026 dan Oktober 2024", &[], &["2024-10", "2026-06-16"]);
        check("en", "on 16 June 2026 and in October 2024", &[], &["2024-10", "2026-06-16"]);
        check("en", "June 16, 2026; 2026-06-17", &[], &["2026-06-16", "2026-06-17"]);
        check("en", "it may rain on 5 May", &[], &["05-05"]);
        check("id", "12–14 Mei 2026", &["12"], &["2026-05-14"]);
    }

    #[test]
    fn small_numbers_may_be_words() {
        let figures = |lang: &str, text| Conventions::of(&lang.parse().expect("a language")).read(text).words;
        assert_eq!(figures("id", "Tiga desa, dua-dua"), BTreeSet::from(["2".to_owned(), "3".to_owned()]));
        assert_eq!(figures("en", "Three villages"), BTreeSet::from(["3".to_owned()]));
    }
}
