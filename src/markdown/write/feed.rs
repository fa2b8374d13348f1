//! HTML for feeds: what every reader's filter lets through, and nothing that needs our styles.
//!
//! **Invariant:** no class, id, style, script, form or frame goes out, also not from raw HTML.

use crate::markdown::label;
use crate::markdown::resolve::{Picture, Resolve};
use crate::markdown::shortcode::{Download, KeyFigures, Quote, Shortcode, Video};
use crate::markdown::tree::{
    Attributes, Block, Body, Callout, Code, Figure, Footnote, Heading, Image, Inline, Link, List, Math, Table,
};

use super::phrases::has_credit;
use super::{Form, Writer, safe};

/// The form of feeds.
struct Feed;

/// Writes a body for a feed.
pub fn feed_html(body: &Body<'_>, resolve: &dyn Resolve) -> String {
    let mut writer = Writer::new(body, resolve, Feed);
    writer.blocks(&body.blocks);
    if !body.footnotes.is_empty() {
        writer.footnotes();
    }
    // All the rest is written by us.
    if body.has_html { safe::clean_for(&writer.out, resolve) } else { writer.out }
}

impl Form for Feed {
    fn heading(writer: &mut Writer<'_, Self>, heading: &Heading<'_>) {
        let level = heading.level.to_string();
        writer.element(&format!("h{level}"), &heading.title);
        writer.raw("\n");
    }

    fn callout(writer: &mut Writer<'_, Self>, callout: &Callout<'_>) {
        writer.raw("<blockquote>\n<p><strong>");
        if callout.title.is_empty() {
            writer.phrase(&format!("callout-{}", callout.kind.name()), &[]);
        } else {
            writer.inlines(&callout.title);
        }
        writer.raw("</strong></p>\n");
        writer.blocks(&callout.blocks);
        writer.line();
        writer.raw("</blockquote>\n");
    }

    fn code(writer: &mut Writer<'_, Self>, code: &Code<'_>) {
        writer.raw("<pre><code>");
        writer.text(&code.text);
        writer.raw("</code></pre>\n");
    }

    fn table(writer: &mut Writer<'_, Self>, table: &Table<'_>) {
        writer.raw("<table>\n<thead>\n");
        writer.row("th", &table.head);
        writer.raw("</thead>\n");
        if !table.rows.is_empty() {
            writer.raw("<tbody>\n");
            for row in &table.rows {
                writer.row("td", row);
            }
            writer.raw("</tbody>\n");
        }
        writer.raw("</table>\n");
    }

    fn figure(writer: &mut Writer<'_, Self>, figure: &Figure<'_>) {
        let picture = writer.picture(&figure.image);
        if picture.is_left_out {
            return;
        }
        writer.raw("<figure>\n<p>");
        let is_linked = figure.link.as_ref().is_some_and(|link| Self::open_link(writer, link));
        writer.img(&picture);
        if is_linked {
            writer.raw("</a>");
        }
        writer.raw("</p>\n");
        let has_caption = !figure.caption.is_empty() || !picture.caption.is_empty();
        if has_caption || has_credit(&picture) {
            writer.raw("<figcaption><p>");
            if figure.caption.is_empty() {
                // A sidecar's caption is made for pages.
                let caption = picture.caption.as_str();
                writer.raw(&if caption.contains('<') {
                    safe::clean_for(caption, writer.resolve)
                } else {
                    caption.to_owned()
                });
            } else {
                writer.inlines(&figure.caption);
            }
            if has_credit(&picture) {
                writer.raw(if has_caption { " <small>" } else { "<small>" });
                writer.credit(&picture);
                writer.raw("</small>");
            }
            writer.raw("</p></figcaption>\n");
        }
        writer.raw("</figure>\n");
    }

    fn shortcode(writer: &mut Writer<'_, Self>, shortcode: &Shortcode<'_>) {
        match shortcode {
            Shortcode::Quote(quote) => writer.quotation(quote),
            Shortcode::KeyFigures(figures) => writer.key_figures(figures),
            Shortcode::Figure(figure) => Self::figure(writer, figure),
            Shortcode::Gallery(gallery) => {
                let before = writer.out.len();
                gallery.figures.iter().for_each(|figure| Self::figure(writer, figure));
                if !gallery.caption.is_empty() && writer.out.len() > before {
                    writer.paragraph(&gallery.caption);
                }
            }
            Shortcode::Video(video) => writer.video(video),
            Shortcode::Download(download) => writer.download(download),
            Shortcode::Note(callout) => Self::callout(writer, callout),
        }
    }

    fn open_list(writer: &mut Writer<'_, Self>, list: &List<'_>) {
        match list.start {
            None => writer.raw("<ul>\n"),
            Some(1) => writer.raw("<ol>\n"),
            Some(start) => {
                writer.raw("<ol");
                writer.attribute("start", &start.to_string());
                writer.raw(">\n");
            }
        }
    }

