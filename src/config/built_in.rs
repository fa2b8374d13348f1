//! What a publication has without saying so: words of URLs, names of languages, content types and
//! taxonomies.
//!
//! **Invariant:** every language has them; those that we do not speak get the English ones.

use crate::base::{Lang, Slug, SourcePath};
use crate::diagnostic::Span;
use crate::schema::Localised;

use super::{ContentType, PathWords, StructuredData, Taxonomy};

/// The languages whose names we know, named in themselves.
const LANGUAGE_NAMES: [(&str, &str); 24] = [
    ("ar", "العربية"),
    ("ban", "Basa Bali"),
    ("bug", "Basa Ugi"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("hi", "हिन्दी"),
    ("id", "Bahasa Indonesia"),
    ("ja", "日本語"),
    ("jv", "Basa Jawa"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("mak", "Basa Mangkasara'"),
    ("min", "Baso Minangkabau"),
    ("ms", "Bahasa Melayu"),
    ("nl", "Nederlands"),
    ("pt", "Português"),
    ("su", "Basa Sunda"),
    ("tet", "Tetun"),
    ("th", "ไทย"),
    ("tl", "Tagalog"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// The name of a language in itself; its tag when we do not know it.
pub fn language_name(lang: &Lang) -> String {
    let tag = lang.as_str();
    let primary = tag.split('-').next().unwrap_or(tag);
    let known = LANGUAGE_NAMES.iter().find(|(known, _)| *known == tag || *known == primary);
    known.map_or(tag, |(_, name)| name).to_owned()
}

/// The words that stand in URLs of a language.
pub fn path_words(lang: &Lang) -> PathWords {
    let [page, archive, content_type] =
        if is_indonesian(lang) { ["halaman", "arsip", "jenis"] } else { ["page", "archive", "type"] };
    let word = |word| Slug::new(word).expect("our own words are slugs");
    PathWords { page: word(page), archive: word(archive), content_type: word(content_type) }
}

/// The content type of this id, when it is one of those that need no declaration.
pub fn content_type(id: &str, languages: &[Lang], file: &SourcePath) -> Option<ContentType> {
    let text = |indonesian, english| spoken(languages, indonesian, english);
    let (name, plural, slug) = match id {
        "article" => (text("Artikel", "Article"), text("Artikel", "Articles"), text("artikel", "articles")),
        "page" => (text("Halaman", "Page"), text("Halaman", "Pages"), text("halaman", "pages")),
        _ => return None,
    };
    let in_listings = id != "page";
    Some(ContentType {
        id: id.to_owned(),
        name,
        plural,
        slug,
        in_listings,
        has_own_listing: false,
        structured_data: structured_data(in_listings),
        template: template(in_listings),
        fields: Vec::new(),
        span: Span::whole(file),
    })
}

/// The taxonomy of this id, when it is one of those that need no declaration.
pub fn taxonomy(id: &str, languages: &[Lang], file: &SourcePath) -> Option<Taxonomy> {
    let text = |indonesian, english| spoken(languages, indonesian, english);
    let (name, singular, slug) = match id {
        "tags" => (text("Topik", "Topics"), text("Topik", "Topic"), text("topik", "topics")),
        "authors" => (text("Penulis", "Authors"), text("Penulis", "Author"), text("penulis", "authors")),
        _ => return None,
    };
    let span = Span::whole(file);
    Some(Taxonomy { id: id.to_owned(), name, singular, slug, rolls_up: false, fields: Vec::new(), span })
}

/// What a content type is for machines unless it says so: what no listing shows is no article.
pub fn structured_data(in_listings: bool) -> StructuredData {
    if in_listings { StructuredData::Article } else { StructuredData::Page }
}

/// The template of a content type unless it names one.
pub fn template(in_listings: bool) -> String {
    let name = if in_listings { "article.html" } else { "page.html" };
    name.to_owned()
}

fn spoken(languages: &[Lang], indonesian: &str, english: &str) -> Localised {
    let text = |lang: &Lang| if is_indonesian(lang) { indonesian } else { english };
    Localised::Each(languages.iter().map(|lang| (lang.clone(), text(lang).to_owned())).collect())
}

fn is_indonesian(lang: &Lang) -> bool {
    lang.as_str() == "id" || lang.as_str().starts_with("id-")
}
