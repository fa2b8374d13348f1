//! Text to tree, by the events of the Markdown parser.

mod anchors;
mod attributes;
mod autolink;
mod blocks;
mod dollars;
mod footnotes;
mod inlines;
mod marks;
mod math;
mod places;
mod run;
mod search;
mod typography;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, OffsetIter, Options, Parser};

use crate::base::SourcePath;
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};

use super::Dialect;
use super::tree::{Block, Body, Heading, Inline, Place};

pub use dollars::hide as hide_currencies;
pub use places::Places;

/// Which Markdown is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// The language of publications: CommonMark, GFM and ours.
    Kabar,
    /// CommonMark and nothing else, to test against its specification.
    CommonMark,
}

/// How deep blocks and inlines may nest; what nests deeper is read into its parent.
const DEPTH_LIMIT: usize = 32;
/// How deep shortcodes may nest; those that nest deeper are read as code.
const NESTING_LIMIT: usize = 3;

/// What all texts of one body bring together.
pub(super) struct Gathered<'a> {
    pub file: SourcePath,
    pub dialect: Dialect,
    pub flavour: Flavour,
    pub diagnostics: Vec<Diagnostic>,
    headings: Vec<Heading<'a>>,
    /// Ids declared at spans, links and images.
    ids: Vec<(String, Place)>,
    footnotes: footnotes::Register<'a>,
    has_html: bool,
    /// How many texts inside of shortcodes have been read: each has its own footnotes.
    scopes: usize,
    /// How many shortcodes are open.
    nesting: usize,
}

/// Reads one text.
struct Reader<'r, 't, 'a> {
    /// As the parser sees it, see [`dollars`].
    text: &'t str,
    events: OffsetIter<'t>,
    /// An event that was read too early.
    returned: Option<(Event<'t>, Range<usize>)>,
    places: Places,
    /// Makes a part of the text live as long as the tree.
    keep: fn(CowStr<'t>) -> CowStr<'a>,
    gathered: &'r mut Gathered<'a>,
    depth: usize,
    scope: usize,
    run: run::Run,
    /// What stands before the next text, as a quotation mark would see it.
    before: char,
    /// Says whether the text begins with a guard that is still to be taken off.
    is_guarded: bool,
    /// Says whether a link or a picture's alt text is being read: neither holds links.
    is_in_link: bool,
    is_in_alt: bool,
    /// The checkbox of the list item that is being read.
    task: Option<bool>,
}

/// Reads a body.
pub fn body<'a>(
    text: &'a str,
    file: &SourcePath,
    offset: usize,
    dialect: &Dialect,
    flavour: Flavour,
) -> Checked<Body<'a>> {
    let mut gathered = Gathered::new(file, dialect, flavour);
    let places = Places::contiguous(offset, text.len());
    let hidden = if flavour == Flavour::Kabar { dollars::hide(text) } else { Cow::Borrowed(text) };
    let blocks = match &hidden {
        Cow::Borrowed(text) => Reader::new(text, places, |part| part, &mut gathered).blocks(),
        Cow::Owned(text) => Reader::new(text, places, dollars::show, &mut gathered).blocks(),
    };
    gathered.finish(blocks)
}

/// Reads one line of inline Markdown.
pub fn line(text: &str, file: &SourcePath, offset: usize, dialect: &Dialect) -> Checked<Body<'static>> {
    let mut gathered = Gathered::new(file, dialect, Flavour::Kabar);
    let start = text.len() - text.trim_start().len();
    let inlines = gathered.line(&text[start..], Places::contiguous(offset + start, text.len() - start));
    gathered.finish(vec![Block::Plain(inlines)])
}

impl<'a> Gathered<'a> {
    fn new(file: &SourcePath, dialect: &Dialect, flavour: Flavour) -> Self {
        Self {
            file: file.clone(),
            dialect: dialect.clone(),
            flavour,
            diagnostics: Vec::new(),
            headings: Vec::new(),
            ids: Vec::new(),
            footnotes: footnotes::Register::default(),
            has_html: false,
            scopes: 0,
            nesting: 0,
        }
    }

    /// Reads a text that stands inside of another as blocks.
    pub fn blocks(&mut self, text: &str, places: Places) -> Vec<Block<'a>> {
        Reader::new(&dollars::hide(text), places, dollars::show, self).blocks()
    }

    /// Reads a text as inlines, whatever block its beginning would make.
    pub fn line(&mut self, text: &str, places: Places) -> Vec<Inline<'a>> {
        // A no-break space is no blank to blocks, so nothing after it begins one, but it is a blank
        // to emphasis. Line breaks become blanks of the same length.
        let guarded = format!("{}{}", run::GUARD, text.trim_end().replace(['\n', '\r'], " "));
        let places = places.moved(run::GUARD.len_utf8());
        let hidden = dollars::hide(&guarded);
        let mut reader = Reader::new(&hidden, places, dollars::show, self);
        reader.is_guarded = true;
        let mut blocks = reader.blocks();
        match blocks.drain(..).next() {
            Some(Block::Paragraph(inlines)) => inlines,
            Some(Block::Figure(figure)) => vec![Inline::Image(Box::new(figure.image))],
            _ => Vec::new(),
        }
    }

    /// Says that something is wrong at a place.
    pub fn say(&mut self, place: Place, problem: Problem) {
        let span = Span::new(&self.file, place.start, place.end);
        self.diagnostics.push(Diagnostic::at(span, problem));
    }

    fn finish(mut self, blocks: Vec<Block<'a>>) -> Checked<Body<'a>> {
        if self.flavour == Flavour::Kabar {
            anchors::check_levels(&mut self);
        }
        anchors::assign(&mut self);
        let (footnotes, numbers) = self.footnotes.finish(&self.file, &mut self.diagnostics);
        let value = Body {
            file: self.file,
            lang: self.dialect.lang,
            blocks,
            headings: self.headings,
            footnotes,
            numbers,
            has_html: self.has_html,
        };
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.span.as_ref().map(|span| span.start));
        Checked { value, diagnostics: self.diagnostics }
    }
}

/// What publications may write beside CommonMark.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

impl<'r, 't, 'a> Reader<'r, 't, 'a> {
    fn new(text: &'t str, places: Places, keep: fn(CowStr<'t>) -> CowStr<'a>, gathered: &'r mut Gathered<'a>) -> Self {
        let options = match gathered.flavour {
            Flavour::CommonMark => Options::empty(),
            Flavour::Kabar => options(),
        };
        let scope = gathered.scopes;
        gathered.scopes += 1;
        Self {
            text,
            events: Parser::new_ext(text, options).into_offset_iter(),
            returned: None,
            places,
            keep,
            gathered,
            depth: 0,
            scope,
            run: run::Run::default(),
            before: ' ',
            is_guarded: false,
            is_in_link: false,
            is_in_alt: false,
            task: None,
        }
    }

    fn next(&mut self) -> Option<(Event<'t>, Range<usize>)> {
        self.returned.take().or_else(|| self.events.next())
    }

    fn keep(&self, text: CowStr<'t>) -> CowStr<'a> {
        (self.keep)(text)
    }

    fn say(&mut self, range: Range<usize>, problem: Problem) {
        let place = self.places.place(range);
        self.gathered.say(place, problem);
    }

    fn is_kabar(&self) -> bool {
        self.gathered.flavour == Flavour::Kabar
    }
}
