//! What a critical reader looks at in a body: the words of links, the texts of pictures, who
//! speaks, what stands behind a figure. Asked for by `check` alone, so builds do not pay for it.

use crate::diagnostic::Span;

use super::label;
use super::shortcode::{KeyFigures, Shortcode};
use super::tree::{Block, Body, Definition, Figure, Image, Inline, Link, Place};

/// Everything that a body gives to remark on, in the order of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks {
    pub links: Vec<LinkWords>,
    pub pictures: Vec<PictureWords>,
    pub figures: Vec<FigureWords>,
    /// Names as written.
    pub speakers: Vec<(String, Span)>,
}

/// A link and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkWords {
    pub text: String,
    pub target: String,
    pub span: Span,
}

/// A picture and what the body itself says for those who do not see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureWords {
    /// As written.
    pub path: String,
    pub alt: String,
    /// Its licence is written at it.
    pub has_licence: bool,
    pub span: Span,
}

/// A key figure and whether one can rely on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureWords {
    pub label: String,
    pub has_year: bool,
    pub has_source: bool,
    pub span: Span,
}

struct Gatherer<'b> {
    body: &'b Body<'b>,
    remarks: Remarks,
}

/// Gathers what a body gives to remark on.
pub fn remarks(body: &Body<'_>) -> Remarks {
    let mut gatherer = Gatherer { body, remarks: Remarks::default() };
    gatherer.blocks(&body.blocks);
    for footnote in &body.footnotes {
        gatherer.blocks(&footnote.blocks);
    }
    gatherer.remarks
}

impl<'b> Gatherer<'b> {
    fn blocks(&mut self, blocks: &'b [Block<'b>]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'b Block<'b>) {
        match block {
            Block::Paragraph(inlines) | Block::Plain(inlines) => self.inlines(inlines),
            Block::Heading(position) => {
                if let Some(heading) = self.body.headings.get(*position) {
                    self.inlines(&heading.title);
                }
            }
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Callout(callout) => self.blocks(&callout.blocks),
            Block::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
            Block::Definitions(entries) => {
                for entry in entries {
                    match entry {
                        Definition::Term(inlines) => self.inlines(inlines),
                        Definition::Description(blocks) => self.blocks(blocks),
                    }
                }
            }
            Block::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    self.inlines(cell);
                }
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Shortcode(shortcode) => self.shortcode(shortcode),
            Block::Code(_) | Block::Html(_) | Block::Rule => {}
        }
    }

    fn inlines(&mut self, inlines: &'b [Inline<'b>]) {
        for inline in inlines {
            match inline {
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Deleted(content) => self.inlines(content),
                Inline::Link(link) => {
                    self.link(link);
                    self.inlines(&link.content);
                }
                Inline::Image(image) => self.image(image),
                Inline::Span(span) => self.inlines(&span.1),
                _ => {}
            }
        }
    }

    fn link(&mut self, link: &'b Link<'b>) {
        if link.content.is_empty() {
            return;
        }
        let (text, target) = (label::plain(&link.content), link.target.to_string());
        let span = self.span(link.place);
        self.remarks.links.push(LinkWords { text, target, span });
    }

    fn image(&mut self, image: &'b Image<'b>) {
        let alt = image.attributes.alt.clone().unwrap_or_else(|| label::plain(&image.alt));
        let span = self.span(image.place);
        let (path, has_licence) = (image.path.to_string(), image.attributes.licence.is_some());
        self.remarks.pictures.push(PictureWords { path, alt, has_licence, span });
    }

    fn figure(&mut self, figure: &'b Figure<'b>) {
        self.image(&figure.image);
        self.inlines(&figure.caption);
    }

    fn shortcode(&mut self, shortcode: &'b Shortcode<'b>) {
        match shortcode {
            Shortcode::Quote(quote) => {
                self.blocks(&quote.text);
                let span = self.span(quote.speaker_place);
                self.remarks.speakers.push((quote.speaker.clone(), span));
            }
            Shortcode::KeyFigures(figures) => self.key_figures(figures),
            Shortcode::Figure(figure) => self.figure(figure),
            Shortcode::Gallery(gallery) => gallery.figures.iter().for_each(|figure| self.figure(figure)),
            Shortcode::Video(video) => self.inlines(&video.title),
            Shortcode::Download(download) => self.inlines(&download.description),
            Shortcode::Note(callout) => self.blocks(&callout.blocks),
        }
    }

    fn key_figures(&mut self, figures: &'b KeyFigures<'b>) {
        for item in &figures.items {
            let span = self.span(item.place);
            let label = label::plain(&item.label);
            let (has_year, has_source) = (item.year.is_some(), !item.source.is_empty());
            self.remarks.figures.push(FigureWords { label, has_year, has_source, span });
            self.inlines(&item.source);
        }
    }

    fn span(&self, place: Place) -> Span {
        Span::new(&self.body.file, place.start, place.end)
    }
}
