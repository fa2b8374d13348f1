//! The tree of a body: blocks, inlines, and what stands outside of their order.

use pulldown_cmark::CowStr;

use crate::base::{Lang, SourcePath};

use super::shortcode::Shortcode;

/// A body, or one rich text, as it was understood.
#[derive(Debug, Clone)]
pub struct Body<'a> {
    pub(super) file: SourcePath,
    pub(super) lang: Lang,
    pub(super) blocks: Vec<Block<'a>>,
    /// In the order of the source; a block names its heading by position.
    pub(super) headings: Vec<Heading<'a>>,
    /// Those that are referred to, in the order of their numbers.
    pub(super) footnotes: Vec<Footnote<'a>>,
    /// The number of each footnote by its key in a reference; none when it is not defined.
    pub(super) numbers: Vec<Option<usize>>,
    pub(super) has_html: bool,
}

/// What stands below one another.
#[derive(Debug, Clone)]
pub(super) enum Block<'a> {
    Paragraph(Vec<Inline<'a>>),
    /// Text without a paragraph of its own: in tight lists, terms of definitions, table cells.
    Plain(Vec<Inline<'a>>),
    Heading(usize),
    Quote(Vec<Block<'a>>),
    Callout(Callout<'a>),
    Code(Box<Code<'a>>),
    List(List<'a>),
    Definitions(Vec<Definition<'a>>),
    Table(Box<Table<'a>>),
    Figure(Box<Figure<'a>>),
    Html(CowStr<'a>),
    Rule,
    Shortcode(Box<Shortcode<'a>>),
}

/// What stands in a line.
#[derive(Debug, Clone)]
pub(super) enum Inline<'a> {
    Text(CowStr<'a>),
    Code(CowStr<'a>),
    Emphasis(Vec<Inline<'a>>),
    Strong(Vec<Inline<'a>>),
    Deleted(Vec<Inline<'a>>),
    Link(Box<Link<'a>>),
    Image(Box<Image<'a>>),
    Span(Box<(Attributes, Vec<Inline<'a>>)>),
    Math(Box<Math<'a>>),
    Html(CowStr<'a>),
    /// The key of a footnote, see [`Body::numbers`].
    Reference(usize),
    SoftBreak,
    HardBreak,
}

#[derive(Debug, Clone)]
pub(super) struct Heading<'a> {
    /// 2 to 6.
    pub level: u8,
    pub id: String,
    pub attributes: Attributes,
    pub title: Vec<Inline<'a>>,
    pub place: Place,
}

#[derive(Debug, Clone)]
pub(super) struct Footnote<'a> {
    pub blocks: Vec<Block<'a>>,
    /// How often it is referred to; at least once.
    pub references: usize,
}

/// The kinds of callouts, which are also the names of their classes and strings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CalloutKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

#[derive(Debug, Clone)]
pub(super) struct Callout<'a> {
    pub kind: CalloutKind,
    /// The kind's own name when empty.
    pub title: Vec<Inline<'a>>,
    pub blocks: Vec<Block<'a>>,
}

#[derive(Debug, Clone)]
pub(super) struct Code<'a> {
    /// The first word of the info string; empty when there is none.
    pub language: CowStr<'a>,
    pub text: CowStr<'a>,
}

#[derive(Debug, Clone)]
pub(super) struct List<'a> {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    pub items: Vec<Item<'a>>,
}

#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    /// Done or not, for an item of a task list.
    pub task: Option<bool>,
    pub blocks: Vec<Block<'a>>,
}

#[derive(Debug, Clone)]
pub(super) enum Definition<'a> {
    Term(Vec<Inline<'a>>),
    Description(Vec<Block<'a>>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alignment {
    Start,
    Center,
    Right,
}

#[derive(Debug, Clone)]
pub(super) struct Table<'a> {
    pub alignments: Vec<Alignment>,
    pub head: Vec<Vec<Inline<'a>>>,
    pub rows: Vec<Vec<Vec<Inline<'a>>>>,
}

/// A picture that stands for itself, with what is said about it.
#[derive(Debug, Clone)]
pub(super) struct Figure<'a> {
    pub image: Image<'a>,
    /// The sidecar's caption when empty.
    pub caption: Vec<Inline<'a>>,
    /// Where the picture leads.
    pub link: Option<Link<'a>>,
}

#[derive(Debug, Clone)]
pub(super) struct Link<'a> {
    /// As written; never a URL that runs code.
    pub target: CowStr<'a>,
    pub title: CowStr<'a>,
    pub attributes: Attributes,
    pub content: Vec<Inline<'a>>,
    pub place: Place,
}

#[derive(Debug, Clone)]
pub(super) struct Image<'a> {
    /// As written; never a URL that runs code.
    pub path: CowStr<'a>,
    pub title: CowStr<'a>,
    pub alt: Vec<Inline<'a>>,
    pub attributes: Attributes,
    pub place: Place,
}

#[derive(Debug, Clone)]
pub(super) struct Math<'a> {
    pub tex: CowStr<'a>,
    /// None when the formula cannot be set.
    pub mathml: Option<String>,
}

/// What `{…}` says of an image, a span, a link or a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    pub id: Option<String>,
    pub classes: Vec<String>,
    pub lang: Option<Lang>,
    pub credit: Option<String>,
    pub licence: Option<String>,
    pub alt: Option<String>,
}

/// Bytes of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub start: usize,
    pub end: usize,
}

impl CalloutKind {
    pub const ALL: [Self; 5] = [Self::Note, Self::Tip, Self::Important, Self::Warning, Self::Caution];

    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

impl Attributes {
    /// Says whether an element must carry them.
    pub fn is_seen(&self) -> bool {
        self.id.is_some() || self.lang.is_some() || !self.classes.is_empty()
    }
}
