//! Blocks and shortcodes on web pages.

use super::{check, contents, facts, page, read};

#[test]
fn headings_have_ids_and_lead_to_themselves() {
    check(
        "## Air *bersih*\n## Air bersih\n## Lain {#air-bersih-2 .a}\n##### Kecil",
        "<h2 id=\"air-bersih\">Air <em>bersih</em> <a class=\"anchor\" href=\"#air-bersih\" aria-label=\"anchor-label Air bersih\">#</a></h2>\n\
         <h2 id=\"air-bersih-3\">Air bersih <a class=\"anchor\" href=\"#air-bersih-3\" aria-label=\"anchor-label Air bersih\">#</a></h2>\n\
         <h2 id=\"air-bersih-2\" class=\"a\">Lain <a class=\"anchor\" href=\"#air-bersih-2\" aria-label=\"anchor-label Lain\">#</a></h2>\n\
         <h5 id=\"kecil\">Kecil</h5>",
    );
}

#[test]
fn contents_nest_by_level() {
    let body = read("## A\n### B\n##### X\n#### C\n## D\n#### E\n### F").value;
    fn show(entries: &[crate::markdown::Entry]) -> String {
        entries.iter().map(|entry| format!("{}({})", entry.title, show(&entry.children))).collect()
    }
    assert_eq!(show(&contents(&facts(&body).headings)), "A(B(C()))D(E()F())");
}

#[test]
fn an_image_alone_is_a_figure() {
    check(
        "![Peta desa](peta.svg \"Judul *peta*\"){.wide credit=\"Citra\" licence=CC0-1.0}",
        "<figure class=\"figure wide\"><img src=\"/media/peta.svg\" width=\"640\" height=\"480\" alt=\"Peta desa\" loading=\"lazy\" decoding=\"async\">\
         <figcaption>Judul <em>peta</em> <span class=\"credit\">Foto: Citra · CC0-1.0</span></figcaption></figure>",
    );
    check(
        "![](https://x.id/a.png)",
        "<figure class=\"figure\"><img src=\"https://x.id/a.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"></figure>",
    );
    assert!(
        page("[![](peta.svg)](article:hasil)").starts_with("<figure class=\"figure\"><a href=\"/cerita/hasil/\"><img")
    );
    assert!(page("![a](peta.svg) b").starts_with("<p><img"));
}

#[test]
fn lists_may_be_tight_or_loose_and_hold_tasks() {
    check("- a\n- b\n  1. c", "<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>");
    check("3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>");
    check(
        "- [x] a\n- [ ] b\n  - c",
        "<ul class=\"task-list\">\n<li><label><input type=\"checkbox\" disabled checked> a</label></li>\n\
         <li><label><input type=\"checkbox\" disabled> b</label>\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>",
    );
    check(
        "- [x] a\n\n- b",
        "<ul class=\"task-list\">\n<li>\n<p><label><input type=\"checkbox\" disabled checked> a</label></p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>",
    );
}

#[test]
fn tables_scroll_and_align_by_class() {
    check(
        "| a |   |\n|--:|:-:|\n| *1* | 2 |",
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"table-label 1\">\n<table>\n<thead>\n<tr>\n\
         <th class=\"right\">a</th>\n<td class=\"center\"></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n\
         <td class=\"right\"><em>1</em></td>\n<td class=\"center\">2</td>\n</tr>\n</tbody>\n</table>\n</div>",
    );
}

#[test]
fn definitions_are_lists() {
    check(
        "A *b*\n: c\n\n  d\n: e",
        "<dl>\n<dt>A <em>b</em></dt>\n<dd>\n<p>c</p>\n<p>d</p>\n</dd>\n<dd>\n<p>e</p>\n</dd>\n</dl>",
    );
}

#[test]
fn callouts_are_named() {
    check(
        "> [!WARNING]\n> Isi",
        "<aside class=\"callout callout-warning\" role=\"note\">\n<p class=\"callout-title\">&lt;callout-warning&gt;</p>\n<p>Isi</p>\n</aside>",
    );
    check("> Isi", "<blockquote>\n<p>Isi</p>\n</blockquote>");
}

#[test]
fn code_is_coloured_when_its_language_is_known() {
    check("    a <b>", "<pre class=\"code\" tabindex=\"0\"><code>a &lt;b&gt;</code></pre>");
    check("```text\na\n```", "<pre class=\"code\" tabindex=\"0\"><code class=\"language-text\">a\n</code></pre>");
    assert!(page("```rust\nlet a;\n```").contains("<code class=\"language-rust\"><span class=\"s-source s-rust\">"));
}

