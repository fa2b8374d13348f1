//! HTML for web pages, with the classes and ids that themes style.

use crate::markdown::highlight;
use crate::markdown::label;
use crate::markdown::resolve::{Picture, Resolve};
use crate::markdown::shortcode::Shortcode;
use crate::markdown::tree::{
    Alignment, Attributes, Block, Body, Callout, Code, Figure, Footnote, Heading, Image, Inline, Link, List, Math,
    Table,
};

use super::phrases::has_credit;
use super::{Form, Writer};

/// The form of web pages.
pub struct Page {
    /// How often each footnote has been referred to so far, by number.
    references: Vec<usize>,
    tables: usize,
}

/// Writes a body for a web page. A rich text becomes phrasing content.
pub fn html(body: &Body<'_>, resolve: &dyn Resolve) -> String {
    let form = Page { references: vec![0; body.footnotes.len() + 1], tables: 0 };
    let mut writer = Writer::new(body, resolve, form);
    writer.blocks(&body.blocks);
    if !body.footnotes.is_empty() {
        writer.footnotes();
    }
    writer.out
}

impl Form for Page {
    fn heading(writer: &mut Writer<'_, Self>, heading: &Heading<'_>) {
        let level = heading.level.to_string();
        writer.raw("<h");
        writer.raw(&level);
        writer.attribute("id", &heading.id);
        writer.attributes(&heading.attributes, "");
        writer.raw(">");
        writer.inlines(&heading.title);
        if heading.level <= 4 {
            let title = label::plain(&heading.title);
            writer.raw(" <a class=\"anchor\"");
            writer.attribute("href", &format!("#{}", heading.id));
            writer.phrase_attribute("aria-label", "anchor-label", &[("title", &title)]);
            writer.raw(">#</a>");
        }
        writer.raw("</h");
        writer.raw(&level);
        writer.raw(">\n");
    }

    fn callout(writer: &mut Writer<'_, Self>, callout: &Callout<'_>) {
        let name = callout.kind.name();
        writer.raw("<aside class=\"callout callout-");
        writer.raw(name);
        writer.raw("\" role=\"note\">\n<p class=\"callout-title\">");
        if callout.title.is_empty() {
            writer.phrase(&format!("callout-{name}"), &[]);
        } else {
            writer.inlines(&callout.title);
        }
        writer.raw("</p>\n");
        writer.blocks(&callout.blocks);
        writer.line();
        writer.raw("</aside>\n");
    }

    fn code(writer: &mut Writer<'_, Self>, code: &Code<'_>) {
        // Wide code scrolls, and what scrolls must be reachable by keyboard.
        writer.raw("<pre class=\"code\" tabindex=\"0\"><code");
        if !code.language.is_empty() {
            writer.attribute("class", &format!("language-{}", code.language));
        }
        writer.raw(">");
        match highlight::html(&code.language, &code.text) {
            Some(html) => writer.raw(&html),
            None => writer.text(&code.text),
        }
        writer.raw("</code></pre>\n");
    }

    fn table(writer: &mut Writer<'_, Self>, table: &Table<'_>) {
        writer.form.tables += 1;
        let number = writer.form.tables.to_string();
        writer.raw("<div class=\"table\" role=\"region\" tabindex=\"0\"");
        writer.phrase_attribute("aria-label", "table-label", &[("number", &number)]);
        writer.raw(">\n<table>\n<thead>\n<tr>\n");
        for (cell, alignment) in table.head.iter().zip(&table.alignments) {
            // An empty heading would be read out as one.
            writer.cell(if cell.is_empty() { "td" } else { "th" }, *alignment, cell);
        }
        writer.raw("</tr>\n</thead>\n");
        if !table.rows.is_empty() {
            writer.raw("<tbody>\n");
            for row in &table.rows {
                writer.raw("<tr>\n");
                for (cell, alignment) in row.iter().zip(&table.alignments) {
                    writer.cell("td", *alignment, cell);
                }
                writer.raw("</tr>\n");
            }
            writer.raw("</tbody>\n");
        }
        writer.raw("</table>\n</div>\n");
    }

