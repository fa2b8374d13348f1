//! A language does not disturb another: a new translation changes its own language, what leads to
//! it from others, and what lists all languages.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::support::Tree;

use super::law;
use super::publication::{LANGUAGES, Publication, publications};

/// A publication, and the same with one article in one more language.
fn pairs() -> impl Strategy<Value = (Publication, Publication, usize, usize)> {
    (publications(10), 0..10_usize, 0..LANGUAGES.len()).prop_filter_map("a language to add", |(before, index, lang)| {
        let article = before.articles.get(index % before.articles.len().max(1))?;
        let index = index % before.articles.len();
        if lang >= before.languages || article.languages().contains(&lang) || article.is_draft {
            return None;
        }
        let mut after = before.clone();
        after.articles[index].translations.insert(lang);
        Some((before, after, index, lang))
    })
}

/// Whether a file may change as a whole: it is of the language, or lists all of them.
fn may_change(name: &str, publication: &Publication, lang: usize) -> bool {
    if let Some(rest) = name.strip_prefix("search-index/") {
        return rest.starts_with(&format!("{}/", LANGUAGES[lang]));
    }
    if let Some(rest) = name.strip_prefix("embed/catalogue.") {
        return rest.starts_with(&format!("{}.", LANGUAGES[lang]));
    }
    let others = (0..publication.languages).filter(|other| *other != publication.root);
    let own = others.into_iter().find(|other| name.starts_with(&publication.home(*other)));
    let is_of_all = ["sitemap-", "all/", "_redirects", "feeds.opml"].iter().any(|start| name.starts_with(start));
    own.unwrap_or(publication.root) == lang || is_of_all
}

/// A file without what leads to a language.
fn without(tree: &Tree, name: &str, lang: usize) -> Option<String> {
    let text = String::from_utf8_lossy(tree.get(name)?).into_owned();
    // The first alternate brings those of the page's own language too.
    let marks = [format!("hreflang=\"{}\"", LANGUAGES[lang]), "rel=\"alternate\" hreflang=".to_owned()];
    let lines = text.lines().filter(|line| !marks.iter().any(|mark| line.contains(mark)));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_new_translation_changes_of_other_languages_only_what_leads_to_it() {
    law(10, &pairs(), |(before, after, index, lang)| {
        let (old, new) = (before.site().build().tree(), after.site().build().tree());
        let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let rest = names.into_iter().filter(|name| !may_change(name, &before, lang));
        let wrong: Vec<&String> = rest.filter(|name| without(&old, name, lang) != without(&new, name, lang)).collect();
        prop_assert!(wrong.is_empty(), "article {} in {}: {:?}", index, LANGUAGES[lang], wrong);
        Ok(())
    });
}

#[test]
fn a_new_language_leaves_the_pages_of_others_where_they_were() {
    law(6, &publications(8), |publication| {
        let mut wider = publication.clone();
        wider.languages = LANGUAGES.len();
        let (old, new) = (publication.site().build().tree(), wider.site().build().tree());
        let gone: Vec<&String> = old.keys().filter(|name| !new.contains_key(*name)).collect();
        prop_assert!(gone.is_empty(), "{:?}", gone);
        // Feeds of a language are about that language alone.
        let feeds = ["feed.xml", "atom.xml", "feed.json"];
        let is_feed = |name: &&String| feeds.iter().any(|feed| name.ends_with(feed)) && !name.starts_with("all/");
        let changed: Vec<&String> =
            old.keys().filter(is_feed).filter(|name| old.get(*name) != new.get(*name)).collect();
        prop_assert!(changed.is_empty(), "{:?}", changed);
        Ok(())
    });
}
