//! What must be found, worked out without an index: every text is looked at, word by word.

use std::collections::BTreeSet;

use kabar::search::Analyser;

/// An article of which everything that is searched is known.
#[derive(Debug, Clone)]
pub struct Known {
    pub title: Vec<&'static str>,
    pub paragraphs: Vec<Vec<&'static str>>,
    pub tag: Option<&'static str>,
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    pub words: Vec<String>,
    pub phrase: Option<Vec<String>>,
    pub unwanted: Option<String>,
    pub tag: Option<&'static str>,
}

impl Asked {
    pub fn question(&self) -> String {
        let mut parts = self.words.clone();
        parts.extend(self.phrase.iter().map(|words| format!("\"{}\"", words.join(" "))));
        parts.extend(self.unwanted.iter().map(|word| format!("-{word}")));
        parts.extend(self.tag.iter().map(|tag| format!("tag:{tag}")));
        // Words end here: nothing is completed.
        parts.join(" ") + " "
    }
}

impl Known {
    fn blocks(&self) -> impl Iterator<Item = &Vec<&'static str>> {
        std::iter::once(&self.title).chain(&self.paragraphs)
    }

    fn has_root(&self, root: &str, analyser: &Analyser) -> bool {
        self.blocks().flatten().any(|word| analyser.analyse(word).root == root)
    }

    fn has_word(&self, word: &str, analyser: &Analyser) -> bool {
        self.has_root(&analyser.analyse(word).root, analyser)
    }

    fn has_phrase(&self, phrase: &[String]) -> bool {
        self.blocks().any(|block| block.windows(phrase.len()).any(|run| run == phrase))
    }
}

/// The places of the articles that must be found.
pub fn found(articles: &[Known], asked: &Asked, analyser: &Analyser) -> BTreeSet<usize> {
    let allowed = |article: &Known| {
        asked.unwanted.as_ref().is_none_or(|word| !article.has_word(word, analyser))
            && asked.tag.is_none_or(|tag| article.tag == Some(tag))
    };
    let clauses = |article: &Known| {
        let words = asked.words.iter().map(|word| article.has_word(word, analyser));
        words.chain(asked.phrase.iter().map(|phrase| article.has_phrase(phrase))).collect::<Vec<bool>>()
    };
    let those = |is_right: &dyn Fn(&[bool]) -> bool| -> BTreeSet<usize> {
        let right = articles.iter().enumerate().filter(|(_, article)| allowed(article) && is_right(&clauses(article)));
        right.map(|(place, _)| place).collect()
    };
    let count = asked.words.len() + asked.phrase.iter().len();
    if count == 0 && asked.tag.is_none() {
        return BTreeSet::new();
    }
    let all = those(&|clauses| clauses.iter().all(|is_there| *is_there));
    if all.is_empty() && count > 1 { those(&|clauses| clauses.contains(&true)) } else { all }
}
