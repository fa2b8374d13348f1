//! The answers of OAI-PMH 2.0 as files: the XML of each verb, with records in Dublin Core.
//!
//! A site of files cannot answer questions, so each answer is a file of its own, and the resumption
//! token of a list is the name of the file with the rest of it.
//!
//! **Invariant:** the bytes change only when the records do: the date of an answer is its newest
//! record's.

use crate::base::{Moment, slugify};
use crate::route::{Harvest, harvest_count, harvest_pages, harvest_url};
use crate::site::{PageId, Site, TermId};

use super::feed::{element, tag, xml_escape as escape};
use super::licence;
use super::snapshot::Snapshot;

/// Writes an answer.
pub(super) fn answer(snapshot: &Snapshot, harvest: Harvest) -> String {
    let site = &snapshot.site;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd\">\n",
    );
    element(&mut out, "responseDate", &stamp(changes(site).max()));
    let verb = harvest.verb();
    let has_format = matches!(harvest, Harvest::ListIdentifiers(_) | Harvest::ListRecords(_));
    let format = if has_format { " metadataPrefix=\"oai_dc\"" } else { "" };
    let own = escape(&site.config.origin.absolute(&harvest_url(harvest)));
    out.push_str(&format!("<request verb=\"{verb}\"{format}>{own}</request>\n<{verb}>\n"));
    match harvest {
        Harvest::Identify => identify(site, &mut out),
        Harvest::ListMetadataFormats => formats(&mut out),
        Harvest::ListSets => sets(site, &mut out),
        Harvest::ListIdentifiers(number) | Harvest::ListRecords(number) => list(snapshot, harvest, number, &mut out),
    }
    out + &format!("</{verb}>\n</OAI-PMH>\n")
}

fn identify(site: &Site, out: &mut String) {
    let root = site.config.root_language();
    element(out, "repositoryName", site.config.title.best(&root.lang, site.languages()));
    let own = site.config.origin.absolute(&harvest_url(Harvest::Identify));
    element(out, "baseURL", own.trim_end_matches("Identify.xml"));
    element(out, "protocolVersion", "2.0");
    let email = site.config.publisher.as_ref().and_then(|publisher| publisher.email.as_deref());
    element(out, "adminEmail", email.unwrap_or_default());
    element(out, "earliestDatestamp", &stamp(changes(site).min()));
    element(out, "deletedRecord", "no");
    element(out, "granularity", "YYYY-MM-DDThh:mm:ssZ");
}

