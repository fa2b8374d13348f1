//! All documents to one model.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::asset::Assets;
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};
use crate::document::{Document, Documents};

use super::articles::{Group, articles, groups};
use super::references::Names;
use super::terms::{Terms, taxonomy_urls};
use super::{Article, ArticleId, Env, LangId, Listing, Page, Section, SectionId, Site, TermId};
use super::{checks, listings, media, related, sections};

/// Links all documents of a publication.
pub fn link(config: &Arc<Config>, documents: &Documents, assets: &Assets, env: &Env) -> Checked<Site> {
    let mut out = Vec::new();
    let sections = sections::sections(config, documents, &mut out);
    let groups = groups(documents, env, &mut out);
    let urls = taxonomy_urls(config);
    let mut terms = Terms::declared(config, documents, &urls, &mut out);
    // A withheld article must not bring a term of its own to light.
    let published = groups.par_iter().filter(|group| !group.published.is_empty());
    let documents_of = |group: &'_ Group| {
        let others = group.published.iter().filter(|document| document.path != group.original.path).cloned();
        [group.original.clone()].into_iter().chain(others).collect::<Vec<_>>()
    };
    let naming: Vec<Arc<Document>> =
        published.flat_map_iter(documents_of).filter(|document| terms.are_new_in(config, document)).collect();
    for document in naming {
        terms.use_names(config, &urls, &document, &mut out);
    }
    let (articles, pages) = articles(config, &groups, &sections, |document| terms.of(config, document));
    media::say_idle_entries(assets, documents, &mut out);
    let (terms, term_names) = terms.into_parts();
    let root = config.languages.iter().position(|language| language.is_root).unwrap_or_default();
    let ((media, names), (lists, related)) = rayon::join(
        || {
            let media = media::media(assets, documents, &groups, &articles, &pages, &sections, LangId(root));
            (media, names(&articles, &sections, &groups, term_names))
        },
        || {
            let lists = listings::Listings::of(config, &articles, &pages, &sections, &terms);
            let related = related(config, &lists, &articles, &pages, terms.len());
            (lists, related)
        },
    );
    let site = Site {
        config: config.clone(),
        env: env.clone(),
        taxonomy_urls: urls,
        media,
        withheld: groups.into_iter().flat_map(|group| group.withheld).collect(),
        data: data(documents, &mut out),
        languages: config.languages.iter().map(|language| language.lang.clone()).collect(),
        names,
        listings: lists,
        related,
        articles,
        pages,
        sections,
        terms,
    };
    checks::references(&site, &mut out);
    Checked { value: site, diagnostics: out }
}

fn names(articles: &[Article], sections: &[Section], groups: &[Group], terms: Vec<BTreeMap<String, TermId>>) -> Names {
    let mut names = Names { terms, ..Names::default() };
    for (index, section) in sections.iter().enumerate() {
        names.sections.insert(section.key.clone(), SectionId(index));
    }
    let ids = || articles.iter().enumerate().map(|(index, article)| (article, ArticleId(index)));
    names.articles = ids().map(|(article, id)| (article.key.clone(), id)).collect();
    let mut by_name: Vec<(&str, ArticleId)> =
        ids().map(|(article, id)| (article.key.rsplit('/').next().unwrap_or(&article.key), id)).collect();
    by_name.sort_unstable();
    let of_name = |same: &[(&str, ArticleId)]| (same[0].0.to_owned(), same.iter().map(|(_, id)| *id).collect());
    names.by_name = by_name.chunk_by(|a, b| a.0 == b.0).map(of_name).collect();
    for group in groups.iter().filter(|group| group.published.is_empty()) {
        names.withhold(&group.key, &group.withheld);
    }
    names
}

fn related(
    config: &Config,
    lists: &listings::Listings,
    articles: &[Article],
    pages: &[Page],
    term_count: usize,
) -> related::Index {
    let langs = (0..config.languages.len()).map(LangId);
    let newest = langs.flat_map(|lang| lists.get(&Listing::Home(lang)).iter().copied());
    let terms = |page: super::PageId| {
        let article = pages[page.0].article;
        (article, articles[article.0].terms.as_slice())
    };
    let words = |page: super::PageId| (pages[page.0].lang, pages[page.0].document.keywords.as_slice());
    related::Index::of(newest.collect(), term_count, terms, words)
}

fn data(documents: &Documents, out: &mut Vec<Diagnostic>) -> BTreeMap<String, serde_json::Value> {
    let mut data = BTreeMap::new();
    for (path, file) in &documents.data {
        if data.insert(file.name.clone(), file.value.clone()).is_some() {
            out.push(Diagnostic::at(Span::whole(path), Problem::DataName { name: file.name.clone() }));
        }
    }
    data
}
