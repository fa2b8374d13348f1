//! An article as cards and its own page show it.

use tera::Value;
use tera::value::{Key, Map};

use crate::base::UrlPath;
use crate::document::{Correction, Document, dialect};
use crate::markdown;
use crate::route::{calendar_url, event_url, republish_page};
use crate::site::{LangId, Page, PageId, TermId};

use super::field::{self, Showing};
use super::licence::{self, licence};
use super::resolver::{Address, Resolver};
use super::snapshot::Snapshot;
use super::value::{date, html, list, named, object, optional};

/// How many words a minute are read (Brysbaert 2019 has 238 for English; Indonesian words are
/// longer).
const WORDS_A_MINUTE: usize = 200;

/// The card of a page, in its own language.
pub(super) fn card(snapshot: &Snapshot, id: PageId) -> Value {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let shared = article.shared();
    let document = &page.document;
    let locale = snapshot.locale(page.lang);
    let content_type = site.type_of(article);
    let resolver = Resolver::new(snapshot, &document.place, Address::Rooted);
    let cover = shared.cover.as_ref().and_then(|cover| resolver.picture(&cover.text));
    let values = document.fields.with(&shared.fields, &content_type.fields);
    let showing = Showing { snapshot, place: &document.place, resolver, lang: page.lang };
    let lang = site.lang(page.lang);
    let order = site.languages();
    let taxonomies = site.config.taxonomies.iter().zip(&article.terms);
    let terms = named(taxonomies.map(|(taxonomy, terms)| (taxonomy.id.as_str(), names(snapshot, terms, page.lang))));
    let moment =
        |moment: &Option<crate::base::Moment>| optional(moment.as_ref().map(|moment| date(moment, locale, site)));
    object([
        ("url", site.config.origin.href(&page.url).into()),
        ("title", document.title.as_str().into()),
        ("lang", lang.as_str().into()),
        ("language_name", site.config.languages[page.lang.0].name.as_str().into()),
        ("is_foreign", false.into()),
        (
            "type",
            object([
                ("id", content_type.id.as_str().into()),
                ("name", content_type.name.best(lang, order).into()),
                ("plural", content_type.plural.best(lang, order).into()),
            ]),
        ),
        ("date", moment(&shared.date)),
        ("updated", moment(&shared.updated)),
        ("summary", document.description().into()),
        ("cover", optional(cover.map(|picture| field::image(&picture, false)))),
        ("authors", authors(snapshot, &article.terms, page.lang)),
        ("terms", terms),
        ("languages", languages(snapshot, page)),
        ("fields", field::fields(&content_type.fields, &values, &showing)),
        ("minutes", document.facts.words.div_ceil(WORDS_A_MINUTE).max(1).into()),
        ("featured", shared.is_featured.into()),
        ("draft", snapshot.is_unpublished(page).into()),
    ])
}

/// A card as readers of another language see it.
pub(super) fn card_for(snapshot: &Snapshot, id: PageId, lang: LangId) -> Value {
    let card = snapshot.card(id);
    if snapshot.site.page(id).lang == lang {
        return card;
    }
    with(&card, [("is_foreign", true.into())])
}

/// Everything of an article that its own page shows.
pub(super) fn article(snapshot: &Snapshot, id: PageId) -> Value {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let document = &page.document;
    let (previous, next) = neighbours(snapshot, id);
    let neighbour = |id: Option<PageId>| optional(id.map(|id| snapshot.card(id)));
    let related = site.related(id, site.config.related);
    let original = article.pages.get(&article.original_lang).filter(|original| **original != id);
    let translators: Vec<TermId> = snapshot.translators(document);
    let translated = document.translation.as_ref().and_then(|translation| translation.date.as_ref());
    let written = site.licence_of(article).map(|written| licence(snapshot, page.lang, written));
    let republish =
        republish_page(site, &snapshot.routes, id).map(|url| site.config.origin.href(&url)).unwrap_or_default();
    let section = site.section(article.section);
    let section = section.parent.map(|_| {
        object([
            ("title", section.titles[page.lang.0].as_str().into()),
            ("url", site.config.origin.href(&section.urls[page.lang.0]).into()),
        ])
    });
    let keywords = article.terms.iter().flatten().map(|term| site.term(*term).names[page.lang.0].as_str().into());
    with(
        &snapshot.card(id),
        [
            ("body", html(&document_html(snapshot, document))),
            ("contents", contents(&markdown::contents(&document.facts.headings))),
            ("translators", names(snapshot, &translators, page.lang)),
            ("licence", optional(written.as_ref().map(licence::value))),
            ("republish_url", republish.into()),
            ("corrections", list(corrections(snapshot, page))),
            ("calendar", optional(calendar(snapshot, id))),
            ("section", optional(section)),
            ("related", list(related.into_iter().map(|other| card_for(snapshot, other, page.lang)))),
            ("previous", neighbour(previous)),
            ("next", neighbour(next)),
            ("is_translation", document.translation.is_some().into()),
            ("original", optional(original.map(|original| other_language(snapshot, site.page(*original))))),
            ("stale", page.is_stale.into()),
            ("translated", optional(translated.map(|made| date(made, snapshot.locale(page.lang), site)))),
            ("keywords", list(keywords)),
        ],
    )
}

