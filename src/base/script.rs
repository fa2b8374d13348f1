//! A script as it is sent: without what only its writers read.
//!
//! **Invariant:** what is sent differs from what is written in comments, indentation and empty
//! lines alone, so nothing that runs is made by a program.

/// Leaves comments, indentation and empty lines out. Lines stay lines: where a statement ends is not
/// for this pass to know.
pub fn sent(written: &str) -> String {
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn is_comment(line: &str) -> bool {
    line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"))
}

/// The lines that [`sent`] could misread: texts and comments over several lines, comments behind
/// code.
pub fn misread(written: &str) -> Vec<&str> {
    let lines = written.lines().map(str::trim).filter(|line| !is_comment(line));
    lines.filter(|line| line.matches('`').count() % 2 != 0 || line.contains("/*") || line.contains(" // ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_indentation_and_empty_lines_are_left_out() {
        let written = "// a\n\n  let b = 1;\n/** c */\nif (b) {\n\td(/^x/);\n}\n";
        assert_eq!(sent(written), "let b = 1;\nif (b) {\nd(/^x/);\n}\n");
        assert_eq!(misread(written), [""; 0]);
    }

    #[test]
    fn what_could_be_misread_is_found() {
        assert_eq!(misread("a`b\n/* c */\nd(); // e\n`f`"), ["a`b", "/* c */", "d(); // e"]);
    }
}
