//! What holds for every text.

use proptest::prelude::*;

use crate::base::SourcePath;
use crate::markdown::{Body, Dialect, facts, feed_html, html, inline, parse};

use super::{Site, dialect};

/// Elements without an end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Elements that hold no blocks.
const PHRASING: [&str; 10] = ["p", "h2", "h3", "h4", "h5", "h6", "dt", "figcaption", "label", "span"];

const BLOCK: [&str; 13] =
    ["p", "h2", "h3", "ul", "ol", "li", "dl", "table", "figure", "blockquote", "pre", "aside", "section"];

/// Says what is wrong with the nesting of a document's elements; attributes hold no `>`.
fn nesting(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    for part in html.split('<').skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        let name = tag.split(' ').next().unwrap_or_default();
        if let Some(name) = name.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            let parent = open.last().copied().unwrap_or_default();
            // A feed's caption holds a paragraph, which HTML allows.
            let is_allowed = parent == "figcaption" && name == "p";
            if PHRASING.contains(&parent) && BLOCK.contains(&name) && !is_allowed {
                return Err(format!("<{name}> in <{parent}>"));
            }
            if name == "a" && open.contains(&"a") {
                return Err("<a> in <a>".to_owned());
            }
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn dialects() -> impl Strategy<Value = Dialect> {
    let lang = prop_oneof![Just("id"), Just("en"), Just("fr"), Just("de")];
    (lang, any::<bool>()).prop_map(|(lang, has_smart_punctuation)| Dialect {
        lang: lang.parse().expect("a language"),
        allows_html: false,
        has_smart_punctuation,
    })
}

/// Texts made of what Markdown minds.
fn markdown() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[ a-zé0-9]{1,6}",
        4 => Just("\n".to_owned()),
        2 => Just("\n\n".to_owned()),
        6 => "[*_~`\\[\\](){}<>!#|:$\"'.\\\\&;^=+\\-@/ ]{1,3}",
        2 => "\n *(>|-|1\\.|#{1,7}|```|~~~|:|\\||\\[\\^1\\]:|- \\[ \\]|> \\[!NOTE\\]|\\|-\\|-\\||---|===|    ) ?",
        1 => "(\\]\\(x\\)|\\]\\{lang=en\\}|!\\[a\\]\\(b \"c\"\\)|\\{\\.wide\\}|\\[\\^1\\]|US\\$5|\\$x\\$|www\\.a\\.id|https://a\\.id/x|a@b\\.id|&amp;|&nbsp;)",
        1 => "(\n```\\{(quote|note|figure|gallery|key-figures|video|download|x)\\}\n(text: |speaker: a|image: a.svg|items: \\[|- \\{|\\}|\\]| \\*a\\* |\n){0,6}\n```\n)",
        1 => "(\u{a0}|\u{200b}|\t|\r\n|\u{1}|\u{0}|😀|<b>|<!-- a -->|<div>\n)",
    ];
    prop::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

fn check(text: &str, dialect: &Dialect) -> Result<(), TestCaseError> {
    let file = SourcePath::new("a.md").expect("a path");
    let offset = 7;
    let checked = parse(text, &file, offset, dialect);
    let is_inside = |span: &crate::diagnostic::Span| {
        offset <= span.start && span.start <= span.end && span.end <= offset + text.len()
    };
    for diagnostic in &checked.diagnostics {
        let span = diagnostic.span.as_ref().expect("a place");
        prop_assert!(is_inside(span) && diagnostic.related.iter().all(is_inside), "{diagnostic:?}");
    }
    let facts = facts(&checked.value);
    let spans = facts.links.iter().map(|link| &link.span).chain(facts.images.iter().map(|image| &image.span));
    let spans = spans.chain(facts.headings.iter().map(|heading| &heading.span));
    for span in spans.chain(facts.files.iter().map(|file| &file.span)) {
        prop_assert!(is_inside(span), "{span:?}");
    }
    valid(&checked.value, checked.has_errors())
}

fn valid(body: &Body<'_>, has_errors: bool) -> Result<(), TestCaseError> {
    let page = html(body, &Site);
    prop_assert_eq!(nesting(&page), Ok(()), "{}", page);
    let mut ids = ids(&page);
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    prop_assert!(ids.len() == count || has_errors, "{}", page);
    let feed = feed_html(body, &Site);
    prop_assert_eq!(nesting(&feed), Ok(()), "{}", feed);
    for attribute in [" class=", " id=", " style=", "<script", "<iframe", "<input", "<button", "<svg"] {
        prop_assert!(!feed.contains(attribute), "{}", feed);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_becomes_valid_html_and_its_places_lie_inside_the_file(text in markdown(), dialect in dialects()) {
        check(&text, &dialect)?;
    }

    #[test]
    fn any_characters_are_read_without_a_panic(text in "\\PC{0,120}", dialect in dialects()) {
        check(&text, &dialect)?;
    }

    #[test]
    fn any_line_becomes_phrasing_content(text in markdown(), dialect in dialects()) {
        let file = SourcePath::new("a.md").expect("a path");
        let body = inline(&text, &file, 0, &dialect);
        let html = html(&body.value, &Site);
        prop_assert_eq!(nesting(&html), Ok(()), "{}", &html);
        for name in BLOCK {
            prop_assert!(!html.contains(&format!("<{name}>")), "{}", html);
        }
    }
}

#[test]
fn deep_texts_are_read() {
    for text in [">".repeat(20_000), "- ".repeat(5_000), "*a ".repeat(5_000), "[".repeat(20_000), "**a ".repeat(5_000)]
    {
        check(&text, &dialect()).expect("a valid page");
    }
    let mut nested = "text: x".to_owned();
    for level in 0..40 {
        let fence = "`".repeat(level + 3);
        let indented: Vec<String> = nested.lines().map(|line| format!("  {line}")).collect();
        nested = format!("text: |\n  {fence}{{note}}\n{}\n  {fence}", indented.join("\n"));
    }
    let fence = "`".repeat(50);
    check(&format!("{fence}{{note}}\n{nested}\n{fence}\n"), &dialect()).expect("a valid page");
}

#[test]
fn long_texts_take_time_in_proportion() {
    let units =
        ["'a ", "www.a.id)", "http://a.id/))))", "a@", "[^", "]{", "\" ", "](", "US$5 ", "5 kg ", "# a\n\n", "$a"];
    for unit in units {
        let start = std::time::Instant::now();
        check(&unit.repeat(60_000 / unit.len()), &dialect()).expect("a valid page");
        let taken = start.elapsed();
        assert!(taken.as_secs() < 5, "{unit:?} took {taken:?}");
    }
}
