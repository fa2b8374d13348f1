//! The page where readers search, what stands on it when no script runs, and what browsers are
//! told of it (OpenSearch 1.1, draft 6).

use std::cmp::Reverse;

use tera::Value;

use crate::base::Lang;
use crate::diagnostic::Diagnostic;
use crate::route::{Route, description_url, index_url, script_url, search_page};
use crate::site::{LangId, Listing, SectionId, Site, TaxonomyId, TermId, TypeId};

use super::card::with;
use super::feed::xml_escape as escape;
use super::head::{self, Head, section_trail};
use super::home::type_href;
use super::lists::years;
use super::snapshot::Snapshot;
use super::structured_data::About;
use super::terms::taxonomy_value;
use super::value::{list, object};

/// How many terms of a taxonomy stand on the page: more are on the taxonomy's own.
const TERMS: usize = 24;
/// What OpenSearch lets a short name have.
const SHORT_NAME: usize = 16;

/// Where readers of a language search; none when they cannot.
pub(super) fn place(snapshot: &Snapshot, lang: LangId) -> Option<Value> {
    let site = &snapshot.site;
    let href = |url| Value::from(site.config.origin.href(url));
    let url = search_page(site, &snapshot.routes, lang)?;
    Some(object([("url", href(url)), ("description", href(&description_url(site, lang)))]))
}

/// The page.
pub(super) fn page(snapshot: &Snapshot, route: &Route, lang: LangId) -> Result<String, Vec<Diagnostic>> {
    let title = snapshot.string(lang, "search-title", &[]);
    let mut head = Head::plain("search", lang, title, String::new());
    head.about = About::Nothing;
    head.breadcrumbs = section_trail(snapshot, SectionId(0), lang);
    let mut context = head::context(snapshot, route, &head);
    let href = |url| Value::from(snapshot.site.config.origin.href(url));
    let taxonomies = (0..snapshot.site.config.taxonomies.len()).map(TaxonomyId);
    context.insert_value(
        "search",
        object([
            ("index", href(&index_url(&snapshot.site, lang))),
            ("script", href(&script_url())),
            ("types", list(types(snapshot, lang))),
            ("taxonomies", list(taxonomies.filter_map(|id| taxonomy(snapshot, id, lang)))),
            ("years", list(years(snapshot, lang).into_iter().filter(has_some))),
        ]),
    );
    snapshot.template("search.html", &context, route.url.as_str())
}

fn has_some(value: &Value) -> bool {
    value.get_from_path("count").and_then(Value::as_i64).is_some_and(|count| count > 0)
}

fn types(snapshot: &Snapshot, lang: LangId) -> Vec<Value> {
    let site = &snapshot.site;
    let mut counts = vec![0; site.config.content_types.len()];
    for page in site.list(&Listing::Home(lang)) {
        counts[site.article_of(*page).content_type.0] += 1;
    }
    let mut counted: Vec<(usize, TypeId)> = counts.into_iter().zip((0..).map(TypeId)).collect();
    counted.retain(|(count, _)| *count > 0);
    counted.sort_by_key(|(count, id)| (Reverse(*count), *id));
    let value = |(count, id): (usize, TypeId)| {
        let plural = &site.config.content_types[id.0].plural;
        object([
            ("title", plural.best(site.lang(lang), site.languages()).into()),
            ("url", type_href(site, id, lang).into()),
            ("count", count.into()),
        ])
    };
    counted.into_iter().map(value).collect()
}

fn taxonomy(snapshot: &Snapshot, id: TaxonomyId, lang: LangId) -> Option<Value> {
    let site = &snapshot.site;
    let count = |term: TermId| site.list(&Listing::Term(term, lang)).len();
    let ids = (0..site.terms.len()).map(TermId).filter(|term| site.term(*term).taxonomy == id);
    let mut terms: Vec<(usize, TermId)> = ids.map(|term| (count(term), term)).filter(|(count, _)| *count > 0).collect();
    let (total, locale) = (terms.len(), snapshot.locale(lang));
    let name = |term: TermId| &site.term(term).names[lang.0];
    terms.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| locale.compare(name(a.1), name(b.1))));
    terms.truncate(TERMS);
    let terms = terms.into_iter().map(|(count, term)| with(&snapshot.term_name(term, lang), [("count", count.into())]));
    let value = || with(&taxonomy_value(snapshot, id, lang), [("terms", list(terms)), ("total", total.into())]);
    (total > 0).then(value)
}

/// What browsers are told, so that readers can search from the address bar.
pub(super) fn description(snapshot: &Snapshot, lang: LangId) -> String {
    let site = &snapshot.site;
    let origin = &site.config.origin;
    let (title, tag) = (title(site, lang), site.lang(lang));
    let description = snapshot.string(lang, "search-in", &[("site", title)]);
    let (short, long) = (short_name(site, lang), escape(&cut(&description, 48)));
    let description = escape(&description);
    let own = escape(&origin.absolute(&description_url(site, lang)));
    let page = escape(&origin.absolute(&site.search_url(lang)));
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{short}</ShortName>\n<LongName>{long}</LongName>\n<Description>{description}</Description>\n\
         <Url type=\"text/html\" template=\"{page}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{own}\"/>\n\
         <Language>{tag}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n\
         </OpenSearchDescription>\n"
    )
}

fn title(site: &Site, lang: LangId) -> &str {
    site.config.title.best(site.lang(lang), site.languages())
}

/// The site's title; browsers keep one of each name, so languages with the same are told apart.
fn short_name(site: &Site, lang: LangId) -> String {
    let own = title(site, lang);
    let is_first = site.langs().take_while(|other| *other != lang).all(|other| title(site, other) != own);
    escape(&if is_first { cut(own, SHORT_NAME) } else { marked(own, site.lang(lang)) })
}

fn marked(title: &str, lang: &Lang) -> String {
    let mark = format!(" ({lang})");
    format!("{}{mark}", cut(title, SHORT_NAME.saturating_sub(mark.chars().count()).max(1)))
}

/// As many whole words as there is room for, or a part of the first.
fn cut(text: &str, most: usize) -> String {
    let Some((end, next)) = text.char_indices().nth(most) else { return text.to_owned() };
    let whole = if next == ' ' { Some(end) } else { text[..end].rfind(' ') };
    text[..whole.unwrap_or(end)].trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_whole_words() {
        for (text, expected) in [
            ("BaKTINews", "BaKTINews"),
            ("Kabar dari timur", "Kabar dari timur"),
            ("Kabar dari timur Indonesia", "Kabar dari timur"),
            ("Kabar dari Indonesia", "Kabar dari"),
            ("Keanekaragamanhayati kita", "Keanekaragamanha"),
            ("ééééééééééééééééé", "éééééééééééééééé"),
            ("", ""),
        ] {
            assert_eq!(cut(text, SHORT_NAME), expected, "{text}");
        }
        assert_eq!(marked("Kabar dari timur", &"en".parse().expect("a language")), "Kabar dari (en)");
    }
}
