//! XML text that every parser takes.
//!
//! Feeds are written by these few functions rather than by the `rss` and `atom_syndication` crates:
//! those keep elements of other namespaces in maps, so that media elements and archive links would
//! stand in an order of their own, and neither drops what XML forbids. The tests read feeds with both.

/// Escapes a text and drops what XML 1.0 §2.2 does not allow.
pub(in crate::render) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    push_escaped(&mut out, text);
    out
}

/// The same, to the end of another text.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    while let Some(step) = bytes[at..].iter().position(|byte| IS_SPECIAL[usize::from(*byte)]) {
        at += step;
        let (instead, length) = match bytes[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            // U+FFFE and U+FFFF; their neighbours begin with the same byte.
            NONCHARACTER if matches!(bytes.get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])) => ("", 3),
            NONCHARACTER => {
                at += 3;
                continue;
            }
            _ => ("", 1),
        };
        out.push_str(&text[start..at]);
        out.push_str(instead);
        at += length;
        start = at;
    }
    out.push_str(&text[start..]);
}

const NONCHARACTER: u8 = 0xef;

/// The bytes at which something may have to be done: signs of XML, controls, and the first of those
/// characters at the end of a plane that XML forbids.
const IS_SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = byte != 0x09 && byte != 0x0a && byte != 0x0d;
        byte += 1;
    }
    table[b'&' as usize] = true;
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[b'"' as usize] = true;
    table[NONCHARACTER as usize] = true;
    table
};

/// The beginning of a feed: what it is, and how a browser shows it (Associating Style Sheets with XML
/// documents, W3C Recommendation of 2010).
pub(super) fn head(style: &str) -> String {
    let style = escape(style);
    format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"{style}\"?>\n")
}

/// An element with a text.
pub(in crate::render) fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    push_escaped(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(escape("a\u{0}\u{b}<b>\u{ffff}&"), "a&lt;b&gt;&amp;");
    }

    #[test]
    fn every_character_is_escaped_dropped_or_kept() {
        let is_allowed =
            |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        for c in '\0'..=char::MAX {
            let one = c.to_string();
            let expected = if is_allowed(c) { super::super::super::escape::escape(&one) } else { String::new() };
            assert_eq!(escape(&format!("é{c}z")), format!("é{expected}z"), "{c:?}");
        }
    }
}
