//! Texts as YAML: what is read back is what was written.

/// A text in quotation marks, on one line.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            letter if is_printable(letter) => out.push(letter),
            letter => out.push_str(&escape(letter)),
        }
    }
    out.push('"');
    out
}

/// A text as people write it: one line in quotation marks, several as they are, indented.
pub fn scalar(text: &str, indent: usize) -> String {
    // What ends in a line end, or begins with a blank, would need more signs than it is worth.
    let is_plain = text.contains('\n')
        && !text.starts_with([' ', '\n', '\t'])
        && !text.ends_with('\n')
        && text.split('\n').all(|line| line.is_empty() || !line.trim().is_empty())
        && text.chars().all(|letter| letter == '\n' || letter == '\t' || is_printable(letter));
    if !is_plain {
        return quoted(text);
    }
    let margin = " ".repeat(indent);
    let lines = text.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("{margin}{line}") });
    format!("|-\n{}", lines.collect::<Vec<_>>().join("\n"))
}

/// What YAML 1.2 (§5.1) takes as it is, without the signs that some readers take for line ends.
fn is_printable(letter: char) -> bool {
    match letter {
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => false,
        ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}' => true,
        _ => false,
    }
}

fn escape(letter: char) -> String {
    let code = u32::from(letter);
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::yaml::{Kind, parse};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_are_read_as_they_were_written(text in "(\\PC|[ \n\r\t:#'\"|>\u{0}\u{85}\u{7f}\u{2028}-]){0,40}") {
            let file = SourcePath::new("a.yaml").expect("a path");
            for written in [quoted(&text), scalar(&text, 6)] {
                let tree = parse(&format!("a:\n  - b: {written}\n  - c\n"), &file, 0);
                prop_assert!(tree.diagnostics.is_empty(), "{} {:?}", written, tree.diagnostics);
                let Some(entries) = tree.value.as_ref().and_then(|tree| tree.entries()) else { panic!("a mapping") };
                let Kind::List(items) = &entries[0].value.kind else { panic!("a list") };
                let Kind::Scalar { text: read, .. } = &items[0].entries().expect("a mapping")[0].value.kind else {
                    panic!("a scalar")
                };
                prop_assert_eq!(read, &text, "{}", written);
            }
        }
    }
}
