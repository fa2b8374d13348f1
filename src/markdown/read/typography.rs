//! Straight signs to typographic ones: each function decides about one place of a text.
//! `before` and `after` are what stands next to the text in other inlines.

/// What a straight quotation mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Open,
    Close,
    Apostrophe,
}

/// The space that keeps a number with its unit.
pub const NO_BREAK: &str = "\u{a0}";

/// Units of measurement that follow a number after a space.
const UNITS: &[&str] = &[
    "%", "‰", "°C", "°F", "µg", "mg", "g", "kg", "ton", "t", "kw", "mm", "cm", "m", "km", "m²", "m³", "km²", "cm²",
    "m2", "m3", "km2", "ha", "ml", "mL", "l", "L", "km/h", "km/jam", "m/s", "W", "kW", "MW", "GW", "Wh", "kWh", "MWh",
    "GWh", "kWp", "V", "A", "Hz", "kHz", "MHz", "GHz", "kB", "MB", "GB", "TB", "Mbps", "Gbps", "kbps", "kkal", "kcal",
];

/// Decides about `"` or `'` at byte `at`. `before` and `after` are the characters next to it;
/// `last_close` is what [`last_close`] finds in the text.
pub fn mark(text: &str, at: usize, before: char, after: char, last_close: usize) -> Mark {
    let opens = opens_before(before) && !after.is_whitespace();
    if text.as_bytes()[at] != b'\'' {
        return if opens { Mark::Open } else { Mark::Close };
    }
    if !opens {
        return if after.is_alphanumeric() { Mark::Apostrophe } else { Mark::Close };
    }
    // Elisions look like openings ('tis, '98): they are not followed by a closing mark.
    let is_last = at + 1 == text.len();
    if is_last || last_close > at + 1 { Mark::Open } else { Mark::Apostrophe }
}

/// Finds the last `'` of a text that can close a quotation; 0 when there is none.
pub fn last_close(text: &str) -> usize {
    let closes = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[at + 1..].chars().next();
        before.is_some_and(|c| !c.is_whitespace()) && !after.is_some_and(char::is_alphanumeric)
    };
    text.rmatch_indices('\'').map(|(at, _)| at).find(closes).unwrap_or(0)
}

/// Says whether a quotation can begin after this character.
fn opens_before(before: char) -> bool {
    before.is_whitespace()
        || matches!(before, '(' | '[' | '{' | '<' | '-' | '–' | '—' | '/' | '=' | '+' | '|' | '*' | '_' | '~' | ':')
        || matches!(before, '“' | '‘' | '«' | '„' | '‚' | '‹' | '「' | '『' | '¿' | '¡')
}

/// Decides about a run of hyphens that begins at byte `at`: its length, and what it becomes.
pub fn dash(text: &str, at: usize, before: char, after: char) -> (usize, Option<&'static str>) {
    let rest = &text.as_bytes()[at..];
    let length = rest.iter().take_while(|byte| **byte == b'-').count();
    let after = text[at + length..].chars().next().unwrap_or(after);
    let is_arrow = matches!(before, '<' | '!') || after == '>';
    // `--lang` in running text is an option of a command.
    let is_option = before.is_whitespace() && after.is_alphanumeric() && length == 2;
    let dash = match length {
        2 if !is_arrow && !is_option => Some("–"),
        3 if !is_arrow => Some("—"),
        _ => None,
    };
    (length, dash)
}

/// Decides about a run of full stops that begins at byte `at`: its length, and what it becomes.
pub fn dots(text: &str, at: usize) -> (usize, Option<&'static str>) {
    let length = text.as_bytes()[at..].iter().take_while(|byte| **byte == b'.').count();
    (length, (length == 3).then_some("…"))
}

/// Reads the number that begins at byte `at`: its length, and whether a space and a unit follow.
pub fn number(text: &str, at: usize) -> (usize, bool) {
    let bytes = &text.as_bytes()[at..];
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut length = 0;
    while is_digit(length) || (matches!(bytes.get(length), Some(b'.' | b',')) && is_digit(length + 1)) {
        length += 1;
    }
    let has_unit = text[at + length..].strip_prefix(' ').is_some_and(|rest| {
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | ')' | '?' | '!' | '–' | '-'));
        UNITS.contains(&&rest[..end.unwrap_or(rest.len())])
    });
    (length, has_unit)
}

/// Says whether `Rp` and a space stand right before byte `at`.
pub fn follows_currency(text: &str, at: usize) -> bool {
    text[..at].strip_suffix("Rp ").is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_open_close_or_stand_for_letters() {
        let marks = |text: &str| -> String {
            let chars = text.char_indices().filter(|(_, c)| matches!(c, '"' | '\''));
            let decide = |(at, _): (usize, char)| {
                let before = text[..at].chars().next_back().unwrap_or(' ');
                let after = text[at + 1..].chars().next().unwrap_or(' ');
                match mark(text, at, before, after, last_close(text)) {
                    Mark::Open => '(',
                    Mark::Close => ')',
                    Mark::Apostrophe => '-',
                }
            };
            chars.map(decide).collect()
        };
        assert_eq!(marks("kata \"itu\" dan (\"ini\")."), "()()");
        assert_eq!(marks("'kata' Ma'ruf Al-Qur'an petani'"), "()--)");
        assert_eq!(marks("'tis '98"), "--");
    }

    #[test]
    fn hyphens_become_dashes_but_not_options_and_arrows() {
        let check = |text: &str, expected: Option<&str>| {
            let at = text.find("--").expect("hyphens");
            let before = text[..at].chars().next_back().unwrap_or(' ');
            assert_eq!(dash(text, at, before, ' ').1, expected, "{text}");
        };
        check("a --b", None);
        check("2020--2024", Some("–"));
        check("a -- b", Some("–"));
        check("a---b", Some("—"));
        check("-->", None);
        check("<--", None);
        check("----", None);
    }

    #[test]
    fn numbers_keep_their_units() {
        assert_eq!(number("1.250,5 kg beras", 0), (7, true));
        assert_eq!(number("83 desa", 0), (2, false));
        assert_eq!(number("83 %.", 0), (2, true));
        assert_eq!(number("5 menit", 0), (1, false));
        assert_eq!(number("5. A", 0), (1, false));
        assert!(follows_currency("Rp 5", 3));
        assert!(!follows_currency("XRp 5", 4));
    }
}
