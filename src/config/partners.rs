//! `partners:`: who shows the publication's headlines, by an id that stands in the address of their page.
//!
//! **Invariant:** a feed that is named by one word is a combination's or a content type's; whether it
//! is there, and terms are in their registers, is checked at link.

use crate::base::{Slug, slugify};
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};
use crate::schema::{Localised, localised, url};
use crate::yaml::{Entry, Fields, Node, text};

use super::combinations::{Combination, Known, WantedTerm};
use super::kinds::entries;
use super::publication::formed;

/// An institution with a page of its own.
#[derive(Debug, Clone)]
pub struct Partner {
    pub id: Slug,
    pub name: Localised,
    pub url: Option<String>,
    /// A path in `static/`, and where it is named.
    pub logo: Option<(String, Span)>,
    /// A line that goes with their snippets.
    pub credit: Option<Localised>,
    pub feed: PartnerFeed,
    /// Where the feed is named, else the partner.
    pub feed_span: Span,
    pub span: Span,
}

/// What a partner shows.
#[derive(Debug, Clone)]
pub enum PartnerFeed {
    /// Everything.
    All,
    /// The id of a combination.
    Combination(String),
    /// The id of a content type.
    Type(String),
    Term(WantedTerm),
}

/// Reads all partners, in the order of declaration.
pub fn partners(
    node: Option<&Node>,
    known: Known<'_>,
    combinations: &[Combination],
    out: &mut Vec<Diagnostic>,
) -> Vec<Partner> {
    let entries = entries(node, "partners", out);
    entries.iter().filter_map(|entry| partner(entry, known, combinations, out)).collect()
}

fn partner(
    entry: &Entry,
    known: Known<'_>,
    combinations: &[Combination],
    out: &mut Vec<Diagnostic>,
) -> Option<Partner> {
    let id = Slug::new(&entry.key);
    if id.is_none() {
        let nearest = slugify(&entry.key).map(|slug| slug.to_string());
        let problem = Problem::InvalidSlug { value: entry.key.clone(), nearest };
        out.push(Diagnostic::at(entry.key_span.clone(), problem));
    }
    let mut fields = Fields::of(&entry.value, &entry.key, &entry.key, out)?;
    let name = fields.require("name", out).and_then(|node| localised(node, "name", known.languages, out));
    let site = fields.take("url").and_then(|node| formed(node, "url", url, out));
    let logo = fields.take("logo").and_then(|node| Some((text(node, "logo", out)?, node.span.clone())));
    let credit = fields.take("credit").and_then(|node| localised(node, "credit", known.languages, out));
    let feed = fields.take("feed");
    fields.finish(out);
    let feed_span = feed.map_or_else(|| entry.key_span.clone(), |node| node.span.clone());
    let feed = match feed {
        Some(node) => feed_of(node, &entry.key, known, combinations, out),
        None => Some(PartnerFeed::All),
    };
    Some(Partner {
        id: id?,
        name: name?,
        url: site,
        logo,
        credit,
        feed: feed?,
        feed_span,
        span: entry.key_span.clone(),
    })
}

/// One word, or one term: `maluku-bangkit`, `learning-story`, `{ regions: maluku }`.
fn feed_of(
    node: &Node,
    partner: &str,
    known: Known<'_>,
    combinations: &[Combination],
    out: &mut Vec<Diagnostic>,
) -> Option<PartnerFeed> {
    if node.entries().is_none() {
        let name = text(node, "feed", out)?;
        if combinations.iter().any(|known| known.id == name) {
            return Some(PartnerFeed::Combination(name));
        }
        if known.content_types.iter().any(|known| known.id == name) {
            return Some(PartnerFeed::Type(name));
        }
        let ids = combinations.iter().map(|known| known.id.as_str());
        let ids = ids.chain(known.content_types.iter().map(|known| known.id.as_str()));
        let problem = Problem::PartnerFeed { partner: partner.to_owned(), nearest: nearest(&name, ids), feed: name };
        out.push(Diagnostic::at(node.span.clone(), problem));
        return None;
    }
    let before = out.len();
    let mut fields = Fields::of(node, "feed", "feed", out)?;
    let mut terms = Vec::new();
    for taxonomy in known.taxonomies {
        let read = fields.take(taxonomy).and_then(|node| Some((text(node, taxonomy, out)?, node.span.clone())));
        terms.extend(read.map(|(name, span)| WantedTerm { taxonomy: taxonomy.clone(), name, span }));
    }
    fields.finish(out);
    if let [term] = terms.as_slice() {
        return Some(PartnerFeed::Term(term.clone()));
    }
    // What could not be read is missing from the count: it has been said.
    if out.len() == before {
        let named = terms.iter().map(|term| format!("{}: {}", term.taxonomy, term.name)).collect::<Vec<_>>();
        let feed = format!("{{ {} }}", named.join(", "));
        let problem = Problem::PartnerFeed { partner: partner.to_owned(), nearest: None, feed };
        out.push(Diagnostic::at(node.span.clone(), problem));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::PartnerFeed;
    use crate::config::check::{check, config};

    #[test]
    fn a_partner_has_a_name_and_shows_everything_or_one_feed() {
        let config = config(concat!(
            "taxonomies: { regions: { name: x } }\n",
            "feeds: { combinations: { dua: { regions: maluku, type: article } } }\n",
            "partners:\n  a: { name: A }\n  b: { name: { id: B, en: C }, url: 'https://b.example', logo: b.svg, credit: D, feed: dua }\n",
            "  c: { name: C, feed: article }\n  d: { name: D, feed: { regions: maluku } }\n",
        ));
        let feeds: Vec<String> = config
            .partners
            .iter()
            .map(|partner| match &partner.feed {
                PartnerFeed::All => "all".to_owned(),
                PartnerFeed::Combination(id) => format!("combination {id}"),
                PartnerFeed::Type(id) => format!("type {id}"),
                PartnerFeed::Term(term) => format!("{}/{}", term.taxonomy, term.name),
            })
            .collect();
        assert_eq!(feeds, ["all", "combination dua", "type article", "regions/maluku"]);
        assert_eq!(config.partners[1].logo.as_ref().map(|(path, _)| path.as_str()), Some("b.svg"));
    }

    #[test]
    fn partners_are_checked() {
        check("partners: { a: {} }", "missing-key 4:16");
        check("partners: { A b: { name: x } }", "invalid-slug 4:13 a-b");
        check("partners: { a: { name: x, feed: artikel } }", "partner-feed 4:33 article");
        check("partners: { a: { name: x, feed: { tags: x, authors: y } } }", "partner-feed 4:33");
        check("partners: { a: { name: x, feed: {} } }", "partner-feed 4:33");
        check("partners: { a: { name: x, feed: { tag: x } } }", "unknown-key 4:35 tags");
        check("partners: { a: { name: x, url: b } }", "invalid-url 4:32");
        check("partners: { a: { name: { id: x } } }", "text-without-language 4:24");
        check("partners: [a]", "wrong-type 4:11");
    }
}
