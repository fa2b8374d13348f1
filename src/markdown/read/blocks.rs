//! What stands below one another.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd};

use crate::diagnostic::Problem;
use crate::markdown::tree::{
    Alignment, Attributes, Block, Callout, CalloutKind, Code, Definition, Figure, Heading, Image, Inline, Item, Link,
    List, Table,
};
use crate::markdown::{highlight, label, shortcode};

use super::{DEPTH_LIMIT, NESTING_LIMIT, Places, Reader, attributes};

/// A text that the parser gives in pieces.
struct Verbatim<'t> {
    text: CowStr<'t>,
    /// Where it stands in the file.
    places: Places,
}

/// What `{…}` says at a heading.
struct Declared<'t> {
    id: Option<CowStr<'t>>,
    classes: Vec<CowStr<'t>>,
    others: Vec<(CowStr<'t>, Option<CowStr<'t>>)>,
}

impl<'t, 'a> Reader<'_, 't, 'a> {
    /// Reads blocks and the event that ends what holds them.
    pub fn blocks(&mut self) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        // Containers that nest too deep, whose content is read as if they were not there.
        let mut flattened = 0;
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(tag) if self.depth >= DEPTH_LIMIT && is_container(&tag) => flattened += 1,
                Event::Start(tag) if is_block(&tag) => {
                    self.depth += 1;
                    self.before = ' ';
                    self.block(tag, range, &mut blocks);
                    self.depth -= 1;
                }
                Event::End(_) if flattened > 0 => flattened -= 1,
                Event::End(_) => break,
                Event::Rule => blocks.push(Block::Rule),
                event => {
                    self.returned = Some((event, range));
                    self.before = ' ';
                    let inlines = self.inlines();
                    if !inlines.is_empty() {
                        blocks.push(Block::Plain(inlines));
                    }
                }
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'t>, range: Range<usize>, blocks: &mut Vec<Block<'a>>) {
        let block = match tag {
            Tag::Paragraph => return blocks.extend(self.paragraph()),
            Tag::Heading { level, id, classes, attrs } => {
                let declared = Declared { id, classes, others: attrs };
                self.heading(level, declared, range)
            }
            Tag::BlockQuote(None) => Block::Quote(self.blocks()),
            Tag::BlockQuote(Some(kind)) => {
                let kind = callout_kind(kind);
                Block::Callout(Callout { kind, title: Vec::new(), blocks: self.blocks() })
            }
            Tag::CodeBlock(kind) => return blocks.extend(self.code(kind, range)),
            Tag::HtmlBlock => {
                let html = self.verbatim();
                let is_admitted = self.admits_html(&html.text, range);
                return blocks.extend(is_admitted.then(|| Block::Html(self.keep(html.text))));
            }
            Tag::List(start) => self.list(start),
            Tag::FootnoteDefinition(label) => {
                let outer = self.gathered.footnotes.open();
                let content = self.blocks();
                let place = self.places.place(range);
                let scope = self.scope;
                return self.gathered.footnotes.define(scope, &label, content, place, outer);
            }
            Tag::DefinitionList => self.definitions(),
            Tag::Table(alignments) => self.table(&alignments),
            // Items, rows and cells stand only inside of the above; metadata is not switched on.
            _ => return blocks.extend(self.blocks()),
        };
        blocks.push(block);
    }

    fn paragraph(&mut self) -> Option<Block<'a>> {
        let mut inlines = self.inlines_to_end();
        if self.is_kabar() && inlines.len() == 1 {
            match inlines.pop() {
                Some(Inline::Image(image)) => return Some(self.figure(*image, None)),
                Some(Inline::Link(mut link)) => {
                    if let [Inline::Image(_)] = link.content.as_slice()
                        && let Some(Inline::Image(image)) = link.content.pop()
                    {
                        return Some(self.figure(*image, Some(*link)));
                    }
                    inlines.push(Inline::Link(link));
                }
                last => inlines.extend(last),
            }
        }
        (!inlines.is_empty()).then_some(Block::Paragraph(inlines))
    }

    /// A picture that is alone in its paragraph stands for itself; its title is the caption.
    fn figure(&mut self, mut image: Image<'a>, link: Option<Link<'a>>) -> Block<'a> {
        let title = std::mem::replace(&mut image.title, "".into());
        let caption = if title.is_empty() {
            Vec::new()
        } else {
            let places = Places::within(image.place.start..image.place.end);
            self.gathered.line(&title, places)
        };
        Block::Figure(Box::new(Figure { image, caption, link }))
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        Declared { id, classes, others }: Declared<'t>,
        range: Range<usize>,
    ) -> Block<'a> {
        let title = self.inlines_to_end();
        let mut attributes = Attributes::default();
        let mut wrong = Vec::new();
        for (key, value) in others {
            if !attributes.set(&key, value.as_deref().unwrap_or("\"")) {
                wrong.push(value.map_or(key.to_string(), |value| format!("{key}={value}")));
            }
        }
        for name in id.iter().chain(&classes).filter(|name| !attributes::is_name(name)) {
            wrong.push(name.to_string());
        }
        if wrong.is_empty() {
            attributes.id = id.map(|id| id.to_string());
            attributes.classes = classes.iter().map(ToString::to_string).collect();
        }
        let place = self.places.place(range.start..range.start + self.text[range].trim_end().len());
        for text in wrong {
            self.gathered.say(place, Problem::Attributes { text });
        }
        let level = level as u8;
        if level == 1 && self.is_kabar() {
            self.gathered.say(place, Problem::FirstLevelHeading { title: label::plain(&title) });
        }
        let level = if self.is_kabar() { level.max(2) } else { level };
        self.gathered.headings.push(Heading { level, id: String::new(), attributes, title, place });
        Block::Heading(self.gathered.headings.len() - 1)
    }

    fn code(&mut self, kind: CodeBlockKind<'t>, range: Range<usize>) -> Option<Block<'a>> {
        let content = self.verbatim();
        let CodeBlockKind::Fenced(info) = kind else {
            return Some(Block::Code(Box::new(Code { language: "".into(), text: self.keep(content.text) })));
        };
        let first_line = self.text[range.clone()].lines().next().unwrap_or_default();
        let info_start = range.start + first_line.find(&*info).unwrap_or(0);
        let info_range = info_start..(info_start + info.len()).min(range.end.max(info_start));
        if let Some(name) = shortcode::name(&info)
            && self.is_kabar()
            && self.gathered.nesting < NESTING_LIMIT
        {
            let place = self.places.place(info_range);
            let text = content.text.replace(super::dollars::HIDDEN, "$");
            self.gathered.nesting += 1;
            let shortcode = shortcode::read(name, &text, content.places, place, self.gathered);
            self.gathered.nesting -= 1;
            return shortcode.map(|shortcode| Block::Shortcode(Box::new(shortcode)));
        }
        let word = info.split([' ', '\t', ',']).next().unwrap_or_default().to_owned();
        if self.is_kabar()
            && let Err(nearest) = highlight::check(&word)
        {
            self.say(info_range, Problem::UnknownCodeLanguage { name: word.clone(), nearest });
        }
        Some(Block::Code(Box::new(Code { language: word.into(), text: self.keep(content.text) })))
    }

    /// Reads text as it stands, up to the event that ends it.
    fn verbatim(&mut self) -> Verbatim<'t> {
        let mut places: Option<Places> = None;
        let mut range = 0..0;
        let mut copied: Option<String> = None;
        while let Some((event, piece_range)) = self.next() {
            let (Event::Text(piece) | Event::Html(piece) | Event::InlineHtml(piece)) = event else {
                if matches!(event, Event::End(_)) {
                    break;
                }
                continue;
            };
            let start = self.places.place(piece_range.clone()).start;
            let is_next = piece.len() == piece_range.len() && (places.is_none() || piece_range.start == range.end);
            match &mut places {
                Some(_) if is_next && copied.is_none() => range.end = piece_range.end,
                Some(places) => {
                    let text = copied.get_or_insert_with(|| self.text[range.clone()].to_owned());
                    places.part(text.len(), start);
                    text.push_str(&piece);
                }
                None => {
                    places = Some(self.places.from(piece_range.start));
                    if !is_next {
                        copied = Some(piece.to_string());
                    }
                    range = piece_range;
                }
            }
        }
        let text = copied.map_or_else(|| self.text[range].into(), CowStr::from);
        Verbatim { text, places: places.unwrap_or_else(|| Places::within(0..0)) }
    }

    fn list(&mut self, start: Option<u64>) -> Block<'a> {
        let outer = self.task.take();
        let mut items = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let blocks = self.blocks();
                    items.push(Item { task: self.task.take(), blocks });
                }
                Event::End(TagEnd::List(_)) => break,
                event => {
                    self.returned = Some((event, range));
                    let blocks = self.blocks();
                    items.push(Item { task: None, blocks });
                    break;
                }
            }
        }
        self.task = outer;
        Block::List(List { start, items })
    }

    fn definitions(&mut self) -> Block<'a> {
        let mut entries = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => entries.push(Definition::Term(self.inlines_to_end())),
                Event::Start(Tag::DefinitionListDefinition) => entries.push(Definition::Description(self.blocks())),
                _ => break,
            }
        }
        Block::Definitions(entries)
    }

    fn table(&mut self, alignments: &[pulldown_cmark::Alignment]) -> Block<'a> {
        let mut table =
            Table { alignments: alignments.iter().map(alignment).collect(), head: Vec::new(), rows: Vec::new() };
        let mut row = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    self.before = ' ';
                    row.push(self.inlines_to_end());
                }
                Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table(Box::new(table))
    }
}

fn alignment(alignment: &pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

fn callout_kind(kind: BlockQuoteKind) -> CalloutKind {
    match kind {
        BlockQuoteKind::Note => CalloutKind::Note,
        BlockQuoteKind::Tip => CalloutKind::Tip,
        BlockQuoteKind::Important => CalloutKind::Important,
        BlockQuoteKind::Warning => CalloutKind::Warning,
        BlockQuoteKind::Caution => CalloutKind::Caution,
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// Says whether the tag may hold blocks of any kind.
fn is_container(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
    )
}
