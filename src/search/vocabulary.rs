//! The words that a publication has of its own: those that `kabar.yaml` lists, and the names of its
//! terms and people.
//!
//! **Invariant:** words stand here folded.

use std::collections::BTreeSet;

use crate::base::Lang;
use crate::config::Config;
use crate::site::{LangId, Site};

use super::fold::fold;
use super::token::tokens;

/// A publication's own words of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Words that are their own root.
    pub roots: Vec<String>,
    /// Words with the root that they have against all rules.
    pub exceptions: Vec<(String, String)>,
    /// Words of names. They are words like others where the language has them; where it has not,
    /// nothing is cut from them: the village of Mengkendek has no root `kendek`.
    pub names: BTreeSet<String>,
}

impl Vocabulary {
    /// What the configuration lists.
    pub fn of_config(config: &Config, lang: &Lang) -> Self {
        let Some(own) = config.search.words.get(lang) else {
            return Self::default();
        };
        let exceptions = own.exceptions.iter().map(|(form, root)| (fold(form), fold(root)));
        Self {
            roots: own.roots.iter().map(|root| fold(root)).collect(),
            exceptions: exceptions.collect(),
            names: BTreeSet::new(),
        }
    }

    /// All words that a publication has of its own.
    pub fn of(site: &Site, lang: LangId) -> Self {
        let tag = site.lang(lang);
        let listed = Self::of_config(&site.config, tag);
        // Only the rules for Indonesian ask whether a word is a name.
        if tag.as_str().split('-').next() != Some("id") {
            return listed;
        }
        let names = site.terms.iter().filter(|term| term.is_declared).map(|term| term.names[lang.0].as_str());
        let words = names.flat_map(|name| tokens(name, tag)).map(|token| token.word);
        Self { names: words.collect(), ..listed }
    }
}
