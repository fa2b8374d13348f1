//! Everything that a value could name, of a publication.
//!
//! **Invariant:** what is withheld is offered too, and said to be: its editor links to it before
//! it is published.

use std::collections::{BTreeMap, BTreeSet};

use lsp_types::CompletionItemKind;

use crate::base::SourcePath;
use crate::config::LICENCES;
use crate::document::Place;
use crate::site::{Listing, Site, Term, TermId};
use crate::source::Content;
use crate::theme;

use super::file::File;
use super::here::Here;
use super::meaning::Meaning;

/// One thing that could be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// What is written.
    pub(super) text: String,
    /// What it is called.
    pub(super) detail: Option<String>,
    pub(super) about: Option<String>,
    pub(super) kind: CompletionItemKind,
}

impl Candidate {
    pub(super) fn new(text: impl Into<String>, kind: CompletionItemKind) -> Self {
        Self { text: text.into(), detail: None, about: None, kind }
    }

    pub(super) fn called(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into()).filter(|detail| !detail.is_empty() && *detail != self.text);
        self
    }
}

/// All that a value of this meaning could name.
pub(super) fn candidates(here: &Here, meaning: &Meaning) -> Vec<Candidate> {
    let value = CompletionItemKind::VALUE;
    match meaning {
        Meaning::Term(taxonomy) => terms(here, taxonomy),
        Meaning::Taxonomy => taxonomies(here),
        Meaning::Lang => langs(here),
        Meaning::Image => files(here, true),
        Meaning::File => files(here, false),
        Meaning::Static => statics(here),
        Meaning::ContentPath => pages(here, ""),
        Meaning::Reference => names(here).into_iter().chain(pages(here, "/")).collect(),
        Meaning::Link => links(here),
        Meaning::Template => templates(here),
        Meaning::Licence => LICENCES.iter().map(|licence| Candidate::new(*licence, value)).collect(),
        Meaning::ContentType => content_types(here),
        Meaning::Theme => themes(here),
        Meaning::Timezone => zones(),
        Meaning::Folder => folders(here),
    }
}

/// The names of a term in all languages, each once.
pub(super) fn names_of(term: &Term) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in &term.names {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.join(" · ")
}

/// How many articles a term has in each language: `12 id · 11 en`.
pub(super) fn count_of(site: &Site, term: TermId) -> String {
    let count = |lang| format!("{} {}", site.list(&Listing::Term(term, lang)).len(), site.lang(lang));
    site.langs().map(count).collect::<Vec<_>>().join(" · ")
}

fn terms(here: &Here, taxonomy: &str) -> Vec<Candidate> {
    let Some(site) = &here.view.site else { return Vec::new() };
    let Some(id) = site.taxonomy_id(taxonomy) else { return Vec::new() };
    let of_taxonomy = site.terms.iter().enumerate().filter(|(_, term)| term.taxonomy == id);
    // A term is no term because it was written here a moment ago.
    let declared = of_taxonomy.filter(|(_, term)| term.is_declared || term.span.file != *here.path);
    let term = |(index, term): (usize, &Term)| {
        let blurb = site.lang_id(&here.tongue()).and_then(|lang| term.blurbs[lang.0].clone());
        let blurb = blurb.or_else(|| term.blurbs.iter().flatten().next().cloned());
        let count = here.phrase("lsp-articles", &[("count", &count_of(site, TermId(index)))]);
        let about = blurb.map_or_else(|| count.clone(), |blurb| format!("{blurb}\n\n{count}"));
        let candidate = Candidate::new(&term.id, CompletionItemKind::ENUM_MEMBER).called(names_of(term));
        Candidate { about: Some(about), ..candidate }
    };
    declared.map(term).collect()
}

fn taxonomies(here: &Here) -> Vec<Candidate> {
    let taxonomies = here.config().map(|config| config.taxonomies.as_slice()).unwrap_or_default();
    let named = |id: &str, name: &crate::schema::Localised| {
        Candidate::new(id, CompletionItemKind::ENUM).called(best(here, name))
    };
    taxonomies.iter().map(|taxonomy| named(&taxonomy.id, &taxonomy.name)).collect()
}

