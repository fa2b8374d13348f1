//! Percent-encoding of bytes in addresses (RFC 3986 §2.1).

/// Encodes a path so that it can stand in any address: all but letters, digits, `-._~` and `/`.
pub fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Undoes the encoding; a percent sign without two digits behind it stays one. None when what
/// comes out is not text.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        match code(tail).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// Says whether every percent sign has its two digits.
pub fn is_well_formed(text: &str) -> bool {
    text.split('%').skip(1).all(|rest| code(rest.as_bytes()).is_some())
}

/// The byte that two hexadecimal digits name.
fn code(digits: &[u8]) -> Option<u8> {
    let digits = digits.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
    u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_is_undone() {
        let cases = [("/a%20b/", Some("/a b/")), ("/%C3%A9", Some("/é")), ("/%", Some("/%")), ("/%zz", Some("/%zz"))];
        for (path, expected) in cases {
            assert_eq!(decode(path).as_deref(), expected, "{path}");
        }
        assert_eq!(decode("/%ff"), None);
    }

    #[test]
    fn what_is_encoded_reads_as_it_was() {
        for path in ["/a b/é#?%.md", "content/a, b.md", "%41"] {
            assert_eq!(decode(&encode(path)).as_deref(), Some(path));
            assert!(is_well_formed(&encode(path)));
        }
        assert!(!is_well_formed("/%zz") && !is_well_formed("a%4") && !is_well_formed("%+f"));
    }
}
