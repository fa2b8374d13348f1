//! Articles and pages, what stands where a translation is missing, and what is not found.

use crate::diagnostic::Diagnostic;
use crate::route::{FeedScope, PARTNERS_TEMPLATE, Route};
use crate::site::{ArticleId, LangId, Listing, PageId, Site};

use super::card;
use super::head::{self, Head, section_trail};
use super::partners;
use super::snapshot::Snapshot;
use super::structured_data::About;

/// An article or page in its language.
pub(super) fn page(snapshot: &Snapshot, route: &Route, id: PageId) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let content_type = site.type_of(article);
    let document = &page.document;
    let section = site.section(article.section);
    let is_listed = content_type.in_listings && section.parent.is_some();
    let is_for_partners = template(site, id) == PARTNERS_TEMPLATE;
    let feed = Listing::Section(article.section, page.lang);
    let head = Head {
        kind: match content_type.in_listings {
            _ if is_for_partners => "partners",
            true => "article",
            false => "page",
        },
        lang: page.lang,
        title: document.title.clone(),
        heading: document.title.clone(),
        description: document.description().to_owned(),
        breadcrumbs: section_trail(snapshot, article.section, page.lang),
        feed: is_listed.then_some(FeedScope::Listing(feed)),
        has_code: document.facts.has_code,
        has_math: document.facts.has_math,
        about: About::Page(id),
    };
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("article", card::article(snapshot, id));
    if is_for_partners {
        context.insert_value("partners", partners::value(snapshot, page.lang));
    }
    snapshot.template(template(site, id), &context, document.path.as_str())
}

/// The template of an article: its own, else its content type's.
pub(super) fn template(site: &Site, id: PageId) -> &str {
    let article = site.article_of(id);
    let own = article.shared().template.as_ref();
    own.map_or(site.type_of(article).template.as_str(), |name| &name.text)
}

/// Says in the reader's language that an article is not available in it.
pub(super) fn untranslated(
    snapshot: &Snapshot,
    route: &Route,
    id: ArticleId,
    lang: LangId,
) -> Result<String, Vec<Diagnostic>> {
    let site = &snapshot.site;
    let article = site.article(id);
    let Some(page) = article.page_for(lang) else {
        return Ok(String::new());
    };
    let original = site.page(page);
    let language = site.config.languages[original.lang.0].name.clone();
    let code = site.lang(original.lang).as_str();
    let title = snapshot.string(lang, "untranslated-title", &[("title", &original.document.title)]);
    let description = snapshot.string(lang, "untranslated-description", &[("code", code), ("name", &language)]);
    let mut head = Head::plain("untranslated", lang, title, description);
    head.breadcrumbs = section_trail(snapshot, article.section, lang);
    head.about = About::Nothing;
    let mut context = head::context(snapshot, route, &head);
    context.insert_value("article", card::card_for(snapshot, page, lang));
    context.insert_value("original", card::other_language(snapshot, original));
    snapshot.template("untranslated.html", &context, original.document.path.as_str())
}

/// The page of an address that does not exist.
pub(super) fn not_found(snapshot: &Snapshot, route: &Route, lang: LangId) -> Result<String, Vec<Diagnostic>> {
    let title = snapshot.string(lang, "not-found-title", &[]);
    let mut head = Head::plain("not-found", lang, title, String::new());
    head.about = About::Nothing;
    let context = head::context(snapshot, route, &head);
    snapshot.template("404.html", &context, route.url.as_str())
}
