//! The nearest right name for a wrong one.

/// Finds the candidate most like `wrong`, when one is near enough to be meant.
///
/// Nearness is the Damerau–Levenshtein distance without regard to case (optimal string
/// alignment); a third of the longer word may differ, and at least one letter.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let wrong: Vec<char> = wrong.to_lowercase().chars().collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let letters: Vec<char> = candidate.to_lowercase().chars().collect();
        let limit = (wrong.len().max(letters.len()) / 3).max(1);
        let distance = distance(&wrong, &letters);
        let is_better = best.is_none_or(|(least, name)| (distance, candidate) < (least, name));
        if distance <= limit && is_better {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

/// How many letters must be changed, added, left out or swapped to make one word of the other.
pub fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let mut cost = (last[j + 1] + 1).min(row[j] + 1).min(last[j] + usize::from(a != b));
            let is_swapped = i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b;
            if is_swapped {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let keys = ["title", "tags", "date", "summary"];
        assert_eq!(nearest("tilte", keys), Some("title".to_owned()));
        assert_eq!(nearest("Summry", keys), Some("summary".to_owned()));
        assert_eq!(nearest("tag", keys), Some("tags".to_owned()));
        assert_eq!(nearest("location", keys), None);
    }
}
