//! Quick fixes: what a problem says can be done about it, as edits of texts.
//!
//! **Invariant:** an edit leaves every byte alone that the fix does not name, line ends among them.

use std::ops::Range;

use lsp_types::{CodeAction, CodeActionKind, TextEdit, WorkspaceEdit};

use crate::base::SourcePath;
use crate::diagnostic::{Diagnostic, Fix};
use crate::document::Pin;

use super::address;
use super::diagnose;
use super::here::Here;
use super::outline::{Outline, Step, unquoted};
use super::text::Text;

/// A change of one text.
struct Edit {
    path: SourcePath,
    bytes: Range<usize>,
    new: String,
}

/// The fixes of the problems that touch some bytes.
pub(super) fn actions(
    here: &Here,
    diagnostics: &[Diagnostic],
    bytes: &Range<usize>,
    told: impl Fn(&Diagnostic) -> lsp_types::Diagnostic,
) -> Vec<CodeAction> {
    let mut actions = Vec::new();
    for diagnostic in diagnostics {
        let Some(span) = &diagnostic.span else { continue };
        let seen = diagnose::seen(here.text, span.start..span.end);
        if seen.start > bytes.end || seen.end < bytes.start {
            continue;
        }
        for (index, fix) in diagnostic.problem.fixes().into_iter().enumerate() {
            let Some(edit) = edit(here, span.start..span.end, &fix) else { continue };
            let beside = matches!(fix, Fix::SourceHash(_)).then(|| lock(here)).flatten();
            let Some(edit) = changes(here, [edit].into_iter().chain(beside)) else { continue };
            actions.push(CodeAction {
                title: title(here, &fix),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![told(diagnostic)]),
                edit: Some(edit),
                is_preferred: Some(index == 0 && matches!(fix, Fix::Replace { .. } | Fix::ReplaceAnchor { .. })),
                ..CodeAction::default()
            });
        }
    }
    actions
}

fn title(here: &Here, fix: &Fix) -> String {
    match fix {
        Fix::Replace { right, .. } | Fix::ReplaceAnchor { right, .. } => {
            here.phrase("lsp-fix-replace", &[("text", right)])
        }
        Fix::AddKey(key) => here.phrase("lsp-fix-add-key", &[("text", key)]),
        Fix::RemoveKey(key) => here.phrase("lsp-fix-remove-key", &[("text", key)]),
        Fix::AddTerm { taxonomy, term } => {
            here.phrase("lsp-fix-add-term", &[("text", term), ("file", &format!("{taxonomy}.yaml"))])
        }
        Fix::Heading(level) => here.phrase("lsp-fix-heading", &[("text", &"#".repeat(*level))]),
        Fix::SourceHash(_) => here.phrase("lsp-fix-source-hash", &[]),
        Fix::FrontMatter => here.phrase("lsp-fix-front-matter", &[]),
    }
}

fn edit(here: &Here, span: Range<usize>, fix: &Fix) -> Option<Edit> {
    let own = |bytes: Range<usize>, new: String| Edit { path: here.path.clone(), bytes, new };
    let text = here.text.as_str();
    let end = here.text.line_end();
    match fix {
        Fix::Replace { wrong, right } => {
            let (bytes, anchor) = wrong_part(text, span, wrong)?;
            // Whoever named a heading of the wrong page meant one of the right page.
            let anchor = if right.contains('#') { "" } else { anchor };
            Some(own(bytes, format!("{right}{anchor}")))
        }
        Fix::ReplaceAnchor { wrong, right } => {
            let at = text.get(span.clone())?.rfind(&format!("#{wrong}"))?;
            let start = span.start + at + 1;
            Some(own(start..start + wrong.len(), right.clone()))
        }
        Fix::AddKey(key) => add_key(here, span, key).map(|(at, new)| own(at..at, new)),
        Fix::RemoveKey(key) => remove_key(here, key).map(|bytes| own(bytes, String::new())),
        Fix::AddTerm { taxonomy, term } => add_term(here, taxonomy, term),
        Fix::Heading(level) => {
            let rest = text.get(span.clone())?;
            let hashes = rest.len() - rest.trim_start_matches('#').len();
            (hashes > 0).then(|| own(span.start..span.start + hashes, "#".repeat(*level)))
        }
        Fix::SourceHash(hash) => {
            let outline = front(here)?;
            let (translation, _) = outline.root("translation")?;
            let value = outline.child(translation, "source_hash")?.value.clone()?;
            Some(own(unquoted(text, value).1, hash.clone()))
        }
        Fix::FrontMatter => Some(own(0..0, format!("---{end}title: {end}---{end}{end}"))),
    }
}

/// The outline of the front matter, wherever the cursor stands.
fn front(here: &Here) -> Option<Outline> {
    let (bytes, _) = super::file::front_matter(here.text.as_str());
    let text = here.text.as_str().get(bytes.clone())?;
    (bytes.start > 0).then(|| Outline::of(text, bytes.start))
}

