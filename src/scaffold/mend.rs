//! Links to an article that gets another name, in every file that has them.
//!
//! **Invariant:** only the name inside of a link's target changes; the same words elsewhere stay.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::{Lang, SourcePath};
use crate::config;
use crate::document::{Document, Documents, Pin, Place, PlaceKind};
use crate::schema::Value;
use crate::site::{ArticleId, Destination, Site, leaves};
use crate::source::Sources;
use crate::yaml::{self, Edit, Kind, Node};

/// An article that gets another name.
pub(super) struct Renaming<'a> {
    pub(super) site: &'a Site,
    pub(super) article: ArticleId,
    /// The article's content path as it is.
    pub(super) key: &'a str,
    /// The last part of the content path, before and after.
    pub(super) old: &'a str,
    pub(super) new: &'a str,
}

/// The edits that mend all links, by file.
pub(super) fn mend(
    renaming: &Renaming<'_>,
    documents: &Documents,
    sources: &Sources,
) -> BTreeMap<SourcePath, Vec<Edit>> {
    let mut edits: BTreeMap<SourcePath, Vec<Edit>> = BTreeMap::new();
    for document in documents.articles.values() {
        edits.insert(document.path.clone(), renaming.document(document));
    }
    for path in documents.sidecars.keys().chain(documents.registers.keys()) {
        if let Some(text) = sources.text(path) {
            edits.insert(path.clone(), renaming.captions(path, text));
        }
    }
    // What a translation was made from has the links as they are now, or they would count as changes.
    for (path, pin) in &documents.pins {
        if let Some(text) = sources.text(path) {
            edits.insert(path.clone(), renaming.lock(path, text, pin));
        }
    }
    if let Ok(path) = SourcePath::new(config::FILE)
        && let Some(text) = sources.text(&path)
    {
        edits.insert(path.clone(), renaming.configuration(&path, text));
    }
    for source in ["templates", "themes"].iter().flat_map(|folder| sources.below(folder)) {
        if let Some(text) = source.text().filter(|_| source.path.as_str().contains("templates/")) {
            edits.insert(source.path.clone(), renaming.template(text));
        }
    }
    edits.retain(|_, edits| !edits.is_empty());
    edits
}

impl Renaming<'_> {
    /// The target with the new name; none when it leads elsewhere.
    fn mended(&self, place: &Place, target: &str) -> Option<String> {
        let leads_here = match self.site.resolve(place, target).or_else(|_| self.site.reference(place, target)) {
            Ok(Destination::Page(page, _)) => self.site.page(page).article == self.article,
            Ok(Destination::Medium(key)) => self.is_inside(&key),
            _ => self
                .site
                .medium(place, target)
                .is_some_and(|medium| medium.asset.path.below("content").is_some_and(|inside| self.is_inside(inside))),
        };
        if !leads_here {
            return None;
        }
        let (path, anchor) = target.split_at(target.find('#').unwrap_or(target.len()));
        let (scheme, path) = path.split_at(if path.starts_with("article:") { "article:".len() } else { 0 });
        let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
        // `old`, or `old.id.md`; never what only begins like it.
        let is_named =
            |part: &String| part.strip_prefix(self.old).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let part = parts.iter().rposition(is_named)?;
        parts[part] = format!("{}{}", self.new, &parts[part][self.old.len()..]);
        Some(format!("{scheme}{}{anchor}", parts.join("/")))
    }

    fn is_inside(&self, inside: &str) -> bool {
        inside.strip_prefix(self.key).is_some_and(|rest| rest.starts_with('/'))
    }

    fn document(&self, document: &Document) -> Vec<Edit> {
        let text = document.body.file();
        let place = &document.place;
        let mut edits = Edits::default();
        let facts = &document.facts;
        let links = facts.links.iter().map(|link| (&link.target, &link.span));
        let images = facts.images.iter().map(|image| (&image.path, &image.span));
        let files = facts.files.iter().map(|file| (&file.path, &file.span));
        for (target, span) in links.chain(images).chain(files) {
            if let Some(new) = self.mended(place, target)
                && !edits.within(text, span.start..span.end, target, &new)
            {
                edits.definitions(text, document.body.start, |written| (written == target).then(|| new.clone()));
            }
        }
        for value in leaves(&document.fields).chain(leaves(&document.shared.fields)) {
            let (target, span) = match value {
                Value::Reference { target, span } => (target, span),
                Value::Image { path, span } | Value::File { path, span } => (path, span),
                _ => continue,
            };
            if let Some(new) = self.mended(place, target) {
                edits.within(text, span.start..span.end, target, &new);
            }
        }
        edits.inline(text, 0..document.body.start, |target| self.mended(place, target));
        edits.0
    }

    fn lock(&self, path: &SourcePath, text: &str, pin: &Pin) -> Vec<Edit> {
        let translation = Pin::translation(path);
        let Some(place) = translation.and_then(|path| Place::of(&path, &self.site.config, &mut Vec::new())) else {
            return Vec::new();
        };
        let mended = |part: &str| {
            let mut edits = Edits::default();
            edits.inline(part, 0..part.len(), |target| self.mended(&place, target));
            edits.definitions(part, 0, |target| self.mended(&place, target));
            yaml::edited(part, &edits.0)
        };
        let new = pin.with_texts(mended);
        let is_same = new == *pin;
        let edit = || Edit { range: 0..text.len(), text: new.to_yaml() };
        if is_same { Vec::new() } else { vec![edit()] }
    }

    /// Markdown in YAML: captions of a sidecar, what is said of terms.
    fn captions(&self, path: &SourcePath, text: &str) -> Vec<Edit> {
        let folder = path.parent().and_then(|folder| folder.below("content").map(str::to_owned));
        let Some(lang) = self.site.languages().first() else { return Vec::new() };
        let place = place(folder.unwrap_or_default(), lang);
        let mut edits = Edits::default();
        edits.inline(text, 0..text.len(), |target| self.mended(&place, target));
        edits.0
    }

    /// Entries of menus, and settings of the theme that are content paths.
    fn configuration(&self, path: &SourcePath, text: &str) -> Vec<Edit> {
        let mut edits = Vec::new();
        let Some(tree) = yaml::parse(text, path, 0).value else { return edits };
        for entry in tree.entries().unwrap_or_default() {
            match entry.key.as_str() {
                "menus" => self.scalars(text, &entry.value, false, &mut edits),
                "theme" => self.scalars(text, &entry.value, true, &mut edits),
                _ => {}
            }
        }
        edits
    }

    /// Replaces scalars that are the article's content path; `is_rooted` wants the slash before it.
    fn scalars(&self, text: &str, node: &Node, is_rooted: bool, edits: &mut Vec<Edit>) {
        match &node.kind {
            Kind::Scalar { text: value, .. } => {
                if value.trim_matches('/') == self.key
                    && (value.starts_with('/') || !is_rooted)
                    && let Some(place) = text[node.span.start..node.span.end].rfind(self.old)
                {
                    let start = node.span.start + place;
                    edits.push(Edit { range: start..start + self.old.len(), text: self.new.to_owned() });
                }
            }
            Kind::List(items) => items.iter().for_each(|item| self.scalars(text, item, is_rooted, edits)),
            Kind::Mapping(entries) => {
                for entry in entries.iter().filter(|entry| is_rooted || !matches!(entry.key.as_str(), "title" | "url"))
                {
                    self.scalars(text, &entry.value, is_rooted, edits);
                }
            }
        }
    }

    /// Content paths that templates name: `link(to="/stories/x")`.
    fn template(&self, text: &str) -> Vec<Edit> {
        let mut edits = Vec::new();
        for quote in ['"', '\'', '`'] {
            let literal = format!("{quote}/{}{quote}", self.key);
            for (at, _) in text.match_indices(&literal) {
                let end = at + literal.len() - 1;
                edits.push(Edit { range: end - self.old.len()..end, text: self.new.to_owned() });
            }
        }
        edits
    }
}

