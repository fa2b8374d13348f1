//! What can be said of a link's target without knowing the site.

/// Says whether following the URL would run code in the reader's browser.
///
/// Browsers ignore control characters and blanks inside a scheme (URL Standard, §4.4), so this
/// does too.
pub fn runs_code(target: &str, is_image: bool) -> bool {
    let Some(scheme) = scheme(target) else {
        return false;
    };
    match scheme.as_str() {
        "javascript" | "vbscript" => true,
        "data" => !(is_image && rest(target).starts_with("image/")),
        _ => false,
    }
}

/// Says whether the target leaves the site by its scheme, or is a URL of another host.
pub fn is_outside(target: &str) -> bool {
    // `article:` and `term:` are ours, and so is whatever else the site may refuse by name.
    target.starts_with("//")
        || scheme(target).is_some_and(|scheme| {
            matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel" | "sms" | "geo" | "ftp" | "xmpp" | "data")
        })
}

/// Says whether the text is a URL of the web.
pub fn is_web(target: &str) -> bool {
    scheme(target).is_some_and(|scheme| scheme == "http" || scheme == "https")
        && target.split_once("://").is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && !target.contains(char::is_whitespace)
}

/// The scheme in lower case.
fn scheme(target: &str) -> Option<String> {
    // Most targets are paths; a scheme needs a colon before any of these.
    let end = target.find([':', '/', '?', '#'])?;
    if target.as_bytes().get(end) != Some(&b':') {
        return None;
    }
    let scheme: String = target[..end].chars().filter(|c| *c > ' ').map(|c| c.to_ascii_lowercase()).collect();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

fn rest(target: &str) -> String {
    let rest = target.split_once(':').map_or("", |(_, rest)| rest);
    rest.chars().filter(|c| *c > ' ').take(16).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_that_run_code_are_told() {
        for url in ["javascript:alert(1)", " JaVa\nScript:x", "vbscript:x", "\u{1}javascript:x", "data:text/html,x"] {
            assert!(runs_code(url, false), "{url:?}");
        }
        for url in ["/javascript:x", "?a=javascript:x", "article:javascript", "https://x.id", "javascript", "a b:c"] {
            assert!(!runs_code(url, false), "{url:?}");
        }
        assert!(!runs_code("data:image/png;base64,AAAA", true));
        assert!(runs_code("data:image/png;base64,AAAA", false));
        assert!(runs_code("data:text/html,x", true));
    }

    #[test]
    fn what_leaves_the_site_is_told() {
        for url in ["https://x.id", "HTTP://x", "mailto:a@b.id", "//cdn.id/x"] {
            assert!(is_outside(url), "{url}");
        }
        for url in ["../x/index.md", "/learning-stories", "article:x", "term:regions/maluku", "#a", "a.pdf"] {
            assert!(!is_outside(url), "{url}");
        }
        assert!(is_web("https://x.id/a"));
        assert!(!is_web("https://"));
        assert!(!is_web("ftp://x.id"));
    }
}