/// Finds the wrong text within the place of a problem: the last, since a link's target follows its
/// words. An anchor of it is told apart.
fn wrong_part<'t>(text: &str, span: Range<usize>, wrong: &'t str) -> Option<(Range<usize>, &'t str)> {
    let at = text.get(span.clone())?.rfind(wrong)?;
    let start = span.start + at;
    let anchor = wrong.find('#').map_or("", |at| &wrong[at..]);
    Some((start..start + wrong.len(), anchor))
}

/// Where a key is to be written that a mapping lacks, and as what.
fn add_key(here: &Here, span: Range<usize>, key: &str) -> Option<(usize, String)> {
    let text = here.text.as_str();
    let end = here.text.line_end();
    let line = here.text.line(span.start);
    let before = &text[line.start..span.start];
    let (front, body) = super::file::front_matter(text);
    // The key is there, and nothing beside it.
    if text.get(span.clone()) == Some(key) {
        return None;
    }
    let is_front = here.file.place().is_some() && body.is_some_and(|body| span.start < body);
    if is_front && is_root(here, span.start) {
        return Some((front.end, format!("{key}: {end}")));
    }
    let yaml = Here { byte: span.start, file: here.file.clone(), ..*here };
    let yaml = yaml.yaml()?;
    let (_, entry) = yaml.outline.at(span.start)?;
    if entry.span.start != span.start || entry.step == Step::Item {
        return None;
    }
    if entry.is_flow {
        return Some((span.start, format!("{key}: , ")));
    }
    let indent: String = before.chars().map(|letter| if letter == '-' { ' ' } else { letter }).collect();
    indent.trim().is_empty().then(|| (span.start, format!("{key}: {end}{indent}")))
}

/// Says whether a byte stands on a key at the root of the front matter, or on no key.
fn is_root(here: &Here, byte: usize) -> bool {
    front(here).is_none_or(|outline| outline.at(byte).is_none_or(|(_, entry)| entry.parent.is_none()))
}

/// The lines of a key of the front matter with its value.
fn remove_key(here: &Here, key: &str) -> Option<Range<usize>> {
    let outline = front(here)?;
    let (_, entry) = outline.root(key)?;
    let (front, _) = super::file::front_matter(here.text.as_str());
    let mut roots = outline.entries.iter().filter(|other| other.parent.is_none());
    let next = roots.find(|other| other.span.start > entry.span.start);
    let end = next.map_or(front.end, |next| next.span.start);
    Some(here.text.line(entry.span.start).start..end)
}

/// A new entry at the end of a register.
fn add_term(here: &Here, taxonomy: &str, term: &str) -> Option<Edit> {
    let config = here.config()?;
    let path =
        here.view.sources.iter().map(|source| &source.path).find(|path| {
            path.below("content/_terms").is_some() && path.stem() == taxonomy && path.extension() != "md"
        })?;
    let text = here.text_of(path)?;
    let end = text.line_end();
    let id = crate::base::slugify(term)?.to_string();
    // A name in all languages, for an editor to put right.
    let name = term.replace('\\', "\\\\").replace('"', "\\\"");
    let names: Vec<String> = config.languages.iter().map(|language| format!("{}: \"{name}\"", language.lang)).collect();
    let all = text.as_str();
    let lead = if all.is_empty() || all.ends_with('\n') { "" } else { end };
    let alias = if id == term { String::new() } else { format!("  aliases: [\"{name}\"]{end}") };
    let new = format!("{lead}{id}:{end}  name: {{ {} }}{end}{alias}", names.join(", "));
    Some(Edit { path: path.clone(), bytes: all.len()..all.len(), new })
}

/// The lock of a translation written anew, where it has one: what it was made from is the original
/// as it is now.
fn lock(here: &Here) -> Option<Edit> {
    let path = Pin::path(here.path)?;
    let text = here.text_of(&path)?;
    let site = here.view.site.as_ref()?;
    let page = site.pages.iter().find(|page| page.document.path == *here.path)?;
    let pin = Pin::of(&site.article(page.article).original);
    Some(Edit { path, bytes: 0..text.as_str().len(), new: pin.to_yaml() })
}

fn changes(here: &Here, edits: impl Iterator<Item = Edit>) -> Option<WorkspaceEdit> {
    let edits = edits.map(|edit| {
        let uri = address::of_place(&edit.path.to_os(&here.view.root))?;
        let text: Text = if edit.path == *here.path { here.text.clone() } else { here.text_of(&edit.path)? };
        Some((uri, vec![TextEdit { range: text.range(edit.bytes, here.encoding), new_text: edit.new }]))
    });
    let edits = edits.collect::<Option<Vec<_>>>()?;
    Some(WorkspaceEdit { changes: Some(edits.into_iter().collect()), ..WorkspaceEdit::default() })
}
