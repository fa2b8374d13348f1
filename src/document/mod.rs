//! One file of content, parsed alone: front matter checked against its content type, and the
//! facts that linking needs of its body. Files come from `source`; `site` links the documents.
//!
//! **Invariant:** parsing one file never looks at another, so an edit re-parses one file.
//! **Invariant:** a body is kept as Markdown; its HTML is made when a page is rendered.

mod correction;
mod data;
mod documents;
mod excerpt;
mod front_matter;
mod parts;
mod pin;
mod place;
mod read;
mod register;
mod rights;
mod sidecar;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Fingerprint, Lang, Moment, Slug, SourcePath, UrlPath};
use crate::config::{Config, ContentType};
use crate::diagnostic::{Diagnostic, Span};
use crate::markdown::{Dialect, Facts};
use crate::schema::Values;
use crate::yaml::{self, Node};

pub use correction::Correction;
pub use data::DataFile;
pub use documents::Documents;
pub use parts::{Part, PartKind, parts};
pub use pin::{Pin, PinnedPart};
pub use place::{Place, PlaceKind};
pub use register::{Register, TermEntry};
pub use rights::{Contribution, FeedExtent};
pub use sidecar::{MediaEntry, Sidecar};

/// A text that names something, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub span: Span,
}

/// One Markdown file of content.
#[derive(Debug, Clone)]
pub struct Document {
    pub path: SourcePath,
    pub place: Place,
    /// The place of the title, or of the front matter: for what is wrong with all of it.
    pub span: Span,
    pub title: String,
    pub slug: Option<Slug>,
    pub summary: Option<String>,
    pub aliases: Vec<(UrlPath, Span)>,
    pub is_draft: bool,
    pub translation: Option<Translation>,
    pub translators: Vec<Name>,
    /// Newest first.
    pub corrections: Vec<Correction>,
    /// What lives in the original only; in a translation, what it says against it.
    pub shared: Shared,
    /// The fields that each language has for itself.
    pub fields: Values,
    /// Set in section files only.
    pub section: SectionSettings,
    pub body: Body,
    pub facts: Facts,
    /// The beginning of the text, for articles without a summary.
    pub excerpt: String,
    /// The words that tell this text from others, for finding related ones: each as a number, which
    /// is smaller and sooner compared.
    pub keywords: Vec<u64>,
    /// The hash of what a translator translates: title, summary, translated fields, body.
    pub hash: Fingerprint,
}

/// What all languages of an article share.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    pub content_type: Option<Name>,
    pub id: Option<String>,
    pub date: Option<Moment>,
    pub updated: Option<Moment>,
    pub expires: Option<Moment>,
    /// Terms by taxonomy.
    pub terms: BTreeMap<String, Vec<Name>>,
    pub cover: Option<Name>,
    pub licence: Option<String>,
    /// Whether others may republish it.
    pub republish: Option<bool>,
    /// How much of it stands in feeds.
    pub feed: Option<FeedExtent>,
    /// Set when somebody sent it in.
    pub contribution: Option<Contribution>,
    pub order: Option<i64>,
    pub is_featured: bool,
    pub template: Option<Name>,
    pub fields: Values,
    /// Each key that was written, with its place and its value as written.
    pub keys: Vec<(Name, String)>,
}

/// What a translation says of itself.
#[derive(Debug, Clone)]
pub struct Translation {
    pub of: Lang,
    pub source_hash: Option<String>,
    /// The day on which it was made, or last brought up to date.
    pub date: Option<Moment>,
    pub is_draft: bool,
    pub span: Span,
}

/// How a section lists its articles.
#[derive(Debug, Clone, Default)]
pub struct SectionSettings {
    pub paginate_by: Option<usize>,
    pub order: Option<SectionOrder>,
}

/// The order of articles in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionOrder {
    /// Newest first.
    Date,
    Title,
    /// By the `order` key, then by title.
    Order,
}

/// A body: a part of the file's text.
#[derive(Debug, Clone)]
pub struct Body {
    text: Arc<str>,
    /// The byte at which it begins.
    pub start: usize,
}

impl Body {
    /// The Markdown.
    pub fn text(&self) -> &str {
        &self.text[self.start..]
    }

    /// The whole file, as read.
    pub fn file(&self) -> &str {
        &self.text
    }

    /// What stands before it: the front matter with its lines of hyphens.
    pub fn front_matter(&self) -> &str {
        &self.text[..self.start]
    }
}

impl Document {
    /// Its content type: that which it names, else that of its folder. An original's; translations
    /// name none.
    pub fn content_type<'c>(&self, config: &'c Config) -> Option<&'c ContentType> {
        let named = self.shared.content_type.as_ref().and_then(|name| config.content_type(&name.text));
        named.or_else(|| config.content_type_of(self.place.section()))
    }

    /// The front matter as a tree with its places, for editing; none when it is empty.
    pub fn front_matter(&self) -> Option<Node> {
        let parts = front_matter::split(self.body.file(), &self.path, &mut Vec::new())?;
        let start = parts.front.start;
        yaml::parse(self.body.file().get(parts.front)?, &self.path, start).value
    }

    /// What the article is about, in a sentence or two of plain text.
    pub fn description(&self) -> &str {
        self.summary.as_deref().unwrap_or(&self.excerpt)
    }
}

/// How Markdown of a language is read in this publication.
pub fn dialect(config: &Config, lang: &Lang) -> Dialect {
    Dialect {
        lang: lang.clone(),
        allows_html: config.markdown.allows_html,
        has_smart_punctuation: config.markdown.has_smart_punctuation,
    }
}

/// Says a problem at a place.
fn say(out: &mut Vec<Diagnostic>, span: Span, problem: crate::diagnostic::Problem) {
    out.push(Diagnostic::at(span, problem));
}
