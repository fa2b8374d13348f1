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
    let near = |number: usize| number.abs_diff(pager.number) <= AROUND;
    let is_shown = |number: usize| number == 1 || number == pager.count || near(number);
    let low = pager.number.saturating_sub(AROUND + 1).max(1);
    let high = (pager.number + AROUND + 1).min(pager.count);
    let around = low..=high;
    let fills_gap = |number: usize| {
        (number == 2 && is_shown(3)) || (number + 1 == pager.count && is_shown(number - 1))
    };
    let mut numbers: Vec<usize> = around.filter(|number| is_shown(*number) || fills_gap(*number)).collect();
    numbers.extend([1, pager.count]);
    numbers.sort_unstable();
    numbers.dedup();
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
        check(1, 5, &[1, 2, 3, 5]);
        check(5, 9, &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
        check(6, 11, &[1, 4, 5, 6, 7, 8, 11]);
        check(11, 11, &[1, 9, 10, 11]);
    }
}
