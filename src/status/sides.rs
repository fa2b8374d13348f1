//! A text as it was and as it is now, side by side.

use similar::{ChangeTag, TextDiff};

/// A piece of a text, and whether the other side lacks it.
pub type Piece = (String, bool);

/// Compares two texts word by word; each side in its pieces.
pub fn sides(old: &str, new: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let text = change.value().to_owned();
        match change.tag() {
            ChangeTag::Equal => {
                left.push((text.clone(), false));
                right.push((text, false));
            }
            ChangeTag::Delete => left.push((text, true)),
            ChangeTag::Insert => right.push((text, true)),
        }
    }
    (left, right)
}
