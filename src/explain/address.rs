//! An address, part by part, each with what decides it.
//!
//! **Invariant:** the parts put together are the address.

use crate::base::{SourcePath, UrlPath};
use crate::document::Document;
use crate::route::{Artifact, FeedScope, Pager, Route, archive_url, list_url, partners_place};
use crate::site::{LangId, Listing, PartnerId, SectionId, Site, TaxonomyId};

/// One part of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub text: String,
    pub because: Because,
}

/// What decides a part of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// The language is not the one at the root.
    Language(String),
    /// `slug` in this file.
    Slug(SourcePath),
    /// The name of a folder or file.
    Name(String),
    /// `slug` of a taxonomy, content type or term, or its id.
    Declared { what: &'static str, id: String },
    /// A word of `languages.<lang>.paths`.
    Word { lang: String, key: &'static str },
    /// The year, or the number of a page of a list.
    Number,
    /// The name that files of this kind have.
    File,
    /// `aliases` in this file.
    Alias(SourcePath),
}

/// The parts of a document's address.
pub(super) fn of_document(site: &Site, document: &Document) -> Vec<Segment> {
    let Some(lang) = site.lang_id(&document.place.lang) else { return Vec::new() };
    let section = site.section_id(document.place.section());
    let mut parts = section.map(|section| of_section(site, section, lang)).unwrap_or_default();
    if let Some(url) = site.permalink(document) {
        let because = match &document.slug {
            Some(_) => Because::Slug(document.path.clone()),
            None => Because::Name(document.place.name().to_owned()),
        };
        parts.push(Segment { text: last(&url), because });
    }
    parts
}

/// The parts of any page's or file's address.
pub(super) fn of_route(site: &Site, route: &Route) -> Vec<Segment> {
    match &route.artifact {
        Artifact::Page(page) => of_document(site, &site.page(*page).document),
        Artifact::Republish(page) => {
            let page = site.page(*page);
            let mut parts = of_document(site, &page.document);
            let because = Because::Word { lang: site.lang(page.lang).to_string(), key: "republish" };
            parts.push(Segment { text: last(&route.url), because });
            parts
        }
        Artifact::Untranslated(article, lang) => {
            let article = site.article(*article);
            let mut parts = of_section(site, article.section, *lang);
            let because = match &article.original.slug {
                Some(_) => Because::Slug(article.original.path.clone()),
                None => Because::Name(article.original.place.name().to_owned()),
            };
            parts.push(Segment { text: last(&route.url), because });
            parts
        }
        Artifact::List(listing, pager) => of_list(site, listing, *pager),
        Artifact::Taxonomy(taxonomy, lang) => of_taxonomy(site, *taxonomy, *lang),
        Artifact::Archive(lang) => of_archive(site, *lang),
        Artifact::SearchPage(lang) | Artifact::PartnersPage(lang) => {
            let mut parts = of_language(site, *lang);
            let key = if matches!(route.artifact, Artifact::SearchPage(_)) { "search" } else { "partners" };
            let because = Because::Word { lang: site.lang(*lang).to_string(), key };
            parts.push(Segment { text: last(&route.url), because });
            parts
        }
        Artifact::Partner(id, lang) => of_partner(site, *id, *lang),
        Artifact::Feed(scope, _) | Artifact::FeedArchive(scope, ..) | Artifact::EmbedFrame(scope) => {
            of_feed(site, route, *scope)
        }
        Artifact::OEmbed(page) => {
            let mut parts = of_document(site, &site.page(*page).document);
            parts.push(file(&route.url));
            parts
        }
        Artifact::Snippets(scope) => of_snippets(site, route, *scope),
        Artifact::Redirect(_) => {
            let text = route.url.as_str().trim_matches('/').to_owned();
            let claim = route.claim.as_ref().map(|span| Because::Alias(span.file.clone()));
            vec![Segment { text, because: claim.unwrap_or(Because::File) }]
        }
        Artifact::Event(page) => {
            let mut parts = of_document(site, &site.page(*page).document);
            parts.push(file(&route.url));
            parts
        }
        Artifact::NotFound(lang)
        | Artifact::FeedStyle(lang)
        | Artifact::OpenSearch(lang)
        | Artifact::Calendar(lang) => {
            let mut parts = of_language(site, *lang);
            parts.push(file(&route.url));
            parts
        }
        _ => vec![Segment { text: route.url.as_str().trim_matches('/').to_owned(), because: Because::File }],
    }
}

/// The parts of the address of a partner's page.
fn of_partner(site: &Site, id: PartnerId, lang: LangId) -> Vec<Segment> {
    let (url, artifact) = partners_place(site, lang);
    let mut parts = of_route(site, &Route { url, artifact, claim: None });
    let id = site.partner(id).id.to_string();
    parts.push(Segment { text: id.clone(), because: Because::Declared { what: "partner", id } });
    parts
}

/// The parts of the address of a feed's snippets.
fn of_snippets(site: &Site, route: &Route, scope: FeedScope) -> Vec<Segment> {
    let mut parts = of_feed_folder(site, scope);
    if let Some(lang) = scope.lang() {
        let because = Because::Word { lang: site.lang(lang).to_string(), key: "embed" };
        parts.push(Segment { text: last(&route.url), because });
    }
    parts
}

/// The parts of a feed's address, those of an archive's alike.
fn of_feed(site: &Site, route: &Route, scope: FeedScope) -> Vec<Segment> {
    if scope == FeedScope::All {
        let text = route.url.as_str().trim_matches('/').to_owned();
        return vec![Segment { text, because: Because::File }];
    }
    let mut parts = of_feed_folder(site, scope);
    parts.push(file(&route.url));
    parts
}

/// The parts of the folder in which the feeds of a language stand.
fn of_feed_folder(site: &Site, scope: FeedScope) -> Vec<Segment> {
    let word = |lang: LangId, text: &str, key| {
        let because = Because::Word { lang: site.lang(lang).to_string(), key };
        Segment { text: text.to_owned(), because }
    };
    let mut parts = match scope {
        FeedScope::All => Vec::new(),
        FeedScope::Listing(listing) => of_list(site, &listing, Pager::only()),
        FeedScope::Combination(_, lang) | FeedScope::Corrections(lang) => {
            let mut parts = of_language(site, lang);
            parts.push(word(lang, &site.config.languages[lang.0].paths.feeds.to_string(), "feeds"));
            parts
        }
    };
    match scope {
        FeedScope::Combination(id, lang) => {
            let combination = site.combination(id);
            let text = combination.slug.best(site.lang(lang), site.languages()).to_owned();
            let because = Because::Declared { what: "combination", id: combination.id.clone() };
            parts.push(Segment { text, because });
        }
        FeedScope::Corrections(lang) => {
            let text = site.config.languages[lang.0].paths.corrections.to_string();
            parts.push(word(lang, &text, "corrections"));
        }
        FeedScope::All | FeedScope::Listing(_) => {}
    }
    parts
}

fn of_language(site: &Site, lang: LangId) -> Vec<Segment> {
    let language = &site.config.languages[lang.0];
    let text = language.lang.to_string();
    if language.is_root { Vec::new() } else { vec![Segment { because: Because::Language(text.clone()), text }] }
}

fn of_section(site: &Site, id: SectionId, lang: LangId) -> Vec<Segment> {
    let section = site.section(id);
    let Some(parent) = section.parent else { return of_language(site, lang) };
    let mut parts = of_section(site, parent, lang);
    let text = section.texts[lang.0].as_ref().filter(|document| document.slug.is_some());
    let name = || section.key.rsplit('/').next().unwrap_or(&section.key).to_owned();
    let because = text.map_or_else(|| Because::Name(name()), |document| Because::Slug(document.path.clone()));
    parts.push(Segment { text: last(&section.urls[lang.0]), because });
    parts
}

fn of_taxonomy(site: &Site, taxonomy: TaxonomyId, lang: LangId) -> Vec<Segment> {
    let mut parts = of_language(site, lang);
    let id = site.config.taxonomies[taxonomy.0].id.clone();
    let text = last(&site.taxonomy_urls[taxonomy.0][lang.0]);
    parts.push(Segment { text, because: Because::Declared { what: "taxonomy", id } });
    parts
}

fn of_archive(site: &Site, lang: LangId) -> Vec<Segment> {
    let mut parts = of_language(site, lang);
    let because = Because::Word { lang: site.lang(lang).to_string(), key: "archive" };
    parts.push(Segment { text: last(&archive_url(site, lang)), because });
    parts
}

fn of_list(site: &Site, listing: &Listing, pager: Pager) -> Vec<Segment> {
    let lang = listing.lang();
    let word = |key| Because::Word { lang: site.lang(lang).to_string(), key };
    let own = last(&list_url(site, listing, 1));
    let paths = &site.config.languages[lang.0].paths;
    let mut parts = match listing {
        Listing::Home(_) => of_language(site, lang),
        Listing::Section(section, _) => of_section(site, *section, lang),
        Listing::Type(id, _) => {
            let mut parts = of_language(site, lang);
            parts.push(Segment { text: paths.content_type.to_string(), because: word("type") });
            let id = site.config.content_types[id.0].id.clone();
            parts.push(Segment { text: own, because: Because::Declared { what: "type", id } });
            parts
        }
        Listing::Term(id, _) => {
            let term = site.term(*id);
            let mut parts = of_taxonomy(site, term.taxonomy, lang);
            parts.push(Segment { text: own, because: Because::Declared { what: "term", id: term.id.clone() } });
            parts
        }
        Listing::Year(..) => {
            let mut parts = of_archive(site, lang);
            parts.push(Segment { text: own, because: Because::Number });
            parts
        }
    };
    if pager.number > 1 {
        parts.push(Segment { text: paths.page.to_string(), because: word("page") });
        parts.push(Segment { text: pager.number.to_string(), because: Because::Number });
    }
    parts
}

fn file(url: &UrlPath) -> Segment {
    Segment { text: last(url), because: Because::File }
}

fn last(url: &UrlPath) -> String {
    url.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned()
}