fn formats(out: &mut String) {
    out.push_str("<metadataFormat>\n");
    element(out, "metadataPrefix", "oai_dc");
    element(out, "schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
    element(out, "metadataNamespace", "http://www.openarchives.org/OAI/2.0/oai_dc/");
    out.push_str("</metadataFormat>\n");
}

/// Content types and terms, each in the words of the root language.
fn sets(site: &Site, out: &mut String) {
    let root = &site.config.root_language().lang;
    let mut all: Vec<(String, String)> = Vec::new();
    for content_type in site.config.content_types.iter().filter(|known| known.in_listings) {
        let name = content_type.name.best(root, site.languages()).to_owned();
        all.extend(slugify(&content_type.id).map(|id| (format!("type:{id}"), name)));
    }
    for (index, term) in site.terms.iter().enumerate() {
        let name = site.lang_id(root).map(|lang| term.names[lang.0].clone()).unwrap_or_default();
        all.extend(set_of(site, TermId(index)).map(|spec| (spec, name)));
    }
    all.sort();
    all.dedup_by(|a, b| a.0 == b.0);
    for (spec, name) in all {
        out.push_str("<set>\n");
        element(out, "setSpec", &spec);
        element(out, "setName", &name);
        out.push_str("</set>\n");
    }
}

/// The set of a term, below those of the terms above it: `regions:maluku:ambon`.
fn set_of(site: &Site, id: TermId) -> Option<String> {
    let term = site.term(id);
    let above = match term.parent {
        Some(parent) => set_of(site, parent)?,
        None => slugify(&site.config.taxonomies[term.taxonomy.0].id)?.to_string(),
    };
    Some(format!("{above}:{}", slugify(&term.id)?))
}

fn list(snapshot: &Snapshot, harvest: Harvest, number: usize, out: &mut String) {
    let site = &snapshot.site;
    let (pages, start, count) = harvest_pages(site, number);
    for page in pages {
        match harvest {
            Harvest::ListRecords(_) => {
                out.push_str("<record>\n");
                header(snapshot, page, out);
                metadata(snapshot, page, out);
                out.push_str("</record>\n");
            }
            _ => header(snapshot, page, out),
        }
    }
    let files = harvest_count(site);
    if files > 1 {
        let next = match harvest {
            Harvest::ListRecords(number) => Harvest::ListRecords(number + 1),
            _ => Harvest::ListIdentifiers(number + 1),
        };
        let next = if number < files { next.file() } else { String::new() };
        out.push_str(&format!(
            "<resumptionToken completeListSize=\"{count}\" cursor=\"{start}\">{}</resumptionToken>\n",
            escape(&next)
        ));
    }
}

fn header(snapshot: &Snapshot, id: PageId, out: &mut String) {
    let site = &snapshot.site;
    let article = site.article_of(id);
    out.push_str("<header>\n");
    element(out, "identifier", &tag(snapshot, id));
    element(out, "datestamp", &stamp(changed(site, id)));
    if let Some(content_type) = slugify(&site.type_of(article).id) {
        element(out, "setSpec", &format!("type:{content_type}"));
    }
    for spec in article.terms.iter().flatten().filter_map(|term| set_of(site, *term)) {
        element(out, "setSpec", &spec);
    }
    out.push_str("</header>\n");
}

/// Simple Dublin Core: regions are what a text covers, authors who made it, other terms its subjects.
fn metadata(snapshot: &Snapshot, id: PageId, out: &mut String) {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let lang = site.lang(page.lang);
    out.push_str(
        "<metadata>\n<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/oai_dc/ \
         http://www.openarchives.org/OAI/2.0/oai_dc.xsd\">\n",
    );
    let spoken = |out: &mut String, name: &str, text: &str| {
        out.push_str(&format!("<dc:{name} xml:lang=\"{lang}\">{}</dc:{name}>\n", escape(text)));
    };
    spoken(out, "title", &page.document.title);
    let kinds = [("creator", Some("authors")), ("subject", None), ("coverage", Some("regions"))];
    for (name, of) in kinds {
        for (index, terms) in article.terms.iter().enumerate() {
            let taxonomy = site.config.taxonomies[index].id.as_str();
            let is_of_it = of.map_or(!["authors", "regions"].contains(&taxonomy), |wanted| wanted == taxonomy);
            for term in terms.iter().filter(|_| is_of_it) {
                spoken(out, name, &site.term(*term).names[page.lang.0]);
            }
        }
    }
    let description = page.document.description();
    if !description.is_empty() {
        spoken(out, "description", description);
    }
    let publisher = site.config.publisher.as_ref().map_or(&site.config.title, |publisher| &publisher.name);
    spoken(out, "publisher", publisher.best(lang, site.languages()));
    if let Some(date) = &article.shared().date {
        element(out, "dc:date", &date.date().to_string());
    }
    element(out, "dc:type", "Text");
    element(out, "dc:format", "text/html");
    element(out, "dc:identifier", &site.config.origin.absolute(&page.url));
    element(out, "dc:language", lang.as_str());
    for other in article.pages.values().filter(|other| **other != id) {
        element(out, "dc:relation", &site.config.origin.absolute(&site.page(*other).url));
    }
    if let Some(written) = site.licence_of(article) {
        let licence = licence::licence(snapshot, page.lang, written);
        element(out, "dc:rights", licence.url.as_deref().unwrap_or(&licence.name));
    }
    out.push_str("</oai_dc:dc>\n</metadata>\n");
}

/// When each record last changed.
fn changes(site: &Site) -> impl Iterator<Item = &Moment> {
    site.in_feeds(None).iter().filter_map(|page| changed(site, *page))
}

fn changed(site: &Site, page: PageId) -> Option<&Moment> {
    let shared = site.article_of(page).shared();
    shared.updated.as_ref().max(shared.date.as_ref())
}

/// A moment in UTC.
fn stamp(moment: Option<&Moment>) -> String {
    let utc = |moment: &Moment| moment.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    moment.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), utc)
}
