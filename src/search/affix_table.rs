//! How whoever has the index but no list of roots, as a browser, may lead a word back to a root: what
//! words begin and end with, and what is put in its place. A root that comes out counts only if the
//! index has it, so the tables may be generous.
//!
//! **Invariant:** the last of each table takes nothing away.

use crate::base::Lang;

use super::read::Takes;

/// What is taken away and what is put in its place.
pub(super) type Affix = (&'static str, &'static str);

/// The tables of a language.
#[derive(Debug)]
pub(super) struct Affixes {
    pub prefixes: Vec<Affix>,
    pub suffixes: Vec<Affix>,
    /// Which of several ways to a root is tried first.
    pub takes: Takes,
}

/// Each is what is taken away; behind a colon, what is put in its place. Of those that take as much
/// the first goes first: a swallowed consonant comes back before it is left away.
const INDONESIAN_PREFIXES: &str = "\
    ketidak memper mempel mempeker:ker dipeker:ker dipel pembel pember member berpeng keber keter kepen kepem:p \
    kese berke berpen berpe terber diper diber dike antar menge menye penye penge meng:k meng meny:s men:t men mem:p mem \
    me peng:k peng peny:s pen:t pen pem:p pem pel per pe bel ber be ter te kau ku di ke se";

const INDONESIAN_SUFFIXES: &str = "kannya annya inya kanlah anlah nya kan lah kah pun an ku mu i";

/// What Snowball's algorithm makes of endings, the most frequent of them.
const ENGLISH_SUFFIXES: &str = "\
    d e l s y y:i al ed er es ic li ls ly or als ant ate ded ely ent ers ful ged ics ies ing \
    ing:e ion ism ity ive ize led ned ors ous ped red ted able ably ally ance ants ated ates \
    ator ding edly ence ency ents eous ered ging ible ibly ical ings ions ives ized izer izes \
    ling ment ming ness ning ping ring ting ying:i ality alize ances antly ately ating ation \
    ative ators ement ences ently ering fully icate ility:l iness:i ingly ional ioned ities \
    ively izing ments ously alized alizes ations atives ements encies eously ically ioning \
    nesses ability alizing ational atively ibility ication ionally ization";

/// The tables of a language; of those whose rules do not only take away they hold what does.
pub(super) fn affixes(lang: &Lang) -> Affixes {
    let (prefixes, suffixes, takes) = match lang.as_str().split('-').next() {
        Some("id") => (INDONESIAN_PREFIXES, INDONESIAN_SUFFIXES, Takes::Most),
        Some("en") => ("", ENGLISH_SUFFIXES, Takes::Fewest),
        _ => ("", "", Takes::Most),
    };
    Affixes { prefixes: table(prefixes), suffixes: table(suffixes), takes }
}

fn table(text: &'static str) -> Vec<Affix> {
    let affixes = text.split_whitespace().map(|affix| affix.split_once(':').unwrap_or((affix, "")));
    affixes.chain([("", "")]).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::analyser::Analyser;
    use super::*;

    #[test]
    fn the_last_takes_nothing_away_and_none_stands_twice() {
        for lang in ["id", "en", "jv"] {
            let affixes = affixes(&lang.parse().expect("a language"));
            for table in [affixes.prefixes, affixes.suffixes] {
                assert_eq!(table.last(), Some(&("", "")));
                assert_eq!(table.iter().collect::<BTreeSet<_>>().len(), table.len(), "{table:?}");
            }
        }
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
                    "mempelajari",
                    "pembelajaran",
                    "memutuskan",
                    "antarkelompok",
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
                    "pregnancies",
                    "actions",
                    "coming",
                ],
            ),
        ];
        for (tag, words) in words {
            let lang = tag.parse().expect("a language");
            let (affixes, analyser) = (affixes(&lang), Analyser::new(&lang));
            let wrong: Vec<&str> =
                words.iter().copied().filter(|word| !leads(word, &analyser.analyse(word).root, &affixes)).collect();
            assert!(wrong.is_empty(), "{tag}: {wrong:?}");
        }
    }

    /// Says whether the tables lead to the root that the rules find.
    fn leads(word: &str, root: &str, affixes: &Affixes) -> bool {
        affixes.prefixes.iter().any(|(taken, put)| {
            let Some(rest) = word.strip_prefix(taken).map(|rest| format!("{put}{rest}")) else { return false };
            let end = |(taken, put): &Affix| rest.strip_suffix(taken).map(|rest| format!("{rest}{put}"));
            affixes.suffixes.iter().filter_map(end).any(|candidate| candidate == root)
        })
    }
}
