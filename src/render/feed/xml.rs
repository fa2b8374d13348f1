//! XML text that every parser takes.
//!
//! Feeds are written by these few functions rather than by the `rss` and `atom_syndication` crates:
//! those keep elements of other namespaces in maps, so that media elements and archive links would
//! stand in an order of their own, and neither drops what XML forbids. The tests read feeds with both.

/// Escapes a text and drops what XML 1.0 §2.2 does not allow.
pub(in crate::render) fn escape(text: &str) -> String {
    let clean: String = text.chars().filter(|c| is_allowed(*c)).collect();
    super::super::escape::escape(&clean)
}

/// The beginning of a feed: what it is, and how a browser shows it (Associating Style Sheets with XML
/// documents, W3C Recommendation of 2010).
pub(super) fn head(style: &str) -> String {
    let style = escape(style);
    format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"{style}\"?>\n")
}

/// An element with a text.
pub(in crate::render) fn element(out: &mut String, name: &str, text: &str) {
    out.push_str(&format!("<{name}>{}</{name}>\n", escape(text)));
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(escape("a\u{0}\u{b}<b>\u{ffff}&"), "a&lt;b&gt;&amp;");
    }
}
