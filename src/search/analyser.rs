//! One language's way from a word to its root.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::base::Lang;

use super::fold::fold;
use super::indonesian::{self, Roots};
use super::vocabulary::Vocabulary;

/// What is known of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// The root that was chosen; the folded word itself where nothing better is known.
    pub root: String,
    /// All that the root might be, the likeliest first; never empty.
    pub candidates: Vec<String>,
}

/// Finds the roots of the words of one language.
pub struct Analyser {
    method: Method,
    /// Words of a publication with their roots, before all rules.
    own: BTreeMap<String, String>,
}

enum Method {
    Indonesian(Roots),
    Snowball(Stemmer),
    /// Of a language without rules each word is its own root.
    Folding,
}

impl fmt::Debug for Analyser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.method {
            Method::Indonesian(_) => "Analyser(indonesian)",
            Method::Snowball(_) => "Analyser(snowball)",
            Method::Folding => "Analyser(folding)",
        })
    }
}

impl Analyser {
    /// Takes our own rules for Indonesian, Snowball's where it has the language, else none.
    pub fn new(lang: &Lang) -> Self {
        Self::with(lang, &Vocabulary::default())
    }

    /// The same, knowing a publication's own words.
    pub fn with(lang: &Lang, vocabulary: &Vocabulary) -> Self {
        let language = lang.as_str().split('-').next().unwrap_or_default();
        if language == "id" {
            // Its rules take the words in, for their derivations too.
            return Self { method: Method::Indonesian(Roots::with(vocabulary)), own: BTreeMap::new() };
        }
        let method = algorithm(language).map_or(Method::Folding, |found| Method::Snowball(Stemmer::create(found)));
        let roots = vocabulary.roots.iter().map(|root| (root.clone(), root.clone()));
        Self { method, own: roots.chain(vocabulary.exceptions.iter().cloned()).collect() }
    }

    /// Says whether another reads all words alike, if both were made of one configuration.
    pub(super) fn has_names_of(&self, other: &Self) -> bool {
        match (&self.method, &other.method) {
            (Method::Indonesian(one), Method::Indonesian(other)) => one.has_names_of(other),
            _ => true,
        }
    }

    /// Finds the root of a word, written in any way.
    pub fn analyse(&self, word: &str) -> Analysis {
        let folded = fold(word);
        if let Some(root) = self.own.get(&folded) {
            return only(root.clone());
        }
        match &self.method {
            Method::Indonesian(roots) => {
                let indonesian::Analysis { root, candidates } = indonesian::analyse(&folded, roots);
                let others = candidates.into_iter().map(|candidate| candidate.root).filter(|other| *other != root);
                let candidates = std::iter::once(root.clone()).chain(others).collect();
                Analysis { root, candidates }
            }
            Method::Snowball(stemmer) => {
                let parts: Vec<Cow<str>> = folded.split('-').map(|part| stemmer.stem(part)).collect();
                only(parts.join("-"))
            }
            Method::Folding => only(folded),
        }
    }
}

fn only(root: String) -> Analysis {
    Analysis { candidates: vec![root.clone()], root }
}

/// Snowball's algorithm for a language. Its Indonesian one is not taken: it knows no words, and
/// makes `ita` of `berita`.
fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn root(lang: &str, word: &str) -> String {
        Analyser::new(&lang.parse().expect("a language")).analyse(word).root
    }

    #[test]
    fn each_language_has_its_own_way() {
        assert_eq!(root("id", "Perencanaan"), "rencana");
        assert_eq!(root("en", "Planning"), "plan");
        assert_eq!(root("pt-br", "planejamentos"), "planej");
        assert_eq!(root("jv", "Désané"), "desane");
    }

    #[test]
    fn a_publication_has_words_of_its_own() {
        let own = |lang: &str, word: &str| {
            let vocabulary = Vocabulary {
                roots: vec!["pelakat".to_owned(), "mengkendek".to_owned(), "meetings".to_owned()],
                exceptions: vec![("pengungsi".to_owned(), "suaka".to_owned()), ("gave".to_owned(), "give".to_owned())],
                names: ["mengglobukan", "perencanaan", "bersih"].map(str::to_owned).into(),
            };
            Analyser::with(&lang.parse().expect("a language"), &vocabulary).analyse(word).root
        };
        // A root stays whole, and its derivations are led to it.
        assert_eq!(own("id", "Pelakat"), "pelakat");
        assert_eq!(own("id", "pelakatnya"), "pelakat");
        assert_eq!(own("id", "mengkendek"), "mengkendek");
        assert_eq!(own("id", "pengungsi"), "suaka");
        // A name that the language does not know keeps what looks like affixes; others are words.
        assert_eq!(own("id", "mengglobukan"), "mengglobukan");
        assert_eq!(own("id", "perencanaan"), "rencana");
        assert_eq!(own("id", "bersih"), "bersih");
        assert_eq!((own("en", "meetings").as_str(), own("en", "meeting").as_str()), ("meetings", "meet"));
        assert_eq!(own("en", "gave"), "give");
    }

    proptest! {
        #[test]
        fn whatever_is_written_has_a_root(word in "\\PC{0,24}", lang in prop::sample::select(vec!["id", "en", "jv", "de"])) {
            let analysis = Analyser::new(&lang.parse().expect("a language")).analyse(&word);
            prop_assert_eq!(analysis.candidates.first(), Some(&analysis.root));
        }

        /// Affixes in any order, real words or not.
        #[test]
        fn affixes_never_eat_the_whole_word(word in "(me|pe|ber|ter|di|ke|se|per|mem|men|meng|meny){0,4}[a-z]{0,6}(kan|an|i){0,2}(nya|lah|kah)?(-[a-z]{0,5})?") {
            let root = root("id", &word);
            prop_assert!(word.is_empty() || !root.is_empty());
        }
    }
}
