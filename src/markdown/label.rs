//! Inlines as labels: their words only, or their HTML without anything that links or loads.

use pulldown_cmark_escape::escape_html_body_text;

use super::tree::{Attributes, Inline};

/// The words of inlines.
pub fn plain(inlines: &[Inline<'_>]) -> String {
    let mut out = String::new();
    add_plain(inlines, &mut out);
    out.trim().to_owned()
}

/// Adds the words of inlines to a text.
pub fn add_plain(inlines: &[Inline<'_>], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Deleted(content) => add_plain(content, out),
            Inline::Link(link) => add_plain(&link.content, out),
            Inline::Span(span) => add_plain(&span.1, out),
            Inline::Image(image) => add_plain(&image.alt, out),
            Inline::Math(math) => out.push_str(&math.tex),
            Inline::SoftBreak | Inline::HardBreak => out.push(' '),
            Inline::Html(_) | Inline::Reference(_) => {}
        }
    }
}

/// Writes inlines as HTML that may stand inside of a link.
pub fn html(inlines: &[Inline<'_>]) -> String {
    let mut out = String::new();
    add_html(inlines, &mut out);
    out.trim().to_owned()
}

fn add_html(inlines: &[Inline<'_>], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Code(text) => element("code", out, |out| escape(text, out)),
            Inline::Emphasis(content) => element("em", out, |out| add_html(content, out)),
            Inline::Strong(content) => element("strong", out, |out| add_html(content, out)),
            Inline::Deleted(content) => element("del", out, |out| add_html(content, out)),
            Inline::Link(link) => add_html(&link.content, out),
            Inline::Span(span) => match &**span {
                (Attributes { lang: Some(lang), .. }, content) => {
                    out.push_str("<span lang=\"");
                    out.push_str(lang.as_str());
                    out.push_str("\">");
                    add_html(content, out);
                    out.push_str("</span>");
                }
                (_, content) => add_html(content, out),
            },
            Inline::Image(image) => add_html(&image.alt, out),
            Inline::Math(math) => match &math.mathml {
                Some(mathml) => out.push_str(mathml),
                None => element("code", out, |out| escape(&math.tex, out)),
            },
            Inline::SoftBreak | Inline::HardBreak => out.push(' '),
            Inline::Html(_) | Inline::Reference(_) => {}
        }
    }
}

fn element(name: &str, out: &mut String, content: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    content(out);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn escape(text: &str, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = escape_html_body_text(out, text);
}
