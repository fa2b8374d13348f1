//! The variables of templates by kind of page; the functions, templates and strings.

use std::collections::BTreeSet;

use super::Type::{ByName, List, OneOf, Optional, Shape as Of, Text};
use super::{Type, Variable};

/// The kinds of pages.
pub static KINDS: &[&str] = &[
    "home",
    "section",
    "type",
    "article",
    "page",
    "taxonomy",
    "term",
    "archive",
    "year",
    "republish",
    "partners",
    "partner",
    "snippets",
    "untranslated",
    "not-found",
    "search",
];

const LISTS: &[&str] = &["section", "type", "term", "year"];

const fn variable(name: &'static str, kinds: &'static [&'static str], value: Type, text: &'static str) -> Variable {
    Variable { name, kinds, value, text }
}

/// All variables.
pub static VARIABLES: &[Variable] = &[
    variable("lang", KINDS, Text, "The language tag of the page."),
    variable("kind", KINDS, OneOf(KINDS), "What kind of page it is."),
    variable("site", KINDS, Of("site"), "The publication."),
    variable("page", KINDS, Of("page"), "The page itself."),
    variable("home", &["home"], Of("home"), "The home page."),
    variable("other_languages", &["home"], List(&Of("other_language")), "Languages with articles that this one lacks."),
    variable("listing", LISTS, Of("listing"), "A list of articles."),
    variable("pager", &["home", "section", "type", "term", "year"], Of("pager"), "Its pages."),
    variable("term", &["term"], Of("term_with_parent"), "The term whose articles are listed."),
    variable("taxonomy", &["term", "taxonomy"], Of("taxonomy"), "The taxonomy of the terms."),
    variable("terms", &["taxonomy"], List(&Of("term")), "All terms of the taxonomy, as a tree."),
    variable("years", &["archive"], List(&Of("year")), "The years that have articles, the newest first."),
    variable("article", &["article", "page"], Of("article"), "The article or page."),
    variable("search", &["search"], Of("search"), "What the search page loads, and what stands on it without scripts."),
    variable("article", &["republish"], Of("card"), "The article that others may take along, or not."),
    variable("republish", &["republish"], Of("republish"), "What others may take along, or why they may not."),
    variable("article", &["partners"], Optional(&Of("article")), "The page of the publication, when one has it."),
    variable("partners", &["partners"], Of("partners"), "All feeds of the language, and how to show them."),
    variable("partner", &["partner"], Of("partner"), "Who shows headlines, and which."),
    variable(
        "snippets",
        &["snippets", "partner"],
        Of("snippets"),
        "What partners copy to show a feed on sites of their own.",
    ),
    variable("article", &["untranslated"], Of("card"), "The original, in its own language."),
    variable("original", &["untranslated"], Of("original"), "The language of the original, and its address."),
];

/// What templates may call: how, and what it gives.
pub static FUNCTIONS: &[(&str, &str)] = &[
    (
        "t(key=\"read-more\", count=3)",
        "A string in the page's language; numbers choose its plural. A number called `year` has no groups.",
    ),
    ("styles(names=[\"base\", \"article\"])", "The style sheets of those names, made small, for a `<style>` element."),
    ("asset(path=\"favicon.svg\")", "The address of a static file of the theme."),
    ("link(to=\"/learning-stories/x\")", "The address of a content path in the page's language."),
    ("number | number", "A number as the page's language writes it: 1.500."),
    ("texts | list", "Texts joined as the page's language does: a, b, dan c."),
    ("bytes | size", "A size as people read it: 28 kB."),
];

/// The templates that every theme has, and the kinds of pages that they make.
pub static TEMPLATES: &[(&str, &str)] = &[
    ("home.html", "home"),
    ("section.html", "section"),
    ("type.html", "type"),
    ("article.html", "article"),
    ("page.html", "page"),
    ("taxonomy.html", "taxonomy"),
    ("term.html", "term"),
    ("archive.html", "archive"),
    ("year.html", "year"),
    (REPUBLISH_TEMPLATE, "republish"),
    (PARTNERS_TEMPLATE, "partners"),
    (PARTNER_TEMPLATE, "partner"),
    (SNIPPETS_TEMPLATE, "snippets"),
    ("untranslated.html", "untranslated"),
    ("404.html", "not-found"),
    (SEARCH_TEMPLATE, "search"),
];

/// A template that a theme may lack: its sites then have no search.
pub const SEARCH_TEMPLATE: &str = "search.html";

/// A template that a theme may lack: nothing then helps others to republish an article.
pub const REPUBLISH_TEMPLATE: &str = "republish.html";

/// A template that a theme may lack: no feed then has a page of snippets to copy.
pub const SNIPPETS_TEMPLATE: &str = "snippets.html";

/// A template that a theme may lack: nothing then tells partners of all feeds.
pub const PARTNERS_TEMPLATE: &str = "partners.html";

/// A template that a theme may lack: partners then have no pages of their own.
pub const PARTNER_TEMPLATE: &str = "partner.html";

/// What a theme may do without.
pub const OPTIONAL_TEMPLATES: &[&str] =
    &[SEARCH_TEMPLATE, REPUBLISH_TEMPLATE, PARTNERS_TEMPLATE, PARTNER_TEMPLATE, SNIPPETS_TEMPLATE];

/// The strings that the program itself asks for, with the values that it gives.
pub static STRINGS: &[(&str, &[&str])] = &[
    ("callout-note", &[]),
    ("callout-tip", &[]),
    ("callout-important", &[]),
    ("callout-warning", &[]),
    ("callout-caution", &[]),
    ("anchor-label", &["title"]),
    ("footnotes", &[]),
    ("footnote-reference", &["number"]),
    ("footnote-back", &["number"]),
    ("table-label", &["number"]),
    ("gallery-label", &[]),
    ("photo-credit", &["credit"]),
    ("key-figure-source", &["source"]),
    ("download-detail", &["type", "size"]),
    ("video-label", &["title"]),
    ("feed-all-title", &["site"]),
    ("feed-corrections-title", &["site"]),
    ("correction-title", &["title"]),
    ("feed-title", &["site", "name"]),
    ("feed-in-browser", &[]),
    ("redirect-title", &[]),
    ("redirect-text", &[]),
    ("page-number", &["number"]),
    ("home", &[]),
    ("archive-title", &[]),
    ("year-title", &["year"]),
    ("not-found-title", &[]),
    ("untranslated-title", &[]),
    ("untranslated-description", &["code", "name"]),
    ("reading-time", &["minutes"]),
    ("all-rights-reserved", &[]),
    ("republish-title", &["title"]),
    ("republish-by", &["names"]),
    ("republish-translated-by", &["names"]),
    ("republish-first", &["site", "date"]),
    ("republish-first-undated", &["site"]),
    ("republish-licence", &["name"]),
    ("republish-no-consent", &["site"]),
    ("republish-refused", &["site"]),
    ("republish-reserved", &["site"]),
    ("republish-unknown-licence", &["site"]),
    ("republish-no-licence", &["site"]),
    ("republish-picture-refused", &[]),
    ("republish-picture-licence", &["name"]),
    ("republish-picture-no-licence", &[]),
    ("partners-title", &[]),
    ("partners-description", &[]),
    ("partners-corrections", &[]),
    ("snippets-title", &["name"]),
    ("snippets-source", &["name"]),
    ("search-title", &[]),
    ("search-in", &["site"]),
];

/// The strings of whoever has [`SEARCH_TEMPLATE`].
const OF_SEARCH: [&str; 2] = ["search-title", "search-in"];

/// The strings that the program asks a theme for which has these templates.
pub fn strings(has: impl Fn(&str) -> bool) -> BTreeSet<&'static str> {
    let keys = STRINGS.iter().map(|(key, _)| *key);
    let is_wanted = |key: &&str| {
        let template = match *key {
            key if OF_SEARCH.contains(&key) => SEARCH_TEMPLATE,
            key if key.starts_with("republish-") => REPUBLISH_TEMPLATE,
            "snippets-source" => {
                return [SNIPPETS_TEMPLATE, PARTNERS_TEMPLATE, PARTNER_TEMPLATE].into_iter().any(&has);
            }
            "partners-title" => return has(PARTNERS_TEMPLATE) || has(PARTNER_TEMPLATE),
            key if key.starts_with("partners-") => PARTNERS_TEMPLATE,
            key if key.starts_with("snippets-") => SNIPPETS_TEMPLATE,
            _ => return true,
        };
        has(template)
    };
    keys.filter(is_wanted).collect()
}

/// The types of declared fields, and what templates see of them.
pub static FIELD_TYPES: &[(&str, Type)] = &[
    ("text", Text),
    ("rich-text, markdown", Type::Html),
    ("integer, decimal", Type::Integer),
    ("date, zoned-date-time", Of("date")),
    ("boolean", Type::Boolean),
    ("url, email, enum", Text),
    ("term", Of("term_link")),
    ("reference", Of("reference")),
    ("image", Of("image")),
    ("file", Of("file")),
    ("object", ByName(&Type::Declared)),
    ("list", List(&Type::Declared)),
];
