//! Files of one article brought together: which one is the original, which are published.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problem};
use crate::document::{Document, Documents, PlaceKind};
use crate::schema;

use super::{Article, ArticleId, Env, LangId, Page, PageId, Section, SectionId, TermId, TypeId};
use super::{Withheld, WithheldReason, permalink};

/// The files of one article, whether published or not.
pub(super) struct Group {
    pub(super) key: String,
    pub(super) original: Arc<Document>,
    pub(super) published: Vec<Arc<Document>>,
    pub(super) withheld: Vec<Withheld>,
}

/// Groups all documents by article and says what contradicts itself.
pub(super) fn groups(documents: &Documents, env: &Env, out: &mut Vec<Diagnostic>) -> Vec<Group> {
    let articles = documents.articles.values().filter(|document| document.place.kind != PlaceKind::Section);
    let mut sorted: Vec<&Arc<Document>> = articles.collect();
    // Of two files of one language, the first by path counts.
    sorted.sort_by(|a, b| (&a.place.key, &a.place.lang).cmp(&(&b.place.key, &b.place.lang)));
    sorted.dedup_by(|later, first| {
        let is_double = (&later.place.key, &later.place.lang) == (&first.place.key, &first.place.lang);
        if is_double {
            let problem = Problem::DuplicateSource { name: later.place.key.clone() };
            out.push(Diagnostic::at(later.span.clone(), problem).with(first.span.clone()));
        }
        is_double
    });
    let by_key: Vec<&[&Arc<Document>]> = sorted.chunk_by(|a, b| a.place.key == b.place.key).collect();
    let grouped: Vec<(Option<Group>, Vec<Diagnostic>)> = by_key
        .into_par_iter()
        .map(|languages| {
            let mut out = Vec::new();
            (group(languages, env, &mut out), out)
        })
        .collect();
    let mut groups = Vec::with_capacity(grouped.len());
    for (group, told) in grouped {
        out.extend(told);
        groups.extend(group);
    }
    groups
}

/// Makes the group of one article, whose files are given in the order of their languages.
fn group(languages: &[&Arc<Document>], env: &Env, out: &mut Vec<Diagnostic>) -> Option<Group> {
    let first = *languages.first()?;
    let key = &first.place.key;
    let originals: Vec<&Arc<Document>> =
        languages.iter().copied().filter(|document| document.translation.is_none()).collect();
    let original = match originals.as_slice() {
        [] => {
            out.push(Diagnostic::at(first.span.clone(), Problem::NoOriginal { name: key.clone() }));
            first.clone()
        }
        [original, others @ ..] => {
            for other in others {
                let problem = Problem::TwoOriginals { name: key.clone() };
                out.push(Diagnostic::at(other.span.clone(), problem).with(original.span.clone()));
            }
            (*original).clone()
        }
    };
    for document in languages {
        compare(document, &original, out);
    }
    let mut published = Vec::new();
    let mut withheld = Vec::new();
    for document in languages {
        match reason(document, &original, env) {
            None => published.push((*document).clone()),
            Some(reason) => withheld.push(Withheld { path: document.path.clone(), reason }),
        }
    }
    Some(Group { key: key.clone(), original, published, withheld })
}

/// Says where a translation contradicts its original.
fn compare(document: &Document, original: &Document, out: &mut Vec<Diagnostic>) {
    let Some(translation) = &document.translation else {
        return;
    };
    if document.place == original.place {
        return;
    }
    if translation.of != original.place.lang {
        let problem =
            Problem::TranslationOf { lang: translation.of.to_string(), original: original.place.lang.to_string() };
        out.push(Diagnostic::at(translation.span.clone(), problem).with(original.span.clone()));
    }
    for (key, value) in &document.shared.keys {
        let first = original.shared.keys.iter().find(|(name, _)| name.text == key.text);
        if first.is_some_and(|(_, first)| first == value) {
            continue;
        }
        let written = first.map_or("–", |(_, first)| first.trim_matches('"')).to_owned();
        let problem = Problem::SharedField { key: key.text.clone(), original: written };
        let place = first.map_or_else(|| original.span.clone(), |(name, _)| name.span.clone());
        out.push(Diagnostic::at(key.span.clone(), problem).with(place));
    }
    out.extend(schema::contradictions(&document.shared.fields, &original.shared.fields, &document.place.lang));
    let now = translation.source_hash.as_ref().map(|hash| (hash, original.hash.short()));
    if let Some((_, now)) = now.filter(|(hash, now)| *hash != now) {
        let problem = Problem::StaleTranslation { lang: original.place.lang.to_string(), now };
        out.push(Diagnostic::at(translation.span.clone(), problem));
    }
}

