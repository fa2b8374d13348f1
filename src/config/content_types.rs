//! `content_types:`: kinds of content and their fields.
//!
//! **Invariant:** `article` and `page` are always there; no field hides a key of the front matter
//! or a taxonomy.

use crate::diagnostic::{Diagnostic, Span};
use crate::schema::Field;
use crate::yaml::{Entry, Fields, Node, boolean, choice, text};

use super::built_in::content_type_names;
use super::kinds::{Names, Surroundings, entries, free_fields, ids, names};
use super::{ContentType, FRONT_MATTER_KEYS, StructuredData};

/// The content types that need no declaration.
const BUILT_IN: [&str; 2] = ["article", "page"];

/// Reads the declared content types in order and adds the built-in ones that are not among them.
pub fn content_types(node: Option<&Node>, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Vec<ContentType> {
    let entries = entries(node, "content_types", out);
    let mut read = Vec::new();
    for id in ids(node, &BUILT_IN) {
        let entry = entries.iter().find(|entry| entry.key == id);
        let built_in = || {
            let names = content_type_names(&id, around.languages)?;
            Some(Stated::default().content_type(&id, names, Span::whole(around.file)))
        };
        read.extend(entry.and_then(|entry| declared(entry, around, out)).or_else(built_in));
    }
    read
}

/// What a declaration says besides its names.
#[derive(Debug, Default)]
struct Stated {
    in_listings: Option<bool>,
    own_listing: Option<bool>,
    structured_data: Option<StructuredData>,
    template: Option<String>,
    folder: Option<String>,
    fields: Vec<Field>,
}

fn declared(entry: &Entry, around: Surroundings<'_>, out: &mut Vec<Diagnostic>) -> Option<ContentType> {
    let id = entry.key.as_str();
    let mut fields = Fields::of(&entry.value, id, id, out)?;
    let known = content_type_names(id, around.languages);
    let names = names(&mut fields, entry, "plural", known, around.languages, out);
    let is_taken = |key: &str| FRONT_MATTER_KEYS.contains(&key) || around.taxonomies.iter().any(|id| id == key);
    let stated = Stated {
        in_listings: fields.take("in_listings").and_then(|node| boolean(node, "in_listings", out)),
        own_listing: fields.take("own_listing").and_then(|node| boolean(node, "own_listing", out)),
        structured_data: fields.take("structured_data").and_then(|node| structured_data(node, out)),
        template: fields.take("template").and_then(|node| text(node, "template", out)),
        folder: fields.take("folder").and_then(|node| text(node, "folder", out)),
        fields: free_fields(&mut fields, around, is_taken, out),
    };
    fields.finish(out);
    Some(stated.content_type(id, names?, entry.key_span.clone()))
}

impl Stated {
    /// Fills in the defaults: what no listing shows is a page rather than an article.
    fn content_type(self, id: &str, names: Names, span: Span) -> ContentType {
        let in_listings = self.in_listings.unwrap_or(id != "page");
        let (structured_data, template) =
            if in_listings { (StructuredData::Article, "article.html") } else { (StructuredData::Page, "page.html") };
        ContentType {
            id: id.to_owned(),
            name: names.name,
            plural: names.counterpart,
            slug: names.slug,
            in_listings,
            has_own_listing: self.own_listing.unwrap_or(false),
            structured_data: self.structured_data.unwrap_or(structured_data),
            template: self.template.unwrap_or_else(|| template.to_owned()),
            folder: self.folder.map(|folder| folder.trim_matches('/').to_owned()),
            fields: self.fields,
            span,
        }
    }
}

fn structured_data(node: &Node, out: &mut Vec<Diagnostic>) -> Option<StructuredData> {
    choice(node, "structured_data", &["article", "event", "page"], out).map(|name| match name {
        "event" => StructuredData::Event,
        "page" => StructuredData::Page,
        _ => StructuredData::Article,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::check::{check, config};
    use crate::schema::Localised;

    #[test]
    fn article_and_page_are_always_there() {
        let config = config("content_types: { event-report: { name: Laporan } }");
        let ids: Vec<&str> = config.content_types.iter().map(|content_type| content_type.id.as_str()).collect();
        assert_eq!(ids, ["event-report", "article", "page"]);
        let page = config.content_type("page").expect("the page");
        assert_eq!((page.in_listings, page.template.as_str()), (false, "page.html"));
        assert_eq!(page.structured_data, StructuredData::Page);
        assert_eq!(page.name.get(&config.languages[0].lang), Some("Halaman"));
        assert_eq!(page.name.get(&config.languages[1].lang), Some("Page"));
    }

    #[test]
    fn what_is_not_said_has_a_default() {
        let config = config("content_types: { event-report: { name: Laporan, in_listings: false }, page: }");
        let report = &config.content_types[0];
        assert_eq!(report.plural, Localised::Same("Laporan".to_owned()));
        assert_eq!(report.slug, Localised::Same("event-report".to_owned()));
        assert_eq!((report.has_own_listing, report.template.as_str()), (false, "page.html"));
        assert!(!config.content_types[1].in_listings);
    }

    #[test]
    fn a_folder_gives_its_articles_their_type() {
        let config = config("content_types: { event-report: { name: x, folder: /events/ } }");
        let type_of = |section| config.content_type_of(section).map(|content_type| content_type.id.as_str());
        assert_eq!(type_of("events"), Some("event-report"));
        assert_eq!(type_of("events/2026"), Some("event-report"));
        assert_eq!(type_of("eventsx"), Some("article"));
        assert_eq!(type_of(""), Some("page"));
    }

    #[test]
    fn declarations_are_checked() {
        check("content_types:\n  report:\n    plural: x\n", "missing-key 6:5");
        check("content_types:\n  report:\n", "missing-key 5:9");
        check("content_types:\n  …: { name: x }\n", "invalid-slug 5:3");
        check("content_types: { a: { name: x, slug: Satu Dua } }", "invalid-slug 4:38 satu-dua");
        check("content_types: { a: { name: x, structured_data: evnt } }", "not-allowed 4:49 event");
        check("content_types: { a: { name: x, in_listing: no } }", "unknown-key 4:32 in_listings");
        check("content_types: { a: { name: x, in_listings: no } }", "wrong-type 4:45");
        check("content_types: [a]", "wrong-type 4:16");
        check("content_types: { a: b }", "wrong-type 4:21");
    }

    #[test]
    fn a_field_hides_nothing() {
        check("content_types: { a: { name: x, fields: { cover: { type: image } } } }", "reserved-field 4:42");
        check("content_types: { a: { name: x, fields: { tags: { type: text } } } }", "reserved-field 4:42");
        check(
            "content_types: { a: { name: x, fields: { regions: { type: text } } } }\ntaxonomies: { regions: { name: x } }",
            "reserved-field 4:42",
        );
        let config = config("content_types: { a: { name: x, fields: { venue: { type: text } } } }");
        assert_eq!(config.content_types[0].fields[0].name, "venue");
    }

    #[test]
    fn fields_name_declared_taxonomies() {
        let field = |taxonomy| {
            format!("content_types: {{ a: {{ name: x, fields: {{ by: {{ type: term, taxonomy: {taxonomy} }} }} }} }}")
        };
        check(&field("authors"), "");
        check(&field("author"), "unknown-taxonomy 4:70 authors");
    }
}