    fn figure(writer: &mut Writer<'_, Self>, figure: &Figure<'_>) {
        let picture = writer.picture(&figure.image);
        writer.raw("<figure");
        writer.attributes(&figure.image.attributes, "figure");
        writer.raw(">");
        let is_linked = figure.link.as_ref().is_some_and(|link| Self::open_link(writer, link));
        writer.img(&picture, None);
        if is_linked {
            writer.raw("</a>");
        }
        let has_caption = !figure.caption.is_empty() || !picture.caption.is_empty();
        if has_caption || has_credit(&picture) {
            writer.raw("<figcaption>");
            if figure.caption.is_empty() {
                writer.raw(&picture.caption);
            } else {
                writer.inlines(&figure.caption);
            }
            if has_credit(&picture) {
                writer.raw(if has_caption { " <span class=\"credit\">" } else { "<span class=\"credit\">" });
                writer.credit(&picture);
                writer.raw("</span>");
            }
            writer.raw("</figcaption>");
        }
        writer.raw("</figure>\n");
    }

    fn shortcode(writer: &mut Writer<'_, Self>, shortcode: &Shortcode<'_>) {
        writer.shortcode(shortcode);
    }

    fn open_list(writer: &mut Writer<'_, Self>, list: &List<'_>) {
        writer.raw(if list.start.is_some() { "<ol" } else { "<ul" });
        if let Some(start) = list.start.filter(|start| *start != 1) {
            writer.attribute("start", &start.to_string());
        }
        if list.items.iter().any(|item| item.task.is_some()) {
            writer.raw(" class=\"task-list\"");
        }
        writer.raw(">\n");
    }

    fn task(writer: &mut Writer<'_, Self>, is_done: bool, content: &[Inline<'_>]) {
        // The label gives the checkbox its name.
        writer.raw("<label><input type=\"checkbox\" disabled");
        writer.raw(if is_done { " checked> " } else { "> " });
        writer.inlines(content);
        writer.raw("</label>");
    }

    fn image(writer: &mut Writer<'_, Self>, image: &Image<'_>) {
        let picture = writer.picture(image);
        let title = Some(&*image.title).filter(|title| !title.is_empty());
        if !image.attributes.is_seen() {
            writer.img(&picture, title);
        } else {
            writer.raw("<span");
            writer.attributes(&image.attributes, "");
            writer.raw(">");
            writer.img(&picture, title);
            writer.raw("</span>");
        }
    }

    fn open_link(writer: &mut Writer<'_, Self>, link: &Link<'_>) -> bool {
        if !writer.begin_link(link) {
            return false;
        }
        writer.attributes(&link.attributes, "");
        writer.raw(">");
        true
    }

    fn span(writer: &mut Writer<'_, Self>, attributes: &Attributes, content: &[Inline<'_>]) {
        writer.raw("<span");
        writer.attributes(attributes, "");
        writer.raw(">");
        writer.inlines(content);
        writer.raw("</span>");
    }

    fn math(writer: &mut Writer<'_, Self>, math: &Math<'_>) {
        match &math.mathml {
            Some(mathml) => writer.raw(mathml),
            None => {
                writer.raw("<code>");
                writer.text(&math.tex);
                writer.raw("</code>");
            }
        }
    }

    fn reference(writer: &mut Writer<'_, Self>, number: usize) {
        let count = writer.form.references.get_mut(number).map_or(1, |count| {
            *count += 1;
            *count
        });
        let number = number.to_string();
        writer.raw("<sup><a class=\"footnote-reference\"");
        writer.attribute("id", &reference_id(&number, count));
        writer.attribute("href", &format!("#fn-{number}"));
        writer.phrase_attribute("aria-label", "footnote-reference", &[("number", &number)]);
        writer.raw(">");
        writer.raw(&number);
        writer.raw("</a></sup>");
    }
}

