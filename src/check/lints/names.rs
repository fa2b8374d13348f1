//! When two names are so alike that one is likely a slip of the other.

use crate::diagnostic::distance;

/// Says whether two different names are the same but for case, signs or one letter.
///
/// One letter may differ only in longer words, never the first, and never where there are digits:
/// `desa-1` and `desa-2` are two villages.
pub(super) fn are_alike(one: &str, other: &str, shortest: usize) -> bool {
    let letters = |name: &str| -> Vec<char> {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (left, right) = (letters(one), letters(other));
    if one == other || left.is_empty() || right.is_empty() {
        return false;
    }
    if left == right {
        return true;
    }
    let has_digits = left.iter().chain(&right).any(|c| c.is_numeric());
    let is_long = left.len().min(right.len()) >= shortest;
    let is_near = left.len().abs_diff(right.len()) <= 1 && left.first() == right.first();
    !has_digits && is_long && is_near && distance(&left, &right) == 1
}

#[cfg(test)]
mod tests {
    use super::are_alike;

    #[test]
    fn slips_are_alike_and_different_things_are_not() {
        for (one, other) in [("perempuan", "Perempuan"), ("coast-line", "coastline"), ("pesisir", "pesisirr")] {
            assert!(are_alike(one, other, 6), "{one} {other}");
        }
        for (one, other) in
            [("a", "a"), ("nelayan", "pelayan"), ("desa-10", "desa-11"), ("Maluku", "Maluku Utara"), ("Ros", "Rosa")]
        {
            assert!(!are_alike(one, other, 6), "{one} {other}");
        }
    }
}
