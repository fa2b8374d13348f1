//! The script that searches in a reader's browser: the files beside this one, as they are sent, as
//! one.
//!
//! **Invariant:** what is sent differs from what is written here in comments, indentation and empty
//! lines alone, so nothing that runs is made by a program.

use std::sync::LazyLock;

const WRITTEN: &str = concat!(
    include_str!("opening.js"),
    include_str!("questions.js"),
    include_str!("files.js"),
    include_str!("answers.js"),
    include_str!("worker.js"),
    include_str!("page.js"),
    "})();\n",
);

/// The script without what only its writers read. Lines stay lines: where a statement ends is not
/// for this pass to know.
pub fn script() -> &'static str {
    static SENT: LazyLock<String> = LazyLock::new(|| {
        let lines = WRITTEN.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
        lines.flat_map(|line| [line, "\n"]).collect()
    });
    &SENT
}

fn is_comment(line: &str) -> bool {
    line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_the_script_reaches_over_a_line() {
        for line in WRITTEN.lines().map(str::trim).filter(|line| !is_comment(line)) {
            assert_eq!(line.matches('`').count() % 2, 0, "a text that goes on in the next line: {line}");
            assert!(!line.contains("/*") && !line.contains(" // "), "a comment behind or over lines: {line}");
        }
    }

    #[test]
    fn only_comments_are_left_out() {
        let written: Vec<&str> = WRITTEN.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let kept: Vec<&str> =
            written.into_iter().filter(|line| !line.starts_with('/') || line.starts_with("/^")).collect();
        assert_eq!(script().lines().collect::<Vec<_>>(), kept);
    }
}
