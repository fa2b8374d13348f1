//! Blocks.

use crate::markdown::picture::picture;
use crate::markdown::tree::{Block, Callout, Code, Definition, Figure, Inline, Item, List, Table};
use crate::markdown::write::{html_for_others, words_of_html};

use super::{Portable, Syntax, escape};

impl Portable<'_> {
    /// Blocks, with an empty line between each and the next.
    pub(super) fn blocks(&self, blocks: &[Block<'_>]) -> String {
        self.joined(blocks, "\n\n")
    }

    fn joined(&self, blocks: &[Block<'_>], between: &str) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut is_other_mark = false;
        for (index, block) in blocks.iter().enumerate() {
            // Two lists in a row would become one.
            let follows_list = index > 0 && matches!((&blocks[index - 1], block), (Block::List(_), Block::List(_)));
            is_other_mark = follows_list && !is_other_mark;
            let part = self.block(block, is_other_mark);
            if !part.is_empty() {
                parts.push(part);
            }
        }
        parts.join(between)
    }

    fn block(&self, block: &Block<'_>, is_other_mark: bool) -> String {
        match block {
            Block::Paragraph(inlines) | Block::Plain(inlines) => self.paragraph(inlines),
            Block::Heading(position) => self.body.headings.get(*position).map_or_else(String::new, |heading| {
                let title = self.one_line(&heading.title);
                let marks = "#".repeat(usize::from(heading.level));
                if self.is_markdown() { format!("{marks} {title}") } else { title }
            }),
            Block::Quote(blocks) => prefixed(&self.blocks(blocks), "> ", "> "),
            Block::Callout(callout) => self.callout(callout),
            Block::Code(code) => self.code(code),
            Block::List(list) => self.list(list, is_other_mark),
            Block::Definitions(entries) => self.definitions(entries),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Html(html) => match self.syntax {
                Syntax::Markdown => html_for_others(html, self.resolve).trim().to_owned(),
                Syntax::Text => words_of_html(html),
            },
            Block::Rule => "* * *".to_owned(),
            Block::Shortcode(shortcode) => self.shortcode(shortcode),
        }
    }

    pub(super) fn paragraph(&self, inlines: &[Inline<'_>]) -> String {
        let text = self.inlines(inlines);
        let text = text.trim();
        // Words were escaped within their lines; the beginning of each is known only now.
        if self.is_markdown() { escape::line_begin(text) } else { text.to_owned() }
    }

    pub(super) fn callout(&self, callout: &Callout<'_>) -> String {
        let title = match callout.title.is_empty() {
            true => self.words(&self.resolve.string(&format!("callout-{}", callout.kind.name()), &[])),
            false => self.one_line(&callout.title),
        };
        let parts = [self.strong(&title), self.blocks(&callout.blocks)];
        prefixed(&parts.join("\n\n"), "> ", "> ")
    }

    fn code(&self, code: &Code<'_>) -> String {
        let text = code.text.trim_end_matches('\n');
        if !self.is_markdown() {
            return prefixed(text, "    ", "    ");
        }
        let fence = "`".repeat(escape::longest_run(text, '`').max(2) + 1);
        format!("{fence}{}\n{text}\n{fence}", code.language)
    }

    fn list(&self, list: &List<'_>, is_other_mark: bool) -> String {
        let is_loose =
            list.items.iter().any(|item| item.blocks.iter().any(|block| matches!(block, Block::Paragraph(_))));
        let between = if is_loose { "\n\n" } else { "\n" };
        let items = list.items.iter().zip(0_u64..).map(|(item, index)| {
            let mark = match (list.start, is_other_mark) {
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
                (Some(start), false) => format!("{}. ", start.saturating_add(index)),
                (Some(start), true) => format!("{}) ", start.saturating_add(index)),
            };
            prefixed(&self.item(item, between), &mark, &" ".repeat(mark.len()))
        });
        items.collect::<Vec<_>>().join(between)
    }

    fn item(&self, item: &Item<'_>, between: &str) -> String {
        let content = self.joined(&item.blocks, between);
        match (item.task, self.is_markdown()) {
            (None, _) => content,
            (Some(true), true) => format!("[x] {content}"),
            (Some(false), true) => format!("[ ] {content}"),
            (Some(true), false) => format!("☑ {content}"),
            (Some(false), false) => format!("☐ {content}"),
        }
    }

    fn definitions(&self, entries: &[Definition<'_>]) -> String {
        let parts = entries.iter().map(|entry| match entry {
            Definition::Term(inlines) => self.strong(&self.one_line(inlines)),
            Definition::Description(blocks) => prefixed(&self.blocks(blocks), "- ", "  "),
        });
        parts.collect::<Vec<_>>().join("\n\n")
    }

    fn table(&self, table: &Table<'_>) -> String {
        let row = |cells: &[Vec<Inline<'_>>]| {
            let cells: Vec<String> = cells.iter().map(|cell| self.one_line(cell)).collect();
            if self.is_markdown() { format!("| {} |", cells.join(" | ")) } else { cells.join(" | ") }
        };
        let rule = self.is_markdown().then(|| format!("|{}", " --- |".repeat(table.head.len())));
        let rows = table.rows.iter().map(|cells| row(cells));
        [row(&table.head)].into_iter().chain(rule).chain(rows).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn figure(&self, figure: &Figure<'_>) -> String {
        let picture = picture(&figure.image, self.resolve);
        let shown = self.picture(&picture);
        if shown.is_empty() {
            return shown;
        }
        let shown = match &figure.link {
            Some(link) => self.linked_to(&shown, &picture.alt, link),
            None => shown,
        };
        let caption = match figure.caption.is_empty() {
            true => html_for_others(&picture.caption, self.resolve),
            false => self.one_line(&figure.caption),
        };
        let credit = picture.credit.as_ref().map(|credit| {
            let credit = self.resolve.string("photo-credit", &[("credit", credit)]);
            escape::text(&credit)
        });
        let licence = picture
            .licence
            .as_ref()
            .map(|licence| self.linked(&escape::text(&licence.name), &licence.name, licence.url.clone()));
        let credit = credit.into_iter().chain(licence).collect::<Vec<_>>().join(" · ");
        let said = [caption, credit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        if said.is_empty() { shown } else { format!("{shown}\n\n{}", escape::line_begin(&said)) }
    }

    /// The footnotes, below everything else.
    pub(super) fn footnotes(&self) -> Vec<String> {
        let numbered = self.body.footnotes.iter().zip(1_usize..);
        let note = |(footnote, number): (&crate::markdown::tree::Footnote<'_>, usize)| {
            let content = self.blocks(&footnote.blocks);
            match self.syntax {
                Syntax::Markdown => prefixed(&content, &format!("[^{number}]: "), "    "),
                Syntax::Text => prefixed(&content, &format!("[{number}] "), "    "),
            }
        };
        let mut notes: Vec<String> = numbered.map(note).collect();
        if !notes.is_empty() && self.syntax == Syntax::Text {
            notes.insert(0, self.resolve.string("footnotes", &[]));
        }
        notes
    }
}

/// Puts something before the first line and before each other; empty lines stay empty.
pub(super) fn prefixed(text: &str, first: &str, others: &str) -> String {
    let lines = text.lines().enumerate().map(|(index, line)| {
        let prefix = if index == 0 { first } else { others };
        format!("{prefix}{line}").trim_end().to_owned()
    });
    let out: Vec<String> = lines.collect();
    if out.is_empty() { first.trim_end().to_owned() } else { out.join("\n") }
}
