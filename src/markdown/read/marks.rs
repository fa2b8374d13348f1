//! Quotation marks by language.

/// The marks around a quotation and around one inside of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    pub open: &'static str,
    pub close: &'static str,
    pub inner_open: &'static str,
    pub inner_close: &'static str,
}

/// The marks of English, which Indonesian and its neighbours share (EYD V).
const COMMON: Marks = Marks { open: "“", close: "”", inner_open: "‘", inner_close: "’" };

/// Languages with marks of their own, by the CLDR (`delimiters`); a narrow no-break space keeps
/// French ones with their words.
const OTHERS: &[(&str, Marks)] = &[
    ("cs", LOW),
    ("de", LOW),
    ("es", Marks { open: "«", close: "»", inner_open: "“", inner_close: "”" }),
    ("fi", Marks { open: "”", close: "”", inner_open: "’", inner_close: "’" }),
    ("fr", Marks { open: "«\u{202f}", close: "\u{202f}»", inner_open: "“", inner_close: "”" }),
    ("it", Marks { open: "«", close: "»", inner_open: "“", inner_close: "”" }),
    ("ja", Marks { open: "「", close: "」", inner_open: "『", inner_close: "』" }),
    ("pl", Marks { open: "„", close: "”", inner_open: "«", inner_close: "»" }),
    ("ru", Marks { open: "«", close: "»", inner_open: "„", inner_close: "“" }),
    ("sv", Marks { open: "”", close: "”", inner_open: "’", inner_close: "’" }),
];

const LOW: Marks = Marks { open: "„", close: "“", inner_open: "‚", inner_close: "‘" };

/// The marks of a language, by its first subtag.
pub fn marks(lang: &str) -> Marks {
    let language = lang.split('-').next().unwrap_or_default();
    OTHERS.iter().find(|(name, _)| *name == language).map_or(COMMON, |(_, marks)| *marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_their_marks() {
        for lang in ["id", "en", "jv", "su", "ban", "nl", "tet", "en-gb"] {
            assert_eq!(marks(lang), COMMON, "{lang}");
        }
        assert_eq!(marks("de").open, "„");
        assert_eq!(marks("fr-ca").open, "«\u{202f}");
    }
}
