//! Inline Markdown.

use super::{Site, check, dialect, inline_html, page, plain};
use crate::base::SourcePath;
use crate::markdown::{Dialect, html, parse};

fn in_lang(lang: &str, text: &str) -> String {
    let dialect = Dialect { lang: lang.parse().expect("a language"), ..dialect() };
    inline_html(text, &dialect, &Site)
}

fn line(text: &str, expected: &str) {
    assert_eq!(inline_html(text, &dialect(), &Site), expected, "{text}");
}

#[test]
fn quotation_marks_follow_the_language() {
    let text = "\"Kata 'ini'\" penting";
    assert_eq!(in_lang("id", text), "“Kata ‘ini’” penting");
    assert_eq!(in_lang("de", text), "„Kata ‚ini‘“ penting");
    assert_eq!(in_lang("fr", text), "«\u{202f}Kata “ini”\u{202f}» penting");
}

#[test]
fn quotation_marks_see_through_other_inlines() {
    line("\"*a*\" b", "“<em>a</em>” b");
    line("*\"a\"* b", "<em>“a”</em> b");
    line("(\"[a](article:hasil)\")", "(“<a href=\"/cerita/hasil/\">a</a>”)");
    line("\"`a`\"", "“<code>a</code>”");
    line("a `b`\"", "a <code>b</code>”");
    line("\"'a' b\"", "“‘a’ b”");
    line("Jum'at, warga' dan '*a*'", "Jum’at, warga’ dan ‘<em>a</em>’");
    check("\"a\n\"b\" c\"", "<p>“a\n“b” c”</p>");
}

#[test]
fn straight_signs_stay_where_they_are_meant() {
    line("\\\"a\\\" &quot;b&quot;", "\"a\" \"b\"");
    line("`\"a\" -- ...`", "<code>\"a\" -- ...</code>");
    line("a .... b ---- c", "a .... b ---- c");
    line("<span title=\"a--b\">c</span>", "<span title=\"a--b\">c</span>");
    let dialect = Dialect { has_smart_punctuation: false, ..dialect() };
    assert_eq!(inline_html("\"a\" -- 5 kg", &dialect, &Site), "\"a\" -- 5 kg");
}

#[test]
fn spaces_keep_numbers_with_units_and_nothing_else() {
    line("5 kg, 2,5 ha. Rp 5.000 dan 83 %", "5\u{a0}kg, 2,5\u{a0}ha. Rp\u{a0}5.000 dan 83\u{a0}%");
    line("83 desa, CO2 kg", "83 desa, CO2 kg");
    line("a\u{a0}b 5\u{a0}orang\u{200b} c&nbsp;d \u{feff}e", "a b 5\u{a0}orang c\u{a0}d e");
}

#[test]
fn dollars_of_currencies_are_no_formulas() {
    line("US$5 dan US$10", "US$5 dan US$10");
    line("$5 dan $10", "$5 dan $10");
    line("`US$5`, [a](x \"US$5\") $x$", "<code>US$5</code>, a <math><mi>x</mi></math>");
    check("```\nUS$5\n```", "<pre class=\"code\" tabindex=\"0\"><code>US$5\n</code></pre>");
}

#[test]
fn bare_links_are_links() {
    line(
        "lihat https://a.id/x_y_z?a=1&amp;b=2.",
        "lihat <a href=\"https://a.id/x_y_z?a=1&amp;b=2\">https://a.id/x_y_z?a=1&amp;b=2</a>.",
    );
    line("(www.a.id) a@b.id", "(<a href=\"http://www.a.id\">www.a.id</a>) <a href=\"mailto:a@b.id\">a@b.id</a>");
    line("\"https://a.id--b\"", "“<a href=\"https://a.id--b\">https://a.id--b</a>”");
    line("[https://a.id](article:hasil)", "<a href=\"/cerita/hasil/\">https://a.id</a>");
    line("<https://a.id> <a@b.id>", "<a href=\"https://a.id\">https://a.id</a> <a href=\"mailto:a@b.id\">a@b.id</a>");
    line("https\\://a.id", "https://a.id");
}

