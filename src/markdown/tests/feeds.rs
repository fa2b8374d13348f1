//! Bodies in feeds.

use super::feed;

fn check(text: &str, expected: &str) {
    assert_eq!(feed(text).trim_end(), expected, "\n{text}");
}

#[test]
fn blocks_need_no_styles() {
    check("## A {#b .c}", "<h2>A</h2>");
    check("```rust\nlet a;\n```", "<pre><code>let a;\n</code></pre>");
    check("> [!TIP]\n> a", "<blockquote>\n<p><strong>&lt;callout-tip&gt;</strong></p>\n<p>a</p>\n</blockquote>");
    check("- [x] a\n- [ ] b", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>");
    check(
        "| a |\n|--:|\n| 1 |",
        "<table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td></tr>\n</tbody>\n</table>",
    );
}

#[test]
fn footnotes_are_a_list_at_the_end() {
    check("a[^1]\n\n[^1]: b", "<p>a<sup>1</sup></p>\n<h2>&lt;footnotes&gt;</h2>\n<ol>\n<li>b</li>\n</ol>");
}

#[test]
fn inlines_keep_what_readers_show() {
    check("[a]{lang=en .b} [c]{.d} $x^2$", "<p><span lang=\"en\">a</span> c <code>x^2</code></p>");
    check("[a](#b) [c](article:hasil){.d}", "<p>a <a href=\"/cerita/hasil/\">c</a></p>");
}

#[test]
fn figures_have_a_caption_and_a_credit() {
    check(
        "![a](peta.svg)",
        "<figure>\n<p><img src=\"/media/peta.svg\" width=\"640\" height=\"480\" alt=\"a\"></p>\n\
         <figcaption><p>Peta <em>desa</em> <small>Foto: Ani &amp; Budi · <a href=\"https://cc.example/by\" rel=\"license\">CC BY 4.0</a></small></p></figcaption>\n</figure>",
    );
}

#[test]
fn shortcodes_become_plain_blocks() {
    check(
        "```{quote}\ntext: Kata.\nspeaker: Ani\nrole: Kepala\n```",
        "<blockquote>\n<p>Kata.</p>\n<p>— Ani, Kepala</p>\n</blockquote>",
    );
    check(
        "```{key-figures}\nitems:\n  - { value: 83, unit: desa, label: Desa, year: 2024, source: BPS }\n```",
        "<ul>\n<li><strong>83 desa</strong> Desa (2024 · BPS)</li>\n</ul>",
    );
    check(
        "```{video}\nurl: https://v.id/1\ntitle: A\nduration: 3:20\n```",
        "<p><a href=\"https://v.id/1\">A</a> (3:20)</p>",
    );
    check(
        "```{download}\nfile: data.csv\ndescription: B\n```",
        "<p><a href=\"/media/data.csv\">data.csv</a> (CSV · 28 kB)<br>B</p>",
    );
}

#[test]
fn raw_html_is_made_safe() {
    check(
        "<div class=\"a\" onclick=\"b\">\n\n*c* <script>d</script>\n\n</div>\n\n<iframe src=\"https://x.id\"></iframe>",
        "<div>\n<p><em>c</em> </p>\n</div>",
    );
}
