//! A memo that forgets: what was not asked for again while much else was, is made anew.
//!
//! **Invariant:** what is remembered is a function of its key, so forgetting changes no byte.
//! **Invariant:** nothing is made while the lock is held.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Texts by number, of at most so many bytes (and one more text).
pub(super) struct Bounded {
    /// How many bytes each of two generations may have.
    most: usize,
    generations: Mutex<Generations>,
}

#[derive(Default)]
struct Generations {
    young: BTreeMap<usize, Arc<str>>,
    /// What stood in the young one when it was full; asked for again, it is young again.
    old: BTreeMap<usize, Arc<str>>,
    /// The bytes of the young one.
    bytes: usize,
}

impl Bounded {
    /// A memo of at most so many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        Self { most: bytes / 2, generations: Mutex::default() }
    }

    /// What is remembered under a number, else what is made now.
    pub(super) fn get_or_make(&self, key: usize, make: impl FnOnce() -> String) -> Arc<str> {
        if let Some(known) = self.known(key) {
            return known;
        }
        // Who was faster made the same.
        let text: Arc<str> = make().into();
        self.remember(key, &text);
        text
    }

    fn known(&self, key: usize) -> Option<Arc<str>> {
        let found = {
            let generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(text) = generations.young.get(&key) {
                return Some(text.clone());
            }
            generations.old.get(&key).cloned()?
        };
        self.remember(key, &found);
        Some(found)
    }

    fn remember(&self, key: usize, text: &Arc<str>) {
        let mut generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        if generations.young.insert(key, text.clone()).is_none() {
            generations.bytes += text.len();
        }
        if generations.bytes > self.most {
            let full = std::mem::take(&mut generations.young);
            generations.bytes = 0;
            generations.old = full;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn what_is_asked_for_again_is_kept_and_the_rest_forgotten() {
        let memo = Bounded::new(20);
        let made = Cell::new(0);
        let ask = |key: usize| {
            let make = || {
                made.set(made.get() + 1);
                format!("{key:04}")
            };
            assert_eq!(&*memo.get_or_make(key, make), format!("{key:04}"));
        };
        ask(1);
        ask(1);
        assert_eq!(made.get(), 1);
        for key in 2..50 {
            ask(key);
            // Asked for all the time, it is never made anew.
            ask(1);
        }
        assert_eq!(made.get(), 49);
        ask(2);
        assert_eq!(made.get(), 50);
        let generations = memo.generations.lock().expect("no panic");
        let bytes = |texts: &BTreeMap<usize, Arc<str>>| texts.values().map(|text| text.len()).sum::<usize>();
        assert!(bytes(&generations.young) + bytes(&generations.old) <= 24);
    }
}
