//! The pager of a list, as templates see it.

use tera::Value;

use crate::route::{Pager, list_url};
use crate::site::Listing;

use super::snapshot::Snapshot;
use super::value::{list, object, optional};

/// How many numbers stand on each side of the current one.
const AROUND: usize = 2;

/// Where a page of a list stands among the others.
pub(super) fn value(snapshot: &Snapshot, listing: &Listing, pager: Pager, total: usize) -> Value {
    let site = &snapshot.site;
    let url = |number: usize| site.config.origin.href(&list_url(site, listing, number));
    let neighbour = |number: Option<usize>| optional(number.map(|number| url(number).into()));
    let mut last = 0;
    let pages = shown(pager).into_iter().map(|number| {
        let has_gap = number > last + 1;
        last = number;
        object([
            ("number", number.into()),
            ("url", url(number).into()),
            ("current", (number == pager.number).into()),
            ("gap", has_gap.into()),
        ])
    });
    object([
        ("number", pager.number.into()),
        ("count", pager.count.into()),
        ("total_items", total.into()),
        ("first_url", url(1).into()),
        ("last_url", url(pager.count).into()),
        ("previous_url", neighbour((pager.number > 1).then(|| pager.number - 1))),
        ("next_url", neighbour((pager.number < pager.count).then(|| pager.number + 1))),
        ("pages", list(pages)),
    ])
}

/// The numbers to show: the first, the last and those around the current one. All of them on each
/// page would cost the square of their number. A gap of one number is no gap.
fn shown(pager: Pager) -> Vec<usize> {
    let around = pager.number.saturating_sub(AROUND).max(1)..=(pager.number + AROUND).min(pager.count);
    let mut numbers: Vec<usize> = Vec::new();
    for number in [1].into_iter().chain(around).chain([pager.count]) {
        let last = numbers.last().copied().unwrap_or_default();
        if number == last + 2 {
            numbers.push(last + 1);
        }
        if number > last {
            numbers.push(number);
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(number: usize, count: usize, expected: &[usize]) {
        assert_eq!(shown(Pager { number, count }), expected, "{number} of {count}");
    }

    #[test]
    fn a_pager_shows_its_ends_and_its_neighbours() {
        check(1, 1, &[1]);
        check(1, 4, &[1, 2, 3, 4]);
        check(1, 5, &[1, 2, 3, 4, 5]);
        check(1, 6, &[1, 2, 3, 6]);
        check(5, 9, &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
        check(6, 11, &[1, 4, 5, 6, 7, 8, 11]);
        check(11, 11, &[1, 9, 10, 11]);
    }
}
