//! Tells the dollar of a currency from the dollar of a formula.
//!
//! The parser takes `US$5 dan US$10` for a formula. A dollar that touches a letter or a number on
//! its left and a number on its right never delimits one (the rule of pandoc), so it is hidden from
//! the parser behind a byte of the same length, which keeps every place.

use std::borrow::Cow;

use pulldown_cmark::CowStr;

/// Stands for a dollar of a currency; no text editor writes it.
pub const HIDDEN: char = '\u{1}';

/// Hides the dollars of currencies.
pub fn hide(text: &str) -> Cow<'_, str> {
    let is_currency = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text.as_bytes().get(at + 1);
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '/'))
            && after.is_some_and(u8::is_ascii_digit)
    };
    let mut hidden: Option<String> = None;
    let mut from = 0;
    for (at, _) in text.match_indices('$') {
        if is_currency(at) {
            let copy = hidden.get_or_insert_with(|| String::with_capacity(text.len()));
            copy.push_str(&text[from..at]);
            copy.push(HIDDEN);
            from = at + 1;
        }
    }
    match hidden {
        None => Cow::Borrowed(text),
        Some(mut copy) => {
            copy.push_str(&text[from..]);
            Cow::Owned(copy)
        }
    }
}

/// Brings hidden dollars back, in a text that outlives the hidden one.
pub fn show(text: CowStr<'_>) -> CowStr<'static> {
    if text.contains(HIDDEN) { text.replace(HIDDEN, "$").into() } else { text.into_static() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_dollars_of_currencies_are_hidden() {
        let check = |text: &str, expected: &str| assert_eq!(hide(text).replace(HIDDEN, "¤"), expected);
        check("US$5 dan US$10", "US¤5 dan US¤10");
        check("from $5-$10", "from $5-¤10");
        check("$5$ and ($x^2$)", "$5$ and ($x^2$)");
        check("é$1", "é¤1");
        check("$", "$");
    }
}
