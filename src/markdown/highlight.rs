//! Colours of code: names of languages, and code to HTML with classes.

use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use crate::diagnostic::nearest;

/// The known languages: a table that never changes, read when the first code block wants it.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Names that mean: no colours.
const PLAIN: &[&str] = &["", "text", "txt", "plain", "plaintext", "none"];

/// Longer code stands without colours: a grammar may take very long for it, and no one reads it.
const LIMIT: usize = 64 * 1024;

/// Says whether a language is known, else the name that was perhaps meant.
///
/// # Errors
/// When it is not known.
pub fn check(language: &str) -> Result<(), Option<String>> {
    if PLAIN.contains(&language) || find(language).is_some() {
        return Ok(());
    }
    let names = SYNTAXES.syntaxes().iter().filter(|syntax| !syntax.hidden);
    let words: Vec<String> = names
        .flat_map(|syntax| std::iter::once(syntax.name.to_lowercase()).chain(syntax.file_extensions.iter().cloned()))
        .filter(|word| !word.contains(' ') && word.len() > 1)
        .collect();
    Err(nearest(language, words.iter().map(String::as_str)))
}

/// Writes code as HTML with a class for every part of its grammar; none when there is no grammar.
pub fn html(language: &str, text: &str) -> Option<String> {
    if PLAIN.contains(&language) || text.len() > LIMIT {
        return None;
    }
    let syntax = find(language)?;
    let style = ClassStyle::SpacedPrefixed { prefix: "s-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, style);
    for line in LinesWithEndings::from(text) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

fn find(language: &str) -> Option<&'static SyntaxReference> {
    // Names that people write and the grammars do not know.
    let token = match language.to_ascii_lowercase().as_str() {
        "shell" | "console" | "terminal" => "sh".to_owned(),
        "jsonc" => "json".to_owned(),
        "golang" => "go".to_owned(),
        other => other.to_owned(),
    };
    SYNTAXES.find_syntax_by_token(&token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_name_and_extension() {
        for language in ["rust", "rs", "Python", "toml", "yaml", "html", "json", "console", "text", "", "typescript"] {
            assert_eq!(check(language), Ok(()), "{language}");
        }
        assert_eq!(check("pyhton"), Err(Some("python".to_owned())));
    }

    #[test]
    fn code_gets_classes_and_keeps_its_text() {
        let html = html("rust", "let a = \"<b>\";\n").expect("a grammar");
        assert!(html.contains("class=\"s-"), "{html}");
        assert!(html.contains("&lt;b&gt;"), "{html}");
        assert!(!html.contains("style="), "{html}");
        assert_eq!(super::html("text", "a"), None);
    }
}
