//! The preview's own scripts, and where they are put into a page.
//!
//! **Invariant:** a page without what is put in here is the page that `build` writes.

use crate::base::Fingerprint;

/// The script that every page gets: it hears of changes.
const PREVIEW: &str = include_str!("preview.js");
/// What it asks for when there is something to show over the page.
const OVER: &str = include_str!("over.js");

/// A script by its name below `/_kabar/`.
pub(super) fn script(name: &str) -> Option<String> {
    match name {
        "preview.js" => Some(compact(PREVIEW)),
        "over.js" => Some(OVER.to_owned()),
        _ => None,
    }
}

/// Puts the script at the end of a page's body.
pub(super) fn inject(html: &[u8], instance: &str, print: &Fingerprint) -> Vec<u8> {
    let tag = tag(instance, print);
    let at = html.windows(7).rposition(|part| part.eq_ignore_ascii_case(b"</body>")).unwrap_or(html.len());
    [&html[..at], tag.as_bytes(), &html[at..]].concat()
}

/// What is put into a page.
pub(super) fn tag(instance: &str, print: &Fingerprint) -> String {
    let print = print.short();
    format!("<script src=\"/_kabar/preview.js\" data-instance=\"{instance}\" data-print=\"{print}\"></script>")
}

/// Leaves out blanks that no string has and no word needs.
fn compact(script: &str) -> String {
    let joined: String = script.lines().map(str::trim).collect();
    let is_sign = |c: char| "{}();,=<>?:&|+!".contains(c);
    let mut out = String::with_capacity(joined.len());
    let mut rest = joined.chars().peekable();
    while let Some(c) = rest.next() {
        let is_needless = c == ' ' && (out.ends_with(is_sign) || rest.peek().is_some_and(|next| is_sign(*next)));
        if !is_needless {
            out.push(c);
        }
    }
    out.replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_has_no_blank_in_a_string() {
        let script = compact(PREVIEW);
        assert!(script.len() <= 2048, "{}", script.len());
        let strings: Vec<&str> = PREVIEW.split('"').skip(1).step_by(2).collect();
        assert!(strings.len() > 5 && strings.iter().all(|string| !string.contains(' ')), "{strings:?}");
        assert!(!PREVIEW.contains("//") && !PREVIEW.contains('`') && !PREVIEW.contains('\''));
    }

    #[test]
    fn the_script_stands_at_the_end_of_the_body() {
        let print = Fingerprint::of(b"");
        let tag = tag("7", &print);
        let cases = [("<body>a</BODY></html>", "</BODY></html>"), ("a", ""), ("</body></body>", "</body>")];
        for (html, end) in cases {
            let found = String::from_utf8(inject(html.as_bytes(), "7", &print)).expect("text");
            assert!(found.ends_with(&format!("{tag}{end}")), "{found}");
            assert_eq!(found.replace(&tag, ""), html);
        }
    }
}
