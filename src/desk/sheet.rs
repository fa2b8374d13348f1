//! What all pages of the desk share: the frame, the menu, words, links, forms.

use crate::diagnostic::{Catalogue, Tongue};
use crate::locale::Locale;
use crate::render::escape;

use super::Desk;
use super::query::{self, Query};

const STYLE: &str = include_str!("style.css");

/// Every page of the menu: its path and the phrase that names it.
const MENU: [(&str, &str); 8] = [
    ("", "desk-overview"),
    ("translations", "desk-translations"),
    ("calendar", "desk-calendar"),
    ("problems", "desk-problems"),
    ("links", "desk-links"),
    ("advice", "desk-advice"),
    ("routes", "desk-routes"),
    ("why", "desk-why"),
];

/// A page that is being made.
pub(super) struct Sheet<'s> {
    pub(super) desk: &'s Desk<'s>,
    pub(super) query: &'s Query,
    pub(super) catalogue: &'s Catalogue,
    /// How the editor's language writes dates and numbers.
    pub(super) locale: Locale,
}

impl Sheet<'_> {
    /// A phrase, ready for HTML.
    pub(super) fn words(&self, key: &str, values: &[(&str, &str)]) -> String {
        escape(&self.catalogue.phrase(key, values))
    }

    /// A phrase that counts.
    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.words(key, &[("count", &count.to_string())])
    }

    /// The address of a page of the desk, in the language of this one, ready for HTML.
    pub(super) fn href(&self, path: &str, query: &[(&str, &str)]) -> String {
        let lang = self.query.get("lang").map(|lang| ("lang", lang));
        let text = query::written(query.iter().copied().chain(lang));
        let slash = if path.is_empty() { "" } else { "/" };
        let mark = if text.is_empty() { "" } else { "?" };
        escape(&format!("/_desk/{path}{slash}{mark}{text}"))
    }

    /// The same page with another value of one question.
    pub(super) fn again(&self, name: &str, value: Option<&str>) -> String {
        escape(&format!("?{}", self.query.with(name, value)))
    }

    /// The whole page.
    pub(super) fn page(&self, body: &str) -> String {
        let path = self.desk.path.trim_end_matches('/');
        let tongue = self.catalogue.tongue();
        let (other, other_name) = match tongue {
            Tongue::Indonesian => (Tongue::English, "English"),
            Tongue::English => (Tongue::Indonesian, "Bahasa Indonesia"),
        };
        let (lang, other) = (tongue.tag(), other.tag());
        // What shows changes belongs to the board.
        let current = if path == "changes" { "translations" } else { path };
        let entries: String = MENU
            .iter()
            .map(|(entry, key)| {
                let mark = if *entry == current { " aria-current=\"page\"" } else { "" };
                format!("<li><a href=\"{}\"{mark}>{}</a></li>", self.href(entry, &[]), self.words(key, &[]))
            })
            .collect();
        let key = MENU.iter().find(|(entry, _)| *entry == current).map_or("desk-overview", |(_, key)| *key);
        let title = self.words(key, &[]);
        let site = self.desk.snapshot.map(|snapshot| {
            let site = &snapshot.site;
            let name = site.config.title.best(&self.catalogue.tongue().lang(), site.languages());
            format!("<a href=\"{}\">{}</a>", escape(&format!("{}/", site.config.origin.base())), escape(name))
        });
        let site = site.unwrap_or_default();
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title} · {desk}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{skip}</a>\n<header><div>\n\
             <p><span>{site} · {desk}</span><a href=\"{again}\" lang=\"{other}\" hreflang=\"{other}\">{other_name}</a></p>\n\
             <nav aria-label=\"{desk}\"><ul>{entries}</ul></nav>\n</div></header>\n\
             <main id=\"main\" tabindex=\"-1\">\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n",
            desk = self.words("desk-name", &[]),
            skip = self.words("desk-skip", &[]),
            again = self.again("lang", Some(other)),
        )
    }

    /// A form that asks again, with a field for each question.
    pub(super) fn form(&self, fields: &str) -> String {
        let lang = self
            .query
            .get("lang")
            .map(|lang| format!("<input type=\"hidden\" name=\"lang\" value=\"{}\">", escape(lang)));
        format!(
            "<form method=\"get\">{}{fields}<button>{}</button></form>\n",
            lang.unwrap_or_default(),
            self.words("desk-show", &[])
        )
    }

    /// A choice among values with their names; the first is everything.
    pub(super) fn choice(&self, name: &str, label: &str, values: &[(String, String)]) -> String {
        let chosen = self.query.get(name).unwrap_or_default();
        let options: String = values
            .iter()
            .map(|(value, words)| {
                let mark = if value == chosen { " selected" } else { "" };
                format!("<option value=\"{}\"{mark}>{}</option>", escape(value), escape(words))
            })
            .collect();
        let (label, all) = (self.words(label, &[]), self.words("desk-all", &[]));
        format!("<label>{label}<select name=\"{name}\"><option value=\"\">{all}</option>{options}</select></label>")
    }

    /// A field for words.
    pub(super) fn field(&self, name: &str, label: &str) -> String {
        let (label, value) = (self.words(label, &[]), escape(self.query.get(name).unwrap_or_default()));
        format!("<label>{label}<input name=\"{name}\" value=\"{value}\"></label>")
    }
}

/// A table that scrolls by itself where it is too wide.
pub(super) fn table(caption: &str, heads: &[String], rows: &str) -> String {
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table><caption>{caption}</caption>\
         <thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table></div>\n"
    )
}
