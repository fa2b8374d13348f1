//! Bare links by the rules of GFM (§6.9, autolinks): `www.`, `http://`, `https://`, e-mail.

/// A bare link found in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub start: usize,
    pub end: usize,
    pub target: String,
}

/// Looks for a link whose `.`, `:` or `@` stands at byte `at`, beginning not before byte `from`.
/// `before` is what stands before the text.
pub fn find(text: &str, at: usize, from: usize, before: char) -> Option<Found> {
    match text.as_bytes().get(at)? {
        b'.' => web(text, at.checked_sub(3)?, from, before, "www", "http://"),
        b':' if text[at..].starts_with("://") => {
            let start = at - text[..at].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
            let scheme = text[start..at].to_ascii_lowercase();
            matches!(scheme.as_str(), "http" | "https").then_some(())?;
            web(text, start, from, before, &scheme, "")
        }
        b'@' => email(text, at, from, before),
        _ => None,
    }
}

fn web(text: &str, start: usize, from: usize, before: char, word: &str, scheme: &str) -> Option<Found> {
    let has_word = text.get(start..start + word.len())?.eq_ignore_ascii_case(word);
    let is_www = !scheme.is_empty();
    if !has_word || start < from || !can_follow(char_before(text, start, before)) {
        return None;
    }
    let domain_start = if is_www { start } else { start + word.len() + "://".len() };
    let rest = &text[domain_start..];
    let domain_end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))).unwrap_or(rest.len());
    if !is_domain(&rest[..domain_end], is_www) {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(rest.len());
    let end = domain_start + trim(&rest[..end]);
    (end > domain_start).then(|| Found { start, end, target: format!("{scheme}{}", &text[start..end]) })
}

fn email(text: &str, at: usize, from: usize, before: char) -> Option<Found> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
    let start = at - text[..at].bytes().rev().take_while(is_local).count();
    let is_domain_byte = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let rest = &text[at + 1..];
    let domain = &rest[..rest.bytes().take_while(is_domain_byte).count()];
    let domain = domain.trim_end_matches('.');
    let is_whole = start < at && start >= from && !char_before(text, start, before).is_alphanumeric();
    let has_dot = domain.contains('.') && !domain.starts_with('.') && !domain.contains("..");
    if !is_whole || !has_dot || domain.ends_with(['-', '_']) {
        return None;
    }
    let end = at + 1 + domain.len();
    Some(Found { start, end, target: format!("mailto:{}", &text[start..end]) })
}

fn char_before(text: &str, at: usize, before: char) -> char {
    text[..at].chars().next_back().unwrap_or(before)
}

fn can_follow(before: char) -> bool {
    !before.is_alphanumeric() && !matches!(before, '/' | '.' | '-' | '@' | ':')
}

/// At least one period when `www.` makes the link; no underscore in the last two parts.
fn is_domain(domain: &str, needs_dot: bool) -> bool {
    let domain = domain.trim_end_matches('.');
    let parts: Vec<&str> = domain.split('.').collect();
    let last = &parts[parts.len().saturating_sub(2)..];
    !parts.iter().any(|part| part.is_empty())
        && !last.iter().any(|part| part.contains('_'))
        && (parts.len() > 1 || !needs_dot)
}

/// Finds where a link ends when the punctuation that belongs to the sentence is taken off.
fn trim(text: &str) -> usize {
    // How many more brackets close than open, kept up to date so that many of them cost no more.
    let count = |c| text.bytes().filter(|byte| *byte == c).count();
    let mut round = count(b')').saturating_sub(count(b'('));
    let mut square = count(b']').saturating_sub(count(b'['));
    let mut end = text.len();
    while let Some(last) = text[..end].chars().next_back() {
        end -= match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"' | '”' | '’' | '»' | '…' => {
                last.len_utf8()
            }
            ')' if round > 0 => {
                round -= 1;
                1
            }
            ']' if square > 0 => {
                square -= 1;
                1
            }
            ';' => entity(&text[..end]),
            _ => return end,
        };
    }
    end
}

/// The length of what looks like an entity at the end, or of the semicolon alone.
fn entity(text: &str) -> usize {
    let name = text[..text.len() - 1].bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    let start = text.len() - 1 - name;
    if name > 0 && text[..start].ends_with('&') { name + 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let places = text.char_indices().filter(|(_, c)| matches!(c, '.' | ':' | '@')).map(|(at, _)| at);
        let mut from = 0;
        let mut found = Vec::new();
        for at in places {
            if let Some(link) = find(text, at, from, ' ') {
                from = link.end;
                found.push(format!("{}={}", &text[link.start..link.end], link.target));
            }
        }
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn examples_of_the_specification_hold() {
        check("www.commonmark.org/help", "www.commonmark.org/help=http://www.commonmark.org/help");
        check("Visit www.commonmark.org/a.b.", "www.commonmark.org/a.b=http://www.commonmark.org/a.b");
        check(
            "www.google.com/search?q=(business))+ok",
            "www.google.com/search?q=(business))+ok=http://www.google.com/search?q=(business))+ok",
        );
        check(
            "(www.google.com/search?q=Markup+(business))",
            "www.google.com/search?q=Markup+(business)=http://www.google.com/search?q=Markup+(business)",
        );
        check(
            "www.google.com/search?q=commonmark&hl;",
            "www.google.com/search?q=commonmark=http://www.google.com/search?q=commonmark",
        );
        check(
            "https://encrypted.google.com/?q=x&hl=en,",
            "https://encrypted.google.com/?q=x&hl=en=https://encrypted.google.com/?q=x&hl=en",
        );
        check("foo@bar.baz", "foo@bar.baz=mailto:foo@bar.baz");
        check("hello+xyz@mail.example.", "hello+xyz@mail.example=mailto:hello+xyz@mail.example");
        check("a.b-c_d@a.b-", "");
        check("a.b-c_d@a.b_", "");
    }

    #[test]
    fn what_only_looks_like_a_link_is_text() {
        check("xwww.a.b www. http:// ://x user@localhost @a.b ftp://x.y a_b.www_x.c_d", "");
        check("\"https://a.id/x\" dan “www.a.id”", "https://a.id/x=https://a.id/x www.a.id=http://www.a.id");
        check("http://localhost:3000/", "http://localhost:3000/=http://localhost:3000/");
    }
}
