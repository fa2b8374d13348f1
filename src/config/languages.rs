//! `languages:`: their names, the words of their URLs, and which one is at `/`.
//!
//! **Invariant:** of the languages read, one is at the root; more claims than one are an error.

use crate::base::{Lang, Slug};
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::yaml::{Entry, Fields, Kind, Node, boolean, text};

use super::built_in::{language_name, path_words};
use super::kinds::entries;
use super::slugs::slug;
use super::{Language, PathWords};

/// A language and what it says about the root.
struct Claim {
    language: Language,
    root: Option<(bool, Span)>,
}

/// Reads the languages, in order: a mapping from codes, or only a list of codes.
pub fn languages(node: &Node, out: &mut Vec<Diagnostic>) -> Vec<Language> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut places: Vec<Span> = Vec::new();
    let mut add = |claim: Option<Claim>, span: &Span, out: &mut Vec<Diagnostic>| {
        let Some(claim) = claim else { return };
        let same = claims.iter().position(|other| other.language.lang == claim.language.lang);
        if let Some(same) = same {
            let problem = Problem::DuplicateKey { key: claim.language.lang.to_string() };
            out.push(Diagnostic::at(span.clone(), problem).with(places[same].clone()));
            return;
        }
        claims.push(claim);
        places.push(span.clone());
    };
    match &node.kind {
        Kind::List(codes) => {
            for node in codes {
                add(listed(node, out), &node.span, out);
            }
        }
        _ => {
            for entry in entries(Some(node), "languages", out) {
                add(declared(entry, out), &entry.key_span, out);
            }
        }
    }
    rooted(claims, out)
}

fn listed(node: &Node, out: &mut Vec<Diagnostic>) -> Option<Claim> {
    let lang = tag(&text(node, "languages", out)?, &node.span, out)?;
    let language = Language { name: language_name(&lang), is_root: false, paths: path_words(&lang), lang };
    Some(Claim { language, root: None })
}

fn declared(entry: &Entry, out: &mut Vec<Diagnostic>) -> Option<Claim> {
    let lang = tag(&entry.key, &entry.key_span, out);
    let mut fields = Fields::of(&entry.value, &entry.key, &entry.key, out)?;
    let name = fields.take("name").and_then(|node| text(node, "name", out));
    let root = fields.take("root").and_then(|node| Some((boolean(node, "root", out)?, node.span.clone())));
    let paths = fields.take("paths");
    fields.finish(out);
    let lang = lang?;
    let defaults = path_words(&lang);
    let paths = match paths {
        Some(node) => words(node, defaults, out),
        None => defaults,
    };
    let name = name.unwrap_or_else(|| language_name(&lang));
    Some(Claim { language: Language { lang, name, is_root: false, paths }, root })
}

fn tag(code: &str, span: &Span, out: &mut Vec<Diagnostic>) -> Option<Lang> {
    let lang = code.parse().ok();
    if lang.is_none() {
        out.push(Diagnostic::at(span.clone(), Problem::InvalidLanguage { value: code.to_owned() }));
    }
    lang
}

fn words(node: &Node, defaults: PathWords, out: &mut Vec<Diagnostic>) -> PathWords {
    let Some(mut fields) = Fields::of(node, "paths", "paths", out) else {
        return defaults;
    };
    let mut word = |key: &str, default: Slug, out: &mut Vec<Diagnostic>| {
        fields.take(key).and_then(|node| slug(node, key, out)).unwrap_or(default)
    };
    let words = PathWords {
        page: word("page", defaults.page, out),
        archive: word("archive", defaults.archive, out),
        content_type: word("type", defaults.content_type, out),
        search: word("search", defaults.search, out),
        republish: word("republish", defaults.republish, out),
        feeds: word("feeds", defaults.feeds, out),
        embed: word("embed", defaults.embed, out),
        corrections: word("corrections", defaults.corrections, out),
    };
    fields.finish(out);
    words
}

