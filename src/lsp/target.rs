//! What a link, a term or the name of a file leads to.

use std::ops::Range;
use std::sync::Arc;

use crate::base::SourcePath;
use crate::diagnostic::Problem;
use crate::document::{Document, Place};
use crate::site::{Destination, PageId, TaxonomyId, TermId};

use super::file::File;
use super::here::{Here, parsed};
use super::meaning::{Meaning, meaning, of_shortcode};
use super::outline::unquoted;

/// What something leads to.
#[derive(Debug, Clone)]
pub(super) enum Target {
    /// An article or section in one language, and the anchor in it.
    Document {
        document: Arc<Document>,
        page: Option<PageId>,
        withheld: Option<String>,
        anchor: Option<String>,
    },
    Term(TermId),
    Taxonomy(TaxonomyId),
    File(SourcePath),
    Template(String),
    /// A content type, by its id.
    ContentType(String),
    External(String),
}

/// Something that leads somewhere, and where it is written.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) bytes: Range<usize>,
    pub(super) written: String,
    pub(super) kind: ReferenceKind,
}

/// How a reference is to be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReferenceKind {
    Link,
    File,
    Value(Meaning),
}

/// All references of a text: those of Markdown, and the values of its YAML.
pub(super) fn references(here: &Here) -> Vec<Reference> {
    let mut found = Vec::new();
    if here.file.place().is_some() {
        let document = here.document();
        let reference = |span: &crate::diagnostic::Span, written: &str, kind: ReferenceKind| {
            let bytes = within(here.text.as_str(), span.start..span.end, written);
            Reference { bytes, written: written.to_owned(), kind }
        };
        if let Some(facts) = document.as_ref().map(|document| &document.facts) {
            found.extend(facts.links.iter().map(|link| reference(&link.span, &link.target, ReferenceKind::Link)));
            found.extend(facts.images.iter().map(|image| reference(&image.span, &image.path, ReferenceKind::File)));
            found.extend(facts.files.iter().map(|file| reference(&file.span, &file.path, ReferenceKind::File)));
        }
    }
    found.extend(values(here));
    found
}

/// The reference that the cursor stands on.
pub(super) fn reference(here: &Here) -> Option<Reference> {
    let all = references(here).into_iter();
    all.filter(|found| found.bytes.start <= here.byte && here.byte <= found.bytes.end)
        .min_by_key(|found| found.bytes.len())
}

/// The place of what is written within that of all of it: a link's target within the link.
pub(super) fn within(text: &str, bytes: Range<usize>, written: &str) -> Range<usize> {
    let all = text.get(bytes.clone()).unwrap_or_default();
    match all.rfind(written).filter(|_| !written.is_empty()) {
        Some(at) => bytes.start + at..bytes.start + at + written.len(),
        None => bytes,
    }
}

/// The values of the YAML around the cursor that name something.
fn values(here: &Here) -> Vec<Reference> {
    let Some(yaml) = here.yaml() else { return Vec::new() };
    let content_type = here.content_type(&yaml.outline);
    let mut found = Vec::new();
    for (index, entry) in yaml.outline.entries.iter().enumerate() {
        let Some(value) = entry.value.clone() else { continue };
        let path = yaml.outline.path(Some(index));
        let meaning = match &yaml.shortcode {
            Some(name) => of_shortcode(name, &path),
            None => meaning(&here.file, &path, here.config(), content_type),
        };
        let (written, bytes) = unquoted(here.text.as_str(), value);
        if let Some(meaning) = meaning.filter(|_| !written.is_empty()) {
            found.push(Reference { bytes, written: written.to_owned(), kind: ReferenceKind::Value(meaning) });
        }
    }
    found
}

/// Follows a reference.
pub(super) fn follow(here: &Here, reference: &Reference) -> Option<Target> {
    let written = reference.written.as_str();
    match &reference.kind {
        ReferenceKind::Link => link(here, written),
        ReferenceKind::File => file(here, written),
        ReferenceKind::Value(meaning) => match meaning {
            Meaning::Term(taxonomy) => term(here, taxonomy, written),
            Meaning::Taxonomy => here.view.site.as_ref()?.taxonomy_id(written).map(Target::Taxonomy),
            Meaning::Image | Meaning::File => file(here, written),
            Meaning::Static => existing(here, &format!("static/{}", written.trim_start_matches('/'))),
            Meaning::ContentPath => link(here, &format!("/{}", written.trim_matches('/'))),
            Meaning::Link => link(here, written),
            Meaning::Reference if written.contains(['/', ':', '.']) => link(here, written),
            Meaning::Reference => link(here, &format!("article:{written}")),
            Meaning::Template => Some(Target::Template(written.to_owned())),
            Meaning::ContentType => {
                here.config()?.content_type(written).map(|known| Target::ContentType(known.id.clone()))
            }
            Meaning::Lang | Meaning::Licence | Meaning::Theme | Meaning::Timezone | Meaning::Folder => None,
        },
    }
}

