//! What stands in a line.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::diagnostic::Problem;
use crate::markdown::target;
use crate::markdown::tree::{Attributes, Image, Inline, Link, Math};

use super::run::Line;
use super::{DEPTH_LIMIT, Reader, math};

impl<'t, 'a> Reader<'_, 't, 'a> {
    /// Reads inlines up to the end of what holds them, and leaves that event to the caller.
    pub fn inlines(&mut self) -> Vec<Inline<'a>> {
        let mut line = Line::default();
        // Inlines that nest too deep, whose content is read as if they were not there.
        let mut flattened = 0;
        while let Some((event, range)) = self.next() {
            if let Event::Text(text) = event {
                self.run.push(&text, range, self.text);
                continue;
            }
            self.flush(&mut line, sight(&event));
            match event {
                Event::Start(tag) if is_inline(&tag) => {
                    if self.depth >= DEPTH_LIMIT {
                        flattened += 1;
                        continue;
                    }
                    self.depth += 1;
                    self.start_inline(tag, range, &mut line);
                    self.depth -= 1;
                }
                Event::End(end) if flattened > 0 && is_inline_end(end) => flattened -= 1,
                event if is_leaf(&event) => self.leaf(event, range, &mut line),
                event => {
                    self.returned = Some((event, range));
                    break;
                }
            }
        }
        self.flush(&mut line, ' ');
        line.inlines
    }

    /// Reads inlines and the event that ends what holds them.
    pub fn inlines_to_end(&mut self) -> Vec<Inline<'a>> {
        let inlines = self.inlines();
        self.next();
        inlines
    }

    fn start_inline(&mut self, tag: Tag<'t>, range: Range<usize>, line: &mut Line<'a>) {
        let inline = match tag {
            Tag::Emphasis => Inline::Emphasis(self.inlines_to_end()),
            Tag::Strong => Inline::Strong(self.inlines_to_end()),
            Tag::Strikethrough => Inline::Deleted(self.inlines_to_end()),
            Tag::Link { link_type, dest_url, title, .. } => {
                let is_email = link_type == LinkType::Email;
                let target = if is_email { format!("mailto:{dest_url}").into() } else { self.keep(dest_url) };
                return self.link(target, title, range, line);
            }
            Tag::Image { dest_url, title, .. } => self.image(dest_url, title, range),
            // Superscript and subscript are not switched on.
            _ => return line.inlines.extend(self.inlines_to_end()),
        };
        line.inlines.push(inline);
    }

    fn link(&mut self, target: CowStr<'a>, title: CowStr<'t>, range: Range<usize>, line: &mut Line<'a>) {
        let was_in_link = std::mem::replace(&mut self.is_in_link, true);
        let content = self.inlines_to_end();
        self.is_in_link = was_in_link;
        if self.refuses(&target, false, &range) {
            return line.inlines.extend(content);
        }
        let place = self.places.place(range);
        let title = self.keep(title);
        let link = Link { target, title, attributes: Attributes::default(), content, place };
        line.inlines.push(Inline::Link(Box::new(link)));
    }

    fn image(&mut self, path: CowStr<'t>, title: CowStr<'t>, range: Range<usize>) -> Inline<'a> {
        let was_in_link = std::mem::replace(&mut self.is_in_link, true);
        let was_in_alt = std::mem::replace(&mut self.is_in_alt, true);
        let alt = self.inlines_to_end();
        self.is_in_link = was_in_link;
        self.is_in_alt = was_in_alt;
        self.before = 'x';
        let is_refused = self.refuses(&path, true, &range);
        let path = if is_refused { "".into() } else { self.keep(path) };
        let place = self.places.place(range);
        let title = self.keep(title);
        Inline::Image(Box::new(Image { path, title, alt, attributes: Attributes::default(), place }))
    }

    /// Says whether a target runs code, and reports it.
    fn refuses(&mut self, target: &str, is_image: bool, range: &Range<usize>) -> bool {
        let is_unsafe = self.is_kabar() && target::runs_code(target, is_image);
        if is_unsafe {
            self.say(range.clone(), Problem::UnsafeUrl { value: target.to_owned() });
        }
        is_unsafe
    }

    fn leaf(&mut self, event: Event<'t>, range: Range<usize>, line: &mut Line<'a>) {
        self.before = match event {
            Event::SoftBreak | Event::HardBreak => ' ',
            Event::InlineHtml(_) | Event::TaskListMarker(_) => self.before,
            _ => 'x',
        };
        let inline = match event {
            Event::Code(text) => Inline::Code(self.keep(text)),
            Event::InlineMath(tex) => self.math(tex, false, range),
            Event::DisplayMath(tex) => self.math(tex, true, range),
            Event::InlineHtml(html) => {
                if !self.admits_html(&html, range) {
                    return;
                }
                Inline::Html(self.keep(html))
            }
            Event::FootnoteReference(label) => {
                // An alt text is read out, it leads nowhere.
                if self.is_in_alt {
                    return;
                }
                Inline::Reference(self.gathered.footnotes.refer(self.scope, &label))
            }
            Event::SoftBreak => Inline::SoftBreak,
            Event::HardBreak => Inline::HardBreak,
            Event::TaskListMarker(is_done) => {
                self.task = Some(is_done);
                return;
            }
            _ => return,
        };
        line.inlines.push(inline);
    }

    fn math(&mut self, tex: CowStr<'t>, is_block: bool, range: Range<usize>) -> Inline<'a> {
        let mathml = match math::set(&tex, is_block) {
            Ok(mathml) => Some(mathml),
            Err(fault) => {
                let sign = if is_block { 2 } else { 1 };
                // Inside of quotations the formula is not what stands in the file, byte by byte.
                let is_as_written = self.text.get(range.start + sign..range.end - sign) == Some(&*tex);
                let start = range.start + sign;
                let place = if is_as_written { start + fault.range.start..start + fault.range.end } else { range };
                self.say(place, Problem::Math { reason: fault.reason });
                None
            }
        };
        Inline::Math(Box::new(Math { tex: self.keep(tex), mathml }))
    }

    /// Says whether a piece of raw HTML goes into the tree; reports it when it must not stand there.
    pub fn admits_html(&mut self, html: &str, range: Range<usize>) -> bool {
        if !self.is_kabar() {
            return true;
        }
        let html = html.trim();
        // A comment is a note of the editors: it is never published, and never wrong.
        let is_comment = html.strip_prefix("<!--").is_some_and(|rest| rest.find("-->") == rest.len().checked_sub(3));
        if is_comment {
            return false;
        }
        if !self.gathered.dialect.allows_html {
            // One report for an element is enough.
            if !html.starts_with("</") {
                self.say(range, Problem::RawHtml {});
            }
            return false;
        }
        self.gathered.has_html = true;
        true
    }
}

/// What a quotation mark before this event would see after itself.
fn sight(event: &Event<'_>) -> char {
    match event {
        Event::Start(_)
        | Event::Code(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::FootnoteReference(_) => 'x',
        _ => ' ',
    }
}

fn is_leaf(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::TaskListMarker(_)
    )
}

fn is_inline(tag: &Tag<'_>) -> bool {
    is_inline_end(tag.to_end())
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
