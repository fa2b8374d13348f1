//! Attribute blocks: `{.wide #map lang=en credit="Foto: Ani"}`.

use crate::base::Lang;
use crate::markdown::tree::Attributes;

/// What a text beginning with `{` holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Reading {
    /// An attribute block of this many bytes.
    Block(Attributes, usize),
    /// A block of this many bytes that cannot be read because of its part.
    Wrong(String, usize),
    /// No block: it is never closed.
    Text,
}

/// Reads an attribute block at the beginning of a text.
pub fn read(text: &str) -> Reading {
    let Some((parts, length)) = split(text) else {
        return Reading::Text;
    };
    let mut attributes = Attributes::default();
    for part in &parts {
        if !attributes.add(part) {
            return Reading::Wrong((*part).to_owned(), length);
        }
    }
    if parts.is_empty() {
        Reading::Wrong(text[..length].to_owned(), length)
    } else {
        Reading::Block(attributes, length)
    }
}

/// Splits at blanks outside of quotes, up to the closing brace.
fn split(text: &str) -> Option<(Vec<&str>, usize)> {
    let body = text.strip_prefix('{')?;
    let mut parts = Vec::new();
    let mut start = 0;
    let mut is_quoted = false;
    for (at, byte) in body.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'{' if !is_quoted => return None,
            b'}' | b' ' | b'\t' if !is_quoted => {
                if start < at {
                    parts.push(&body[start..at]);
                }
                start = at + 1;
                if byte == b'}' {
                    return Some((parts, at + 2));
                }
            }
            _ => {}
        }
    }
    None
}

impl Attributes {
    /// Adds one part of a block; false when it is not known or not well formed.
    fn add(&mut self, part: &str) -> bool {
        if let Some(class) = part.strip_prefix('.') {
            self.classes.push(class.to_owned());
            return is_name(class);
        }
        if let Some(id) = part.strip_prefix('#') {
            self.id = Some(id.to_owned());
            return is_name(id);
        }
        part.split_once('=').is_some_and(|(key, value)| self.set(key, value))
    }

    /// Sets an attribute by its name; false when it is not known or its value is wrong.
    pub fn set(&mut self, key: &str, value: &str) -> bool {
        let value = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
        match key {
            "lang" => {
                self.lang = value.parse::<Lang>().ok();
                return self.lang.is_some();
            }
            "credit" => self.credit = Some(value.to_owned()),
            "licence" => self.licence = Some(value.to_owned()),
            "alt" => self.alt = Some(value.to_owned()),
            _ => return false,
        }
        !value.contains('"')
    }
}

/// Says whether a text can be an id or a class: any letters, and no character that HTML or CSS minds.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown = match read(text) {
            Reading::Block(attributes, length) => {
                let Attributes { id, classes, lang, credit, licence, alt } = attributes;
                let names = [id, lang.map(|lang| lang.to_string()), credit, licence, alt];
                let names: Vec<String> = names.into_iter().flatten().collect();
                format!("{} | {} | {length}", classes.join(" "), names.join(", "))
            }
            Reading::Wrong(part, _) => format!("wrong {part}"),
            Reading::Text => "text".to_owned(),
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn known_attributes_are_read() {
        check("{.wide credit=\"Foto: Ani {x}\" licence=CC-BY-4.0} x", "wide | Foto: Ani {x}, CC-BY-4.0 | 48");
        check("{lang=en}", " | en | 9");
        check("{#peta .a .b alt=\"\"}", "a b | peta,  | 20");
    }

    #[test]
    fn unknown_attributes_are_named() {
        check("{width=3}", "wrong width=3");
        check("{lang=en_GB}", "wrong lang=en_GB");
        check("{wide}", "wrong wide");
        check("{.}", "wrong .");
        check("{}", "wrong {}");
    }

    #[test]
    fn an_open_brace_is_text() {
        check("{.wide", "text");
        check("{credit=\"x}", "text");
        check("{{x}}", "text");
    }
}
