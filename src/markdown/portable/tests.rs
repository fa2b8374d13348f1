//! What others get of a body.

use crate::base::SourcePath;
use crate::markdown::{
    Body, Dialect, FileLink, Picture, Resolve, ResolvedLink, feed_html, parse, portable_markdown, portable_text,
};

/// A site that gives away all pictures but `foto.jpg`.
struct Site;

impl Resolve for Site {
    fn link(&self, target: &str) -> Option<ResolvedLink> {
        let href = format!("https://a.example/{}/", target.strip_prefix("article:")?);
        Some(ResolvedLink { href, lang: None })
    }

    fn image(&self, path: &str) -> Option<Picture> {
        let credit = Some("Ani".to_owned());
        Some(Picture { src: format!("https://a.example/{path}"), alt: "Peta".to_owned(), credit, ..Picture::default() })
    }

    fn file(&self, _path: &str) -> Option<FileLink> {
        None
    }

    fn string(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        arguments.iter().fold(key.to_owned(), |text, (_, value)| format!("{text} {value}"))
    }

    fn shows(&self, path: &str, _picture: &Picture) -> bool {
        path != "foto.jpg"
    }

    fn base(&self) -> Option<&str> {
        Some("https://a.example/cerita/")
    }
}

fn with<T>(text: &str, then: impl FnOnce(&Body<'_>) -> T) -> T {
    let file = SourcePath::new("content/a.id.md").expect("a path");
    let lang = "id".parse().expect("a language");
    let dialect = Dialect { lang, allows_html: true, has_smart_punctuation: false };
    then(&parse(text, &file, 0, &dialect).value)
}

fn check(text: &str, markdown: &str, plain: &str) {
    assert_eq!(with(text, |body| portable_markdown(body, &Site)).trim_end(), markdown, "\n{text}");
    assert_eq!(with(text, |body| portable_text(body, &Site)).trim_end(), plain, "\n{text}");
}

/// Says that the Markdown is read by everyone as the article was read by us.
fn check_same(text: &str) {
    let html = |text: &str| with(text, |body| feed_html(body, &Site));
    let markdown = with(text, |body| portable_markdown(body, &Site));
    assert_eq!(html(&markdown), html(text), "\n{text}\n\n{markdown}");
}

#[test]
fn markdown_is_read_as_the_article_was() {
    for text in [
        "## Judul *miring*\n\nDua **kata** dan `kode ``x`` `.\n\n---\n\n> Kutipan\n>\n> - a\n> - b\n",
        "1. satu\n2. dua\n   - tiga\n   - empat\n\n3. lima\n",
        "- a\n\n* b\n\n1. c\n\n1) d\n",
        "- [x] sudah\n- [ ] belum\n",
        "| a | b |\n|---|---|\n| c \\| d | `e` |\n",
        "```rust\nfn a() {}\n```\n\n    ```\n    dalam\n",
        "[tautan](https://b.example/a_(b)), <https://b.example/>, [x](article:y)\n",
        "Catatan.[^a]\n\n[^a]: Isi *catatan*.\n\n    Lagi.\n",
        "\\# bukan judul\n\n\\- bukan daftar\n\n1\\. bukan nomor\n\n\\> bukan kutipan\n\n\\+ tambah\n",
        "\\*bukan\\* \\_miring\\_ nama_berkas_ini \\[bukan](x) &amp;copy; \\<b> \\`kode\\` \\~~a\\~~ a\\|b\n",
        "seru\\! [x](https://b.example) seru![Peta](peta.svg)\n",
        "a\\\nb\\\n\\# c\n",
        "kata*tengah*kata, ***tebal** miring*, *\"kutip\"*\n",
        "~~dicoret~~\n",
    ] {
        check_same(text);
    }
}

#[test]
fn plain_text_has_words_and_addresses() {
    check(
        "## Judul\n\nDua *kata*\ndi [sini](article:y).\n",
        "## Judul\n\nDua *kata* di [sini](https://a.example/y/).",
        "Judul\n\nDua kata di sini (https://a.example/y/).",
    );
    check("Catatan.[^a]\n\n[^a]: Isi.\n", "Catatan.[^1]\n\n[^1]: Isi.", "Catatan.[1]\n\nfootnotes\n\n[1] Isi.");
    check("<https://b.example/>\n", "<https://b.example/>", "https://b.example/");
    check("Istilah\n: Arti\n", "**Istilah**\n\n- Arti", "Istilah\n\n- Arti");
}

#[test]
fn pictures_go_out_only_when_they_may() {
    let map = "![](https://a.example/peta.svg)";
    let map = map.replace("[]", "[Peta]");
    check("![](peta.svg)\n", &format!("{map}\n\nphoto-credit Ani"), "");
    check("a\n\n![x](foto.jpg \"Kami\")\n\nb ![y](foto.jpg) c\n", "a\n\nb  c", "a\n\nb  c");
    let gallery = "```{gallery}\ncaption: Semua\nimages:\n  - { image: foto.jpg, alt: x }\n```\n";
    check(gallery, "", "");
    let html = |text: &str| with(text, |body| feed_html(body, &Site));
    assert_eq!(html("![x](foto.jpg \"Kami\")\n"), "");
    assert_eq!(html(gallery), "");
}

#[test]
fn raw_html_is_safe_whole_and_without_pictures() {
    let text = "<div class=\"a\"><img src=\"b.jpg\"><a href=\"../c/\">c</a></div>\n\nx <img src=\"d.jpg\"> <b>y</b>\n";
    let expected = "<div><a href=\"https://a.example/c/\">c</a></div>\n\nx  <b>y</b>";
    check(text, expected, "c\n\nx  y");
    let html = with(text, |body| feed_html(body, &Site));
    assert!(!html.contains("<img") && html.contains("https://a.example/c/"), "{html}");
}

#[test]
fn shortcodes_are_what_they_say() {
    check(
        "```{quote}\ntext: Kami **bisa**.\nspeaker: Ibu Ros\nrole: Petani\n```\n",
        "> Kami **bisa**.\n>\n> — Ibu Ros, Petani",
        "> Kami bisa.\n>\n> — Ibu Ros, Petani",
    );
    check(
        "```{key-figures}\ntitle: Angka\nitems:\n  - { value: \"83\", unit: desa, label: Ikut, year: 2024, source: BPS }\n```\n",
        "**Angka**\n\n- **83 desa** Ikut (2024 · key-figure-source BPS)",
        "Angka\n\n- 83 desa Ikut (2024 · key-figure-source BPS)",
    );
    check("> [!NOTE]\n> Ingat.\n", "> **callout-note**\n>\n> Ingat.", "> callout-note\n>\n> Ingat.");
}
