//! Who wrote an article, where it first appeared, under which licence: what goes with its text
//! wherever it goes.

use crate::base::Moment;
use crate::markdown::{Licence, escaped};
use crate::render::escape::escape;
use crate::render::licence::licence;
use crate::render::snapshot::Snapshot;
use crate::site::PageId;

use super::names;

/// What is known of an article's origin.
pub(super) struct Credit {
    pub(super) title: String,
    /// As written: most names of Indonesia have no family name that could stand first.
    pub(super) authors: Vec<String>,
    pub(super) translators: Vec<String>,
    /// The name of the publication.
    pub(super) site: String,
    pub(super) publisher: Option<String>,
    pub(super) date: Option<Moment>,
    /// With scheme and host.
    pub(super) url: String,
    pub(super) lang: String,
    pub(super) licence: Option<Licence>,
    /// `Oleh Ani dan Budi.`, `Diterjemahkan oleh Citra.`
    people: Vec<String>,
    /// `Pertama kali terbit di BaKTINews, 16 Juni 2026`
    first: String,
    /// The line about the licence, with [`SLOT`] for its name.
    under: String,
}

/// Stands for what may be a link.
const SLOT: &str = "\u{e000}";

impl Credit {
    pub(super) fn of(snapshot: &Snapshot, id: PageId) -> Self {
        let site = &snapshot.site;
        let page = site.page(id);
        let article = site.article(page.article);
        let (lang, locale) = (page.lang, snapshot.locale(page.lang));
        let by = |terms: &[crate::site::TermId]| names(snapshot, id, terms);
        let authors = site.authors().map(|authors| by(&article.terms[authors.0])).unwrap_or_default();
        let translators = by(&snapshot.translators(&page.document));
        let title = site.config.title.best(site.lang(lang), site.languages()).to_owned();
        let said = |key: &str, names: &[String]| {
            (!names.is_empty()).then(|| snapshot.string(lang, key, &[("names", &locale.list(names))]))
        };
        let people = said("republish-by", &authors).into_iter().chain(said("republish-translated-by", &translators));
        let people = people.collect();
        let date = article.shared().date.clone();
        let first = match &date {
            Some(date) => snapshot.string(lang, "republish-first", &[("site", &title), ("date", &locale.date(date))]),
            None => snapshot.string(lang, "republish-first-undated", &[("site", &title)]),
        };
        let publisher = site.config.publisher.as_ref();
        Self {
            title: page.document.title.clone(),
            authors,
            translators,
            publisher: publisher.map(|publisher| publisher.name.best(site.lang(lang), site.languages()).to_owned()),
            site: title,
            date,
            url: site.config.origin.absolute(&page.url),
            lang: site.lang(lang).to_string(),
            licence: site.licence_of(article).map(|written| licence(snapshot, lang, written)),
            people,
            first,
            under: snapshot.string(lang, "republish-licence", &[("name", SLOT)]),
        }
    }

    /// Two paragraphs of HTML: who, at the beginning; where, at the end.
    pub(super) fn html(&self) -> (String, String) {
        let people = self.people.iter().map(|line| escape(line)).collect::<Vec<_>>().join(" ");
        let people = if people.is_empty() { people } else { format!("<p><em>{people}</em></p>\n") };
        let url = escape(&self.url);
        let mut end = format!("<p>{}: <a href=\"{url}\">{url}</a>.", escape(&self.first));
        if let Some(licence) = &self.licence {
            let name = escape(&licence.name);
            let named = match &licence.url {
                Some(url) => format!("<a href=\"{}\" rel=\"license\">{name}</a>", escape(url)),
                None => name,
            };
            end.push_str(&format!(" {}", escape(&self.under).replace(SLOT, &named)));
        }
        end.push_str("</p>\n");
        (people, end)
    }

    /// The same in Markdown.
    pub(super) fn markdown(&self) -> (String, String) {
        let people = self.people.iter().map(|line| escaped(line)).collect::<Vec<_>>().join(" ");
        let mut end = format!("{}: <{}>.", escaped(&self.first), self.url);
        if let Some(licence) = &self.licence {
            let name = escaped(&licence.name);
            let named = licence.url.as_ref().map_or_else(|| name.clone(), |url| format!("[{name}](<{url}>)"));
            end.push_str(&format!(" {}", escaped(&self.under).replace(SLOT, &named)));
        }
        (people, end)
    }

    /// The same without marks.
    pub(super) fn text(&self) -> (String, String) {
        let mut end = format!("{}: {}", self.first, self.url);
        if let Some(licence) = &self.licence {
            let address = licence.url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
            end.push_str(&format!("\n{}{address}", self.under.replace(SLOT, &licence.name)));
        }
        (self.people.join(" "), end)
    }
}
