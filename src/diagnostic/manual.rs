//! The manual's page of problems: what each is, why it matters and how to fix it, made of the
//! catalogue.

use std::fmt::Write;

use super::catalogue::{Catalogue, Tongue};
use super::kind::ProblemKind;
use super::problem::Problem;

/// Writes the page of all problems in a language, as Markdown.
pub fn manual(tongue: Tongue) -> String {
    let catalogue = Catalogue::new(tongue);
    let phrase = |key: &str| catalogue.phrase(key, &[]);
    let mut out = format!("# {}\n\n", phrase("manual-title"));
    out.push_str("<!-- Made of src/diagnostic/ by its tests: KABAR_BLESS=1 cargo test manual -->\n\n");
    let _ = writeln!(out, "{}\n", phrase("manual-intro"));
    let mut kinds: Vec<&ProblemKind> = Problem::KINDS.iter().collect();
    kinds.sort_by_key(|kind| kind.code);
    for (title, is_lint) in [("manual-lints", true), ("manual-errors", false)] {
        let _ = writeln!(out, "## {}\n\n{}\n", phrase(title), phrase(&format!("{title}-intro")));
        for kind in kinds.iter().filter(|kind| kind.is_lint() == is_lint) {
            entry(kind, &catalogue, &mut out);
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn entry(kind: &ProblemKind, catalogue: &Catalogue, out: &mut String) {
    let message = catalogue.describe(kind);
    let severity = catalogue.phrase(&format!("level-{}", kind.severity.name()), &[]);
    let (why, fix) = (catalogue.phrase("level-why", &[]), catalogue.phrase("level-fix", &[]));
    let _ = writeln!(out, "### {}\n", kind.code);
    let _ = writeln!(out, "*{severity}* · {}\n", escape(&message.what));
    let _ = writeln!(out, "- **{why}:** {}", escape(&message.why));
    let _ = writeln!(out, "- **{fix}:** {}\n", escape(&message.fix));
}

/// Signs of the texts that Markdown would take for its own.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for letter in text.lines().map(str::trim).collect::<Vec<_>>().join(" ").chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '$' | '~' | '{' | '}') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the manual is compared with what it is made of")]
    fn the_manual_tells_every_problem() {
        for (tongue, name) in [(Tongue::English, "problems.md"), (Tongue::Indonesian, "masalah.md")] {
            let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
            if std::env::var_os("KABAR_BLESS").is_some() {
                std::fs::write(&path, manual(tongue)).expect("the manual can be written");
            }
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(committed == manual(tongue), "run KABAR_BLESS=1 cargo test manual");
        }
    }
}