/// The first reference has the plain id, so that links to it stay right when more come.
fn reference_id(number: &str, count: usize) -> String {
    if count == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{count}") }
}

impl Writer<'_, Page> {
    /// Writes declared attributes; `class` is the one that the element has anyway.
    pub fn attributes(&mut self, attributes: &Attributes, class: &str) {
        if let Some(id) = &attributes.id {
            self.attribute("id", id);
        }
        if !class.is_empty() || !attributes.classes.is_empty() {
            let names = Some(class).filter(|class| !class.is_empty());
            let names: Vec<&str> = names.into_iter().chain(attributes.classes.iter().map(String::as_str)).collect();
            self.attribute("class", &names.join(" "));
        }
        if let Some(lang) = &attributes.lang {
            self.attribute("lang", lang.as_str());
        }
    }

    /// Writes a picture that loads when it comes near.
    pub fn img(&mut self, picture: &Picture, title: Option<&str>) {
        self.raw("<img");
        self.picture_attributes(picture);
        if !picture.srcset.is_empty() {
            self.attribute("srcset", &picture.srcset);
            self.attribute("sizes", if picture.sizes.is_empty() { "100vw" } else { &picture.sizes });
        }
        if let Some(title) = title {
            self.attribute("title", title);
        }
        self.raw(" loading=\"lazy\" decoding=\"async\">");
    }

    fn cell(&mut self, name: &str, alignment: Alignment, content: &[Inline<'_>]) {
        self.raw("<");
        self.raw(name);
        match alignment {
            Alignment::Start => {}
            Alignment::Center => self.raw(" class=\"center\""),
            Alignment::Right => self.raw(" class=\"right\""),
        }
        self.raw(">");
        self.inlines(content);
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    fn footnotes(&mut self) {
        self.line();
        self.raw("<section class=\"footnotes\" aria-labelledby=\"footnotes-label\">\n");
        self.raw("<h2 id=\"footnotes-label\" class=\"footnotes-label\">");
        self.phrase("footnotes", &[]);
        self.raw("</h2>\n<ol>\n");
        let body = self.body;
        for (position, footnote) in body.footnotes.iter().enumerate() {
            self.footnote(footnote, &(position + 1).to_string());
        }
        self.raw("</ol>\n</section>\n");
    }

    fn footnote(&mut self, footnote: &Footnote<'_>, number: &str) {
        self.raw("<li id=\"fn-");
        self.raw(number);
        self.raw("\">\n");
        // The way back stands at the end of the last line.
        match footnote.blocks.split_last() {
            Some((Block::Paragraph(inlines) | Block::Plain(inlines), others)) => {
                self.blocks(others);
                self.line();
                self.raw("<p>");
                self.inlines(inlines);
                self.ways_back(footnote.references, number);
                self.raw("</p>\n");
            }
            _ => {
                self.blocks(&footnote.blocks);
                self.line();
                self.raw("<p>");
                self.ways_back(footnote.references, number);
                self.raw("</p>\n");
            }
        }
        self.raw("</li>\n");
    }

    fn ways_back(&mut self, references: usize, number: &str) {
        for count in 1..=references {
            let place = if count == 1 { number.to_owned() } else { format!("{number}-{count}") };
            self.raw(if self.out.ends_with("<p>") { "<a" } else { " <a" });
            self.raw(" class=\"footnote-back\"");
            self.attribute("href", &format!("#{}", reference_id(number, count)));
            self.phrase_attribute("aria-label", "footnote-back", &[("number", &place)]);
            self.raw(">↩");
            if count > 1 {
                self.raw("<sup>");
                self.raw(&count.to_string());
                self.raw("</sup>");
            }
            self.raw("</a>");
        }
    }
}
