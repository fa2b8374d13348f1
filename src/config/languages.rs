//! `languages:`: their names, the words of their URLs, and which one is at `/`.
//!
//! **Invariant:** of the languages read, one is at the root; more claims than one are an error.

use crate::base::{Lang, Slug};
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::yaml::{Entry, Fields, Kind, Node, boolean, text};

use super::built_in::{language_name, path_words};
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
            // `Fields` says what is wrong when this is no mapping either.
            Fields::of(node, "languages", "languages", out);
            for entry in node.entries().unwrap_or_default() {
                add(declared(entry, out), &entry.key_span, out);
            }
        }
    }
    rooted(claims, node, out)
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
    };
    fields.finish(out);
    words
}

/// Decides which language is at the root: the one that says so, else the first that does not
/// refuse.
fn rooted(claims: Vec<Claim>, node: &Node, out: &mut Vec<Diagnostic>) -> Vec<Language> {
    let claimed = |claim: &Claim| claim.root.as_ref().is_some_and(|(is_root, _)| *is_root);
    let count = claims.iter().filter(|claim| claimed(claim)).count();
    let root = claims.iter().position(claimed).or_else(|| claims.iter().position(|claim| claim.root.is_none()));
    if claims.is_empty() {
        return Vec::new();
    }
    if root.is_none() || count > 1 {
        let spans: Vec<&Span> = claims.iter().filter_map(|claim| claim.root.as_ref().map(|(_, span)| span)).collect();
        let claimed = claims.iter().filter(|claim| claimed(claim)).filter_map(|claim| claim.root.as_ref());
        let place = claimed.map(|(_, span)| span).nth(1).unwrap_or(&node.span);
        let mut diagnostic = Diagnostic::at(place.clone(), Problem::RootLanguage { count });
        for span in spans.into_iter().filter(|span| *span != place) {
            diagnostic = diagnostic.with(span.clone());
        }
        out.push(diagnostic);
    }
    let root = root.unwrap_or(0);
    let language = |(number, claim): (usize, Claim)| Language { is_root: number == root, ..claim.language };
    claims.into_iter().enumerate().map(language).collect()
}
