//! What the Markdown writer asks of the site: where links lead, which picture is meant.

use crate::document::{Place, dialect};
use crate::markdown::{self, FileLink, Licence, Picture, Resolve, ResolvedLink};
use crate::site::{Destination, LangId, Medium, Site};

use super::licence::licence;
use super::snapshot::Snapshot;

/// How URLs of the site are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Address {
    /// Below the host, for pages.
    Rooted,
    /// With scheme and host, for feeds.
    Absolute,
}

/// Answers for one document.
pub(super) struct Resolver<'s> {
    snapshot: &'s Snapshot,
    place: &'s Place,
    lang: LangId,
    address: Address,
    page: Option<String>,
}

impl<'s> Resolver<'s> {
    pub(super) fn new(snapshot: &'s Snapshot, place: &'s Place, address: Address) -> Self {
        let lang = snapshot.site.lang_id(&place.lang).unwrap_or(LangId(0));
        Self { snapshot, place, lang, address, page: None }
    }

    /// Reads the addresses of raw HTML from the whole address of the page that it stands on.
    pub(super) fn on(self, page: String) -> Self {
        Self { page: Some(page), ..self }
    }

    /// Finds a picture and what the sidecar says of it.
    pub(super) fn picture(&self, path: &str) -> Option<Picture> {
        let medium = self.site().medium(self.place, path)?;
        let description = medium.description.as_deref();
        let text = |localised: Option<&crate::schema::Localised>| {
            let lang = self.site().lang(self.lang);
            localised.and_then(|localised| localised.get(lang)).unwrap_or_default().to_owned()
        };
        let size = medium.asset.image;
        let caption = text(description.and_then(|description| description.caption.as_ref()));
        Some(Picture {
            src: self.url(medium),
            width: size.and_then(|size| size.width),
            height: size.and_then(|size| size.height),
            alt: text(description.and_then(|description| description.alt.as_ref())),
            caption: if caption.is_empty() { caption } else { self.inline(&caption) },
            credit: description.and_then(|description| description.credit.clone()),
            licence: description
                .and_then(|description| description.licence.as_deref())
                .map(|written| self.licence(written)),
            ..Picture::default()
        })
    }

    /// Writes inline Markdown of this document.
    pub(super) fn inline(&self, text: &str) -> String {
        let dialect = dialect(&self.site().config, &self.place.lang);
        markdown::inline_html(text, &dialect, self)
    }

    /// Writes block Markdown of this document.
    pub(super) fn blocks(&self, text: &str) -> String {
        let dialect = dialect(&self.site().config, &self.place.lang);
        markdown::block_html(text, &dialect, self)
    }

    fn site(&self) -> &'s Site {
        &self.snapshot.site
    }

    fn url(&self, medium: &Medium) -> String {
        self.written(&medium.url)
    }

    fn written(&self, url: &crate::base::UrlPath) -> String {
        let origin = &self.site().config.origin;
        match self.address {
            Address::Rooted => origin.href(url),
            Address::Absolute => origin.absolute(url),
        }
    }
}

impl Resolve for Resolver<'_> {
    fn link(&self, target: &str) -> Option<ResolvedLink> {
        let destination = self.site().resolve(self.place, target).ok()?;
        let lang = match &destination {
            Destination::Page(page, _) => Some(self.site().page(*page).lang),
            Destination::External(href) => {
                return Some(ResolvedLink { href: href.clone(), lang: None });
            }
            _ => None,
        };
        let (url, anchor) = self.site().address(&destination)?;
        let mut href = self.written(&url);
        if let Some(anchor) = anchor {
            href = format!("{href}#{anchor}");
        }
        let foreign = lang.filter(|lang| *lang != self.lang).map(|lang| self.site().lang(lang).clone());
        Some(ResolvedLink { href, lang: foreign })
    }

    fn image(&self, path: &str) -> Option<Picture> {
        self.picture(path)
    }

    fn file(&self, path: &str) -> Option<FileLink> {
        let medium = self.site().medium(self.place, path)?;
        Some(FileLink {
            href: self.url(medium),
            name: medium.asset.path.file_name().to_owned(),
            bytes: medium.asset.size,
            extension: medium.asset.path.extension().to_ascii_lowercase(),
        })
    }

    fn string(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.snapshot.string(self.lang, key, arguments)
    }

    fn page(&self) -> Option<&str> {
        self.page.as_deref()
    }

    fn licence(&self, written: &str) -> Licence {
        licence(self.snapshot, self.lang, written)
    }
}
