//! What a reader asks for: words, phrases, words that must not be there, values to choose by.
//!
//! **Invariant:** any text is a query; what makes no sense as an operator is searched as words.

use std::collections::BTreeMap;
use std::fmt;
use std::iter::Peekable;
use std::str::CharIndices;

use crate::base::Lang;

use super::fold::fold;
use super::lexicon::cut;
use super::read::Entry;
use super::token::tokens;

/// How many clauses and filters of a question are read: more than anybody types, few enough that
/// a pasted text asks for no more files than a question does.
const MOST_WANTED: usize = 32;
const MOST_OTHERS: usize = 16;

/// A question taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub wanted: Vec<Clause>,
    pub unwanted: Vec<Clause>,
    pub filters: Vec<Filter>,
    /// It does not end in white space: its last word may still be being typed.
    pub is_unfinished: bool,
}

/// A value that answers must have, or must not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The id of the facet: `regions`.
    pub facet: String,
    /// The id or the name of the value, folded: `jakarta`.
    pub value: String,
    pub is_unwanted: bool,
}

/// A word, or words that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Folded words; more than one in a phrase.
    pub words: Vec<String>,
    /// Written in quotation marks: the words as they are, not others of the same root.
    pub is_quoted: bool,
}

/// The names that facets answer to in a query: `tag`, `topik` and `tags` are the same.
#[derive(Debug, Clone, Default)]
pub struct FacetNames(BTreeMap<String, String>);

impl FacetNames {
    /// Takes names as the entry of an index lists them, folded; of two facets with the same name
    /// the first answers to it.
    pub fn of(entry: &Entry) -> Self {
        let mut names = BTreeMap::new();
        for facet in &entry.facets {
            for name in &facet.names {
                names.entry(name.clone()).or_insert_with(|| facet.id.clone());
            }
        }
        Self(names)
    }

    fn id(&self, name: &str) -> Option<&str> {
        self.0.get(&fold(name)).map(String::as_str)
    }
}

impl Query {
    /// Takes a question apart.
    pub fn parse(text: &str, lang: &Lang, names: &FacetNames) -> Self {
        let mut query = Self::default();
        let mut letters = text.char_indices().peekable();
        while let Some(piece) = next_piece(text, &mut letters) {
            query.take(piece, lang, names);
        }
        query.wanted.truncate(MOST_WANTED);
        query.unwanted.truncate(MOST_OTHERS);
        query.filters.truncate(MOST_OTHERS);
        query.is_unfinished = !text.ends_with(char::is_whitespace);
        query
    }

    fn take(&mut self, piece: Piece<'_>, lang: &Lang, names: &FacetNames) {
        if let Some((id, value)) = piece.name.and_then(|name| Some((names.id(name)?, piece.text))) {
            if !value.trim().is_empty() {
                let (facet, value) = (id.to_owned(), fold(value.trim()));
                self.filters.push(Filter { facet, value, is_unwanted: piece.is_unwanted });
            }
            return;
        }
        let side = if piece.is_unwanted { &mut self.unwanted } else { &mut self.wanted };
        let before = piece.name.into_iter().map(|name| (name, false));
        for (text, is_quoted) in before.chain([(piece.text, piece.is_quoted)]) {
            let words: Vec<String> = tokens(text, lang).iter().map(|token| cut(&token.word).to_owned()).collect();
            if is_quoted && !words.is_empty() {
                side.push(Clause { words, is_quoted });
            } else {
                side.extend(words.into_iter().map(|word| Clause { words: vec![word], is_quoted }));
            }
        }
    }

    /// Says whether nothing is asked for: what is only unwanted does not say what is wanted.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.filters.iter().all(|filter| filter.is_unwanted)
    }
}

