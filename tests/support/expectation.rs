//! What a file or a message must be.

/// A question to a text, and how it is asked in words.
pub struct Expectation {
    words: String,
    holds: Box<dyn Fn(Option<&str>) -> bool>,
}

/// It is there and has this in it.
pub fn contains(part: &str) -> Expectation {
    let part = part.to_owned();
    let words = format!("contains {part:?}");
    Expectation { words, holds: Box::new(move |text| text.is_some_and(|text| text.contains(&part))) }
}

/// It is there and does not have this in it.
pub fn lacks(part: &str) -> Expectation {
    let part = part.to_owned();
    let words = format!("lacks {part:?}");
    Expectation { words, holds: Box::new(move |text| text.is_some_and(|text| !text.contains(&part))) }
}

/// It is this and nothing else.
pub fn is(whole: &str) -> Expectation {
    let whole = whole.to_owned();
    let words = format!("is {whole:?}");
    Expectation { words, holds: Box::new(move |text| text == Some(&whole)) }
}

/// It is not there.
pub fn absent() -> Expectation {
    Expectation { words: "is absent".to_owned(), holds: Box::new(|text| text.is_none()) }
}

impl Expectation {
    /// Fails when it does not hold.
    #[track_caller]
    pub fn hold(&self, name: &str, text: Option<&str>) {
        assert!((self.holds)(text), "{name} {}, but it is: {}", self.words, text.unwrap_or("absent"));
    }
}
