//! A change of a publication's files: what now stands at a path. Made by [`super::scan`] and
//! [`super::reread`] of the disk, or of a text that is only in an editor; [`Sources`] take it in.
//!
//! **Invariant:** taking a change in leaves nothing of what stood at its path or below it.

use std::collections::BTreeSet;

use crate::base::SourcePath;
use crate::diagnostic::Diagnostic;

use super::{Source, Sources, scan};

/// What now stands at a path, in place of all that stood there and below it: one file, the files
/// of a folder, or nothing.
#[derive(Debug, Clone)]
pub struct Change {
    pub(super) path: SourcePath,
    pub(super) sources: Vec<Source>,
    pub(super) faults: Vec<Fault>,
}

/// Something that stands there and cannot be read.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// As the file system names it, which need not be a path of ours.
    pub(super) name: String,
    pub(super) diagnostic: Diagnostic,
}

/// What to do with a file that could be read before and cannot any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Loss {
    /// It is gone.
    #[default]
    Gone,
    /// Its last good state stays, beside what is said about it.
    LastGood,
}

/// What changes have changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Files that are new, other than before, or gone.
    pub paths: BTreeSet<SourcePath>,
    /// Something else is said about files that cannot be read.
    pub has_other_faults: bool,
}

impl Change {
    /// A text that stands in an editor, whether or not it is saved.
    pub fn text(path: &SourcePath, text: &str) -> Self {
        let mut change = Self::gone(path);
        match scan::of_bytes(path, text.as_bytes()) {
            Ok(source) => change.sources.push(source),
            Err(diagnostic) => change.faults.push(Fault { name: path.to_string(), diagnostic }),
        }
        change
    }

    /// Nothing stands there any more, neither file nor folder.
    pub fn gone(path: &SourcePath) -> Self {
        Self { path: path.clone(), sources: Vec::new(), faults: Vec::new() }
    }

    /// A file or folder at another place, with everything in it.
    pub fn moved(from: &SourcePath, to: &SourcePath, sources: &Sources) -> [Self; 2] {
        let mut change = Self::gone(to);
        let itself = sources.get(from).map(|source| (source, to.clone()));
        let inside = sources.below(from.as_str()).filter_map(|source| {
            let place = to.join(source.path.below(from.as_str())?).ok()?;
            Some((source, place))
        });
        change.sources.extend(itself.into_iter().chain(inside).map(|(source, path)| Source { path, ..source.clone() }));
        [Self::gone(from), change]
    }

    /// Says whether nothing stands there now.
    pub fn is_gone(&self) -> bool {
        self.sources.is_empty() && self.faults.is_empty()
    }

    /// Says whether a text without a letter stands there now.
    pub fn is_empty_text(&self) -> bool {
        matches!(self.sources.as_slice(), [source] if source.text().is_some_and(|text| text.is_empty()))
    }

    /// Where.
    pub fn path(&self) -> &SourcePath {
        &self.path
    }
}

impl Touched {
    /// Says whether nothing is other than it was.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.has_other_faults
    }

    /// Says whether a file at or below one of these places is among them.
    pub fn is_within(&self, places: &[&str]) -> bool {
        self.paths.iter().any(|path| places.iter().any(|place| path.as_str() == *place || path.below(place).is_some()))
    }
}

impl Sources {
    /// Takes changes in, and says what is other than before.
    pub fn take(&mut self, changes: impl IntoIterator<Item = Change>, loss: Loss) -> Touched {
        let mut touched = Touched::default();
        for change in changes {
            self.take_one(change, loss, &mut touched);
        }
        touched
    }

    fn take_one(&mut self, change: Change, loss: Loss, touched: &mut Touched) {
        let top = change.path.as_str();
        let is_inside =
            |name: &str| name.strip_prefix(top).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let old = self.files.range(change.path.clone()..).map(|(path, _)| path);
        let old = old.take_while(|path| path.as_str().starts_with(top)).filter(|path| is_inside(path.as_str()));
        let now: BTreeSet<&str> = change.sources.iter().map(|source| source.path.as_str()).collect();
        let lost: BTreeSet<&str> = change.faults.iter().map(|fault| fault.name.as_str()).collect();
        let stays = |path: &str| now.contains(path) || (loss == Loss::LastGood && lost.contains(path));
        let gone: Vec<SourcePath> = old.filter(|path| !stays(path.as_str())).cloned().collect();
        for path in gone {
            self.files.remove(&path);
            touched.paths.insert(path);
        }
        let mut faults = self.faults.clone();
        faults.retain(|name, _| !is_inside(name));
        faults.extend(change.faults.into_iter().map(|fault| (fault.name, fault.diagnostic)));
        if faults != self.faults {
            touched.has_other_faults = true;
            self.faults = faults;
        }
        for source in change.sources {
            if self.files.get(&source.path) != Some(&source) {
                touched.paths.insert(source.path.clone());
                self.files.insert(source.path.clone(), source);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> SourcePath {
        SourcePath::new(text).expect("a path")
    }

    fn taken(changes: &[(&str, Option<&str>)]) -> (Sources, Touched) {
        let mut sources = Sources::default();
        let before = ["content/a.id.md", "content/a/b.id.md", "content/a-c.id.md"];
        sources.take(before.map(|name| Change::text(&path(name), "old")), Loss::Gone);
        let changes = changes.iter().map(|(name, text)| match text {
            Some(text) => Change::text(&path(name), text),
            None => Change::gone(&path(name)),
        });
        let touched = sources.take(changes, Loss::Gone);
        (sources, touched)
    }

    fn touched(changes: &[(&str, Option<&str>)], expected: &[&str]) {
        let (_, touched) = taken(changes);
        assert_eq!(touched.paths.iter().map(SourcePath::as_str).collect::<Vec<_>>(), expected, "{changes:?}");
    }

    #[test]
    fn only_what_differs_is_touched() {
        touched(&[("content/a.id.md", Some("old"))], &[]);
        touched(&[("content/a.id.md", Some("new"))], &["content/a.id.md"]);
        touched(&[("content/new.id.md", Some("old"))], &["content/new.id.md"]);
        touched(&[("content/nothing.id.md", None)], &[]);
    }

    #[test]
    fn a_folder_goes_with_what_is_in_it_and_nothing_else() {
        touched(&[("content/a", None)], &["content/a/b.id.md"]);
        touched(&[("content", None)], &["content/a-c.id.md", "content/a.id.md", "content/a/b.id.md"]);
    }

    #[test]
    fn a_file_that_cannot_be_read_goes_or_stays_as_it_was() {
        let long = "x".repeat(usize::try_from(scan::TEXT_LIMIT).expect("small") + 1);
        let large = || Change::text(&path("content/a.id.md"), &long);
        let (mut sources, _) = taken(&[]);
        assert!(sources.take([large()], Loss::LastGood).has_other_faults);
        assert_eq!(sources.text(&path("content/a.id.md")), Some("old"));
        assert_eq!(sources.faults().count(), 1);
        assert!(sources.take([large()], Loss::LastGood).is_empty());
        sources.take([large()], Loss::Gone);
        assert_eq!((sources.text(&path("content/a.id.md")), sources.faults().count()), (None, 1));
        sources.take([Change::text(&path("content/a.id.md"), "new")], Loss::Gone);
        assert_eq!((sources.text(&path("content/a.id.md")), sources.faults().count()), (Some("new"), 0));
    }
}
