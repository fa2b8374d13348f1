//! Why a page is where it is and as it is: its address part by part, its language, template and
//! strings, who lists it and who links to it, or what withholds it. Asked of a loaded publication
//! by path or address; the command line and the desk show it.
//!
//! **Invariant:** what is told is read from the same model that a build renders, never guessed.

mod address;
mod find;
mod links;
pub mod words;

use crate::base::{Lang, SourcePath, UrlPath};
use crate::document::Documents;
use crate::render::{self, Snapshot};
use crate::route::{Artifact, Route};
use crate::site::{PageId, Site, WithheldReason};
use crate::status::{Board, Row};

pub use address::{Because, Segment};
pub use find::Target;
pub use links::{Link, Listed};

/// Everything there is to say of one page or file.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// Where it is, or would be if it were published.
    pub url: UrlPath,
    /// As `kabar routes` names it; none for what is withheld.
    pub kind: Option<&'static str>,
    /// What gives it its text.
    pub source: Option<SourcePath>,
    pub title: Option<String>,
    pub lang: Option<Lang>,
    pub content_type: Option<String>,
    /// The address, part by part.
    pub address: Vec<Segment>,
    /// Old addresses that lead here.
    pub aliases: Vec<UrlPath>,
    /// Where an old address leads to.
    pub leads_to: Option<UrlPath>,
    pub template: Option<Template>,
    /// The files of the theme and the publication that give its language's strings, with their counts.
    pub strings: Vec<(SourcePath, usize)>,
    pub withheld: Option<WithheldReason>,
    /// How it stands on the translation board.
    pub translation: Option<Row>,
    pub listed: Vec<Listed>,
    /// What links to it.
    pub linked: Vec<Link>,
}

/// What makes a page's HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub name: String,
    /// What asks for it.
    pub because: TemplateBecause,
    /// Its full name and file, then those of the templates that it extends.
    pub chain: Vec<(String, SourcePath)>,
}

/// Why a page has its template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateBecause {
    /// The article's own front matter.
    Article(SourcePath),
    ContentType(String),
    /// Pages of this kind have it.
    Kind,
}

/// Explains everything that a path or an address names; empty when it names nothing.
pub fn explain(snapshot: &Snapshot, documents: &Documents, board: &Board, target: &Target) -> Vec<Explanation> {
    let subjects = find::find(snapshot, documents, target);
    subjects.into_iter().map(|subject| of(snapshot, board, &subject)).collect()
}

fn of(snapshot: &Snapshot, board: &Board, subject: &find::Subject<'_>) -> Explanation {
    let site = &*snapshot.site;
    match subject {
        find::Subject::Route(route) => of_route(snapshot, board, route),
        find::Subject::Withheld(document, url, reason) => {
            let path = &document.path;
            Explanation {
                url: url.clone(),
                kind: None,
                source: Some(path.clone()),
                title: Some(document.title.clone()),
                lang: Some(document.place.lang.clone()),
                content_type: row(board, path).map(|row| row.content_type),
                address: address::of_document(site, document),
                aliases: document.aliases.iter().map(|(url, _)| url.clone()).collect(),
                leads_to: None,
                template: None,
                strings: Vec::new(),
                withheld: Some((*reason).clone()),
                translation: row(board, path),
                listed: Vec::new(),
                linked: Vec::new(),
            }
        }
    }
}

fn of_route(snapshot: &Snapshot, board: &Board, route: &Route) -> Explanation {
    let site = &*snapshot.site;
    let lang = crate::route::lang_of(site, &route.artifact).map(|lang| site.lang(lang).clone());
    let template = template(snapshot, &route.artifact);
    let strings = lang.as_ref().filter(|_| template.is_some()).map(|lang| snapshot.theme().message_files(lang));
    let page = match &route.artifact {
        Artifact::Page(page) => Some(*page),
        _ => None,
    };
    let (source, title) = named(site, route);
    Explanation {
        url: route.url.clone(),
        kind: Some(route.artifact.kind()),
        title,
        content_type: page.map(|page| site.type_of(site.article_of(page)).id.clone()),
        address: address::of_route(site, route),
        aliases: aliases(snapshot, &route.url),
        leads_to: match &route.artifact {
            Artifact::Redirect(target) => Some(target.clone()),
            _ => None,
        },
        template,
        strings: strings.into_iter().flatten().map(|(path, count)| (path.clone(), count)).collect(),
        withheld: None,
        translation: page.and_then(|page| row(board, &site.page(page).document.path)),
        listed: page.map(|page| links::listed(snapshot, page)).unwrap_or_default(),
        linked: links::linked(snapshot, route),
        source,
        lang,
    }
}

/// The file that a page is made of, and the page's title.
fn named(site: &Site, route: &Route) -> (Option<SourcePath>, Option<String>) {
    let claim = route.claim.as_ref().map(|span| span.file.clone());
    match &route.artifact {
        Artifact::Page(page) => {
            let document = &site.page(*page).document;
            (Some(document.path.clone()), Some(document.title.clone()))
        }
        Artifact::Untranslated(article, _) => {
            let original = &site.article(*article).original;
            (Some(original.path.clone()), Some(original.title.clone()))
        }
        Artifact::List(listing, _) => (claim, Some(links::list_title(site, listing))),
        Artifact::File(path) => (Some(path.clone()), None),
        _ => (claim, None),
    }
}

fn row(board: &Board, path: &SourcePath) -> Option<Row> {
    let is_it = |row: &&Row| row.document.as_ref().is_some_and(|document| document.path == *path);
    board.rows.iter().find(is_it).cloned()
}

fn aliases(snapshot: &Snapshot, url: &UrlPath) -> Vec<UrlPath> {
    let leads_here = |route: &&Route| matches!(&route.artifact, Artifact::Redirect(target) if target == url);
    snapshot.routes.iter().filter(leads_here).map(|route| route.url.clone()).collect()
}

fn template(snapshot: &Snapshot, artifact: &Artifact) -> Option<Template> {
    let site = &*snapshot.site;
    let name = render::template(site, artifact)?;
    let because = match artifact {
        Artifact::Page(page) => of_article(site, *page),
        _ => TemplateBecause::Kind,
    };
    let chain = snapshot.theme().chain(name).into_iter().map(|(name, path)| (name.to_owned(), path.clone()));
    Some(Template { name: name.to_owned(), because, chain: chain.collect() })
}

fn of_article(site: &Site, page: PageId) -> TemplateBecause {
    let article = site.article_of(page);
    match &article.shared().template {
        Some(name) => TemplateBecause::Article(name.span.file.clone()),
        None => TemplateBecause::ContentType(site.type_of(article).id.clone()),
    }
}
