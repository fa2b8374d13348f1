//! What a file or a message must be.

/// A question to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    Contains(String),
    Lacks(String),
    Is(String),
    Absent,
}

/// It is there and has this in it.
pub fn contains(part: &str) -> Expectation {
    Expectation::Contains(part.to_owned())
}

/// It is there and does not have this in it.
pub fn lacks(part: &str) -> Expectation {
    Expectation::Lacks(part.to_owned())
}

/// It is this and nothing else.
pub fn is(whole: &str) -> Expectation {
    Expectation::Is(whole.to_owned())
}

/// It is not there.
pub fn absent() -> Expectation {
    Expectation::Absent
}

impl Expectation {
    /// Fails when the answer is no.
    #[track_caller]
    pub fn hold(&self, name: &str, text: Option<&str>) {
        let holds = match (self, text) {
            (Self::Contains(part), Some(text)) => text.contains(part),
            (Self::Lacks(part), Some(text)) => !text.contains(part),
            (Self::Is(whole), Some(text)) => text == whole,
            (Self::Absent, found) => found.is_none(),
            (_, None) => false,
        };
        assert!(holds, "{name}: {self:?}, but it is: {}", text.unwrap_or("absent"));
    }
}
