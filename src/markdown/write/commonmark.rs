//! HTML as the CommonMark specification shows it, to test that we read Markdown as everyone does.

use crate::base::Lang;
use crate::base::SourcePath;
use crate::markdown::Dialect;
use crate::markdown::label;
use crate::markdown::read::{self, Flavour};
use crate::markdown::resolve::{FileLink, Picture, Resolve, ResolvedLink};
use crate::markdown::shortcode::Shortcode;
use crate::markdown::tree::{Attributes, Callout, Code, Figure, Heading, Image, Inline, Link, List, Math, Table};

use super::{Form, Writer};

/// The form of the specification.
struct Plain;

/// Has no site: every link and picture is what was written.
struct Nowhere;

impl Resolve for Nowhere {
    fn link(&self, target: &str) -> Option<ResolvedLink> {
        Some(ResolvedLink { href: target.to_owned(), lang: None })
    }

    fn image(&self, _path: &str) -> Option<Picture> {
        None
    }

    fn file(&self, _path: &str) -> Option<FileLink> {
        None
    }

    fn string(&self, key: &str, _arguments: &[(&str, &str)]) -> String {
        key.to_owned()
    }
}

/// Reads Markdown of a flavour and writes it as the specification does, without slashes in void
/// elements. What the specification does not know is written as its content.
///
/// # Panics
/// Never: the language and the path are constants.
pub fn commonmark(text: &str, flavour: Flavour) -> String {
    let lang: Lang = "en".parse().expect("a language");
    let file = SourcePath::new("text").expect("a path");
    let dialect = Dialect { lang, allows_html: true, has_smart_punctuation: false };
    let body = read::body(text, &file, 0, &dialect, flavour).value;
    let mut writer = Writer::new(&body, &Nowhere, Plain);
    writer.blocks(&body.blocks);
    writer.out
}

impl Form for Plain {
    fn heading(writer: &mut Writer<'_, Self>, heading: &Heading<'_>) {
        writer.element(&format!("h{}", heading.level), &heading.title);
        writer.raw("\n");
    }

    fn callout(writer: &mut Writer<'_, Self>, callout: &Callout<'_>) {
        writer.quote(&callout.blocks);
    }

    fn code(writer: &mut Writer<'_, Self>, code: &Code<'_>) {
        writer.raw("<pre><code");
        if !code.language.is_empty() {
            writer.attribute("class", &format!("language-{}", code.language));
        }
        writer.raw(">");
        writer.text(&code.text);
        writer.raw("</code></pre>\n");
    }

    fn table(writer: &mut Writer<'_, Self>, table: &Table<'_>) {
        for cell in table.head.iter().chain(table.rows.iter().flatten()) {
            writer.paragraph(cell);
        }
    }

    fn figure(writer: &mut Writer<'_, Self>, figure: &Figure<'_>) {
        writer.raw("<p>");
        let is_linked = figure.link.as_ref().is_some_and(|link| Self::open_link(writer, link));
        let title = label::plain(&figure.caption);
        writer.img(&figure.image, &title);
        if is_linked {
            writer.raw("</a>");
        }
        writer.raw("</p>\n");
    }

    fn shortcode(_writer: &mut Writer<'_, Self>, _shortcode: &Shortcode<'_>) {}

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

    fn task(writer: &mut Writer<'_, Self>, _is_done: bool, content: &[Inline<'_>]) {
        writer.inlines(content);
    }

    fn image(writer: &mut Writer<'_, Self>, image: &Image<'_>) {
        writer.img(image, &image.title);
    }

    fn open_link(writer: &mut Writer<'_, Self>, link: &Link<'_>) -> bool {
        let is_open = writer.begin_link(link);
        if is_open {
            writer.raw(">");
        }
        is_open
    }

    fn span(writer: &mut Writer<'_, Self>, _attributes: &Attributes, content: &[Inline<'_>]) {
        writer.inlines(content);
    }

    fn math(writer: &mut Writer<'_, Self>, math: &Math<'_>) {
        writer.text(&math.tex);
    }

    fn reference(_writer: &mut Writer<'_, Self>, _number: usize) {}
}

impl Writer<'_, Plain> {
    fn img(&mut self, image: &Image<'_>, title: &str) {
        let picture = self.picture(image);
        self.raw("<img");
        self.picture_attributes(&picture);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.raw(">");
    }
}