/// Decides which language is at the root: the one that says so, else the first that does not
/// refuse.
fn rooted(claims: Vec<Claim>, out: &mut Vec<Diagnostic>) -> Vec<Language> {
    let says = |claim: &Claim, wanted: bool| matches!(&claim.root, Some((is_root, _)) if *is_root == wanted);
    let root = claims
        .iter()
        .position(|claim| says(claim, true))
        .or_else(|| claims.iter().position(|claim| !says(claim, false)));
    // Either several claim the root, or all refuse it.
    let wanted = root.is_some();
    let mut spans = claims.iter().filter(|claim| says(claim, wanted)).filter_map(|claim| claim.root.as_ref());
    if let (Some((_, first)), next) = (spans.next(), spans.next())
        && (next.is_some() || !wanted)
    {
        let count = claims.iter().filter(|claim| says(claim, true)).count();
        let place = next.map_or(first, |(_, span)| span);
        let diagnostic = Diagnostic::at(place.clone(), Problem::RootLanguage { count });
        out.push(if place == first { diagnostic } else { diagnostic.with(first.clone()) });
    }
    let root = root.unwrap_or(0);
    let language = |(number, claim): (usize, Claim)| Language { is_root: number == root, ..claim.language };
    claims.into_iter().enumerate().map(language).collect()
}

#[cfg(test)]
mod tests {
    use crate::config::check::{check_all, read};

    const HEAD: &str = "title: x\nbase_url: https://a.org\ntimezone: UTC\n";

    fn check(input: &str, expected: &str) {
        check_all(&format!("{HEAD}{input}"), expected);
    }

    /// Compares each language as `tag name /page-word`, the root with a star.
    fn check_languages(input: &str, expected: &str) {
        let config = read(&format!("{HEAD}{input}")).value.expect("a configuration");
        let one = |language: &super::Language| {
            let star = if language.is_root { "*" } else { "" };
            format!("{}{star} {} /{}", language.lang, language.name, language.paths.page)
        };
        let all: Vec<String> = config.languages.iter().map(one).collect();
        assert_eq!(all.join(", "), expected, "{input}");
    }

    #[test]
    fn a_list_of_codes_is_enough() {
        check_languages("languages: [id, en]", "id* Bahasa Indonesia /halaman, en English /page");
        check_languages("languages: [jv]", "jv* Basa Jawa /page");
    }

    #[test]
    fn a_language_may_say_its_name_words_and_root() {
        check_languages("languages: { en: , id: { root: true } }", "en English /page, id* Bahasa Indonesia /halaman");
        check_languages(
            "languages: { en: { name: Inggris, paths: { page: p } }, id: }",
            "en* Inggris /p, id Bahasa Indonesia /halaman",
        );
        check_languages("languages: { en: { root: false }, id: }", "en English /page, id* Bahasa Indonesia /halaman");
    }

    #[test]
    fn one_language_is_at_the_root() {
        check("languages: { en: { root: true }, id: { root: true } }", "root-language 4:46");
        check("languages: { en: { root: false } }", "root-language 4:26");
    }

    #[test]
    fn there_is_a_language() {
        check("", "no-languages 1:1");
        check("languages:", "no-languages 4:1");
        check("languages: {}", "no-languages 4:1");
        check("languages: []", "no-languages 4:1");
        check("languages: id", "wrong-type 4:12");
    }

    #[test]
    fn languages_are_checked() {
        check("languages: [id, indonesian]", "invalid-language 4:17");
        check("languages: [id, en, ID]", "duplicate-key 4:21");
        check("languages: { id_ID: , en: }", "invalid-language 4:14");
        check("languages: { id: { nama: x } }", "unknown-key 4:20 name");
        check("languages: { id: { paths: { page: Halaman Dua } } }", "invalid-slug 4:35 halaman-dua");
        check("languages: { id: { paths: { pages: x } } }", "unknown-key 4:29 page");
    }

    #[test]
    fn texts_in_a_wrongly_declared_language_are_not_wrong_too() {
        check("description: { id: a, en: b }\nlanguages: [id, english]", "invalid-language 5:17");
    }
}
