//! What other sites answered, kept between runs in the user's cache: deleting it costs time only.
//!
//! **Invariant:** it never lies in the publication or its output.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Answer;

/// A good answer holds so many hours, a bad one fewer.
const FINE_HOURS: i64 = 7 * 24;
const DEAD_HOURS: i64 = 12;
/// What nobody asked for so long is forgotten.
const FORGET_HOURS: i64 = 90 * 24;

/// The answers by address.
#[derive(Debug, Default)]
pub struct Memory {
    place: Option<PathBuf>,
    answers: BTreeMap<String, Remembered>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Remembered {
    /// Seconds since 1970.
    at: i64,
    answer: Answer,
}

impl Memory {
    /// Opens the memory in a folder of caches; without one nothing is kept.
    #[expect(clippy::disallowed_methods, reason = "a cache, outside of every publication")]
    pub fn open(folder: Option<&Path>) -> Self {
        let place = folder.map(|folder| folder.join("links.json"));
        // What cannot be read is asked for again.
        let text = place.as_ref().and_then(|place| fs::read_to_string(place).ok());
        let answers = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Self { place, answers }
    }

    /// Writes it back. A cache that cannot be written costs the next run some time, and is no fault.
    #[expect(clippy::disallowed_methods, reason = "a cache, outside of every publication")]
    pub fn close(mut self, now: Timestamp) {
        let Some(place) = &self.place else { return };
        self.answers.retain(|_, remembered| age(remembered.at, now) < FORGET_HOURS);
        let Ok(text) = serde_json::to_string(&self.answers) else { return };
        let beside = place.with_extension(format!("{}.new", std::process::id()));
        let folder = place.parent().unwrap_or(place);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&beside, text));
        let _ = written.and_then(|()| fs::rename(&beside, place));
    }

    /// Says whether an answer is recent enough not to ask again.
    pub(super) fn is_fresh(&self, url: &str, now: Timestamp) -> bool {
        self.answers.get(url).is_some_and(|remembered| {
            let limit = if remembered.answer == Answer::Fine { FINE_HOURS } else { DEAD_HOURS };
            age(remembered.at, now) < limit
        })
    }

    pub(super) fn answer(&self, url: &str) -> Option<&Answer> {
        self.answers.get(url).map(|remembered| &remembered.answer)
    }

    pub(super) fn keep(&mut self, url: String, answer: Answer, at: Timestamp) {
        self.answers.insert(url, Remembered { at: at.as_second(), answer });
    }
}

/// The hours from one moment to another.
fn age(at: i64, now: Timestamp) -> i64 {
    let seconds = now.as_second() - at;
    // A clock that was set back must not keep an answer for ever.
    if seconds < -3600 { i64::MAX } else { seconds / 3600 }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    #[test]
    fn answers_are_kept_for_a_while() {
        let folder = tempfile::tempdir().expect("a folder");
        let now: Timestamp = "2026-06-01T00:00:00Z".parse().expect("a time");
        let mut memory = Memory::open(Some(folder.path()));
        memory.keep("https://a.org".to_owned(), Answer::Fine, now);
        let dead = Answer::Dead { fault: "status".to_owned(), detail: "404".to_owned() };
        memory.keep("https://b.org".to_owned(), dead.clone(), now);
        memory.close(now);
        let memory = Memory::open(Some(folder.path()));
        let day = now + 24.hours();
        assert!(memory.is_fresh("https://a.org", day) && !memory.is_fresh("https://b.org", day));
        assert!(
            !memory.is_fresh("https://a.org", now + 200.hours()) && !memory.is_fresh("https://a.org", now - 2.hours())
        );
        assert_eq!(memory.answer("https://b.org"), Some(&dead));
        assert_eq!(memory.answer("https://c.org"), None);
    }
}