#[test]
fn footnotes_are_numbered_as_they_are_met_and_lead_back() {
    let back = |number: &str, place: &str, sign: &str| {
        format!(" <a class=\"footnote-back\" href=\"#fnref-{number}\" aria-label=\"footnote-back {place}\">{sign}</a>")
    };
    let to = |id: &str, number: usize| {
        format!(
            "<sup><a class=\"footnote-reference\" id=\"fnref-{id}\" href=\"#fn-{number}\" aria-label=\"footnote-reference {number}\">{number}</a></sup>"
        )
    };
    let expected = format!(
        "<p>a{} b{} c{}</p>\n<section class=\"footnotes\" aria-labelledby=\"footnotes-label\">\n\
         <h2 id=\"footnotes-label\" class=\"footnotes-label\">&lt;footnotes&gt;</h2>\n<ol>\n\
         <li id=\"fn-1\">\n<p>B{}{}{}</p>\n</li>\n<li id=\"fn-2\">\n<p>A{}</p>\n</li>\n<li id=\"fn-3\">\n<pre class=\"code\" tabindex=\"0\"><code>C\n</code></pre>\n<p>{}</p>\n</li>\n</ol>\n</section>",
        to("1", 1),
        to("2", 2),
        to("1-2", 1),
        to("3", 3),
        back("1", "1", "↩"),
        back("1-2", "1-2", "↩<sup>2</sup>"),
        back("2", "2", "↩"),
        back("3", "3", "↩").trim_start(),
    );
    check("[^a]: A\n\n[^c]:\n        C\n\na[^b] b[^a] c[^B]\n\n[^b]: B[^c]", &expected);
}

#[test]
fn quotes_name_who_speaks() {
    check(
        "```{quote}\ntext: Kata *ini*.\nspeaker: Ani & Budi\nrole: Kepala\norganisation: Desa\nsource: article:hasil\n```",
        "<figure class=\"quote\">\n<blockquote>\n<p>Kata <em>ini</em>.</p>\n</blockquote>\n<figcaption><a href=\"/cerita/hasil/\">\
         <span class=\"speaker\">Ani &amp; Budi</span></a>, Kepala, Desa</figcaption></figure>",
    );
}

#[test]
fn key_figures_are_a_list_of_definitions() {
    check(
        "```{key-figures}\ntitle: Angka\nitems:\n  - { value: \"83\", unit: desa, label: \"*Desa*\", year: 2024, source: \"[BPS](https://bps.go.id)\" }\n  - { value: 5 %, label: Turun }\n```",
        "<p class=\"key-figures-title\">Angka</p>\n<dl class=\"key-figures\">\n<div><dt><em>Desa</em></dt><dd><span class=\"value\">83</span> \
         <span class=\"unit\">desa</span> <span class=\"origin\">2024 · <a href=\"https://bps.go.id\">BPS</a></span></dd></div>\n\
         <div><dt>Turun</dt><dd><span class=\"value\">5 %</span></dd></div>\n</dl>",
    );
}

#[test]
fn figures_and_galleries_hold_pictures() {
    let html = page("```{figure}\nimage: peta.svg\nalt: \"\"\nwidth: wide\ncaption: Ini *peta*\n```");
    assert!(
        html.starts_with(
            "<figure class=\"figure wide\"><img src=\"/media/peta.svg\" width=\"640\" height=\"480\" alt=\"\""
        ),
        "{html}"
    );
    assert!(html.contains("<figcaption>Ini <em>peta</em> <span"), "{html}");
    let html = page(
        "```{gallery}\ncaption: Dua *peta*\nimages:\n  - { image: peta.svg, alt: a }\n  - { image: peta.svg }\n```",
    );
    assert!(
        html.starts_with("<div class=\"gallery\" role=\"group\" aria-label=\"Dua peta\">\n<figure class=\"figure\">"),
        "{html}"
    );
    assert!(html.ends_with("</figure>\n<p class=\"gallery-caption\">Dua <em>peta</em></p>\n</div>\n"), "{html}");
}

#[test]
fn videos_and_files_are_links() {
    check(
        "```{video}\nurl: https://v.id/1\ntitle: Cara *menanam*\nduration: 3:20\nlanguage: en\n```",
        "<p class=\"video\"><a href=\"https://v.id/1\" hreflang=\"en\" aria-label=\"video-label Cara menanam 3:20\">\
         <span class=\"video-title\">Cara <em>menanam</em></span> <span class=\"video-duration\">3:20</span></a></p>",
    );
    check(
        "```{download}\nfile: data.csv\ntitle: Data\n```",
        "<p class=\"download\"><a href=\"/media/data.csv\" download><span class=\"download-title\">Data</span> \
         <span class=\"download-detail\">CSV · 28 kB</span></a></p>",
    );
}

#[test]
fn notes_hold_blocks_and_shortcodes() {
    check(
        "- a\n\n  ~~~{note}\n  kind: tip\n  title: Coba\n  text: |\n    ## B\n\n    ```{download}\n    file: data.csv\n    ```\n  ~~~",
        "<ul>\n<li>\n<p>a</p>\n<aside class=\"callout callout-tip\" role=\"note\">\n<p class=\"callout-title\">Coba</p>\n\
         <h2 id=\"b\">B <a class=\"anchor\" href=\"#b\" aria-label=\"anchor-label B\">#</a></h2>\n\
         <p class=\"download\"><a href=\"/media/data.csv\" download><span class=\"download-title\">data.csv</span> \
         <span class=\"download-detail\">CSV · 28 kB</span></a></p>\n</aside>\n</li>\n</ul>",
    );
}
