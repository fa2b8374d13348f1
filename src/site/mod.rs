//! The publication as one linked, immutable model: sections, articles and their languages,
//! terms, permalinks, references, related articles. Made of all documents; `route` gives every
//! page of it a URL in the table, `render` reads it.
//!
//! **Invariant:** what is withheld is not in the model, except in the list of what is withheld.
//! **Invariant:** ids are indices into one [`Site`] and never outlive it.

mod articles;
mod checks;
mod combinations;
mod link;
mod listings;
mod media;
mod partners;
mod permalink;
mod references;
mod related;
mod rights;
mod sections;
mod terms;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Lang, Moment, SourcePath, UrlPath};
use crate::config::{Config, ContentType};
use crate::diagnostic::{Problem, Span};
use crate::document::{Correction, Document, Place, SectionOrder, Shared};
use crate::schema::Values;

pub use checks::leaves;
pub use link::link;
pub use listings::Listing;
pub use media::Medium;
pub use partners::Shown;
pub use references::Destination;
pub use rights::{Kit, Refusal, Rights};

/// What the site is made for: the clock, and whether drafts are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Env {
    pub now: Moment,
    pub shows_drafts: bool,
}

/// A language of the publication: an index into `config.languages`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LangId(pub usize);

/// One language of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub usize);

/// An article in all its languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub usize);

/// A section; the first is home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub usize);

/// A term of any taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub usize);

/// A taxonomy: an index into `config.taxonomies`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaxonomyId(pub usize);

/// A partner: an index into `config.partners`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartnerId(pub usize);

/// A combination of terms: an index into `config.feeds.combinations`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CombinationId(pub usize);

/// A content type: an index into `config.content_types`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);

/// The linked publication.
#[derive(Debug)]
pub struct Site {
    pub config: Arc<Config>,
    pub env: Env,
    pub articles: Vec<Article>,
    pub pages: Vec<Page>,
    pub sections: Vec<Section>,
    pub terms: Vec<Term>,
    /// URLs of the taxonomies' own pages, by taxonomy and language.
    pub taxonomy_urls: Vec<Vec<UrlPath>>,
    /// Media that are published, by their path below `content/`.
    pub media: BTreeMap<String, Medium>,
    pub withheld: Vec<Withheld>,
    /// Data files for templates, by name.
    pub data: BTreeMap<String, serde_json::Value>,
    languages: Vec<Lang>,
    names: references::Names,
    listings: listings::Listings,
    related: related::Index,
}

/// An article in all its languages, and what they share.
#[derive(Debug)]
pub struct Article {
    /// Its content path: `event-reports/2026-06-bangkit-jakarta`.
    pub key: String,
    pub section: SectionId,
    pub content_type: TypeId,
    pub original: Arc<Document>,
    pub original_lang: LangId,
    /// Published languages only; never empty.
    pub pages: BTreeMap<LangId, PageId>,
    /// By taxonomy, in the order written.
    pub terms: Vec<Vec<TermId>>,
    /// Its address in each language that it is not published in.
    pub stubs: BTreeMap<LangId, UrlPath>,
}

/// One language of an article.
#[derive(Debug)]
pub struct Page {
    pub article: ArticleId,
    pub lang: LangId,
    pub document: Arc<Document>,
    pub url: UrlPath,
    /// The original changed since this was translated.
    pub is_stale: bool,
}

/// A section in all languages.
#[derive(Debug)]
pub struct Section {
    /// The folder below `content/`; empty for home.
    pub key: String,
    pub parent: Option<SectionId>,
    /// Its own text, where a language has one.
    pub texts: Vec<Option<Arc<Document>>>,
    pub titles: Vec<String>,
    pub urls: Vec<UrlPath>,
    pub children: Vec<SectionId>,
    pub paginate_by: usize,
    pub order: SectionOrder,
}

/// A term in all languages.
#[derive(Debug)]
pub struct Term {
    pub taxonomy: TaxonomyId,
    pub id: String,
    pub names: Vec<String>,
    pub urls: Vec<UrlPath>,
    pub blurbs: Vec<Option<String>>,
    pub parent: Option<TermId>,
    pub children: Vec<TermId>,
    pub fields: Values,
    /// Said by the register, not only used.
    pub is_declared: bool,
    /// Where the register declares it, else where it is first used.
    pub span: Span,
}

/// An article that is not published, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    pub path: SourcePath,
    pub reason: WithheldReason,
}

/// Why an article is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WithheldReason {
    Draft,
    /// Its date is in the future.
    Embargo(Moment),
    Expired(Moment),
}

impl Site {
    /// All languages, in their order.
    pub fn langs(&self) -> impl Iterator<Item = LangId> + use<> {
        (0..self.languages.len()).map(LangId)
    }

