//! What is marked in the texts of answers: the words that were found, in the forms in which they
//! stand there. Who asks for `rencana` sees `merencanakan`.

use std::collections::BTreeSet;

use crate::base::Lang;

use super::super::lexicon::cut;
use super::super::read::Shards;
use super::super::token::Token;
use super::score::Scored;
use super::sought::Meaning;

/// What is marked, clause by clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// The language of the texts.
    pub lang: Lang,
    clauses: Vec<Marked>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Marked {
    Forms(BTreeSet<String>),
    Phrase(Vec<String>),
}

impl Marks {
    pub(super) fn of(required: &[&Scored], shards: &Shards<'_>) -> Self {
        let clauses = required.iter().map(|scored| match &scored.sought.meaning {
            Meaning::Word(found) => {
                let forms = found.iter().flat_map(|found| found.lemma().written());
                Marked::Forms(forms.map(str::to_owned).collect())
            }
            Meaning::Phrase(_) => Marked::Phrase(scored.sought.words.clone()),
        });
        Self { lang: shards.entry.lang.clone(), clauses: clauses.collect() }
    }

    /// By token of a text, the clauses that it is marked for.
    pub(in crate::search) fn of_tokens(&self, text: &str, tokens: &[Token]) -> Vec<BTreeSet<usize>> {
        let mut marks = vec![BTreeSet::new(); tokens.len()];
        for (number, clause) in self.clauses.iter().enumerate() {
            let length = match clause {
                Marked::Forms(_) => 1,
                Marked::Phrase(words) => words.len(),
            };
            for (start, run) in tokens.windows(length).enumerate() {
                let is_found = match clause {
                    Marked::Forms(forms) => run.iter().all(|token| forms.contains(cut(&token.word))),
                    Marked::Phrase(words) => {
                        run.iter().map(|token| cut(&token.word)).eq(words.iter().map(String::as_str))
                            && is_one_block(text, run)
                    }
                };
                if is_found {
                    marks[start..start + length].iter_mut().for_each(|mark| {
                        mark.insert(number);
                    });
                }
            }
        }
        marks
    }
}

/// Says whether no block of a text ends within a run of its words.
fn is_one_block(text: &str, run: &[Token]) -> bool {
    match run {
        [first, .., last] => !text[first.place.start..last.place.end].contains('\n'),
        _ => true,
    }
}
