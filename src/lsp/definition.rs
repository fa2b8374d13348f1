//! Where the thing under a cursor is made: the file of a link, the entry of a term.

use std::ops::Range;

use lsp_types::{DocumentLink, Location};

use crate::base::SourcePath;
use crate::config;

use super::address;
use super::file::File;
use super::here::Here;
use super::outline::Outline;
use super::target::{self, Target};
use super::text::Text;

/// The place where the thing under the cursor is made.
pub(super) fn definition(here: &Here) -> Option<Location> {
    if here.file == File::Template {
        let (name, _) = template_names(here.text.as_str()).into_iter().find(|(_, bytes)| holds(bytes, here.byte))?;
        let path = here.view.theme.as_ref()?.template_source(&name)?.clone();
        return location(here, &path, 0..0);
    }
    let reference = target::reference(here)?;
    let (path, bytes) = place(here, &target::follow(here, &reference)?)?;
    location(here, &path, bytes)
}

fn holds(bytes: &Range<usize>, byte: usize) -> bool {
    bytes.start <= byte && byte <= bytes.end
}

fn place(here: &Here, target: &Target) -> Option<(SourcePath, Range<usize>)> {
    let whole = |path: &SourcePath| (path.clone(), 0..0);
    match target {
        Target::Document { document, anchor, .. } => {
            let headings = &document.facts.headings;
            let heading = anchor.as_ref().and_then(|anchor| headings.iter().find(|heading| heading.id == *anchor));
            Some(match heading {
                Some(heading) => (document.path.clone(), heading.span.start..heading.span.start),
                None => whole(&document.path),
            })
        }
        Target::Term(id) => {
            let span = &here.view.site.as_ref()?.term(*id).span;
            Some((span.file.clone(), span.start..span.end))
        }
        Target::Taxonomy(id) => {
            let taxonomy = here.config()?.taxonomies.get(id.0)?;
            declared(here, "taxonomies", &taxonomy.id)
        }
        Target::ContentType(id) => declared(here, "content_types", id),
        Target::File(path) => Some(whole(path)),
        Target::Template(name) => here.view.theme.as_ref()?.template_source(name).map(whole),
        Target::External(_) => None,
    }
}

/// Where `kabar.yaml` declares a thing of a kind.
fn declared(here: &Here, kind: &str, id: &str) -> Option<(SourcePath, Range<usize>)> {
    let path = SourcePath::new(config::FILE).ok()?;
    let outline = Outline::of(here.view.sources.text(&path)?, 0);
    let (all, _) = outline.root(kind)?;
    outline.child(all, id).map(|entry| (path, entry.span.clone()))
}

fn location(here: &Here, path: &SourcePath, bytes: Range<usize>) -> Option<Location> {
    // What the program carries in itself stands on no disk.
    here.view.sources.get(path)?;
    let uri = address::of_place(&path.to_os(&here.view.root))?;
    let text = if path == here.path { Some(here.text.clone()) } else { here.text_of(path) };
    let text = text.unwrap_or_else(|| Text::new("".into()));
    Some(Location { uri, range: text.range(bytes, here.encoding) })
}

/// The names of templates in a template: `{% extends "a.html" %}`, `{% include "b.html" %}`.
fn template_names(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for word in ["extends", "include", "import"] {
        for (at, _) in text.match_indices(word) {
            let is_tag = text[..at].trim_end().ends_with(['%', '-']);
            let rest = &text[at + word.len()..];
            let quote = rest.trim_start().chars().next().filter(|quote| matches!(quote, '"' | '\''));
            let (true, Some(quote)) = (is_tag, quote) else { continue };
            let start = at + word.len() + (rest.len() - rest.trim_start().len()) + 1;
            if let Some(length) = text[start..].find(quote) {
                found.push((text[start..start + length].to_owned(), start..start + length));
            }
        }
    }
    found
}

/// All links of a text that lead to files.
pub(super) fn links(here: &Here) -> Vec<DocumentLink> {
    let found = target::references(here).into_iter();
    let link = |reference: target::Reference| {
        let target = match target::follow(here, &reference)? {
            Target::External(url) => url.parse().ok()?,
            target => location(here, &place(here, &target)?.0, 0..0)?.uri,
        };
        let range = here.text.range(reference.bytes, here.encoding);
        Some(DocumentLink { range, target: Some(target), tooltip: None, data: None })
    };
    let is_link = |reference: &target::Reference| !matches!(reference.kind, target::ReferenceKind::Value(_));
    found.filter(is_link).filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_name_others() {
        let text = "{% extends \"tenun/article.html\" %}{%- include 'a.html' %} include \"no\"";
        let names: Vec<String> = template_names(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["tenun/article.html", "a.html"]);
    }
}