fn content_types(here: &Here) -> Vec<Candidate> {
    let types = here.config().map(|config| config.content_types.as_slice()).unwrap_or_default();
    let named = |id: &str, name: &crate::schema::Localised| {
        Candidate::new(id, CompletionItemKind::CLASS).called(best(here, name))
    };
    types.iter().map(|known| named(&known.id, &known.name)).collect()
}

/// A text in the language of messages, else in any.
pub(super) fn best<'t>(here: &Here, text: &'t crate::schema::Localised) -> &'t str {
    text.best(&here.tongue(), &[])
}

fn langs(here: &Here) -> Vec<Candidate> {
    let own = here.file.place().map(|place| &place.lang);
    let languages = here.config().map(|config| config.languages.as_slice()).unwrap_or_default();
    let others = languages.iter().filter(|language| Some(&language.lang) != own);
    others
        .map(|language| Candidate::new(language.lang.as_str(), CompletionItemKind::VALUE).called(&language.name))
        .collect()
}

/// The folder, from the root, of the files that this file names.
pub(super) fn folder(file: &File, path: &SourcePath) -> Option<String> {
    match file.place() {
        Some(place) => Some(format!("content/{}", place.folder()).trim_end_matches('/').to_owned()),
        None => path.parent().map(|folder| folder.to_string()),
    }
}

/// Files beside this one; a file for one language (`peta.id.svg`) by the name for all (`peta.svg`).
pub(super) fn files(here: &Here, only_images: bool) -> Vec<Candidate> {
    let Some(folder) = folder(&here.file, here.path) else { return Vec::new() };
    let mut found: BTreeSet<(String, bool)> = BTreeSet::new();
    for source in here.view.sources.below(&folder) {
        let is_image = matches!(source.content, Content::Image(_));
        let is_medium = is_image || matches!(source.content, Content::Other);
        if is_medium && (is_image || !only_images) {
            let name = source.path.below(&folder).unwrap_or_default();
            found.insert((for_all(name, here), is_image));
        }
    }
    let kind = CompletionItemKind::FILE;
    found.into_iter().map(|(name, _)| Candidate::new(name, kind)).collect()
}

fn for_all(name: &str, here: &Here) -> String {
    let languages = here.config().map(|config| config.languages.as_slice()).unwrap_or_default();
    let plain = name.rsplit_once('.').and_then(|(stem, extension)| {
        let (stem, tag) = stem.rsplit_once('.')?;
        let is_tag = languages.iter().any(|language| language.lang.as_str() == tag);
        is_tag.then(|| format!("{stem}.{extension}"))
    });
    plain.unwrap_or_else(|| name.to_owned())
}

fn statics(here: &Here) -> Vec<Candidate> {
    let files = here.view.sources.below("static").filter_map(|source| source.path.below("static"));
    files.map(|name| Candidate::new(name, CompletionItemKind::FILE)).collect()
}

/// Articles and sections by their paths below `content/`.
pub(super) fn pages(here: &Here, before: &str) -> Vec<Candidate> {
    let Some(site) = &here.view.site else { return Vec::new() };
    let lang = here.file.place().map(|place| place.lang.clone()).unwrap_or_else(|| here.tongue());
    let lang = site.lang_id(&lang).or_else(|| site.langs().next());
    let Some(lang) = lang else { return Vec::new() };
    let mut found = Vec::new();
    for section in site.sections.iter().filter(|section| !section.key.is_empty()) {
        let text = format!("{before}{}", section.key);
        found.push(Candidate::new(text, CompletionItemKind::FOLDER).called(&section.titles[lang.0]));
    }
    for article in &site.articles {
        let Some(page) = article.page_for(lang).map(|page| site.page(page)) else { continue };
        let text = format!("{before}{}", article.key);
        let candidate = Candidate::new(text, CompletionItemKind::REFERENCE);
        let about = page.document.description().to_owned();
        found.push(Candidate {
            about: Some(about),
            ..candidate.called(title(here, site, page.lang.0, &page.document.title))
        });
    }
    found.extend(withheld(here, site).map(|(place, detail)| {
        Candidate::new(format!("{before}{}", place.key), CompletionItemKind::REFERENCE).called(detail)
    }));
    found
}

