//! The elements of a page with their attributes, read as the HTML standard's tokenizer reads well
//! formed markup (§13.2.5).

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    /// In order, values without entities.
    pub attributes: Vec<(String, String)>,
}

/// Elements whose content is text until their end tag.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The attributes that hold an address.
const ADDRESSES: [&str; 6] = ["href", "src", "poster", "action", "data", "cite"];

/// All elements of a page.
pub fn elements(html: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (element, after) = tag(rest);
            rest = after;
            if RAW.contains(&element.name.as_str()) {
                let end = format!("</{}", element.name);
                rest = rest.find(&end).map_or("", |end| &rest[end..]);
            }
            found.push(element);
        }
    }
    found
}

/// All addresses of a page, those of its own anchors too.
pub fn addresses(html: &str) -> Vec<String> {
    let attributes = elements(html).into_iter().flat_map(|element| element.attributes);
    attributes.filter(|(name, _)| ADDRESSES.contains(&name.as_str())).map(|(_, value)| value).collect()
}

/// All ids of a page.
pub fn ids(html: &str) -> Vec<String> {
    let attributes = elements(html).into_iter().flat_map(|element| element.attributes);
    attributes.filter(|(name, _)| name == "id").map(|(_, value)| value).collect()
}

/// Puts characters in the place of the entities that the program writes.
pub fn unescape(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a start tag after its `<`, and gives what follows it.
fn tag(text: &str) -> (Element, &str) {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '/' | '>');
    let end = text.find(is_end).unwrap_or(text.len());
    let name = text[..end].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut rest = text[end..].trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    while !rest.is_empty() && !rest.starts_with('>') {
        let end = rest.find(|c: char| is_end(c) || c == '=').unwrap_or(rest.len());
        let (key, after) = rest.split_at(end.max(1));
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after),
            None => ("", after),
        };
        attributes.push((key.to_ascii_lowercase(), unescape(value)));
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    }
    (Element { name, attributes }, rest.strip_prefix('>').unwrap_or(rest))
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len()))
}

#[test]
fn elements_are_read_with_their_attributes() {
    let html = "<!doctype html><!-- <a href=no> --><p><a class=x href=\"/a?b&amp;c\" hidden>1 < 2</a>\
        <script>let s = \"<a href='no'>\";</script><img src='b c' alt=\"\"/></p>";
    let names: Vec<String> = elements(html).into_iter().map(|element| element.name).collect();
    assert_eq!(names, ["p", "a", "script", "img"]);
    assert_eq!(addresses(html), ["/a?b&c", "b c"]);
    assert_eq!(elements(html)[1].attribute("hidden"), Some(""));
}
