//! One article as feeds tell it.

use std::sync::Arc;

use crate::base::Moment;
use crate::document::{Correction, FeedExtent, dialect};
use crate::markdown;
use crate::schema::Value;
use crate::site::{PageId, leaves};

use super::super::escape::escape;
use super::super::prose_fields::{Form, prose_fields};
use super::super::resolver::{Address, Resolver};
use super::super::snapshot::Snapshot;

/// An item of a feed, in the words of its own language.
pub(super) struct Item {
    /// A `tag:` URI (RFC 4151): the same whatever the address becomes.
    pub(super) id: String,
    pub(super) url: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) html: Option<Arc<str>>,
    pub(super) published: Moment,
    pub(super) updated: Moment,
    pub(super) lang: String,
    pub(super) authors: Vec<String>,
    pub(super) categories: Vec<String>,
    pub(super) image: Option<Picture>,
    /// Recordings first, then documents, each as its type's fields name them.
    pub(super) attachments: Vec<Attachment>,
}

/// A file that comes with an item.
pub(super) struct Attachment {
    pub(super) url: String,
    pub(super) bytes: u64,
    pub(super) media_type: &'static str,
}

impl Item {
    /// The one file that every format can name: a recording, else the cover, else a document.
    pub(super) fn enclosure(&self) -> Option<(&str, u64, &'static str)> {
        let first = self.attachments.first().map(|file| (file.url.as_str(), file.bytes, file.media_type));
        let picture = self.image.as_ref().map(|own| (own.url.as_str(), own.bytes, own.media_type));
        first.filter(|(.., media_type)| is_recording(media_type)).or(picture).or(first)
    }
}

fn is_recording(media_type: &str) -> bool {
    media_type.starts_with("audio/") || media_type.starts_with("video/")
}

/// The cover of an item.
pub(super) struct Picture {
    pub(super) url: String,
    pub(super) bytes: u64,
    pub(super) media_type: &'static str,
    pub(super) width: Option<u32>,
    pub(super) height: Option<u32>,
}

/// Tells a page as an item.
pub(super) fn item(snapshot: &Snapshot, id: PageId) -> Item {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let shared = article.shared();
    let document = &page.document;
    let published = shared.date.clone().unwrap_or_else(|| site.env.now.clone());
    // What was made before it appeared has not been changed since.
    let updated = shared.updated.clone().filter(|updated| *updated > published).unwrap_or_else(|| published.clone());
    let authors = site.authors().map(|authors| authors.0);
    let name = |term: &crate::site::TermId| site.term(*term).names[page.lang.0].clone();
    let of_others = article.terms.iter().enumerate().filter(|(index, _)| Some(*index) != authors);
    let has_full_text = site.rights(article).feed == FeedExtent::Full;
    Item {
        id: tag(snapshot, id),
        url: site.config.origin.absolute(&page.url),
        title: document.title.clone(),
        summary: document.description().to_owned(),
        html: has_full_text.then(|| snapshot.feed_body(id, || body(snapshot, id))),
        published,
        updated,
        lang: site.lang(page.lang).to_string(),
        authors: authors.map(|index| article.terms[index].iter().map(name).collect()).unwrap_or_default(),
        categories: of_others.flat_map(|(_, terms)| terms.iter().map(name)).collect(),
        image: picture(snapshot, id),
        // What others may not have in full they get no files of.
        attachments: if has_full_text { attachments(snapshot, id) } else { Vec::new() },
    }
}

/// Tells what was put right on pages, newest first.
pub(super) fn corrections(snapshot: &Snapshot, pages: &[PageId]) -> Vec<Item> {
    let site = &snapshot.site;
    let one = |page: PageId, correction: &Correction| {
        let lang = site.page(page).lang;
        let whole = item(snapshot, page);
        let url = format!("{}#{}", whole.url, correction.anchor);
        let (text, title) = (escape(&correction.text), escape(&whole.title));
        let html = format!("<p>{text}</p>\n<p><a href=\"{}\">{title}</a></p>\n", escape(&url));
        Item {
            id: format!("{}/{}", whole.id, correction.anchor),
            title: snapshot.string(lang, "correction-title", &[("title", &whole.title)]),
            summary: correction.text.clone(),
            html: Some(html.into()),
            published: correction.date.clone(),
            updated: correction.date.clone(),
            image: None,
            attachments: Vec::new(),
            url,
            ..whole
        }
    };
    let all = pages.iter().flat_map(|page| {
        let corrections = site.page(*page).corrections(&site.env.now);
        corrections.into_iter().map(|correction| one(*page, correction)).collect::<Vec<_>>()
    });
    let mut all: Vec<Item> = all.collect();
    all.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
    all.truncate(site.config.feeds.items);
    all
}

/// The id of a page: minted in front matter, else made of its place. The host name is the one that
/// the publication chose for good, the year that of the article (RFC 4151 §2.1).
pub(in crate::render) fn tag(snapshot: &Snapshot, id: PageId) -> String {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let minted = article.lasting_id();
    let lang = site.lang(page.lang);
    let year = article.shared().date.as_ref().map_or(2000, Moment::year);
    let authority = site.config.feeds.authority.as_deref().unwrap_or_default();
    format!("tag:{authority},{year}:{minted}/{lang}")
}

fn body(snapshot: &Snapshot, id: PageId) -> String {
    let page = snapshot.site.page(id);
    let document = &page.document;
    let dialect = dialect(&snapshot.site.config, &document.place.lang);
    let body = markdown::parse(document.body.text(), &document.path, document.body.start, &dialect).value;
    let resolver = Resolver::new(snapshot, &document.place, Address::Absolute);
    let resolver = resolver.on(snapshot.site.config.origin.absolute(&page.url));
    prose_fields(snapshot, id, &resolver, Form::Html) + &markdown::feed_html(&body, &resolver)
}

/// The recordings and documents that the fields of a page name.
fn attachments(snapshot: &Snapshot, id: PageId) -> Vec<Attachment> {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let values = page.document.fields.with(&article.shared().fields, &site.type_of(article).fields);
    let mut found: Vec<Attachment> = Vec::new();
    for value in leaves(&values) {
        let Value::File { path, .. } = value else { continue };
        let Some(medium) = site.medium(&page.document.place, path) else { continue };
        let media_type = medium.asset.media_type.name();
        let url = site.config.origin.absolute(&medium.url);
        if (is_recording(media_type) || media_type == "application/pdf") && found.iter().all(|file| file.url != url) {
            found.push(Attachment { url, bytes: medium.asset.size, media_type });
        }
    }
    found.sort_by_key(|file| !is_recording(file.media_type));
    found
}

fn picture(snapshot: &Snapshot, id: PageId) -> Option<Picture> {
    let site = &snapshot.site;
    let page = site.page(id);
    let cover = site.article(page.article).shared().cover.as_ref()?;
    let medium = site.medium(&page.document.place, &cover.text)?;
    Some(Picture {
        url: site.config.origin.absolute(&medium.url),
        bytes: medium.asset.size,
        media_type: medium.asset.media_type.name(),
        width: medium.asset.image.and_then(|size| size.width),
        height: medium.asset.image.and_then(|size| size.height),
    })
}