/// A title, with its language when that is another than the text's.
fn title(here: &Here, site: &Site, lang: usize, title: &str) -> String {
    let tag = &site.languages()[lang];
    let is_own = here.file.place().is_none_or(|place| place.lang == *tag);
    if is_own { title.to_owned() } else { format!("{title} ({tag})") }
}

/// Articles that no language publishes, each once, with a detail that says so.
fn withheld<'s>(here: &'s Here, site: &'s Site) -> impl Iterator<Item = (Place, String)> + 's {
    let places = site.withheld.iter().filter_map(|article| match File::of(&article.path, Some(&site.config)) {
        File::Article(place) => Some(place),
        _ => None,
    });
    let mut seen = BTreeSet::new();
    let published: BTreeSet<&str> = site.articles.iter().map(|article| article.key.as_str()).collect();
    let detail = here.phrase("lsp-withheld", &[]);
    places
        .filter(move |place| !published.contains(place.key.as_str()) && seen.insert(place.key.clone()))
        .map(move |place| (place, detail.clone()))
}

/// Articles by `article:` and their own name, where it is the only one.
pub(super) fn names(here: &Here) -> Vec<Candidate> {
    let mut found: Vec<Candidate> =
        pages(here, "").into_iter().filter(|page| page.kind != CompletionItemKind::FOLDER).collect();
    for candidate in &mut found {
        let name = candidate.text.rsplit('/').next().unwrap_or_default();
        candidate.text = format!("article:{name}");
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for candidate in &found {
        *counts.entry(candidate.text.clone()).or_default() += 1;
    }
    found.retain(|candidate| counts.get(&candidate.text) == Some(&1));
    found
}

/// Everything that a link in Markdown can lead to.
fn links(here: &Here) -> Vec<Candidate> {
    let mut found = files(here, false);
    found.extend(pages(here, "/"));
    found.extend(names(here));
    found.extend(term_links(here));
    found
}

/// Taxonomies and terms as links name them.
pub(super) fn term_links(here: &Here) -> Vec<Candidate> {
    let mut found = Vec::new();
    for taxonomy in taxonomies(here) {
        let terms = terms(here, &taxonomy.text).into_iter();
        let text = |term: Candidate| Candidate { text: format!("term:{}/{}", taxonomy.text, term.text), ..term };
        found.extend(terms.map(text));
        found.push(Candidate { text: format!("term:{}", taxonomy.text), ..taxonomy });
    }
    found
}

fn templates(here: &Here) -> Vec<Candidate> {
    let names = here.view.theme.iter().flat_map(|theme| theme.template_names());
    let pages = names.filter(|name| name.ends_with(".html"));
    pages.map(|name| Candidate::new(name, CompletionItemKind::FILE)).collect()
}

fn themes(here: &Here) -> Vec<Candidate> {
    let mut names = BTreeSet::from([theme::DEFAULT]);
    let folders = here.view.sources.below("themes").filter_map(|source| source.path.below("themes"));
    names.extend(folders.filter_map(|path| path.split_once('/').map(|(name, _)| name)));
    names.into_iter().map(|name| Candidate::new(name, CompletionItemKind::MODULE)).collect()
}

fn zones() -> Vec<Candidate> {
    let names = crate::schema::timezones();
    let zone = |name: String| {
        let local = crate::schema::INDONESIAN_ZONES.iter().find(|(_, zone)| *zone == name);
        let candidate = Candidate::new(name, CompletionItemKind::VALUE);
        local.map_or(candidate.clone(), |(short, _)| candidate.called(*short))
    };
    names.into_iter().map(zone).collect()
}

fn folders(here: &Here) -> Vec<Candidate> {
    let mut folders = BTreeSet::new();
    for source in here.view.sources.below("content") {
        let mut folder = source.path.parent();
        while let Some(inside) = folder.as_ref().and_then(|folder| folder.below("content")) {
            folders.insert(inside.to_owned());
            folder = folder.as_ref().and_then(SourcePath::parent);
        }
    }
    let bundles: BTreeSet<&str> =
        here.view.site.iter().flat_map(|site| &site.articles).map(|article| article.key.as_str()).collect();
    let wanted = folders.iter().filter(|folder| !folder.starts_with("_terms") && !bundles.contains(folder.as_str()));
    wanted.map(|folder| Candidate::new(folder, CompletionItemKind::FOLDER)).collect()
}
