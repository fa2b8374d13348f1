//! Numbers and switches: `paginate_by`, `feeds`, `related`, `markdown`.

use std::ops::RangeInclusive;

use crate::diagnostic::{Diagnostic, Problem};
use crate::schema::url;
use crate::yaml::{Fields, Node, boolean, choice, integer, items, text};

use super::combinations::{Known, combinations};
use super::publication::formed;
use super::{FeedFormat, FeedSettings, MarkdownSettings};

/// Reads what feeds contain.
pub fn feeds(node: Option<&Node>, known: Known<'_>, out: &mut Vec<Diagnostic>) -> FeedSettings {
    let all = || vec![FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json];
    let mut settings = FeedSettings {
        items: 20,
        formats: all(),
        has_full_text: true,
        of_terms: true,
        has_embeds: true,
        authority: None,
        hub: None,
        is_harvested: false,
        combinations: Vec::new(),
    };
    let Some(mut fields) = node.and_then(|node| Fields::of(node, "feeds", "feeds", out)) else {
        return settings;
    };
    settings.items = number(&mut fields, "items", 1..=500, out).unwrap_or(settings.items);
    if let Some(nodes) = fields.take("formats").and_then(|node| items(node, "formats", out)) {
        settings.formats = nodes.iter().filter_map(|node| feed_format(node, out)).collect();
        // Two feeds of one format would have one URL.
        settings.formats.sort_unstable();
        settings.formats.dedup();
    }
    settings.has_full_text = switch(&mut fields, "full_text", settings.has_full_text, out);
    settings.of_terms = switch(&mut fields, "terms", settings.of_terms, out);
    settings.has_embeds = switch(&mut fields, "embeds", settings.has_embeds, out);
    settings.authority = fields.take("authority").and_then(|node| authority(node, out));
    settings.hub = fields.take("hub").and_then(|node| formed(node, "hub", url, out));
    settings.is_harvested = switch(&mut fields, "harvest", false, out);
    settings.combinations = combinations(fields.take("combinations"), known, out);
    fields.finish(out);
    settings
}

/// A host name, as RFC 4151 §2.1 wants the authority of a `tag:` URI.
fn authority(node: &Node, out: &mut Vec<Diagnostic>) -> Option<String> {
    let value = text(node, "authority", out)?;
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    if value.split('.').all(is_part) {
        return Some(value);
    }
    out.push(Diagnostic::at(node.span.clone(), Problem::InvalidUrl { value }));
    None
}

fn feed_format(node: &Node, out: &mut Vec<Diagnostic>) -> Option<FeedFormat> {
    choice(node, "formats", &["rss", "atom", "json"], out).map(|name| match name {
        "rss" => FeedFormat::Rss,
        "atom" => FeedFormat::Atom,
        _ => FeedFormat::Json,
    })
}

/// Reads how many related articles are shown.
pub fn related(node: Option<&Node>, out: &mut Vec<Diagnostic>) -> usize {
    const DEFAULT: usize = 3;
    let Some(mut fields) = node.and_then(|node| Fields::of(node, "related", "related", out)) else {
        return DEFAULT;
    };
    let count = number(&mut fields, "count", 0..=50, out);
    fields.finish(out);
    count.unwrap_or(DEFAULT)
}

/// Reads how Markdown is read.
pub fn markdown(node: Option<&Node>, out: &mut Vec<Diagnostic>) -> MarkdownSettings {
    let mut settings = MarkdownSettings { allows_html: true, has_smart_punctuation: true };
    if let Some(mut fields) = node.and_then(|node| Fields::of(node, "markdown", "markdown", out)) {
        settings.allows_html = switch(&mut fields, "raw_html", settings.allows_html, out);
        settings.has_smart_punctuation = switch(&mut fields, "smart_punctuation", settings.has_smart_punctuation, out);
        fields.finish(out);
    }
    settings
}

/// Reads a switch.
pub fn switch(fields: &mut Fields<'_>, key: &str, default: bool, out: &mut Vec<Diagnostic>) -> bool {
    fields.take(key).and_then(|node| boolean(node, key, out)).unwrap_or(default)
}

/// Reads a number within its range.
pub fn number(
    fields: &mut Fields<'_>,
    key: &str,
    range: RangeInclusive<usize>,
    out: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let node = fields.take(key)?;
    let value = integer(node, key, out)?;
    let number = usize::try_from(value).ok().filter(|number| range.contains(number));
    if number.is_none() {
        let (least, most) = (*range.start(), *range.end());
        let problem = Problem::OutOfRange { key: key.to_owned(), value: value.to_string(), least, most };
        out.push(Diagnostic::at(node.span.clone(), problem));
    }
    number
}

#[cfg(test)]
mod tests {
    use crate::config::check::check;

    #[test]
    fn numbers_switches_and_formats_are_checked() {
        check("paginate_by: 1001", "out-of-range 4:14");
        check("paginate_by: -1", "out-of-range 4:14");
        check("paginate_by: banyak", "wrong-type 4:14");
        check("feeds: { formats: [rsss, atom] }", "not-allowed 4:20 rss");
        check("feeds: { item: 3 }", "unknown-key 4:10 items");
        check("feeds: { hub: hub.example }", "invalid-url 4:15");
        check("related: { count: 51 }", "out-of-range 4:19");
        check("related: 3", "wrong-type 4:10");
        check("markdown: { html: true }", "unknown-key 4:13");
        check("markdown: { raw_html: yes }", "wrong-type 4:23");
    }
}
