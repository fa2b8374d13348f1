//! Tree to HTML. What pages, feeds and pure CommonMark share stands here; what each writes in its
//! own way is its [`Form`].
//!
//! **Invariant:** every text goes out escaped; a block begins on a line of its own; no element that
//! HTML forbids where it stands.

mod commonmark;
mod feed;
mod inlines;
mod page;
mod page_shortcodes;
mod phrases;
mod safe;

use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

use super::resolve::Resolve;
use super::shortcode::Shortcode;
use super::tree::{
    Attributes, Block, Body, Callout, Code, Definition, Figure, Heading, Image, Inline, Item, Link, List, Math, Table,
};

pub use commonmark::commonmark;
pub use feed::feed_html;
pub use page::html;
pub use safe::html_for_others;
pub(super) use safe::{bare_tag, tag_for_others, words_of_html};

/// Writes a body in one form.
struct Writer<'r, F> {
    out: String,
    body: &'r Body<'r>,
    resolve: &'r dyn Resolve,
    form: F,
}

/// The way to write what differs between places where bodies appear.
trait Form: Sized {
    fn heading(writer: &mut Writer<'_, Self>, heading: &Heading<'_>);
    fn callout(writer: &mut Writer<'_, Self>, callout: &Callout<'_>);
    fn code(writer: &mut Writer<'_, Self>, code: &Code<'_>);
    fn table(writer: &mut Writer<'_, Self>, table: &Table<'_>);
    fn figure(writer: &mut Writer<'_, Self>, figure: &Figure<'_>);
    fn shortcode(writer: &mut Writer<'_, Self>, shortcode: &Shortcode<'_>);
    /// Opens a list; an ordered one has its first number.
    fn open_list(writer: &mut Writer<'_, Self>, list: &List<'_>);
    /// Writes the inlines that an item of a task list begins with, and its checkbox.
    fn task(writer: &mut Writer<'_, Self>, is_done: bool, content: &[Inline<'_>]);
    fn image(writer: &mut Writer<'_, Self>, image: &Image<'_>);
    fn open_link(writer: &mut Writer<'_, Self>, link: &Link<'_>) -> bool;
    fn span(writer: &mut Writer<'_, Self>, attributes: &Attributes, content: &[Inline<'_>]);
    fn math(writer: &mut Writer<'_, Self>, math: &Math<'_>);
    /// Writes a reference to the footnote of that number.
    fn reference(writer: &mut Writer<'_, Self>, number: usize);
    /// Writes a block of raw HTML.
    fn html(writer: &mut Writer<'_, Self>, html: &str) {
        writer.raw(html);
    }
    /// Writes a tag of raw HTML within a line.
    fn tag(writer: &mut Writer<'_, Self>, html: &str) {
        writer.raw(html);
    }
}

impl<'r, F: Form> Writer<'r, F> {
    fn new(body: &'r Body<'r>, resolve: &'r dyn Resolve, form: F) -> Self {
        Self { out: String::with_capacity(1024), body, resolve, form }
    }

    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &str) {
        // Writing to a string cannot fail, here and below.
        let _ = escape_html_body_text(&mut self.out, text);
    }

    /// Adds ` name="value"`.
    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.raw(name);
        self.raw("=\"");
        let _ = escape_html(&mut self.out, value);
        self.out.push('"');
    }

    /// Adds an attribute that holds a URL.
    fn url_attribute(&mut self, name: &str, url: &str) {
        self.out.push(' ');
        self.raw(name);
        self.raw("=\"");
        let _ = escape_href(&mut self.out, url);
        self.out.push('"');
    }

    fn number_attribute(&mut self, name: &str, number: u32) {
        self.attribute(name, &number.to_string());
    }

    /// Begins a new line, unless one has begun.
    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn blocks(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block<'_>) {
        match block {
            Block::Paragraph(inlines) => self.paragraph(inlines),
            Block::Plain(inlines) => self.inlines(inlines),
            Block::Heading(position) => {
                let body: &'r Body<'r> = self.body;
                if let Some(heading) = body.headings.get(*position) {
                    self.line();
                    F::heading(self, heading);
                }
            }
            Block::Quote(blocks) => self.quote(blocks),
            Block::Callout(callout) => {
                self.line();
                F::callout(self, callout);
            }
            Block::Code(code) => {
                self.line();
                F::code(self, code);
            }
            Block::List(list) => self.list(list),
            Block::Definitions(entries) => self.definitions(entries),
            Block::Table(table) => {
                self.line();
                F::table(self, table);
            }
            Block::Figure(figure) => {
                self.line();
                F::figure(self, figure);
            }
            Block::Html(html) => {
                self.line();
                F::html(self, html);
            }
            Block::Rule => {
                self.line();
                self.raw("<hr>\n");
            }
            Block::Shortcode(shortcode) => {
                self.line();
                F::shortcode(self, shortcode);
            }
        }
    }

    fn paragraph(&mut self, inlines: &[Inline<'_>]) {
        self.line();
        self.raw("<p>");
        self.inlines(inlines);
        self.raw("</p>\n");
    }

    fn quote(&mut self, blocks: &[Block<'_>]) {
        self.line();
        self.raw("<blockquote>\n");
        self.blocks(blocks);
        self.line();
        self.raw("</blockquote>\n");
    }

    fn list(&mut self, list: &List<'_>) {
        self.line();
        F::open_list(self, list);
        for item in &list.items {
            self.item(item);
        }
        self.raw(if list.start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn item(&mut self, item: &Item<'_>) {
        self.line();
        self.raw("<li>");
        let mut rest = item.blocks.as_slice();
        if let Some(is_done) = item.task {
            match rest {
                [Block::Paragraph(inlines), others @ ..] => {
                    self.raw("\n<p>");
                    F::task(self, is_done, inlines);
                    self.raw("</p>\n");
                    rest = others;
                }
                [Block::Plain(inlines), others @ ..] => {
                    F::task(self, is_done, inlines);
                    rest = others;
                }
                _ => F::task(self, is_done, &[]),
            }
        }
        self.blocks(rest);
        self.raw("</li>\n");
    }

    fn definitions(&mut self, entries: &[Definition<'_>]) {
        self.line();
        self.raw("<dl>\n");
        for entry in entries {
            match entry {
                Definition::Term(inlines) => {
                    self.raw("<dt>");
                    self.inlines(inlines);
                    self.raw("</dt>\n");
                }
                Definition::Description(blocks) => {
                    self.raw("<dd>");
                    self.blocks(blocks);
                    self.raw("</dd>\n");
                }
            }
        }
        self.raw("</dl>\n");
    }
}
