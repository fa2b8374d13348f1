//! What hosts read of a file and no further: they leave out the rest, and tell nobody.

use crate::config::{Host, HostingSettings};
use crate::diagnostic::Problem;

/// What Cloudflare Pages reads: rules and characters of a line in `_headers`, redirects and
/// characters of a line in `_redirects`. Netlify says no such numbers.
const RULES: usize = 100;
const HEADER_LINE: usize = 2_000;
const REDIRECTS: usize = 2_000;
const REDIRECT_LINE: usize = 1_000;

/// What is wrong with `_headers`.
pub fn headers_file_limits(hosting: &HostingSettings, text: &str) -> Vec<Problem> {
    let rules = text.lines().filter(|line| line.starts_with('/')).count();
    found(hosting, "_headers", &[("rules", rules, RULES), ("header", longest(text), HEADER_LINE)])
}

/// What is wrong with `_redirects`.
pub fn redirects_file_limits(hosting: &HostingSettings, text: &str) -> Vec<Problem> {
    let count = text.lines().count();
    found(hosting, "_redirects", &[("redirects", count, REDIRECTS), ("redirect", longest(text), REDIRECT_LINE)])
}

fn longest(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or_default()
}

fn found(hosting: &HostingSettings, file: &str, measured: &[(&str, usize, usize)]) -> Vec<Problem> {
    if !hosting.headers.contains(&Host::Cloudflare) {
        return Vec::new();
    }
    let beyond = measured.iter().filter(|(_, count, limit)| count > limit);
    beyond
        .map(|(fault, count, limit)| Problem::HostLimit {
            file: file.to_owned(),
            host: "Cloudflare Pages".to_owned(),
            fault: (*fault).to_owned(),
            count: *count,
            limit: *limit,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str, look: fn(&HostingSettings, &str) -> Vec<Problem>) -> Vec<(String, usize)> {
        let hosting = HostingSettings { headers: vec![Host::Cloudflare], span: None };
        let told = |problem| match problem {
            Problem::HostLimit { fault, count, .. } => (fault, count),
            other => panic!("{other:?}"),
        };
        assert!(look(&HostingSettings { headers: vec![Host::Netlify], span: None }, text).is_empty());
        look(&hosting, text).into_iter().map(told).collect()
    }

    #[test]
    fn limits_are_told_when_they_are_passed_and_not_before() {
        let rules = |count: usize| "/a*\n  X: y\n".repeat(count);
        assert_eq!(codes(&rules(100), headers_file_limits), []);
        assert_eq!(codes(&rules(101), headers_file_limits), [("rules".to_owned(), 101)]);
        let line = |length: usize| format!("/{}\n", "é".repeat(length - 1));
        assert_eq!(codes(&line(2000), headers_file_limits), []);
        assert_eq!(codes(&line(2001), headers_file_limits), [("header".to_owned(), 2001)]);
        assert_eq!(codes(&line(1001), redirects_file_limits), [("redirect".to_owned(), 1001)]);
        assert_eq!(codes(&"/a /b 301\n".repeat(2001), redirects_file_limits), [("redirects".to_owned(), 2001)]);
    }
}
