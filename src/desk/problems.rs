//! Everything that is known to be wrong, file by file; all of it, links and pictures that lead
//! nowhere, or what only a check advises.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::SourcePath;
use crate::check;
use crate::diagnostic::{Diagnostic, Severity};
use crate::render::escape;

use super::excerpt::excerpt;
use super::sheet::Sheet;

/// So many are shown at once.
const SHOWN: usize = 200;

/// Links, files and pictures that are not there, or not where they were.
const LINKS: [&str; 12] = [
    "ambiguous-reference",
    "broken-anchor",
    "broken-reference",
    "dead-anchor",
    "dead-external-link",
    "dead-link",
    "image-unreadable",
    "missing-file",
    "moved-external-link",
    "not-an-image",
    "outside-tree",
    "reference-to-withheld",
];

/// Which problems a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    All,
    Links,
    Advice,
}

impl Kind {
    fn has(self, diagnostic: &Diagnostic) -> bool {
        let code = diagnostic.problem.code();
        match self {
            Self::All => true,
            Self::Links => LINKS.contains(&code),
            Self::Advice => check::CODES.contains(&code) && !LINKS.contains(&code),
        }
    }
}

const SEVERITIES: [(Severity, &str, &str); 3] = [
    (Severity::Error, "error", "desk-one-error"),
    (Severity::Warning, "warning", "desk-one-warning"),
    (Severity::Hint, "hint", "desk-one-hint"),
];

pub(super) fn body(sheet: &Sheet<'_>, kind: Kind) -> String {
    let of_kind: Vec<&Diagnostic> = sheet.desk.diagnostics.iter().filter(|found| kind.has(found)).collect();
    let name = |severity: Severity| SEVERITIES.iter().find(|(known, _, _)| *known == severity);
    let asked = |key: &str, value: &str| sheet.query.get(key).is_none_or(|wanted| wanted == value);
    let is_asked = |found: &&&Diagnostic| {
        name(found.severity).is_some_and(|(_, name, _)| asked("severity", name))
            && asked("code", found.problem.code())
            && sheet
                .query
                .get("file")
                .is_none_or(|file| found.span.as_ref().is_some_and(|span| span.file.as_str().contains(file)))
    };
    let mut shown: Vec<&Diagnostic> = of_kind.iter().filter(is_asked).copied().collect();
    // The worst first; in each severity by file and place.
    shown.sort_by(|a, b| rank(a.severity).cmp(&rank(b.severity)).then_with(|| a.span.cmp(&b.span)));
    let mut out = sheet.form(&questions(sheet, &of_kind));
    if !sheet.desk.is_checked {
        out.push_str(&format!("<p class=\"soft\">{}</p>\n", sheet.words("desk-checking", &[])));
    }
    out.push_str(&format!("<p role=\"status\">{}</p>\n", sheet.count("desk-found", shown.len())));
    for (severity, _, key) in SEVERITIES {
        let own: Vec<&Diagnostic> =
            shown.iter().filter(|found| found.severity == severity).take(SHOWN).copied().collect();
        for (file, group) in by_file(&own) {
            let file = file.map_or_else(|| sheet.words("desk-publication", &[]), |file| escape(file.as_str()));
            let items: String = group.iter().map(|found| item(sheet, found, key)).collect();
            out.push_str(&format!("<h2>{file}</h2>\n<ul class=\"found\">{items}</ul>\n"));
        }
    }
    out
}

fn rank(severity: Severity) -> usize {
    SEVERITIES.iter().position(|(known, _, _)| *known == severity).unwrap_or_default()
}

fn by_file<'d>(found: &[&'d Diagnostic]) -> BTreeMap<Option<&'d SourcePath>, Vec<&'d Diagnostic>> {
    let mut groups: BTreeMap<_, Vec<&Diagnostic>> = BTreeMap::new();
    for one in found {
        groups.entry(one.span.as_ref().map(|span| &span.file)).or_default().push(one);
    }
    groups
}

fn questions(sheet: &Sheet<'_>, found: &[&Diagnostic]) -> String {
    let severities = SEVERITIES.map(|(_, value, key)| (value.to_owned(), sheet.catalogue.phrase(key, &[])));
    let codes: BTreeSet<&str> = found.iter().map(|found| found.problem.code()).collect();
    let codes: Vec<(String, String)> = codes.into_iter().map(|code| (code.to_owned(), code.to_owned())).collect();
    [
        sheet.choice("severity", "desk-severity", &severities),
        sheet.choice("code", "desk-code", &codes),
        sheet.field("file", "desk-file"),
    ]
    .concat()
}

fn item(sheet: &Sheet<'_>, found: &Diagnostic, severity: &str) -> String {
    let message = sheet.catalogue.message(&found.problem);
    let (sources, folder) = (sheet.desk.sources, sheet.desk.folder);
    let places: String = found.span.iter().chain(&found.related).map(|span| excerpt(span, sources, folder)).collect();
    let advice = message.suggestion.into_iter().chain([message.fix]).collect::<Vec<_>>().join(" ");
    let class = match found.severity {
        Severity::Error => "bad",
        Severity::Warning => "care",
        Severity::Hint => "soft",
    };
    format!(
        "<li><h3>{}</h3><p class=\"{class}\">{} · {}</p>{places}<p>{}</p><p><b>{}</b></p></li>\n",
        escape(&message.what),
        sheet.words(severity, &[]),
        found.problem.code(),
        escape(&message.why),
        escape(&advice)
    )
}
