//! What has changed in an original since it was translated, part by part.
//!
//! **Invariant:** taking the changes out of the old parts and putting them in gives the new parts.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::document::{Part, PartKind, PinnedPart};

/// What has changed in an original.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// How many parts the original has now.
    pub parts: usize,
    /// In the order of the original as it is now.
    pub list: Vec<Change>,
}

/// What has happened to one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub kind: ChangeKind,
    pub part: PartKind,
    /// The text that was translated; none when it was not there, or when only its hash was kept.
    pub old: Option<String>,
    /// The text as it is now; none when it is gone.
    pub new: Option<String>,
    /// Where it stands among the parts of the original now, from 1.
    pub number: Option<usize>,
    /// Its first byte in the original's file, of a block.
    pub start: Option<usize>,
}

/// The ways in which a part can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    Changed,
    Added,
    Removed,
    /// The same text at another place.
    Moved,
}

/// Texts whose words are less alike than this, in hundredths, are not taken for one that was edited.
const ALIKE: usize = 40;
/// More pairs than this are not weighed against each other.
const PAIRS: usize = 40_000;

impl ChangeKind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Changed, Self::Added, Self::Removed, Self::Moved];

    /// A short name, for programs and catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
        }
    }
}

impl Changes {
    /// How many parts have changed in one way.
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.list.iter().filter(|change| change.kind == kind).count()
    }
}

/// Compares the parts that were translated with those there are.
pub(super) fn changes(old: &[PinnedPart], new: &[Part]) -> Changes {
    let key = |kind: &PartKind, hash: String| (kind.clone(), hash);
    let before: Vec<_> = old.iter().map(|part| key(&part.kind, part.hash.clone())).collect();
    let after: Vec<_> = new.iter().map(|part| key(&part.kind, part.hash())).collect();
    let mut gone = Vec::new();
    let mut come = Vec::new();
    let mut changed: Vec<(usize, usize)> = Vec::new();
    for step in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let (old_range, new_range) = (step.old_range(), step.new_range());
        if let DiffOp::Equal { .. } = step {
            continue;
        }
        // What only stands elsewhere is no edit of what stands here now.
        let is_kept = |index: &usize| !after.contains(&before[*index]);
        let is_new = |index: &usize| !before.contains(&after[*index]);
        let (edited, moved_out): (Vec<usize>, Vec<usize>) = old_range.partition(is_kept);
        let (written, moved_in): (Vec<usize>, Vec<usize>) = new_range.partition(is_new);
        let pairs = pairs(&edited, &written, old, new);
        gone.extend(edited.iter().filter(|index| pairs.iter().all(|(old, _)| old != *index)).chain(&moved_out));
        come.extend(written.iter().filter(|index| pairs.iter().all(|(_, new)| new != *index)).chain(&moved_in));
        changed.extend(pairs);
    }
    let mut list = Vec::new();
    for (from, to) in &changed {
        let change = of_new(ChangeKind::Changed, *to, new, old[*from].text.clone());
        list.push((*to, change));
    }
    let mut waiting: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for index in gone.into_iter().rev() {
        waiting.entry(&before[index]).or_default().push(index);
    }
    for index in come {
        let moved = waiting.get_mut(&after[index]).and_then(Vec::pop);
        let kind = if moved.is_some() { ChangeKind::Moved } else { ChangeKind::Added };
        list.push((index, of_new(kind, index, new, moved.map(|_| new[index].text.clone()))));
    }
    for index in waiting.into_values().flatten() {
        // It stood after what comes before it and is still there.
        let is_now = |from: usize| {
            let edited = changed.iter().find(|(old, _)| *old == from).map(|(_, to)| *to);
            edited.or_else(|| after.iter().position(|part| *part == before[from]))
        };
        let near = (0..index).rev().find_map(is_now);
        list.push((near.map_or(0, |near| near + 1), removed(&old[index])));
    }
    list.sort_by_key(|(place, change)| (*place, change.kind != ChangeKind::Removed));
    Changes { parts: new.len(), list: list.into_iter().map(|(_, change)| change).collect() }
}

fn of_new(kind: ChangeKind, index: usize, new: &[Part], old: Option<String>) -> Change {
    let part = &new[index];
    let (number, start) = (Some(index + 1), part.start);
    Change { kind, part: part.kind.clone(), old, new: Some(part.text.clone()), number, start }
}

fn removed(part: &PinnedPart) -> Change {
    let (part, old) = (part.kind.clone(), part.text.clone());
    Change { kind: ChangeKind::Removed, part, old, new: None, number: None, start: None }
}

