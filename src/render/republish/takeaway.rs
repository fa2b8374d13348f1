//! The text of an article in three forms, each whole by itself.

use std::cell::RefCell;

use crate::config;
use crate::document::dialect;
use crate::markdown::{
    self, FileLink, Licence, Picture, Resolve, ResolvedLink, escaped, feed_html, html_for_others, portable_markdown,
    portable_text,
};
use crate::render::escape::escape;
use crate::render::prose_fields::{Form, prose_fields};
use crate::render::resolver::{Address, Resolver};
use crate::render::snapshot::Snapshot;
use crate::site::{LangId, PageId};

use super::credit::Credit;

/// What others take along.
#[derive(Default)]
pub(super) struct Takeaway {
    pub(super) html: String,
    pub(super) markdown: String,
    pub(super) text: String,
    pub(super) left_out: Vec<LeftOut>,
}

/// A picture that stays behind.
pub(super) struct LeftOut {
    pub(super) name: String,
    pub(super) reason: String,
}

/// Answers as for feeds, and leaves out the pictures that others may not have.
struct ForOthers<'s> {
    snapshot: &'s Snapshot,
    resolver: Resolver<'s>,
    page: PageId,
    base: String,
    left_out: RefCell<Vec<LeftOut>>,
}

/// Writes an article for others.
pub(super) fn takeaway(snapshot: &Snapshot, id: PageId, credit: &Credit) -> Takeaway {
    let document = &snapshot.site.page(id).document;
    let dialect = dialect(&snapshot.site.config, &document.place.lang);
    let body = markdown::parse(document.body.text(), &document.path, document.body.start, &dialect).value;
    let resolve = ForOthers {
        snapshot,
        resolver: Resolver::new(snapshot, &document.place, Address::Absolute),
        page: id,
        base: credit.url.clone(),
        left_out: RefCell::default(),
    };
    let cover = snapshot.site.article_of(id).shared().cover.as_ref();
    let cover = cover.and_then(|cover| {
        let picture = resolve.image(&cover.text)?;
        resolve.shows(&cover.text, &picture).then_some(picture)
    });
    let (people, end) = credit.html();
    let title = escape(&credit.title);
    let picture = cover.as_ref().map(|picture| cover_html(picture, &resolve)).unwrap_or_default();
    let fields = |form| prose_fields(snapshot, id, &resolve, form);
    let html = format!("<h1>{title}</h1>\n{people}{picture}{}{}{end}", fields(Form::Html), feed_html(&body, &resolve));
    let (people, end) = credit.markdown();
    let picture = cover.as_ref().map(|picture| format!("![{}](<{}>)", escaped(&picture.alt), picture.src));
    let title = format!("# {}", escaped(&credit.title));
    let written = portable_markdown(&body, &resolve);
    let markdown = joined([title, people, picture.unwrap_or_default(), fields(Form::Markdown), written, end]);
    let (people, end) = credit.text();
    let written = portable_text(&body, &resolve);
    let text = joined([credit.title.clone(), people, fields(Form::Text), written, end]);
    Takeaway { html, markdown, text, left_out: resolve.left_out.into_inner() }
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    let mut out = parts.collect::<Vec<_>>().join("\n\n");
    out.push('\n');
    out
}

fn cover_html(picture: &Picture, resolve: &dyn Resolve) -> String {
    let size = match (picture.width, picture.height) {
        (Some(width), Some(height)) => format!(" width=\"{width}\" height=\"{height}\""),
        _ => String::new(),
    };
    let credit = picture.credit.iter().cloned().chain(picture.licence.iter().map(|licence| licence.name.clone()));
    let credit = credit.map(|part| escape(&part)).collect::<Vec<_>>().join(" · ");
    let caption = html_for_others(&picture.caption, resolve);
    let said = [caption, credit].into_iter().filter(|part| !part.is_empty());
    let said = said.collect::<Vec<_>>().join(" ");
    let caption = if said.is_empty() { said } else { format!("<figcaption>{said}</figcaption>") };
    let (src, alt) = (escape(&picture.src), escape(&picture.alt));
    format!("<figure><img src=\"{src}\"{size} alt=\"{alt}\">{caption}</figure>\n")
}

impl ForOthers<'_> {
    fn lang(&self) -> LangId {
        self.snapshot.site.page(self.page).lang
    }

    /// Why others may not have a picture; none when they may.
    fn refusal(&self, path: &str, picture: &Picture) -> Option<String> {
        let site = &self.snapshot.site;
        let medium = site.medium(&site.page(self.page).document.place, path);
        let said = medium.and_then(|medium| medium.description.as_ref()).and_then(|said| said.republish);
        let string = |key: &str, arguments: &[(&str, &str)]| Some(self.snapshot.string(self.lang(), key, arguments));
        match (said, &picture.licence) {
            (Some(true), _) => None,
            (Some(false), _) => string("republish-picture-refused", &[]),
            (None, None) => string("republish-picture-no-licence", &[]),
            (None, Some(licence)) if config::Licence::of(&licence.name).is_open() => None,
            (None, Some(licence)) => string("republish-picture-licence", &[("name", &licence.name)]),
        }
    }
}

impl Resolve for ForOthers<'_> {
    fn link(&self, target: &str) -> Option<ResolvedLink> {
        self.resolver.link(target)
    }

    fn image(&self, path: &str) -> Option<Picture> {
        self.resolver.image(path)
    }

    fn file(&self, path: &str) -> Option<FileLink> {
        self.resolver.file(path)
    }

    fn string(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.resolver.string(key, arguments)
    }

    fn shows(&self, path: &str, picture: &Picture) -> bool {
        let Some(reason) = self.refusal(path, picture) else { return true };
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        let mut left_out = self.left_out.borrow_mut();
        // Three forms ask for the same pictures.
        if !left_out.iter().any(|left| left.name == name) {
            left_out.push(LeftOut { name, reason });
        }
        false
    }

    fn base(&self) -> Option<&str> {
        Some(&self.base)
    }

    fn licence(&self, written: &str) -> Licence {
        self.resolver.licence(written)
    }
}
