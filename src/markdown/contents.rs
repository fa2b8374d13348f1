//! The table of contents: headings of levels 2 to 4, nested.

use super::facts::HeadingFact;

/// One line of a table of contents and the lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// 2 to 4.
    pub level: u8,
    pub id: String,
    /// Plain text.
    pub title: String,
    /// HTML that may stand inside of a link.
    pub title_html: String,
    pub children: Vec<Entry>,
}

/// Nests headings; one that skips a level stands below the nearest higher one.
pub fn contents(headings: &[HeadingFact]) -> Vec<Entry> {
    let mut root: Vec<Entry> = Vec::new();
    for heading in headings.iter().filter(|heading| (2..=4).contains(&heading.level)) {
        let mut siblings = &mut root;
        while siblings.last().is_some_and(|last| last.level < heading.level) {
            let last = siblings.len() - 1;
            siblings = &mut siblings[last].children;
        }
        siblings.push(Entry {
            level: heading.level,
            id: heading.id.clone(),
            title: heading.title.clone(),
            title_html: heading.title_html.clone(),
            children: Vec::new(),
        });
    }
    root
}