fn reason(document: &Document, original: &Document, env: &Env) -> Option<WithheldReason> {
    let is_draft = document.is_draft || document.translation.as_ref().is_some_and(|translation| translation.is_draft);
    let is_coming = |date: &&crate::base::Moment| date.zoned() > env.now.zoned();
    if let Some(expires) = original.shared.expires.as_ref().filter(|expires| !is_coming(expires)) {
        return Some(WithheldReason::Expired(expires.clone()));
    }
    if env.shows_drafts {
        return None;
    }
    if is_draft {
        return Some(WithheldReason::Draft);
    }
    original.shared.date.as_ref().filter(is_coming).map(|date| WithheldReason::Embargo(date.clone()))
}

/// Makes the articles that have at least one published language, and their pages.
pub(super) fn articles(
    config: &Config,
    groups: &[Group],
    sections: &[Section],
    terms_of: impl Fn(&Document) -> Vec<Vec<TermId>> + Sync,
) -> (Vec<Article>, Vec<Page>) {
    let published: Vec<&Group> = groups.iter().filter(|group| !group.published.is_empty()).collect();
    let counts = published.iter().scan(0, |count, group| {
        let first = *count;
        *count += group.published.len();
        Some(PageId(first))
    });
    let firsts: Vec<PageId> = counts.collect();
    let made: Vec<(Article, Vec<Page>)> = published
        .par_iter()
        .zip(&firsts)
        .enumerate()
        .map(|(index, (group, first))| article(config, group, sections, (ArticleId(index), *first), &terms_of))
        .collect();
    let mut articles = Vec::with_capacity(made.len());
    let mut pages = Vec::with_capacity(made.len() * config.languages.len());
    for (article, own) in made {
        articles.push(article);
        pages.extend(own);
    }
    (articles, pages)
}

/// Makes one article and its pages; its id and that of its first page are known.
fn article(
    config: &Config,
    group: &Group,
    sections: &[Section],
    (id, first): (ArticleId, PageId),
    terms_of: impl Fn(&Document) -> Vec<Vec<TermId>>,
) -> (Article, Vec<Page>) {
    let lang_of = |document: &Document| {
        let place = config.languages.iter().position(|language| language.lang == document.place.lang);
        LangId(place.unwrap_or_default())
    };
    let original = &group.original;
    let section = sections.binary_search_by(|section| section.key.as_str().cmp(original.place.section()));
    let section = SectionId(section.unwrap_or_default());
    let urls = &sections[section.0].urls;
    let mut own = BTreeMap::new();
    let mut pages = Vec::with_capacity(group.published.len());
    for document in &group.published {
        let lang = lang_of(document);
        own.insert(lang, PageId(first.0 + pages.len()));
        let url = permalink::article(&urls[lang.0], document);
        let hash = document.translation.as_ref().and_then(|translation| translation.source_hash.as_deref());
        let is_stale = hash.is_some_and(|hash| hash != original.hash.short());
        pages.push(Page { article: id, lang, document: document.clone(), url, is_stale });
    }
    let missing = (0..config.languages.len()).map(LangId).filter(|lang| !own.contains_key(lang));
    let stubs = missing.map(|lang| (lang, permalink::article(&urls[lang.0], original))).collect();
    let article = Article {
        key: group.key.clone(),
        section,
        content_type: content_type(config, original),
        original: original.clone(),
        original_lang: lang_of(original),
        pages: own,
        terms: terms_of(original),
        stubs,
    };
    (article, pages)
}

fn content_type(config: &Config, original: &Document) -> TypeId {
    let written = original.shared.content_type.as_ref().map(|name| name.text.as_str());
    let by_folder = config.content_type_of(original.place.section()).map(|content_type| content_type.id.as_str());
    let found = config.content_types.iter().position(|known| Some(known.id.as_str()) == written.or(by_folder));
    TypeId(found.unwrap_or_default())
}
