//! Addresses of files (`file:` URIs, RFC 8089) and their places on this machine.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;

use crate::base::percent;

/// The place of a file; none when the address is no file's of this machine.
pub(super) fn to_place(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let path = &rest[rest.find('/')?..];
    let host = &rest[..rest.len() - path.len()];
    if !matches!(host, "" | "localhost") {
        return None;
    }
    let path = path.split(['?', '#']).next().filter(|path| percent::is_well_formed(path))?;
    let path = percent::decode(path).filter(|path| !path.contains('\0'))?;
    // `/C:/a` stands for `C:/a`.
    let has_drive = path.as_bytes().get(2) == Some(&b':') && path.as_bytes()[1].is_ascii_alphabetic();
    Some(PathBuf::from(if cfg!(windows) && has_drive { &path[1..] } else { &path }))
}

/// The address of a place.
pub(super) fn of_place(place: &Path) -> Option<Uri> {
    let text = place.to_str()?;
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.to_owned() };
    let scheme = if text.starts_with('/') { "file://" } else { "file:///" };
    Uri::from_str(&format!("{scheme}{}", percent::encode(&text))).ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_places_are_each_others_inverse() {
        for place in ["/a/b.md", "/a b/é#?%.md", "/c:/x"] {
            let uri = of_place(Path::new(place)).expect("an address");
            assert_eq!(to_place(uri.as_str()).as_deref(), Some(Path::new(place)), "{}", uri.as_str());
        }
        assert_eq!(to_place("file://localhost/a%20b"), Some("/a b".into()));
        for uri in ["untitled:Untitled-1", "file://host/a", "file:", "file:///%zz", "file:///%ff", "file:///a%00b"] {
            assert_eq!(to_place(uri), None, "{uri}");
        }
    }
}
