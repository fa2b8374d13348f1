//! Links in content: what a written target names.
//!
//! A target is a relative file path, a content path from the root (`/learning-stories/x`),
//! `article:name`, `term:regions/maluku`, an anchor, or an address elsewhere.

use std::collections::BTreeMap;

use crate::base::{Lang, SourcePath, UrlPath};
use crate::diagnostic::{Problem, nearest};
use crate::document::Place;

use super::{ArticleId, LangId, PageId, SectionId, Site, TaxonomyId, TermId, Withheld, WithheldReason};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// An address outside of the publication, or one that is not the web's.
    External(String),
    /// An anchor of the same page.
    Anchor(String),
    Page(PageId, Option<String>),
    Section(SectionId, LangId),
    Taxonomy(TaxonomyId, LangId),
    Term(TermId, LangId),
    /// The key of a published file.
    Medium(String),
}

/// What can be named.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) articles: BTreeMap<String, ArticleId>,
    pub(super) sections: BTreeMap<String, SectionId>,
    /// Articles by the last part of their key.
    pub(super) by_name: BTreeMap<String, Vec<ArticleId>>,
    /// By taxonomy, in small letters.
    pub(super) terms: Vec<BTreeMap<String, TermId>>,
    /// Why an article is not there, by key.
    pub(super) withheld: BTreeMap<String, WithheldReason>,
}

impl Names {
    /// Notes why articles with no published language are not there.
    pub(super) fn withhold(&mut self, key: &str, withheld: &[Withheld]) {
        if let Some(first) = withheld.first() {
            self.withheld.insert(key.to_owned(), first.reason.clone());
        }
    }
}

