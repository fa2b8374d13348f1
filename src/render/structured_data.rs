//! JSON-LD: one graph a page (schema.org).

use serde_json::{Map, Value, json};

use crate::base::Moment;
use crate::config::{Licence, StructuredData};
use crate::route::Route;
use crate::schema::{self, Values};
use crate::site::{PageId, TermId};

use super::head::Head;
use super::open_graph;
use super::snapshot::Snapshot;

/// What a page is about, for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Page(PageId),
    Collection,
    Nothing,
}

/// The graph of a page as JSON that is safe inside of `<script>`.
pub(super) fn graph(snapshot: &Snapshot, route: &Route, head: &Head) -> String {
    let site = &snapshot.site;
    let mut nodes = Vec::new();
    match head.about {
        About::Nothing => return String::new(),
        About::Page(page) => page_nodes(snapshot, route, head, page, &mut nodes),
        About::Collection => nodes.push(json!({
            "@type": "CollectionPage",
            "@id": site.config.origin.absolute(&route.url),
            "url": site.config.origin.absolute(&route.url),
            "name": head.title,
            "inLanguage": site.lang(head.lang).as_str(),
        })),
    }
    if !head.breadcrumbs.is_empty() {
        nodes.push(breadcrumbs(snapshot, route, head));
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": nodes });
    // `</script>` in a title must not end the script.
    graph.to_string().replace('<', "\\u003c")
}

fn page_nodes(snapshot: &Snapshot, route: &Route, head: &Head, id: PageId, nodes: &mut Vec<Value>) {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let shared = article.shared();
    let url = site.config.origin.absolute(&route.url);
    let kind = site.type_of(article).structured_data;
    let mut node = Map::new();
    let name = if kind == StructuredData::Page { "WebPage" } else { "NewsArticle" };
    node.insert("@type".into(), name.into());
    node.insert("@id".into(), url.clone().into());
    node.insert("url".into(), url.clone().into());
    node.insert("mainEntityOfPage".into(), url.clone().into());
    node.insert("headline".into(), head.title.clone().into());
    node.insert("inLanguage".into(), site.lang(page.lang).as_str().into());
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            node.insert(key.to_owned(), value);
        }
    };
    put("description", (!head.description.is_empty()).then(|| head.description.clone().into()));
    put("datePublished", shared.date.as_ref().map(|date| date.rfc3339().into()));
    let modified = shared.updated.as_ref().or(shared.date.as_ref());
    put("dateModified", modified.map(|date| date.rfc3339().into()));
    put("image", open_graph::picture(snapshot, id).map(|(url, ..)| url.into()));
    put("author", authors(snapshot, id));
    put("publisher", publisher(snapshot, head));
    put("license", site.licence_of(article).and_then(|written| Licence::of(written).url).map(Value::from));
    let authors = site.authors().map(|authors| authors.0);
    let others = article.terms.iter().enumerate().filter(|(index, _)| Some(*index) != authors);
    let topics = others.flat_map(|(_, terms)| terms);
    let keywords: Vec<&str> = topics.map(|term| site.term(*term).names[page.lang.0].as_str()).collect();
    put("keywords", (!keywords.is_empty()).then(|| keywords.join(", ").into()));
    if kind == StructuredData::Page {
        node.remove("headline");
        node.remove("mainEntityOfPage");
        node.insert("name".into(), head.title.clone().into());
    }
    let event = (kind == StructuredData::Event).then(|| event(snapshot, head, id, &url)).flatten();
    if let Some(event) = event {
        node.insert("about".into(), json!({ "@id": format!("{url}#event") }));
        nodes.push(node.into());
        nodes.push(event);
    } else {
        nodes.push(node.into());
    }
}