/// Follows a link as it is written here.
pub(super) fn link(here: &Here, written: &str) -> Option<Target> {
    let site = here.view.site.as_ref()?;
    let home = || Place::home(&site.config.root_language().lang);
    let place = here.file.place().cloned().unwrap_or_else(home);
    match site.resolve(&place, written) {
        Ok(Destination::External(url)) => Some(Target::External(url)),
        Ok(Destination::Anchor(anchor)) => {
            let document = here.document()?;
            Some(Target::Document { document, page: None, withheld: None, anchor: Some(anchor) })
        }
        Ok(Destination::Page(page, anchor)) => {
            let document = site.page(page).document.clone();
            Some(Target::Document { document, page: Some(page), withheld: None, anchor })
        }
        Ok(Destination::Section(section, lang)) => {
            let texts = &site.section(section).texts;
            let document = texts[lang.0].as_ref().or_else(|| texts.iter().flatten().next())?.clone();
            Some(Target::Document { document, page: None, withheld: None, anchor: None })
        }
        Ok(Destination::Taxonomy(taxonomy, _)) => Some(Target::Taxonomy(taxonomy)),
        Ok(Destination::Term(term, _)) => Some(Target::Term(term)),
        Ok(Destination::Medium(key)) => site.media.get(&key).map(|medium| Target::File(medium.asset.path.clone())),
        Err(Problem::ReferenceToWithheld { reason, .. }) => withheld(here, &place, written, reason),
        Err(_) => file(here, written),
    }
}

/// Finds the article that a link names although it is withheld.
fn withheld(here: &Here, place: &Place, written: &str, reason: String) -> Option<Target> {
    let site = here.view.site.as_ref()?;
    let (path, anchor) = written.split_once('#').map_or((written, None), |(path, anchor)| (path, Some(anchor)));
    let is_it = |known: &Place| match path.strip_prefix("article:") {
        Some(name) => known.name() == name,
        None => key(place, path).as_deref() == Some(known.key.as_str()),
    };
    let of_lang = |article: &&crate::site::Withheld| match File::of(&article.path, Some(&site.config)) {
        File::Article(known) if is_it(&known) => Some(known.lang != place.lang),
        _ => None,
    };
    let found = site.withheld.iter().filter(|article| of_lang(article).is_some()).min_by_key(of_lang)?;
    let text = here.view.sources.text(&found.path)?;
    let document = parsed(&found.path, text, &site.config).articles.values().next().cloned()?;
    Some(Target::Document { document, page: None, withheld: Some(reason), anchor: anchor.map(str::to_owned) })
}

/// The content path of an article that a link names by path.
fn key(place: &Place, path: &str) -> Option<String> {
    let folder = if path.starts_with('/') { String::new() } else { place.folder().to_owned() };
    let folder = SourcePath::new(format!("content/{folder}").trim_end_matches('/')).ok()?;
    let found = folder.resolve(path).ok()?;
    let inside = found.below("content")?;
    let Some(stem) = inside.strip_suffix(".md") else {
        return Some(inside.to_owned());
    };
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    Some(stem.strip_suffix("/index").unwrap_or(stem).to_owned())
}

/// Finds a file beside this one, also where it is not published yet.
pub(super) fn file(here: &Here, written: &str) -> Option<Target> {
    let written = written.split(['#', '?']).next().unwrap_or(written);
    if written.contains("://") || written.is_empty() {
        return None;
    }
    let rooted = written.strip_prefix('/');
    let folder = match rooted {
        Some(_) => "content".to_owned(),
        None => super::candidates::folder(&here.file, here.path)?,
    };
    let path = SourcePath::new(&folder).ok()?.resolve(written).ok()?;
    let own = here.file.place().map(|place| &place.lang);
    let languages = here.config().map(|config| config.languages.as_slice()).unwrap_or_default();
    let all = own.into_iter().chain(languages.iter().map(|language| &language.lang));
    let variant = |lang: &crate::base::Lang| match path.as_str().rsplit_once('.') {
        Some((stem, extension)) => existing(here, &format!("{stem}.{lang}.{extension}")),
        None => None,
    };
    let mut variants = all.map(variant);
    let first = variants.next().flatten();
    first
        .or_else(|| existing(here, path.as_str()))
        .or_else(|| variants.flatten().next())
        .or_else(|| existing(here, &format!("static/{}", rooted?)))
}

fn existing(here: &Here, path: &str) -> Option<Target> {
    let path = SourcePath::new(path).ok()?;
    here.view.sources.get(&path).map(|source| Target::File(source.path.clone()))
}

fn term(here: &Here, taxonomy: &str, written: &str) -> Option<Target> {
    let site = here.view.site.as_ref()?;
    site.term_id(site.taxonomy_id(taxonomy)?, written).map(Target::Term)
}

/// The term that a path of a register leads to.
pub(super) fn term_at(here: &Here, path: &[super::outline::Step]) -> Option<TermId> {
    match (&here.file, path) {
        (File::Register(taxonomy), [super::outline::Step::Key(id)]) => match term(here, taxonomy, id) {
            Some(Target::Term(id)) => Some(id),
            _ => None,
        },
        _ => None,
    }
}
