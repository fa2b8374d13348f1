//! Inlines.

use crate::markdown::label;
use crate::markdown::picture::picture;
use crate::markdown::resolve::Picture;
use crate::markdown::target;
use crate::markdown::tree::{Image, Inline, Link};
use crate::markdown::write::{bare_tag, tag_for_others};

use super::{Portable, Syntax, escape};

impl Portable<'_> {
    pub(super) fn is_markdown(&self) -> bool {
        self.syntax == Syntax::Markdown
    }

    /// Words as they are.
    pub(super) fn words(&self, text: &str) -> String {
        if self.is_markdown() { escape::text(text) } else { text.to_owned() }
    }

    pub(super) fn inlines(&self, inlines: &[Inline<'_>]) -> String {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    /// Inlines where only one line has a place.
    pub(super) fn one_line(&self, inlines: &[Inline<'_>]) -> String {
        let text = self.inlines(inlines).replace("\\\n", " ").replace('\n', " ");
        text.trim().to_owned()
    }

    fn inline(&self, inline: &Inline<'_>) -> String {
        match inline {
            Inline::Text(text) => self.words(text),
            Inline::Code(code) if self.is_markdown() => escape::code(code),
            Inline::Code(code) => code.to_string(),
            Inline::Emphasis(content) => self.marked("*", "em", content),
            Inline::Strong(content) => self.marked("**", "strong", content),
            Inline::Deleted(content) => self.marked("~~", "del", content),
            Inline::Link(link) => self.link(link),
            Inline::Image(image) => self.image(image),
            Inline::Span(span) => self.inlines(&span.1),
            Inline::Math(math) if self.is_markdown() => escape::code(&math.tex),
            Inline::Math(math) => math.tex.to_string(),
            Inline::Html(html) if self.is_markdown() => bare_tag(tag_for_others(html, self.resolve)),
            Inline::Html(_) => String::new(),
            Inline::Reference(key) => self.reference(*key),
            Inline::SoftBreak => " ".to_owned(),
            Inline::HardBreak if self.is_markdown() => "\\\n".to_owned(),
            Inline::HardBreak => "\n".to_owned(),
        }
    }

    /// Puts content between marks; where Markdown would not see them, between tags.
    fn marked(&self, mark: &str, tag: &str, content: &[Inline<'_>]) -> String {
        let content = self.inlines(content);
        if !self.is_markdown() || content.is_empty() {
            return content;
        }
        let is_firm = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        if is_firm(content.chars().next()) && is_firm(content.chars().next_back()) {
            format!("{mark}{content}{mark}")
        } else {
            format!("<{tag}>{content}</{tag}>")
        }
    }

    pub(super) fn strong(&self, text: &str) -> String {
        let is_firm = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        match self.is_markdown() {
            true if is_firm(text.chars().next()) && is_firm(text.chars().next_back()) => format!("**{text}**"),
            true => format!("<strong>{text}</strong>"),
            false => text.to_owned(),
        }
    }

    /// Where a link leads for others; none when it only leads within the page.
    fn href(&self, written: &str) -> Option<String> {
        if target::is_outside(written) {
            return Some(written.to_owned());
        }
        self.resolve.link(written).map(|resolved| resolved.href)
    }

    fn link(&self, link: &Link<'_>) -> String {
        let content = self.inlines(&link.content);
        self.linked(&content, &label::plain(&link.content), self.href(&link.target))
    }

    /// Content with the address that it leads to; `plain` is how it reads.
    pub(super) fn linked(&self, content: &str, plain: &str, href: Option<String>) -> String {
        let Some(href) = href else { return content.to_owned() };
        let is_address = plain == href || href.strip_prefix("mailto:") == Some(plain);
        match (self.is_markdown(), is_address) {
            (true, true) => format!("<{plain}>"),
            (true, false) => format!("[{content}]({})", escape::target(&href)),
            (false, true) => plain.to_owned(),
            (false, false) => format!("{content} ({href})"),
        }
    }

    pub(super) fn linked_to(&self, content: &str, plain: &str, link: &Link<'_>) -> String {
        self.linked(content, plain, self.href(&link.target))
    }

    fn image(&self, image: &Image<'_>) -> String {
        let picture = picture(image, self.resolve);
        self.picture(&picture)
    }

    /// A picture, if others may have it.
    pub(super) fn picture(&self, picture: &Picture) -> String {
        if !self.is_markdown() || picture.is_left_out {
            return String::new();
        }
        format!("![{}]({})", escape::text(&picture.alt), escape::target(&picture.src))
    }

    fn reference(&self, key: usize) -> String {
        let number = self.body.numbers.get(key).copied().flatten();
        let mark = if self.is_markdown() { "^" } else { "" };
        number.map(|number| format!("[{mark}{number}]")).unwrap_or_default()
    }
}