fn authors(snapshot: &Snapshot, id: PageId) -> Option<Value> {
    let site = &snapshot.site;
    let page = site.page(id);
    let terms: &[TermId] = &site.article(page.article).terms[site.authors()?.0];
    let authors: Vec<Value> = terms
        .iter()
        .map(|id| {
            let term = site.term(*id);
            let url = site.config.origin.absolute(&term.urls[page.lang.0]);
            json!({ "@type": author_type(&term.fields), "name": term.names[page.lang.0], "url": url })
        })
        .collect();
    (!authors.is_empty()).then(|| authors.into())
}

/// By the authors' field `kind`; a person when nothing is said.
fn author_type(fields: &Values) -> &'static str {
    match fields.get("kind").map(|field| &field.value) {
        Some(schema::Value::Enum(kind)) if kind == "organisation" => "Organization",
        _ => "Person",
    }
}

fn publisher(snapshot: &Snapshot, head: &Head) -> Option<Value> {
    let site = &snapshot.site;
    let publisher = site.config.publisher.as_ref()?;
    let name = publisher.name.best(site.lang(head.lang), site.languages());
    let mut node = Map::from_iter([("@type".to_owned(), "Organization".into()), ("name".to_owned(), name.into())]);
    if let Some(url) = &publisher.url {
        node.insert("url".into(), url.clone().into());
    }
    Some(node.into())
}

/// The event of a report, by the field names `start`, `end`, `venue`, `city`, `organiser` and
/// `status`; none without a start.
fn event(snapshot: &Snapshot, head: &Head, id: PageId, url: &str) -> Option<Value> {
    let site = &snapshot.site;
    let page = site.page(id);
    let article = site.article(page.article);
    let values = page.document.fields.with(&article.shared().fields, &site.type_of(article).fields);
    let lang = (site.lang(head.lang), site.languages());
    let text = |name: &str| text(&values, name, lang);
    let start = moment(&values, "start")?;
    let mut node = Map::new();
    node.insert("@type".into(), "Event".into());
    node.insert("@id".into(), format!("{url}#event").into());
    node.insert("name".into(), head.title.clone().into());
    node.insert("startDate".into(), start.iso().into());
    if let Some(end) = moment(&values, "end") {
        node.insert("endDate".into(), end.iso().into());
    }
    let status = match text("status").as_deref() {
        Some("cancelled") => "EventCancelled",
        Some("postponed") => "EventPostponed",
        _ => "EventScheduled",
    };
    node.insert("eventStatus".into(), format!("https://schema.org/{status}").into());
    let (venue, city) = (text("venue"), text("city"));
    if let Some(place) = venue.clone().or_else(|| city.clone()) {
        let locality = city.unwrap_or_else(|| place.clone());
        node.insert(
            "location".into(),
            json!({
                "@type": "Place",
                "name": place,
                "address": { "@type": "PostalAddress", "addressLocality": locality, "addressCountry": "ID" },
            }),
        );
    }
    if let Some(organiser) = text("organiser") {
        node.insert("organizer".into(), json!({ "@type": "Organization", "name": organiser }));
    }
    node.insert("description".into(), head.description.clone().into());
    Some(node.into())
}

fn text(values: &Values, name: &str, (lang, order): (&crate::base::Lang, &[crate::base::Lang])) -> Option<String> {
    match &values.get(name)?.value {
        schema::Value::Text(text) => Some(text.best(lang, order).to_owned()),
        schema::Value::Enum(id) => Some(id.clone()),
        _ => None,
    }
}

fn moment<'v>(values: &'v Values, name: &str) -> Option<&'v Moment> {
    match &values.get(name)?.value {
        schema::Value::Moment(moment) => Some(moment),
        _ => None,
    }
}

fn breadcrumbs(snapshot: &Snapshot, route: &Route, head: &Head) -> Value {
    let origin = &snapshot.site.config.origin;
    let own = (head.title.clone(), route.url.clone());
    let items = head.breadcrumbs.iter().chain([&own]).enumerate().map(|(index, (title, url))| {
        json!({ "@type": "ListItem", "position": index + 1, "name": title, "item": origin.absolute(url) })
    });
    json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() })
}
