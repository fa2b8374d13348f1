//! `_headers` as its two readers understand it. Netlify lets the last of several rules win for a
//! header, Cloudflare Pages joins what all of them say: both must come to the same.

use std::collections::BTreeMap;

use super::publication::{Publication, expected};

type Headers = BTreeMap<String, String>;

/// The rules in their order, each with what it says.
fn rules(text: &str) -> Vec<(String, Vec<&str>)> {
    let mut rules: Vec<(String, Vec<&str>)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            Some(header) => rules.last_mut().expect("a pattern comes first").1.push(header),
            None => rules.push((line.to_owned(), Vec::new())),
        }
    }
    rules
}

/// Says whether a pattern with one asterisk means a path; an asterisk stands for anything.
fn means(pattern: &str, path: &str) -> bool {
    let (start, end) = pattern.split_once('*').unwrap_or_else(|| panic!("no asterisk: {pattern}"));
    assert!(!end.contains('*') && !pattern.contains(':'), "{pattern}");
    path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
}

/// What a path is sent with; `is_joined` as Cloudflare does it.
fn sent(text: &str, path: &str, is_joined: bool) -> Headers {
    let mut headers = Headers::new();
    for (_, said) in rules(text).into_iter().filter(|(pattern, _)| means(pattern, path)) {
        for header in said {
            if let Some(name) = header.strip_prefix("! ") {
                assert!(is_joined, "Netlify knows no such line: {header}");
                headers.remove(&name.to_ascii_lowercase());
                continue;
            }
            let (name, value) = header.split_once(": ").expect("a name and a value");
            let known = headers.entry(name.to_ascii_lowercase()).or_default();
            *known = if is_joined && !known.is_empty() { format!("{known}, {value}") } else { value.to_owned() };
        }
    }
    headers
}

#[test]
fn both_readers_send_every_file_as_it_should_be() {
    for base in ["", "/di/kabar"] {
        let publication = Publication::new(base);
        let text = |host: &str| publication.test.run(&["hosting", host]).ends_with(0).out;
        let (netlify, cloudflare) = (text("netlify"), text("cloudflare"));
        let both = String::from_utf8_lossy(&publication.tree()["_headers"]).into_owned();
        for (kind, url) in publication.all() {
            let readings = [(&netlify, false), (&cloudflare, true), (&both, false), (&both, true)]
                .map(|(text, is_joined)| (sent(text, &url, is_joined), text == &cloudflare));
            for (found, is_cloudflare) in readings {
                check(&kind, &url, found, is_cloudflare);
            }
        }
    }
}

fn check(kind: &str, url: &str, mut found: Headers, is_cloudflare: bool) {
    let mut wanted = expected(kind, url);
    let has_rule = found.contains_key("cache-control");
    // Pages are left to what these hosts say by themselves.
    if !has_rule {
        wanted.remove("cache-control");
    }
    assert!(has_rule || !wanted.contains_key("access-control-allow-origin"), "{kind} {url}");
    // They know HTML.
    if wanted.get("content-type").is_some_and(|media| media.starts_with("text/html")) {
        wanted.remove("content-type");
    }
    if kind == "embed-frame" {
        assert_eq!(found.remove("content-security-policy").as_deref(), Some("frame-ancestors *"), "{url}");
        // Browsers that read the policy leave the older header alone.
        assert_eq!(found.remove("x-frame-options").is_none(), is_cloudflare, "{url}");
    }
    let wanted: Headers = wanted.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    assert_eq!(found, wanted, "{kind} {url}");
}

#[test]
fn rules_stay_within_what_hosts_read() {
    let text = Publication::new("/di/kabar").test.run(&["hosting", "cloudflare"]).ends_with(0).out;
    let count = rules(&text).len();
    assert!((15..=40).contains(&count), "{text}");
    assert!(text.lines().all(|line| line.chars().count() < 120), "{text}");
}
