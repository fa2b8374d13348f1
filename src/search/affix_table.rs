//! How whoever has the index but no list of roots, as a browser, may lead a word back to a root: what
//! words begin and end with, and what is put in its place. A root that comes out counts only if the
//! index has it, so the tables may be generous.
//!
//! **Invariant:** the last of each table takes nothing away.

use crate::base::Lang;

/// What is taken away and what is put in its place.
pub(super) type Affix = (&'static str, &'static str);

/// The tables of a language.
pub(super) struct Affixes {
    pub prefixes: &'static [Affix],
    pub suffixes: &'static [Affix],
}

const NONE: Affixes = Affixes { prefixes: &[("", "")], suffixes: &[("", "")] };

const INDONESIAN: Affixes = Affixes {
    prefixes: &[
        ("ketidak", ""),
        ("memper", ""),
        ("member", ""),
        ("keber", ""),
        ("keter", ""),
        ("berke", ""),
        ("berpen", ""),
        ("berpe", ""),
        ("diper", ""),
        ("diber", ""),
        ("dike", ""),
        ("menge", ""),
        ("meng", ""),
        ("meng", "k"),
        ("meny", "s"),
        ("men", ""),
        ("men", "t"),
        ("mem", ""),
        ("mem", "p"),
        ("me", ""),
        ("penge", ""),
        ("peng", ""),
        ("peng", "k"),
        ("peny", "s"),
        ("pen", ""),
        ("pen", "t"),
        ("pem", ""),
        ("pem", "p"),
        ("pel", ""),
        ("per", ""),
        ("pe", ""),
        ("bel", ""),
        ("ber", ""),
        ("be", ""),
        ("ter", ""),
        ("te", ""),
        ("di", ""),
        ("ke", ""),
        ("se", ""),
        ("", ""),
    ],
    suffixes: &[
        ("kannya", ""),
        ("annya", ""),
        ("inya", ""),
        ("kanlah", ""),
        ("anlah", ""),
        ("nya", ""),
        ("kan", ""),
        ("lah", ""),
        ("kah", ""),
        ("pun", ""),
        ("an", ""),
        ("ku", ""),
        ("mu", ""),
        ("i", ""),
        ("", ""),
    ],
};

const ENGLISH: Affixes = Affixes {
    prefixes: &[("", "")],
    suffixes: &[
        ("ations", ""),
        ("ations", "at"),
        ("ation", ""),
        ("ation", "at"),
        ("ments", ""),
        ("ment", ""),
        ("ingly", ""),
        ("ings", ""),
        ("ions", ""),
        ("ing", ""),
        ("ion", ""),
        ("ies", "i"),
        ("ied", "i"),
        ("ers", ""),
        ("ors", ""),
        ("ed", ""),
        ("er", ""),
        ("es", ""),
        ("ly", ""),
        ("or", ""),
        ("e", ""),
        ("s", ""),
        ("y", "i"),
        ("", ""),
    ],
};

/// The tables of a language; of those whose rules do not only take away they hold what does.
pub(super) fn affixes(lang: &Lang) -> Affixes {
    match lang.as_str().split('-').next() {
        Some("id") => INDONESIAN,
        Some("en") => ENGLISH,
        _ => NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::super::analyser::Analyser;
    use super::*;

    /// Says whether the tables lead to the root that the rules find.
    fn leads(word: &str, root: &str, affixes: &Affixes) -> bool {
        affixes.prefixes.iter().any(|(taken, put)| {
            let Some(rest) = word.strip_prefix(taken).map(|rest| format!("{put}{rest}")) else { return false };
            let end = |(taken, put): &Affix| rest.strip_suffix(taken).map(|rest| format!("{rest}{put}"));
            affixes.suffixes.iter().filter_map(end).any(|candidate| candidate == root)
        })
    }

    #[test]
    fn the_tables_lead_where_the_rules_do() {
        let words: [(&str, &[&str]); 2] = [
            (
                "id",
                &[
                    "perencanaan",
                    "merencanakan",
                    "terencana",
                    "pelatihan",
                    "melatih",
                    "menyusun",
                    "pengiriman",
                    "mempertahankan",
                    "ketidakadilan",
                    "pengecatan",
                    "desanya",
                    "berkelanjutan",
                    "pemilihan",
                    "menulis",
                ],
            ),
            (
                "en",
                &[
                    "planned",
                    "villages",
                    "communities",
                    "training",
                    "trained",
                    "developments",
                    "information",
                    "organizers",
                    "farmers",
                    "supported",
                    "fisheries",
                    "locally",
                ],
            ),
        ];
        for (tag, words) in words {
            let lang = tag.parse().expect("a language");
            let (affixes, analyser) = (affixes(&lang), Analyser::new(&lang));
            let found = words.iter().filter(|word| leads(word, &analyser.analyse(word).root, &affixes)).count();
            // The rest is doubled letters and the like: `planned`.
            assert!(found + 2 >= words.len(), "{tag}: {found} of {}", words.len());
            assert_eq!(affixes.prefixes.last(), Some(&("", "")));
            assert_eq!(affixes.suffixes.last(), Some(&("", "")));
        }
    }
}
