//! The parts of a text by name: headings of an article, keys of a YAML file.

use lsp_types::{DocumentSymbol, Location, SymbolInformation, SymbolKind, Uri};

use super::file::File;
use super::here::Here;
use super::outline::{Entry, Outline, Step};

/// A part that others may lie in.
struct Part {
    level: u8,
    symbol: DocumentSymbol,
}

/// The parts of a text, those within others below them.
pub(super) fn symbols(here: &Here) -> Vec<DocumentSymbol> {
    match here.file {
        File::Article(_) | File::Section(_) => headings(here),
        File::Register(_) | File::Sidecar | File::Config => keys(here),
        File::Template | File::Other => Vec::new(),
    }
}

fn headings(here: &Here) -> Vec<DocumentSymbol> {
    let Some(document) = here.document() else { return Vec::new() };
    let headings = &document.facts.headings;
    let mut open: Vec<Part> = Vec::new();
    let mut done = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        close(&mut open, &mut done, heading.level);
        // A part reaches to the next heading that is not below its own.
        let next = headings[index + 1..].iter().find(|next| next.level <= heading.level);
        let end = next.map_or(here.text.as_str().len(), |next| next.span.start);
        let symbol = symbol(here, &heading.title, heading.span.start..end, heading.span.start..heading.span.end);
        open.push(Part { level: heading.level, symbol });
    }
    close(&mut open, &mut done, 0);
    done
}

/// Takes the parts that a part of this level does not lie in to where they belong.
fn close(open: &mut Vec<Part>, done: &mut Vec<DocumentSymbol>, level: u8) {
    while let Some(part) = open.pop_if(|part| part.level >= level) {
        match open.last_mut() {
            Some(outer) => outer.symbol.children.get_or_insert_default().push(part.symbol),
            None => done.push(part.symbol),
        }
    }
}

/// The first two levels of keys.
fn keys(here: &Here) -> Vec<DocumentSymbol> {
    let text = here.text.as_str();
    let outline = Outline::of(text, 0);
    let of = |parent: Option<usize>| -> Vec<(usize, &Entry)> {
        let all = outline.entries.iter().enumerate();
        all.filter(|(_, entry)| entry.parent == parent && !entry.is_flow && entry.step != Step::Item).collect()
    };
    let end_of = |bytes: &std::ops::Range<usize>, after: Option<usize>| after.unwrap_or(text.len()).max(bytes.end);
    let tops = of(None);
    let mut symbols = Vec::new();
    for (place, (index, entry)) in tops.iter().enumerate() {
        let end = end_of(&entry.span, tops.get(place + 1).map(|(_, next)| next.span.start));
        let name = entry.step.key().unwrap_or_default();
        let mut top = symbol(here, name, entry.span.start..end, entry.span.clone());
        let inner = of(Some(*index));
        for (place, (_, entry)) in inner.iter().enumerate() {
            let end = end_of(&entry.span, inner.get(place + 1).map(|(_, next)| next.span.start)).min(end);
            let name = entry.step.key().unwrap_or_default();
            let child = symbol(here, name, entry.span.start..end.max(entry.span.end), entry.span.clone());
            top.children.get_or_insert_default().push(child);
        }
        symbols.push(top);
    }
    symbols
}

fn symbol(here: &Here, name: &str, all: std::ops::Range<usize>, own: std::ops::Range<usize>) -> DocumentSymbol {
    let text = here.text.as_str();
    // The line end before the next part belongs to none.
    let end = text.get(all.clone()).map_or(all.end, |part| all.start + part.trim_end().len()).max(own.end);
    #[expect(deprecated, reason = "the protocol's type still has the field")]
    DocumentSymbol {
        name: if name.trim().is_empty() { "–".to_owned() } else { name.to_owned() },
        detail: None,
        kind: if matches!(here.file, File::Article(_) | File::Section(_)) {
            SymbolKind::STRING
        } else {
            SymbolKind::KEY
        },
        tags: None,
        deprecated: None,
        range: here.text.range(all.start..end, here.encoding),
        selection_range: here.text.range(own, here.encoding),
        children: None,
    }
}

/// The same parts in a row, for programs that show no tree.
pub(super) fn flat(symbols: Vec<DocumentSymbol>, uri: &Uri) -> Vec<SymbolInformation> {
    let mut row = Vec::new();
    add(symbols, uri, None, &mut row);
    row
}

fn add(symbols: Vec<DocumentSymbol>, uri: &Uri, around: Option<&str>, row: &mut Vec<SymbolInformation>) {
    for symbol in symbols {
        #[expect(deprecated, reason = "the protocol's type still has the field")]
        row.push(SymbolInformation {
            name: symbol.name.clone(),
            kind: symbol.kind,
            tags: None,
            deprecated: None,
            location: Location { uri: uri.clone(), range: symbol.range },
            container_name: around.map(str::to_owned),
        });
        add(symbol.children.unwrap_or_default(), uri, Some(&symbol.name), row);
    }
}
