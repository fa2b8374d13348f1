//! What a file's path says: which article or section it is, and in which language.

use crate::base::{Lang, SourcePath};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};

/// The place of a file in the publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub kind: PlaceKind,
    /// The content path without language: `event-reports/2026-06-bangkit-jakarta`; empty for home.
    pub key: String,
    pub lang: Lang,
}

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// `_section.<lang>.md`: a section's own text.
    Section,
    /// `<name>/index.<lang>.md`: an article with its media beside it.
    Bundle,
    /// `<name>.<lang>.md`: an article in one file.
    Single,
}

impl Place {
    /// Reads a path of a Markdown file in `content/`.
    ///
    /// None with a diagnostic when the name does not say a declared language.
    pub fn of(path: &SourcePath, config: &Config, out: &mut Vec<Diagnostic>) -> Option<Self> {
        let inside = path.below("content")?;
        let stem = path.stem();
        let languages = || config.languages.iter().map(|language| language.lang.as_str());
        let Some((name, tag)) = stem.rsplit_once('.') else {
            let problem = Problem::FileWithoutLanguage {
                name: path.file_name().to_owned(),
                languages: languages().collect::<Vec<_>>().join(", "),
            };
            out.push(Diagnostic::at(Span::whole(path), problem));
            return None;
        };
        let declared = config.languages.iter().find(|language| language.lang.as_str() == tag.to_ascii_lowercase());
        let Some(language) = declared else {
            let problem = Problem::UndeclaredLanguage { lang: tag.to_owned(), nearest: nearest(tag, languages()) };
            out.push(Diagnostic::at(Span::whole(path), problem));
            return None;
        };
        let folder = inside.rsplit_once('/').map_or("", |(folder, _)| folder);
        let (kind, key) = match name {
            "_section" => (PlaceKind::Section, folder.to_owned()),
            "index" if !folder.is_empty() => (PlaceKind::Bundle, folder.to_owned()),
            name if folder.is_empty() => (PlaceKind::Single, name.to_owned()),
            name => (PlaceKind::Single, format!("{folder}/{name}")),
        };
        Some(Self { kind, key, lang: language.lang.clone() })
    }

    /// The place of the home page's own text: where paths start that no file has written.
    pub fn home(lang: &Lang) -> Self {
        Self { kind: PlaceKind::Section, key: String::new(), lang: lang.clone() }
    }

    /// The folder, below `content/`, that the paths in this file are relative to.
    pub fn folder(&self) -> &str {
        match self.kind {
            PlaceKind::Section | PlaceKind::Bundle => &self.key,
            PlaceKind::Single => self.section(),
        }
    }

    /// The key of the section that this file belongs to; empty for home.
    pub fn section(&self) -> &str {
        match self.kind {
            PlaceKind::Section => &self.key,
            PlaceKind::Bundle | PlaceKind::Single => self.key.rsplit_once('/').map_or("", |(folder, _)| folder),
        }
    }

    /// The last part of the key: the article's name.
    pub fn name(&self) -> &str {
        self.key.rsplit('/').next().unwrap_or(&self.key)
    }
}
