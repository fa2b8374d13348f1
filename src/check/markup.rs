//! The tags of rendered HTML, one after the other: enough to see what a page is made of.
//!
//! **Invariant:** no text makes it panic; what is no tag is passed over.

use std::borrow::Cow;

/// Elements whose content is text, whatever it looks like (HTML, §13.1.2).
const TEXT_ELEMENTS: [&str; 4] = ["script", "style", "textarea", "title"];

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// In lower case.
    pub(super) name: String,
    attributes: Vec<(String, &'h str)>,
    /// What stands in an element that holds only text.
    pub(super) content: &'h str,
    /// The byte after it.
    pub(super) end: usize,
}

/// The start tags of a page.
pub(super) struct Tags<'h> {
    html: &'h str,
    at: usize,
}

/// Reads the start tags of a page.
pub(super) fn tags(html: &str) -> Tags<'_> {
    Tags { html, at: 0 }
}

impl Tag<'_> {
    /// The value of an attribute, with its character references read; empty when it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(unescape(value))
    }
}

impl<'h> Iterator for Tags<'h> {
    type Item = Tag<'h>;

    fn next(&mut self) -> Option<Tag<'h>> {
        loop {
            let start = self.at + self.html.get(self.at..)?.find('<')?;
            let rest = &self.html[start + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                self.at = comment.find("-->").map_or(self.html.len(), |end| start + 4 + end + 3);
                continue;
            }
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                self.at = start + 1;
                continue;
            }
            let mut tag = self.tag(start + 1);
            self.at = tag.end;
            if TEXT_ELEMENTS.contains(&tag.name.as_str()) {
                let close = format!("</{}", tag.name);
                let rest = &self.html[tag.end..];
                let length = rest.to_ascii_lowercase().find(&close).unwrap_or(rest.len());
                tag.content = &rest[..length];
                self.at = tag.end + length;
            }
            return Some(tag);
        }
    }
}

impl<'h> Tags<'h> {
    fn tag(&self, start: usize) -> Tag<'h> {
        let html = self.html;
        let length = |from: usize, is_part: &dyn Fn(char) -> bool| {
            html[from..].find(|c: char| !is_part(c)).unwrap_or(html.len() - from)
        };
        let is_name = |c: char| !c.is_whitespace() && !matches!(c, '/' | '>' | '=');
        let mut at = start + length(start, &is_name);
        let name = html[start..at].to_ascii_lowercase();
        let mut attributes = Vec::new();
        loop {
            at += length(at, &|c| c.is_whitespace() || c == '/' || c == '=');
            let end = at + length(at, &is_name);
            if end == at {
                break;
            }
            let key = html[at..end].to_ascii_lowercase();
            at = end;
            let blank = length(at, &char::is_whitespace);
            let mut value = "";
            if html[at + blank..].starts_with('=') {
                at += blank + 1;
                at += length(at, &char::is_whitespace);
                let quote = html[at..].chars().next().filter(|c| matches!(c, '"' | '\''));
                let from = at + usize::from(quote.is_some());
                let end = match quote {
                    Some(quote) => html[from..].find(quote).unwrap_or(html.len() - from),
                    None => length(from, &|c| !c.is_whitespace() && c != '>'),
                };
                value = &html[from..from + end];
                at = (from + end + usize::from(quote.is_some())).min(html.len());
            }
            attributes.push((key, value));
        }
        let end = (at + usize::from(html[at..].starts_with('>'))).max(start);
        Tag { name, attributes, content: "", end }
    }
}

/// Reads the character references that addresses and names may have.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(';').filter(|end| *end < 10);
        match end.and_then(|end| Some((reference(&rest[1..end])?, end))) {
            Some((letter, end)) => {
                out.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_and_their_attributes_are_read() {
        let html =
            "<!doctype html><!-- <a> --><a HREF=/x?a=1&amp;b=2 id = 'y' hidden>1 < 2</a><script>\"<b>\"</script><i/>";
        let found: Vec<Tag> = tags(html).collect();
        let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["a", "script", "i"]);
        assert_eq!(found[0].attribute("href").as_deref(), Some("/x?a=1&b=2"));
        assert_eq!(found[0].attribute("id").as_deref(), Some("y"));
        assert_eq!(found[0].attribute("hidden").as_deref(), Some(""));
        assert_eq!(found[0].attribute("class"), None);
        assert_eq!(found[1].content, "\"<b>\"");
    }

    #[test]
    fn references_are_read() {
        assert_eq!(unescape("a&#x2F;b&#39;&quot;&nope;&"), "a/b'\"&nope;&");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[<>a-c=\"'/ !\\-&;é]{0,60}") {
            for tag in tags(&text) {
                prop_assert!(tag.end <= text.len());
            }
        }
    }
}
