//! The script that searches in a reader's browser: the files beside this one, as they are sent, as
//! one.

use std::sync::LazyLock;

use crate::base::script::sent;

const WRITTEN: &str = concat!(
    include_str!("opening.js"),
    include_str!("questions.js"),
    include_str!("files.js"),
    include_str!("answers.js"),
    include_str!("worker.js"),
    include_str!("page.js"),
    "})();\n",
);

/// The script without what only its writers read.
pub fn script() -> &'static str {
    static SENT: LazyLock<String> = LazyLock::new(|| sent(WRITTEN));
    &SENT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::script::misread;

    #[test]
    fn the_script_is_written_in_lines_that_can_be_left_out() {
        assert_eq!(misread(WRITTEN), [""; 0]);
    }

    #[test]
    fn only_comments_are_left_out() {
        let written: Vec<&str> = WRITTEN.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let kept: Vec<&str> =
            written.into_iter().filter(|line| !line.starts_with('/') || line.starts_with("/^")).collect();
        assert_eq!(script().lines().collect::<Vec<_>>(), kept);
    }
}
