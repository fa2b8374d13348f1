//! Formulas: TeX to MathML.

use std::ops::Range;
use std::sync::LazyLock;

use math_core::{LatexToMathML, MathDisplay};

/// The table of commands, which never changes.
static CONVERTER: LazyLock<LatexToMathML> = LazyLock::new(LatexToMathML::default);

/// Why a formula cannot be set.
#[derive(Debug)]
pub struct Fault {
    /// In English: the names of TeX are in it.
    pub reason: String,
    /// Bytes of the formula.
    pub range: Range<usize>,
}

/// Sets a formula, in its line or as a block.
///
/// # Errors
/// When a command is unknown, or the formula is not well formed.
pub fn set(tex: &str, is_block: bool) -> Result<String, Fault> {
    let display = if is_block { MathDisplay::Block } else { MathDisplay::Inline };
    let result = CONVERTER.convert_with_local_state(tex, display).map_err(|error| Fault {
        reason: error.error_message(),
        range: error.0.start.min(tex.len())..error.0.end.clamp(error.0.start, tex.len().max(error.0.start)),
    })?;
    // A link would go around what is checked of links, an id could stand twice on a page.
    if result.mathml.contains("<a href=") || result.mathml.contains(" id=\"") {
        return Err(Fault { reason: "A formula must not hold a link or a label.".to_owned(), range: 0..tex.len() });
    }
    // The checker of the W3C does not know this attribute on tables, though MathML Core does (§2.1.6).
    // Without it a matrix in an exponent is as small as the exponent.
    let level = " scriptlevel=\"";
    let mathml = result.mathml.split("<mtable").enumerate().map(|(position, part)| {
        let tag = part.find('>').unwrap_or(0);
        match part[..tag].find(level).filter(|_| position > 0) {
            Some(start) => format!("{}{}", &part[..start], &part[start + level.len() + 2..]),
            None => part.to_owned(),
        }
    });
    Ok(mathml.collect::<Vec<_>>().join("<mtable"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_set_or_told_wrong() {
        let mathml = set("x^2", false).expect("a formula");
        assert!(mathml.starts_with("<math><msup>"), "{mathml}");
        assert!(set("x", true).expect("a formula").starts_with("<math display=\"block\">"));
        let fault = set("a + \\foo", false).expect_err("an unknown command");
        let matrix = set("\\begin{matrix} 1 \\\\ 2 \\end{matrix}", true).expect("a formula");
        assert!(matrix.contains("<mtable displaystyle=\"false\">"), "{matrix}");
        for tex in ["\\href{javascript:a}{b}", "\\begin{align} a \\label{b} \\end{align}"] {
            assert!(set(tex, true).is_err(), "{tex}");
        }
        assert_eq!((fault.range.start, fault.reason.contains("foo")), (4, true), "{fault:?}");
    }
}
