//! Inlines to HTML, as pages, feeds and CommonMark share them.

use crate::markdown::picture;
use crate::markdown::resolve::Picture;
use crate::markdown::target;
use crate::markdown::tree::{Image, Inline, Link};

use super::{Form, Writer};

impl<F: Form> Writer<'_, F> {
    pub fn inlines(&mut self, inlines: &[Inline<'_>]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline<'_>) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Code(text) => {
                self.raw("<code>");
                self.text(text);
                self.raw("</code>");
            }
            Inline::Emphasis(content) => self.element("em", content),
            Inline::Strong(content) => self.element("strong", content),
            Inline::Deleted(content) => self.element("del", content),
            Inline::Link(link) => {
                let is_open = F::open_link(self, link);
                self.inlines(&link.content);
                if is_open {
                    self.raw("</a>");
                }
            }
            Inline::Image(image) => F::image(self, image),
            Inline::Span(span) => F::span(self, &span.0, &span.1),
            Inline::Math(math) => F::math(self, math),
            Inline::Html(html) => F::tag(self, html),
            Inline::Reference(key) => {
                if let Some(number) = self.body.numbers.get(*key).copied().flatten() {
                    F::reference(self, number);
                }
            }
            Inline::SoftBreak => self.raw("\n"),
            Inline::HardBreak => self.raw("<br>\n"),
        }
    }

    pub fn element(&mut self, name: &str, content: &[Inline<'_>]) {
        self.raw("<");
        self.raw(name);
        self.raw(">");
        self.inlines(content);
        self.raw("</");
        self.raw(name);
        self.raw(">");
    }

    /// Writes `<a href` and what every form has in it, without the closing `>`; false when the link
    /// leads nowhere.
    pub fn begin_link(&mut self, link: &Link<'_>) -> bool {
        let target = &*link.target;
        let mut hreflang = None;
        if target::is_outside(target) {
            self.raw("<a");
            self.url_attribute("href", target);
        } else if let Some(resolved) = self.resolve.link(target) {
            self.raw("<a");
            self.url_attribute("href", &resolved.href);
            hreflang = resolved.lang.filter(|lang| *lang != self.body.lang);
        } else if target.starts_with('#') {
            self.raw("<a");
            self.url_attribute("href", target);
        } else {
            return false;
        }
        if let Some(lang) = hreflang {
            self.attribute("hreflang", lang.as_str());
        }
        if !link.title.is_empty() {
            self.attribute("title", &link.title);
        }
        true
    }

    /// Asks for a picture, and lets what is written at it go before what its sidecar says.
    pub fn picture(&self, image: &Image<'_>) -> Picture {
        picture::picture(image, self.resolve)
    }

    /// Writes `src`, `alt` and sizes of a picture.
    pub fn picture_attributes(&mut self, picture: &Picture) {
        self.url_attribute("src", &picture.src);
        if let (Some(width), Some(height)) = (picture.width, picture.height) {
            self.number_attribute("width", width);
            self.number_attribute("height", height);
        }
        self.attribute("alt", &picture.alt);
    }
}
