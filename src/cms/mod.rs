//! A Git-based CMS set up for a publication: the page that loads it, its configuration, and what
//! it must learn of Kabar's texts. Made of the same declarations that files are checked against;
//! asked for by `kabar cms`, written by `scaffold`.
//!
//! **Invariant:** what a form writes passes `check`: a form has no key that the program does not
//! know, and a key without a form (`id`, `type`, `template`) is left as it was.
//! **Invariant:** no address of anybody else's is in what is made, but those that were asked for.

mod backend;
mod collections;
mod declared;
mod entry;
mod keys;
mod mark;
mod page;
mod registers;
mod terms;

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::config::Config;
use crate::diagnostic::Catalogue;
use crate::document::Documents;
use crate::schema::Localised;

pub use backend::{Backend, BackendFault};
pub use mark::{marked, unmarked};
pub use page::{SCRIPT, is_generated};

use entry::Entry;

/// The programs that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vendor {
    Sveltia,
    Decap,
}

/// What was asked for.
#[derive(Debug, Clone)]
pub struct Request {
    pub vendor: Vendor,
    pub backend: Backend,
    /// Decap may also work on the files of this machine, through its own proxy.
    pub is_local: bool,
    /// Where the page finds the program; beside itself if nothing is said.
    pub script: Option<String>,
}

/// The files of a folder `admin/`, by name.
pub fn files(
    config: &Config,
    documents: &Documents,
    catalogue: &Catalogue,
    request: &Request,
) -> BTreeMap<String, Vec<u8>> {
    let forms = Forms::of(config, documents, catalogue, request.vendor);
    let configuration = configuration(&forms, request);
    let text = format!("{}{}", page::heading("# ", catalogue), configuration.to_yaml());
    [
        ("config.yml".to_owned(), text.into_bytes()),
        ("index.html".to_owned(), page::html(&forms, request).into_bytes()),
        (SCRIPT.to_owned(), page::script(&forms, request).into_bytes()),
    ]
    .into()
}

/// What every form is made of.
struct Forms<'c> {
    config: &'c Config,
    documents: &'c Documents,
    catalogue: &'c Catalogue,
    vendor: Vendor,
    /// The language of labels and hints.
    lang: Lang,
    languages: Vec<Lang>,
}

impl<'c> Forms<'c> {
    fn of(config: &'c Config, documents: &'c Documents, catalogue: &'c Catalogue, vendor: Vendor) -> Self {
        let languages = config.languages.iter().map(|language| language.lang.clone()).collect();
        Self { config, documents, catalogue, vendor, lang: catalogue.tongue().lang(), languages }
    }

    fn phrase(&self, key: &str) -> String {
        self.catalogue.phrase(key, &[])
    }

    /// A localised text in the language of the forms, else in any.
    fn best(&self, text: &Localised) -> String {
        text.best(&self.lang, &self.languages).to_owned()
    }
}

fn configuration(forms: &Forms, request: &Request) -> Entry {
    let origin = forms.config.origin.absolute(&crate::base::UrlPath::root());
    let local = request.vendor == Vendor::Decap && request.is_local;
    let tags: Vec<String> = forms.languages.iter().map(Lang::to_string).collect();
    let root = forms.config.root_language().lang.to_string();
    let i18n = Entry::new().with("structure", "multiple_files").with("locales", tags).with("default_locale", root);
    let whole = Entry::new()
        .with("backend", request.backend.entry())
        .with_if(local, "local_backend", true)
        .with("site_url", origin.clone())
        .with("display_url", origin)
        .with("show_preview_links", false)
        .with("media_folder", "static/media")
        .with("public_folder", "/media")
        .with("slug", Entry::new().with("encoding", "ascii").with("clean_accents", true))
        .with("editor", Entry::new().with("preview", false))
        .with("i18n", i18n);
    let whole = match request.vendor {
        Vendor::Sveltia => whole.with("output", Entry::new().with("omit_empty_optional_fields", true)),
        Vendor::Decap => whole,
    };
    let mut all = collections::articles(forms);
    all.extend(collections::sections(forms));
    all.extend(registers::registers(forms));
    whole.with("collections", all)
}