    fn task(writer: &mut Writer<'_, Self>, is_done: bool, content: &[Inline<'_>]) {
        writer.raw(if is_done { "☑ " } else { "☐ " });
        writer.inlines(content);
    }

    fn image(writer: &mut Writer<'_, Self>, image: &Image<'_>) {
        let picture = writer.picture(image);
        writer.img(&picture);
    }

    fn open_link(writer: &mut Writer<'_, Self>, link: &Link<'_>) -> bool {
        // An anchor that is not made absolute leads nowhere in a reader.
        let is_open =
            (!link.target.starts_with('#') || writer.resolve.link(&link.target).is_some()) && writer.begin_link(link);
        if is_open {
            writer.raw(">");
        }
        is_open
    }

    fn span(writer: &mut Writer<'_, Self>, attributes: &Attributes, content: &[Inline<'_>]) {
        match &attributes.lang {
            Some(lang) => {
                writer.raw("<span");
                writer.attribute("lang", lang.as_str());
                writer.raw(">");
                writer.inlines(content);
                writer.raw("</span>");
            }
            None => writer.inlines(content),
        }
    }

    fn math(writer: &mut Writer<'_, Self>, math: &Math<'_>) {
        // Filters take MathML apart; the source can be read by everyone.
        writer.raw("<code>");
        writer.text(&math.tex);
        writer.raw("</code>");
    }

    fn reference(writer: &mut Writer<'_, Self>, number: usize) {
        writer.raw("<sup>");
        writer.raw(&number.to_string());
        writer.raw("</sup>");
    }

    fn html(writer: &mut Writer<'_, Self>, html: &str) {
        let html = safe::html_for_others(html, writer.resolve);
        writer.raw(&html);
    }

    fn tag(writer: &mut Writer<'_, Self>, html: &str) {
        writer.raw(safe::tag_for_others(html, writer.resolve));
    }
}

impl Writer<'_, Feed> {
    fn img(&mut self, picture: &Picture) {
        if picture.is_left_out {
            return;
        }
        self.raw("<img");
        self.picture_attributes(picture);
        self.raw(">");
    }

    fn row(&mut self, name: &str, cells: &[Vec<Inline<'_>>]) {
        self.raw("<tr>");
        for cell in cells {
            self.element(name, cell);
        }
        self.raw("</tr>\n");
    }

    fn quotation(&mut self, quote: &Quote<'_>) {
        self.raw("<blockquote>\n");
        self.blocks(&quote.text);
        self.line();
        self.raw("<p>— ");
        let is_linked = quote.source.as_ref().is_some_and(|source| Feed::open_link(self, source));
        self.text(&quote.speaker);
        if is_linked {
            self.raw("</a>");
        }
        for part in [&quote.role, &quote.organisation].into_iter().flatten() {
            self.raw(", ");
            self.text(part);
        }
        self.raw("</p>\n</blockquote>\n");
    }

    fn key_figures(&mut self, figures: &KeyFigures<'_>) {
        if !figures.title.is_empty() {
            self.raw("<p><strong>");
            self.inlines(&figures.title);
            self.raw("</strong></p>\n");
        }
        self.raw("<ul>\n");
        for item in &figures.items {
            self.raw("<li><strong>");
            self.text(&item.value);
            if let Some(unit) = &item.unit {
                self.raw(" ");
                self.text(unit);
            }
            self.raw("</strong> ");
            self.inlines(&item.label);
            if item.has_origin() {
                self.raw(" (");
                self.origin(item);
                self.raw(")");
            }
            self.raw("</li>\n");
        }
        self.raw("</ul>\n");
    }

    fn video(&mut self, video: &Video<'_>) {
        self.raw("<p>");
        let is_linked = Feed::open_link(self, &video.link);
        if let Some(poster) = &video.poster {
            let picture = self.picture(poster);
            if !picture.is_left_out {
                self.img(&picture);
                self.raw("<br>");
            }
        }
        self.raw(&label::html(&video.title));
        if is_linked {
            self.raw("</a>");
        }
        if let Some(duration) = &video.duration {
            self.raw(" (");
            self.text(duration);
            self.raw(")");
        }
        self.raw("</p>\n");
    }

    fn download(&mut self, download: &Download<'_>) {
        let file = self.resolve.file(&download.path);
        self.raw("<p><a");
        self.url_attribute("href", file.as_ref().map_or(&download.path, |file| &file.href));
        self.raw(">");
        if download.title.is_empty() {
            self.text(file.as_ref().map_or(&download.path, |file| &file.name));
        } else {
            self.raw(&label::html(&download.title));
        }
        self.raw("</a>");
        if let Some(file) = &file {
            self.raw(" (");
            self.file_detail(&file.extension, file.bytes);
            self.raw(")");
        }
        if !download.description.is_empty() {
            self.raw("<br>");
            self.inlines(&download.description);
        }
        self.raw("</p>\n");
    }

    fn footnotes(&mut self) {
        self.line();
        self.raw("<h2>");
        self.phrase("footnotes", &[]);
        self.raw("</h2>\n<ol>\n");
        let body = self.body;
        for footnote in &body.footnotes {
            self.footnote(footnote);
        }
        self.raw("</ol>\n");
    }

    fn footnote(&mut self, footnote: &Footnote<'_>) {
        self.raw("<li>");
        match footnote.blocks.as_slice() {
            [Block::Paragraph(inlines)] => self.inlines(inlines),
            blocks => self.blocks(blocks),
        }
        self.raw("</li>\n");
    }
}
