//! `vague-link-text`, `bare-url-text`: what the words of a link say.

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem};

/// What says nothing without the sentence around it.
const VAGUE: [&str; 24] = [
    "di sini",
    "disini",
    "klik di sini",
    "klik disini",
    "lihat di sini",
    "baca di sini",
    "baca selengkapnya",
    "selengkapnya",
    "tautan",
    "tautan ini",
    "link",
    "link ini",
    "klik",
    "here",
    "click here",
    "click",
    "this",
    "this link",
    "see here",
    "read here",
    "read more",
    "more",
    "this page",
    "halaman ini",
];

/// Looks for links of texts whose words do not say where they lead (“di sini”, “click here”),
/// and for links that show their address.
///
/// An e-mail address that shows itself is what readers expect, and so is the bare name of a host.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for link in publication.texts.iter().flat_map(|text| &text.remarks.links) {
        let words = link.text.to_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        if VAGUE.contains(&words) {
            out.push(Diagnostic::at(link.span.clone(), Problem::VagueLinkText { text: link.text.clone() }));
        } else if is_address(&link.text) && !link.target.starts_with("mailto:") {
            out.push(Diagnostic::at(link.span.clone(), Problem::BareUrlText { target: link.target.clone() }));
        }
    }
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    !text.contains(char::is_whitespace) && (rest.is_some() || text.starts_with("www."))
}
