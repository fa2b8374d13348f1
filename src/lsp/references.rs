//! Where the thing under a cursor is named: the links to an article or heading, the articles of a
//! term, the texts that show a file.

use std::collections::BTreeMap;
use std::ops::Range;

use lsp_types::Location;

use crate::base::SourcePath;
use crate::document::Document;
use crate::site::{ArticleId, Destination, SectionId, Site, TaxonomyId, TermId};

use super::address;
use super::here::Here;
use super::target::{self, Target, within};
use super::text::Text;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sought {
    Article(ArticleId),
    Section(SectionId),
    /// A heading, by its anchor.
    Heading(ArticleId, String),
    Term(TermId),
    Taxonomy(TaxonomyId),
    File(SourcePath),
}

/// All places that name the thing under the cursor, file by file.
pub(super) fn references(here: &Here) -> Option<Vec<Location>> {
    let site = here.view.site.as_ref()?;
    let sought = sought(here, site)?;
    let mut texts: BTreeMap<SourcePath, Text> = BTreeMap::new();
    let mut found = Vec::new();
    for document in documents(site) {
        for (bytes, written) in uses(site, document, &sought) {
            let path = &document.path;
            if !texts.contains_key(path) {
                let Some(text) = here.text_of(path) else { continue };
                texts.insert(path.clone(), text);
            }
            let Some(text) = texts.get(path) else { continue };
            let bytes = within(text.as_str(), bytes, &written);
            let uri = address::of_place(&path.to_os(&here.view.root));
            found.extend(uri.map(|uri| Location { uri, range: text.range(bytes, here.encoding) }));
        }
    }
    Some(found)
}

fn documents(site: &Site) -> impl Iterator<Item = &Document> {
    let sections = site.sections.iter().flat_map(|section| section.texts.iter().flatten());
    site.pages.iter().map(|page| &page.document).chain(sections).map(|document| &**document)
}

/// What stands under the cursor: a reference, an entry of a register, a heading, or the title of
/// the text itself.
fn sought(here: &Here, site: &Site) -> Option<Sought> {
    if let Some(reference) = target::reference(here) {
        return of_target(site, target::follow(here, &reference)?);
    }
    let own =
        || site.articles.iter().position(|article| Some(&article.key) == here.file.place().map(|place| &place.key));
    if let Some(yaml) = here.yaml() {
        let (index, _) = yaml.outline.at(here.byte)?;
        let path = yaml.outline.path(Some(index));
        if let Some(term) = target::term_at(here, &path) {
            return Some(Sought::Term(term));
        }
        let is_title = path.first().and_then(|step| step.key()) == Some("title");
        return own().filter(|_| is_title).map(|article| Sought::Article(ArticleId(article)));
    }
    let document = here.document()?;
    let holds = |span: &crate::diagnostic::Span| span.start <= here.byte && here.byte <= span.end;
    let heading = document.facts.headings.iter().find(|heading| holds(&heading.span))?;
    own().map(|article| Sought::Heading(ArticleId(article), heading.id.clone()))
}

fn of_target(site: &Site, target: Target) -> Option<Sought> {
    Some(match target {
        Target::Document { document, anchor, .. } => {
            let key = &document.place.key;
            let article = site.articles.iter().position(|article| article.key == *key).map(ArticleId);
            match (article, anchor) {
                (Some(article), Some(anchor)) => Sought::Heading(article, anchor),
                (Some(article), None) => Sought::Article(article),
                (None, _) => Sought::Section(site.section_id(key)?),
            }
        }
        Target::Term(id) => Sought::Term(id),
        Target::Taxonomy(id) => Sought::Taxonomy(id),
        Target::File(path) => Sought::File(path),
        Target::Template(_) | Target::ContentType(_) | Target::External(_) => return None,
    })
}

/// The places of a document that name what is sought, with what is written there.
fn uses(site: &Site, document: &Document, sought: &Sought) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut add =
        |span: &crate::diagnostic::Span, written: &str| found.push((span.start..span.end, written.to_owned()));
    for link in &document.facts.links {
        if site.resolve(&document.place, &link.target).is_ok_and(|found| is_sought(site, document, found, sought)) {
            add(&link.span, &link.target);
        }
    }
    match sought {
        Sought::Term(id) => {
            let of_taxonomy = |taxonomy: &str| site.taxonomy_id(taxonomy);
            let written = document
                .shared
                .terms
                .iter()
                .flat_map(|(taxonomy, names)| names.iter().map(move |name| (taxonomy.as_str(), name)));
            let translators = document.translators.iter().map(|name| ("authors", name));
            for (taxonomy, name) in written.chain(translators) {
                if of_taxonomy(taxonomy).and_then(|taxonomy| site.term_id(taxonomy, &name.text)) == Some(*id) {
                    add(&name.span, &name.text);
                }
            }
        }
        Sought::File(path) => {
            let is_it =
                |written: &str| site.medium(&document.place, written).is_some_and(|medium| medium.asset.path == *path);
            for image in document.facts.images.iter().filter(|image| is_it(&image.path)) {
                add(&image.span, &image.path);
            }
            for file in document.facts.files.iter().filter(|file| is_it(&file.path)) {
                add(&file.span, &file.path);
            }
            for cover in document.shared.cover.iter().filter(|cover| is_it(&cover.text)) {
                add(&cover.span, &cover.text);
            }
        }
        _ => {}
    }
    found.sort_by_key(|(bytes, _)| bytes.start);
    found
}

fn is_sought(site: &Site, document: &Document, found: Destination, sought: &Sought) -> bool {
    match (found, sought) {
        (Destination::Page(page, _), Sought::Article(article)) => site.page(page).article == *article,
        (Destination::Page(page, Some(anchor)), Sought::Heading(article, sought)) => {
            site.page(page).article == *article && anchor == *sought
        }
        (Destination::Anchor(anchor), Sought::Heading(article, sought)) => {
            site.article(*article).key == document.place.key && anchor == *sought
        }
        (Destination::Section(section, _), Sought::Section(sought)) => section == *sought,
        (Destination::Term(term, _), Sought::Term(sought)) => term == *sought,
        (Destination::Taxonomy(taxonomy, _), Sought::Taxonomy(sought)) => taxonomy == *sought,
        (Destination::Medium(key), Sought::File(path)) => {
            site.media.get(&key).is_some_and(|medium| medium.asset.path == *path)
        }
        _ => false,
    }
}