#[test]
fn links_are_asked_for_as_written() {
    line("[a](article:hasil#b \"c\")", "<a href=\"/cerita/hasil/#b\" title=\"c\">a</a>");
    line("[a](/original)", "<a href=\"/en/original/\" hreflang=\"en\">a</a>");
    line("[a](#b) [*c*](tidak-ada)", "<a href=\"#b\">a</a> <em>c</em>");
    line("[a](https://x.id/a b)", "[a](<a href=\"https://x.id/a\">https://x.id/a</a> b)");
    line("[a](laporan.pdf){.tombol lang=en}", "<a href=\"/media/laporan.pdf\" class=\"tombol\" lang=\"en\">a</a>");
}

#[test]
fn spans_carry_language_and_class() {
    line("[work *shop*]{lang=en}", "<span lang=\"en\">work <em>shop</em></span>");
    line("a [b [c]{.x} d]{.y} e", "a <span class=\"y\">b <span class=\"x\">c</span> d</span> e");
    line("*[a]{lang=jv}*[b]{#c .d}", "<em><span lang=\"jv\">a</span></em><span id=\"c\" class=\"d\">b</span>");
    line("\\[a]{.b} [a]\\{.b} [a] {.b} a]{.b}", "[a]{.b} [a]{.b} [a] {.b} a]{.b}");
    line("[a\\]{.b}", "[a]{.b}");
    line("[a]{", "[a]{");
    check("[a]{.b}\n\n[a]: /original", "<p><a href=\"/en/original/\" hreflang=\"en\" class=\"b\">a</a></p>");
}

#[test]
fn inlines_of_gfm_are_written() {
    line("~~a~~ **b** *c* `d <`", "<del>a</del> <strong>b</strong> <em>c</em> <code>d &lt;</code>");
    line(
        "a ![b](peta.svg \"c\") d",
        "a <img src=\"/media/peta.svg\" width=\"640\" height=\"480\" alt=\"b\" title=\"c\" loading=\"lazy\" decoding=\"async\"> d",
    );
    check("a\\\nb  \nc", "<p>a<br>\nb<br>\nc</p>");
}

#[test]
fn a_line_is_never_a_block() {
    line("2024. Tahun", "2024. Tahun");
    line("# a", "# a");
    line("- a", "- a");
    line("> a", "&gt; a");
    line("_a_ b", "<em>a</em> b");
    line("83 desa", "83 desa");
    line("a\n- b", "a - b");
    line("a\n\nb", "a  b");
    line("", "");
    line("    a", "a");
    line("```", "```");
}

#[test]
fn plain_text_has_words_only() {
    assert_eq!(plain("*a* [b](c) `d` ![e](f) \"g\" <b>h</b>[^1]", &dialect()), "a b d e “g” h[^1]");
}

#[test]
fn raw_html_goes_out_as_it_is_but_comments_do_not() {
    line("a <b>c</b><!-- rahasia -->", "a <b>c</b>");
    check("<div>\n\n*a*\n\n</div>\n\n<!-- rahasia -->", "<div>\n<p><em>a</em></p>\n</div>");
}

#[test]
fn refused_html_leaves_its_text() {
    let dialect = Dialect { allows_html: false, ..dialect() };
    let file = SourcePath::new("a.md").expect("a path");
    let checked = parse("a <b>c</b> d\n\n<div>\ne\n</div>\n\n<!-- f -->\n", &file, 0, &dialect);
    let places: Vec<usize> = checked.diagnostics.iter().filter_map(|found| Some(found.span.as_ref()?.start)).collect();
    assert_eq!(places, [2, 14]);
    assert_eq!(html(&checked.value, &Site), "<p>a c d</p>\n");
}

#[test]
fn formulas_stand_in_lines_and_by_themselves() {
    line("$x$", "<math><mi>x</mi></math>");
    assert!(page("$$x$$").starts_with("<p><math display=\"block\">"));
    line("$\\frac$", "<code>\\frac</code>");
}