fn corrections(snapshot: &Snapshot, page: &Page) -> Vec<Value> {
    let site = &snapshot.site;
    let one = |correction: &Correction| {
        object([
            ("id", correction.anchor.as_str().into()),
            ("date", date(&correction.date, snapshot.locale(page.lang), site)),
            ("text", correction.text.as_str().into()),
        ])
    };
    page.corrections(&site.env.now).into_iter().map(one).collect()
}

/// Where the event of a page stands for programs that keep calendars.
fn calendar(snapshot: &Snapshot, id: PageId) -> Option<Value> {
    let site = &snapshot.site;
    let href = |url: &UrlPath| site.config.origin.href(url);
    let (own, all) = (event_url(site, id)?, calendar_url(site, site.page(id).lang)?);
    Some(object([("url", href(&own).into()), ("all_url", href(&all).into())]))
}

/// The HTML of a document's body, for pages.
pub(super) fn document_html(snapshot: &Snapshot, document: &Document) -> String {
    let dialect = dialect(&snapshot.site.config, &document.place.lang);
    let body = markdown::parse(document.body.text(), &document.path, document.body.start, &dialect).value;
    markdown::html(&body, &Resolver::new(snapshot, &document.place, Address::Rooted))
}

/// A page of the same article in another language.
pub(super) fn other_language(snapshot: &Snapshot, page: &Page) -> Value {
    let site = &snapshot.site;
    object([
        ("lang", site.lang(page.lang).as_str().into()),
        ("language_name", site.config.languages[page.lang.0].name.as_str().into()),
        ("url", site.config.origin.href(&page.url).into()),
    ])
}

/// Adds keys to an object.
pub(super) fn with<const N: usize>(value: &Value, entries: [(&'static str, Value); N]) -> Value {
    let mut map: Map = value.as_map().cloned().unwrap_or_default();
    for (key, value) in entries {
        map.insert(Key::Str(key), value);
    }
    Value::from(map)
}

fn names(snapshot: &Snapshot, terms: &[TermId], lang: LangId) -> Value {
    list(terms.iter().map(|term| snapshot.term_name(*term, lang)))
}

fn authors(snapshot: &Snapshot, terms: &[Vec<TermId>], lang: LangId) -> Value {
    let own = snapshot.site.authors().map(|authors| terms[authors.0].as_slice());
    names(snapshot, own.unwrap_or_default(), lang)
}

fn languages(snapshot: &Snapshot, page: &Page) -> Value {
    let site = &snapshot.site;
    let pages = site.article(page.article).pages.iter();
    list(pages.map(|(lang, id)| {
        object([
            ("code", site.lang(*lang).as_str().into()),
            ("name", site.config.languages[lang.0].name.as_str().into()),
            ("url", site.config.origin.href(&site.page(*id).url).into()),
        ])
    }))
}

fn contents(entries: &[markdown::Entry]) -> Value {
    list(entries.iter().map(|entry| {
        object([
            ("id", entry.id.as_str().into()),
            ("title", html(&entry.title_html)),
            ("level", u64::from(entry.level).into()),
            ("children", contents(&entry.children)),
        ])
    }))
}

/// The older and the newer article of the same section and language.
fn neighbours(snapshot: &Snapshot, id: PageId) -> (Option<PageId>, Option<PageId>) {
    let site = &snapshot.site;
    if !site.type_of(site.article_of(id)).in_listings {
        return (None, None);
    }
    let Some((listing, place)) = site.place(id) else {
        return (None, None);
    };
    let list = site.list(&listing);
    let newer = place.checked_sub(1).and_then(|place| list.get(place));
    (list.get(place + 1).copied(), newer.copied())
}
