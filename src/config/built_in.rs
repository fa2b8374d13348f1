//! What a publication has without saying so: words of URLs, names of languages, content types and
//! taxonomies.
//!
//! **Invariant:** every language has them; those that we do not speak get the English ones.

use crate::base::{Lang, Slug};
use crate::schema::Localised;

use super::PathWords;
use super::kinds::Names;

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
    let [page, archive, content_type, search, feeds, corrections, republish, embed] = match is_indonesian(lang) {
        true => ["halaman", "arsip", "jenis", "cari", "umpan", "ralat", "terbit-ulang", "sematkan"],
        false => ["page", "archive", "type", "search", "feeds", "corrections", "republish", "embed"],
    };
    let word = |word| Slug::new(word).expect("our own words are slugs");
    PathWords {
        page: word(page),
        archive: word(archive),
        content_type: word(content_type),
        search: word(search),
        feeds: word(feeds),
        republish: word(republish),
        embed: word(embed),
        corrections: word(corrections),
    }
}

/// What a content type is called that needs no declaration.
pub fn content_type_names(id: &str, languages: &[Lang]) -> Option<Names> {
    match id {
        "article" => Some(spoken(languages, ["Artikel", "Artikel", "artikel"], ["Article", "Articles", "articles"])),
        "page" => Some(spoken(languages, ["Halaman", "Halaman", "halaman"], ["Page", "Pages", "pages"])),
        _ => None,
    }
}

/// What a taxonomy is called that needs no declaration.
pub fn taxonomy_names(id: &str, languages: &[Lang]) -> Option<Names> {
    match id {
        "tags" => Some(spoken(languages, ["Topik", "Topik", "topik"], ["Topics", "Topic", "topics"])),
        "authors" => Some(spoken(languages, ["Penulis", "Penulis", "penulis"], ["Authors", "Author", "authors"])),
        _ => None,
    }
}

fn spoken(languages: &[Lang], indonesian: [&str; 3], english: [&str; 3]) -> Names {
    let text = |place: usize| {
        let words = |lang: &Lang| if is_indonesian(lang) { indonesian[place] } else { english[place] };
        Localised::Each(languages.iter().map(|lang| (lang.clone(), words(lang).to_owned())).collect())
    };
    Names { name: text(0), counterpart: text(1), slug: text(2) }
}

fn is_indonesian(lang: &Lang) -> bool {
    lang.as_str() == "id" || lang.as_str().starts_with("id-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_know_their_names_and_words() {
        let lang = |tag: &str| tag.parse::<Lang>().expect("a language");
        assert_eq!(language_name(&lang("id")), "Bahasa Indonesia");
        assert_eq!(language_name(&lang("pt-BR")), "Português");
        assert_eq!(language_name(&lang("xx")), "xx");
        assert_eq!(path_words(&lang("id")).archive.as_str(), "arsip");
        assert_eq!(path_words(&lang("jv")).archive.as_str(), "archive");
        assert_eq!(path_words(&lang("id")).search.as_str(), "cari");
        assert_eq!(path_words(&lang("jv")).search.as_str(), "search");
    }
}