/// Finds which new text each old one has become, in their order, so that as many words as possible
/// are the same.
fn pairs(edited: &[usize], written: &[usize], old: &[PinnedPart], new: &[Part]) -> Vec<(usize, usize)> {
    let is_same_kind = |from: usize, to: usize| old[from].kind == new[to].kind;
    if edited.len() == written.len() && (edited.len() == 1 || edited.len() * written.len() > PAIRS) {
        let both = edited.iter().copied().zip(written.iter().copied());
        return both.filter(|(from, to)| is_same_kind(*from, *to)).collect();
    }
    if edited.len() * written.len() > PAIRS {
        return Vec::new();
    }
    let likeness = |from: usize, to: usize| match &old[from].text {
        _ if !is_same_kind(from, to) => 0,
        // A title stays the title, whatever it says now.
        _ if new[to].kind != PartKind::Block => 100,
        Some(text) => likeness(text, &new[to].text),
        None => ALIKE,
    };
    // best[i][j]: the greatest likeness of what follows i and j.
    let width = written.len() + 1;
    let mut best = vec![0_usize; (edited.len() + 1) * width];
    let mut alike = vec![0_usize; edited.len() * width];
    for (i, from) in edited.iter().enumerate().rev() {
        for (j, to) in written.iter().enumerate().rev() {
            let here = likeness(*from, *to);
            alike[i * width + j] = here;
            let with = if here >= ALIKE { here + best[(i + 1) * width + j + 1] } else { 0 };
            best[i * width + j] = with.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < edited.len() && j < written.len() {
        let here = best[i * width + j];
        let alike = alike[i * width + j];
        if alike >= ALIKE && here == alike + best[(i + 1) * width + j + 1] {
            found.push((edited[i], written[j]));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// How many of their words two texts share, in hundredths.
fn likeness(one: &str, other: &str) -> usize {
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    for word in one.split_whitespace() {
        *words.entry(word).or_default() += 1;
    }
    let mut shared = 0_usize;
    for word in other.split_whitespace() {
        if let Some(count) = words.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    let all = one.split_whitespace().count() + other.split_whitespace().count();
    (shared * 200).checked_div(all).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(text: &str) -> Part {
        let (kind, text) = match text.split_once('=') {
            Some(("title", text)) => (PartKind::Title, text),
            Some((name, text)) => (PartKind::Field(name.to_owned()), text),
            None => (PartKind::Block, text),
        };
        Part { kind, text: text.to_owned(), start: None }
    }

    fn found(old: &[&str], new: &[&str]) -> Changes {
        let pinned = |text: &&str| {
            let part = part(text);
            PinnedPart { hash: part.hash(), kind: part.kind, text: Some(part.text) }
        };
        let old: Vec<PinnedPart> = old.iter().map(pinned).collect();
        let new: Vec<Part> = new.iter().map(|text| part(text)).collect();
        changes(&old, &new)
    }

    fn check(old: &[&str], new: &[&str], expected: &[&str]) {
        let changes = found(old, new);
        let shown = changes.list.iter().map(|change| {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            format!("{} {}>{}", change.kind.name(), text(&change.old), text(&change.new))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{old:?} {new:?}");
        assert_eq!(changes.parts, new.len());
    }

    #[test]
    fn every_way_to_change_is_told() {
        check(&["title=T", "a", "b"], &["title=T", "a", "b"], &[]);
        check(&["title=T", "a"], &["title=U", "a"], &["changed T>U"]);
        check(&["a b c", "d"], &["a b x", "d"], &["changed a b c>a b x"]);
        check(&["a", "b"], &["a", "n", "b"], &["added >n"]);
        check(&["a", "b", "c"], &["a", "c"], &["removed b>"]);
        check(&["a", "b", "c"], &["c", "a", "b"], &["moved c>c"]);
        check(&["a"], &["a", "a"], &["added >a"]);
        check(&["lessons=a", "lessons=b"], &["lessons=a", "lessons=b", "lessons=c"], &["added >c"]);
        check(&[], &["a"], &["added >a"]);
        check(&["a"], &[], &["removed a>"]);
    }

    #[test]
    fn an_edited_text_is_told_from_a_new_one() {
        check(
            &["the bay has four villages", "end"],
            &["a new one stands here", "the bay has five villages", "end"],
            &["added >a new one stands here", "changed the bay has four villages>the bay has five villages"],
        );
        check(&["p q", "x y z"], &["x y w"], &["removed p q>", "changed x y z>x y w"]);
    }

    proptest! {
        /// Old parts without what is gone, and new parts without what has come, are the same.
        #[test]
        fn nothing_is_lost(old in prop::collection::vec("[a-d]", 0..8), new in prop::collection::vec("[a-d]", 0..8)) {
            let texts = |parts: &[String]| parts.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
            let one: Vec<&str> = old.iter().map(String::as_str).collect();
            let other: Vec<&str> = new.iter().map(String::as_str).collect();
            let changes = found(&one, &other);
            let mut rest = old.clone();
            for change in changes.list.iter().filter(|change| change.kind != ChangeKind::Added) {
                let place = rest.iter().position(|text| Some(text) == change.old.as_ref());
                prop_assert!(place.is_some(), "{:?}", change);
                rest.remove(place.unwrap_or_default());
            }
            let mut left = new.clone();
            for change in changes.list.iter().filter(|change| change.kind != ChangeKind::Removed) {
                let place = left.iter().position(|text| Some(text) == change.new.as_ref());
                prop_assert!(place.is_some(), "{:?}", change);
                left.remove(place.unwrap_or_default());
            }
            rest.sort();
            left.sort();
            prop_assert_eq!(texts(&rest), texts(&left));
            prop_assert_eq!(old == new, changes.list.is_empty());
        }
    }
}
