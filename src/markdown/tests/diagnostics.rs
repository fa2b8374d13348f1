//! What is wrong with a text, and where.

use super::{dialect, facts, problems, read};
use crate::base::SourcePath;
use crate::markdown::inline;

fn check(text: &str, expected: &[&str]) {
    assert_eq!(problems(text), expected, "\n{text}");
}

#[test]
fn headings_are_checked() {
    check("# A\n\nb\n\nC\n===\n", &["first-level-heading \"# A\"", "first-level-heading \"C\\n===\""]);
    check("## A {#x}\n## B {#x}", &["duplicate-anchor \"## B {#x}\""]);
    check("## A {#x}\n[b]{#x}", &["duplicate-anchor \"{#x}\""]);
    check("## A {#fn-1}", &["duplicate-anchor \"## A {#fn-1}\""]);
    check("## A {width=3}", &["attributes \"## A {width=3}\""]);
}

#[test]
fn headings_skip_no_level() {
    check("## A\n#### B\n##### C\n## D\n### E\n", &["skipped-heading-level \"#### B\""]);
    check("### A\n## B\n", &["skipped-heading-level \"### A\""]);
}

#[test]
fn attributes_are_checked() {
    check("a ![b](c){.d width=3}", &["attributes \"{.d width=3}\""]);
    check("a [b]{lng=en}", &["attributes \"{lng=en}\""]);
}

#[test]
fn footnotes_are_checked() {
    check("a[^1] b[^2]\n\n[^1]: c\n\n[^3]: d", &["missing-footnote \"[^2]\"", "unused-footnote \"[^3]: d\""]);
    check("a[^1]\n\n[^1]: c\n\n[^1]: d\n", &["unused-footnote \"[^1]: d\\n\""]);
    let checked = read("a[^catatn]\n\nb[^catatan]\n\n[^catatan]: c");
    assert_eq!(checked.diagnostics[0].problem.suggestion().as_deref(), Some("catatan"));
}

#[test]
fn urls_that_run_code_are_refused() {
    check("[a](javascript:b)", &["unsafe-url \"[a](javascript:b)\""]);
    check("![a](data:text/html,b) ![a](data:image/png;base64,AA)", &["unsafe-url \"![a](data:text/html,b)\""]);
    check("<javascript:a>", &["unsafe-url \"<javascript:a>\""]);
    check("[a][b]\n\n[b]: java&#10;script:c", &["unsafe-url \"[a][b]\""]);
    assert_eq!(super::page("[*a*](javascript:b)"), "<p><em>a</em></p>\n");
}

#[test]
fn formulas_and_languages_of_code_are_checked() {
    check("a $b + \\foo$", &["math \"\\\\foo\""]);
    check("```rsut\na\n```", &["unknown-code-language \"rsut\""]);
    let checked = read("```pyhton\n```");
    assert_eq!(checked.diagnostics[0].problem.suggestion().as_deref(), Some("python"));
}

#[test]
fn shortcodes_are_checked_at_their_arguments() {
    check("```{qoute}\n```", &["unknown-shortcode \"{qoute}\""]);
    check("```{quote}\n```", &["missing-key \"{quote}\"", "missing-key \"{quote}\""]);
    check("```{quote}\ntext: a\nspeeker: b\n```", &["missing-key \"text\"", "unknown-key \"speeker\""]);
    check("> ```{note}\n> kind: tipp\n> text: a\n> ```", &["not-allowed \"tipp\""]);
    check("```{video}\nurl: ../a\ntitle: b\nlanguage: x_y\n```", &["invalid-url \"../a\"", "invalid-language \"x_y\""]);
    check("```{figure}\nimage: javascript:a\n```", &["unsafe-url \"javascript:a\""]);
    check("```{gallery}\nimages: a\n```", &["wrong-type \"a\""]);
    check("```{key-figures}\nitems:\n  - { value: 1 }\n```", &["missing-key \"value\""]);
    check("```{note}\ntext: [\n```", &["yaml-syntax \"\""]);
}

#[test]
fn places_inside_of_shortcodes_are_those_of_the_file() {
    let text = "- > ```{note}\n  > text: |\n  >   é [a](javascript:b)\n  >\n  >   - [c]{x=y} [d](e)\n  > ```\n";
    check(text, &["unsafe-url \"[a](javascript:b)\"", "attributes \"{x=y}\""]);
    let link = &facts(&read(text).value).links[0];
    assert_eq!(&text[link.span.start..link.span.end], "[d](e)");
    check("```{quote}\nspeaker: a\ntext: \"é [a](vbscript:b)\"\n```", &["unsafe-url \"[a](vbscript:b)\""]);
}

#[test]
fn places_count_from_where_the_text_begins() {
    let file = SourcePath::new("a.md").expect("a path");
    let body = inline("é [a](b) www.c.id", &file, 100, &dialect()).value;
    let places: Vec<(usize, usize)> = facts(&body).links.iter().map(|link| (link.span.start, link.span.end)).collect();
    assert_eq!(places, [(103, 109), (110, 118)]);
}

#[test]
fn facts_tell_what_is_in_a_body() {
    let text = "## A\n\nSatu *dua*\ntiga.\n\n![](a.png)\n\n![b](b.png) ![](c.png){alt=\"\"}\n\n```{download}\nfile: d.csv\ntitle: E\n```\n\n<a id=\"f\"></a>\n\n`g` $h$[^1]\n\n[^1]: i\n\n    j\n";
    let facts = facts(&read(text).value);
    assert_eq!(facts.lead, "Satu dua tiga.");
    assert_eq!(facts.text, "A\nSatu dua tiga.\nb\nE\n\ng h\ni\nj".replace("\n\n", "\n"));
    assert_eq!(facts.words, 10);
    assert_eq!(facts.anchors, ["a", "f"]);
    let images: Vec<(&str, bool)> = facts.images.iter().map(|image| (image.path.as_str(), image.has_alt)).collect();
    assert_eq!(images, [("a.png", false), ("b.png", true), ("c.png", true)]);
    assert_eq!(facts.files[0].path, "d.csv");
    assert_eq!((facts.footnotes, facts.has_code, facts.has_math), (1, false, true));
}
