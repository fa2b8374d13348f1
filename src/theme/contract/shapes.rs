//! The objects that templates see.

use super::Type::{Boolean, ByName, Declared, Html, Integer, List, OneOf, Optional, Shape as Of, Text, Url};
use super::{Entry, Shape, Type};

const fn key(name: &'static str, value: Type, text: &'static str) -> Entry {
    Entry { name, value, text }
}

const fn shape(name: &'static str, keys: &'static [Entry]) -> Shape {
    Shape { name, base: None, keys }
}

const fn more(name: &'static str, base: &'static str, keys: &'static [Entry]) -> Shape {
    Shape { name, base: Some(base), keys }
}

const FORMATS: Type = OneOf(&["rss", "atom", "json"]);

/// All shapes, in the order of the manual.
pub static SHAPES: &[Shape] = &[
    shape(
        "site",
        &[
            key("title", Text, "The name of the publication."),
            key("description", Text, "What it is about, in one sentence."),
            key("home_url", Url, "The home page in the page's language."),
            key("origin", Text, "Scheme, host and base path, without a slash at the end."),
            key("publisher", Optional(&Of("publisher")), "Who publishes."),
            key("languages", List(&Of("site_language")), "In the order of `kabar.yaml`."),
            key("menus", ByName(&List(&Of("menu_entry"))), "By name; `main` and `footer` are always there."),
            key("settings", ByName(&Declared), "The theme's settings, with their defaults."),
            key("data", ByName(&Declared), "The data files of `data/`, by name."),
            key("taxonomies", ByName(&Of("taxonomy")), "By id, in the page's language."),
            key("archive_url", Url, "The list of all years, or \"\" when nothing is dated."),
            key("search", Optional(&Of("site_search")), "Where readers search; none when they cannot."),
            key("partners", Url, "The page for partners in the page's language, or \"\"."),
            key("licence", Optional(&Of("licence")), "What holds where an article says nothing else."),
            key("feeds", List(&Of("feed")), "The feeds of everything in the page's language."),
            key("now", Of("date"), "When the site was made."),
            key("contract", Text, "The version of this contract."),
        ],
    ),
    shape(
        "site_search",
        &[
            key("url", Url, "The search page in the page's language: `<form action>`, with the question as `q`."),
            key("description", Url, "For `<link rel=search type=\"application/opensearchdescription+xml\">`."),
        ],
    ),
    shape(
        "publisher",
        &[
            key("name", Text, ""),
            key("url", Text, "Absolute, or \"\"."),
            key("email", Text, "Or \"\"."),
            key("place", Text, "Where it has its seat, or \"\"."),
            key("logo", Url, "Or \"\"."),
        ],
    ),
    shape(
        "site_language",
        &[
            key("code", Text, "The language tag."),
            key("name", Text, "The language's name in itself."),
            key("home_url", Url, ""),
        ],
    ),
    shape(
        "menu_entry",
        &[key("title", Text, ""), key("url", Url, ""), key("external", Boolean, "It leads to another site.")],
    ),
    shape(
        "feed",
        &[
            key("title", Text, ""),
            key("url", Url, ""),
            key("format", FORMATS, ""),
            key("media_type", Text, "For `<link type>`."),
        ],
    ),
    more("feed_address", "feed", &[key("permalink", Text, "To copy: with scheme and host.")]),
    shape(
        "page",
        &[
            key("title", Text, ""),
            key("head_title", Text, "For `<title>`: with the name of the publication."),
            key("url", Url, "Its own address."),
            key("permalink", Text, "Its own address, absolute."),
            key("description", Text, "For `<meta name=description>`, or \"\"."),
            key("lang", Text, "The language tag."),
            key("noindex", Boolean, "Search engines must not list it."),
            key("switch", List(&Of("switch_entry")), "The page in every language."),
            key(
                "alternates",
                List(&Of("alternate")),
                "For `<link rel=alternate hreflang>`; empty without translations.",
            ),
            key("breadcrumbs", List(&Of("crumb")), "The way from the home page, without the page itself."),
            key("feeds", List(&Of("feed")), "Its own first, then those of the site."),
            key("snippets", Url, "Where partners copy its own feed, else that of everything; \"\" where nowhere."),
            key("open_graph", List(&Of("property")), "For `<meta property content>`."),
            key("oembed", Text, "For `<link rel=alternate type=\"application/json+oembed\">`: absolute, or \"\"."),
            key("json_ld", Html, "For `<script type=\"application/ld+json\">`."),
            key("has_code", Boolean, "It shows code."),
            key("has_math", Boolean, "It shows formulas."),
            key("menu_path", Text, "The `url` of the entry of the main menu that it belongs to, or \"\"."),
        ],
    ),
    shape(
        "switch_entry",
        &[
            key("code", Text, "The language tag."),
            key("name", Text, "The language's name in itself."),
            key("url", Url, ""),
            key("available", Boolean, "False: it leads to a page that says it is not translated yet."),
            key("current", Boolean, "It is the page's own language."),
        ],
    ),
    shape("alternate", &[key("hreflang", Text, ""), key("href", Text, "Absolute.")]),
    shape("crumb", &[key("title", Text, ""), key("url", Url, "")]),
    shape("property", &[key("property", Text, ""), key("content", Text, "")]),
    shape(
        "date",
        &[
            key("iso", Text, "For `datetime`: `2026-06-16`, or with time and offset."),
            key("text", Text, "\"16 Juni 2026\""),
            key("short", Text, "\"16 Jun 2026\""),
            key("full", Text, "\"Selasa, 16 Juni 2026\""),
            key("year", Integer, ""),
            key("time", Text, "\"09.00\", or \"\" for a day without a time."),
            key("zone", Text, "\"WIB\", or \"\" for a day without a time."),
        ],
    ),
    shape(
        "image",
        &[
            key("src", Url, ""),
            key("width", Optional(&Integer), "In pixels; none when unknown."),
            key("height", Optional(&Integer), "In pixels; none when unknown."),
            key("alt", Text, "For those who do not see it."),
            key("caption", Html, "Or \"\"."),
            key("credit", Text, "Who made it, or \"\"."),
            key("licence", Optional(&Of("licence")), ""),
            key("wide", Boolean, "It may be wider than the text."),
        ],
    ),
    shape("licence", &[key("name", Text, "\"CC BY 4.0\""), key("url", Text, "Or \"\".")]),
    shape(
        "file",
        &[
            key("url", Url, ""),
            key("name", Text, "The file name."),
            key("bytes", Integer, "Its size; see the filter `size`."),
            key("media_type", Text, ""),
            key("extension", Text, "In lower case."),
        ],
    ),
    shape(
        "reference",
        &[key("title", Text, "Of the article that is named."), key("url", Url, ""), key("lang", Text, "")],
    ),
    shape("term_link", &[key("id", Text, ""), key("name", Text, "In the page's language."), key("url", Url, "")]),
    more("counted_term", "term_link", &[key("count", Integer, "How many articles of this list are in it.")]),
    more(
        "term",
        "term_link",
        &[
            key("count", Integer, "How many articles are in it, in the page's language."),
            key("blurb", Text, "What it is about, or \"\"."),
            key("fields", ByName(&Declared), "The fields that its taxonomy declares."),
            key("children", List(&Of("term")), "The terms below it."),
        ],
    ),
    more("term_with_parent", "term", &[key("parent", Optional(&Of("term_link")), "The term above it.")]),
    shape(
        "taxonomy",
        &[
            key("id", Text, ""),
            key("name", Text, "\"Wilayah\": of all its terms."),
            key("singular", Text, "Of one term."),
            key("url", Url, "The list of its terms."),
        ],
    ),
    shape(
        "content_type",
        &[key("id", Text, ""), key("name", Text, "Of one article."), key("plural", Text, "Of several.")],
    ),
    shape(
        "card",
        &[
            key("url", Url, ""),
            key("title", Text, ""),
            key("lang", Text, "Its language tag."),
            key("language_name", Text, "Its language's name in itself."),
            key("is_foreign", Boolean, "Its language is not the page's."),
            key("type", Of("content_type"), ""),
            key("date", Optional(&Of("date")), "None for pages."),
            key("updated", Optional(&Of("date")), ""),
            key("summary", Text, "Or \"\"."),
            key("cover", Optional(&Of("image")), ""),
            key("authors", List(&Of("term_link")), "The terms of the taxonomy `authors`, when there is one."),
            key("terms", ByName(&List(&Of("term_link"))), "By taxonomy; every declared one is there."),
            key("languages", List(&Of("card_language")), "The languages that it exists in."),
            key("fields", ByName(&Declared), "The fields of its type; absent ones are none or []."),
            key("minutes", Integer, "How long reading takes."),
            key("featured", Boolean, ""),
            key("draft", Boolean, "It is only shown in the preview."),
        ],
    ),
    shape("card_language", &[key("code", Text, ""), key("name", Text, ""), key("url", Url, "")]),
    more(
        "article",
        "card",
        &[
            key("body", Html, ""),
            key("contents", List(&Of("heading")), "Its headings, as a tree."),
            key("translators", List(&Of("term_link")), ""),
            key("licence", Optional(&Of("licence")), "Its own, or the publication's."),
            key(
                "republish_url",
                Text,
                "Where others take it along, or why they may not; \"\" where there is no such page.",
            ),
            key("corrections", List(&Of("correction")), "What was put right, newest first."),
            key("calendar", Optional(&Of("calendar")), "Of the event that it tells of; none without `start`."),
            key("section", Optional(&Of("crumb")), "None at the root."),
            key("related", List(&Of("card")), ""),
            key("previous", Optional(&Of("card")), "The older neighbour."),
            key("next", Optional(&Of("card")), "The newer neighbour."),
            key("is_translation", Boolean, ""),
            key("original", Optional(&Of("original")), "What it was translated from; none in the original."),
            key("stale", Boolean, "The original changed since it was translated."),
            key(
                "translated",
                Optional(&Of("date")),
                "The day on which a translation was made, or last brought up to date.",
            ),
            key("keywords", List(&Text), "The names of all its terms."),
        ],
    ),
    shape(
        "correction",
        &[key("id", Text, "The anchor that feeds lead to."), key("date", Of("date"), ""), key("text", Text, "")],
    ),
    shape(
        "calendar",
        &[key("url", Url, "The event alone (iCalendar)."), key("all_url", Url, "All events of the language.")],
    ),
    shape(
        "heading",
        &[
            key("id", Text, "For `href=\"#…\"`."),
            key("title", Html, ""),
            key("level", Integer, "2 to 4."),
            key("children", List(&Of("heading")), ""),
        ],
    ),
    shape(
        "original",
        &[key("lang", Text, ""), key("language_name", Text, "The language's name in itself."), key("url", Url, "")],
    ),
    shape(
        "home",
        &[
            key("title", Text, ""),
            key("body", Html, "What `content/_section` says, or \"\"."),
            key("lead", Optional(&Of("card")), "The featured article, else the newest; only on the first page."),
            key("newest", List(&Of("card")), "Without the lead."),
            key("types", List(&Of("home_type")), "The content types that have articles."),
            key("terms", ByName(&List(&Of("term"))), "By taxonomy, as trees."),
        ],
    ),
    more(
        "home_type",
        "content_type",
        &[key("url", Text, "Its section or listing, or \"\"."), key("items", List(&Of("card")), "Its newest.")],
    ),
    shape(
        "listing",
        &[
            key("title", Text, ""),
            key("intro", Html, "Or \"\"."),
            key("summary", Text, "Or \"\"."),
            key("count", Integer, "How many articles it has on all its pages."),
            key("items", List(&Of("card")), "Those of this page."),
            key("other_languages", List(&Of("other_language")), "Languages with articles that this one lacks."),
            key("terms", ByName(&List(&Of("counted_term"))), "By taxonomy: the terms of its articles."),
            key("subsections", List(&Of("subsection")), "Of a section."),
            key("years", List(&Of("year")), "The years that have articles."),
        ],
    ),
    shape(
        "other_language",
        &[key("code", Text, ""), key("name", Text, ""), key("url", Url, ""), key("count", Integer, "")],
    ),
    shape(
        "subsection",
        &[key("title", Text, ""), key("url", Url, ""), key("summary", Text, ""), key("count", Integer, "")],
    ),
    shape(
        "republish",
        &[
            key("allowed", Boolean, "Others may republish the article."),
            key("reason", Text, "Why they may not, in the page's language, or \"\"."),
            key("permalink", Text, "The article's address with scheme and host: the canonical one of this page."),
            key("licence", Optional(&Of("licence")), "That of the article."),
            key("keeps_text", Boolean, "The licence forbids to change the text."),
            key("keeps_from_trade", Boolean, "The licence forbids use for money."),
            key("shares_alike", Boolean, "What is made of it must be under the same licence."),
            key("html", Text, "HTML to copy, as text: for `<textarea>`; or \"\"."),
            key("markdown", Text, "The same in Markdown, or \"\"."),
            key("text", Text, "The same without marks, or \"\"."),
            key("left_out", List(&Of("left_out")), "Pictures that others may not take along."),
            key("citations", List(&Of("citation")), "For those who only cite it: also where they may not republish."),
        ],
    ),
    shape("left_out", &[key("name", Text, "The file's name."), key("reason", Text, "In the page's language.")]),
    shape("citation", &[key("format", Text, "APA, Chicago, BibTeX or RIS."), key("text", Text, "For `<textarea>`.")]),
    shape(
        "partners",
        &[
            key("groups", List(&Of("feed_group")), "Every feed of the language, by kind."),
            key("everything", List(&Of("feed")), "The feeds of all languages together; empty where there is one."),
            key("opml", Url, "All feeds for programs that read feeds, or \"\"."),
            key("calendar", Url, "All events of the language (iCalendar), or \"\"."),
            key("harvest", Url, "What libraries harvest (OAI-PMH), or \"\"."),
            key("hub", Text, "The WebSub hub, or \"\"."),
            key("items", Integer, "How many articles a feed holds at most."),
            key("archives", Boolean, "Older articles stand in archives."),
            key("republish", Boolean, "Articles have pages that say what others may do with them."),
            key("members", List(&Of("partner_link")), "The partners that have pages of their own."),
            key("builder", Optional(&Of("builder")), "None where nothing but feeds is offered."),
        ],
    ),
    shape("partner_link", &[key("name", Text, ""), key("url", Url, ""), key("logo", Url, "Or \"\".")]),
    shape(
        "partner",
        &[
            key("name", Text, ""),
            key("site", Text, "Their own site, or \"\"."),
            key("logo", Url, "Or \"\"."),
            key("credit", Text, "A line that goes with the snippets, or \"\"."),
            key("items", List(&Of("card")), "The newest of their feed."),
        ],
    ),
    shape(
        "feed_group",
        &[
            key("kind", OneOf(&["all", "sections", "types", "taxonomy", "combinations", "corrections"]), ""),
            key("name", Text, "That of a taxonomy, or \"\"."),
            key("feeds", List(&Of("listed_feed")), ""),
        ],
    ),
    shape(
        "listed_feed",
        &[
            key("name", Text, ""),
            key("page_url", Url, "The page that shows the same list."),
            key("feeds", List(&Of("feed")), "In every format."),
            key("snippets", Url, "The page of its snippets, or \"\"."),
        ],
    ),
    shape(
        "builder",
        &[
            key("script", Url, "For `<script src defer>`, behind everything that it finds by its id."),
            key("languages", List(&Of("feed_catalogue")), "The page's own first."),
            key("facets", List(&Of("facet")), "What there is to choose."),
            key("element", Boolean, "There is an element with a script to build."),
        ],
    ),
    shape(
        "feed_catalogue",
        &[
            key("code", Text, "The language tag."),
            key("name", Text, "The language's name in itself."),
            key("url", Url, "For `<option value>`."),
        ],
    ),
    shape(
        "facet",
        &[
            key("index", Integer, "For `<select data-facet>`."),
            key("name", Text, "That of a taxonomy; \"\" for content types and sections."),
        ],
    ),
    shape(
        "snippets",
        &[
            key("name", Text, "The title of the feed."),
            key("page_url", Url, "The page that shows the same list."),
            key("feeds", List(&Of("feed_address")), "In every format."),
            key("frame_url", Text, "A page for `<iframe>`, with scheme and host."),
            key("element", Text, "An element with its script, for `<textarea>`; \"\" without JSON feeds."),
            key("frame", Text, "A frame, for `<textarea>`."),
            key("links", Text, "Links alone, for `<textarea>`."),
            key("count", Integer, "How many headlines are written into them."),
        ],
    ),
    shape(
        "search",
        &[
            key("index", Url, "The folder of the index, for the script: `<div id=search data-index>`."),
            key("script", Url, "For `<script src defer>`, behind everything that it finds by its id."),
            key("types", List(&Of("counted_link")), "The content types that have articles, the most frequent first."),
            key("taxonomies", List(&Of("search_taxonomy")), "Those that have articles, in the order of `kabar.yaml`."),
            key("years", List(&Of("year")), "The years that have articles, the newest first."),
        ],
    ),
    more(
        "search_taxonomy",
        "taxonomy",
        &[
            key("terms", List(&Of("counted_term")), "The terms with the most articles, at most 24."),
            key("total", Integer, "How many terms have articles."),
        ],
    ),
    shape("counted_link", &[key("title", Text, ""), key("url", Url, "Or \"\"."), key("count", Integer, "")]),
    shape("year", &[key("year", Integer, ""), key("url", Url, ""), key("count", Integer, "")]),
    shape(
        "pager",
        &[
            key("number", Integer, "The page's own, from 1."),
            key("count", Integer, "How many pages there are."),
            key("total_items", Integer, "How many articles there are on all of them."),
            key("first_url", Url, ""),
            key("last_url", Url, ""),
            key("previous_url", Optional(&Url), ""),
            key("next_url", Optional(&Url), ""),
            key("pages", List(&Of("pager_page")), "The first, the last and those around the current one."),
        ],
    ),
    shape(
        "pager_page",
        &[
            key("number", Integer, ""),
            key("url", Url, ""),
            key("current", Boolean, ""),
            key("gap", Boolean, "Numbers before this one are left out."),
        ],
    ),
];
