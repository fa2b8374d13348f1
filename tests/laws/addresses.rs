//! In the text of a feed every address is whole: readers of feeds do not know where the page stands.

use std::cell::Cell;

use proptest::prelude::*;
use serde_json::Value;

use crate::support::{SiteTest, markup, page};

use super::law;

/// The attributes of HTML that hold one address, or several (HTML standard, index of attributes, and
/// those that are obsolete).
const ADDRESSES: [&str; 17] = [
    "href",
    "src",
    "poster",
    "cite",
    "action",
    "formaction",
    "data",
    "background",
    "longdesc",
    "usemap",
    "classid",
    "codebase",
    "manifest",
    "icon",
    "profile",
    "xlink:href",
    "lowsrc",
];

/// The addresses of an element.
fn addresses(element: &markup::Element) -> Vec<String> {
    let mut found = Vec::new();
    for (name, value) in &element.attributes {
        match name.as_str() {
            "srcset" | "imagesrcset" => {
                found.extend(value.split(", ").filter_map(|one| one.split_whitespace().next().map(str::to_owned)));
            }
            "ping" | "archive" => found.extend(value.split_whitespace().map(str::to_owned)),
            name if ADDRESSES.contains(&name) => found.push(value.clone()),
            _ => {}
        }
    }
    found
}

/// Says whether an address is the same wherever it is read, and does nothing but lead somewhere.
fn is_whole(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" | "ftp" => rest.starts_with("//"),
        "javascript" | "data" | "vbscript" => false,
        _ => is_scheme,
    }
}

/// Raw HTML and Markdown that name an address in every way.
fn naming() -> impl Strategy<Value = String> {
    let address = prop::sample::select(vec![
        "a",
        "a/b",
        "./a",
        "../a",
        "/a",
        "//kabar.example/a",
        "?q=1",
        "#x",
        "",
        " ",
        "a b",
        "&#x2f;a",
        "&#46;/a",
        "\\a",
        "/a?b=c&d=e",
        "a%20b",
        "é",
        "\u{202e}a",
        "mailto:",
        "data:image/png;base64,AA==",
        "javascript:1",
        "JaVa\tScript:1",
        "https:a",
        "https:/a",
        "http:",
        "x:y",
        "tel:1",
        "ftp://kabar.example/a",
        "blob:a",
        ":a",
        "1:2",
    ]);
    let form = prop::sample::select(vec![
        "<a href=\"@\">x</a>",
        "[x](<@>)",
        "<a href='@'>x</a>",
        "<a href=@>x</a>",
        "<img src=\"@\" alt=\"\">",
        "<img src=\"https://kabar.example/p.png\" srcset=\"@ 1x, @ 2x\" alt=\"\">",
        "<picture><source srcset=\"@\"><img src=\"@\" alt=\"\"></picture>",
        "<video poster=\"@\" src=\"@\"></video>",
        "<audio src=\"@\"></audio>",
        "<q cite=\"@\">x</q>",
        "<blockquote cite=\"@\">x</blockquote>",
        "<del cite=\"@\">x</del><ins cite='@'>x</ins>",
        "<table background=\"@\"><tr><td background=\"@\">x</td></tr></table>",
        "<a ping=\"@\" href=\"@\">x</a>",
        "<img longdesc=\"@\" usemap=\"@\" src=\"@\" alt=\"\">",
        "<area href=\"@\">",
        "<base href=\"@\">",
        "<link rel=\"x\" href=\"@\">",
        "<form action=\"@\"><button formaction=\"@\">x</button></form>",
        "<object data=\"@\"></object>",
        "<svg><a xlink:href=\"@\" href=\"@\">x</a></svg>",
        "<iframe src=\"@\"></iframe>",
        "<p style=\"background: url(@)\">x</p>",
        "<details><summary>x</summary><a href=\"@\">x</a></details>",
    ]);
    let inline = prop::bool::ANY;
    (form, address, inline).prop_map(|(form, address, is_inline)| {
        let html = form.replace('@', address);
        if is_inline { format!("Di dalam {html} kalimat.\n") } else { format!("<div>\n{html}\n</div>\n") }
    })
}

#[test]
fn no_address_in_the_text_of_a_feed_is_relative() {
    let seen = Cell::new(0);
    law(30, &prop::collection::vec(naming(), 1..6), |parts| {
        let body =
            format!("{}\n\n[di sini](#bagian) dan [berkas](peta.svg)\n\n## Bagian {{#bagian}}\n", parts.join("\n\n"));
        let test = SiteTest::new()
            .minimal()
            .append("kabar.yaml", "licence: CC-BY-4.0\n")
            .file("content/s/_section.id.md", page("Bagian", ""))
            .file("content/s/a/peta.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>")
            .file("content/s/a/index.id.md", page("Satu", &format!("date: 2026-01-01\n---\n{body}")))
            .try_build();
        let tree = test.tree();
        let Some(bytes) = tree.get("feed.json") else { return Ok(()) };
        let feed: Value = serde_json::from_slice(bytes).expect("JSON");
        let html = feed["items"][0]["content_html"].as_str().expect("a body");
        for element in markup::elements(html) {
            for address in addresses(&element) {
                seen.set(seen.get() + 1);
                let is_whole = is_whole(&address);
                prop_assert!(is_whole, "{:?} of <{}>\n{}\n{}", address, element.name, body, html);
            }
        }
        Ok(())
    });
    assert!(seen.get() > 60, "{} addresses", seen.get());
}