/// The place of what is no document: its folder is all that paths are relative to.
fn place(key: String, lang: &Lang) -> Place {
    Place { kind: PlaceKind::Bundle, key, lang: lang.clone() }
}

/// Edits that are being collected; none twice.
#[derive(Default)]
struct Edits(Vec<Edit>);

impl Edits {
    fn add(&mut self, range: Range<usize>, text: &str) {
        let overlaps = |edit: &Edit| edit.range.start < range.end && range.start < edit.range.end;
        if !self.0.iter().any(overlaps) {
            self.0.push(Edit { range, text: text.to_owned() });
        }
    }

    /// Replaces a target inside of a link's or a value's own bytes; false when it is not there.
    fn within(&mut self, text: &str, range: Range<usize>, target: &str, new: &str) -> bool {
        let Some(part) = text.get(range.clone()) else { return false };
        let opened = ["](<", "]("].iter().find_map(|opening| {
            let at = part.rfind(&format!("{opening}{target}"))?;
            Some(at + opening.len())
        });
        if let Some(at) = opened {
            let start = range.start + at;
            self.add(start..start + target.len(), new);
            return true;
        }
        let mut is_found = false;
        for (at, _) in part.match_indices(target) {
            if is_bounded(part, at..at + target.len()) {
                is_found = true;
                self.add(range.start + at..range.start + at + target.len(), new);
            }
        }
        is_found
    }

    /// Replaces targets in the definitions of links: `[name]: ../old`.
    fn definitions(&mut self, text: &str, from: usize, mended: impl Fn(&str) -> Option<String>) {
        let mut start = from;
        for line in text.get(from..).unwrap_or_default().split_inclusive('\n') {
            let is_definition = line.trim_start().starts_with('[');
            if let Some(colon) = line.find("]:").filter(|_| is_definition) {
                let rest = &line[colon + 2..];
                let target = rest.trim_start_matches([' ', '\t', '<']);
                let place = start + colon + 2 + rest.len() - target.len();
                let target = target.split([' ', '\t', '>', '\r', '\n']).next().unwrap_or_default();
                if let Some(new) = mended(target) {
                    self.add(place..place + target.len(), &new);
                }
            }
            start += line.len();
        }
    }

    /// Replaces the targets of inline links anywhere in a part of a text.
    fn inline(&mut self, text: &str, range: Range<usize>, mended: impl Fn(&str) -> Option<String>) {
        let Some(part) = text.get(range.clone()) else { return };
        for (at, opening) in part.match_indices("](") {
            let rest = part[at + opening.len()..].trim_start_matches('<');
            let start = part.len() - part[at + opening.len()..].len() + (part[at + opening.len()..].len() - rest.len());
            let target = rest.split([')', '>', ' ', '"', '\n']).next().unwrap_or_default();
            if let Some(new) = mended(target) {
                self.add(range.start + start..range.start + start + target.len(), &new);
            }
        }
    }
}

/// Says whether a text stands by itself: no letter of a longer path is beside it.
fn is_bounded(text: &str, range: Range<usize>) -> bool {
    let is_path = |letter: char| letter.is_alphanumeric() || "/._-:#%".contains(letter);
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(is_path) && !after.is_some_and(is_path)
}
