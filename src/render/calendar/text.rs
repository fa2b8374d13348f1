//! Content lines of iCalendar: escaped, folded, ended as RFC 5545 §3.1 wants them.
//!
//! **Invariant:** no line is longer than 75 bytes without its end, and none ends within a letter.

/// How many bytes a line may have, its end aside.
const WIDTH: usize = 75;

/// Lines that are being written.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// A line whose value has a form of its own: dates, addresses, words of the format.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        let clean: String = value.chars().filter(|c| !c.is_control()).collect();
        self.folded(&format!("{name}:{clean}"));
    }

    /// A line whose value is text (§3.3.11).
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{}", escape(value)));
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    fn folded(&mut self, line: &str) {
        let mut room = WIDTH;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.out.push_str("\r\n ");
                room = WIDTH - 1;
            }
            self.out.push(letter);
            room -= letter.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}

fn escape(text: &str) -> String {
    let mut out = String::new();
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a;b,c\\d\r\ne\u{7}\nf\tg"), "a\\;b\\,c\\\\d\\ne\\nf\tg");
    }

    proptest! {
        #[test]
        fn any_text_is_folded_and_unfolds_to_itself(text in "\\PC{0,300}") {
            let mut lines = Lines::default();
            lines.text("SUMMARY", &text);
            let out = lines.finish();
            prop_assert!(out.ends_with("\r\n"));
            for line in out.split("\r\n") {
                prop_assert!(line.len() <= WIDTH, "{line}");
            }
            prop_assert_eq!(out.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", escape(&text)));
        }
    }
}
