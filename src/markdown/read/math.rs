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
    Ok(result.mathml)
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
        assert_eq!((fault.range.start, fault.reason.contains("foo")), (4, true), "{fault:?}");
    }
}