/// A question that is taken apart into the same clauses.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clause = |clause: &Clause| {
            let words = clause.words.join(" ");
            if clause.is_quoted { format!("\"{words}\"") } else { words }
        };
        let filter = |filter: &Filter| {
            let sign = if filter.is_unwanted { "-" } else { "" };
            format!("{sign}{}:\"{}\"", filter.facet, filter.value)
        };
        let wanted = self.wanted.iter().map(clause);
        let unwanted = self.unwanted.iter().map(|unwanted| format!("-{}", clause(unwanted)));
        let all: Vec<String> = wanted.chain(unwanted).chain(self.filters.iter().map(filter)).collect();
        f.write_str(&all.join(" "))
    }
}

/// `-name:"text"`, or less of it.
struct Piece<'t> {
    is_unwanted: bool,
    name: Option<&'t str>,
    text: &'t str,
    is_quoted: bool,
}

const QUOTES: [char; 4] = ['"', '\u{201c}', '\u{201d}', '\u{201e}'];

fn next_piece<'t>(text: &'t str, letters: &mut Peekable<CharIndices<'t>>) -> Option<Piece<'t>> {
    while letters.next_if(|(_, letter)| letter.is_whitespace()).is_some() {}
    let is_unwanted = letters.next_if(|(_, letter)| *letter == '-').is_some();
    let (start, _) = *letters.peek()?;
    let mut name = None;
    let mut begin = start;
    while let Some((at, letter)) = letters.peek().copied() {
        if letter.is_whitespace() {
            break;
        }
        letters.next();
        if QUOTES.contains(&letter) && at == begin {
            let inner = at + letter.len_utf8();
            let end = letters.find(|(_, letter)| QUOTES.contains(letter)).map_or(text.len(), |(end, _)| end);
            return Some(Piece { is_unwanted, name, text: &text[inner..end], is_quoted: true });
        }
        if letter == ':' && name.is_none() && at > begin {
            name = Some(&text[begin..at]);
            begin = at + 1;
        }
    }
    let end = letters.peek().map_or(text.len(), |(at, _)| *at);
    Some(Piece { is_unwanted, name, text: &text[begin..end], is_quoted: false })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(text: &str) -> Query {
        let names = FacetNames(
            [("tag", "tags"), ("wilayah", "regions")].map(|(name, id)| (name.to_owned(), id.to_owned())).into(),
        );
        Query::parse(text, &"id".parse().expect("a language"), &names)
    }

    fn word(word: &str) -> Clause {
        Clause { words: vec![word.to_owned()], is_quoted: false }
    }

    #[test]
    fn operators_are_read_and_all_else_is_words() {
        let query = parse("Rencana \"musyawarah desa\" -kota tag:air -wilayah:\"Sulawesi Selatan\" catatan:baru -");
        assert_eq!(query.wanted[0], word("rencana"));
        assert_eq!(query.wanted[1], Clause { words: vec!["musyawarah".into(), "desa".into()], is_quoted: true });
        assert_eq!(query.wanted[2..], [word("catatan"), word("baru")]);
        assert_eq!(query.unwanted, [word("kota")]);
        let filters = [("tags", "air", false), ("regions", "sulawesi selatan", true)];
        let filters = filters.map(|(facet, value, is_unwanted)| Filter {
            facet: facet.to_owned(),
            value: value.to_owned(),
            is_unwanted,
        });
        assert_eq!(query.filters, filters);
    }

    #[test]
    fn a_word_before_white_space_is_finished() {
        assert!(parse("desa").is_unfinished);
        assert!(!parse("desa ").is_unfinished);
    }

    #[test]
    fn a_pasted_text_is_read_as_far_as_a_question_goes() {
        assert_eq!(parse(&"desa ".repeat(1000)).wanted.len(), MOST_WANTED);
    }

    #[test]
    fn an_open_quotation_goes_to_the_end() {
        assert_eq!(parse("\"desa kami").wanted[0].words, ["desa", "kami"]);
    }

    #[test]
    fn a_question_is_written_as_it_is_read() {
        let query = parse("\"musyawarah desa\" rencana -kota tag:air");
        assert_eq!(query.to_string(), "\"musyawarah desa\" rencana -kota tags:\"air\"");
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(text in "[-:\"“ a-zé]{0,40}") {
            parse(&text);
        }
    }
}
