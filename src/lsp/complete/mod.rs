//! What could be written at a cursor.
//!
//! **Invariant:** an edit replaces bytes of the cursor's own line only, and the cursor is among
//! them.

mod keys;
mod link;
mod template;
mod values;

use std::ops::Range;

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation, InsertTextFormat,
    MarkupContent, MarkupKind, TextEdit,
};

use super::file::{File, RegionKind, fence};
use super::here::{Here, Yaml};
use super::outline::{SpotKind, spot};

/// How many are offered at once; who goes on writing is asked again.
const MOST: usize = 200;

/// One thing that could be written.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) label: String,
    pub(super) detail: Option<String>,
    pub(super) about: Option<String>,
    pub(super) kind: CompletionItemKind,
    /// What is written by programs that cannot do better.
    pub(super) plain: String,
    /// With places to fill in.
    pub(super) snippet: Option<String>,
    /// What the words that are written so far are compared with.
    pub(super) filter: String,
}

/// What could be written, and the bytes that it replaces.
pub(super) struct Offers {
    pub(super) bytes: Range<usize>,
    pub(super) all: Vec<Offer>,
}

/// Says what could be written at the cursor. `has_snippets`: the editing program fills places in.
pub(super) fn complete(here: &Here, has_snippets: bool) -> CompletionList {
    let Some(Offers { bytes, all }) = offers(here) else {
        return CompletionList::default();
    };
    let is_incomplete = all.len() > MOST;
    let range = here.text.range(bytes, here.encoding);
    let item = |(index, offer): (usize, Offer)| {
        let snippet = offer.snippet.filter(|_| has_snippets);
        let format = if snippet.is_some() { InsertTextFormat::SNIPPET } else { InsertTextFormat::PLAIN_TEXT };
        let documentation = |value| Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value });
        CompletionItem {
            label: offer.label,
            kind: Some(offer.kind),
            detail: offer.detail,
            documentation: offer.about.map(documentation),
            sort_text: Some(format!("{index:04}")),
            filter_text: Some(offer.filter),
            insert_text_format: Some(format),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: snippet.unwrap_or(offer.plain) })),
            ..CompletionItem::default()
        }
    };
    CompletionList { is_incomplete, items: all.into_iter().take(MOST).enumerate().map(item).collect() }
}

fn offers(here: &Here) -> Option<Offers> {
    if here.file == File::Template {
        return template::template(here);
    }
    let region = here.region();
    match region.kind {
        RegionKind::Opaque => None,
        RegionKind::Markdown => shortcodes(here).or_else(|| link::link(here)),
        RegionKind::Yaml | RegionKind::Shortcode(_) => {
            // Rich texts in YAML have links, too.
            let in_text = here.file.place().and_then(|_| link::link(here));
            in_text.or_else(|| yaml(here, &here.yaml()?))
        }
    }
}

fn yaml(here: &Here, yaml: &Yaml) -> Option<Offers> {
    let spot = spot(yaml.text, yaml.offset, here.byte)?;
    match spot.kind {
        SpotKind::Key => keys::keys(here, yaml, &spot),
        SpotKind::Value => values::values(here, yaml, &spot),
    }
}

/// Those that are meant by what has been written, the likeliest first.
pub(super) fn meant(mut all: Vec<Offer>, prefix: &str) -> Vec<Offer> {
    let prefix = prefix.to_lowercase();
    all.retain(|offer| offer.filter.to_lowercase().contains(&prefix));
    // Stable: what comes first comes first among its equals.
    all.sort_by_key(|offer| !offer.filter.to_lowercase().starts_with(&prefix));
    all
}

/// The names of shortcodes at the beginning of a fence: after "```" or "```{".
fn shortcodes(here: &Here) -> Option<Offers> {
    let text = here.text.as_str();
    let line = here.text.line(here.byte);
    let before = text.get(line.start..here.byte)?;
    let content = before.trim_start_matches([' ', '\t', '>']);
    let (mark, rest) = fence(content)?;
    let prefix = rest.strip_prefix('{').unwrap_or(rest);
    if prefix.contains(|c: char| !c.is_alphanumeric() && c != '-') {
        return None;
    }
    let start = here.byte - content.len() + mark.len();
    let start = start + content[mark.len()..].len() - content[mark.len()..].trim_start().len();
    let rest = &text[here.byte..line.end];
    let end = here.byte + rest.find('}').map_or_else(|| rest.trim_end().len(), |at| at + 1);
    let is_closed = is_closed(&text[line.end..], mark);
    let offer = |(name, schema): (&String, &serde_json::Value)| {
        let plain = format!("{{{name}}}");
        let shape = super::shape::Shape::of(schema);
        let required = shape.keys().into_iter().filter(|key| key.is_required);
        let lines: Vec<String> = required.enumerate().map(|(index, key)| keys::line(&key, index + 1)).collect();
        let snippet = format!("{{{name}}}\n{}\n{mark}\n$0", lines.join("\n"));
        Offer {
            label: plain.clone(),
            detail: None,
            about: shape.description().map(str::to_owned),
            kind: CompletionItemKind::SNIPPET,
            filter: plain.clone(),
            // Braces around a name mean nothing in a snippet that has no `$`.
            snippet: (!is_closed).then_some(snippet),
            plain,
        }
    };
    let all = here.view.shortcodes.iter().map(offer).collect();
    Some(Offers { bytes: start..end.max(here.byte), all: meant(all, prefix) })
}

/// Says whether a fence is closed before the next one opens.
fn is_closed(after: &str, mark: &str) -> bool {
    let fences = after.lines().map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end());
    let next = fences.filter_map(fence).next();
    next.is_some_and(|(other, info)| other.starts_with(mark) && info.is_empty())
}