    /// The tag of a language.
    pub fn lang(&self, id: LangId) -> &Lang {
        &self.languages[id.0]
    }

    /// All language tags, in their order.
    pub fn languages(&self) -> &[Lang] {
        &self.languages
    }

    /// The id of a tag.
    pub fn lang_id(&self, lang: &Lang) -> Option<LangId> {
        self.languages.iter().position(|known| known == lang).map(LangId)
    }

    /// A page by its id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// An article by its id.
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.0]
    }

    /// A section by its id.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0]
    }

    /// A term by its id.
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.0]
    }

    /// The article of a page.
    pub fn article_of(&self, id: PageId) -> &Article {
        self.article(self.page(id).article)
    }

    /// The taxonomy with this id.
    pub fn taxonomy_id(&self, id: &str) -> Option<TaxonomyId> {
        self.config.taxonomies.iter().position(|taxonomy| taxonomy.id == id).map(TaxonomyId)
    }

    /// The taxonomy whose terms write and translate articles.
    pub fn authors(&self) -> Option<TaxonomyId> {
        self.taxonomy_id("authors")
    }

    /// Finds what a reference field names; a bare name is an article's.
    ///
    /// # Errors
    /// As [`Site::resolve`].
    pub fn reference(&self, place: &Place, target: &str) -> Result<Destination, Problem> {
        match target.contains(['/', ':', '.']) {
            true => self.resolve(place, target),
            false => self.resolve(place, &format!("article:{target}")),
        }
    }

    /// A content type by its id, as declared.
    pub fn type_id(&self, id: &str) -> Option<TypeId> {
        self.config.content_types.iter().position(|known| known.id == id).map(TypeId)
    }

    /// A section by its path below `content/`.
    pub fn section_id(&self, key: &str) -> Option<SectionId> {
        self.sections.iter().position(|section| section.key == key).map(SectionId)
    }

    /// The content type of an article.
    pub fn type_of(&self, article: &Article) -> &ContentType {
        &self.config.content_types[article.content_type.0]
    }

    /// The pages of a listing, in its order.
    pub fn list(&self, listing: &Listing) -> &[PageId] {
        self.listings.get(listing)
    }

    /// The address of an article's file, whether or not it is published.
    pub fn permalink(&self, document: &Document) -> Option<UrlPath> {
        let lang = self.lang_id(&document.place.lang)?;
        let section = self.sections.iter().find(|section| section.key == document.place.section())?;
        Some(permalink::article(&section.urls[lang.0], document))
    }

    /// Where a page stands in the list of its own section.
    pub fn place(&self, page: PageId) -> Option<(Listing, usize)> {
        self.listings.place(page)
    }

    /// The years in which anything was published in any language, newest first.
    pub fn years(&self) -> &[i16] {
        self.listings.years()
    }

    /// The folder of a content type's own listing.
    pub fn type_url(&self, id: TypeId, lang: LangId) -> UrlPath {
        let content_type = &self.config.content_types[id.0];
        let language = &self.config.languages[lang.0];
        permalink::content_type(&self.config, language, &content_type.slug, &content_type.id)
    }

    /// The page where readers of a language search, if the site has one.
    pub fn search_url(&self, lang: LangId) -> UrlPath {
        permalink::search(&self.config, &self.config.languages[lang.0])
    }

    /// The page where others take an article along, if the site has it.
    pub fn republish_url(&self, page: PageId) -> UrlPath {
        let page = self.page(page);
        permalink::republish(&page.url, &self.config.languages[page.lang.0])
    }

    /// Articles like this one, most alike first, its own language before others.
    pub fn related(&self, page: PageId, count: usize) -> Vec<PageId> {
        self.related.like(self, page, count)
    }
}

impl Page {
    /// What was put right by now, newest first.
    pub fn corrections(&self, now: &Moment) -> Vec<&Correction> {
        let corrections = self.document.corrections.iter();
        corrections.filter(|correction| correction.date.timestamp() <= now.timestamp()).collect()
    }
}

impl Article {
    /// What others know the article by for good: the id minted in its front matter, else its path.
    pub fn lasting_id(&self) -> &str {
        self.shared().id.as_deref().unwrap_or(&self.key)
    }

    /// What all languages share.
    pub fn shared(&self) -> &Shared {
        &self.original.shared
    }

    /// The page to show to readers of a language: in it, else the original, else any.
    pub fn page_for(&self, lang: LangId) -> Option<PageId> {
        let own = self.pages.get(&lang).or_else(|| self.pages.get(&self.original_lang));
        own.or_else(|| self.pages.values().next()).copied()
    }
}
