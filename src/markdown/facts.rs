//! What the rest of the site must know of a body before anything is rendered.

use crate::diagnostic::Span;

use super::label;
use super::shortcode::Shortcode;
use super::tree::{Attributes, Block, Body, Definition, Figure, Image, Inline, Link, Place};

/// What linking, search and lists need of a body; owns everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// In the order of the source.
    pub headings: Vec<HeadingFact>,
    pub links: Vec<LinkFact>,
    pub images: Vec<ImageFact>,
    pub files: Vec<FileFact>,
    /// Every id that a link may lead to.
    pub anchors: Vec<String>,
    /// All words for search, one block a line; code and formulas in blocks are left out.
    pub text: String,
    /// The words of the first paragraph, for excerpts; empty when there is none.
    pub lead: String,
    pub words: usize,
    pub footnotes: usize,
    pub has_code: bool,
    pub has_math: bool,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingFact {
    /// 2 to 6.
    pub level: u8,
    pub id: String,
    /// Plain text.
    pub title: String,
    /// HTML that may stand inside of a link.
    pub title_html: String,
    pub span: Span,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkFact {
    /// As written; bare e-mail addresses as `mailto:`.
    pub target: String,
    pub span: Span,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageFact {
    /// As written.
    pub path: String,
    /// Says whether the body itself has a text for those who do not see it, or says that none is wanted.
    pub has_alt: bool,
    pub span: Span,
}

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFact {
    /// As written.
    pub path: String,
    pub span: Span,
}

struct Gatherer<'b> {
    body: &'b Body<'b>,
    facts: Facts,
}

/// Gathers the facts of a body.
pub fn facts(body: &Body<'_>) -> Facts {
    let mut facts = gathered(body);
    facts.footnotes = body.footnotes.len();
    facts.words = facts.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    facts
}

/// Gathers the text of a body alone, as it is in its facts.
pub fn text(body: &Body<'_>) -> String {
    gathered(body).text
}

fn gathered(body: &Body<'_>) -> Facts {
    let mut gatherer = Gatherer { body, facts: Facts::default() };
    gatherer.blocks(&body.blocks);
    for footnote in &body.footnotes {
        gatherer.blocks(&footnote.blocks);
    }
    let Gatherer { mut facts, .. } = gatherer;
    facts.text.truncate(facts.text.trim_end().len());
    facts
}

impl<'b> Gatherer<'b> {
    fn blocks(&mut self, blocks: &'b [Block<'b>]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'b Block<'b>) {
        match block {
            Block::Paragraph(inlines) => {
                let start = self.facts.text.len();
                self.line(inlines);
                if self.facts.lead.is_empty() {
                    self.facts.lead = self.facts.text[start..].trim().to_owned();
                }
            }
            Block::Plain(inlines) => self.line(inlines),
            Block::Heading(position) => self.heading(*position),
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Callout(callout) => {
                self.line(&callout.title);
                self.blocks(&callout.blocks);
            }
            Block::Code(_) => self.facts.has_code = true,
            Block::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
            Block::Definitions(entries) => {
                for entry in entries {
                    match entry {
                        Definition::Term(inlines) => self.line(inlines),
                        Definition::Description(blocks) => self.blocks(blocks),
                    }
                }
            }
            Block::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    self.line(cell);
                }
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Html(html) => self.html(html),
            Block::Rule => {}
            Block::Shortcode(shortcode) => self.shortcode(shortcode),
        }
    }

    fn heading(&mut self, position: usize) {
        let Some(heading) = self.body.headings.get(position) else {
            return;
        };
        self.facts.headings.push(HeadingFact {
            level: heading.level,
            id: heading.id.clone(),
            title: label::plain(&heading.title),
            title_html: label::html(&heading.title),
            span: self.span(heading.place),
        });
        self.facts.anchors.push(heading.id.clone());
        self.line(&heading.title);
    }

    /// Adds a line of text and looks into its inlines.
    fn line(&mut self, inlines: &'b [Inline<'b>]) {
        if inlines.is_empty() {
            return;
        }
        self.inlines(inlines);
        self.end_line();
    }

    fn inlines(&mut self, inlines: &'b [Inline<'b>]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.facts.text.push_str(text),
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Deleted(content) => self.inlines(content),
                Inline::Link(link) => {
                    self.link(link);
                    self.inlines(&link.content);
                }
                Inline::Image(image) => self.image(image),
                Inline::Span(span) => {
                    self.attributes(&span.0);
                    self.inlines(&span.1);
                }
                Inline::Math(math) => {
                    self.facts.has_math = true;
                    self.facts.text.push_str(&math.tex);
                }
                Inline::Html(html) => self.html(html),
                Inline::Reference(_) => {}
                Inline::SoftBreak | Inline::HardBreak => self.facts.text.push(' '),
            }
        }
    }

    fn link(&mut self, link: &Link<'_>) {
        self.attributes(&link.attributes);
        let span = self.span(link.place);
        self.facts.links.push(LinkFact { target: link.target.to_string(), span });
    }

    fn image(&mut self, image: &'b Image<'b>) {
        self.attributes(&image.attributes);
        if !image.path.is_empty() {
            let has_alt = !image.alt.is_empty() || image.attributes.alt.is_some();
            let span = self.span(image.place);
            self.facts.images.push(ImageFact { path: image.path.to_string(), has_alt, span });
        }
        label::add_plain(&image.alt, &mut self.facts.text);
    }

    fn end_line(&mut self) {
        self.facts.text.truncate(self.facts.text.trim_end().len());
        if !self.facts.text.is_empty() {
            self.facts.text.push('\n');
        }
    }

    fn figure(&mut self, figure: &'b Figure<'b>) {
        if let Some(link) = &figure.link {
            self.link(link);
        }
        self.image(&figure.image);
        self.end_line();
        self.line(&figure.caption);
    }

    fn attributes(&mut self, attributes: &Attributes) {
        self.facts.anchors.extend(attributes.id.clone());
    }

    /// Raw HTML may hold anchors.
    fn html(&mut self, html: &str) {
        for (at, _) in html.match_indices("id=") {
            let is_attribute = html[..at].ends_with(char::is_whitespace);
            let value = html[at + 3..].strip_prefix(['"', '\'']).and_then(|rest| rest.split(['"', '\'', '>']).next());
            if let Some(value) = value.filter(|value| is_attribute && !value.is_empty()) {
                self.facts.anchors.push(value.to_owned());
            }
        }
    }

    fn shortcode(&mut self, shortcode: &'b Shortcode<'b>) {
        match shortcode {
            Shortcode::Quote(quote) => {
                self.blocks(&quote.text);
                self.facts.text.push_str(&quote.speaker);
                self.facts.text.push('\n');
                if let Some(source) = &quote.source {
                    self.link(source);
                }
            }
            Shortcode::KeyFigures(figures) => {
                self.line(&figures.title);
                for item in &figures.items {
                    for word in [Some(&item.value), item.unit.as_ref()].into_iter().flatten() {
                        self.facts.text.push_str(word);
                        self.facts.text.push(' ');
                    }
                    self.line(&item.label);
                    self.inlines_of_links(&item.source);
                }
            }
            Shortcode::Figure(figure) => self.figure(figure),
            Shortcode::Gallery(gallery) => {
                self.line(&gallery.caption);
                gallery.figures.iter().for_each(|figure| self.figure(figure));
            }
            Shortcode::Video(video) => {
                self.link(&video.link);
                self.line(&video.title);
                if let Some(poster) = &video.poster {
                    self.image(poster);
                }
            }
            Shortcode::Download(download) => {
                let span = self.span(download.place);
                self.facts.files.push(FileFact { path: download.path.clone(), span });
                self.line(&download.title);
                self.line(&download.description);
            }
            Shortcode::Note(callout) => {
                self.line(&callout.title);
                self.blocks(&callout.blocks);
            }
        }
    }

    /// A source is no text of the article, but its links must hold.
    fn inlines_of_links(&mut self, inlines: &'b [Inline<'b>]) {
        let length = self.facts.text.len();
        self.inlines(inlines);
        self.facts.text.truncate(length);
    }

    fn span(&self, place: Place) -> Span {
        Span::new(&self.body.file, place.start, place.end)
    }
}
