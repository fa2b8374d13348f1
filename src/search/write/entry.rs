//! `search.json`: what is known of the whole index of a language.

use serde_json::{Value, json};

use crate::base::UrlPath;
use crate::site::{LangId, Site};

use super::super::affix_table::affixes;
use super::super::facets::facets;
use super::super::format::{FORMAT, SEARCH_FOLDER};
use super::Index;

pub(super) fn file(index: &Index, site: &Site) -> Vec<u8> {
    let affixes = affixes(&index.lang);
    let facets: Vec<Value> = facets(&site.config)
        .iter()
        .map(|facet| json!({ "id": facet.id, "name": facet.name(&site.config, &index.lang), "names": facet.names }))
        .collect();
    let others: Vec<Value> =
        site.langs().filter(|lang| *lang != index.shape.lang).map(|lang| other(site, lang)).collect();
    let entry = json!({
        "format": FORMAT,
        "lang": index.lang.as_str(),
        "count": index.shape.count(),
        "epoch": index.shape.epoch,
        "words": index.shape.words,
        "postings": index.shape.postings,
        "prefixes": affixes.prefixes,
        "suffixes": affixes.suffixes,
        "takes": affixes.takes,
        "facets": facets,
        "others": others,
    });
    entry.to_string().into_bytes()
}

/// The index of another language, and the page where it is searched.
fn other(site: &Site, lang: LangId) -> Value {
    let language = &site.config.languages[lang.0];
    let href = |url: &UrlPath| site.config.origin.href(url);
    let index = href(&UrlPath::root()).trim_end_matches('/').to_owned() + SEARCH_FOLDER + language.lang.as_str() + "/";
    json!({ "lang": language.lang.as_str(), "name": language.name, "index": index, "page": href(&site.search_url(lang)) })
}
