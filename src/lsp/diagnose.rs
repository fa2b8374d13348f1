//! What is wrong with a text as it stands in an editor, before the publication has been linked
//! with it.

use lsp_types::{Diagnostic as Told, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Uri};

use crate::base::SourcePath;
use crate::config;
use crate::diagnostic::{Catalogue, Diagnostic, Problem, Severity, Span};
use crate::site::Site;
use crate::source::Content;

use super::address;
use super::file::File;
use super::here::parsed;
use super::text::{Encoding, Text, moved};
use super::view::View;

/// Says what is wrong with a text of a publication. What only linking finds is taken from the
/// last view, moved to where it stands now.
pub(super) fn of_text(view: &View, path: &SourcePath, text: &str) -> Vec<Diagnostic> {
    let known = view.diagnostics.get(path).map(Vec::as_slice).unwrap_or_default();
    let linked = view.sources.text(path).unwrap_or_default();
    if linked == text {
        return known.to_vec();
    }
    let mut out = alone(view, path, text);
    // What the linked text has by itself is told anew; the rest stands until it is linked again.
    let own = alone(view, path, linked);
    let is_own = |diagnostic: &&Diagnostic| {
        own.iter().any(|own| own.span == diagnostic.span && own.problem == diagnostic.problem)
    };
    let is_cut_off = out.iter().any(|found| matches!(found.problem, Problem::YamlSyntax { .. }));
    for diagnostic in known.iter().filter(|diagnostic| !is_own(diagnostic)) {
        // What follows from text that cannot be read is not known now.
        if is_cut_off && matches!(view.file(path), File::Config) {
            continue;
        }
        let Some(span) = &diagnostic.span else { continue };
        if let Some(bytes) = moved(linked, text, span.start..span.end) {
            let mut diagnostic = diagnostic.clone();
            diagnostic.span = Some(Span::new(path, bytes.start, bytes.end));
            out.push(diagnostic);
        }
    }
    out.sort_by(|one, other| one.span.cmp(&other.span));
    out
}

/// Says what is wrong with a text by itself, and with what it refers to in the last good site.
fn alone(view: &View, path: &SourcePath, text: &str) -> Vec<Diagnostic> {
    if path.as_str() == config::FILE {
        return config::read(text, path).diagnostics;
    }
    let Some(site) = &view.site else { return Vec::new() };
    if path.below("content").is_none() && path.below("data").is_none() {
        return Vec::new();
    }
    let documents = parsed(path, text, &site.config);
    let mut out: Vec<Diagnostic> = documents.told().cloned().collect();
    if let Some(document) = documents.articles.values().next() {
        out.extend(site.references_of(document).into_iter().filter(|found| is_true(view, site, path, found)));
    }
    site.config.lints.apply(out)
}

/// Files of an article that is not published are not in the site, though they are there.
fn is_true(view: &View, site: &Site, path: &SourcePath, found: &Diagnostic) -> bool {
    let is_published = site.pages.iter().any(|page| page.document.path == *path);
    match &found.problem {
        Problem::MissingFile { target, .. } if !is_published => !is_there(view, path, target),
        _ => true,
    }
}

fn is_there(view: &View, path: &SourcePath, target: &str) -> bool {
    let folder = path.parent().map(|folder| folder.to_string()).unwrap_or_default();
    let wanted = SourcePath::new(&folder).and_then(|folder| folder.resolve(target));
    let Ok(wanted) = wanted else { return false };
    let plain = |path: &str| {
        let (stem, extension) = path.rsplit_once('.')?;
        let (stem, _) = stem.rsplit_once('.')?;
        Some(format!("{stem}.{extension}"))
    };
    let mut media = view.sources.below(&folder).filter(|source| !matches!(source.content, Content::Text(_)));
    media.any(|source| {
        let name = source.path.as_str();
        name == wanted.as_str() || plain(name).as_deref() == Some(wanted.as_str())
    })
}

/// How diagnostics are told to an editing program.
pub(super) struct Teller<'a> {
    pub(super) view: &'a View,
    pub(super) catalogue: &'a Catalogue,
    pub(super) encoding: Encoding,
    /// The address of a file as the editing program knows it, and its text, when it is open.
    pub(super) open: &'a dyn Fn(&SourcePath) -> Option<(Uri, Text)>,
}

impl Teller<'_> {
    /// Tells a diagnostic of a text.
    pub(super) fn tell(&self, diagnostic: &Diagnostic, text: &Text) -> Told {
        let message = self.catalogue.message(&diagnostic.problem);
        let what = [Some(message.what), message.suggestion].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let bytes = diagnostic.span.as_ref().map_or(0..0, |span| span.start..span.end);
        let related: Vec<_> = diagnostic.related.iter().filter_map(|span| self.related(span)).collect();
        Told {
            range: text.range(seen(text, bytes), self.encoding),
            severity: Some(match diagnostic.severity {
                Severity::Error => DiagnosticSeverity::ERROR,
                Severity::Warning => DiagnosticSeverity::WARNING,
                Severity::Hint => DiagnosticSeverity::HINT,
            }),
            code: Some(NumberOrString::String(diagnostic.problem.code().to_owned())),
            source: Some("kabar".to_owned()),
            message: what,
            related_information: (!related.is_empty()).then_some(related),
            ..Told::default()
        }
    }

    fn related(&self, span: &Span) -> Option<DiagnosticRelatedInformation> {
        let (uri, text) = self.file(&span.file)?;
        let range = text.range(span.start..span.end, self.encoding);
        let message = self.catalogue.phrase("lsp-see-also", &[("file", span.file.as_str())]);
        Some(DiagnosticRelatedInformation { location: Location { uri, range }, message })
    }

    /// The address and the text of a file; none for what the program carries in itself.
    pub(super) fn file(&self, path: &SourcePath) -> Option<(Uri, Text)> {
        (self.open)(path).or_else(|| {
            let text = self.view.sources.text(path);
            if text.is_none() && crate::theme::embedded_text(path).is_some() {
                return None;
            }
            let uri = address::of_place(&path.to_os(&self.view.root))?;
            Some((uri, Text::new(text.unwrap_or_default().into())))
        })
    }
}

/// A place of no length cannot be seen: the rest of its line is shown, or the word before it.
pub(super) fn seen(text: &Text, bytes: std::ops::Range<usize>) -> std::ops::Range<usize> {
    if bytes.start < bytes.end {
        return bytes;
    }
    let line = text.line(bytes.start);
    let at = bytes.start.min(line.end);
    match at < line.end {
        true => at..line.end,
        false => {
            line.start + (text.as_str()[line.clone()].len() - text.as_str()[line.clone()].trim_start().len())..line.end
        }
    }
}