impl Site {
    /// Finds what a link written at `place` leads to.
    ///
    /// # Errors
    /// The problem with it: broken, ambiguous, out of the tree, withheld.
    pub fn resolve(&self, place: &Place, target: &str) -> Result<Destination, Problem> {
        let lang = self.lang_id(&place.lang).unwrap_or(LangId(0));
        if let Some(anchor) = target.strip_prefix('#') {
            return Ok(Destination::Anchor(anchor.to_owned()));
        }
        let (path, anchor) = match target.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor.to_owned())),
            None => (target, None),
        };
        if let Some(name) = path.strip_prefix("article:") {
            return self.by_name(name, target, lang, anchor);
        }
        if let Some(name) = path.strip_prefix("term:") {
            return self.term_named(name, target, lang);
        }
        if is_external(path) {
            return Ok(Destination::External(target.to_owned()));
        }
        self.by_path(place, path, target, lang, anchor)
    }

    /// The address of a destination within the publication, with its anchor.
    pub fn address(&self, destination: &Destination) -> Option<(UrlPath, Option<String>)> {
        Some(match destination {
            Destination::External(_) | Destination::Anchor(_) => return None,
            Destination::Page(page, anchor) => (self.page(*page).url.clone(), anchor.clone()),
            Destination::Section(section, lang) => (self.section(*section).urls[lang.0].clone(), None),
            Destination::Taxonomy(taxonomy, lang) => (self.taxonomy_urls[taxonomy.0][lang.0].clone(), None),
            Destination::Term(term, lang) => (self.term(*term).urls[lang.0].clone(), None),
            Destination::Medium(key) => (self.media.get(key)?.url.clone(), None),
        })
    }

    /// Finds a section or article by its content path, for menus and templates.
    pub fn content_path(&self, path: &str, lang: LangId) -> Option<Destination> {
        let key = path.trim_matches('/');
        if let Some(section) = self.names.sections.get(key) {
            return Some(Destination::Section(*section, lang));
        }
        let article = self.names.articles.get(key)?;
        Some(Destination::Page(self.article(*article).page_for(lang)?, None))
    }

    /// The term of a taxonomy that answers to a name.
    pub fn term_id(&self, taxonomy: TaxonomyId, name: &str) -> Option<TermId> {
        super::terms::find(&self.names.terms, taxonomy, name)
    }

    /// Every content path there is, for suggestions.
    pub(super) fn content_paths(&self) -> impl Iterator<Item = &str> {
        let sections = self.names.sections.keys().filter(|key| !key.is_empty());
        sections.chain(self.names.articles.keys()).map(String::as_str)
    }

    fn by_name(&self, name: &str, target: &str, lang: LangId, anchor: Option<String>) -> Result<Destination, Problem> {
        let broken = || {
            let known = self.names.by_name.keys().map(String::as_str);
            let nearest = nearest(name, known).map(|name| format!("article:{name}"));
            Problem::BrokenReference { target: target.to_owned(), nearest }
        };
        match self.names.by_name.get(name).map(Vec::as_slice) {
            Some([article]) => {
                let page = self.article(*article).page_for(lang).ok_or_else(broken)?;
                Ok(Destination::Page(page, anchor))
            }
            Some(articles @ [_, ..]) => {
                let keys = articles.iter().map(|article| format!("/{}", self.article(*article).key));
                let matches = keys.collect::<Vec<_>>().join(", ");
                Err(Problem::AmbiguousReference { target: target.to_owned(), matches })
            }
            _ => match self.names.withheld.iter().find(|(key, _)| key.rsplit('/').next() == Some(name)) {
                Some((_, reason)) => Err(withheld(target, reason)),
                None => Err(broken()),
            },
        }
    }

    fn term_named(&self, name: &str, target: &str, lang: LangId) -> Result<Destination, Problem> {
        let (taxonomy, term) = name.split_once('/').map_or((name, None), |(taxonomy, term)| (taxonomy, Some(term)));
        let taxonomies = &self.config.taxonomies;
        let Some(index) = taxonomies.iter().position(|known| known.id == taxonomy) else {
            let nearest = nearest(taxonomy, taxonomies.iter().map(|taxonomy| taxonomy.id.as_str()));
            return Err(Problem::UnknownTaxonomy { name: taxonomy.to_owned(), nearest });
        };
        let id = TaxonomyId(index);
        let Some(term) = term else {
            return Ok(Destination::Taxonomy(id, lang));
        };
        self.term_id(id, term).map(|term| Destination::Term(term, lang)).ok_or_else(|| {
            let known = self.terms.iter().filter(|known| known.taxonomy == id).map(|known| known.id.as_str());
            let nearest = nearest(term, known).map(|term| format!("term:{taxonomy}/{term}"));
            Problem::BrokenReference { target: target.to_owned(), nearest }
        })
    }

    fn by_path(
        &self,
        place: &Place,
        path: &str,
        target: &str,
        lang: LangId,
        anchor: Option<String>,
    ) -> Result<Destination, Problem> {
        let outside = |_| Problem::OutsideTree { target: target.to_owned() };
        let folder = if path.starts_with('/') { "content".to_owned() } else { format!("content/{}", place.folder()) };
        let folder = SourcePath::new(folder.trim_end_matches('/')).map_err(outside)?;
        let found = folder.resolve(path).map_err(outside)?;
        let inside = match found.below("content") {
            Some(inside) => inside,
            None if found.as_str() == "content" => "",
            None => return Err(Problem::OutsideTree { target: target.to_owned() }),
        };
        let (key, written) = self.without_file_name(inside);
        let lang_written = written.and_then(|lang| self.lang_id(&lang)).unwrap_or(lang);
        if let Some(section) = self.names.sections.get(key) {
            return Ok(Destination::Section(*section, lang_written));
        }
        if let Some(article) = self.names.articles.get(key) {
            let page = self.article(*article).page_for(lang_written);
            return page.map(|page| Destination::Page(page, anchor)).ok_or_else(|| self.broken(target, inside));
        }
        if let Some(reason) = self.names.withheld.get(key) {
            return Err(withheld(target, reason));
        }
        if let Some(key) = self.medium_key(place, path) {
            return Ok(Destination::Medium(key));
        }
        Err(self.broken(target, inside))
    }

    fn medium_key(&self, place: &Place, path: &str) -> Option<String> {
        let medium = self.medium(place, path)?;
        let inside = medium.asset.path.below("content").map(str::to_owned);
        inside.or_else(|| medium.asset.path.below("static").map(super::media::static_key))
    }

    /// Takes `index.md`, `index.id.md`, `_section.id.md` or `name.id.md` back to the key.
    fn without_file_name<'p>(&self, inside: &'p str) -> (&'p str, Option<Lang>) {
        let Some(stem) = inside.strip_suffix(".md") else {
            return (inside, None);
        };
        let (stem, lang) = match stem.rsplit_once('.') {
            Some((name, tag)) => match tag.parse::<Lang>() {
                Ok(lang) if self.lang_id(&lang).is_some() => (name, Some(lang)),
                _ => (stem, None),
            },
            None => (stem, None),
        };
        let key = match stem.rsplit_once('/') {
            Some((folder, "index" | "_section")) => folder,
            None if stem == "_section" => "",
            _ => stem,
        };
        (key, lang)
    }

    fn broken(&self, target: &str, inside: &str) -> Problem {
        let wanted = inside.strip_suffix(".md").unwrap_or(inside);
        let nearest = nearest(wanted, self.content_paths()).map(|path| format!("/{path}"));
        Problem::BrokenReference { target: target.to_owned(), nearest }
    }
}

fn withheld(target: &str, reason: &WithheldReason) -> Problem {
    let reason = match reason {
        WithheldReason::Draft => "draft",
        WithheldReason::Embargo(_) => "embargo",
        WithheldReason::Expired(_) => "expired",
    };
    Problem::ReferenceToWithheld { target: target.to_owned(), reason: reason.to_owned() }
}

/// Says whether a target has a scheme (RFC 3986 §3.1) or a host.
fn is_external(path: &str) -> bool {
    let scheme = path.split(':').next().unwrap_or_default();
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    path.starts_with("//") || (path.contains(':') && is_scheme)
}
